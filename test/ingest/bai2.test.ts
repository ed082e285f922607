import { describe, expect, test } from 'vitest';
import { bai2Format } from '../../src/ingest/bai2/format.ts';
import { detectFormat } from '../../src/ingest/detect.ts';
import { baiAccount, baiText } from './bai2-text.ts';
import { codesOf, readText, utf8, type ReadResult } from './read-file.ts';

const firstOf = ({ statements }: ReadResult) => statements[0]?.summary;
const entryOf = ({ statements }: ReadResult) => statements[0]?.entries[0];
const refusalOf = ({ file }: ReadResult) => file.findings.map(({ code, at }) => [code, at?.line, at?.path]);
const withEntry = (record: string): ReadResult => {
  const text = baiAccount({ entries: [{ type: '195', minor: 100n }] });
  return readText(text.replace('16,195,100,0,,,', record));
};

describe('BAI2 is recognised', () => {
  test.each(['01,122099999,123456789,040621,0200,1,55,,2/', '01, SENDER, RECEIVER, 20260302, , 1,,,3/'])(
    'by its file header %s',
    (text) => {
      expect(detectFormat(utf8(text))).toBe(bai2Format);
    },
  );

  test.each(['01,some,row,of a,table', '02,1,2,1,040621,0200,,/', '0126,a,b,260302,0630,1'])(
    'and %s is not it',
    (text) => {
      expect(detectFormat(utf8(text))).toBeNull();
    },
  );
});

describe('an amount', () => {
  test.each([
    ['USD', 12345n, '123.45'],
    ['JPY', 12345n, '12345'],
    ['TND', 12345n, '12.345'],
    ['CLF', 12345n, '1.2345'],
    ['GBP', 5n, '0.05'],
  ])('in %s has the decimals of its currency', (currency, opening) => {
    const result = readText(baiAccount({ currency, opening, closing: opening }));
    expect(firstOf(result)).toMatchObject({ proves: true, openingBalance: { amount: { currency, minor: opening } } });
  });

  test.each([
    ['12.34', 'ingest.amount_not_decimal'],
    ['1e3', 'ingest.amount_not_decimal'],
    ['', 'ingest.amount_missing'],
    ['-100', 'ingest.side_unreadable'],
    ['9223372036854775808', 'ingest.amount_out_of_range'],
  ])('of a transaction that is "%s" refuses the file', (amount, code) => {
    expect(refusalOf(withEntry(`16,195,${amount},0,,,`))).toEqual([[code, 4, '16']]);
  });
});

describe('the currency', () => {
  test('is that of the account, else of the group, else USD', () => {
    const accounts = [{ number: '1', currency: 'CHF' }, { number: '2' }];
    const both = readText(baiText([{ currency: 'CAD', accounts }, { accounts }]));
    expect(both.statements.map(({ summary }) => summary.currency)).toEqual(['CHF', 'CAD', 'CHF', 'USD']);
  });

  test('has no default in version 3', () => {
    const text = baiText([{ accounts: [{ number: '1' }] }], '3');
    expect(refusalOf(readText(text))).toEqual([['ingest.currency_unknown', 3, '03']]);
  });

  test.each(['03,4711,XXY', '02,RECEIVER,SENDER,1,260301,2400,DOLLARS,2'])(
    'that does not exist refuses %s',
    (record) => {
      const text = baiAccount({}).replace(new RegExp(`^${record.slice(0, 2)},[^/]*`, 'm'), record);
      expect(codesOf(readText(text))).toEqual(['ingest.currency_unknown']);
    },
  );
});

describe('the type code', () => {
  test.each([
    ['100', 'credit'],
    ['399', 'credit'],
    ['400', 'debit'],
    ['699', 'debit'],
    ['920', 'credit'],
    ['959', 'credit'],
    ['960', 'debit'],
    ['999', 'debit'],
  ])('%s is a %s', (type, side) => {
    expect(entryOf(withEntry(`16,${type},100,0,,,`))).toMatchObject({ side, bankTransactionCode: type });
  });

  test.each(['099', '700', '721', '760', '899', '900', '919', '19', '', 'ABC'])(
    '%s has no side, and none is guessed',
    (type) => {
      expect(refusalOf(withEntry(`16,${type},100,0,,,`))).toEqual([['ingest.side_unreadable', 4, '16']]);
    },
  );

  test('890 is a message of the bank, no entry; with money it is refused', () => {
    const text = baiAccount({ entries: [{ type: '890', minor: 0n, text: ['CLOSED ON', 'MONDAY'] }] });
    expect(firstOf(readText(text))).toMatchObject({ entryCount: 0, additionalInformation: 'CLOSED ON\nMONDAY' });
    expect(codesOf(withEntry('16,890,100,0,,,'))).toEqual(['ingest.side_unreadable']);
  });

  test('040, 045 and 030 are never opening or closing', () => {
    const result = readText(baiAccount({ status: '030,1,,,040,2,,,045,3,,', statusMinor: 6n }));
    expect(firstOf(result)).toMatchObject({ openingBalance: null, closingBalance: null, proves: null });
    expect(codesOf(result)).toEqual(['ingest.balance_missing']);
  });
});

describe('the fields of a transaction', () => {
  test.each([
    ['', null],
    ['0', null],
    ['1', null],
    ['2', null],
    ['Z', null],
    ['z', null],
    ['S,1,2,3', null],
    ['V,260305,1200', '2026-03-05'],
    ['V,20260305,', '2026-03-05'],
    ['V,,', null],
    ['D,0', null],
    ['D,2,0,60,1,40', null],
  ])('stand behind the funds type "%s"', (funds, valueDate) => {
    expect(entryOf(withEntry(`16,195,100,${funds},BANK,CUSTOMER,A, B/C`))).toMatchObject({
      valueDate,
      accountServicerReference: 'BANK',
      details: [{ endToEndId: 'CUSTOMER', remittance: ['A, B/C'] }],
    });
  });

  test.each(['Q', 'D,x', 'D,-1', 'D,1000'])('cannot be found behind the funds type "%s"', (funds) => {
    expect(codesOf(withEntry(`16,195,100,${funds},BANK,CUSTOMER,TEXT`))).toEqual(['ingest.record_unreadable']);
  });

  test('may be left out from the end, and say nothing then', () => {
    expect(entryOf(withEntry('16,195,100/'))).toMatchObject({ accountServicerReference: null, details: [] });
  });
});

describe('a group', () => {
  const read = (group: Readonly<{ status?: string; modifier?: string; date?: string }>): ReadResult =>
    readText(baiAccount({ opening: 0n, closing: 100n, entries: [{ type: '195', minor: 100n }] }, group));

  test.each(['', '2', '4'])('with the modifier "%s" is final', (modifier) => {
    const result = read({ modifier });
    expect([firstOf(result)?.proves, entryOf(result)?.status, codesOf(result)]).toEqual([true, 'booked', []]);
  });

  test.each(['1', '3'])('with the modifier %s is interim: its entries are pending, and prove nothing', (modifier) => {
    const result = read({ modifier });
    expect(firstOf(result)).toMatchObject({ proves: null, bookedCount: 0, entryCount: 1, closingBalance: null });
    expect(entryOf(result)?.status).toBe('pending');
    expect(codesOf(result)).toContain('ingest.report_is_interim');
  });

  test.each([
    ['2', 'ingest.group_deleted', 'refuse'],
    ['4', 'ingest.group_is_test', 'warn'],
  ])('of status %s is not booked, and says %s', (status, code, severity) => {
    const result = read({ status });
    expect(firstOf(result)).toMatchObject({ proves: null, bookedCount: 0 });
    expect(entryOf(result)?.status).toBe('information');
    expect(firstOf(result)?.findings.find((finding) => finding.code === code)?.severity).toBe(severity);
  });

  test('of status 3 corrects, is booked, and says so', () => {
    const result = read({ status: '3' });
    expect([firstOf(result)?.proves, codesOf(result)]).toEqual([true, ['ingest.group_is_correction']]);
  });

  test.each([
    [{ status: '5' }, 'ingest.record_unreadable'],
    [{ modifier: '0' }, 'ingest.record_unreadable'],
    [{ date: '260230' }, 'ingest.date_unreadable'],
    [{ date: '' }, 'ingest.date_unreadable'],
  ])('with %j is refused', (group, code) => {
    expect(refusalOf(read(group))).toEqual([[code, 2, '02']]);
  });

  test('gives its day to its entries and balances', () => {
    const result = read({ date: '991231' });
    expect(entryOf(result)?.bookingDate).toBe('1999-12-31');
    expect(firstOf(result)).toMatchObject({ fromDate: '1999-12-31', closingBalance: { date: '1999-12-31' } });
  });
});

describe('the control totals', () => {
  const whole = baiAccount({ opening: 5n, closing: 105n, entries: [{ type: '195', minor: 100n }] });
  const trailers = { account: '49,210,3/', group: '98,210,1,5/', file: '99,210,1,7/' };

  test('agree with what the file has', () => {
    for (const trailer of Object.values(trailers)) expect(whole).toContain(trailer);
    expect(codesOf(readText(whole))).toEqual([]);
  });

  test.each([
    [trailers.account, '49,211,3/', ['49', '98']],
    [trailers.account, '49,210,4/', ['49']],
    [trailers.group, '98,-210,1,5/', ['98', '99']],
    [trailers.group, '98,210,2,5/', ['98']],
    [trailers.group, '98,210,1,6/', ['98']],
    [trailers.file, '99,0,1,7/', ['99']],
    [trailers.file, '99,210,2,7/', ['99']],
    [trailers.file, '99,210,1,8/', ['99']],
  ])('are compared: %s changed to %s holds the statement back', (before, after, places) => {
    const result = readText(whole.replace(before, after));
    expect(result.file.outcome).toBe('accepted');
    const findings = firstOf(result)?.findings ?? [];
    expect(findings.map(({ code, severity, at }) => [code, severity, at?.path])).toEqual(
      places.map((path) => ['ingest.totals_mismatch', 'refuse', path]),
    );
  });

  test('say nothing where they are empty', () => {
    const empty = whole
      .replace(trailers.account, '49,,/')
      .replace(trailers.group, '98,,,/')
      .replace(trailers.file, '99,,,/');
    expect(codesOf(readText(empty))).toEqual([]);
  });

  test.each([
    ['100,100,1,', 100n, []],
    ['100,101,1,', 101n, ['ingest.totals_mismatch']],
    ['100,100,2,', 100n, ['ingest.totals_mismatch']],
    ['400,0,0,', 0n, []],
    ['400,7,,', 7n, ['ingest.totals_mismatch']],
  ])('of credits and debits are compared too: %s', (status, statusMinor, codes) => {
    const entries = [{ type: '195', minor: 100n }];
    const text = baiAccount({ opening: 5n, closing: 105n, status, statusMinor, entries });
    expect(codesOf(readText(text))).toEqual(codes);
  });

  test('of a group without accounts refuse the file when they differ', () => {
    const text = '01,S,R,260302,0630,1,,,2/\n02,R,S,1,260301,,,2/\n98,5,0,2/\n99,5,1,4/\n';
    expect(refusalOf(readText(text))).toEqual([['ingest.totals_mismatch', 3, '98']]);
  });
});

describe('the order of records', () => {
  const whole = baiAccount({ entries: [{ type: '195', minor: 100n }] }).split('\n');

  test.each([1, 2, 4, 5])('is kept: without line %i another stands out of place', (index) => {
    const text = whole.filter((_, place) => place !== index).join('\n');
    expect(codesOf(readText(text))).toEqual(['ingest.record_out_of_place']);
  });

  test('ends with 99: a file without it is incomplete', () => {
    const { file } = readText(`${whole.slice(0, -2).join('\n')}\n`);
    expect([file.outcome, file.findings[0]?.code]).toEqual(['incomplete', 'ingest.file_truncated']);
  });

  test('has at least one account', () => {
    const text = '01,S,R,260302,0630,1,,,2/\n99,0,0,2/\n';
    expect(codesOf(readText(text))).toEqual(['ingest.no_statement']);
  });

  test('begins with 01 again behind 99, and with nothing else', () => {
    const two = readText(whole.join('\n') + whole.join('\n'));
    expect([two.file.outcome, two.statements.length]).toEqual(['accepted', 2]);
    expect(codesOf(readText(`${whole.join('\n')}49,0,2/\n99,0,0,0/\n`))).toEqual(['ingest.record_out_of_place']);
    expect(codesOf(readText(`${whole.join('\n')}more\n`))).toEqual(['ingest.record_unreadable']);
  });
});

test('a record that goes on and on is refused, not gathered', () => {
  const long = `${'X'.repeat(60)}\n`;
  for (const [start, more] of [
    ['', `88,${long}`],
    ['TEXT\n', long],
    ['', '88,\n'],
  ] as const) {
    const entry = `16,195,100,0,,,${start}${more.repeat(70_000 / (more.length - 3 || 1) + 1)}`;
    const result = withEntry(entry);
    expect(codesOf(result)).toEqual(['ingest.field_too_long']);
  }
});
