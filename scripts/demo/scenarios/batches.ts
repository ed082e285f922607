/** One entry of the account, many payments behind it. */
import type { DemoPayment, OpenItem, Scenarios, Stage } from '../model.ts';
import { groupedByFour, namingLine } from '../texts.ts';
import {
  apply,
  clears,
  codes,
  credit,
  debitIds,
  payersOf,
  payment,
  paymentBy,
  review,
  takeInvoice,
} from './entries.ts';

const hasReference = (item: OpenItem): boolean => item.creditorReference !== null;

/** One direct debit of a collection: we sent it ourselves, so the text is our own. */
function collected(stage: Stage, item: OpenItem): DemoPayment {
  return payment({
    amountMinor: item.residualMinor,
    name: item.customer.name,
    iban: item.customer.iban,
    ...debitIds(item),
    remittance: [`VERRERIE DU LAYON FACTURE ${item.documentNumber}`],
    expected: apply(stage, [item], 'collection'),
  });
}

export const batches: Scenarios = {
  batch_booking: {
    says: 'four transfers booked as one entry, each with its own text',
    make(stage, account) {
      const [exact, structured, inText, unnamed] = [
        takeInvoice(stage, account),
        takeInvoice(stage, account, hasReference),
        takeInvoice(stage, account, hasReference),
        takeInvoice(stage, account),
      ];
      return [
        credit(account, [
          paymentBy(stage, exact.customer, {
            amountMinor: exact.residualMinor,
            remittance: [namingLine(exact, stage.random)],
            expected: apply(stage, [exact]),
          }),
          paymentBy(stage, structured.customer, {
            amountMinor: structured.residualMinor,
            creditorReference: structured.creditorReference,
            expected: apply(stage, [structured]),
          }),
          paymentBy(stage, inText.customer, {
            amountMinor: inText.residualMinor,
            remittance: [`REF ${groupedByFour(inText.creditorReference ?? '')}`],
            expected: apply(stage, [inText]),
          }),
          paymentBy(stage, unnamed.customer, {
            amountMinor: unnamed.residualMinor,
            remittance: ['REGLEMENT'],
            expected: clears([unnamed]),
          }),
        ]),
      ];
    },
  },
  dd_batch: {
    says: 'a collection of direct debits, each shown with our invoice number',
    make(stage, account) {
      const items = Array.from({ length: 6 }, () => takeInvoice(stage, account));
      const payments = items.map((item) => collected(stage, item));
      return [credit(account, payments, { code: codes.collection, label: 'REMISE PRELEVEMENTS SEPA' })];
    },
  },
  dd_batch_without_details: {
    says: 'a collection of which the bank gives only the number and the sum',
    make(stage, account) {
      const items = stage.pool.takeInvoices(stage.night, payersOf[account], 3);
      const amountMinor = items.reduce((sum, item) => sum + item.residualMinor, 0n);
      const whole = payment({ amountMinor, expected: review('batch_without_details') });
      return [
        credit(account, [whole], {
          code: codes.collection,
          shows: 'count',
          batchCount: items.length,
          label: 'REMISE PRELEVEMENTS SEPA GLOBALISEE',
        }),
      ];
    },
  },
};
