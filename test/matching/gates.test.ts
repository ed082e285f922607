/** What no score overrides: each gate, the payment that it stops, and the one beside it that passes. */
import { describe, expect, test } from 'vitest';
import { gates, type Payment } from '../../src/domain/match.ts';
import { outcome, weigh } from './engine.ts';
import { background, closed, day, invoice, known, nobody, payment, stranger, type Ledger } from './ledgers.ts';

const ledger: Ledger = { items: [invoice('FA2026-00123', 12_000), closed('FA2025-09999'), ...background()] };
const paid = (fields: Parameters<typeof payment>[2] = {}, text = 'FA2026-00123') =>
  payment(12_000, text, { ...known, ...fields });
const applied = 'apply FA2026-00123 12000';

type Case = readonly [name: string, payment: Payment, expected: string];

test.each<Case>([
  ['money out', paid({ side: 'debit' }), 'outgoing_payment: nothing'],
  ['an outgoing transfer', paid({ side: 'debit', bankTransactionCode: 'PMNT/ICDT/ESCT' }), 'outgoing_payment: nothing'],
  ['a returned debit', paid({ side: 'debit', returnReason: 'AC04' }), 'returned_payment: nothing'],
  ['a reversal', paid({ isReversal: true }), 'returned_payment: nothing'],
  ['our own transfer come back', paid({ bankTransactionCode: 'PMNT/ICDT/RRTN' }), 'returned_payment: nothing'],
  ['the same as others write it', paid({ bankTransactionCode: 'PMNT-ICDT-RRTN' }), 'returned_payment: nothing'],
  ['money in from a transfer of ours', paid({ bankTransactionCode: 'PMNT/ICDT/ESCT' }), 'returned_payment: nothing'],
  ['money in from a debit of ours', paid({ bankTransactionCode: 'PMNT/RDDT/UPDD' }), 'returned_payment: nothing'],
  ['a returned item of MT940', paid({ bankTransactionCode: 'NRTI' }), 'returned_payment: nothing'],
  ['a transfer of MT940', paid({ bankTransactionCode: 'NTRF' }), applied],
  ['a batch', paid({ batchCount: 3 }), 'batch_without_details: FA2026-00123 12000'],
  ['a detail that contradicts its entry', paid({ batchCount: 1 }), 'batch_without_details: FA2026-00123 12000'],
  ['refund wording', paid({}, 'REMBOURSEMENT FA2026-00123'), 'refund_wording: FA2026-00123 12000'],
  ['refund wording in the end-to-end id', paid({ endToEndId: 'REFUND-77' }), 'refund_wording: FA2026-00123 12000'],
  ['a card', paid({ bankTransactionCode: 'PMNT/CCRD/POSP' }), 'not_a_receivable: FA2026-00123 12000'],
  ['money for a debt to come', paid({}, 'PROVISION'), 'not_a_receivable: FA2026-00123 12000'],
  ['a cheque deposit', paid({}, 'REMISE CHEQUES'), 'not_a_receivable: FA2026-00123 12000'],
  ['a part of something', paid({}, 'ACOMPTE'), 'not_a_receivable: FA2026-00123 12000'],
  ['a provision on a document', paid({}, 'PROVISION FA2026-00123'), applied],
  ['a paid document alone', paid({}, 'FA2025-09999'), 'reference_already_paid: FA2026-00123 12000'],
  ['nothing at all', payment(4_711, 'VIREMENT', nobody), 'no_reference_found: nothing'],
  ['somebody else', paid(stranger), 'payer_is_other_customer: FA2026-00123 12000'],
  ['a part, of nobody', payment(11_000, 'FA2026-00123', nobody), 'amount_differs: FA2026-00123 11000'],
  ['the amount alone, of nobody', payment(12_000, 'VIREMENT', nobody), 'not_certain: FA2026-00123 12000'],
])('%s', (_, each, expected) => {
  expect(outcome(ledger, each)).toBe(expected);
});

describe('refund wording', () => {
  test.each([
    'refund',
    'Rückerstattung',
    'DEVOLUCIÓN',
    'terugbetaling',
    'rimborso',
    'TROP PERÇU',
    'TROP\nPERCU',
    'DOUBLE PAIEMENT',
    'REMBOURSÉS',
    'Rücküberweisung',
    'Überzahlung',
    'DEVOLUÇÃO',
    'återbetalning',
    'tilbagebetaling',
    'zwrot',
    'STORNO',
    'ｒｅｆｕｎｄ',
    'RE\u200bFUND',
  ])('%s', (words) => {
    expect(outcome(ledger, paid({}, `${words} FA2026-00123`))).toMatch(/^refund_wording/);
    expect(outcome(ledger, paid({}, `FA2026-00123 ${words}`))).toMatch(/^refund_wording/);
  });

  test.each(['REFUNDABLE', 'REMBLAIS', 'SEPA GUTSCHRIFT', 'REGUL REJET', 'IMPAYE', 'PAIEMENT', 'TROP TARD'])(
    'not %s',
    (words) => {
      expect(outcome(ledger, paid({}, `${words} FA2026-00123`))).toBe(applied);
    },
  );
});

test('the most precise reason is the one given, and every gate is told in its order', () => {
  const { verdict } = weigh(ledger, payment(1, 'STORNO FA2026-00123', { ...stranger, batchCount: 2 }));
  expect(verdict.reason).toBe('batch_without_details');
  expect(verdict.gates.map(({ gate }) => gate)).toEqual(gates);
  const failed = verdict.gates.filter(({ passed }) => !passed).map(({ gate }) => gate);
  expect(failed.slice(0, 3)).toEqual(['batch_without_details', 'refund_wording', 'payer_is_other_customer']);
});

test('a discount is believed until five days after its last day', () => {
  const until = (date: string): Ledger => ({
    items: [invoice('FA2026-00123', 12_000, { discount: { bp: 200, until: day(date) } }), ...background()],
  });
  const reduced = payment(11_760, 'FA2026-00123', known);
  expect(outcome(until('2026-02-25'), reduced)).toBe(applied);
  expect(outcome(until('2026-02-24'), reduced)).toBe('apply FA2026-00123 11760');
  expect(outcome(until('2026-02-25'), payment(11_759, 'FA2026-00123', known))).toBe('apply FA2026-00123 11759');
});
