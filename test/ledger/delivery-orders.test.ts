/** Days that come in any order make one chain; a day that does not come is missed by name. Real files, read and planned. */
import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../../src/domain/account-policy.ts';
import type { CurrencyCode } from '../../src/domain/currency.ts';
import type { BankAccountId } from '../../src/domain/ids.ts';
import type { StatementFormat } from '../../src/domain/statement.ts';
import { statementDigest } from '../../src/ingest/fingerprint.ts';
import { planTogether, type ArrivedStatement, type ChainLink } from '../../src/ledger/plan/publication.ts';
import { insertLink } from '../../src/ledger/plan/statement-chain.ts';
import { readBytes } from '../ingest/read-file.ts';
import { bankDays, type BankDay } from '../support/bank/days.ts';
import { bytesOf } from '../support/bank/formats.ts';

const bankAccountId = 'account' as BankAccountId;

/** The statement as it comes out of its file. Its account posts camt.053 already. */
function arrived(day: BankDay): ArrivedStatement {
  const [read] = readBytes(bytesOf('camt.053', day)).statements;
  if (read === undefined) throw new Error('the day holds a statement');
  const digest = statementDigest();
  for (const entry of read.entries) digest.add(entry);
  const format: StatementFormat = 'camt.053';
  return {
    summary: read.summary,
    digest: digest.finish(read.summary),
    format,
    bankAccount: { id: bankAccountId, currency: 'EUR' as CurrencyCode, masterFormat: format, policy: defaultPolicy },
    overlapCount: 0,
    isReleased: false,
  };
}

type Delivered = Readonly<{ chain: readonly ChainLink[]; held: readonly ArrivedStatement[]; said: readonly string[] }>;

/** Delivers file by file; after each, everything that waits is planned again, as the service does. */
function deliver(statements: readonly ArrivedStatement[]): Delivered {
  const chain: ChainLink[] = [];
  let waiting: readonly ArrivedStatement[] = [];
  const notes: string[] = [];
  let said: readonly string[] = [];
  for (const statement of statements) {
    const files = [...waiting, statement];
    const plans = planTogether(
      files.map((file) => [file]),
      new Map([[bankAccountId, [...chain]]]),
    );
    const still: ArrivedStatement[] = [];
    for (const [index, plan] of plans.entries()) {
      const file = files[index];
      if (file === undefined) continue;
      notes.push(...plan.notes.map(({ message }) => message));
      if (plan.state === 'held') still.push(file);
      for (const planned of plan.publish) insertLink(chain, linkOf(file, planned.statementDate, planned.dayRank));
    }
    waiting = still;
    said = plans.flatMap(({ findings }) => findings.map(({ message }) => message));
  }
  return { chain, held: waiting, said: [...said, ...notes] };
}

function linkOf(
  { summary, digest, format }: ArrivedStatement,
  statementDate: ChainLink['statementDate'],
  dayRank: number,
): ChainLink {
  return {
    statementDate,
    dayRank,
    format,
    bankStatementId: summary.bankStatementId,
    sequence: summary.sequence,
    digest,
    openingMinor: summary.openingBalance?.amount.minor ?? 0n,
    closingMinor: summary.closingBalance?.amount.minor ?? 0n,
    entryCount: summary.entryCount,
    creditsMinor: summary.bookedCreditsMinor,
    debitsMinor: summary.bookedDebitsMinor,
  };
}

function* permutations<T>(list: readonly T[]): Generator<readonly T[]> {
  if (list.length === 0) yield [];
  for (const [index, first] of list.entries()) {
    for (const rest of permutations(list.toSpliced(index, 1))) yield [first, ...rest];
  }
}

const texts = (chain: readonly ChainLink[]): readonly string[] =>
  chain.map(({ statementDate, dayRank, openingMinor, closingMinor, digest }) =>
    [statementDate, dayRank, openingMinor, closingMinor, digest].join(' '),
  );

describe('seven days', () => {
  test('make the same chain in each of their 5,040 orders', () => {
    // The fifth has no entries.
    const days = bankDays({ seed: 'orders', dayCount: 7, entriesPerDay: 2 }).map(arrived);
    const expected = texts(deliver(days).chain);
    expect(expected).toHaveLength(7);
    const wrong: string[] = [];
    let orderCount = 0;
    for (const order of permutations(days)) {
      orderCount += 1;
      const { chain, held } = deliver(order);
      const isSame = held.length === 0 && texts(chain).join('\n') === expected.join('\n');
      if (!isSame) wrong.push(order.map(({ summary }) => summary.sequence).join(' '));
    }
    expect(wrong).toEqual([]);
    expect(orderCount).toBe(5_040);
  });
});

describe('of thirty-two days', () => {
  const days = bankDays({ seed: 'dropped', dayCount: 32, entriesPerDay: 3 });
  const statements = days.map(arrived);

  test.each(days.slice(1, -1))('the one of $date is missed by name when it does not come', ({ sequence, entries }) => {
    const { held, said } = deliver(statements.toSpliced(sequence - 1, 1));
    const [before, after] = [days[sequence - 2], days[sequence]];
    if (entries.length === 0) {
      // It moves nothing, so that the balances hold: only its number is missing.
      expect(held).toEqual([]);
      expect(said).toEqual([expect.stringContaining(String(sequence))]);
      return;
    }
    expect(held).toHaveLength(32 - sequence);
    const gaps = said.filter(
      (message) => message.includes(before?.date ?? '-') && message.includes(after?.date ?? '-'),
    );
    expect(gaps.length).toBeGreaterThanOrEqual(1);
  });

  test('any one that comes late releases all that wait for it', () => {
    const expected = texts(deliver(statements).chain);
    for (const index of statements.keys()) {
      const late = statements[index];
      if (late === undefined) continue;
      expect(texts(deliver([...statements.toSpliced(index, 1), late]).chain)).toEqual(expected);
    }
  });
});
