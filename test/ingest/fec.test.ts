import { Buffer } from 'node:buffer';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CurrencyCode } from '../../src/domain/currency.ts';
import { looksLikeFec } from '../../src/ingest/fec/heading.ts';
import { fecReader, type FecOptions, type FecRead } from '../../src/ingest/fec/read-fec.ts';
import { euroBooks } from '../support/euro-books.ts';
import { fecBytes, heading, plainForm, type FecTextLine } from './fec-text.ts';

const usual: FecOptions = { ...euroBooks, receivableAccounts: ['411'], asOf: null };

function readBytes(pieces: readonly Uint8Array[], options: Partial<FecOptions> = {}): FecRead {
  const reader = fecReader({ ...usual, ...options });
  for (const piece of pieces) reader.push(piece);
  return reader.end();
}
const readLines = (lines: readonly FecTextLine[], columns: readonly string[] = [], options: Partial<FecOptions> = {}) =>
  readBytes([fecBytes(lines, plainForm, columns)], options);

/** `kind number residual/amount` of each document, then `line code` of each problem. */
const brief = ({ documents, problems }: FecRead): readonly string[] => [
  ...documents.map(
    ({ record: { kind, documentNumber, residualMinor, amountMinor } }) =>
      `${kind} ${documentNumber} ${residualMinor}/${amountMinor}`,
  ),
  ...problems.map(({ line, code }) => `${line} ${code}`),
];

const bank: FecTextLine = { journal: 'BQ', journalName: 'Banque', entry: 'B1', entryDate: '20260220' };
const opening: FecTextLine = { journal: 'AN', journalName: 'A nouveaux', entry: 'A1', entryDate: '20260101' };
/** A payment: its line on 411, and the one on the bank's account. */
const paid = (credit: number, line: FecTextLine = {}): readonly FecTextLine[] => [
  { ...bank, piece: 'VIR1', credit, ...line },
  { ...bank, account: '512000', customer: '', customerName: '', piece: 'VIR1', debit: credit },
];

describe('what is left', () => {
  test.each<[string, readonly FecTextLine[], readonly string[]]>([
    ['of a line without a letter is all of it', [{ debit: 12_00 }], ['invoice FA1 1200/1200']],
    [
      'of a letter that balances is nothing',
      [{ debit: 12_00, letter: 'AA' }, ...paid(12_00, { letter: 'AA' })],
      ['invoice FA1 0/1200'],
    ],
    [
      'of a part-payment stays on its invoice',
      [{ debit: 12_00, letter: 'a' }, ...paid(5_00, { letter: 'a' })],
      ['invoice FA1 700/1200'],
    ],
    [
      'of several invoices stays on the youngest, whatever their order in the file',
      [
        { piece: 'FA3', pieceDate: '20260130', debit: 10_00, letter: 'AB' },
        { piece: 'FA1', pieceDate: '20260110', debit: 10_00, letter: 'AB' },
        { piece: 'FA2', pieceDate: '20260120', debit: 10_00, letter: 'AB' },
        ...paid(15_00, { letter: 'AB' }),
      ],
      ['invoice FA3 1000/1000', 'invoice FA1 0/1000', 'invoice FA2 500/1000'],
    ],
    [
      'of a credit note that is larger than the invoice is the credit note’s',
      [
        { debit: 10_00, letter: 'AC' },
        { piece: 'AV1', credit: 15_00, letter: 'AC' },
      ],
      ['invoice FA1 0/1000', 'credit_note AV1 500/1500'],
    ],
    [
      'of one letter says nothing of the same letter of another customer or account',
      [
        { debit: 10_00, letter: 'AA' },
        { customer: 'C2', piece: 'FA2', debit: 10_00, letter: 'AA' },
        ...paid(10_00, { letter: 'AA' }),
        { account: '411900', piece: 'FA3', debit: 10_00, letter: 'AA' },
      ],
      ['invoice FA1 0/1000', 'invoice FA2 1000/1000', 'invoice FA3 1000/1000'],
    ],
    [
      'of amounts below zero keeps its side',
      [
        { debit: -10_00, piece: 'AV1' },
        { credit: -7_00, piece: 'FA2' },
      ],
      ['credit_note AV1 1000/1000', 'invoice FA2 700/700'],
    ],
    ['of a line of nothing is not told', [{ debit: 0 }, { piece: 'FA2', debit: 1 }], ['invoice FA2 1/1']],
    ['of other accounts is nobody’s concern', [{ account: '401000', credit: 10_00 }], []],
    [
      'of an invoice in parts is one document',
      [{ debit: 10_00, letter: 'AA' }, { debit: 20_00 }, ...paid(10_00, { letter: 'AA' })],
      ['invoice FA1 2000/3000'],
    ],
    [
      'of a collection that the bank took back is the document, once',
      [
        { debit: 10_00, letter: 'AA' },
        ...paid(10_00, { letter: 'AA' }),
        { ...bank, entry: 'B2', debit: 10_00 },
        { ...bank, entry: 'B2', account: '512000', customer: '', credit: 10_00 },
      ],
      ['invoice FA1 1000/1000'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(brief(readLines(lines))).toEqual(expected);
  });

  test('is the same sum as that of the account, whatever was lettered with what', () => {
    const amounts = fc.array(
      fc.record({ cents: fc.integer({ min: -5_000, max: 5_000 }), letter: fc.constantFrom('', 'A', 'B') }),
      {
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(amounts, (drawn) => {
        const lines = drawn.map(({ cents, letter }, index) => ({ piece: `P${index}`, debit: cents, letter }));
        const { documents, problems } = readLines(lines);
        expect(problems).toEqual([]);
        const left = documents.reduce(
          (sum, { record: { kind, residualMinor } }) => sum + (kind === 'invoice' ? residualMinor : -residualMinor),
          0n,
        );
        expect(left).toBe(BigInt(drawn.reduce((sum, { cents }) => sum + cents, 0)));
      }),
    );
  });
});

describe('money that came in', () => {
  test('and was lettered with nothing is told with its amount, and is no document', () => {
    const { documents, problems } = readLines([{ debit: 10_00 }, ...paid(4_00)]);
    expect(documents).toHaveLength(1);
    expect(problems).toMatchObject([{ line: 3, code: 'import.fec_cash_unapplied', found: '411000 C1 VIR1 -4.00' }]);
  });

  test('and is more than its invoice is told with what is over', () => {
    const read = readLines([{ debit: 10_00, letter: 'AA' }, ...paid(14_00, { letter: 'AA' })]);
    expect(brief(read)).toEqual(['invoice FA1 0/1000', '3 import.fec_cash_unapplied']);
    expect(read.problems[0]?.found).toBe('411000 C1 VIR1 -4.00');
  });

  test('is told by its entry, not by the name of the journal', () => {
    const credit = { journal: 'BQ', journalName: 'Banque', entry: 'B7', piece: 'AV1', credit: 4_00 };
    expect(brief(readLines([credit]))).toEqual(['credit_note AV1 400/400']);
  });
});

describe('opening entries', () => {
  const old: FecTextLine = { entryDate: '20251215', pieceDate: '20251215', debit: 10_00 };
  const repeated: FecTextLine = { ...opening, pieceDate: '20251215', debit: 10_00 };

  test.each<[string, readonly FecTextLine[], readonly string[]]>([
    ['are documents', [repeated], ['invoice FA1 1000/1000']],
    ['repeat a line of the year before, which counts once', [old, repeated], ['invoice FA1 1000/1000']],
    ['repeat as many lines as they have', [old, old, old, repeated, repeated], ['invoice FA1 3000/3000']],
    [
      'of two years repeat one another',
      [old, repeated, { ...repeated, entryDate: '20270101' }],
      ['invoice FA1 1000/1000'],
    ],
    [
      'say what was lettered later',
      [old, { ...repeated, letter: 'AA' }, ...paid(10_00, { letter: 'AA' })],
      ['invoice FA1 0/1000'],
    ],
    [
      'do not repeat what was entered after them',
      [repeated, { ...old, entryDate: '20260110' }],
      ['invoice FA1 2000/2000'],
    ],
    ['of another day or amount are another line', [old, { ...repeated, debit: 11_00 }], ['invoice FA1 2100/2100']],
    ['without a number are no documents', [{ ...repeated, piece: '' }], ['2 import.fec_opening_global']],
    ['without a day are no documents', [{ ...repeated, pieceDate: '' }], ['2 import.fec_opening_global']],
    ['of no customer are no documents', [{ ...repeated, customer: '' }], ['2 import.fec_opening_global']],
    ['numbered by their own entry are no documents', [{ ...repeated, piece: 'A1' }], ['2 import.fec_opening_global']],
    [
      'with one number for all customers are no documents',
      [repeated, { ...repeated, customer: 'C2' }, { ...repeated, customer: 'C2', piece: 'FA2' }],
      ['invoice FA2 1000/1000', '2 import.fec_opening_global', '3 import.fec_opening_global'],
    ],
    [
      'that say nothing, and are settled, need not say more',
      [{ ...repeated, piece: '', letter: 'AA' }, ...paid(10_00, { letter: 'AA' })],
      [],
    ],
  ])('%s', (_, lines, expected) => {
    expect(brief(readLines(lines))).toEqual(expected);
  });

  test.each([
    [{ journal: 'AN' }],
    [{ journal: 'RAN', journalName: 'x' }],
    [{ journal: 'OD1', journalName: 'REPORT A NOUVEAU' }],
    [{ journal: 'OUV', journalName: "Ecritures d'ouverture" }],
  ])('are known by their journal: %o', (journal) => {
    expect(brief(readLines([{ ...repeated, ...journal, piece: '' }]))).toEqual(['2 import.fec_opening_global']);
  });
});

describe('other currencies', () => {
  const dollars = (debit: number, foreign: string, more: FecTextLine = {}): FecTextLine => ({
    debit,
    foreign,
    currency: 'USD',
    ...more,
  });

  test.each(['110,00', '-110,00', '110,00-'])(
    'a document keeps its own amount (%s) and what it was booked at',
    (foreign) => {
      const [document] = readLines([dollars(100_00, foreign)]).documents;
      expect(document?.record).toMatchObject({
        currency: 'USD',
        kind: 'invoice',
        amountMinor: 11_000n,
        residualMinor: 11_000n,
        baseAmountMinor: 10_000n,
      });
    },
  );

  test('the base amount is none of ours where the books are in another currency than the FEC', () => {
    const { documents } = readLines([dollars(100_00, '110,00')], [], { baseCurrency: 'USD' as CurrencyCode });
    expect(documents[0]?.record.baseAmountMinor).toBeNull();
  });

  test.each<[string, readonly FecTextLine[], readonly string[]]>([
    [
      'what is left is counted in it',
      [dollars(100_00, '110,00', { letter: 'a' }), ...paid(40_00, { foreign: '-50,00', currency: 'USD', letter: 'a' })],
      ['invoice FA1 6000/11000'],
    ],
    [
      'a difference of exchange that nobody booked is no debt',
      [
        dollars(100_00, '110,00', { letter: 'A' }),
        ...paid(95_00, { foreign: '-110,00', currency: 'USD', letter: 'A' }),
      ],
      ['invoice FA1 0/11000'],
    ],
    [
      'a difference of exchange that was booked balances the letter',
      [
        dollars(100_00, '110,00', { letter: 'A' }),
        ...paid(95_00, { foreign: '-110,00', currency: 'USD', letter: 'A' }),
        { journal: 'OD', entry: 'O1', piece: 'EC1', credit: 5_00, letter: 'A' },
      ],
      ['invoice FA1 0/11000', 'credit_note EC1 0/500'],
    ],
    [
      'two of them under a letter that does not balance are a question',
      [dollars(100_00, '110,00', { letter: 'A' }), { piece: 'FA2', debit: 10_00, letter: 'A' }],
      ['2 import.fec_currencies_mixed', '3 import.fec_currencies_mixed'],
    ],
    ['an unknown one is a question', [dollars(100_00, '110,00', { currency: 'US' })], ['2 import.currency_unknown']],
    ['yen have no cents', [dollars(100_00, '1,50', { currency: 'JPY' })], ['2 import.amount_too_precise']],
    ['one without an amount in it is euros', [dollars(100_00, '')], ['invoice FA1 10000/10000']],
  ])('%s', (_, lines, expected) => {
    expect(brief(readLines(lines))).toEqual(expected);
  });
});

describe('lines that can not be read', () => {
  /** A heading and one line, with one value in the place of another. */
  const withValue = (column: string, value: string): FecRead => {
    const names = heading();
    const text = Buffer.from(fecBytes([{ debit: 10_00 }])).toString();
    const rows = text.split('\r\n').map((row) => row.split('\t'));
    rows[1] = (rows[1] ?? []).map((old, index) => (names[index] === column ? value : old));
    return readBytes([Buffer.from(rows.map((row) => row.join('\t')).join('\r\n'))]);
  };

  test.each([
    ['Debit', '10.00', 'import.fec_amount_unreadable'],
    ['Debit', '1 000,00', 'import.fec_amount_unreadable'],
    ['Debit', '-10,00-', 'import.fec_amount_unreadable'],
    ['Debit', '"10,00"', 'import.fec_amount_unreadable'],
    ['Debit', '10,005', 'import.amount_too_precise'],
    ['Debit', '92233720368547758,08', 'import.amount_out_of_range'],
    ['PieceDate', '2026-01-05', 'import.fec_date_invalid'],
    ['PieceDate', '20260230', 'import.fec_date_invalid'],
    ['PieceDate', '', 'import.value_missing'],
    ['PieceRef', '', 'import.value_missing'],
    ['PieceRef', 'F'.repeat(36), 'import.value_too_long'],
    ['CompAuxNum', '', 'import.value_missing'],
    ['CompAuxLib', 'A\uFFFD', 'import.value_not_printable'],
    ['EcritureDate', '', 'import.value_missing'],
  ])('%s %j: %s', (column, value, code) => {
    expect(brief(withValue(column, value))).toEqual([`2 ${code}`]);
  });

  test.each([
    ['10', 'invoice FA1 1000/1000'],
    ['10,', 'invoice FA1 1000/1000'],
    ['+10,5', 'invoice FA1 1050/1050'],
    ['10,50000', 'invoice FA1 1050/1050'],
    ['10,00-', 'credit_note FA1 1000/1000'],
  ])('but a debit of %j is an amount', (value, expected) => {
    expect(brief(withValue('Debit', value))).toEqual([expected]);
  });

  test('name the line, the column, what was found and what to do', () => {
    const { problems } = withValue('Debit', '1.000,00');
    expect(problems).toEqual([
      {
        line: 2,
        code: 'import.fec_amount_unreadable',
        found: '1.000,00',
        message: expect.stringMatching(/^Debit: .*Write digits, a comma/),
      },
    ]);
  });

  test('leave open what was lettered with them, and say so', () => {
    const lines = [{ debit: 10_00, letter: 'AA' }, ...paid(10_00, { letter: 'AA', pieceDate: '20261301' })];
    expect(brief(readLines([...lines, { piece: 'FA2', debit: 5_00 }]))).toEqual([
      'invoice FA2 500/500',
      '2 import.fec_rest_unknown',
      '3 import.fec_date_invalid',
    ]);
  });

  test('say of money that was lettered with them that its rest is not known', () => {
    const lines = [{ debit: 10_00, letter: 'AA', pieceDate: '0' }, ...paid(10_00, { letter: 'AA' })];
    expect(brief(readLines(lines))).toEqual(['2 import.fec_date_invalid', '3 import.fec_rest_unknown']);
  });

  test('take the document that they belong to with them', () => {
    expect(
      brief(readLines([{ debit: 10_00 }, { debit: 5_00, pieceDate: '0' }, { piece: 'FA2', debit: 1_00 }])),
    ).toEqual(['invoice FA2 100/100', '2 import.fec_rest_unknown', '3 import.fec_date_invalid']);
  });

  test('of a wrong number of values put every letter in doubt that does not balance', () => {
    const bytes = Buffer.concat([
      fecBytes([
        { debit: 10_00, letter: 'AA' },
        { piece: 'FA2', debit: 10_00 },
        { piece: 'FA3', debit: 10_00, letter: 'AB' },
        { piece: 'AV3', credit: 10_00, letter: 'AB' },
      ]),
      Buffer.from('VE\tVentes\t9\t20260105\r\n'),
    ]);
    expect(brief(readBytes([bytes]))).toEqual([
      'invoice FA2 1000/1000',
      'invoice FA3 0/1000',
      'credit_note AV3 0/1000',
      '2 import.fec_rest_unknown',
      '6 import.fec_line_count',
    ]);
  });

  test('that do not end stop the file: what they hide is not known', () => {
    const bytes = Buffer.concat([fecBytes([{ debit: 10_00 }]), Buffer.from('x'.repeat(70_000))]);
    expect(brief(readBytes([bytes]))).toEqual(['3 import.row_too_long']);
  });

  test.each(['X', '', '+ 2'])('Sens %j is no side', (side) => {
    const text = [heading('Sens D and C').join('|'), `VE|V|1|20260105|411|C|C1|N|FA1|20260105|t|10,00|${side}|||||`];
    expect(brief(readBytes([Buffer.from(text.join('\n'))]))).toEqual(['2 import.fec_side_unknown']);
  });
});

describe('the heading', () => {
  const readHeading = (names: readonly string[]): FecRead =>
    readBytes([Buffer.from(`${names.join('\t')}\n${Array.from(names, () => '').join('\t')}\n`)]);

  test('is known with accents, in any letter case, with blanks and a separator at the end', () => {
    const names = heading().map((name) =>
      name === 'Credit' ? 'Crédit' : name === 'Debit' ? 'DÉBIT' : ` ${name.toUpperCase()}`,
    );
    const row = 'VE\tV\t1\t20260105\t411\tC\tC1\tNom\tFA1\t20260105\tt\t10,00\t0,00\t\t\t\t\t\t';
    const text = `${names.join('\t')}\t\r${row}\r`;
    expect(looksLikeFec(Buffer.from(text))).toBe(true);
    expect(brief(readBytes([Buffer.from(text)]))).toEqual(['invoice FA1 1000/1000']);
  });

  test('that lacks a column, or has one twice, lets no line through', () => {
    expect(brief(readHeading(heading().filter((name) => name !== 'EcritureLet')))).toEqual(['1 import.column_missing']);
    expect(brief(readHeading(heading().filter((name) => name !== 'Credit')))).toEqual(['1 import.column_missing']);
    expect(brief(readHeading([...heading(), 'crédit']))).toEqual(['1 import.column_twice']);
    expect(brief(readBytes([]))).toEqual(['1 import.heading_missing']);
  });

  test.each(['customer_code,document_number', 'code;name', 'JournalCode;CompteNum', '{"journalCode":1}', ''])(
    '%j is of another file',
    (text) => {
      expect(looksLikeFec(Buffer.from(text))).toBe(false);
    },
  );
});

describe('columns behind the eighteenth', () => {
  const columns = ['DateEcheance', 'ConditionRegl', 'RefPaiement', 'IBANTiers', 'Siren', 'MontantTVA'];
  const readMore = (...more: readonly string[]): FecRead =>
    readLines([{ debit: 120_00, pieceDate: '20260115', more }], columns);

  test('give the due date, the reference, the IBAN and the VAT', () => {
    const read = readMore(
      '20260331',
      'eom:45',
      'RF18 5390 0754 7034',
      'FR14 2004 1010 0505 0001 3M02 606',
      '732829320',
      '20,00',
    );
    expect(read.documents[0]?.record).toMatchObject({
      dueDate: '2026-03-31',
      dueDateSource: 'given',
      creditorReference: 'RF18539007547034',
      vat: [{ rateBp: 2_000, grossMinor: 12_000n }],
    });
    expect(read.customers).toEqual([
      { code: 'C1', name: "Société Générale d'Œuvres", ibans: ['FR1420041010050500013M02606'], paymentTerms: null },
    ]);
  });

  test.each([
    ['eom:45', '2026-03-31'],
    ['eom_then:45', '2026-03-17'],
    ['net:60', '2026-03-16'],
    ['', '2026-02-14'],
  ])('of terms %j make the due date', (terms, dueDate) => {
    const read = readMore('', terms, '', '', '', '');
    expect(read.documents[0]?.record).toMatchObject({ dueDate, dueDateSource: 'derived', vat: null });
  });

  test('the terms of the customer make the due date where the line has none', () => {
    const termsOf = (code: string) => ({ basis: 'net' as const, days: code === 'C1' ? 10 : 30 });
    const { documents } = readLines([{ debit: 1_00, pieceDate: '20260115' }], [], { termsOf });
    expect(documents[0]?.record.dueDate).toBe('2026-01-25');
  });

  test('of an invoice in parts, the first due date counts', () => {
    const parts = ['20260430', '20260331'].map((date) => ({ debit: 60_00, more: [date] }));
    expect(readLines(parts, ['DateEcheance']).documents[0]?.record.dueDate).toBe('2026-03-31');
  });

  test.each([
    [['20263112', '', '', '', '', ''], 'import.fec_date_invalid'],
    [['', '30 jours', '', '', '', ''], 'import.terms_unknown'],
    [['', '', 'RF19539007547034', '', '', ''], 'import.creditor_reference_invalid'],
    [['', '', '', 'FR1420041010050500013M02607', '', ''], 'import.iban_invalid'],
    [['', '', '', '', '', '20.00'], 'import.fec_amount_unreadable'],
  ])('%j: %s', (more, code) => {
    expect(brief(readMore(...more))).toEqual([`2 ${code}`]);
  });

  test.each([
    [120_00, '20,00', 2_000],
    [120_00, '20,01', 2_000],
    [120_00, '20,02', null],
    [105_50, '5,50', 550],
    [120_00, '0,00', 0],
    [100_00, '10,00', null],
    [7, '0,01', null],
  ])('%d cents with a tax of %s are at %s hundredths of a percent', (debit, tax, rateBp) => {
    const { documents } = readLines([{ debit, more: [tax] }], ['MontantTVA']);
    expect(documents[0]?.record.vat).toEqual(rateBp === null ? null : [{ rateBp, grossMinor: BigInt(debit) }]);
  });
});

describe('customers', () => {
  test('are those of whom something is open, with the last name they have', () => {
    const { customers } = readLines([
      { customer: 'C2', customerName: 'Old name', debit: 1_00 },
      { customer: 'C1', customerName: '', debit: 1_00 },
      { customer: 'C2', customerName: 'New name', piece: 'FA2', debit: 1_00 },
      { customer: 'C3', debit: 1_00, letter: 'A' },
      { customer: 'C3', credit: 1_00, letter: 'A' },
    ]);
    expect(customers.map(({ code, name }) => `${code} ${name}`)).toEqual(['C1 C1', 'C2 New name']);
  });
});

test('other accounts that customers owe on can be named', () => {
  const lines = [{ debit: 1_00 }, { account: '416000', piece: 'FA2', debit: 2_00 }];
  expect(brief(readLines(lines, [], { receivableAccounts: ['411', '416'] }))).toEqual([
    'invoice FA1 100/100',
    'invoice FA2 200/200',
  ]);
});

test('the same bytes say the same wherever they are cut', () => {
  const lines = [{ debit: 10_00, letter: 'a' }, ...paid(4_00, { letter: 'a' }), { ...opening, piece: '', debit: 1_00 }];
  const bytes = fecBytes(lines, { ...plainForm, encoding: 'iso-8859-15' });
  const whole = readBytes([bytes]);
  fc.assert(
    fc.property(fc.array(fc.nat(bytes.length), { maxLength: 8 }), (cuts) => {
      const places = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
      const pieces = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
      expect(readBytes(pieces)).toEqual(whole);
    }),
  );
});
