/** What a customer disputes is paid by a payment that names it exactly, and by no other. */
import { describe, expect, test } from 'vitest';
import { checkCertificate } from '../../src/matching/check-certificate.ts';
import { everything } from '../../src/matching/decision/verdict.ts';
import { openProposer } from '../../src/matching/propose.ts';
import { outcome } from './engine.ts';
import {
  background,
  closed,
  columnsOf,
  creditNote,
  invoice,
  known,
  partitionOf,
  payment,
  type Ledger,
} from './ledgers.ts';

const disputed = { disputedMinor: 3_000n };
const one: Ledger = { items: [invoice('FA2026-00123', 12_000, disputed), ...background()] };
/** Two invoices of one amount, one of them in dispute; and a third. */
const three: Ledger = {
  items: [
    invoice('FA2026-00123', 12_000, disputed),
    invoice('FA2026-00124', 12_000),
    invoice('FA2026-00130', 5_510),
    ...background(),
  ],
};

describe('a payment that names the item', () => {
  test.each([
    ['by its whole number', payment(12_000, 'FA2026-00123', known)],
    ['by its whole number, among others', payment(24_000, 'FA2026-00123 FA2026-00124', known)],
  ])('%s', (_, each) => {
    expect(outcome(three, each)).toMatch(/^apply FA2026-00123 12000/);
  });

  test('by its structured reference', () => {
    const creditorReference = 'RF18539007547034';
    const items = [invoice('FA2026-00123', 12_000, { ...disputed, creditorReference }), ...background()];
    expect(outcome({ items }, payment(12_000, '', { ...known, creditorReference }))).toBe('apply FA2026-00123 12000');
  });

  test('and leaves out what is disputed of it: a part is paid', () => {
    expect(outcome(one, payment(9_000, 'FA2026-00123', known))).toMatch(/^apply FA2026-00123 9000/);
  });
});

describe('a payment that does not', () => {
  test('finds nothing where the amount would have found it', () => {
    expect(outcome(one, payment(12_000, 'VIREMENT', known))).toMatch(/^(?!apply).*: (?!FA2026-00123)/);
  });

  test('pays the other item of the same amount, which is no longer one of two', () => {
    expect(outcome(three, payment(12_000, 'VIREMENT', known))).toBe('apply FA2026-00124 12000');
    const items = three.items.map((item) => ({ ...item, disputedMinor: 0n }));
    expect(outcome({ items }, payment(12_000, 'VIREMENT', known))).toMatch(/^several_explanations/);
  });

  test('pays the whole account but what is disputed', () => {
    expect(outcome(three, payment(17_510, 'VIREMENT', known))).toBe('apply FA2026-00124 12000 + FA2026-00130 5510');
  });

  test.each([
    ['by a part of its number', 'FACT 00123'],
    ['by a number with a typing error', 'FACT FA2026-00132'],
    ['by its short number', 'FACT 123'],
  ])('names it only %s, and is asked about', (_, text) => {
    expect(outcome(one, payment(12_000, text, known))).not.toMatch(/^apply/);
  });

  test('is told so where it comes close, in the certificate', () => {
    const partition = partitionOf(one);
    const proposer = openProposer(partition, partition.columns.itemResiduals, everything);
    const { certificate } = proposer.propose(payment(12_000, 'FACT 00123', known));
    expect(certificate.reason).toBe('disputed_item');
    expect(certificate.gates).toContainEqual({ gate: 'disputed_item', passed: false });
    expect(checkCertificate(certificate)).toEqual([]);
  });

  test('does not deduct a credit note in dispute', () => {
    const ledger = (note: typeof disputed | { disputedMinor: bigint }): Ledger => ({
      items: [invoice('FA2026-00123', 12_000), creditNote('AV2026-00007', 2_000, note), ...background()],
    });
    const netted = payment(10_000, 'FA2026-00123', known);
    expect(outcome(ledger({ disputedMinor: 0n }), netted)).toBe('apply AV2026-00007 2000 + FA2026-00123 12000');
    expect(outcome(ledger({ disputedMinor: 500n }), netted)).not.toContain('AV2026-00007');
  });
});

test('an item in dispute stands behind the open ones, before the closed; a closed one is in no dispute', () => {
  const items = [
    closed('FA2026-00122', disputed),
    invoice('FA2026-00123', 12_000, disputed),
    invoice('FA2026-00124', 1),
  ];
  const columns = columnsOf({ items });
  expect([...columns.itemResiduals]).toEqual([1, 12_000, 0]);
  expect([...columns.itemDisputed]).toEqual([0, 1, 0]);
  expect([...columns.customerOpenEnds]).toEqual([1, 3]);
});
