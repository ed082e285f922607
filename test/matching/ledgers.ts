/* oxlint-disable typescript/no-unsafe-type-assertion -- sample ids and days are branded by hand */
/** Little ledgers for tests: a line a row, amounts in minor units, ids made of what the row says. */
import { createHash } from 'node:crypto';
import type { CurrencyCode } from '../../src/domain/currency.ts';
import type { CustomerId, OpenItemId, PaymentId } from '../../src/domain/ids.ts';
import type { LocalDate } from '../../src/domain/local-date.ts';
import type { Payment } from '../../src/domain/match.ts';
import type { PartitionAlias, PartitionCustomer, PartitionItem } from '../../src/domain/partition.ts';
import {
  openPartition,
  partitionBuilder,
  type Partition,
  type PartitionColumns,
} from '../../src/matching/index/partition.ts';
import type { PartitionRate, PartitionCollection, RecentPayment } from '../../src/matching/index/partition-builder.ts';

const uuid = (kind: string, index: number): string =>
  `${kind}0000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

export const day = (text: string) => text as LocalDate;
export const currency = (code: string) => code as CurrencyCode;
export const customerId = (index: number) => uuid('c', index) as CustomerId;
export const paymentId = (index: number) => uuid('e', index) as PaymentId;

/** An id that a document can print; {@link itemId} is the usual one. */
export const printableItemId = (index: number) => uuid('d', index) as OpenItemId;

/** The same text, the same id. */
export function itemId(text: string): OpenItemId {
  const digest = createHash('sha256').update(text).digest('hex');
  const parts = [`d${digest.slice(0, 7)}`, digest.slice(7, 11), `4${digest.slice(11, 14)}`, `8${digest.slice(14, 17)}`];
  return [...parts, digest.slice(17, 29)].join('-') as OpenItemId;
}

export const customer = (index: number, name: string, ...ibans: readonly string[]): PartitionCustomer => ({
  customerId: customerId(index),
  code: `C${index}`,
  name,
  ibans,
});

export const garage = customer(1, 'Garage Müller SARL', 'DE89370400440532013000');
export const atelier = customer(2, 'Atelier Nord SAS', 'FR7630006000011234567890189');

/** How a payer of customer 1 may be told: by its name, by an account that two customers share, not at all, wrongly. */
export const known = { by: 'Garage Müller' };
export const half = { from: 'BE68539007547034' };
export const nobody = { by: 'Factofrance' };
export const stranger = { by: 'Atelier Nord' };

export const alias = (index: number, kind: PartitionAlias['kind'], value: string): PartitionAlias => ({
  customerId: customerId(index),
  kind,
  value,
  confirmedCount: 3,
  lastDate: day('2026-01-15'),
});

type ItemFields = Omit<Partial<PartitionItem>, 'customerId'> & Readonly<{ of?: number }>;

/** An open invoice of customer 1, unless `of` says whose. */
export function invoice(
  documentNumber: string,
  residual: number,
  { of = 1, ...fields }: ItemFields = {},
): PartitionItem {
  const residualMinor = BigInt(residual);
  return {
    openItemId: itemId(`${of} ${fields.kind ?? 'invoice'} ${documentNumber}`),
    customerId: customerId(of),
    kind: 'invoice',
    documentNumber,
    creditorReference: null,
    purchaseOrder: null,
    currency: currency('EUR'),
    issueDate: day('2026-01-31'),
    dueDate: day('2026-03-02'),
    amountMinor: residualMinor === 0n ? 12_000n : residualMinor,
    residualMinor,
    disputedMinor: 0n,
    discount: null,
    ...fields,
  };
}

export const creditNote = (documentNumber: string, residual: number, fields: ItemFields = {}): PartitionItem =>
  invoice(documentNumber, residual, { ...fields, kind: 'credit_note' });

/** A document that nothing is left of. */
export const closed = (documentNumber: string, fields: ItemFields = {}): PartitionItem =>
  invoice(documentNumber, 0, fields);

/** Invoices `prefix` + `from`, `from` + 1, … of one amount each. */
export const invoices = (prefix: string, from: number, amounts: readonly number[], fields: ItemFields = {}) =>
  amounts.map((amount, place) => invoice(`${prefix}${String(from + place).padStart(5, '0')}`, amount, fields));

type PaymentFields = Omit<Partial<Payment>, 'id' | 'unappliedMinor'> &
  Readonly<{ id?: number; by?: string; from?: string }>;

/** Money in: minor units, what the payer wrote (a line for each line feed), and `by` whom (name) `from` where (IBAN). */
export function payment(unapplied: number | bigint, text = '', fields: PaymentFields = {}): Payment {
  const { id = 1, by = null, from = null, ...others } = fields;
  return {
    id: paymentId(id),
    side: 'credit',
    currency: currency('EUR'),
    unappliedMinor: BigInt(unapplied),
    bookingDate: day('2026-03-02'),
    isReversal: false,
    returnReason: null,
    bankTransactionCode: 'PMNT/RCDT/ESCT',
    batchCount: null,
    counterpartyName: by,
    counterpartyIban: from,
    remittance: text === '' ? [] : text.split('\n'),
    creditorReference: null,
    endToEndId: null,
    instructed: null,
    ...others,
  };
}

/**
 * Twenty invoices of customer 2, so that the ledger knows how it numbers (`FA2026-…`, issued in 2026); `common` of
 * them are open over the amount, which is then not rare.
 */
export const background = (amount = 0, common = 0): readonly PartitionItem[] =>
  Array.from({ length: 20 }, (_, place) =>
    invoice(`FA2026-0${8_000 + place * 37}`, place < common ? amount : 731 + place * 13, { of: 2 }),
  );

/** The account of {@link half} belongs to both. */
export const sharedAccount = [1, 2].map((index) => alias(index, 'iban', half.from));

export type Ledger = Readonly<{
  items: readonly PartitionItem[];
  customers?: readonly PartitionCustomer[];
  aliases?: readonly PartitionAlias[];
  collections?: readonly PartitionCollection[];
  rates?: readonly PartitionRate[];
  paid?: readonly RecentPayment[];
}>;

/** Open items of customer 1 beside the {@link background}; the account of {@link half} pays for both. */
export const ledgerOf = (...items: readonly PartitionItem[]): Ledger => ({
  items: [...items, ...background()],
  aliases: sharedAccount,
});

/** @param ledger - customers are {@link garage} and {@link atelier} unless it names others. */
export function columnsOf(ledger: Ledger): PartitionColumns {
  const { items, customers = [garage, atelier], aliases = [], collections = [], rates = [], paid = [] } = ledger;
  const builder = partitionBuilder({
    itemCount: items.length,
    customerCount: customers.length,
    ibanCount: customers.reduce((count, { ibans }) => count + ibans.length, 0),
    textBytes: 16,
  });
  for (const each of customers) builder.addCustomer(each);
  for (const each of aliases) builder.addAlias(each);
  for (const each of items) builder.addItem(each);
  for (const each of collections) builder.addCollection(each);
  for (const each of rates) builder.addRate(each);
  for (const each of paid) builder.addPaid(each);
  return builder.finish();
}

export const partitionOf = (ledger: Ledger): Partition => openPartition(columnsOf(ledger));
