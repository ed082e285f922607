/**
 * Holds a settlement to the limits of the ledger, after it was written and before it is kept: what is counted then is all
 * that stands, of this command and of those before. Customers are locked, so that two clerks share one monthly limit.
 */
import type { PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { CustomerId, LedgerId, OpenItemId, PaymentId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { SettlementMeans } from '../../domain/settlement.ts';
import { accounts } from '../accounts.ts';
import { LedgerError } from '../errors.ts';
import { isLate, largestDiscount } from '../plan/discount.ts';
import { valueInBase, type Worth } from '../plan/exchange.ts';
import { shareOf } from '../plan/rounding.ts';
import type { SettlementLeg } from '../plan/settlement-model.ts';
import { judgeLetOff, type LetOff, type WrittenOff } from '../plan/tolerances.ts';
import type { CommandContext } from './carry-out.ts';
import type { LockedItemRow, LockedPaymentRow } from './lock-settlement-rows.ts';
import { readTolerances, requireApproval } from './needs-approval.ts';
import { readRate, readWorth } from './read-worth.ts';
import type { Settled, Settlement } from './settle.ts';

type Written = Pick<Settlement, 'payment' | 'items' | 'legs'> & Readonly<{ worth: Worth }>;

const differenceAccounts: readonly string[] = [accounts.differenceLost, accounts.differenceGained];
const exchangeAccounts: readonly string[] = [accounts.exchangeLost, accounts.exchangeGained];
const conceding: ReadonlySet<SettlementMeans> = new Set(['write_off', 'discount', 'bank_charge']);

/** @throws LedgerError `ledger.write_off_over_limit`, `ledger.discount_too_large`, `ledger.base_value_unknown`; ApprovalNeeded. */
export async function checkLetOff(context: CommandContext, settled: Settled, written: Written): Promise<void> {
  const { tx, ledgerId } = context;
  const { payment, items, legs, worth } = written;
  const concessions = legs.filter((leg) => leg.kind === 'item').filter(({ means }) => conceding.has(means));
  const concededIds = new Set(concessions.map(({ openItemId }) => openItemId));
  const isOverpaid =
    payment !== null &&
    concessions.every(({ means }) => means !== 'write_off') &&
    bookedOn(legs, differenceAccounts) > 0n;
  const exchange = exchangeOf(legs, items, worth);
  if (concededIds.size === 0 && !isOverpaid && exchange.differenceMinor === 0n) return;
  const customerIds = new Set([...items.values()].map(({ customerId }) => customerId));
  await lockCustomers(tx, ledgerId, customerIds);
  const documents = await readConceded(tx, ledgerId, [...concededIds], items, worth);
  const writtenOff = [...documents.writtenOff];
  if (isOverpaid) writtenOff.push(await readOverpaid(tx, ledgerId, payment, worth));
  const monthly: { customer: string; baseMinor: bigint }[] = [];
  if (writtenOff.length > 0)
    for (const customerId of customerIds)
      monthly.push({
        customer: customerId,
        baseMinor: await sumOfMonth(tx, ledgerId, customerId, settled.postingDate),
      });
  const late = payment === null ? [] : documents.discounts.filter(({ item }) => isLate(item, payment.bookingDate));
  const conceded = [
    ...documents.charges.map(({ item, minor }) => concededOf('bank charge', worthOf(worth, item, minor))),
    ...late.map(({ item, minor }) => concededOf('late discount', worthOf(worth, item, minor))),
  ];
  const limits = await readTolerances(tx, ledgerId, worth.baseCurrency);
  const judged = judgeLetOff(limits, worth.baseCurrency, { writtenOff, monthly, conceded, exchange });
  if (judged.refusal !== null) throw new LedgerError(judged.refusal.code, judged.refusal.details);
  requireApproval(context, judged.reasons);
}

const bookedOn = (legs: readonly SettlementLeg[], on: readonly string[]): bigint =>
  legs.reduce((sum, leg) => (leg.kind === 'account' && on.includes(leg.account) ? sum + leg.amountMinor : sum), 0n);

function exchangeOf(legs: readonly SettlementLeg[], items: Written['items'], { baseCurrency }: Worth) {
  const bookedMinor = legs.reduce((sum, leg) => {
    if (leg.kind !== 'item' || leg.means !== 'payment') return sum;
    const own = items.get(leg.openItemId)?.currency === baseCurrency ? leg.amountMinor : 0n;
    return sum + (leg.baseMinor ?? own);
  }, 0n);
  return { differenceMinor: bookedOn(legs, exchangeAccounts), bookedMinor };
}

async function lockCustomers(tx: PoolClient, ledgerId: LedgerId, ids: ReadonlySet<CustomerId>): Promise<void> {
  await tx.query('select from customer where ledger_id = $1 and id = any($2) order by id for no key update', [
    ledgerId,
    [...ids],
  ]);
}

/** Minor units of a document in the base currency, half up. */
export function worthOf(
  { baseCurrency, documents }: Worth,
  item: Readonly<{ id: OpenItemId; currency: CurrencyCode; amountMinor: bigint }>,
  minor: bigint,
): bigint {
  if (item.currency === baseCurrency) return minor;
  const document = documents.get(item.id);
  if (document === undefined) throw new LedgerError('ledger.base_value_unknown', { openItem: item.id });
  return shareOf(document.baseMinor, minor, item.amountMinor);
}

type Conceded = Readonly<{ item: LockedItemRow; minor: bigint }>;

const concededOf = (what: LetOff['conceded'][number]['what'], baseMinor: bigint) => ({ what, baseMinor });

/** Everything that was ever conceded of these documents, by what it is. */
async function readConceded(
  tx: PoolClient,
  ledgerId: LedgerId,
  ids: readonly OpenItemId[],
  items: Written['items'],
  worth: Worth,
) {
  const writtenOff: WrittenOff[] = [];
  const charges: Conceded[] = [];
  const discounts: Conceded[] = [];
  const { rows } = await tx.query<{ openItemId: OpenItemId; means: SettlementMeans; minor: bigint }>(
    `select open_item_id as "openItemId", means, sum(amount_minor)::bigint as minor from allocation
     where ledger_id = $1 and open_item_id = any($2) group by 1, 2 order by 1, 2`,
    [ledgerId, ids],
  );
  for (const { openItemId, means, minor } of rows) {
    const item = items.get(openItemId);
    if (item === undefined || minor <= 0n || !conceding.has(means)) continue;
    if (means === 'write_off') {
      const baseMinor = worthOf(worth, item, minor);
      writtenOff.push({ subject: item.id, ofMinor: item.amountMinor, writtenOffMinor: minor, baseMinor });
    } else if (means === 'bank_charge') charges.push({ item, minor });
    else if (minor <= largestDiscount(item)) discounts.push({ item, minor });
    else throw new LedgerError('ledger.discount_too_large', { openItem: item.id, discount: String(minor) });
  }
  return { writtenOff, charges, discounts };
}

/** What of a payment was more than its items, and given up by the payer; a posting that writes items off has none. */
const overpaidLines = `
  select p.payment_id, l.currency, paid.booking_date, paid.amount_minor, coalesce(r.posting_date, p.posting_date) as day,
    case when r.id is null then l.amount_minor else -l.amount_minor end as minor
  from posting p
  join posting_line l on l.ledger_id = p.ledger_id and l.posting_id = p.id and l.account in ('658', '758')
  join payment paid on paid.ledger_id = p.ledger_id and paid.id = p.payment_id
  left join posting r on r.ledger_id = p.ledger_id and r.id = p.reverses_posting_id
  where p.ledger_id = $1 and not exists (select from allocation a where a.ledger_id = p.ledger_id
    and a.payment_id = p.payment_id and a.posting_id = p.id and a.means = 'write_off')`;

async function readOverpaid(
  tx: PoolClient,
  ledgerId: LedgerId,
  { id, currency, amountMinor, bookingDate }: LockedPaymentRow,
  { baseCurrency }: Worth,
): Promise<WrittenOff> {
  const { rows } = await tx.query<{ minor: bigint }>(
    `select coalesce(sum(minor), 0)::bigint as minor from (${overpaidLines} and p.payment_id = $2) o`,
    [ledgerId, id],
  );
  const writtenOffMinor = rows[0]?.minor ?? 0n;
  const baseMinor = await cashInBase(tx, ledgerId, { id, currency, bookingDate }, writtenOffMinor, baseCurrency);
  return { subject: id, ofMinor: amountMinor, writtenOffMinor, baseMinor };
}

async function cashInBase(
  tx: PoolClient,
  ledgerId: LedgerId,
  payment: Readonly<{ id: PaymentId; currency: CurrencyCode; bookingDate: LocalDate }>,
  minor: bigint,
  baseCurrency: CurrencyCode,
): Promise<bigint> {
  if (payment.currency === baseCurrency) return minor;
  const rate = await readRate(tx, ledgerId, payment.currency, payment.bookingDate);
  const value = rate === null ? null : valueInBase(minor, payment.currency, rate, baseCurrency);
  if (value === null) throw new LedgerError('ledger.base_value_unknown', { payment: payment.id });
  return value;
}

type WrittenOffItem = Readonly<{
  id: OpenItemId;
  currency: CurrencyCode;
  amountMinor: bigint;
  baseMinor: bigint | null;
  issueDate: LocalDate;
  minor: bigint;
}>;

/** In the base currency, in the calendar month of `day`; what was taken back counts in the month it was written off in. */
async function sumOfMonth(tx: PoolClient, ledgerId: LedgerId, customerId: CustomerId, day: LocalDate): Promise<bigint> {
  const month = `date_trunc('month', $3::date)`;
  const items = await tx.query<WrittenOffItem>(
    `select i.id, i.currency, i.amount_minor as "amountMinor", i.base_minor as "baseMinor", i.issue_date as "issueDate",
       sum(a.amount_minor)::bigint as minor
     from open_item i
     join allocation a on a.ledger_id = i.ledger_id and a.open_item_id = i.id and a.means = 'write_off'
     join posting p on p.ledger_id = a.ledger_id and p.id = a.posting_id
     left join posting r on r.ledger_id = p.ledger_id and r.id = p.reverses_posting_id
     where i.ledger_id = $1 and i.customer_id = $2
       and date_trunc('month', coalesce(r.posting_date, p.posting_date)) = ${month}
     group by i.ledger_id, i.id having sum(a.amount_minor) <> 0`,
    [ledgerId, customerId, day],
  );
  const overpaid = await tx.query<
    Readonly<{ id: PaymentId; currency: CurrencyCode; bookingDate: LocalDate; minor: bigint }>
  >(
    `select payment_id as id, currency, booking_date as "bookingDate", sum(minor)::bigint as minor
     from (${overpaidLines} and p.id in (select a.posting_id from allocation a join open_item i
       on i.ledger_id = a.ledger_id and i.id = a.open_item_id where i.ledger_id = $1 and i.customer_id = $2)) o
     where date_trunc('month', day) = ${month} group by 1, 2, 3 having sum(minor) <> 0`,
    [ledgerId, customerId, day],
  );
  const worth = await readWorth(tx, ledgerId, null, items.rows);
  let sum = items.rows.reduce((total, row) => total + worthOf(worth, row, row.minor), 0n);
  for (const { minor, ...payment } of overpaid.rows)
    sum += await cashInBase(tx, ledgerId, payment, minor, worth.baseCurrency);
  return sum;
}
