import { expect, test } from 'vitest';
import type { Payment } from '../../src/domain/match.ts';
import { explainInWords } from '../../src/matching/explain.ts';
import { certificateOf, dollars, paymentWith, type Books } from './certificates.ts';
import { creditNote, day, invoice } from './ledgers.ts';

const items = [invoice('FA2026-00123', 12_000), invoice('FA2026-00124', 123_450), creditNote('AV2026-00007', 2_000)];

function explain(fields: Partial<Payment>, books: Books = { items }): string {
  const paid = { counterpartyName: 'Garage Müller SARL', ...fields };
  return explainInWords(certificateOf(paid, books), paymentWith(paid));
}

test('marks each reference under the line where it was read', () => {
  const words = explain({ remittance: ['VIR SEPA', 'Été: FA2026-00123 MERCI'] });
  expect(words).toContain('  | Été: FA2026-00123 MERCI\n  |      ^^^^^^^^^^^^\n');
});

test('marks both parts of a reference that the bank wrapped', () => {
  expect(explain({ remittance: ['FACTURE FA2026-', '00123 MERCI'] })).toContain(
    '  | FACTURE FA2026-\n  |         ^^^^^^^\n  | 00123 MERCI\n  | ^^^^^\n',
  );
});

test('marks nothing in the text for what stands in a field', () => {
  const words = explain({ remittance: ['MERCI'], endToEndId: 'FA2026-00123' });
  expect(words).toContain('the whole number of FA2026-00123 stands in the end-to-end id');
  expect(words).not.toContain('^');
});

test('puts the arithmetic in columns, credit notes with their sign', () => {
  const remittance = ['FA2026-00124 FA2026-00123 MOINS AV2026-00007'];
  expect(explain({ remittance, unappliedMinor: 133_450n })).toContain(
    [
      'Arithmetic',
      '  AV2026-00007 (credit note)   -20.00  in full',
      '  FA2026-00123 (invoice)       120.00  in full',
      '  FA2026-00124 (invoice)      1234.50  in full',
      '  not applied                    0.00',
      '                              -------',
      '  payment                     1334.50  EUR',
    ].join('\n'),
  );
});

test('says what is written off, why it is certain, and who paid', () => {
  const discount = { bp: 200, until: day('2026-03-10') };
  const words = explain(
    { remittance: ['FA2026-00123'], unappliedMinor: 11_760n },
    { items: [invoice('FA2026-00123', 12_000, { discount })] },
  );
  expect(words).toContain('Applied to 1 open item: 117.60 EUR of 2026-03-02 from Garage Müller SARL');
  expect(words).toContain('the difference has a name (rule full_reference_difference)');
  expect(words).toContain("the payer's name \"Garage Müller SARL\" is this customer's, and nobody else's");
  expect(words).toContain('the payment is 2.40 less than this item: the early-payment discount');
  expect(words).toContain('  early-payment discount   -2.40  written off\n');
});

test('leads from one currency to the other', () => {
  const books = {
    items: [invoice('FA2026-00123', 12_000, { currency: dollars }), ...items.slice(1)],
    dollarRate: 0.92,
  };
  expect(explain({ remittance: ['FA2026-00123'], unappliedMinor: 11_000n }, books)).toContain(
    [
      'Arithmetic',
      '  FA2026-00123 (invoice)  120.00  in full',
      '  together                120.00  USD',
      '  at 0.92 EUR for 1 USD   110.40  EUR',
      '  exchange difference      -0.40  written off',
      '                          ------',
      '  payment                 110.00  EUR',
    ].join('\n'),
  );
  const instructed = { minor: 12_000n, currency: dollars, rate: null };
  const ordered = explain({ remittance: ['FA2026-00123'], unappliedMinor: 11_111n, instructed }, books);
  expect(ordered).toContain('from Garage Müller SARL, ordered in USD');
  expect(ordered).toContain('the payer ordered 120.00 USD, exactly what is left of this item');
});

test('says for a review what is missing, and offers the best suggestion', () => {
  const words = explain({ counterpartyName: 'Nobody', remittance: ['FA2026-00124'], unappliedMinor: 100_000n });
  expect(words).toContain('Left for review: 1000.00 EUR of 2026-03-02 from Nobody');
  expect(words).toContain('The items do not add up to the amount paid');
  expect(words).toContain('the payment is a part of this item: 234.50 stay open');
  expect(words).toContain('  FA2026-00124 (invoice)  1000.00  of 1234.50');
  expect(words).toContain('not passed: amount_differs');
});

test('says what else was searched where only the amount speaks', () => {
  const alike = [invoice('FA2026-00130', 12_000), ...items];
  const words = explain({}, { items: alike });
  expect(words).toContain('More than one explanation fits as well');
  expect(words).toContain('1 other open item of this customer may be meant: the amount is the same');
  expect(words).toMatch(/Next best\n {2}1\. FA2026-00\d+ \(120\.00 EUR\): [^\n]+\n {5}stands equal/);
});

test('says why the runner-up is weaker', () => {
  const words = explain({ remittance: ['FA2026-00123 MOINS AVOIR'], unappliedMinor: 10_000n });
  expect(words).toMatch(/Next best\n {2}1\. FA2026-00123 \(100\.00 EUR\): [^\n]+\n {5}weaker: [a-z][^\n]+\n/);
});

test('has words for a payment that says nothing', () => {
  const words = explain({ counterpartyName: null, remittance: [], unappliedMinor: 777n });
  expect(words).toContain('The payer wrote\n  (nothing)');
  expect(words).toContain('Nothing in it leads to an open item of ours');
});

test('shows nothing that would command the terminal or turn the letters around', () => {
  const hostile = '\u001b[2J\u009b31m\u0007\u202e';
  const words = explain({
    remittance: [`${hostile}FA2026-00123`],
    counterpartyName: `Garage${hostile}`,
    creditorReference: hostile,
    endToEndId: hostile,
  });
  expect(words.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  expect(words).toContain('FA2026-00123\n  |           ^^^^^^^^^^^^\n');
});
