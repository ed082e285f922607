import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isIban } from '../../src/domain/check-digits.ts';
import { signed } from '../../src/domain/money.ts';
import { ingestLimits } from '../../src/ingest/limits.ts';
import { belgianIban, isBelgianNumber } from '../../src/ingest/national-iban.ts';
import { belgianAccount, codaRecords, codaText, type CodaMovement, type CodaStatement } from './coda-text.ts';
import { codesOf, readBytes, readText, utf8 } from './read-file.ts';

const read = (...movements: readonly CodaMovement[]) => readText(codaText([{ movements }]));
const firstDetail = (movement: CodaMovement) => read(movement).statements[0]?.entries[0]?.details[0];

describe('a Belgian number of twelve digits', () => {
  test.each([
    ['539007547034', 'BE68539007547034'],
    ['510007547061', 'BE62510007547061'],
    ['068999999501', 'BE43068999999501'],
  ])('%s is the IBAN %s', (number, iban) => expect(belgianIban(number)).toBe(iban));

  test('with other check digits is none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), fc.integer({ min: 0, max: 99 }), (base, check) => {
        const right = base % 97 === 0 ? 97 : base % 97;
        const number = String(base).padStart(10, '0') + String(check).padStart(2, '0');
        expect(isBelgianNumber(number)).toBe(check === right);
        expect(isIban(belgianIban(number) ?? '')).toBe(check === right);
      }),
    );
  });
});

const isoDay = fc
  .date({ min: new Date('1960-01-01'), max: new Date('2059-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const words = fc
  .stringMatching(/^[A-Za-z0-9éèàç.,/-]{1,30}( [A-Za-z0-9éèàç.,/-]{1,30}){0,6}$/)
  .map((text) => text.slice(0, 149).trim());
const name = fc.stringMatching(/^[A-Z]{1,16}( [A-Z]{1,16})?$/);
// The third decimal is that of a thousandth of a euro: a bank writes a zero there.
const thousandths = fc.bigInt(-99_999_999n, 99_999_999n).map((cents) => cents * 10n);
const movement: fc.Arbitrary<CodaMovement> = fc.record(
  {
    thousandths,
    code: fc.constantFrom('00150000', '00101000', '00250000', '04150000'),
    date: isoDay,
    valueDate: isoDay,
    words,
    customerReference: fc.stringMatching(/^[A-M][A-Z0-9]{1,20}$/),
    counterpartyName: name,
    information: fc.array(
      words.map((text) => ({ text })),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ['thousandths', 'date', 'valueDate', 'words'] },
);
const statement: fc.Arbitrary<CodaStatement> = fc.record({
  opening: thousandths,
  openingDate: isoDay,
  closingDate: isoDay,
  movements: fc.array(movement, { maxLength: 5 }),
  messages: fc.array(
    words.map((text) => text.slice(0, 80).trim()),
    { maxLength: 2 },
  ),
});
const statements = fc.array(statement, { minLength: 1, maxLength: 3 });

test('whatever is written is read back', () => {
  fc.assert(
    fc.property(statements, (written) => {
      const { file, statements: all } = readText(codaText(written));
      expect([file.outcome, ...file.findings]).toEqual(['accepted']);
      expect(
        all.map(({ summary, entries }) => ({
          opening: summary.openingBalance?.amount.minor,
          days: [summary.fromDate, summary.toDate],
          proof: [summary.proves, ...summary.findings],
          messages: summary.additionalInformation ?? '',
          entries: entries.map((entry) => ({
            minor: signed(entry.amount, entry.side).minor,
            days: [entry.bookingDate, entry.valueDate],
            words: entry.details[0]?.remittance[0],
            reference: entry.details[0]?.endToEndId,
            name: entry.details[0]?.counterpartyName,
          })),
        })),
      ).toEqual(
        written.map((one) => ({
          opening: (one.opening ?? 0n) / 10n,
          days: [one.openingDate, one.closingDate],
          proof: [true],
          messages: one.messages?.join('\n') ?? '',
          entries: one.movements?.map((it) => ({
            minor: it.thousandths / 10n,
            days: [it.date, it.valueDate],
            words: it.words,
            reference: it.customerReference ?? null,
            name: it.counterpartyName ?? null,
          })),
        })),
      );
    }),
    { numRuns: 60 },
  );
});

test('line ends, their absence, lost blanks and encodings change no fact', () => {
  const disguises: readonly ((text: string) => Uint8Array)[] = [
    (text) => utf8(text.replaceAll('\n', '\r\n')),
    (text) => utf8(text.replaceAll('\n', '\r')),
    (text) => utf8(text.replaceAll('\n', '')),
    (text) => utf8(text.trimEnd()),
    (text) => utf8(`\uFEFF${text}\n\n\u001A`),
    (text) => Buffer.from(text, 'latin1'),
    (text) => Buffer.from(text.replaceAll('\n', ''), 'latin1'),
  ];
  const factsOf = (bytes: Uint8Array) =>
    readBytes(bytes).statements.map(({ summary, entries }) => ({
      ...summary,
      at: null,
      entries: entries.map((entry) => ({ ...entry, at: null })),
    }));
  fc.assert(
    fc.property(statements, fc.constantFrom(...disguises), (written, disguise) => {
      const text = codaText(written);
      expect(factsOf(disguise(text))).toEqual(factsOf(utf8(text)));
    }),
    { numRuns: 100 },
  );
});

test('a file of 10 KB is accepted only when its last character is there, and is incomplete before', () => {
  const movements = Array.from({ length: 27 }, (_, index) => ({
    thousandths: BigInt(index * 1_000 - 9_000),
    words: `FA ${index}`,
    counterpartyName: 'A',
  }));
  for (const lineEnd of ['\n', '']) {
    const text = codaText([{ opening: -4_710n, movements }], lineEnd);
    const bytes = utf8(text);
    expect(bytes.length).toBeGreaterThan(10_000);
    // Without line ends the places around each record say as much.
    const isChecked = (length: number): boolean => lineEnd !== '' || (length + 2) % 128 < 4;
    for (let length = 128; length <= bytes.length; length++) {
      if (!isChecked(length)) continue;
      const { outcome } = readBytes(bytes.subarray(0, length)).file;
      const expected = length < text.trimEnd().length ? 'incomplete' : 'accepted';
      if (outcome !== expected) expect([length, outcome]).toBeNull();
    }
  }
});

describe('records', () => {
  const simple: CodaStatement = {
    movements: [{ thousandths: 1_000n, words: 'A'.repeat(60), counterpartyName: 'B', information: [{ text: 'C' }] }],
    messages: ['D'],
  };
  const [
    header = '',
    opening = '',
    first = '',
    second = '',
    third = '',
    information = '',
    closing = '',
    message = '',
    trailer = '',
  ] = codaRecords(simple);
  const outcomeOf = (records: readonly string[]): readonly string[] => {
    const result = readText(records.map((record) => `${record}\n`).join(''));
    return [result.file.outcome, ...codesOf(result)];
  };

  test('of all kinds are read', () => {
    expect(outcomeOf([header, opening, first, second, third, information, closing, message, trailer])).toEqual([
      'accepted',
    ]);
  });

  test.each([
    ['a movement before the old balance', [header, first, opening, closing, trailer]],
    ['two old balances', [header, opening, opening, closing, trailer]],
    ['a second header', [header, opening, closing, header, trailer]],
    ['2.3 behind 3.1', [header, opening, first, information, third, closing, trailer]],
    ['information before any movement', [header, opening, information, closing, trailer]],
    ['a movement behind the new balance', [header, opening, closing, first, trailer]],
    ['a new balance behind the trailer', [header, opening, closing, trailer, closing]],
    ['2.2 of another movement', [header, opening, first, second.replace('220001', '220002'), closing, trailer]],
    [
      'a detail of another movement',
      [header, opening, first, first.replace('2100010000', '2100020001'), closing, trailer],
    ],
    [
      'information of another movement',
      [header, opening, first, information.replace('310001', '310002'), closing, trailer],
    ],
  ])('with %s are refused', (_, records) => {
    expect(outcomeOf(records).slice(0, 2)).toEqual(['refused', 'ingest.record_out_of_place']);
  });

  test.each([
    ['an unknown record', [header, opening, `5${first.slice(1)}`, closing, trailer], 'ingest.record_unreadable'],
    ['version 1', [`${header.slice(0, 127)}1`, opening, closing, trailer], 'ingest.version_unsupported'],
    ['no statement at all', [header, trailer], 'ingest.no_statement'],
  ])('with %s are refused', (_, records, code) => expect(outcomeOf(records)).toEqual(['refused', code]));

  test('without their trailer, or movements without new balance, are incomplete', () => {
    expect(outcomeOf([header, opening, first, second, third, information, closing])[0]).toBe('incomplete');
    expect(outcomeOf([header, opening, first, second, third, information, trailer])[0]).toBe('incomplete');
  });

  test.each([
    ['the sign', 32, '2', 'ingest.side_unreadable', '21[32-32]'],
    ['the amount', 33, '00000000000100X', 'ingest.amount_not_decimal', '21[33-47]'],
    ['a third decimal', 33, '000000000001001', 'ingest.amount_too_precise', '21[33-47]'],
    ['the value date', 48, '310226', 'ingest.date_unreadable', '21[48-53]'],
    ['the entry date', 116, '000000', 'ingest.date_unreadable', '21[116-121]'],
  ])('say where %s cannot be read', (_, place, text, code, path) => {
    const damaged = first.slice(0, place - 1) + text + first.slice(place - 1 + text.length);
    const { file } = readText([header, opening, damaged, closing, trailer].map((record) => `${record}\n`).join(''));
    expect(file.findings[0]).toMatchObject({ code, at: { line: 3, path } });
  });

  test('of one entry are at most so many', () => {
    const details = Array.from({ length: 4 }, () => ({ thousandths: 10n, code: '50150000' }));
    const bytes = utf8(codaText([{ movements: [{ thousandths: 40n, code: '10150000', details }] }]));
    expect(codesOf(readBytes(bytes, { ...ingestLimits, recordsPerEntry: 3 }))).toEqual(['ingest.entry_too_large']);
  });
});

describe('the trailer', () => {
  const totalsOf = (statementOf: CodaStatement, change: (trailer: string) => string) => {
    const records = codaRecords(statementOf);
    const last = records.at(-1) ?? '';
    const { statements: all } = readText(
      [...records.slice(0, -1), change(last)].map((record) => `${record}\n`).join(''),
    );
    return all[0]?.summary.findings.map(({ code }) => code);
  };
  const movements = [{ thousandths: 5_000n }, { thousandths: -2_000n }];

  test.each([
    ['as it is', (trailer: string) => trailer, []],
    ['another record count', (trailer: string) => trailer.replace('000004', '000003'), ['ingest.totals_mismatch']],
    [
      'another debit',
      (trailer: string) => trailer.replace('000000000002000', '000000000002010'),
      ['ingest.totals_mismatch'],
    ],
    [
      'another credit',
      (trailer: string) => trailer.replace('000000000005000', '000000000005010'),
      ['ingest.totals_mismatch'],
    ],
    [
      'a total that is no number',
      (trailer: string) => trailer.replace('000000000005000', '00000000000500X'),
      ['ingest.totals_mismatch'],
    ],
  ])('with %s is compared', (_, change, codes) => {
    expect(totalsOf({ movements }, change)).toEqual(codes);
  });

  test('may count free messages or not', () => {
    const statementOf = { movements, messages: ['A', 'B'] };
    expect(totalsOf(statementOf, (trailer) => trailer)).toEqual([]);
    expect(totalsOf(statementOf, (trailer) => trailer.replace('000004', '000006'))).toEqual([]);
    expect(totalsOf(statementOf, (trailer) => trailer.replace('000004', '000005'))).toEqual(['ingest.totals_mismatch']);
  });
});

describe('a globalised movement', () => {
  test('counts once, and is its details', () => {
    const details = [
      { thousandths: 30_000n, code: '50150000' },
      { thousandths: -10_000n, code: '50150000' },
    ];
    const [one] = read({ thousandths: 20_000n, code: '10150000', details }).statements;
    expect(one?.summary).toMatchObject({ proves: true, entryCount: 1, findings: [] });
    expect(one?.entries[0]?.details.map(({ amount, side }) => [amount?.minor, side])).toEqual([
      [3_000n, 'credit'],
      [1_000n, 'debit'],
    ]);
  });

  test('says when its details make another sum', () => {
    const details = [{ thousandths: 30_000n, code: '50150000' }];
    const [one] = read({ thousandths: 20_000n, code: '10150000', details }).statements;
    expect(one?.summary.proves).toBe(true);
    expect(one?.summary.findings.map(({ code }) => code)).toEqual(['ingest.details_mismatch']);
  });

  test('may have more details than their numbers count', () => {
    const details = Array.from({ length: 10_001 }, () => ({ thousandths: 10n, code: '50150000' }));
    const [one] = read({ thousandths: 100_010n, code: '10150000', details }).statements;
    expect(one?.summary).toMatchObject({ proves: true, entryCount: 1, findings: [] });
    expect(one?.entries[0]?.details).toHaveLength(10_001);
  });
});

test('more movements than their numbers count are all read', () => {
  const movements = Array.from({ length: 10_002 }, () => ({ thousandths: 10n }));
  expect(read(...movements).statements[0]?.summary).toMatchObject({ entryCount: 10_002, proves: true, findings: [] });
});

describe('a structured communication', () => {
  test.each([
    ['101', '101010806817183', '010806817183'],
    ['102', '102010806817183', '010806817183'],
    ['100', '100RF18539007547034', 'RF18539007547034'],
  ])('of type %s is a creditor reference', (_, structured, reference) => {
    expect(firstDetail({ thousandths: 10n, structured })?.creditorReference).toBe(reference);
  });

  test('that is not laid out as its type says is kept as written', () => {
    const [one] = read({ thousandths: 10n, structured: '101NO DIGITS' }).statements;
    expect(one?.entries[0]).toMatchObject({ additionalInformation: '101 NO DIGITS', details: [] });
  });
});

test.each([
  ['2', 'BE68539007547034', belgianAccount('BE68539007547034'), 'BE68539007547034'],
  ['2', 'BE11111111111111', belgianAccount('BE11111111111111'), null],
  ['0', '539007547034', '539007547034 EUR0BE'.padEnd(37), 'BE68539007547034'],
  ['1', '4711', belgianAccount('4711'), null],
])('an account of structure %s is %s', (structure, account, written, iban) => {
  const [one] = readText(codaText([{ structure, account: written }])).statements;
  expect(one?.summary).toMatchObject({ account, accountIban: iban, currency: 'EUR' });
});

test('an account without currency is refused, never guessed at', () => {
  expect(codesOf(readText(codaText([{ account: 'BE68539007547034'.padEnd(37) }])))).toEqual([
    'ingest.currency_unknown',
  ]);
});
