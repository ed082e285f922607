/**
 * What is certain before anything is matched: collections that the bank credited, and what of them came back. Each is a
 * command of the engine, once by its content-made id; what is in doubt is left to the review queue.
 */
import type { Pool } from 'pg';
import type { Command } from '../../domain/command.ts';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId } from '../../domain/ids.ts';
import { formatDecimal, money } from '../../domain/money.ts';
import { LedgerError } from '../errors.ts';
import { certainlyCollected } from '../plan/collected-debits.ts';
import { findReturned, type Returned, type WaitingReturn } from '../plan/find-returned.ts';
import {
  collectionCommandId,
  findOriginalPayments,
  readClearings,
  readCollectedCandidates,
  readCollectedLines,
  readWaitingReturns,
  returnCommandId,
} from '../queries/returns-input.ts';
import { inLedger } from '../transaction.ts';
import { carryOut } from './carry-out.ts';

const actor = 'engine';

export type ReturnsApplied = Readonly<{ collectedCount: number; returnedCount: number; leftCount: number }>;

/** @returns what was booked, and how much looked certain but was refused by what the books say. */
export async function applyReturns(
  pool: Pool,
  ledgerId: LedgerId,
  currency: CurrencyCode,
  now: Date,
): Promise<ReturnsApplied> {
  const book = async (commands: readonly Command[]): Promise<number> => {
    let count = 0;
    for (const command of commands) if (await isCarriedOut(pool, ledgerId, command, now)) count += 1;
    return count;
  };
  const collected = await collectionsToBook(pool, ledgerId, currency);
  const collectedCount = await book(collected);
  // Looked for after the collections are booked: the bank may tell of both on one day.
  const returned = await returnsToBook(pool, ledgerId, currency);
  const returnedCount = await book(returned);
  return {
    collectedCount,
    returnedCount,
    leftCount: collected.length + returned.length - collectedCount - returnedCount,
  };
}

async function isCarriedOut(pool: Pool, ledgerId: LedgerId, command: Command, now: Date): Promise<boolean> {
  try {
    return (await carryOut(pool, ledgerId, command, { actor, now })).state === 'done';
  } catch (error) {
    // A person was faster, or an item was paid otherwise: the payment stays where it is, and is asked about.
    if (error instanceof LedgerError) return false;
    throw error;
  }
}

async function collectionsToBook(
  pool: Pool,
  ledgerId: LedgerId,
  currency: CurrencyCode,
): Promise<readonly Command<'apply_collection'>[]> {
  const candidates = await inLedger(
    pool,
    ledgerId,
    (tx) => readCollectedCandidates(tx, ledgerId, currency),
    'snapshot',
  );
  return certainlyCollected(candidates).map(({ paymentId, version, reference, endToEndId }) => ({
    id: collectionCommandId(ledgerId, reference, endToEndId),
    kind: 'apply_collection',
    reason: `the bank names the collection ${reference}`,
    request: { paymentId, version, reference, ...(endToEndId === null ? {} : { endToEndId }) },
  }));
}

async function returnsToBook(
  pool: Pool,
  ledgerId: LedgerId,
  currency: CurrencyCode,
): Promise<readonly Command<'return_payment'>[]> {
  const found = await inLedger(
    pool,
    ledgerId,
    async (tx) => {
      const returns = await readWaitingReturns(tx, ledgerId, currency);
      if (returns.length === 0) return [];
      const collected = await readCollectedLines(tx, ledgerId, returns);
      const originals = await findOriginalPayments(tx, ledgerId, returns);
      const itemIds = [...new Set(collected.map(({ openItemId }) => openItemId))];
      const clearings = await readClearings(tx, ledgerId, itemIds, originals);
      const linesNamed = byNames(collected, (line) => line);
      const clearingsByItem = groupBy(clearings, ({ openItemId }) => openItemId);
      const clearingsNamed = byNames(clearings, ({ paymentEndToEndId, paymentMandateId }) => {
        return { endToEndId: paymentEndToEndId, mandateId: paymentMandateId };
      });
      return returns.flatMap((payment) => {
        const lines = linesNamed(payment);
        const own = new Set([
          ...lines.flatMap(({ openItemId }) => clearingsByItem.get(openItemId) ?? []),
          ...clearingsNamed(payment),
        ]);
        const returned = findReturned(payment, lines, [...own]);
        return returned === null ? [] : [{ payment, returned }];
      });
    },
    'snapshot',
  );
  return found.map(({ payment, returned }) => commandOf(ledgerId, payment, returned));
}

function commandOf(
  ledgerId: LedgerId,
  payment: WaitingReturn,
  { postingId, lines, feeMinor }: Returned,
): Command<'return_payment'> {
  const decimal = (minor: bigint): string => formatDecimal(money(minor, payment.currency));
  return {
    id: returnCommandId(ledgerId, payment.id),
    kind: 'return_payment',
    reason: `the bank returned it: ${payment.returnReason ?? 'no reason given'}`,
    request: {
      paymentId: payment.id,
      version: payment.version,
      postingId,
      lines: lines.map(({ openItemId, amountMinor }) => ({ openItemId, amount: decimal(amountMinor) })),
      ...(feeMinor === 0n ? {} : { fee: decimal(feeMinor) }),
    },
  };
}

type Names = Pick<WaitingReturn, 'endToEndId' | 'mandateId'>;

/** What a return may mean, of a list that is asked for many: the judgment is {@link findReturned}'s. */
function byNames<T>(list: readonly T[], namesOf: (one: T) => Names): (asked: Names) => readonly T[] {
  const byId = groupBy(list, (one) => namesOf(one).endToEndId);
  const byMandate = groupBy(list, (one) => namesOf(one).mandateId);
  return ({ endToEndId, mandateId }) => (endToEndId === null ? byMandate.get(mandateId) : byId.get(endToEndId)) ?? [];
}

function groupBy<T, K>(list: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) {
    const known = groups.get(keyOf(one));
    if (known === undefined) groups.set(keyOf(one), [one]);
    else known.push(one);
  }
  return groups;
}
