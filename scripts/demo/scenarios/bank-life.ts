/** What else happens on an account: suppliers, salaries, charges, returns, refunds, interest. */
import type { Scenarios, Stage } from '../model.ts';
import { companyName } from '../company.ts';
import { codes, credit, debit, debitIds, first, payment, review, sumOf, takesBack } from './entries.ts';

const outgoing = review('outgoing_payment');

const suppliers = {
  A: [
    ['SABLIERES DU THOUET SAS', 'FACTURE 26-0418 SABLE SILICEUX'],
    ['FOURS ET REFRACTAIRES LEMARCHAND', 'SOLDE F-88120'],
    ['TRANSPORTS RIGAUDEAU', 'FACT 2026/0377 FRET FEVRIER'],
    ['GAZ DE L ATLANTIQUE', 'CONTRAT 7741 FEVRIER 2026'],
    ['CARTONNERIE DES PRES', 'RELEVE 02/2026'],
    ['URSSAF', 'COTISATIONS FEVRIER 2026'],
    ['BAILLEUR SCI DES FOURNEAUX', 'LOYER MARS 2026 ATELIER 2'],
    ['SALAIRES', 'VIREMENT SALAIRE FEVRIER 2026'],
  ],
  B: [
    ['SPEDITION HOLTERMANN GMBH', 'RG 4471/26 FRACHT'],
    ['MESSE RHEINAUE GMBH', 'STANDMIETE 2026'],
    ['PALETTENDIENST KROELL', 'RECHNUNG 90117'],
  ],
} as const;

function supplierPayment({ random, date }: Stage, account: 'A' | 'B') {
  const [name, text] = random.pick<readonly [string, string]>(suppliers[account]);
  const amountMinor = BigInt(random.between(18_000, 890_000));
  const endToEndId = `LAYON-${date.replaceAll('-', '')}-${random.digits(4)}`;
  return { name, one: payment({ amountMinor, name, endToEndId, remittance: [text], expected: outgoing }) };
}

export const bankLife: Scenarios = {
  noise_out: {
    says: 'we pay suppliers, rent, salaries and contributions',
    make(stage, account) {
      const { name, one } = supplierPayment(stage, account);
      const code = name === 'SALAIRES' ? codes.salary : name.startsWith('GAZ') ? codes.debitPaid : codes.transferOut;
      return [debit(account, one, code, code === codes.debitPaid ? 'PRELEVEMENT' : 'VIREMENT EMIS')];
    },
  },
  credit_note_paid_out: {
    says: 'we pay a credit note out: it names our own document, and is no receipt',
    make(stage, account) {
      const item = stage.pool.takeCreditNote();
      const { name, iban } = item.customer;
      const remittance = [`VERRERIE DU LAYON AVOIR ${item.documentNumber}`];
      const one = payment({ amountMinor: item.residualMinor, name, iban, remittance, expected: outgoing });
      return [debit(account, one, codes.transferOut, 'VIREMENT EMIS')];
    },
  },
  bank_fee: {
    says: 'charges of the bank',
    make({ random }, account) {
      const one = payment({ amountMinor: BigInt(random.between(420, 3_900)), expected: outgoing });
      return [
        debit(account, one, codes.fee, account === 'A' ? 'FRAIS DE TENUE DE COMPTE' : 'ENTGELT', { shows: 'none' }),
      ];
    },
  },
  sepa_return: {
    says: 'a direct debit comes back with its reason',
    make(stage, account) {
      const item = stage.pool.takeSettledBefore(stage.night, 'collection');
      const one = payment({
        amountMinor: item.residualMinor,
        name: item.customer.name,
        iban: item.customer.iban,
        ...debitIds(item),
        returnReason: stage.random.pick(['AC04', 'MD06']),
        remittance: ['REJET PRELEVEMENT SEPA'],
        expected: takesBack(item),
      });
      return [debit(account, one, codes.collectionReturned, 'REJET PRELEVEMENT SEPA')];
    },
  },
  credit_reversed: {
    says: 'the bank takes back a credit it had booked by mistake',
    make(_, account) {
      const one = payment({
        amountMinor: 1_470_00n,
        name: 'RHEINISCHE HANDELSBANK',
        remittance: ['STORNO GUTSCHRIFT FEHLBUCHUNG'],
        expected: review('returned_payment'),
      });
      return [debit(account, one, codes.transferIn, 'STORNO', { isReversal: true })];
    },
  },
  card_payout: {
    says: 'the day’s card sales of the factory shop',
    make({ random }, account) {
      const one = payment({
        amountMinor: BigInt(random.between(40_000, 160_000)),
        name: 'PAYVERA ACQUISITION',
        remittance: [`REMISE CB 0${random.digits(3)} TPE 01 COMMISSION DEDUITE`],
        expected: review('not_a_receivable'),
      });
      return [credit(account, [one], { code: codes.cards, label: 'REMISE CARTES BANCAIRES' })];
    },
  },
  noise_in: {
    says: 'a transfer between our own accounts',
    make({ random }, account) {
      const one = payment({
        amountMinor: BigInt(random.between(50, 250)) * 100_00n,
        name: companyName,
        remittance: ['VIREMENT INTERNE'],
        expected: review('not_a_receivable'),
      });
      return [credit(account, [one])];
    },
  },
  interest: {
    says: 'interest, with nothing but a label',
    make({ random }, account) {
      const one = payment({ amountMinor: BigInt(random.between(300, 4_000)), expected: review('not_a_receivable') });
      return [credit(account, [one], { code: codes.interest, shows: 'none', label: 'INTERETS CREDITEURS' })];
    },
  },
  refund_received: {
    says: 'a refund from the tax office, an insurer or a carrier',
    make({ random }, account) {
      const [name, text] = random.pick(
        account === 'A'
          ? [
              ['DIRECTION DES FINANCES PUBLIQUES', 'REMBOURSEMENT CREDIT DE TVA 4T2025'],
              ['MUTUELLE DES VERRIERS', 'REMBOURSEMENT SINISTRE 2026-114'],
            ]
          : [['SPEDITION HOLTERMANN GMBH', 'ERSTATTUNG FRACHTKOSTEN']],
      );
      const one = payment({
        amountMinor: BigInt(random.between(9_000, 420_000)),
        name: name ?? null,
        remittance: text === undefined ? [] : [text],
        expected: review('refund_wording'),
      });
      return [credit(account, [one])];
    },
  },
  refund_naming_item: {
    says: 'the words of a refund beside an open document, exact: the gate holds all the same',
    make(stage, account) {
      const items = stage.pool.takeInvoices(stage.night, ['FR'], 1);
      const { customer, documentNumber } = first(items);
      const one = payment({
        amountMinor: sumOf(items),
        name: customer.name,
        remittance: [`REMBOURSEMENT ${documentNumber}`],
        expected: review('refund_wording'),
      });
      return [credit(account, [one])];
    },
  },
};
