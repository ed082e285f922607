/** Lists of documents: shortened, cut off, netted, or not paid in full. */
import type { DemoEntry, Expectation, OpenItem, Scenario, Scenarios, Stage } from '../model.ts';
import { clears, customerTransfer, first, payersOf, review, sumOf } from './entries.ts';

const sequenceOf = (item: OpenItem): string => item.documentNumber.slice(-5);

const isOfThisYear = (item: OpenItem): boolean => item.documentNumber.startsWith('FA2026');

function listTransfer(
  stage: Stage,
  account: 'A' | 'B',
  items: readonly OpenItem[],
  amountMinor: bigint,
  text: string,
  expected: Expectation = clears(items),
): readonly DemoEntry[] {
  return customerTransfer(stage, account, first(items).customer, {
    amountMinor,
    remittance: [text],
    expected,
  });
}

const inFull = (items: readonly OpenItem[]): string => items.map((item) => item.documentNumber).join(' ');

const fullListWith = (says: string, count: number, change: (sum: bigint) => bigint, words: string): Scenario => ({
  says,
  make(stage, account) {
    const items = stage.pool.takeInvoices(stage.night, payersOf[account], count);
    return listTransfer(
      stage,
      account,
      items,
      change(sumOf(items)),
      `${words} ${inFull(items)}`,
      review('amount_differs'),
    );
  },
});

export const lists: Scenarios = {
  multi_list: {
    says: 'a list that gives the series once and then only the last digits',
    make(stage, account) {
      const items = stage.pool.takeInvoices(stage.night, payersOf[account], 3, isOfThisYear);
      const rest = items.slice(1).map(sequenceOf).join(' et ');
      return listTransfer(stage, account, items, sumOf(items), `FACTURES ${first(items).documentNumber}, ${rest}`);
    },
  },
  multi_range: {
    says: 'from one invoice to another, those between unnamed',
    make(stage, account) {
      const items = stage.pool.takePlanted('consecutive');
      const text = `RECHNUNGEN ${first(items).documentNumber} BIS ${items.map(sequenceOf).at(-1)}`;
      return listTransfer(stage, account, items, sumOf(items), text);
    },
  },
  multi_truncated: {
    says: 'a list cut off by the length of the field',
    make(stage, account) {
      const items = stage.pool.takeInvoices(stage.night, payersOf[account], 4);
      const cut = inFull(items).slice(0, -6);
      return listTransfer(stage, account, items, sumOf(items), `REGLT FACTURES ${cut}`);
    },
  },
  multi_short: fullListWith(
    'every invoice named, and 37.20 missing without a word',
    3,
    (sum) => sum - 37_20n,
    'FACTURES',
  ),
  multi_discount: fullListWith(
    'every invoice named, less 2 % discount on all',
    2,
    (sum) => sum - (sum * 2n) / 100n,
    'FACT SOUS ESCOMPTE 2 PC',
  ),
  credit_not_named: {
    says: 'a credit note deducted that the text does not name',
    make(stage, account) {
      const { invoice, creditNote } = stage.pool.takeWithCreditNote(stage.night);
      const items = [invoice, creditNote];
      return listTransfer(stage, account, items, sumOf(items), `FACTURE ${invoice.documentNumber} AVOIR DEDUIT`);
    },
  },
};
