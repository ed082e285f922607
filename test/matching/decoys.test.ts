/** Numbers that look like documents, and documents that the amount does not speak for: each is for a person. */
import { describe, expect, test } from 'vitest';
import { asked, outcome } from './engine.ts';
import {
  atelier,
  closed,
  creditNote,
  customer,
  garage,
  half,
  invoice,
  known,
  ledgerOf,
  nobody,
  payment,
  type Ledger,
} from './ledgers.ts';

const one = ledgerOf(invoice('FA2026-00123', 12_000));

describe('a number that is no number of a document', () => {
  const serial = (number: string, amount: number): Ledger => ({
    items: [
      invoice(number, amount),
      ...Array.from({ length: 14 }, (_, place) => invoice(`2601-${4_000 + place}`, 731 + place * 13, { of: 2 })),
    ],
  });

  test.each([
    ['the year', serial('2601-2026', 50_000), 12_000, 'LOYER MARS 2026'],
    ['the year, and more is paid', serial('2601-2026', 500), 12_000, 'LOYER MARS 2026'],
    ['the amount', ledgerOf(invoice('12000', 5_000_000)), 1_200_000, 'MONTANT 12000 EUR'],
    ['the amount with cents', serial('2601-1200', 500_000), 120_000, 'MONTANT 1200,00 EUR'],
    ['the amount behind its currency', serial('2601-1200', 500_000), 120_000, 'EUR 1200.00'],
    ['the day', ledgerOf(invoice('FA2026-00012', 50_000)), 12_000, 'FACTURE DU 12 MARS'],
  ])('%s', (_, ledger, amount, text) => {
    expect(outcome(ledger, payment(amount, text, known))).toMatch(asked);
  });

  test.each(['POLICE 4711', 'CHEQUE 4711', 'CONTRAT 4711'])('nor of a customer: %s', (text) => {
    const coded = {
      ...ledgerOf(invoice('FA2026-00123', 12_000, { of: 3 })),
      customers: [garage, atelier, { ...customer(3, 'Plomberie Durand'), code: 'C4711' }],
    };
    expect(outcome(coded, payment(12_000, text, nobody))).toMatch(asked);
    expect(outcome(coded, payment(12_000, text, known))).toMatch(asked);
    expect(outcome(coded, payment(12_000, 'CLIENT 4711', nobody))).toBe('apply FA2026-00123 12000');
    expect(outcome(coded, payment(12_000, 'CLIENT 4711', known))).toMatch(asked);
  });

  test.each([
    'SIG 2026-0042',
    'XY/2026-0042',
    'X2026-0042',
    'N/REF 2026-0042',
    'UNSER ZEICHEN 2026-0042',
    'P.O. 2026-0042',
    'DEVIS SIGNE 2026-0042',
  ])('a part payment does not believe %s', (text) => {
    const plain = ledgerOf(invoice('2026-0042', 12_000));
    expect(outcome(plain, payment(7_000, text, known))).toMatch(asked);
    expect(outcome(plain, payment(7_000, 'FACT 2026-0042', known))).toBe('apply 2026-0042 7000');
  });

  test('an order stays one behind an AND', () => {
    const plain = ledgerOf(invoice('10405443', 12_000));
    expect(outcome(plain, payment(12_000, 'CDE 10405440 ET 10405443', nobody))).toMatch(asked);
  });
});

describe('other documents are named than the amount speaks for', () => {
  test('one that is written like ours and that we do not have', () => {
    expect(outcome(one, payment(12_000, 'FA2026-00777', known))).toMatch(asked);
    expect(outcome(one, payment(7_000, 'FA2026-00123 DU 12/02/2026 ET FA2026-00999', known))).toMatch(asked);
  });

  test('short numbers of others', () => {
    const three = ledgerOf(
      invoice('FA2026-00590', 5_000),
      invoice('FA2026-00591', 6_000),
      invoice('FA2026-00700', 3_000),
    );
    expect(outcome(three, payment(3_000, 'FACT 590 591', known))).toMatch(asked);
  });

  test('a credit note', () => {
    expect(
      outcome(
        ledgerOf(invoice('FA2026-00123', 12_000), creditNote('AV2026-00007', 12_000)),
        payment(12_000, 'AVOIR AV2026-00007', known),
      ),
    ).toMatch(asked);
  });

  test('two numbers, both of documents, are no typing error of a third', () => {
    const three = ledgerOf(
      invoice('FA2026-00122', 5_000),
      invoice('FA2026-00123', 6_000),
      invoice('FA2026-00124', 12_000),
    );
    expect(outcome(three, payment(12_000, 'FA2026-00122 FA2026-00123', known))).toMatch(asked);
    const paid = ledgerOf(closed('FA2026-00123'), invoice('FA2026-00124', 12_000), invoice('FA2026-00300', 700));
    expect(outcome(paid, payment(12_000, 'FA2026-00123 FA2026-00300', known))).toMatch(asked);
  });

  test('a wrong number, a wrong amount and half a payer', () => {
    expect(outcome(one, payment(11_970, 'FA2026-00128', half))).toMatch(asked);
  });
});
