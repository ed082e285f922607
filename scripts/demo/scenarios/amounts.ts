/** The document is named, the amount is another one: a part of it is paid, or a person decides what the difference is. */
import { formatDecimal } from '../../../src/domain/money.ts';
import type { Expectation, OpenItem, Scenario, Scenarios, Stage } from '../model.ts';
import { currency } from '../trusted.ts';
import { clears, customerTransfer, review, takeInvoice } from './entries.ts';

type Change = (residualMinor: bigint, stage: Stage) => bigint;
type Expect = (item: OpenItem, paidMinor: bigint) => Expectation;

/** The rest stays open. */
const paysPart: Expect = (item, paidMinor) => clears([item], paidMinor);
const asks: Expect = () => review('amount_differs');

/** One invoice named in full, paid with `change` of its residual. */
const namedWith = (
  says: string,
  change: Change,
  words: (item: OpenItem) => string,
  expect: Expect = paysPart,
): Scenario => ({
  says,
  make(stage, account) {
    const item = takeInvoice(stage, account, ({ residualMinor }) => residualMinor > 300_00n);
    const amountMinor = change(item.residualMinor, stage);
    return customerTransfer(stage, account, item.customer, {
      amountMinor,
      remittance: [words(item)],
      expected: expect(item, amountMinor),
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
    () => review('not_bookable'),
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
    asks,
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
        expected: clears([item], item.residualMinor - 6_37n),
      });
    },
  },
};
