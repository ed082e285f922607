/** Whose items are looked at: the payer's, those of whom the text names, those of whose documents it quotes. */
import { payerLevel, type PayerLevel } from '../../domain/match.ts';
import type { Situation } from '../situation.ts';
import { says } from '../text/numbers.ts';
import { wordClass } from '../text/word-classes.ts';
import { levelOf, type Payer } from './identify-payer.ts';

/** Customers that are looked at for one payment. */
const mostCustomers = 12;

/** Customers by how sure it is that they are meant; and what the text says of others. */
export function customersOf(situation: Situation): ReadonlyMap<number, PayerLevel> {
  const { payer, hits, numbers, partition, payment } = situation;
  const customers = new Map<number, PayerLevel>();
  const isOnBehalf = says(numbers, wordClass.onBehalf);
  for (const { customer, level } of payer.candidates) customers.set(customer, level);
  for (const { item } of hits) {
    if (customers.size >= mostCustomers) break;
    const customer = partition.columns.itemCustomers[item] ?? 0;
    if (!customers.has(customer)) customers.set(customer, levelOf(payer, customer));
  }
  for (let number = 0; number < numbers.count; number += 1) {
    if (numbers.context[number] !== wordClass.customer) continue;
    for (const customer of partition.customersByCode(numbers.value[number] ?? -1))
      noteNamed(customers, customer, payer, isOnBehalf);
  }
  if (payer.best < payerLevel.good || isOnBehalf || payer.isContradictory)
    for (const { owner, level } of partition.names.findInText(payment.remittance.join(' '), 3)) {
      if (isOnBehalf) demoteOthers(customers, level === 'weak' ? -1 : owner);
      if (level !== 'weak') noteNamed(customers, owner, payer, isOnBehalf);
      else if (isOnBehalf && !customers.has(owner)) customers.set(owner, payerLevel.weak);
    }
  return customers;
}

/** Who pays for a customer by name pays for no other, whatever was learned of that payer; -1: the name is of several. */
function demoteOthers(customers: Map<number, PayerLevel>, named: number): void {
  for (const [customer, level] of customers)
    if (customer !== named && level > payerLevel.weak && level !== payerLevel.iban)
      customers.set(customer, payerLevel.weak);
}

/** The text names the customer: as good as a name that fits, whoever the payer is. */
function noteNamed(customers: Map<number, PayerLevel>, customer: number, payer: Payer, isOnBehalf: boolean): void {
  const level = customers.get(customer) ?? levelOf(payer, customer);
  if (level === payerLevel.other && !isOnBehalf) return;
  if (level < payerLevel.named && customers.size < mostCustomers + 4) customers.set(customer, payerLevel.named);
}
