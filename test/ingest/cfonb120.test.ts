import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDecimal, signed } from '../../src/domain/money.ts';
import { parseCurrency } from '../../src/domain/currency.ts';
import { readOverpunched } from '../../src/ingest/cfonb120/amount.ts';
import { ingestLimits } from '../../src/ingest/limits.ts';
import { frenchIban } from '../../src/ingest/national-iban.ts';
import { isIban } from '../../src/domain/check-digits.ts';
import { cfonbRecords, cfonbText, overpunched, type CfonbEntry, type CfonbStatement } from './cfonb-text.ts';
import { placed } from './fixed-text.ts';
import { codesOf, cutAt, readBytes, readPieces, readText, utf8 } from './read-file.ts';

const parsed = parseCurrency('EUR');
if (!parsed.ok) throw new Error('EUR is known');
const euroCents = { currency: parsed.value, scale: 2 };

const readAmount = (written: string) => readOverpunched(placed(120, [[91, written]]), 91, euroCents);

describe('an overpunched amount', () => {
  test.each([
    ...Array.from('{ABCDEFGHI', (sign, digit) => [sign, digit, 'credit'] as const),
    ...Array.from('}JKLMNOPQR', (sign, digit) => [sign, digit, 'debit'] as const),
    ['é', 0, 'credit'] as const,
    ['è', 0, 'debit'] as const,
  ])('that ends in %s ends in the digit %i and is a %s', (sign, digit, side) => {
    expect(readAmount(`0000000001234${sign}`)).toMatchObject({ side, amount: { minor: 12_340n + BigInt(digit) } });
  });

  test('of any size and sign is read as it was written', () => {
    fc.assert(
      fc.property(fc.bigInt(-99_999_999_999_999n, 99_999_999_999_999n), (minor) => {
        const read = readAmount(overpunched(minor));
        if (typeof read === 'string') throw new Error(read);
        expect(signed(read.amount, read.side).minor).toBe(minor);
      }),
    );
  });

  test('has its letters in the last place only', () => {
    const signs = fc.constantFrom('{', '}', 'A', 'B', 'I', 'J', 'R', 'é', 'è');
    fc.assert(
      fc.property(signs, fc.nat(12), (sign, place) => {
        const digits = '00000000001234';
        expect(readAmount(digits.slice(0, place) + sign + digits.slice(place + 1))).toBe('amount_not_decimal');
      }),
    );
  });

  test.each(['00000000012340', '0000000001234 ', '0000000001234S', '0000000001234e', '0000000001234-'])(
    '%s has no sign and is refused',
    (written) => expect(readAmount(written)).toBe('side_unreadable'),
  );
});

describe('the IBAN of bank, branch and account', () => {
  test.each([
    ['20041', '01005', '0500013M026', 'FR1420041010050500013M02606'],
    ['30006', '00001', '12345678901', 'FR7630006000011234567890189'],
    ['11222', '00001', '0123456789Z', null],
  ])('of %s %s %s is %s', (bank, branch, account, iban) => {
    const made = frenchIban(bank, branch, account);
    if (iban !== null) expect(made).toBe(iban);
    expect(isIban(made ?? '')).toBe(true);
  });

  test('is none where they are no French numbers', () => {
    expect(frenchIban('3000A', '00001', '12345678901')).toBeNull();
    expect(frenchIban('30006', '00001', '1234567890 ')).toBeNull();
  });

  test('has right check digits for any numbers', () => {
    const digits = fc.stringMatching(/^\d{5}$/);
    fc.assert(
      fc.property(digits, digits, fc.stringMatching(/^[0-9A-Z]{11}$/), (bank, branch, account) => {
        expect(isIban(frenchIban(bank, branch, account) ?? '')).toBe(true);
      }),
    );
  });
});

const day = fc.date({ min: new Date('1960-01-01'), max: new Date('2059-12-31'), noInvalidDate: true });
const isoDay = day.map((date) => date.toISOString().slice(0, 10));
const words = fc
  .stringMatching(/^[A-Za-z0-9éèàç.,/+-]{1,12}( [A-Za-z0-9éèàç.,/+-]{1,12}){0,2}$/)
  .map((text) => text.slice(0, 32).trim());
const entry: fc.Arbitrary<CfonbEntry> = fc.record({
  unscaled: fc.bigInt(-999_999_999n, 999_999_999n),
  code: fc.constantFrom('02', '05', '06', '18', '62', 'A1', 'B1'),
  label: words,
  date: isoDay,
  valueDate: isoDay,
  number: fc.stringMatching(/^[1-9]\d{0,6}$/),
  complements: fc.array(fc.tuple(fc.constantFrom('LIB', 'LCC', 'NPY', 'ZZZ'), words), { maxLength: 3 }),
});
const statement: fc.Arbitrary<CfonbStatement> = fc.record({
  account: fc.stringMatching(/^[0-9A-Z]{11}$/),
  currency: fc.constantFrom('EUR', 'TND', 'JPY', 'USD'),
  opening: fc.bigInt(-999_999_999n, 999_999_999n),
  date: isoDay,
  closingDate: isoDay,
  entries: fc.array(entry, { maxLength: 6 }),
});
const scaleOf = (currency: string | undefined): number => (currency === 'TND' ? 3 : currency === 'JPY' ? 0 : 2);
const statements = fc
  .array(statement, { minLength: 1, maxLength: 3 })
  .map((all) => all.map((one) => ({ ...one, scale: scaleOf(one.currency) })));

const factsOf = (bytes: Uint8Array) => {
  const { file, statements: read } = readBytes(bytes);
  return {
    outcome: file.outcome,
    statements: read.map(({ summary, entries }) => ({
      ...summary,
      at: null,
      findings: summary.findings.map(({ code }) => code),
      entries: entries.map((one) => ({ ...one, at: null })),
    })),
  };
};

test('whatever is written is read back', () => {
  fc.assert(
    fc.property(statements, (written) => {
      const { file, statements: read } = readText(cfonbText(written));
      expect(file.outcome).toBe('accepted');
      expect(
        read.map(({ summary, entries }) => ({
          account: summary.account,
          currency: summary.currency,
          opening: summary.openingBalance?.amount.minor,
          days: [summary.fromDate, summary.toDate],
          proves: summary.proves,
          entries: entries.map((one) => ({
            minor: signed(one.amount, one.side).minor,
            days: [one.bookingDate, one.valueDate],
            code: one.bankTransactionCode,
            label: one.additionalInformation,
            number: one.accountServicerReference,
          })),
        })),
      ).toEqual(
        written.map((one) => ({
          account: one.account,
          currency: one.currency,
          opening: one.opening,
          days: [one.date, one.closingDate],
          proves: true,
          entries: one.entries?.map((it) => ({
            minor: it.unscaled,
            days: [it.date, it.valueDate],
            code: it.code,
            label: it.label,
            number: it.number?.padStart(7, '0'),
          })),
        })),
      );
    }),
    { numRuns: 60 },
  );
});

test('line ends, their absence, lost blanks, encodings and empty lines change no fact', () => {
  const disguises: readonly ((text: string) => Uint8Array)[] = [
    (text) => utf8(text.replaceAll('\n', '\r\n')),
    (text) => utf8(text.replaceAll('\n', '\r')),
    (text) => utf8(text.replaceAll('\n', '')),
    (text) => utf8(text.replaceAll('\n', '\n\n')),
    (text) => utf8(text.replaceAll(/ +\n/g, '\n').trimEnd()),
    (text) => utf8(`\uFEFF${text}\u001A`),
    (text) => Buffer.from(text, 'latin1'),
    (text) => Buffer.from(text.replaceAll('\n', ''), 'latin1'),
    (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  ];
  fc.assert(
    fc.property(statements, fc.constantFrom(...disguises), (written, disguise) => {
      const text = cfonbText(written);
      expect(factsOf(disguise(text))).toEqual(factsOf(utf8(text)));
    }),
    { numRuns: 120 },
  );
});

test('a file of 10 KB is accepted only when nothing but blanks is missing, and is incomplete before', () => {
  const entries = Array.from({ length: 80 }, (_, index) => ({
    unscaled: BigInt(index * 100 - 3_000),
    label: `VIR ${index}`,
  }));
  for (const lineEnd of ['\n', '']) {
    const bytes = utf8(cfonbText([{ opening: -4_711n, entries }], lineEnd));
    const charsOfLast = 120 + lineEnd.length;
    const wholeLength = bytes.length - charsOfLast + 104;
    expect(bytes.length).toBeGreaterThan(9_800);
    // Without line ends the places around each record say as much.
    const isChecked = (length: number): boolean => lineEnd !== '' || (length + 2) % 120 < 4;
    for (let length = 120; length <= bytes.length; length++) {
      if (!isChecked(length)) continue;
      const { outcome } = readBytes(bytes.subarray(0, length)).file;
      if (outcome !== (length < wholeLength ? 'incomplete' : 'accepted')) expect([length, outcome]).toBeNull();
    }
  }
});

describe('records', () => {
  const simple = cfonbRecords({ opening: 100n, entries: [{ unscaled: 200n, complements: [['LIB', 'A']] }] });
  const [opening = '', first = '', complement = '', closing = ''] = simple;
  const outcomeOf = (records: readonly string[]): readonly string[] => {
    const result = readText(records.map((record) => `${record}\n`).join(''));
    return [result.file.outcome, ...codesOf(result)];
  };

  test.each([
    ['an entry before the opening balance', [first, opening, closing], 'ingest.record_out_of_place'],
    ['a closing balance behind another one', [opening, first, closing, closing], 'ingest.record_out_of_place'],
    ['a complement behind the closing balance', [opening, first, closing, complement], 'ingest.record_out_of_place'],
    ['an unknown record', [opening, `34${first.slice(2)}`, closing], 'ingest.record_unreadable'],
    ['a record that is too long', [opening, `${first}X`, closing], 'ingest.record_unreadable'],
  ])('with %s are refused', (_, records, code) => {
    expect(outcomeOf(records)).toEqual(['refused', code]);
  });

  test('without a closing balance are incomplete, also before another statement', () => {
    expect(outcomeOf([opening, first])[0]).toBe('incomplete');
    expect(outcomeOf([opening, first, opening, first, closing])[0]).toBe('incomplete');
  });

  test.each([
    ['the currency', 17, 'XYZ', 'ingest.currency_unknown', '04[17-19]'],
    ['the decimals', 20, 'X', 'ingest.amount_not_decimal', '04[20-20]'],
    ['the booking date', 35, '310226', 'ingest.date_unreadable', '04[35-40]'],
    ['an absent booking date', 35, '      ', 'ingest.date_unreadable', '04[35-40]'],
    ['the value date', 43, '000101', 'ingest.date_unreadable', '04[43-48]'],
    ['the amount', 91, '00000000001 0{', 'ingest.amount_not_decimal', '04[91-104]'],
    ['the sign of the amount', 104, '0', 'ingest.side_unreadable', '04[91-104]'],
  ])('say where %s cannot be read', (_, place, text, code, path) => {
    const damaged = first.slice(0, place - 1) + text + first.slice(place - 1 + text.length);
    const { file } = readText([opening, damaged, complement, closing].map((record) => `${record}\n`).join(''));
    expect(file.outcome).toBe('refused');
    expect(file.findings[0]).toMatchObject({ code, at: { line: 2, path } });
  });

  test('never guess the currency of the opening balance', () => {
    const result = readText(simple.map((record) => `${record.slice(0, 16)}   ${record.slice(19)}\n`).join(''));
    expect(codesOf(result)).toEqual(['ingest.currency_unknown']);
  });

  test('never round more decimals than the currency has', () => {
    const scaled = { opening: 0n, scale: 3, entries: [{ unscaled: 1_001n }] };
    expect(codesOf(readText(cfonbText([scaled])))).toEqual(['ingest.amount_too_precise']);
  });

  test('are at most so many for one entry', () => {
    const limits = { ...ingestLimits, recordsPerEntry: 3 };
    const complements = Array.from({ length: 4 }, () => ['LIB', 'A'] as const);
    const bytes = utf8(cfonbText([{ entries: [{ unscaled: 1n, complements }] }]));
    expect(codesOf(readBytes(bytes, limits))).toEqual(['ingest.entry_too_large']);
  });
});

test('in UTF-8 the width is counted in characters, and pieces may end within one', () => {
  const label = 'ÉÈÀÇÙÂÊÎÔÛËÏÜŸŒ €€€€';
  const bytes = utf8(cfonbText([{ entries: [{ unscaled: 100n, label, complements: [['NPY', 'É'.repeat(70)]] }] }], ''));
  const whole = readBytes(bytes);
  expect(whole.file.outcome).toBe('accepted');
  expect(whole.statements[0]?.entries[0]?.details[0]).toMatchObject({ counterpartyName: 'É'.repeat(70) });
  for (let place = 1; place < bytes.length; place++) {
    expect(readPieces(cutAt(bytes, [place])).records).toEqual(whole.records);
  }
});

test('bytes that never make a character neither pile up nor take time', () => {
  const opening = utf8(cfonbRecords({})[0] ?? '');
  const pieces = Array.from({ length: 64 }, () => new Uint8Array(65_536).fill(0x80));
  const start = process.hrtime.bigint();
  expect(codesOf(readPieces([opening, ...pieces]))).toEqual(['ingest.record_unreadable']);
  expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(2_000);
});

test('of a repaid transfer the other party is the one that was to be paid', () => {
  const complements = [
    ['NPY', 'WE'],
    ['NBE', 'SUPPLIER'],
  ] as const;
  const names = (unscaled: bigint, code: string) =>
    readText(cfonbText([{ entries: [{ unscaled, code, complements }] }])).statements[0]?.entries[0]?.details[0]
      ?.counterpartyName;
  expect([names(100n, '05'), names(-100n, '06'), names(100n, '12'), names(-100n, 'B3')]).toEqual([
    'WE',
    'SUPPLIER',
    'SUPPLIER',
    'WE',
  ]);
});

test('an amount with its sign shows as a decimal', () => {
  const [read] = readText(cfonbText([{ opening: -19_040n, entries: [{ unscaled: 9_749n }] }])).statements;
  expect(read?.summary.openingBalance && formatDecimal(read.summary.openingBalance.amount)).toBe('-190.40');
});
