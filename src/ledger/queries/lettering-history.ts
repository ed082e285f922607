/** How an item came to stand as it does: every letter group that it was in, and every amount that cleared or opened it. */
import type { Pool, PoolClient } from 'pg';
import type { LedgerId, LetteringId, OpenItemId, PaymentId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { returnReasonOf, type ReturnReason } from '../../domain/return-reasons.ts';
import type { SettlementMeans } from '../../domain/settlement.ts';
import { letteringCode } from '../plan/lettering-code.ts';
import { inLedger } from '../transaction.ts';

export type LetteringHappened = Readonly<{
  letteringId: LetteringId;
  /** As people saw it: lower case while partial; of what was un-lettered, as it was until then. */
  code: string;
  kind: 'lettered' | 'partly_lettered' | 'unlettered';
  letteringDate: LocalDate | null;
  reason: string;
  actor: string;
  happenedAt: Date;
}>;

export type ItemCleared = Readonly<{
  postingId: string;
  postingDate: LocalDate;
  /** Cleared > 0, opened again < 0. */
  amountMinor: bigint;
  means: SettlementMeans;
  paymentId: PaymentId | null;
  /** Why it was opened again, where a payment came back: the bank's code, and what it means if it is known. */
  returnCode: string | null;
  returnReason: ReturnReason | null;
  /** In the words of who asked for it; null: a run did it. */
  reason: string | null;
  allocatedAt: Date;
}>;

export type LetteringHistory = Readonly<{
  /** In the order in which they happened. */
  letterings: readonly LetteringHappened[];
  cleared: readonly ItemCleared[];
}>;

export async function letteringHistory(
  pool: Pool,
  ledgerId: LedgerId,
  openItemId: OpenItemId,
): Promise<LetteringHistory> {
  return inLedger(
    pool,
    ledgerId,
    async (tx) => ({
      letterings: await readLetterings(tx, ledgerId, openItemId),
      cleared: await readCleared(tx, ledgerId, openItemId),
    }),
    'snapshot',
  );
}

type EventRow = Omit<LetteringHappened, 'code'> & Readonly<{ codeNumber: number }>;

async function readLetterings(tx: PoolClient, ledgerId: LedgerId, openItemId: OpenItemId) {
  // Events of one transaction have one instant: a group ends before what is left of it is lettered again.
  const { rows } = await tx.query<EventRow>(
    `with own as (
       select a.posting_id, a.lettering_id, i.account, i.customer_id from open_item i
       join allocation a on a.ledger_id = i.ledger_id and a.open_item_id = i.id
       where i.ledger_id = $1 and i.id = $2),
     of_item as (
       select lettering_id from own
       union
       select m.lettering_id from own join lettering_move m on m.ledger_id = $1 and m.posting_id = own.posting_id
         and m.account = own.account and m.customer_id = own.customer_id)
     select l.id as "letteringId", l.code_number as "codeNumber", v.kind, v.lettering_date as "letteringDate", v.reason,
       v.actor, v.happened_at as "happenedAt"
     from of_item join lettering l on l.ledger_id = $1 and l.id = of_item.lettering_id
     join lettering_event v on v.ledger_id = $1 and v.lettering_id = l.id
     order by v.happened_at, v.kind = 'unlettered' desc, l.code_number, v.event_index`,
    [ledgerId, openItemId],
  );
  const wasBalanced = new Map<LetteringId, boolean>();
  return rows.map(({ codeNumber, ...event }): LetteringHappened => {
    const isBalanced =
      event.kind === 'unlettered' ? (wasBalanced.get(event.letteringId) ?? false) : event.kind === 'lettered';
    wasBalanced.set(event.letteringId, isBalanced);
    return { ...event, code: letteringCode(codeNumber, isBalanced) };
  });
}

async function readCleared(
  tx: PoolClient,
  ledgerId: LedgerId,
  openItemId: OpenItemId,
): Promise<readonly ItemCleared[]> {
  const { rows } = await tx.query<Omit<ItemCleared, 'returnReason'>>(
    `select a.posting_id as "postingId", o.posting_date as "postingDate", a.amount_minor as "amountMinor", a.means,
       a.payment_id as "paymentId", case when a.amount_minor < 0 then p.return_reason end as "returnCode",
       k.request::json ->> 'reason' as reason, a.allocated_at as "allocatedAt"
     from allocation a
     join posting o on o.ledger_id = a.ledger_id and o.id = a.posting_id
     left join payment p on p.ledger_id = a.ledger_id and p.id = a.payment_id
     left join command k on k.ledger_id = o.ledger_id and o.source = 'command' and k.id = o.source_id
     where a.ledger_id = $1 and a.open_item_id = $2 order by a.allocated_at, o.posting_date, a.id`,
    [ledgerId, openItemId],
  );
  return rows.map((row) => ({ ...row, returnReason: returnReasonOf(row.returnCode) }));
}
