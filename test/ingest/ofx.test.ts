import { describe, expect, test } from 'vitest';
import { detectFormat } from '../../src/ingest/detect.ts';
import { ingestLimits } from '../../src/ingest/limits.ts';
import { ofxFormat } from '../../src/ingest/ofx/format.ts';
import { ofxFile, ofxHeader, ofxOf, ofxStatement, transaction, xmlHeader, type OfxTransaction } from './ofx-text.ts';
import { codesOf, readBytes, readText, utf8, type ReadResult } from './read-file.ts';

const firstOf = ({ statements }: ReadResult) => statements[0]?.summary;
const entryOf = ({ statements }: ReadResult) => statements[0]?.entries[0];
const detailOf = (result: ReadResult) => entryOf(result)?.details[0];
const read = (of: OfxTransaction): ReadResult => readText(ofxOf(of));
/** OFX has no opening balance, which is said of each statement. */
const alwaysSaid = 'ingest.balance_missing';
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('OFX is recognised', () => {
  test.each([
    'OFXHEADER:100\nDATA:OFXSGML\n',
    'ofxheader: 100 DATA:OFXSGML',
    '\r\n\r\n<OFX>\r\n',
    '<ofx><signonmsgsrsv1>',
    '<?xml version="1.0"?>\n<?OFX OFXHEADER="200" VERSION="211"?>\n<OFX>',
    '<?OFX OFXHEADER="200" VERSION="211"?>',
    '<?xml version="1.0"?><!-- by a program --><OFX xmlns="http://ofx.net/types/2003/04">',
    '<!DOCTYPE OFX><OFX>',
  ])('by its beginning %j', (text) => {
    expect(detectFormat(utf8(text))).toBe(ofxFormat);
  });

  test.each(['<html><OFX>', 'OFX', '<OFXFILE>', 'about OFXHEADER:100'])('and %j is not it', (text) => {
    expect(detectFormat(utf8(text))).toBeNull();
  });
});

describe('an amount', () => {
  test.each([
    ['10', '10.00', 'credit'],
    ['+10.5', '10.50', 'credit'],
    ['-10,50', '10.50', 'debit'],
    ['-.5', '0.50', 'debit'],
    ['0000010.5000', '10.50', 'credit'],
    ['0', '0.00', 'credit'],
    ['-0.00', '0.00', 'credit'],
  ])('%s is %s, a %s', (written, decimal, side) => {
    const minor = BigInt(decimal.replace('.', ''));
    expect(entryOf(read({ TRNAMT: written }))).toMatchObject({ side, amount: { minor, currency: 'EUR' } });
  });

  test.each([
    ['', 'ingest.amount_missing'],
    ['-', 'ingest.amount_not_decimal'],
    ['.', 'ingest.amount_not_decimal'],
    ['$120', 'ingest.amount_not_decimal'],
    ['1 000.00', 'ingest.amount_not_decimal'],
    ['1,000.00', 'ingest.amount_not_decimal'],
    ['1e3', 'ingest.amount_not_decimal'],
    ['--1', 'ingest.amount_not_decimal'],
    ['1,000', undefined],
    ['1.005', 'ingest.amount_too_precise'],
    ['99999999999999999999', 'ingest.amount_out_of_range'],
  ])('"%s" is answered with %s', (written, code) => {
    const { file } = read({ TRNAMT: written });
    expect(file.findings[0]?.code).toBe(code);
    if (code !== undefined) expect(file.findings[0]?.at).toMatchObject({ path: 'STMTTRN', line: 14 });
  });
});

describe('the currency', () => {
  test.each(['', 'XXY', 'eur'])('"%s" of a statement with money refuses the file', (currency) => {
    const text = ofxFile([ofxStatement([transaction()], { currency })]);
    expect(codesOf(readText(text))).toEqual(['ingest.currency_unknown']);
  });

  test('of all transactions is that of a statement that names none', () => {
    const foreign = transaction({ 'CURRENCY/CURSYM': 'AUD' });
    const result = readText(ofxFile([ofxStatement([foreign, foreign], { currency: '', balance: '' })]));
    expect(firstOf(result)).toMatchObject({ currency: 'AUD', bookedCreditsMinor: 2_000n });
  });

  test('of a transaction that is another holds the statement back', () => {
    const result = read({ 'CURRENCY/CURSYM': 'USD' });
    expect(entryOf(result)?.amount.currency).toBe('USD');
    expect(codesOf(result)).toContain('ingest.currency_differs');
  });

  test('from which an amount was converted is kept with its rate', () => {
    const original = '<ORIGCURRENCY><CURRATE>0,925<CURSYM>USD</ORIGCURRENCY>';
    const result = readText(ofxOf({}).replace('<TRNAMT>', `${original}<TRNAMT>`));
    expect(detailOf(result)).toMatchObject({ exchangeRate: '0.925', instructedAmount: null });
    expect(entryOf(result)).toMatchObject({ amount: { currency: 'EUR' }, additionalInformation: 'ORIGCURRENCY USD' });
    expect(codesOf(result)).toEqual([alwaysSaid]);
  });
});

describe('a day', () => {
  test.each([
    ['20260302', '2026-03-02'],
    ['2026030223', '2026-03-02'],
    ['202603022359', '2026-03-02'],
    ['20260302235959', '2026-03-02'],
    ['20260302235959.999', '2026-03-02'],
    ['20260302000000.000[+14:LINT]', '2026-03-02'],
    ['20260302235959 [-8:PST]', '2026-03-02'],
    ['20260302120000.000[-:EST]', '2026-03-02'],
  ])('%s is %s, whatever its zone', (written, day) => {
    expect(entryOf(read({ DTPOSTED: written, DTAVAIL: written }))).toMatchObject({ bookingDate: day, valueDate: day });
  });

  test.each(['', '20260230', '201120000000', '2026032', '02/03/2026', '00000000'])('"%s" is none', (written) => {
    expect(codesOf(read({ DTPOSTED: written }))).toEqual(['ingest.date_unreadable']);
  });

  test('from which or to which a statement is may be missing or unreadable', () => {
    const dates = '<BANKTRANLIST><DTSTART>00000000<DTEND>20260302';
    const result = readText(ofxOf({}).replace('<BANKTRANLIST>', dates));
    expect(firstOf(result)).toMatchObject({ fromDate: null, toDate: '2026-03-02' });
  });
});

describe('the other party', () => {
  test.each([
    [{ NAME: 'MULLER' }, { counterpartyName: 'MULLER' }],
    [{ 'PAYEE/NAME': 'MULLER' }, { counterpartyName: 'MULLER' }],
    [{ NAME: 'MUL', EXTDNAME: 'MULLER' }, { counterpartyName: 'MULLER' }],
    [{ 'BANKACCTTO/ACCTID': 'fr76 3000 6000 0112 3456 7890 189' }, { counterpartyIban: 'FR7630006000011234567890189' }],
    [{ 'BANKACCTTO/ACCTID': '12345678901', NAME: 'MULLER' }, { counterpartyIban: null }],
    [{ MEMO: 'FA1\n\n FA2 ' }, { remittance: ['FA1', 'FA2'] }],
    [{ REFNUM: 'R1', CHECKNUM: '7' }, { endToEndId: 'R1' }],
    [{ REFNUM: 'NONREF', CHECKNUM: '7' }, { endToEndId: '7' }],
  ])('%j is read as %j', (of, expected) => {
    expect(detailOf(read(of))).toMatchObject(expected);
  });

  test('is absent when nothing is said of it', () => {
    expect(entryOf(read({}))).toMatchObject({
      details: [],
      accountServicerReference: 'A1',
      bankTransactionCode: 'CREDIT',
    });
  });
});

describe('the account', () => {
  const own = (fields: OfxTransaction): ReadResult => {
    const written = Object.entries(fields).map(([name, value]) => `<${name}>${value}`);
    return readText(
      ofxOf({}).replace(/<BANKACCTFROM>[^]*<\/BANKACCTFROM>/, `<BANKACCTFROM>${written.join('')}</BANKACCTFROM>`),
    );
  };
  const french = { BANKID: '30006', BRANCHID: '00001', ACCTID: '12345678901' };

  test.each([
    [french, 'FR7630006000011234567890189'],
    [{ ...french, ACCTKEY: '89' }, 'FR7630006000011234567890189'],
    [{ ...french, ACCTKEY: '88' }, null],
    [{ ...french, BRANCHID: '' }, null],
    [{ ACCTID: 'NL91 ABNA 0417 1643 00' }, 'NL91ABNA0417164300'],
    [{ ACCTID: 'NL92 ABNA 0417 1643 00' }, null],
  ])('%j has the IBAN %s', (fields, iban) => {
    expect(firstOf(own(fields))?.accountIban).toBe(iban);
  });
});

describe('a statement', () => {
  test('proves nothing without an opening balance; the available balance is none of it', () => {
    const available = '<AVAILBAL><BALAMT>99.00<DTASOF>20260302</AVAILBAL><LEDGERBAL>';
    const result = readText(ofxOf({}).replace('<LEDGERBAL>', available));
    expect(firstOf(result)).toMatchObject({
      proves: null,
      openingBalance: null,
      closingBalance: { amount: { minor: 1_000n } },
    });
    expect(codesOf(result)).toEqual([alwaysSaid]);
  });

  test.each([
    ['', null],
    [' ', null],
    ['-12,05', -1_205n],
  ])('with the ledger balance "%s" closes with %s', (balance, minor) => {
    const result = readText(ofxOf({}).replace('<BALAMT>10.00', `<BALAMT>${balance}`));
    expect(firstOf(result)?.closingBalance?.amount.minor ?? null).toBe(minor);
  });

  test('of a card is one too; that of securities is held back', () => {
    expect(codesOf(readText(ofxFile([ofxStatement([transaction()], { kind: 'CCSTMTRS' })])))).toEqual([alwaysSaid]);
    const securities = readText(ofxFile([ofxStatement([transaction()], { kind: 'INVSTMTRS' })]));
    expect(securities.file.outcome).toBe('accepted');
    expect(codesOf(securities)).toEqual([alwaysSaid, 'ingest.securities_statement']);
  });

  test('may be one of several, each with its own currency', () => {
    const statements = ['EUR', 'JPY'].map((currency) =>
      ofxStatement([transaction({ TRNAMT: '7' })], { currency, balance: '7' }),
    );
    const result = readText(ofxFile(statements));
    expect(result.statements.map(({ summary }) => summary.bookedCreditsMinor)).toEqual([700n, 7n]);
  });

  test('is missing from a file that only signs on, or that lists accounts', () => {
    expect(
      codesOf(readText(`${ofxHeader}<OFX><SIGNONMSGSRSV1><SONRS><LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1></OFX>`)),
    ).toEqual(['ingest.no_statement']);
  });

  test('that the bank could not give is said', () => {
    const failed =
      '<STMTTRNRS><TRNUID>2<STATUS><CODE>2003<SEVERITY>ERROR<MESSAGE>Account not found</STATUS></STMTTRNRS>';
    const result = readText(ofxFile([ofxStatement([transaction()]), failed]));
    expect(result.file.findings[0]).toMatchObject({ code: 'ingest.response_failed', found: 'Account not found' });
    expect(result.file.outcome).toBe('accepted');
  });

  test('with a correction of an earlier transaction waits for a person', () => {
    expect(codesOf(read({ CORRECTFITID: 'A0', CORRECTACTION: 'DELETE' }))).toContain('ingest.entry_corrects_another');
  });
});

describe('the encoding', () => {
  const named = (encoding: string, charset: string): string =>
    ofxOf({ NAME: '?' })
      .replace('ENCODING:USASCII', `ENCODING:${encoding}`)
      .replace('CHARSET:1252', `CHARSET:${charset}`);
  const nameOf = (bytes: Uint8Array): string | null | undefined => detailOf(readBytes(bytes))?.counterpartyName;

  test.each([
    ['USASCII', '1252', '\u0080 \u00E9 \u0096', '€ é –'],
    ['USASCII', '8859-1', '\u00E9', 'é'],
    ['USASCII', 'ISO-8859-15', '\u00A4', '€'],
    ['USASCII', '1250', '\u00E8', 'č'],
    ['USASCII', 'NONE', '\u00E9', 'é'],
    ['UTF-8', 'NONE', '\u00C3\u00A9', 'é'],
    ['UNICODE', 'CSUNICODE', '\u00C3\u00A9', 'é'],
    ['USASCII', '1252', '\u00C3\u00A9', 'é'],
  ])('%s with %s is kept to, and UTF-8 is known without it', (encoding, charset, written, expected) => {
    expect(nameOf(latin1(named(encoding, charset).replace('?', written)))).toBe(expected);
  });

  test('that is unknown refuses the file', () => {
    expect(codesOf(readText(named('USASCII', '8859-99')))).toEqual(['ingest.encoding_unsupported']);
  });

  test('of XML is strict: what is no UTF-8 is refused, unless another is declared', () => {
    const text = ofxOf({ NAME: 'caf\u00E9' }, 'xml');
    expect(codesOf(readBytes(latin1(text)))).toEqual(['ingest.text_not_decodable']);
    expect(nameOf(latin1(text.replace('UTF-8', 'ISO-8859-1')))).toBe('café');
    expect(nameOf(utf8(`\uFEFF${text}`))).toBe('café');
  });
});

test.each([
  ['xml_too_deep', '<A>'.repeat(80)],
  ['xml_text_too_long', `<MEMO>${'x'.repeat(70_000)}`],
  ['xml_text_too_long', `<!--${'x'.repeat(200_000)}`],
  ['xml_text_too_long', `<A${' '.repeat(200_000)}>`],
])('what is too much is refused with ingest.%s', (code, content) => {
  expect(codesOf(readText(`${ofxHeader}<OFX>${content}</OFX>`))).toEqual([`ingest.${code}`]);
});

test('more elements than a file may have are refused', () => {
  const limits = { ...ingestLimits, xmlElements: 100 };
  const many = ofxFile([ofxStatement(Array.from({ length: 30 }, () => transaction()))]);
  expect(codesOf(readText(many, limits))).toEqual(['ingest.xml_too_many_elements']);
  expect(codesOf(readText(`${xmlHeader}<OFX></OFX>`))).toEqual(['ingest.no_statement']);
});
