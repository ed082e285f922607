/**
 * Who paid, as far as the master data says: by IBAN, by name, or by both.
 *
 * Names are not unique and IBANs are shared within groups, so the answer is a set. A payer whose IBAN and name lead to
 * different customers is contradictory: then no customer agrees, and a person decides.
 */
import type { Evidence, Payment } from '../domain/match.ts';
import { customerNameKeyOf } from './customer-name.ts';
import type { Partition } from './partition.ts';

export type Payer = Readonly<{
  /** Customer rows the payer may be, ascending; empty when unknown. */
  candidates: readonly number[];
  byIban: readonly number[];
  byName: readonly number[];
  isContradictory: boolean;
}>;

/** `unknown` also where the payer may be this customer or another of the same name. */
export type Agreement = 'agrees' | 'unknown' | 'other';

export function identifyPayer(payment: Payment, partition: Partition): Payer {
  const nameKey = payment.counterpartyName === null ? null : customerNameKeyOf(payment.counterpartyName);
  const byIban = payment.counterpartyIban === null ? [] : partition.customersByIban(payment.counterpartyIban);
  const byName = nameKey === null ? [] : partition.customersByNameKey(nameKey);
  const both = byIban.filter((customer) => byName.includes(customer));
  const isContradictory = byIban.length > 0 && byName.length > 0 && both.length === 0;
  const one = byIban.length > 0 ? byIban : byName;
  return { candidates: isContradictory ? [] : both.length > 0 ? both : one, byIban, byName, isContradictory };
}

/** The customer the payer certainly is, or null. */
export const knownCustomer = ({ candidates }: Payer): number | null =>
  candidates.length === 1 ? (candidates[0] ?? null) : null;

export function agreementWith(payer: Payer, customer: number): Agreement {
  if (payer.isContradictory) return 'other';
  if (payer.candidates.length === 0) return 'unknown';
  if (!payer.candidates.includes(customer)) return 'other';
  return payer.candidates.length === 1 ? 'agrees' : 'unknown';
}

/** One sentence about the payer, for a proposal that concerns this customer. */
export function payerEvidence(payment: Payment, partition: Partition, payer: Payer, customer: number): Evidence {
  const agreement = agreementWith(payer, customer);
  if (agreement === 'unknown') return { kind: 'payer_unknown' };
  if (agreement === 'other') {
    const other = [...payer.byIban, ...payer.byName].find((candidate) => candidate !== customer) ?? customer;
    return { kind: 'payer_is_other_customer', customerId: partition.customerId(other) };
  }
  const customerId = partition.customerId(customer);
  return payer.byIban.includes(customer)
    ? { kind: 'payer_iban_known', customerId, iban: payment.counterpartyIban ?? '' }
    : { kind: 'payer_name_equal', customerId, name: payment.counterpartyName ?? '' };
}
