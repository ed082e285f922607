import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schemesOf, structuredReferenceOf } from '../../src/domain/structured-reference.ts';

describe('a key that is a reference by its own form', () => {
  test.each([
    ['RF18539007547034', 'iso_11649', 97],
    ['RF34R24007198', 'iso_11649', 97],
    ['210000000003139471430009017', 'swiss_qr', 10],
    ['000000000000000000001878583', 'swiss_qr', 10],
    ['010806817183', 'belgian', 97],
    ['312600641828', 'belgian', 97],
    // 97 stands for a remainder of 0.
    ['000000009797', 'belgian', 97],
    ['SI121234567890120', 'slovenian', 11],
  ])('%s: %s', (key, scheme, modulus) => {
    expect(structuredReferenceOf(key)).toEqual({ scheme, reference: key, modulus });
  });

  test.each([
    ['a wrong check digit of RF', 'RF17539007547034'],
    ['a wrong check digit of a QR reference', '210000000003139471430009016'],
    ['a QR reference of zeros', '0'.repeat(27)],
    ['a wrong check digit of a Belgian one', '010806817180'],
    ['a Belgian one of zeros', '000000000097'],
    ['0 where a Belgian one writes 97', '000000009700'],
    ['a wrong check digit of SI12', 'SI121234567890121'],
    ['a Slovenian VAT number', 'SI12345679'],
    ['a Slovenian model that is written in parts', 'SI0212341234'],
    ['a Finnish reference, which any number may look like', '1234561'],
    ['a document number', 'FA202600123'],
    ['nothing', ''],
  ])('is not %s', (_, key) => {
    expect(structuredReferenceOf(key)).toBeNull();
  });
});

describe('what a number could be', () => {
  const schemes = (digits: string): readonly string[] => schemesOf(digits).map(({ scheme }) => scheme);

  test.each([
    ['1234561', 'finnish'],
    ['12345672', 'finnish'],
    ['1234567123456784', 'finnish'],
    ['104089215', 'finnish'],
    ['602243', 'norwegian_mod10'],
    ['123456785', 'norwegian_mod11'],
    ['5000056789012345', 'dutch'],
    ['12234534622567', 'dutch'],
    ['1878583', 'swiss_qr'],
    ['010806817183', 'belgian'],
  ])('%s: %s', (digits, scheme) => {
    expect(schemes(digits)).toContain(scheme);
  });

  test.each([
    ['1234562', 'finnish'],
    ['602244', 'norwegian_mod10'],
    ['5000056789012346', 'dutch'],
    ['1878584', 'swiss_qr'],
    // The length that the second digit tells is not its length.
    ['122345346225', 'dutch'],
  ])('%s: not %s', (digits, scheme) => {
    expect(schemes(digits)).not.toContain(scheme);
  });

  test('is written as its scheme writes it', () => {
    expect(schemesOf('00001234561')).toContainEqual({ scheme: 'finnish', reference: '1234561', modulus: 10 });
    expect(schemesOf('1878583')).toContainEqual({
      scheme: 'swiss_qr',
      reference: '000000000000000000001878583',
      modulus: 10,
    });
  });

  test.each(['', '7', '12A4', '1'.repeat(28)])('is nothing for %j', (text) => {
    expect(schemesOf(text)).toEqual([]);
  });

  test('has its strongest check first', () => {
    const digits = fc.stringMatching(/^\d{2,27}$/);
    fc.assert(
      fc.property(digits, (text) => {
        const moduli = schemesOf(text).map(({ modulus }) => modulus);
        expect(moduli).toEqual(moduli.toSorted((a, b) => b - a));
      }),
    );
  });
});

const digitsToTry = '0123456789'.split('');

describe('any one digit written wrongly is noticed', () => {
  test.each([
    ['swiss_qr', '210000000003139471430009017'],
    ['belgian', '010806817183'],
    ['finnish', '1234567123456784'],
    ['norwegian_mod10', '602243'],
    ['norwegian_mod11', '123456785'],
    ['dutch', '5000056789012345'],
  ])('%s', (scheme, valid) => {
    const passing = valid.split('').flatMap((written, place) =>
      digitsToTry
        .filter((digit) => digit !== written)
        .map((digit) => `${valid.slice(0, place)}${digit}${valid.slice(place + 1)}`)
        .filter((other) => schemesOf(other).some((found) => found.scheme === scheme)),
    );
    expect(schemesOf(valid).some((found) => found.scheme === scheme)).toBe(true);
    expect(passing).toEqual([]);
  });
});

test.each([
  ['belgian', 12],
  ['swiss_qr', 27],
  ['finnish', 9],
  ['norwegian_mod10', 9],
  ['norwegian_mod11', 9],
  ['dutch', 16],
])('of all numbers, one in the modulus of %s passes', (scheme, length) => {
  let passed = 0;
  let modulus = 0;
  const tried = 20_000;
  for (let index = 0; index < tried; index += 1) {
    // Digits of a product with a large prime: spread evenly, the same on each run.
    const digits = String(BigInt(index + 1) * 982_451_653_123_456_789_012_345_671n)
      .slice(-length)
      .padStart(length, '1');
    const found = schemesOf(digits).find((candidate) => candidate.scheme === scheme);
    if (found === undefined) continue;
    passed += 1;
    ({ modulus } = found);
  }
  expect(tried / passed).toBeGreaterThan(modulus * 0.8);
  expect(tried / passed).toBeLessThan(modulus * 1.25);
});
