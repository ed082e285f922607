import { expect, test } from 'vitest';
import type { Payment } from '../../src/domain/match.ts';
import { explainInWords } from '../../src/matching/explain.ts';
import { propose } from '../../src/matching/propose.ts';
import { item, partitionOf, payment } from './sample-ledger.ts';

const partition = partitionOf([
  item(1, 'FA2026-00123'),
  item(2, 'FA2026-00124', { residualMinor: 123_450n }),
  item(3, 'AV2026-00007', { kind: 'credit_note', residualMinor: 2_000n }),
]);

function explain(fields: Partial<Payment>): string {
  const paid = payment({ counterpartyName: 'Garage Müller', ...fields });
  return explainInWords(propose(paid, partition).certificate, paid);
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

test('puts the arithmetic in columns, credit notes with their sign', () => {
  const remittance = ['FA2026-00124 FA2026-00123 MOINS AV2026-00007'];
  expect(explain({ remittance, unappliedMinor: 133_450n })).toContain(
    [
      'Arithmetic',
      '  FA2026-00124 (invoice)      1234.50  in full',
      '  FA2026-00123 (invoice)       120.00  in full',
      '  AV2026-00007 (credit note)   -20.00  in full',
      '  not applied                    0.00',
      '                              -------',
      '  payment                     1334.50  EUR',
    ].join('\n'),
  );
});

test('says for a review what is missing, and offers the best suggestion', () => {
  const words = explain({ remittance: ['FA2026-00124'], unappliedMinor: 100_000n });
  expect(words).toContain('Left for review: 1000.00 EUR of 2026-03-02 from Garage Müller');
  expect(words).toContain('The items named do not add up to the amount paid.');
  expect(words).toContain('the payment is 234.50 less than what is left of these items');
  expect(words).toContain('  FA2026-00124 (invoice)  1000.00  of 1234.50');
});

test('says why the runner-up is weaker', () => {
  const words = explain({ remittance: ['FA2026-00123 FA2026-00124 AV2026-00007'], unappliedMinor: 12_000n });
  expect(words).toContain('Next best');
  expect(words).toMatch(/weaker: the amount differs by -\d+\.\d\d/);
});

test('has words for a payment that says nothing', () => {
  const words = explain({ counterpartyName: null, remittance: [] });
  expect(words).toContain('The payer wrote\n  (nothing)');
  expect(words).toContain('Nothing in it leads to a document of ours');
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
