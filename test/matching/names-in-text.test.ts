import { describe, expect, test } from 'vitest';
import { nameIndexBuilder, openNameIndex } from '../../src/matching/names/name-index.ts';

const names = [
  'LIBRAIRIE SIMON SARL',
  'LIBRAIRIE DUPUY SARL',
  'MECAPACK AMIENS SAS',
  'MECAPACK HOLDING SA',
  'MECAPACK SA',
  'LABORATOIRE PAYET TOULOUSE SARL',
  'LABORATOIRE FABRE RENNES SARL',
  'SYNPRINT SAS',
  'Friedrich & Wolf Sanitär GmbH & Co. KG',
  'TRANSPORTS DUBOIS SAS',
  'TRANSPORTS DUBOIS SARL',
  'CLIENT CONSEIL SARL',
  'DUPUY LYON SAS',
  'GARAGE DE MARSEILLE SNC',
];
const builder = nameIndexBuilder();
for (const [owner, name] of names.entries()) builder.add(owner, name);
const { findInText } = openNameIndex(builder.finish());
const found = (text: string): readonly string[] =>
  findInText(text).map(({ owner, level }) => `${level} ${names[owner] ?? ''}`);

describe('a whole name is found where it stands', () => {
  test.each([
    ['VIREMENT DE LIBRAIRIE SIMON REGLEMENT', 'LIBRAIRIE SIMON SARL'],
    ['P/C MECAPACK AMIENS CLIENT 0244', 'MECAPACK AMIENS SAS'],
    ['/ROC/NOTPROVIDED//URI/P/C MECAPACK AMIENS', 'MECAPACK AMIENS SAS'],
    ['REGLT P/C LABO PAYET TOULOUSE FACTURE VF/2024/06637', 'LABORATOIRE PAYET TOULOUSE SARL'],
    ['FACT R24003978 Friedrich und Wolf Sanitaer CDE 24008068', 'Friedrich & Wolf Sanitär GmbH & Co. KG'],
    ['SVWZ+FACT RE-120428 SNC GARAGE DE MARSEILLE EREF+NOTPROVIDED', 'GARAGE DE MARSEILLE SNC'],
    ['FACT 202402807 SYNPRINT', 'SYNPRINT SAS'],
  ])('%s', (text, expected) => {
    expect(found(text)[0]).toBe(`good ${expected}`);
  });
});

test('a longer name hides the shorter one inside it', () => {
  expect(found('SUBROGATION MECAPACK HOLDING').filter((match) => match.startsWith('good'))).toEqual([
    'good MECAPACK HOLDING SA',
  ]);
});

test('payer and debtor are both found', () => {
  const matches = found('VIREMENT DE MECAPACK HOLDING SA P/C LIBRAIRIE SIMON');
  expect(matches).toContain('good MECAPACK HOLDING SA');
  expect(matches).toContain('good LIBRAIRIE SIMON SARL');
});

test('namesakes in one place, and names that share a word, are weak', () => {
  expect(found('POUR TRANSPORTS DUBOIS')).toEqual(['weak TRANSPORTS DUBOIS SAS', 'weak TRANSPORTS DUBOIS SARL']);
  expect(found('LIBRAIRIE DUPUY LYON').every((match) => match.startsWith('weak'))).toBe(true);
});

test('part of a name is weak', () => {
  expect(found('FACTURE 12 PAYET TOULOUSE')).toEqual(['weak LABORATOIRE PAYET TOULOUSE SARL']);
  expect(found('AVOIR FRIEDRICH 2024')).not.toContain('good Friedrich & Wolf Sanitär GmbH & Co. KG');
});

test('words that stand apart, common words and ordinary text name nobody', () => {
  expect(found('LIBRAIRIE FACTURE 12 DOSSIER SIMON')).toEqual([]);
  expect(found('VIREMENT CLIENT 0244 TRANSPORTS')).toEqual([]);
  expect(found('')).toEqual([]);
});

test('what stands behind the bound is not read', () => {
  expect(found(`${' '.repeat(900)}LIBRAIRIE SIMON`)).toEqual(['good LIBRAIRIE SIMON SARL']);
  expect(found(`${' '.repeat(1_024)}LIBRAIRIE SIMON`)).toEqual([]);
});
