/** Payers who are not the customer of the invoice, or not known at all. */
import type { Customer, DemoEntry, DemoPayment, OpenItem, Scenarios, Stage } from '../model.ts';
import { clears, credit, customerTransfer, first, payment, review, takeInvoice } from './entries.ts';

function customerOf({ customers }: Stage, code: string): Customer {
  const customer = customers.find((candidate) => candidate.code === code);
  if (customer === undefined) throw new Error(`no customer ${code}`);
  return customer;
}

/** Invoices of Orianne Ouest, paid by the group it belongs to: a customer of its own. */
const payingGroup = 'C1026';

function paidByGroup(
  stage: Stage,
  account: 'A' | 'B',
  item: OpenItem,
  naming: Partial<DemoPayment>,
): readonly DemoEntry[] {
  const group = customerOf(stage, payingGroup);
  return customerTransfer(stage, account, group, {
    amountMinor: item.residualMinor,
    iban: group.iban,
    expected: review('payer_is_other_customer'),
    ...naming,
  });
}

export const payers: Scenarios = {
  payer_is_other_customer: {
    says: 'one customer pays the invoice of another, its sister company',
    make(stage, account) {
      const item = first(stage.pool.takePlanted('sister_company'));
      return paidByGroup(stage, account, item, { remittance: [`FACTURE ${item.documentNumber} ORIANNE OUEST`] });
    },
  },
  payer_is_other_customer_reference: {
    says: 'the same, with the creditor reference in its field',
    make(stage, account) {
      const item = first(stage.pool.takePlanted('sister_company_reference'));
      return paidByGroup(stage, account, item, { creditorReference: item.creditorReference });
    },
  },
  third_party_known: {
    says: 'the parent company pays for a customer, and names nothing: the only such amount',
    make(stage, account) {
      const item = takeInvoice(stage, account);
      const one = payment({
        amountMinor: item.residualMinor,
        name: `HOLDING ${item.customer.name.split(' ').slice(0, 2).join(' ').toUpperCase()}`,
        remittance: ['REGLEMENT GROUPE ECHEANCE FEVRIER'],
        expected: clears([item]),
      });
      return [credit(account, [one])];
    },
  },
  third_party_unknown: {
    says: 'a stranger pays for somebody, and names nothing',
    make(stage, account) {
      const item = takeInvoice(stage, account);
      const one = payment({
        amountMinor: item.residualMinor,
        name: 'ETUDE MAITRE VALLERAND NOTAIRE',
        remittance: ['SUCCESSION DOSSIER 2026/114'],
        expected: review('not_certain'),
      });
      return [credit(account, [one])];
    },
  },
};
