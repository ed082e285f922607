import type { PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId, OpenItemId } from '../../domain/ids.ts';
import { LedgerError } from '../errors.ts';
import { valuedLegs } from '../plan/exchange.ts';
import type { Executor } from './carry-out.ts';
import { lockItems, lockPayment } from './lock-settlement-rows.ts';
import { readWorth } from './read-worth.ts';
import { settle } from './settle.ts';
import { seenPayment } from './settle-payment.ts';

/**
 * Uses a payment for all that a collection, or one debit of it, was sent for: one posting, every document or none.
 *
 * @throws LedgerError `ledger.stale`, `ledger.not_found`, `ledger.collection_differs`; `ledger.item_overpaid` when a document was paid otherwise meanwhile.
 */
export const applyCollection: Executor<'apply_collection'> = async (context, request) => {
  const { tx, ledgerId } = context;
  const { paymentId, version, reference, endToEndId = null } = request;
  const payment = await lockPayment(tx, ledgerId, paymentId);
  seenPayment(payment, version);
  const { currency, amountById } = await readCollected(tx, ledgerId, reference, endToEndId);
  const sumMinor = [...amountById.values()].reduce((sum, amount) => sum + amount, 0n);
  if (payment.side !== 'credit' || payment.currency !== currency || payment.unappliedMinor !== sumMinor)
    throw new LedgerError('ledger.collection_differs', { collection: reference, amount: String(sumMinor) });
  const items = await lockItems(tx, ledgerId, [...amountById.keys()]);
  const legs = [
    { kind: 'cash', amountMinor: sumMinor } as const,
    ...[...amountById].map(([openItemId, amountMinor]) => {
      return { kind: 'item', openItemId, amountMinor, means: 'payment' } as const;
    }),
  ];
  // Money in, and invoices only: nothing else is collected.
  const worth = await readWorth(tx, ledgerId, payment, items.values());
  const { postingId, event } = await settle(context, 0, {
    label: 'collected',
    date: payment.bookingDate,
    payment,
    items,
    legs: valuedLegs(worth, legs, ({ kind }) => kind === 'item'),
    // The debtor was told of the documents with the debit, and let it pass.
    basis: 'named_by_debtor',
  });
  return { outcome: { postingId, version: version + 1 }, events: [event] };
};

async function readCollected(tx: PoolClient, ledgerId: LedgerId, reference: string, endToEndId: string | null) {
  const { rows } = await tx.query<{ currency: CurrencyCode; openItemId: OpenItemId; amountMinor: bigint }>(
    `select c.currency, l.open_item_id as "openItemId", sum(l.amount_minor)::bigint as "amountMinor"
     from collection c join collection_line l on l.ledger_id = c.ledger_id and l.reference = c.reference
     where c.ledger_id = $1 and c.reference = $2 and ($3::text is null or l.end_to_end_id = $3)
     group by c.currency, l.open_item_id order by l.open_item_id`,
    [ledgerId, reference, endToEndId],
  );
  const [first] = rows;
  if (first === undefined) throw new LedgerError('ledger.not_found', { collection: reference });
  return {
    currency: first.currency,
    amountById: new Map(rows.map(({ openItemId, amountMinor }) => [openItemId, amountMinor])),
  };
}
