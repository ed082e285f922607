/**
 * Takes a posting back, whole: its legs once more, negative. What it made must still be whole, and nothing may have been
 * taken back of it that stands. The engine is told: the same suggestion is not made again, the payer it learned is
 * forgotten. A return that was booked by mistake is taken back as well: what it opened is cleared as it was, what it
 * disputed is disputed no more, and the engine leaves its payment to people. Other than that, what took something back
 * stays: the payment and the items are free, so it is done anew.
 */
import type { PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId, OpenItemId, PaymentId } from '../../domain/ids.ts';
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
  const lines = await readOwnLines(tx, ledgerId, postingId);
  const legs = [
    ...(payment === null ? [] : cashLegs(lines, payment)),
    ...allocations.map(({ openItemId, minor, means, ...row }): SettlementLeg => {
      return { kind: 'item', openItemId, amountMinor: -minor, means, ...valueOf(row.baseMinor, -1n) };
    }),
    ...made.map((id) => goneLeg(items, id)),
    ...lines.filter(isNotCash).map(({ side, baseMinor, ...line }): SettlementLeg => {
      return { kind: 'account', side: side === 'credit' ? 'debit' : 'credit', ...line, ...valueOf(baseMinor) };
    }),
  ];
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

const valueOf = (baseMinor: bigint | null, sign: 1n | -1n = 1n): { baseMinor?: bigint } =>
  baseMinor === null ? {} : { baseMinor: sign * baseMinor };

const isNotCash = ({ account }: OwnLine): boolean => account !== accounts.suspense;

/** Each by itself: what a payment took of one customer and gave another may sum to nothing, and was booked all the same. */
function cashLegs(lines: readonly OwnLine[], payment: LockedPaymentRow): readonly SettlementLeg[] {
  const legs = lines
    .filter((line) => !isNotCash(line))
    .map(({ side, amountMinor, baseMinor }): SettlementLeg => {
      const sign = side === payment.side ? 1n : -1n;
      return { kind: 'cash', amountMinor: sign * amountMinor, ...valueOf(baseMinor, sign) };
    });
  return legs.length > 0 ? legs : [noCash];
}

/** Of a payment that settled differences alone. */
const noCash: SettlementLeg = { kind: 'cash', amountMinor: 0n };

/** What the posting made is gone with it, if nothing was done with it. */
function goneLeg(items: Items, openItemId: OpenItemId): SettlementLeg {
  const item = items.get(openItemId);
  if (item === undefined || item.residualMinor !== item.amountMinor)
    throw new LedgerError('ledger.posting_built_on', { openItem: openItemId });
  return { kind: 'item', openItemId, amountMinor: item.amountMinor, means: 'taken_back', ...valueOf(item.baseMinor) };
}

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
  reversesPostingId: string | null;
}>;

async function findPosting(tx: PoolClient, ledgerId: LedgerId, id: string): Promise<PostingRow> {
  const { rows } = await tx.query<PostingRow>(
    `select o.id, o.source, o.label, o.posting_date as "postingDate", o.payment_id as "paymentId",
       o.reverses_posting_id as "reversesPostingId"
     from posting o
     where o.ledger_id = $1 and o.id = $2`,
    [ledgerId, id],
  );
  const [posting] = rows;
  if (posting === undefined) throw new LedgerError('ledger.not_found', { posting: id });
  const tookBack = posting.reversesPostingId !== null && posting.label !== 'returned';
  if (posting.source === 'entry' || tookBack) throw new LedgerError('ledger.posting_not_reversible', { posting: id });
  return posting;
}

type AllocationRow = Readonly<{
  openItemId: OpenItemId;
  minor: bigint;
  means: SettlementMeans;
  baseMinor: bigint | null;
}>;

async function readAllocations(tx: PoolClient, ledgerId: LedgerId, { id, paymentId }: PostingRow) {
  const { rows } = await tx.query<AllocationRow>(
    `select open_item_id as "openItemId", amount_minor as minor, means, base_minor as "baseMinor" from allocation
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

type OwnLine = Readonly<{
  account: string;
  side: Side;
  amountMinor: bigint;
  currency: CurrencyCode;
  baseMinor: bigint | null;
}>;

/** Lines that stand for no item of a customer: cash, and other accounts. */
async function readOwnLines(tx: PoolClient, ledgerId: LedgerId, postingId: string): Promise<readonly OwnLine[]> {
  const { rows } = await tx.query<OwnLine>(
    `select account, side, amount_minor as "amountMinor", currency, base_minor as "baseMinor" from posting_line
     where ledger_id = $1 and posting_id = $2 and customer_id is null order by line_index`,
    [ledgerId, postingId],
  );
  return rows;
}
