/**
 * After Odoo 16 to 18: who paid. Bank account, then the payer's name inside a partner's name, then every word of a
 * partner's name inside the label. The first hit wins, also among homonyms.
 *
 * @see OCA/account-reconcile, account_reconcile_model_oca, `_retrieve_partner` (as Odoo's own until 16)
 */
import type { BenchCustomer, BenchLine } from '../types.ts';
import type { CompanyBooks } from './desk.ts';
import { wordsOf } from './numbers-in-text.ts';

const shortestWord = 3;

type NamedCustomer = Readonly<{ id: number; lowerName: string; words: readonly string[] }>;

type FindPartner = (line: BenchLine) => number | null;

export function partnerFinder({ customers, history }: CompanyBooks): FindPartner {
  const ownersOfIban = new Map<string, Set<number>>();
  const own = (iban: string, customer: number): void => {
    if (iban !== '') ownersOfIban.set(iban, (ownersOfIban.get(iban) ?? new Set()).add(customer));
  };
  for (const { id, ibans } of customers) for (const iban of ibans) own(iban, id);
  // Odoo keeps the account of a payment that a person has confirmed.
  for (const { iban, customer } of history) own(iban, customer);

  const named = customers.toSorted(inNameOrder).map(namedCustomer);
  const byRarestWord = customersByRarestWord(named);
  return ({ iban, name, text }) => {
    const owners = ownersOfIban.get(iban);
    const [owner] = owners ?? [];
    if (owners?.size === 1 && owner !== undefined) return owner;
    const lower = name.toLowerCase();
    const byName = lower === '' ? undefined : named.find(({ lowerName }) => lowerName.includes(lower));
    return byName?.id ?? findInLabel(text, byRarestWord);
  };
}

const inNameOrder = (a: BenchCustomer, b: BenchCustomer): number =>
  a.name === b.name ? a.id - b.id : a.name < b.name ? -1 : 1;

const namedCustomer = ({ id, name }: BenchCustomer): NamedCustomer => ({
  id,
  lowerName: name.toLowerCase(),
  words: wordsOf(name).filter((word) => word.length >= shortestWord),
});

/** The same answer as asking every partner, found by the one word of a name that the fewest partners share. */
function customersByRarestWord(customers: readonly NamedCustomer[]): ReadonlyMap<string, readonly NamedCustomer[]> {
  const counts = new Map<string, number>();
  for (const word of customers.flatMap(({ words }) => words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const byWord = new Map<string, NamedCustomer[]>();
  for (const customer of customers) {
    const [rarest] = customer.words.toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
    if (rarest !== undefined) byWord.set(rarest, [...(byWord.get(rarest) ?? []), customer]);
  }
  return byWord;
}

function findInLabel(text: string, byRarestWord: ReadonlyMap<string, readonly NamedCustomer[]>): number | null {
  const words = new Set(wordsOf(text));
  for (const word of words) {
    const found = byRarestWord.get(word)?.find((customer) => customer.words.every((part) => words.has(part)));
    if (found !== undefined) return found.id;
  }
  return null;
}
