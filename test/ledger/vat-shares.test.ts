import { expect, test } from 'vitest';
import { splitByRate } from '../../src/ledger/plan/vat-shares.ts';
import { random } from '../support/random.ts';

const gross = [
  { rateBp: 2000, grossMinor: 2333n },
  { rateBp: 1000, grossMinor: 2333n },
  { rateBp: 550, grossMinor: 2334n },
];

test('what rounding leaves goes to the largest', () => {
  // 60.00 of 70.00: 60 × 23.33 / 70 = 19.997 twice, 60 × 23.34 / 70 = 20.005; cut to 19.99, 19.99, 20.00: 0.02 are left.
  expect(splitByRate(6000n, gross).map(({ grossMinor }) => grossMinor)).toEqual([1999n, 1999n, 2002n]);
  expect(splitByRate(7000n, gross)).toEqual(gross);
});

test('of a document without rates, or of nothing, there is nothing to split', () => {
  expect(splitByRate(100n, [])).toEqual([]);
  expect(splitByRate(100n, [{ rateBp: 2000, grossMinor: 0n }])).toEqual([]);
});

test('parts add up to the amount, none against it, and taken back they are the opposite', () => {
  const seed = process.env['VAT_SEED'] ?? 'vat-1';
  const dice = random(seed);
  for (let index = 0; index < 5_000; index += 1) {
    const rates = Array.from({ length: 1 + dice.below(5) }, (_, rate) => ({
      rateBp: 100 * rate,
      grossMinor: BigInt(1 + dice.below(1_000_000)),
    }));
    const amount = BigInt(dice.below(2_000_000));
    const parts = splitByRate(amount, rates).map(({ grossMinor }) => grossMinor);
    const said = `VAT_SEED=${seed}: case ${index}`;
    expect(
      parts.reduce((sum, part) => sum + part, 0n),
      said,
    ).toBe(amount);
    expect(
      parts.every((part) => part >= 0n),
      said,
    ).toBe(true);
    expect(
      splitByRate(-amount, rates).map(({ grossMinor }) => -grossMinor),
      said,
    ).toEqual(parts);
  }
});
