/** Payments whose payer said what they are for, to the cent. */
import type { OpenItem, Scenarios, Stage } from '../model.ts';
import { groupedByFour, namingLine } from '../texts.ts';
import {
  apply,
  codes,
  credit,
  customerTransfer,
  first,
  payersOf,
  payment,
  paymentBy,
  sumOf,
  takeInvoice,
} from './entries.ts';

const hasReference = (item: OpenItem): boolean => item.creditorReference !== null;

const namesInFull = (items: readonly OpenItem[], separator: string): string =>
  items.map((item) => item.documentNumber).join(separator);

function thirdParty({ random }: Stage): string {
  return random.pick([
    'CABINET ROUSSELIN EXPERTS COMPTABLES',
    'TRESORERIE CENTRALE MARANDIERE',
    'FINANCIERE DU PRIEURE',
  ]);
}

export const certain: Scenarios = {
  exact_ref: {
    says: 'one document number in the text, the amount exact',
    make(stage, account) {
      const item = takeInvoice(stage, account);
      const one = paymentBy(stage, item.customer, {
        amountMinor: item.residualMinor,
        remittance: [namingLine(item, stage.random)],
        expected: apply(stage, [item]),
      });
      return [credit(account, [one], stage.random.chance(150) ? { code: codes.instantIn } : {})];
    },
  },
  structured_ref: {
    says: 'the creditor reference in its structured field',
    make(stage, account) {
      const item = takeInvoice(stage, account, hasReference);
      return customerTransfer(stage, account, item.customer, {
        amountMinor: item.residualMinor,
        creditorReference: item.creditorReference,
        expected: apply(stage, [item]),
      });
    },
  },
  structured_in_text: {
    says: 'the creditor reference in groups of four inside the text',
    make(stage, account) {
      const item = takeInvoice(stage, account, hasReference);
      return customerTransfer(stage, account, item.customer, {
        amountMinor: item.residualMinor,
        remittance: [`${account === 'A' ? 'Votre réf.' : 'IHRE REF'} ${groupedByFour(item.creditorReference ?? '')}`],
        expected: apply(stage, [item]),
      });
    },
  },
  ref_wrapped: {
    says: 'a document number broken by the end of a line',
    make(stage, account) {
      const item = takeInvoice(stage, account);
      const cut = item.documentNumber.length - 4;
      const [start, end] = [item.documentNumber.slice(0, cut), item.documentNumber.slice(cut)];
      // MT940 breaks its text itself: 12 characters before the number put the break inside it.
      const remittance =
        account === 'A'
          ? [`REGLEMENT SELON FACTURE ${start}`, `${end} BOUTEILLES MERCI`]
          : [`ZU RECHNUNG ${item.documentNumber} FLASCHEN DANKE`];
      return customerTransfer(stage, account, item.customer, {
        amountMinor: item.residualMinor,
        remittance,
        expected: apply(stage, [item]),
      });
    },
  },
  ref_in_e2e: {
    says: 'the document number only in the end-to-end id',
    make(stage, account) {
      const item = takeInvoice(stage, account);
      return customerTransfer(stage, account, item.customer, {
        amountMinor: item.residualMinor,
        endToEndId: item.documentNumber,
        remittance: [account === 'A' ? 'REGLEMENT FOURNISSEUR' : 'LIEFERANTENZAHLUNG'],
        expected: apply(stage, [item]),
      });
    },
  },
  multi_full: {
    says: 'several document numbers, each in full',
    make(stage, account) {
      const items = stage.pool.takeInvoices(stage.night, payersOf[account], stage.random.between(2, 3));
      return customerTransfer(stage, account, first(items).customer, {
        amountMinor: sumOf(items),
        remittance: [`${account === 'A' ? 'FACTURES' : 'RECHNUNGEN'} ${namesInFull(items, ' ')}`],
        expected: apply(stage, items),
      });
    },
  },
  multi_credit: {
    says: 'a credit note netted against an invoice, both named',
    make(stage, account) {
      const { invoice, creditNote } = stage.pool.takeWithCreditNote(stage.night);
      const items = [invoice, creditNote];
      return customerTransfer(stage, account, invoice.customer, {
        amountMinor: sumOf(items),
        remittance: [`FACTURE ${invoice.documentNumber} MOINS AVOIR ${creditNote.documentNumber}`],
        expected: apply(stage, items),
      });
    },
  },
  down_payment_ref: {
    says: 'a request for a down payment, named and exact',
    make(stage, account) {
      const item = stage.pool.takeDownPayment();
      return customerTransfer(stage, account, item.customer, {
        amountMinor: item.residualMinor,
        remittance: [`ACOMPTE ${item.documentNumber}`],
        expected: apply(stage, [item]),
      });
    },
  },
  third_party_ref: {
    says: 'an unknown third party pays, and names the invoice',
    make(stage, account) {
      const item = takeInvoice(stage, account);
      const one = payment({
        amountMinor: item.residualMinor,
        name: thirdParty(stage),
        remittance: [`POUR LE COMPTE DE ${item.customer.name} - FACTURE ${item.documentNumber}`],
        expected: apply(stage, [item]),
      });
      return [credit(account, [one])];
    },
  },
  homonym_ref: {
    says: 'two customers share the payer’s name; the document number decides',
    make(stage, account) {
      const items = stage.pool.takePlanted('homonym');
      const one = payment({
        amountMinor: sumOf(items),
        name: 'BOULANGERIE MARTINEAU',
        remittance: [`FACTURE ${namesInFull(items, ' ')} BOCAUX`],
        expected: apply(stage, items),
      });
      return [credit(account, [one])];
    },
  },
};
