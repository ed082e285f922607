/**
 * What matching reads of one partition (ledger, currency): open items, customers, and what is known of payers.
 * Everything streams out by COPY, a network chunk of rows at a time: they are never all in memory here.
 */
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { parseCurrency, type CurrencyCode } from '../../domain/currency.ts';
import type { CustomerId, LedgerId, OpenItemId, PaymentId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { EarlyPaymentDiscount, OpenItemKind } from '../../domain/open-item.ts';
import type {
  PartitionAlias,
  PartitionCustomer,
  PartitionItem,
  PartitionMeasure,
  RecentPayment,
} from '../../domain/partition.ts';
import { readCopyRows, type CopiedRow } from '../copy-text.ts';
import type { Rewind } from '../plan/rewind.ts';
import { seenKey, seenPayments, type PaymentsSeen } from './waiting-payments.ts';

/** Items that the ledger made itself, such as money on account, are a person's to use. */
const isMatched = `account = '411' and kind in ('invoice', 'credit_note', 'down_payment')`;

/** Counted first, so that the shared columns are allocated once, at their exact size, or not at all. */
export async function measurePartition(
  tx: PoolClient,
  ledgerId: LedgerId,
  currency: CurrencyCode,
): Promise<PartitionMeasure> {
  const { rows } = await tx.query<{ [K in keyof PartitionMeasure]: number }>(
    `with items as (
       select count(*)::int as count,
         coalesce(sum(octet_length(document_number) + coalesce(octet_length(creditor_reference), 0)
           + coalesce(octet_length(purchase_order), 0)), 0)::float8 as bytes
       from open_item where ledger_id = $1 and currency = $2 and ${isMatched}),
     names as (select count(*)::int as count, coalesce(sum(octet_length(name)), 0)::float8 as bytes
       from customer where ledger_id = $1),
     ibans as (select count(*)::int as count from customer_iban where ledger_id = $1),
     learned as (select count(*) filter (where kind = 'iban')::int as ibans, count(*) filter (where kind = 'name')::int as names,
         coalesce(sum(octet_length(value)) filter (where kind = 'name'), 0)::float8 as bytes
       from payer_alias where ledger_id = $1)
     select items.count as "itemCount", items.bytes as "textBytes", names.count as "customerCount",
       ibans.count + learned.ibans as "ibanCount", names.count + learned.names as "nameCount",
       names.bytes + learned.bytes as "nameBytes"
     from items, names, ibans, learned`,
    [ledgerId, currency],
  );
  const [measure] = rows;
  if (measure === undefined) throw new Error('a count gave no row');
  return measure;
}

/** All items of the partition, closed ones included: a payment that names one must not be taken for something else. */
export async function* readPartitionItems(
  tx: PoolClient,
  ledgerId: LedgerId,
  currency: CurrencyCode,
): AsyncGenerator<readonly PartitionItem[]> {
  const source = tx.query(
    copyTo(`copy (select id, customer_id, kind, document_number, creditor_reference, purchase_order, issue_date, due_date,
        amount_minor, residual_minor, disputed_minor, discount_bp, discount_until from open_item
      where ledger_id = ${literal(ledgerId)} and currency = '${checked(currency)}' and ${isMatched}) to stdout`),
  );
  for await (const rows of readCopyRows(source)) yield rows.map((row) => toItem(row, currency));
}

function toItem(row: CopiedRow, currency: CurrencyCode): PartitionItem {
  const [id, customer, kind, documentNumber, creditorReference, purchaseOrder, issued, due, ...rest] = row;
  const [amount, residual, disputed, discountBp, discountUntil] = rest;
  return {
    openItemId: id as OpenItemId,
    customerId: customer as CustomerId,
    kind: kind as OpenItemKind,
    documentNumber: documentNumber ?? '',
    creditorReference: creditorReference ?? null,
    purchaseOrder: purchaseOrder ?? null,
    currency,
    issueDate: issued as LocalDate,
    dueDate: due as LocalDate,
    amountMinor: BigInt(amount ?? '0'),
    residualMinor: BigInt(residual ?? '0'),
    disputedMinor: BigInt(disputed ?? '0'),
    discount: discountOf(discountBp, discountUntil),
  };
}

const discountOf = (bp: string | null | undefined, until: string | null | undefined): EarlyPaymentDiscount | null =>
  bp === null || bp === undefined ? null : { bp: +bp, until: until as LocalDate };

export async function* readPartitionCustomers(
  tx: PoolClient,
  ledgerId: LedgerId,
): AsyncGenerator<readonly PartitionCustomer[]> {
  const source = tx.query(
    copyTo(`copy (select c.id, c.code, c.name, coalesce((select string_agg(i.iban, ' ' order by i.iban) from customer_iban i
        where i.ledger_id = c.ledger_id and i.customer_id = c.id), '') from customer c
      where c.ledger_id = ${literal(ledgerId)}) to stdout`),
  );
  for await (const rows of readCopyRows(source)) {
    yield rows.map(([id, code, name, ibans]) => ({
      customerId: id as CustomerId,
      code: code ?? '',
      name: name ?? '',
      ibans: (ibans ?? '').split(' ').filter((iban) => iban !== ''),
    }));
  }
}

/** Payers that people have confirmed, for all currencies of the ledger. */
export async function* readPayerAliases(tx: PoolClient, ledgerId: LedgerId): AsyncGenerator<readonly PartitionAlias[]> {
  const source = tx.query(
    copyTo(`copy (select customer_id, kind, value, confirmed_count, last_date from payer_alias
      where ledger_id = ${literal(ledgerId)}) to stdout`),
  );
  for await (const rows of readCopyRows(source)) {
    yield rows.map(([customer, kind, value, confirmedCount, lastDate]) => ({
      customerId: customer as CustomerId,
      kind: kind as PartitionAlias['kind'],
      value: value ?? '',
      confirmedCount: +(confirmedCount ?? '0'),
      lastDate: lastDate as LocalDate,
    }));
  }
}

/**
 * Payments applied to customers, as far as one that the run looks at may repeat them: of the same amount, booked within
 * `days` before it.
 */
export async function readRecentPayments(
  tx: PoolClient,
  ledgerId: LedgerId,
  seen: PaymentsSeen,
  days: number,
  rewind: Rewind,
): Promise<readonly RecentPayment[]> {
  const { rows } = await tx.query<
    RecentPayment & Readonly<{ paymentId: PaymentId; postingId: string; clearedMinor: bigint }>
  >(
    `select i.customer_id as "customerId", p.amount_minor as "amountMinor", p.booking_date as date, p.id as "paymentId",
       a.posting_id as "postingId", sum(a.amount_minor)::bigint as "clearedMinor"
     from ${seenPayments(seen)}
     join payment p on p.ledger_id = seen.ledger_id and p.currency = seen.currency and p.side = seen.side
       and p.amount_minor = seen.amount_minor and p.booking_date between seen.booking_date - $3::int and seen.booking_date
     join allocation a on a.ledger_id = p.ledger_id and a.payment_id = p.id
     join open_item i on i.ledger_id = a.ledger_id and i.id = a.open_item_id
     where seen.side = 'credit' group by 1, 2, 3, 4, 5`,
    [ledgerId, seenKey(seen), days],
  );
  // What was taken back by then is no payment of the customer's.
  const clearedMinor = new Map<string, bigint>();
  for (const row of rows)
    if (rewind.wasBooked(row.postingId)) {
      const key = `${row.customerId} ${row.paymentId}`;
      clearedMinor.set(key, (clearedMinor.get(key) ?? 0n) + row.clearedMinor);
    }
  const recent = new Map<string, RecentPayment>();
  for (const { customerId, paymentId, amountMinor, date } of rows)
    if ((clearedMinor.get(`${customerId} ${paymentId}`) ?? 0n) > 0n)
      recent.set(`${customerId} ${amountMinor} ${date}`, { customerId, amountMinor, date });
  return [...recent.values()];
}

// COPY takes no parameters: what is put into its text is checked to be a number, or a currency of the table.
function literal(ledgerId: LedgerId): string {
  if (!Number.isSafeInteger(ledgerId)) throw new TypeError('a ledger id is a whole number');
  return String(ledgerId);
}

function checked(currency: CurrencyCode): string {
  if (!parseCurrency(currency).ok) throw new TypeError('not an ISO 4217 code');
  return currency;
}
