/** The document is named, the amount is another one: a person decides what the difference is. */
import { formatDecimal } from '../../../src/domain/money.ts';
import type { OpenItem, Scenario, Scenarios, Stage } from '../model.ts';
import { currency } from '../trusted.ts';
import { customerTransfer, review, takeInvoice } from './entries.ts';

type Change = (residualMinor: bigint, stage: Stage) => bigint;

/** One invoice named in full, paid with `change` of its residual. */
const namedWith = (says: string, change: Change, words: (item: OpenItem) => string): Scenario => ({
  says,
  make(stage, account) {
    const item = takeInvoice(stage, account, ({ residualMinor }) => residualMinor > 300_00n);
    return customerTransfer(stage, account, item.customer, {
      amountMinor: change(item.residualMinor, stage),
      remittance: [words(item)],
      expected: review('amount_differs'),
    });
  },
});

const sterling = (minor: bigint): string => formatDecimal({ minor, currency: currency('GBP') });

export const amounts: Scenarios = {
  ref_discount: namedWith(
    'paid less 2 % cash discount',
    (residual) => residual - (residual * 2n) / 100n,
    (item) => `FACTURE ${item.documentNumber} ESCOMPTE 2 % DEDUIT`,
  ),
  ref_fee: namedWith(
    'paid less a bank charge',
    (residual) => residual - 8_50n,
    (item) => `FACT ${item.documentNumber} FRAIS PARTAGES`,
  ),
  ref_rounding: namedWith(
    'one cent too little',
    (residual) => residual - 1n,
    (item) => `RECHNUNG ${item.documentNumber}`,
  ),
  ref_partial: namedWith(
    'a part of the invoice',
    (residual, { random }) => (residual * BigInt(random.between(30, 70))) / 100n,
    (item) => `REGLEMENT PARTIEL ${item.documentNumber}, SOLDE FIN DE MOIS`,
  ),
  ref_overpay: namedWith(
    'ten euros too much',
    (residual) => residual + 10_00n,
    (item) => `REGLEMENT ${item.documentNumber}`,
  ),
  ref_instalment: namedWith(
    'the first of three instalments',
    (residual) => residual / 3n,
    (item) => `RECHNUNG ${item.documentNumber} RATE 1/3`,
  ),
  fx: {
    says: 'ordered in pounds, converted by the bank: a few euros off',
    make(stage, account) {
      const item = stage.pool.takeInvoice(stage.night, ['GB']);
      const pounds = (item.residualMinor * 100n) / 115n;
      return customerTransfer(stage, account, item.customer, {
        amountMinor: item.residualMinor - 6_37n,
        instructed: { amount: sterling(pounds), currency: 'GBP', rate: '1.1471' },
        remittance: [`INVOICE ${item.documentNumber} PAID IN GBP`],
        expected: review('amount_differs'),
      });
    },
  },
};
