/**
 * What matching reads: the open items and customers of one partition (ledger, currency), and the payments that wait.
 * Everything streams out by COPY: rows are never all in memory here.
 */
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { parseCurrency, type CurrencyCode } from '../../domain/currency.ts';
import type { CustomerId, LedgerId, OpenItemId, PaymentId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Payment } from '../../domain/match.ts';
import type { OpenItemKind } from '../../domain/open-item.ts';
import type { PartitionCustomer, PartitionItem, PartitionSize } from '../../domain/partition.ts';
import { readCopyRows } from '../copy-text.ts';

/** Counted first, so that the shared columns are allocated once, at their exact size. */
export async function measurePartition(
  tx: PoolClient,
  ledgerId: LedgerId,
  currency: CurrencyCode,
): Promise<PartitionSize> {
  const { rows } = await tx.query<{ [K in keyof PartitionSize]: number }>(
    `with items as (
       select count(*)::int as count,
         coalesce(sum(octet_length(document_number) + coalesce(octet_length(creditor_reference), 0)), 0)::int as bytes
       from open_item where ledger_id = $1 and currency = $2),
     names as (select count(*)::int as count, coalesce(sum(octet_length(name)), 0)::int as bytes from customer where ledger_id = $1),
     ibans as (select count(*)::int as count, coalesce(sum(octet_length(iban)), 0)::int as bytes from customer_iban where ledger_id = $1)
     select items.count as "itemCount", names.count as "customerCount", ibans.count as "ibanCount",
       items.bytes + names.bytes + ibans.bytes as "textBytes" from items, names, ibans`,
    [ledgerId, currency],
  );
  const [size] = rows;
  if (size === undefined) throw new Error('a count gave no row');
  return size;
}

/** All items of the partition, closed ones included: a payment that names one must not be taken for something else. */
export async function* readPartitionItems(
  tx: PoolClient,
  ledgerId: LedgerId,
  currency: CurrencyCode,
): AsyncGenerator<PartitionItem> {
  const source = tx.query(
    copyTo(`copy (select id, customer_id, kind, document_number, creditor_reference, residual_minor from open_item
      where ledger_id = ${literal(ledgerId)} and currency = '${checked(currency)}') to stdout`),
  );
  for await (const [id, customer, kind, documentNumber, creditorReference, residual] of readCopyRows(source)) {
    yield {
      openItemId: id as OpenItemId,
      customerId: customer as CustomerId,
      kind: kind as OpenItemKind,
      documentNumber: documentNumber ?? '',
      creditorReference: creditorReference ?? null,
      residualMinor: BigInt(residual ?? '0'),
    };
  }
}

export async function* readPartitionCustomers(tx: PoolClient, ledgerId: LedgerId): AsyncGenerator<PartitionCustomer> {
  const source = tx.query(
    copyTo(`copy (select c.id, c.name, coalesce((select string_agg(i.iban, ' ' order by i.iban) from customer_iban i
        where i.ledger_id = c.ledger_id and i.customer_id = c.id), '') from customer c
      where c.ledger_id = ${literal(ledgerId)}) to stdout`),
  );
  for await (const [id, name, ibans] of readCopyRows(source)) {
    yield {
      customerId: id as CustomerId,
      name: name ?? '',
      ibans: (ibans ?? '').split(' ').filter((iban) => iban !== ''),
    };
  }
}

/** Ids that cut the waiting payments into ranges of about `rangeSize`, in order; the last range is open-ended. */
export async function listPaymentRanges(
  tx: PoolClient,
  ledgerId: LedgerId,
  currency: CurrencyCode,
  rangeSize: number,
): Promise<readonly PaymentRange[]> {
  const { rows } = await tx.query<{ id: PaymentId }>(
    `select id from (select id, row_number() over (order by id) - 1 as position from payment
       where ledger_id = $1 and currency = $2 and unapplied_minor > 0) numbered
     where position % $3 = 0 order by id`,
    [ledgerId, currency, rangeSize],
  );
  return rows.map(({ id }, index) => ({ from: id, before: rows[index + 1]?.id ?? null }));
}

/** `from` included, `before` not; null: no upper end. */
export type PaymentRange = Readonly<{ from: PaymentId; before: PaymentId | null }>;

/** The payments of a range that have something unapplied, money in and money out, by id. */
export async function readWaitingPayments(
  tx: PoolClient,
  ledgerId: LedgerId,
  currency: CurrencyCode,
  { from, before }: PaymentRange,
): Promise<readonly Payment[]> {
  const { rows } = await tx.query<Payment & { bookingDate: LocalDate }>(
    `select id, side, currency, unapplied_minor as "unappliedMinor", booking_date as "bookingDate",
       is_reversal as "isReversal", return_reason as "returnReason", bank_transaction_code as "bankTransactionCode",
       batch_count as "batchCount", counterparty_name as "counterpartyName", counterparty_iban as "counterpartyIban",
       remittance, creditor_reference as "creditorReference", end_to_end_id as "endToEndId"
     from payment where ledger_id = $1 and currency = $2 and unapplied_minor > 0 and id >= $3
       and ($4::uuid is null or id < $4) order by id`,
    [ledgerId, currency, from, before],
  );
  return rows;
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
