import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCertificate } from '../../src/matching/check-certificate.ts';
import { propose } from '../../src/matching/propose.ts';
import { scanText } from '../../src/matching/text-scan.ts';
import { readReferences } from '../../src/matching/references.ts';
import { cases, customers } from './ledgers.ts';
import { item, partitionOf, payment } from './sample-ledger.ts';

test('the order in which rows are added changes no byte of a certificate', () => {
  const shuffles = cases.chain((each) =>
    fc.record({
      each: fc.constant(each),
      shuffledItems: fc.shuffledSubarray([...each.items], { minLength: each.items.length }),
      shuffledCustomers: fc.shuffledSubarray(customers, { minLength: customers.length }),
    }),
  );
  fc.assert(
    fc.property(shuffles, ({ each, shuffledItems, shuffledCustomers }) => {
      const straight = propose(each.payment, partitionOf(each.items, customers));
      const shuffled = propose(each.payment, partitionOf(shuffledItems, shuffledCustomers));
      expect(JSON.stringify(shuffled.certificate)).toBe(JSON.stringify(straight.certificate));
      expect(shuffled.claim).toEqual(straight.claim);
    }),
  );
});

test('every certificate holds by its own words, and exactly those applied claim', () => {
  let appliedCount = 0;
  fc.assert(
    fc.property(cases, ({ items, payment: paid }) => {
      const { certificate, claim } = propose(paid, partitionOf(items, customers));
      expect(checkCertificate(certificate)).toEqual([]);
      expect(claim === null).toBe(certificate.action === 'review');
      if (claim !== null) appliedCount += 1;
    }),
    { numRuns: 1_000 },
  );
  // Else the property would say nothing about what is applied.
  expect(appliedCount).toBeGreaterThan(30);
});

test('what is applied clears open items of one customer, each once and whole, for exactly the payment', () => {
  fc.assert(
    fc.property(cases, ({ items, payment: paid }) => {
      const { claim } = propose(paid, partitionOf(items, customers));
      if (claim === null) return;
      const cleared = claim.lines.map((line) => items.find(({ openItemId }) => openItemId === line.openItemId));
      const net = cleared.reduce(
        (sum, row) => sum + (row?.kind === 'credit_note' ? -row.residualMinor : (row?.residualMinor ?? 0n)),
        0n,
      );
      expect(net).toBe(paid.unappliedMinor);
      expect(new Set(cleared.map((row) => row?.customerId)).size).toBe(1);
      expect(new Set(cleared).size).toBe(cleared.length);
      expect(cleared.every((row) => row !== undefined && row.residualMinor > 0n)).toBe(true);
      expect(claim.lines.every((line) => line.clearedMinor === line.residualMinor)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

/** Ten thousand characters that would make a backtracking reader stand still. */
const hostileTexts: readonly [string, string][] = [
  ['digits', '1'.repeat(10_000)],
  ['single digits', '1 '.repeat(5_000)],
  ['blanks', ' '.repeat(10_000)],
  ['pairs like phones', '01 '.repeat(3_333)],
  ['IBAN heads', 'FR76 '.repeat(2_000)],
  ['RF heads', 'RF18'.repeat(2_500)],
  ['RF heads apart', 'RF18 '.repeat(2_000)],
  ['separators', '-/._+'.repeat(2_000)],
  ['marks that vanish', 'e\u0301\u200b'.repeat(3_333)],
  ['letters that grow', 'ﷺ'.repeat(10_000)],
  ['the same number again and again', 'FA2026-00123 '.repeat(769)],
  ['VAT words', 'TVA NO '.repeat(1_428)],
];

test.each(hostileTexts)('the work for hostile text (%s) is bounded by its length', (_, text) => {
  const partition = partitionOf([item(1, 'FA2026-00123')]);
  const { stepCount } = readReferences(payment({ remittance: [text] }), partition);
  const characterCount = scanText([text]).characters.length;
  expect(stepCount).toBeLessThan(60 * (text.length + characterCount));
});

test('doubling the text does no more than double the work', () => {
  const partition = partitionOf([item(1, 'FA2026-00123')]);
  for (const [, text] of hostileTexts) {
    const once = readReferences(payment({ remittance: [text] }), partition).stepCount;
    const twice = readReferences(payment({ remittance: [text, text] }), partition).stepCount;
    expect(twice).toBeLessThan(2.1 * once + 1_000);
  }
});
