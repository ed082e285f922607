import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CurrencyCode } from '../../src/domain/currency.ts';
import { ibanWithin } from '../../src/ingest/mt940/account.ts';
import { minorOfPlainAmount, readSwiftAmount } from '../../src/ingest/mt940/amount.ts';
import { readInformation } from '../../src/ingest/mt940/information.ts';
import { readStatementLine } from '../../src/ingest/mt940/statement-line.ts';
import { ingestLimits } from '../../src/ingest/limits.ts';
import { statementFileReader } from '../../src/ingest/statement-file.ts';
import { codesOf, readBytes, readText, utf8, readPieces } from './read-file.ts';

const at = { line: 1, path: ':61:' };
const read = (line: string, currency = 'EUR') => readStatementLine(line, currency as CurrencyCode, at);

describe('the statement line :61:', () => {
  test.each([
    ['2603020302C1,00NTRFREF', 'credit', false],
    ['2603020302D1,00NTRFREF', 'debit', false],
    ['2603020302RC1,00NTRFREF', 'debit', true],
    ['2603020302RD1,00NTRFREF', 'credit', true],
    ['2603020302CR1,00NTRFREF', 'credit', false],
    ['2603020302RCR1,00NTRFREF', 'debit', true],
    ['2603020302RDR1,00NTRFREF', 'credit', true],
    ['2603020302EC1,00NTRFREF', 'credit', false],
    ['2603020302EDR1,00NTRFREF', 'debit', false],
  ])('%s is a %s, reversal: %s', (line, side, isReversal) => {
    expect(read(line)).toMatchObject({ side, isReversal, amount: { minor: 100n } });
  });

  test.each([
    ['190101', '1231', '2019-01-01', '2018-12-31'],
    ['140101', '1229', '2014-01-01', '2013-12-29'],
    ['181231', '0101', '2018-12-31', '2019-01-01'],
    ['260302', '', '2026-03-02', '2026-03-02'],
    ['260302', '    ', '2026-03-02', '2026-03-02'],
    ['160230', '0301', '2016-02-29', '2016-03-01'],
    ['991231', '1231', '1999-12-31', '1999-12-31'],
  ])('value date %s and entry date "%s" are %s and %s', (value, entry, valueDate, bookingDate) => {
    expect(read(`${value}${entry}C1,00NTRFREF`)).toMatchObject({ valueDate, bookingDate });
  });

  test.each([
    ['C15,', 'EUR', 1_500n, true],
    ['C000000000400,5', 'EUR', 40_050n, true],
    ['C300.00', 'EUR', 30_000n, false],
    ['C500', 'EUR', 50_000n, false],
    ['C1,005', 'TND', 1_005n, true],
    ['C14,', 'JPY', 14n, true],
  ])('reads the amount of %s in %s', (written, currency, minor, isRegular) => {
    expect(read(`2603020302${written}NTRFREF`, currency)).toMatchObject({
      amount: { minor },
      isAmountRegular: isRegular,
    });
  });

  test.each([
    ['NTRFNONREF//BANK-1', 'NTRF', 'NONREF', 'BANK-1'],
    ['NIDBNL20INGB0001234567', 'NIDB', 'NL20INGB0001234567', null],
    ['S   X', 'S', 'X', null],
    [' NRTIREF//B//C', 'NRTI', 'REF', 'B//C'],
    ['N07REF', 'N07R', 'EF', null],
    ['', null, null, null],
  ])('reads what follows the amount in "%s"', (rest, transactionType, customerReference, bankReference) => {
    expect(read(`2603020302C1,00${rest}`)).toMatchObject({ transactionType, customerReference, bankReference });
  });
});

describe('the information :86:', () => {
  test('SEPA keywords may break across subfields', () => {
    expect(
      readInformation([
        '166?00GUTSCHRIFT?20ER',
        'EF+E2E-1?21SVWZ+Rechnung 20?2226-0117',
        '?31DE8937040044',
        '0532013000?32Mueller?33 GmbH',
      ]),
    ).toMatchObject({
      endToEndId: 'E2E-1',
      remittance: ['Rechnung 2026-0117'],
      counterpartyIban: 'DE89370400440532013000',
      counterpartyName: 'Mueller GmbH',
    });
  });

  test('subfields without keywords stay lines of their own', () => {
    expect(readInformation(['051?00EINZAHLUNG?20RECHNUNG 1?21RECHNUNG 2?32MAIER']).remittance).toEqual([
      'RECHNUNG 1',
      'RECHNUNG 2',
    ]);
  });

  test('slash codes end where the next one begins, also across lines', () => {
    expect(
      readInformation([
        '/TRTP/SEPA OVERBOEKING/IBAN/NL20INGB0001234567/BIC/INGBNL2A/NA',
        'ME/J JANSEN/REMI/Factuur 7/EREF/NOTPROV',
        'IDED',
      ]),
    ).toMatchObject({
      counterpartyName: 'J JANSEN',
      counterpartyIban: 'NL20INGB0001234567',
      remittance: ['Factuur 7'],
      endToEndId: null,
    });
  });

  test('a text without any code is kept as the lines that it is', () => {
    expect(readInformation(['GIRO 428428 KPN BV', '', ' BETALINGSKENM. 18503995 ']).remittance).toEqual([
      'GIRO 428428 KPN BV',
      'BETALINGSKENM. 18503995',
    ]);
  });

  test('codes that say nothing of payer or purpose are kept as they are', () => {
    expect(readInformation(['/PREF/BATCH-20260302']).remittance).toEqual(['/PREF/BATCH-20260302']);
  });
});

const message = (content: string): string =>
  `:20:A\n:25:1\n:28C:1\n:60F:C260302EUR1,00\n${content}:62F:C260302EUR1,00\n`;

describe('a message', () => {
  test.each([
    ['an unknown tag', ':12:11 and more'],
    ['a wrapped time', ':26:37 Fo'],
    ['a tag out of place', ':28C:5'],
    ['a lone dash', '-\nand more'],
  ])('takes %s inside :86: for text', (_, text) => {
    const { file, statements } = readText(message(`:61:260302C0,00NTRFREF\n:86:begin\n${text}\n`));
    expect(file.outcome).toBe('accepted');
    expect(statements[0]?.entries[0]?.details[0]?.remittance.join('\n')).toBe(`begin\n${text}`);
  });

  test('gathers several :86: of one entry, and leaves those behind the closing balance to the statement', () => {
    const text = `${message(':61:260302C0,00NTRFREF\n:86:one\n:86:two\n')}:86:of the statement\n`;
    expect(readText(text).statements[0]?.entries[0]?.details[0]?.remittance).toEqual(['one', 'two']);
  });

  test('without its closing balance makes the file incomplete, also before another one', () => {
    const text = `:20:A\n:25:1\n:60F:C260302EUR1,00\n-\n${message('')}`;
    expect(readText(text).file).toMatchObject({ outcome: 'incomplete', format: 'mt940', statementCount: 2 });
  });

  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('ends its lines with %s', (_, lineEnd) => {
    const text = message(':61:260302C0,00NTRFREF\n:86:one\ntwo\n').replaceAll('\n', lineEnd);
    expect(readText(text).statements[0]?.entries[0]?.details[0]?.remittance).toEqual(['one', 'two']);
  });

  test('is read between control characters, behind other lines and in UTF-16', () => {
    const text = `\u0001ABNANL2A\n940\n${message('')}-\u0003\u001A`;
    const wide = new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (character) => character.charCodeAt(0)).buffer);
    expect(readText(text).file.outcome).toBe('accepted');
    expect(readPieces([wide]).file).toMatchObject({ outcome: 'accepted', encoding: 'utf-16le' });
  });

  test('says when a line is not UTF-8, and reads the others as they are', () => {
    const begin = utf8(':20:A\n:25:1\n:60F:C260302EUR1,00\n:61:260302C0,00NTRFREF\n:86:Zoë\n');
    const end = utf8('\n:62F:C260302EUR1,00\n');
    const result = readPieces([begin, new Uint8Array([0x5a, 0x6f, 0xeb]), end]);
    expect(result.statements[0]?.entries[0]?.details[0]?.remittance).toEqual(['Zoë', 'Zoë']);
    expect(codesOf(result)).toEqual(['ingest.encoding_assumed']);
  });
});

test('Windows-1252 has letters where latin1 has none', () => {
  const begin = utf8(':20:A\n:25:1\n:60F:C260302EUR1,00\n:61:260302C0,00NTRFNONREF\n:86:');
  const text = readPieces([begin, new Uint8Array([0x80, 0x20, 0x9c]), utf8('\n:62F:C260302EUR1,00\n')]);
  expect(text.statements[0]?.entries[0]?.details[0]?.remittance).toEqual(['€ œ']);
});

test('the caller may use its buffer again', () => {
  const bytes = utf8(message(':61:260302C0,00NTRFNONREF\n:86:one\n'));
  const buffer = Buffer.alloc(7);
  const reader = statementFileReader({ ...ingestLimits, sniffBytes: 16 });
  const records = [];
  for (let start = 0; start < bytes.length; start += buffer.length) {
    const piece = bytes.subarray(start, start + buffer.length);
    buffer.fill('?').set(piece);
    records.push(...reader.push(buffer.subarray(0, piece.length)));
  }
  records.push(...reader.end().records);
  expect(records).toEqual(readBytes(bytes).records);
});

describe('what nobody claims stays', () => {
  test.each([
    [
      'words behind ?30 and ?31',
      '051?00X?20RECHNUNG 1?30ZAHLUNG FUER?31FRAU SCHMIDT',
      ['RECHNUNG 1', 'ZAHLUNG FUER', 'FRAU SCHMIDT'],
    ],
    ['a word that is no bank behind ?30', '051?00X?20RECHNUNG 1?30DANKE', ['RECHNUNG 1', 'DANKE']],
    ['keywords that are words', 'SVWZ+Bitte IBAN+BIC nennen', ['Bitte', 'IBAN+BIC nennen']],
    [
      'text behind a BIC',
      'EREF+E SVWZ+Rechnung 1 BIC+COBADEFFXXX danke sehr',
      ['Rechnung 1', 'COBADEFFXXX danke sehr'],
    ],
    ['/ID/ inside a text', '/NAME/P/REMI/Order 17/ID/5 deel 2', ['Order 17/ID/5 deel 2']],
    ['a text behind a reference of the batch', '/NAME/P/PREF/salaris maart 2026', ['salaris maart 2026']],
  ])('%s', (_, text, remittance) => {
    expect(readInformation([text]).remittance).toEqual(remittance);
  });

  test('the bank and the account of the other party are no text', () => {
    expect(readInformation(['051?00X?20RECHNUNG 1?3010050000?31024290661?34997']).remittance).toEqual(['RECHNUNG 1']);
  });

  test('the kind of posting and addresses speak of the posting', () => {
    expect(readInformation(['166?00GUTSCHRIFT?20RECHNUNG 1']).notes).toBe('166 GUTSCHRIFT');
    expect(readInformation(['000?00GUTSCHRIFT?20RECHNUNG 1']).notes).toBe('GUTSCHRIFT');
    expect(readInformation(['/TRTP/IDEAL/NAME/P/ADDR/Dam 1']).notes).toBe('IDEAL\nDam 1');
  });

  test('who orders a direct debit is the creditor', () => {
    const names = 'EREF+E SVWZ+x ABWA+Orderer ABWE+Receiver';
    expect(readInformation([names])).toMatchObject({ ultimateDebtor: 'Orderer', ultimateCreditor: 'Receiver' });
    expect(readInformation([`MREF+M ${names}`])).toMatchObject({
      ultimateDebtor: 'Receiver',
      ultimateCreditor: 'Orderer',
    });
  });
});

describe('the account', () => {
  test.each([
    ['NL91ABNA0417164300EUR', 'NL91ABNA0417164300'],
    ['NWBKGB2L/GB29NWBK60161331926819', 'GB29NWBK60161331926819'],
    ['DE89370400440532013000', 'DE89370400440532013000'],
    ['NL92ABNA0417164300', null],
    ['37040044/0532013000', null],
  ])('%s has the IBAN %s', (account, iban) => {
    expect(ibanWithin(account)).toBe(iban);
  });
});

describe('a plain amount', () => {
  const decimal = fc.tuple(
    fc.stringMatching(/^\d{1,17}$/),
    fc.constantFrom(',', '.', ''),
    fc.stringMatching(/^\d{0,5}$/),
  );

  test('is read in one pass as it is read at length', () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(decimal, fc.constantFrom('EUR', 'JPY', 'TND'), ([whole, separator, fraction], code) => {
        const written = whole + separator + fraction;
        const currency = code as CurrencyCode;
        const minor = minorOfPlainAmount(written, 0, written.length, currency);
        if (minor !== null) expect(readSwiftAmount(written, currency, at).amount.minor).toBe(minor);
        else if (separator === ',' && fraction.length === 2 && code === 'EUR') expect(whole.length).toBeGreaterThan(13);
      }),
    );
  });
});

test('an entry of MT942 is provisional', () => {
  const text = ':20:A\n:25:1\n:28C:1\n:34F:EURD0,00\n:13D:2603021730+0100\n:61:260302C1,00NTRFREF\n:90C:1EUR1,00\n';
  const { file, statements } = readText(text);
  expect(file.format).toBe('mt942');
  expect(statements[0]?.summary).toMatchObject({ currency: 'EUR', entryCount: 1, bookedCount: 0, proves: null });
});

test('a field of MT942 in a message with balances does not make it provisional', () => {
  const text = message(':13D:2603021730+0100\n:61:260302C0,00NTRFREF\n');
  const { file, statements } = readText(text);
  expect(file.format).toBe('mt940');
  expect(statements[0]?.entries[0]?.status).toBe('booked');
  expect(readText(text.slice(0, text.indexOf(':62F:'))).file.outcome).toBe('incomplete');
});

describe('nothing of an information field is lost', () => {
  test('a second text, or a text beside a reference', () => {
    expect(readInformation(['/NAME/DUPONT/REMI/FA2026-00123/REMI/USTD//FA2026-00124']).remittance).toEqual([
      'FA2026-00123',
      'FA2026-00124',
    ]);
    expect(readInformation(['/REMI/STRD/CUR/RF96R24000941/REMI/FA2026-00124'])).toMatchObject({
      creditorReference: 'RF96R24000941',
      remittance: ['FA2026-00124'],
    });
  });

  test('a text that begins with a phone number has no subfields', () => {
    const line = '+33612345678 DUPONT +33145678901 FA2026-00123';
    expect(readInformation([line])).toMatchObject({ counterpartyName: null, remittance: [line] });
  });
});
