/** Several payments of one night that want the same invoice, and entries that are really the same. */
import type { Scenarios } from '../model.ts';
import { apply, codes, credit, payment, paymentBy, review, takeInvoice } from './entries.ts';

export const contests: Scenarios = {
  same_invoice_twice: {
    says: 'two payments of one night name the same invoice; the surer one gets it',
    make(stage) {
      const item = takeInvoice(stage, 'A', ({ creditorReference }) => creditorReference !== null);
      const byReference = paymentBy(stage, item.customer, {
        amountMinor: item.residualMinor,
        creditorReference: item.creditorReference,
        expected: apply(stage, [item]),
      });
      const byNumber = payment({
        amountMinor: item.residualMinor,
        name: 'SOCIETE DE TRANSPORT ELVERDIN',
        remittance: [`FACTURE ${item.documentNumber} REGLEE PAR ERREUR`],
        expected: review('item_taken_by_other_payment'),
      });
      return [credit('A', [byReference]), credit('B', [byNumber])];
    },
  },
  several_explanations: {
    says: 'two strangers name the same invoice with equal right: nobody gets it',
    make(stage) {
      const item = takeInvoice(stage, 'A');
      const from = (name: string, remittance: string) =>
        payment({
          amountMinor: item.residualMinor,
          name,
          remittance: [remittance],
          expected: review('several_explanations'),
        });
      return [
        credit('A', [from('ASSURANCES DU PRIEURE', `SINISTRE FACTURE ${item.documentNumber}`)]),
        credit('B', [from('TRANSPORTS ELVERDIN', `FRACHTSCHADEN ${item.documentNumber}`)]),
      ];
    },
  },
  twins: {
    says: 'two identical entries of one day name the same invoice: one settles it, one is a duplicate',
    make(stage, account) {
      const item = takeInvoice(stage, account);
      const shared = paymentBy(stage, item.customer, {
        amountMinor: item.residualMinor,
        remittance: [`FACTURE ${item.documentNumber}`],
        expected: review('item_taken_by_other_payment'),
      });
      return [credit(account, [{ ...shared, expected: apply(stage, [item]) }]), credit(account, [shared])];
    },
  },
  identical_entries: {
    says: 'two cheque deposits alike in everything: both are real',
    make(_, account) {
      const deposit = payment({ amountMinor: 318_40n, expected: review('not_a_receivable') });
      const entry = credit(account, [deposit], { code: codes.cheques, shows: 'none', label: 'REMISE CHEQUES 1 CHQ' });
      return [entry, entry];
    },
  },
};
