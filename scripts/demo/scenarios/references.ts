/** References that are damaged, lead to two documents, or to one that is already paid. */
import type { OpenItem, Scenario, Scenarios } from '../model.ts';
import { namingLine } from '../texts.ts';
import {
  apply,
  clears,
  credit,
  customerTransfer,
  first,
  payment,
  paymentBy,
  review,
  sumOf,
  takeInvoice,
} from './entries.ts';

/** An invoice paid to the cent by its customer, whose number is not written as it is. */
const miswritten = (says: string, words: (item: OpenItem) => string): Scenario => ({
  says,
  make(stage, account) {
    const item = takeInvoice(stage, account, ({ documentNumber }) => documentNumber.startsWith('FA2026-00'));
    return customerTransfer(stage, account, item.customer, {
      amountMinor: item.residualMinor,
      remittance: [words(item)],
      expected: clears([item]),
    });
  },
});

const withLetterO = (text: string): string => text.replace('-00', '-OO');
// One digit more than any number of the series: no other invoice can be hit.
const withDoubledDigit = (text: string): string => text.replace(/(\d)$/, '$1$1');

export const references: Scenarios = {
  ref_noprefix: miswritten('year and number without the letters', (item) => `RECHNUNG ${item.documentNumber.slice(2)}`),
  ref_short: miswritten('only the last digits', (item) => `FACT ${item.documentNumber.slice(-3)}`),
  ref_typo: miswritten('a digit typed twice', (item) => `FACTURE ${withDoubledDigit(item.documentNumber)}`),
  ref_ocr: miswritten('zeros read as letters', (item) => `RECHNUNG ${withLetterO(item.documentNumber)}`),
  ref_truncated: miswritten('the last digits cut off', (item) => `RECHNUNG ${item.documentNumber.slice(0, -2)}`),
  order_number: {
    says: 'only the purchase order',
    make(stage, account) {
      const item = takeInvoice(stage, account, ({ purchaseOrder }) => purchaseOrder !== null);
      return customerTransfer(stage, account, item.customer, {
        amountMinor: item.residualMinor,
        remittance: [`VOTRE LIVRAISON CDE ${item.purchaseOrder ?? ''}`],
        expected: clears([item]),
      });
    },
  },
  structured_ref_mistyped: {
    says: 'a structured reference whose check digits are wrong',
    make(stage, account) {
      const item = takeInvoice(stage, account, ({ creditorReference }) => creditorReference !== null);
      const wrong = item.creditorReference?.replace(/(\d)(\d)$/, (_, tens: string, ones: string) =>
        tens === ones ? `${tens}${(Number(ones) + 1) % 10}` : ones + tens,
      );
      return customerTransfer(stage, account, item.customer, {
        amountMinor: item.residualMinor,
        creditorReference: wrong ?? null,
        expected: clears([item]),
      });
    },
  },
  reference_ambiguous: {
    says: 'one creditor reference printed on two invoices: the amount decides',
    make(stage, account) {
      const items = stage.pool.takePlanted('shared_reference');
      const { customer, residualMinor, creditorReference } = first(items);
      return customerTransfer(stage, account, customer, {
        amountMinor: residualMinor,
        creditorReference,
        expected: clears(items.slice(0, 1)),
      });
    },
  },
  paid_decoy: {
    says: 'an open invoice, and beside it one that is already paid',
    make(stage, account) {
      const item = takeInvoice(stage, account);
      const paid = stage.pool.takeClosed();
      return customerTransfer(stage, account, item.customer, {
        amountMinor: item.residualMinor,
        remittance: [`FACTURE ${item.documentNumber} (${paid.documentNumber} DEJA REGLEE)`],
        expected: clears([item]),
      });
    },
  },
  duplicate: {
    says: 'an invoice settled on an earlier night is paid again',
    make(stage, account) {
      const item = stage.pool.takeSettledBefore(stage.night, 'transfer');
      return customerTransfer(stage, account, item.customer, {
        amountMinor: item.residualMinor,
        remittance: [namingLine(item, stage.random)],
        expected: review('reference_already_paid'),
      });
    },
  },
  duplicate_of_old: {
    says: 'an invoice the ERP shows as paid is paid again',
    make(stage, account) {
      const item = stage.pool.takeClosed();
      const one = paymentBy(stage, item.customer, {
        amountMinor: item.amountMinor,
        remittance: [`FACTURE ${item.documentNumber}`],
        expected: review('reference_already_paid'),
      });
      return [credit(account, [one])];
    },
  },
  closed_elsewhere: {
    says: 'the night’s import has closed the invoice that the payment names',
    make(stage, account) {
      const items = stage.pool.takePlanted('closed_elsewhere');
      const one = payment({
        amountMinor: sumOf(items),
        name: 'COMPTOIR DES EAUX-DE-VIE',
        remittance: [`REGLEMENT ${first(items).documentNumber}`],
        expected: review('reference_already_paid'),
      });
      return [credit(account, [one])];
    },
  },
  refused_row_corrected: {
    says: 'an invoice whose row was refused the night before, and came again',
    make(stage, account) {
      const items = stage.pool.takePlanted('refused_row');
      return customerTransfer(stage, account, first(items).customer, {
        amountMinor: sumOf(items),
        remittance: [`FACTURE ${first(items).documentNumber}`],
        expected: apply(stage, items),
      });
    },
  },
};
