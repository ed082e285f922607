/** The numbers of a text: what the words before make of them, and how they stand to each other. */
import { describe, expect, test } from 'vitest';
import { hashBytes } from '../../src/matching/hash.ts';
import { emptyNumbers, maximumNumbers, readNumbers, says } from '../../src/matching/text/numbers.ts';
import { longestText, textScanner } from '../../src/matching/text/scan.ts';
import { wordClass } from '../../src/matching/text/word-classes.ts';

const scanner = textScanner();
const numbers = emptyNumbers();
const series = new Set(['FA', 'AV'].map((letters) => hashBytes(Buffer.from(letters), 0, letters.length)));

const read = (text: string) => {
  const lines = text.split('\n');
  const scan = scanner.scan(lines, lines.length);
  readNumbers(scan, numbers, (prefix) => series.has(prefix));
  return scan;
};

/** Every number with its size; `-` before one that is set aside. */
function numbersIn(text: string): readonly string[] {
  read(text);
  return Array.from(numbers.value.subarray(0, numbers.count), (value, place) => {
    const written = value < 0 ? `${numbers.size[place]} digits` : String(value).padStart(numbers.size[place] ?? 0, '0');
    return `${numbers.isAside[place] === 1 ? '-' : ''}${written}`;
  });
}

const nameOfClass = new Map<number, string>(Object.entries(wordClass).map(([name, value]) => [value, name]));
function contextsIn(text: string): readonly (string | undefined)[] {
  read(text);
  return Array.from(numbers.context.subarray(0, numbers.count), (value) => nameOfClass.get(value));
}

test.each([
  ['FA2026-00123', ['2026', '00123']],
  ['2O9S5', ['20955']],
  ['FACT 123456789012345', ['123456789012345']],
  ['FACT 1234567890123456', ['16 digits']],
  ['12/05/2026', ['-12', '-05', '-2026']],
  ['12.05.26 et 2026-05-12', ['-12', '-05', '-26', '-2026', '-05', '-12']],
  ['32/05/2026', ['32', '05', '2026']],
  ['12/13/2026', ['12', '13', '2026']],
  ['12/05/1989', ['12', '05', '1989']],
  ['12/05/1990', ['-12', '-05', '-1990']],
  ['12/05/2079', ['-12', '-05', '-2079']],
  ['12/05/2080', ['12', '05', '2080']],
  ['12 05 2026', ['12', '05', '2026']],
  ['DU 120526', ['-120526']],
  ['DU 320526', ['320526']],
  ['FACT 120526', ['120526']],
  ['FA2026-00123 1/3', ['2026', '00123', '-1', '-3']],
  ['FA2026-00123 3/3', ['2026', '00123', '-3', '-3']],
  ['FA2026-00123 4/3', ['2026', '00123', '4', '3']],
  ['FA2026-00123 0/3', ['2026', '00123', '0', '3']],
  ['FA2026-00123 1/36', ['2026', '00123', '-1', '-36']],
  ['FA2026-00123 1/37', ['2026', '00123', '1', '37']],
  ['TEL 01 41 57 92 95', ['-01', '-41', '-57', '-92', '-95']],
  ['SIRET 732 829 320 00074', ['-732', '-829', '-320', '-00074']],
  ['DE89 3704 0044 0532 0130 00 77', ['-89', '77']],
  ['DE88 3704 0044 0532 0130 00', ['88', '3704', '0044', '0532', '0130', '00']],
])('%s', (text, expected) => {
  expect(numbersIn(text)).toEqual(expected);
});

test.each([
  ['FACTURE 1234 5678', ['document', 'document']],
  ['FACTURES DE MARS 1234 ET 5678', ['document', 'document']],
  ['AVOIR 12 FACTURE 34', ['creditNote', 'document']],
  ['CDE 4711 5678', ['order', 'order']],
  ['CDE 4711 56789', ['order', 'none']],
  ['CLIENT 014183 2405-0590', ['customer', 'none', 'none']],
  ['CLIENT NO 014183', ['customer']],
  ['CONTRAT MARTIN 014183', ['none']],
  ['DEVIS 12-34', ['other', 'other']],
  ['EUR 1200', ['currency']],
])('%s: %j', (text, expected) => {
  expect(contextsIn(text)).toEqual(expected);
});

describe('ranges and lists', () => {
  test.each(['25908 A 26339', '25908 BIS 26339', '25908 - 26339', 'FA25908 AU FA26339'])('%s is a range', (text) => {
    read(text);
    expect(numbers.isRange[0]).toBe(1);
  });

  test.each(['25908 ET 26339', '25908-26339', '25908, 26339', '25908 26339', '25908 B 26339'])('%s is none', (text) => {
    read(text);
    expect(numbers.isRange[0]).toBe(0);
  });

  test.each(['FA2026-00123,', 'FA2026-00123 +', '25908, 26339, FA', '25908, F'])('%s breaks off', (text) => {
    read(text);
    expect(numbers.isListOpen).toBe(true);
  });

  test.each(['FA2026-00123', 'FA2026-00123.', 'FA2026-00123, MERCI', '25908, 26339'])('%s does not', (text) => {
    read(text);
    expect(numbers.isListOpen).toBe(false);
  });
});

test('words are remembered, two together as well', () => {
  read('TROP PERCU SUR 1234');
  expect(says(numbers, wordClass.refund)).toBe(true);
  read('TROP DE 1234 PERCU');
  expect(says(numbers, wordClass.refund)).toBe(false);
  read('2/4');
  expect(says(numbers, wordClass.partial)).toBe(false);
  read('FA12 2/4');
  expect(says(numbers, wordClass.partial)).toBe(true);
});

test('what is not read is said', () => {
  expect(read('1 '.repeat(maximumNumbers)).isCut).toBe(false);
  expect(numbers.count).toBe(maximumNumbers);
  expect(read('1 '.repeat(maximumNumbers + 1)).isCut).toBe(true);
  expect(numbers.count).toBe(maximumNumbers);
  expect(read('X'.repeat(longestText)).isCut).toBe(false);
  expect(read('X'.repeat(longestText + 1)).isCut).toBe(true);
});

test('atoms say where they stand in the text as written', () => {
  const scan = read('été Fa\u0301ct. FA2026-\n00123');
  const places = Array.from({ length: scan.count }, (_, atom) => [scan.line[atom], scan.start[atom], scan.end[atom]]);
  expect(places).toEqual([
    [0, 0, 3],
    [0, 4, 9],
    [0, 11, 13],
    [0, 13, 17],
    [1, 0, 5],
  ]);
});
