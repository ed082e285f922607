/** The rules of other products, as we read them: both sides of each line they draw. */
import { describe, expect, test } from 'vitest';
import { blnk } from '../../bench/matching/peers/blnk.ts';
import { erpNext } from '../../bench/matching/peers/erpnext.ts';
import { odooDefaults } from '../../bench/matching/peers/odoo.ts';
import { tokenSetRatio, wordSetOf } from '../../bench/matching/peers/token-set-ratio.ts';
import { books, customer, decide, invoice, receipt } from './peers-books.ts';

const customers = [customer(1, 'Garage Morel SARL', { ibans: ['FR1'] }), customer(2, 'Pharmacie Tanguy')];
const open = [
  invoice(1, 'FA2026-00017', 12_000),
  invoice(2, 'FA2026-00018', 8_000),
  invoice(3, 'FA2026-00019', 12_000, { customer: 2 }),
];
const data = books(customers, open);
const cleared = (item: number, minor: number) => ({ item, cleared: minor });

describe('after Odoo', () => {
  test('applies the item of the amount whose number is in the label, when the account is known', async () => {
    const decision = await decide(odooDefaults, data, receipt(0, 12_000, 'REGLT FA2026-00017', { iban: 'FR1' }));
    expect(decision).toMatchObject({ action: 'auto', customer: 1, alloc: [cleared(1, 12_000)] });
  });

  test('finds the partner by the words of its name in the label', async () => {
    const decision = await decide(odooDefaults, data, receipt(0, 12_000, 'VIR PHARMACIE TANGUY FA2026-00019'));
    expect(decision).toMatchObject({ action: 'auto', customer: 2 });
  });

  test('is silent without a partner, though the number is there', async () => {
    expect(await decide(odooDefaults, data, receipt(0, 12_000, 'FA2026-00017'))).toMatchObject({ action: 'none' });
  });

  test('applies a payment that is more than the item', async () => {
    const decision = await decide(odooDefaults, data, receipt(0, 12_500, 'FA2026-00017', { iban: 'FR1' }));
    expect(decision).toMatchObject({ action: 'auto', alloc: [cleared(1, 12_000)] });
  });

  test('only suggests a payment that is less', async () => {
    const decision = await decide(odooDefaults, data, receipt(0, 11_999, 'FA2026-00017', { iban: 'FR1' }));
    expect(decision).toMatchObject({ action: 'review', suggestions: [{ alloc: [cleared(1, 11_999)] }] });
  });

  test('takes all items of the partner in due order when no number hits, and only suggests', async () => {
    const decision = await decide(odooDefaults, data, receipt(0, 20_000, 'ACOMPTE', { iban: 'FR1' }));
    expect(decision).toMatchObject({
      action: 'review',
      suggestions: [{ alloc: [cleared(1, 12_000), cleared(2, 8_000)] }],
    });
  });

  test('clears an item in full when its discount is taken in time, not a day later', async () => {
    const disc = { pct: 2, until: '2026-01-20' };
    const discounted = books(customers, [invoice(1, 'FA2026-00017', 12_000, { disc })]);
    const line = receipt(0, 11_760, 'FA2026-00017', { iban: 'FR1' });
    expect(await decide(odooDefaults, discounted, line)).toMatchObject({ action: 'auto', alloc: [cleared(1, 12_000)] });
    expect(await decide(odooDefaults, discounted, { ...line, date: '2026-01-21' })).toMatchObject({ action: 'review' });
  });

  test('takes the first of two partners whose names hold the payer', async () => {
    const twins = books(
      [customer(1, 'Morel Vannes'), customer(2, 'Morel Agen')],
      [invoice(1, 'FA2026-00017', 12_000), invoice(2, 'FA2026-00018', 12_000, { customer: 2 })],
    );
    const decision = await decide(odooDefaults, twins, receipt(0, 12_000, '', { name: 'MOREL' }));
    expect(decision).toMatchObject({ action: 'review', customer: 2 });
  });
});

describe('after ERPNext', () => {
  test('applies only where the reference is the number and nothing else', async () => {
    expect(await decide(erpNext, data, receipt(0, 12_000, 'FA2026-00017'))).toMatchObject({ action: 'auto' });
    expect(await decide(erpNext, data, receipt(0, 12_000, 'REGLT FA2026-00017'))).toMatchObject({ action: 'review' });
  });

  test('ranks party and amount above amount alone', async () => {
    const decision = await decide(erpNext, data, receipt(0, 12_000, '', { name: 'PHARMACIE TANGUY' }));
    expect(decision.suggestions.map(({ alloc }) => alloc[0]?.item)).toEqual([3, 1]);
  });

  test('knows nobody when two names are as near', async () => {
    const twins = books([customer(1, 'Morel SARL'), customer(2, 'Morel SAS')], open);
    const decision = await decide(erpNext, twins, receipt(0, 1, '', { name: 'MOREL' }));
    expect(decision).toMatchObject({ action: 'none', suggestions: [] });
  });

  // The two pairs and their values stand in the documentation of RapidFuzz.
  test.each([
    ['fuzzy was a bear but not a dog', 'fuzzy was a bear but not a cat', 92.307],
    ['fuzzy was a bear', 'fuzzy fuzzy was a bear', 100],
    ['', 'bear', 0],
  ])('compares %j and %j as sets of words', (one, other, ratio) => {
    expect(tokenSetRatio(wordSetOf(one), wordSetOf(other))).toBeCloseTo(ratio, 2);
  });
});

describe('after Blnk', () => {
  test('wants the amount and the reference', async () => {
    expect(await decide(blnk, data, receipt(0, 12_000, 'REGLT FA2026-00019'))).toMatchObject({ alloc: [{ item: 3 }] });
    expect(await decide(blnk, data, receipt(0, 12_001, 'REGLT FA2026-00019'))).toMatchObject({ action: 'none' });
    expect(await decide(blnk, data, receipt(0, 12_000, 'REGLT 2026/19'))).toMatchObject({ action: 'none' });
  });

  test('lets one letter in ten differ when the text is the reference', async () => {
    expect(await decide(blnk, data, receipt(0, 8_000, 'FA2026-0001B'))).toMatchObject({ alloc: [{ item: 2 }] });
    expect(await decide(blnk, data, receipt(0, 8_000, 'FA2026-000BB'))).toMatchObject({ action: 'none' });
  });
});
