/** Reads what the differences of a chunk are planned from: whole items, limits, and what was let off so far. */
import type { PoolClient } from 'pg';
import type { CustomerId, LedgerId, MatchRunId, OpenItemId, PaymentId } from '../../domain/ids.ts';
import { latest, type LocalDate } from '../../domain/local-date.ts';
import type { ChunkRows, Decision } from '../plan/application.ts';
import { lockItems } from './lock-settlement-rows.ts';
import { readSetTolerances } from './needs-approval.ts';
import { lockCustomers, readClearedByMeans, readMonthly, readOverpaid } from './read-let-off.ts';

type LockedChunk = Pick<ChunkRows, 'baseCurrency' | 'payments' | 'items' | 'openFrom'>;

/**
 * Locks the customers whose limits are counted, after their lettering counters: payments and items are locked.
 *
 * @returns null when no decision writes anything off, and nothing was asked.
 */
export async function readNightDifferences(
  tx: PoolClient,
  ledgerId: LedgerId,
  runId: MatchRunId,
  decisions: readonly Decision[],
  { baseCurrency, payments, items, openFrom }: LockedChunk,
): Promise<ChunkRows['differences']> {
  const writing = decisions.filter(({ action, writeOff }) => action === 'apply' && writeOff !== null);
  if (writing.length === 0) return null;
  const itemIds = idsOf(writing).filter((id) => items.has(id));
  const overpaid = writing.filter(({ writeOff }) => writeOff !== null && writeOff.minor < 0n);
  const cleared = await readClearedByMeans(tx, ledgerId, itemIds);
  // A month counts where a document is, or was, written off in part.
  const counted = [
    ...idsOf(writing.filter(({ writeOff }) => writeOff?.kind === 'rounding')),
    ...cleared.filter(({ means }) => means === 'write_off').map(({ openItemId }) => openItemId),
  ];
  const customerIds = new Set<CustomerId>();
  for (const id of counted) {
    const customerId = items.get(id)?.customerId;
    if (customerId !== undefined) customerIds.add(customerId);
  }
  await lockCustomers(tx, ledgerId, customerIds);
  const days = writing.map(({ paymentId }) => latest(payments.get(paymentId)?.bookingDate ?? openFrom, openFrom));
  return {
    ledgerId,
    runId,
    baseCurrency,
    limits: await readSetTolerances(tx, ledgerId),
    items: await lockItems(tx, ledgerId, itemIds),
    standing: {
      cleared,
      overpaidById: await readOverpaidBy(
        tx,
        ledgerId,
        overpaid.map(({ paymentId }) => paymentId),
      ),
      monthly: await readMonthlyOf(tx, ledgerId, [...customerIds], days),
    },
  };
}

const idsOf = (decisions: readonly Decision[]): readonly OpenItemId[] => [
  ...new Set(decisions.flatMap(({ lines }) => lines.map(({ openItemId }) => openItemId))),
];

const readOverpaidBy = (tx: PoolClient, ledgerId: LedgerId, ids: readonly PaymentId[]) =>
  ids.length === 0 ? new Map<PaymentId, bigint>() : readOverpaid(tx, ledgerId, ids);

const readMonthlyOf = (tx: PoolClient, ledgerId: LedgerId, ids: readonly CustomerId[], days: readonly LocalDate[]) =>
  ids.length === 0 ? new Map<string, bigint | null>() : readMonthly(tx, ledgerId, ids, days);
