/**
 * A payment that names nothing is applied only when one set of items explains it. Here accounts are planted in which
 * several do, and every such sum is paid in many ways.
 *
 * Sets that a payer would name in words (one item, the whole account, all due, a month, the oldest by due date or by date of issue) stand for themselves
 * and are left out, unless an equal item or an equal account stands beside them.
 */
import { expect, test } from 'vitest';
import type { Payment } from '../../src/domain/match.ts';
import type { PartitionItem } from '../../src/domain/partition.ts';
import { structuredSets } from '../../src/matching/combination/structured-sets.ts';
import { everything } from '../../src/matching/decision/verdict.ts';
import { dayNumberOf } from '../../src/matching/index/day-number.ts';
import type { Partition } from '../../src/matching/index/partition.ts';
import { openProposer } from '../../src/matching/propose.ts';
import { random } from '../support/random.ts';
import { creditNote, customer, day, invoice, partitionOf, payment } from './ledgers.ts';

const seed = process.env['LETTRAGE_SEED'] ?? 'ambiguous';
const wanted = 100_000;
const { below, pick } = random(seed);
const payingDay = '2026-03-02';

const customers = Array.from({ length: 1_300 }, (_, place) =>
  customer(
    place + 1,
    `Firma ${String.fromCharCode(65 + (place % 26))}${place}`,
    `DE89${String(place).padStart(18, '0')}`,
  ),
);

/** Four to seven documents over few different amounts, so that many sums have several explanations. */
function accountOf(owner: number): readonly PartitionItem[] {
  const unit = pick([90, 125, 1_190, 4_999]);
  return Array.from({ length: 4 + below(4) }, (_, place) => {
    const fields = {
      of: owner,
      dueDate: day(`2026-0${1 + below(6)}-${String(1 + below(28)).padStart(2, '0')}`),
      issueDate: day(`2026-01-${String(1 + below(28)).padStart(2, '0')}`),
    };
    const number = String(owner * 10 + place).padStart(5, '0');
    return below(12) === 0
      ? creditNote(`AV2026-${number}`, unit * (1 + below(4)), fields)
      : invoice(`FA2026-${number}`, unit * (1 + below(9)), fields);
  });
}

/** Sums of one customer that at least two sets give, and no single item and no structured set. */
function ambiguousSums({ columns }: Partition, row: number): readonly number[] {
  const from = columns.customerItemStarts[row] ?? 0;
  const length = (columns.customerItemStarts[row + 1] ?? 0) - from;
  const amounts = columns.itemResiduals.slice(from, from + length);
  const waysOf = new Map<number, number>();
  for (let members = 1; members < 1 << length; members += 1) {
    let sum = 0;
    for (let place = 0; place < length; place += 1) if ((members >> place) % 2 === 1) sum += amounts[place] ?? 0;
    waysOf.set(sum, (waysOf.get(sum) ?? 0) + 1);
  }
  const account = {
    length,
    amounts,
    issueDays: Int32Array.from(columns.itemIssueDays.slice(from, from + length)),
    dueDays: Int32Array.from(columns.itemDueDays.slice(from, from + length)),
  };
  const isNear = (sum: number): boolean => amounts.some((amount) => Math.abs(amount - sum) <= 50);
  return [...waysOf]
    .filter(([sum, ways]) => sum > 0 && ways > 1 && !isNear(sum))
    .map(([sum]) => sum)
    .filter((sum) => structuredSets(account, sum, dayNumberOf(day(payingDay))).length === 0);
}

const texts = [
  '',
  'VIREMENT',
  'REGLEMENT FACTURES',
  'SOLDE',
  'ZAHLUNG VOM 02.03.2026',
  'THANK YOU\nDU 12/02/2026',
  'TEL 01 41 57 92 95',
  'LOYER',
];

/** Who pays, in a way that leaves no doubt about it. */
const paymentsOf = (sum: number, row: number): readonly Payment[] => {
  const { name: by, ibans } = customers[row] ?? { name: '', ibans: [] };
  const [from = ''] = ibans;
  return texts.flatMap((text) => [payment(sum, text, { from }), payment(sum, text, { by, from })]);
};

test(`of ${wanted.toLocaleString('en')} payments of seed "${seed}" that two sets explain, none is applied`, () => {
  const partition = partitionOf({ items: customers.flatMap((_, place) => accountOf(place + 1)), customers });
  const proposer = openProposer(partition, partition.columns.itemResiduals, everything);
  let count = 0;
  let offeredCount = 0;
  const applied: string[] = [];
  for (let row = 0; row < customers.length && count < wanted; row += 1)
    for (const paid of ambiguousSums(partition, row).flatMap((sum) => paymentsOf(sum, row))) {
      const { verdict, ranked } = proposer.weigh(paid);
      count += 1;
      if (ranked.length > 0) offeredCount += 1;
      if (verdict.reason === null)
        applied.push(`customer ${row + 1}: ${paid.unappliedMinor} ${paid.remittance.join(' ')}`);
    }
  expect(applied).toEqual([]);
  expect(count).toBeGreaterThanOrEqual(wanted);
  // Else the property would be about payments that the engine does not understand.
  expect(offeredCount).toBeGreaterThan(count * 0.9);
});

test('a sum that one set explains is applied by the same means', () => {
  const items = [1_190, 2_380, 3_570].map((amount, place) =>
    invoice(`FA2026-0000${place}`, amount, { dueDate: day(`2026-0${place + 4}-01`) }),
  );
  const partition = partitionOf({ items, customers });
  const proposer = openProposer(partition, partition.columns.itemResiduals, everything);
  const reasons = paymentsOf(4_760, 0).map((paid) => proposer.weigh(paid).verdict.reason);
  expect(new Set(reasons)).toEqual(new Set([null]));
});
