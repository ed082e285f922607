/**
 * Takes a posting back, whole: its legs once more, negative. What it made must still be whole, and nothing may have been
 * taken back of it that stands. The engine is told: the same suggestion is not made again, the payer it learned is
 * forgotten. A return that was booked by mistake is taken back as well: what it opened is cleared as it was, what it
 * disputed is disputed no more, and the engine leaves its payment to people. Other than that, what took something back
 * stays: the payment and the items are free, so it is done anew.
 */
import type { PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { CustomerId, LedgerId, OpenItemId, PaymentId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Side } from '../../domain/money.ts';
import type { SettlementMeans } from '../../domain/settlement.ts';
import { accounts } from '../accounts.ts';
import { LedgerError } from '../errors.ts';
import type { SettlementLeg } from '../plan/settlement-model.ts';
import { isTakenBack } from '../queries/original-posting.ts';
import type { AuditEvent } from '../audit.ts';
import type { CommandContext, Executor } from './carry-out.ts';
import { declineProposal } from './decline-proposal.ts';
import { forgetPayer } from './learn-payer.ts';
import { undisputeReturn } from './disputes/undispute-return.ts';
import { lockItems, lockPayment, type LockedItemRow, type LockedPaymentRow } from './lock-settlement-rows.ts';
import { requireApprovalToUnletter } from './needs-approval.ts';
import { settle } from './settle.ts';

/** @throws LedgerError `ledger.not_found`, `ledger.posting_not_reversible`, `ledger.posting_built_on`. */
export const reversePosting: Executor<'reverse_posting'> = async (context, { postingId }) => {
  const { tx, ledgerId } = context;
  const posting = await findPosting(tx, ledgerId, postingId);
  const payment = posting.paymentId === null ? null : await lockPayment(tx, ledgerId, posting.paymentId);
  const allocations = await readAllocations(tx, ledgerId, posting);
  const made = await readMadeItems(tx, ledgerId, postingId);
  const items = await lockItems(tx, ledgerId, [...allocations.map(({ openItemId }) => openItemId), ...made]);
  await refuseTakenBack(tx, ledgerId, postingId);
  await requireApprovalToUnletter(context, postingId);
  const values = await readBaseValues(tx, ledgerId, postingId);
  const legs: SettlementLeg[] = [];
  if (posting.cashMinor !== null && payment !== null) {
    const baseMinor = values.take(accounts.suspense, null, payment.currency, payment.side === 'credit' ? 1n : -1n);
    legs.push({ kind: 'cash', amountMinor: -posting.cashMinor, ...baseMinor });
  }
  for (const { openItemId, minor, means } of allocations) {
    const item = items.get(openItemId);
    if (item === undefined) throw new Error(`open item ${openItemId} was not locked`);
    const baseMinor = values.take(item.account, item.customerId, item.currency, item.side === 'debit' ? -1n : 1n);
    legs.push({ kind: 'item', openItemId, amountMinor: -minor, means, ...baseMinor });
  }
  for (const id of made) {
    const item = items.get(id);
    if (item === undefined || item.residualMinor !== item.amountMinor)
      throw new LedgerError('ledger.posting_built_on', { openItem: id });
    legs.push({ kind: 'item', openItemId: id, amountMinor: item.amountMinor, means: 'taken_back' });
  }
  for (const { account, side, amountMinor, currency } of await readOtherLines(tx, ledgerId, postingId))
    legs.push({ kind: 'account', account, side: side === 'credit' ? 'debit' : 'credit', amountMinor, currency });
  const isReturn = posting.label === 'returned';
  const undisputed = isReturn ? await undispute(context, posting, items, allocations) : [];
  const settled = await settle(context, 0, {
    label: 'taken_back',
    date: posting.postingDate,
    payment,
    items,
    legs,
    reversesPostingId: postingId,
  });
  // The bank named what it returned: nothing was suggested, and nobody learned from it.
  if (payment !== null && !isReturn) await unlearn(context, payment, items, allocations);
  return { outcome: { postingId: settled.postingId }, events: [...undisputed, settled.event] };
};

type Items = ReadonlyMap<OpenItemId, LockedItemRow>;

/** Clears what the return opened: it must still be open. */
async function undispute(
  context: CommandContext,
  { paymentId }: PostingRow,
  items: Items,
  allocations: readonly AllocationRow[],
): Promise<readonly AuditEvent[]> {
  const opened = new Map(
    allocations.filter(({ minor }) => minor < 0n).map(({ openItemId, minor }) => [openItemId, -minor]),
  );
  for (const [id, minor] of opened)
    if ((items.get(id)?.residualMinor ?? 0n) < minor)
      throw new LedgerError('ledger.posting_built_on', { openItem: id });
  return paymentId === null ? [] : undisputeReturn(context, paymentId, items, opened);
}

/** The same is not suggested again, and the payer not taken for the customers' own. */
async function unlearn(
  { tx, ledgerId, act }: CommandContext,
  { id: paymentId, counterpartyIban }: LockedPaymentRow,
  items: Items,
  allocations: readonly AllocationRow[],
): Promise<void> {
  const pairs = allocations.flatMap(({ openItemId }) => {
    const customerId = items.get(openItemId)?.customerId;
    return customerId === undefined ? [] : [{ paymentId, customerId, openItemId }];
  });
  await declineProposal(tx, ledgerId, pairs, act);
  if (counterpartyIban === null) return;
  const customerIds = [...new Set(pairs.map(({ customerId }) => customerId))];
  await forgetPayer(tx, ledgerId, { kind: 'iban', value: counterpartyIban }, customerIds, act);
}

type PostingRow = Readonly<{
  id: string;
  source: 'entry' | 'application' | 'command';
  label: string;
  postingDate: LocalDate;
  paymentId: PaymentId | null;
  cashMinor: bigint | null;
  reversesPostingId: string | null;
}>;

async function findPosting(tx: PoolClient, ledgerId: LedgerId, id: string): Promise<PostingRow> {
  const { rows } = await tx.query<PostingRow>(
    `select id, source, label, posting_date as "postingDate", payment_id as "paymentId", cash_minor as "cashMinor",
       reverses_posting_id as "reversesPostingId" from posting where ledger_id = $1 and id = $2`,
    [ledgerId, id],
  );
  const [posting] = rows;
  if (posting === undefined) throw new LedgerError('ledger.not_found', { posting: id });
  const tookBack = posting.reversesPostingId !== null && posting.label !== 'returned';
  if (posting.source === 'entry' || tookBack) throw new LedgerError('ledger.posting_not_reversible', { posting: id });
  return posting;
}

type AllocationRow = Readonly<{ openItemId: OpenItemId; minor: bigint; means: SettlementMeans }>;

async function readAllocations(tx: PoolClient, ledgerId: LedgerId, { id, paymentId }: PostingRow) {
  const { rows } = await tx.query<AllocationRow>(
    `select open_item_id as "openItemId", amount_minor as minor, means from allocation
     where ledger_id = $1 and posting_id = $2 and ${paymentId === null ? '$3::uuid is null and payment_id is null' : 'payment_id = $3'}
     order by open_item_id, means`,
    [ledgerId, id, paymentId],
  );
  return rows;
}

async function readMadeItems(tx: PoolClient, ledgerId: LedgerId, postingId: string): Promise<readonly OpenItemId[]> {
  const { rows } = await tx.query<{ id: OpenItemId }>(
    'select id from open_item where ledger_id = $1 and origin_posting_id = $2 order by id',
    [ledgerId, postingId],
  );
  return rows.map(({ id }) => id);
}

async function refuseTakenBack(tx: PoolClient, ledgerId: LedgerId, postingId: string): Promise<void> {
  const { rowCount } = await tx.query(
    `select from posting p where p.ledger_id = $1 and p.id = $2 and ${isTakenBack('p')}`,
    [ledgerId, postingId],
  );
  if (rowCount !== 0) throw new LedgerError('ledger.posting_not_reversible', { posting: postingId });
}

/**
 * What the posting's lines were worth in the base currency. The line of an account of a customer stands for all of its items:
 * the first leg takes the whole value back, and the others nothing.
 */
async function readBaseValues(tx: PoolClient, ledgerId: LedgerId, postingId: string) {
  const keyOf = (account: string, customerId: CustomerId | null, currency: CurrencyCode): string =>
    `${account} ${customerId ?? ''} ${currency}`;
  const { rows } = await tx.query<{
    account: string;
    customerId: CustomerId | null;
    currency: CurrencyCode;
    creditMinor: bigint;
  }>(
    `select account, customer_id as "customerId", currency,
       sum(case side when 'credit' then base_minor else -base_minor end)::bigint as "creditMinor"
     from posting_line where ledger_id = $1 and posting_id = $2 and base_minor is not null group by 1, 2, 3`,
    [ledgerId, postingId],
  );
  const left = new Map(rows.map((row) => [keyOf(row.account, row.customerId, row.currency), row.creditMinor]));
  return {
    /** `sign`: of a leg that takes back a credit. */
    take(account: string, customerId: CustomerId | null, currency: CurrencyCode, sign: 1n | -1n) {
      const key = keyOf(account, customerId, currency);
      const creditMinor = left.get(key);
      if (creditMinor === undefined) return {};
      left.set(key, 0n);
      return { baseMinor: sign * creditMinor };
    },
  };
}

/** Lines that stand neither for cash nor for a customer's item. */
async function readOtherLines(tx: PoolClient, ledgerId: LedgerId, postingId: string) {
  const { rows } = await tx.query<{
    account: string;
    side: Side;
    amountMinor: bigint;
    currency: CurrencyCode;
    customerId: CustomerId | null;
  }>(
    `select account, side, amount_minor as "amountMinor", currency from posting_line
     where ledger_id = $1 and posting_id = $2 and customer_id is null and account <> $3 order by line_index`,
    [ledgerId, postingId, accounts.suspense],
  );
  return rows;
}
