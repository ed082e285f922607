/** Customers, and all by which a payer is known as one. */
import type { CustomerId } from '../../domain/ids.ts';
import type { PartitionAlias, PartitionCustomer, RecentPayment } from '../../domain/partition.ts';
import { keyOf } from '../key-text.ts';
import { nameIndexBuilder } from '../names/name-index-builder.ts';
import { writeUuid } from '../uuid-bytes.ts';
import { byteHeap } from './byte-heap.ts';
import { payerSource } from './columns.ts';
import { dayNumberOf } from './day-number.ts';
import { digitsOf } from './digits-of.ts';
import { hashNumber, hashText } from '../hash.ts';
import { insertKey, slotsFor } from './key-slots.ts';
import { sharedBytes, sharedDoubles, sharedInt32, sharedUint16, sharedUint32 } from './shared-arrays.ts';

type StagedIban = Readonly<{ iban: string; customer: number; source: number }>;

export function writeCustomers(customers: readonly PartitionCustomer[]) {
  const customerIds = sharedBytes(customers.length * 16);
  const customerCodes = sharedDoubles(customers.length);
  const names = nameIndexBuilder();
  for (const [row, { customerId, code, name }] of customers.entries()) {
    writeUuid(customerIds, row * 16, customerId);
    customerCodes[row] = digitsOf(code);
    names.add(row, name);
  }
  return { customerIds, customerCodes, names: names.finish() };
}

export function writePayers(
  customers: readonly PartitionCustomer[],
  aliases: readonly PartitionAlias[],
  rowOf: (customerId: CustomerId) => number,
) {
  const staged: StagedIban[] = [];
  for (const [customer, { ibans }] of customers.entries())
    for (const iban of new Set(ibans.map(keyOf))) staged.push({ iban, customer, source: payerSource.masterIban });
  const aliasNames = nameIndexBuilder();
  const named = new Set<string>();
  for (const { customerId, kind, value } of aliases) {
    const customer = rowOf(customerId);
    if (kind === 'iban') staged.push({ iban: keyOf(value), customer, source: payerSource.learnedIban });
    else named.add(`${String(customer).padStart(9, '0')} ${value}`);
  }
  for (const entry of [...named].toSorted()) aliasNames.add(+entry.slice(0, 9), entry.slice(10));
  const sorted = staged
    .filter(({ iban }) => iban !== '')
    .toSorted((a, b) => (a.iban === b.iban ? a.customer - b.customer || a.source - b.source : a.iban < b.iban ? -1 : 1))
    .filter(
      (entry, at, all) => at === 0 || all[at - 1]?.iban !== entry.iban || all[at - 1]?.customer !== entry.customer,
    );
  const heap = byteHeap(sorted.length * 28);
  const payerCustomers = sharedUint32(sorted.length);
  const payerSources = sharedBytes(sorted.length);
  const payerTextStarts = sharedUint32(sorted.length + 1);
  const payerSlots = sharedInt32(slotsFor(sorted.length) * 2);
  for (const [entry, { iban, customer, source }] of sorted.entries()) {
    heap.append(iban);
    payerTextStarts[entry + 1] = heap.sizeBytes();
    payerCustomers[entry] = customer;
    payerSources[entry] = source;
    insertKey(payerSlots, hashText(iban), entry);
  }
  const payerTexts = sharedBytes(heap.sizeBytes());
  payerTexts.set(heap.bytes());
  return { payerCustomers, payerSources, payerTextStarts, payerTexts, payerSlots, aliasNames: aliasNames.finish() };
}

export function writePaid(paid: readonly RecentPayment[], rowOf: (customerId: CustomerId) => number) {
  const rows = paid
    .map(({ customerId, amountMinor, date }) => ({
      customer: rowOf(customerId),
      amount: Number(amountMinor),
      day: dayNumberOf(date),
    }))
    .toSorted((a, b) => a.customer - b.customer || a.amount - b.amount || b.day - a.day);
  const paidSlots = sharedInt32(slotsFor(rows.length) * 2);
  const paidCustomers = sharedUint32(rows.length);
  const paidAmounts = sharedDoubles(rows.length);
  const paidDays = sharedUint16(rows.length);
  for (const [row, { customer, amount, day }] of rows.entries()) {
    paidCustomers[row] = customer;
    paidAmounts[row] = amount;
    paidDays[row] = day;
    insertKey(paidSlots, hashNumber(amount, customer), row);
  }
  return { paidSlots, paidCustomers, paidAmounts, paidDays };
}
