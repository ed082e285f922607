/** Payments that name no document: the amount decides when it can mean one thing only. */
import type { DemoEntry, Expectation, OpenItem, Scenario, Scenarios, Stage } from '../model.ts';
import { abbreviatedName } from '../texts.ts';
import { clears, credit, customerTransfer, first, payersOf, payment, review, sumOf, takeInvoice } from './entries.ts';

type Take = (stage: Stage, account: 'A' | 'B') => readonly OpenItem[];
type Words = Readonly<{ A: string; B: string }>;

function unnamedTransfer(
  stage: Stage,
  account: 'A' | 'B',
  items: readonly OpenItem[],
  amountMinor: bigint,
  words: Words,
  expected: Expectation,
): readonly DemoEntry[] {
  return customerTransfer(stage, account, first(items).customer, {
    amountMinor,
    remittance: [words[account]],
    expected,
  });
}

type Expect = (items: readonly OpenItem[]) => Expectation;

const unnamed = (
  says: string,
  take: Take,
  words: Words,
  expect: Expect = clears,
  change = (sum: bigint): bigint => sum,
): Scenario => ({
  says,
  make(stage, account) {
    const items = take(stage, account);
    return unnamedTransfer(stage, account, items, change(sumOf(items)), words, expect(items));
  },
});

const one: Take = (stage, account) => [takeInvoice(stage, account)];
const several =
  (count: number): Take =>
  (stage, account) =>
    stage.pool.takeInvoices(stage.night, payersOf[account], count);

const monthly: Words = { A: 'REGLEMENT FACTURES FEVRIER', B: 'ZAHLUNG FEBRUAR' };
const statement: Words = { A: 'SELON VOTRE RELEVE DE COMPTE', B: 'LT KONTOAUSZUG' };

export const unnamedPayments: Scenarios = {
  name_amount: unnamed('the payer is known, the amount fits one invoice', one, { A: 'VIREMENT', B: 'WARENLIEFERUNG' }),
  name_abbrev_amount: {
    says: 'the same, with a name cut to pieces and no IBAN',
    make(stage, account) {
      const item = takeInvoice(stage, account);
      const cut = payment({
        amountMinor: item.residualMinor,
        name: abbreviatedName(item.customer),
        remittance: [monthly[account]],
        expected: clears([item]),
      });
      return [credit(account, [cut])];
    },
  },
  noref_subset: unnamed('two of several open invoices, unnamed', several(2), monthly, () => review('not_certain')),
  noref_subset_large: unnamed('five open invoices in one sum, unnamed', several(5), monthly),
  noref_statement: unnamed(
    'everything that the customer owes',
    (stage) => stage.pool.takeWholeAccount(stage.night, 2, 5),
    statement,
  ),
  noref_discount: unnamed(
    'two invoices less 3 % discount, unnamed',
    several(2),
    { A: 'REGLEMENT SOUS ESCOMPTE', B: 'ABZGL SKONTO' },
    () => review('no_reference_found'),
    (sum) => sum - (sum * 3n) / 100n,
  ),
  noref_same_amount: unnamed(
    'one of three invoices of the same amount',
    (stage) => stage.pool.takePlanted('same_amount').slice(0, 1),
    { A: 'ABONNEMENT CONSIGNE', B: 'ABO' },
    () => review('several_explanations'),
  ),
  noref_partial: unnamed(
    'a part of an invoice, unnamed',
    one,
    { A: 'VERSEMENT', B: 'TEILZAHLUNG' },
    () => review('amount_differs'),
    (sum) => (sum * 2n) / 5n,
  ),
  homonym_amount: unnamed(
    'two customers share the payer’s name, and nothing is named',
    (stage) => stage.pool.takePlanted('other_homonym'),
    { A: 'REGLEMENT BOCAUX', B: 'ZAHLUNG' },
  ),
  on_account: {
    says: 'a round sum on account',
    make(stage, account) {
      const { customer } = takeInvoice(stage, account);
      return customerTransfer(stage, account, customer, {
        amountMinor: 2_000_00n,
        remittance: ['VERSEMENT EN COMPTE'],
        expected: review('no_reference_found'),
      });
    },
  },
  amount_only: {
    says: 'an amount and nothing else',
    make(stage, account) {
      const item = takeInvoice(stage, account);
      const bare = payment({ amountMinor: item.residualMinor, expected: review('not_certain') });
      return [credit(account, [bare])];
    },
  },
};
