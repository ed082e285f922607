/* oxlint-disable typescript/no-unsafe-type-assertion -- sample ids and days are branded by hand */
import type { CurrencyCode } from '../../src/domain/currency.ts';
import type { CustomerId, OpenItemId, PaymentId } from '../../src/domain/ids.ts';
import type { LocalDate } from '../../src/domain/local-date.ts';
import type { Payment } from '../../src/domain/match.ts';
import type { PartitionCustomer, PartitionItem } from '../../src/domain/partition.ts';
import {
  openPartition,
  partitionBuilder,
  type Partition,
  type PartitionColumns,
} from '../../src/matching/index/partition.ts';

const uuid = (kind: string, index: number): string =>
  `${kind}0000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

export const customerId = (index: number) => uuid('c', index) as CustomerId;
export const itemId = (index: number) => uuid('d', index) as OpenItemId;
export const paymentId = (index: number) => uuid('e', index) as PaymentId;
export const day = (text: string) => text as LocalDate;

export const customer = (index: number, name: string, ...ibans: readonly string[]): PartitionCustomer => ({
  customerId: customerId(index),
  code: `C${index}`,
  name,
  ibans,
});

/** An open invoice of customer 1 over 120.00, unless said otherwise. */
export const item = (index: number, documentNumber: string, fields: Partial<PartitionItem> = {}): PartitionItem => ({
  openItemId: itemId(index),
  customerId: customerId(1),
  kind: 'invoice',
  documentNumber,
  creditorReference: null,
  purchaseOrder: null,
  currency: 'EUR' as CurrencyCode,
  issueDate: day('2026-01-31'),
  dueDate: day('2026-03-02'),
  amountMinor: 12_000n,
  residualMinor: 12_000n,
  discount: null,
  ...fields,
});

/** A transfer of 120.00 EUR from nobody in particular, without a word. */
export const payment = (fields: Partial<Payment> = {}): Payment => ({
  id: paymentId(1),
  side: 'credit',
  currency: 'EUR' as CurrencyCode,
  unappliedMinor: 12_000n,
  bookingDate: day('2026-03-02'),
  isReversal: false,
  returnReason: null,
  bankTransactionCode: 'PMNT/RCDT/ESCT',
  batchCount: null,
  counterpartyName: null,
  counterpartyIban: null,
  remittance: [],
  creditorReference: null,
  endToEndId: null,
  instructed: null,
  ...fields,
});

export const garage = customer(1, 'Garage Müller SARL', 'DE89370400440532013000');
export const atelier = customer(2, 'Atelier Nord SAS', 'FR7630006000011234567890189');

export function columnsOf(
  items: readonly PartitionItem[],
  customers: readonly PartitionCustomer[] = [garage, atelier],
): PartitionColumns {
  const ibanCount = customers.reduce((count, { ibans }) => count + ibans.length, 0);
  const builder = partitionBuilder({
    itemCount: items.length,
    customerCount: customers.length,
    ibanCount,
    textBytes: 16,
  });
  for (const each of customers) builder.addCustomer(each);
  for (const each of items) builder.addItem(each);
  return builder.finish();
}

export const partitionOf = (
  items: readonly PartitionItem[],
  customers: readonly PartitionCustomer[] = [garage, atelier],
): Partition => openPartition(columnsOf(items, customers));
