import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bankAccountForm } from '../../src/ingest/open-items/bank-account-row.ts';
import { customerForm } from '../../src/ingest/open-items/customer-row.ts';
import { openItemForm } from '../../src/ingest/open-items/open-item-row.ts';
import { rowReader, type RowForm, type RowFormat, type RowRecord } from '../../src/ingest/open-items/rows.ts';
import { euroBooks } from '../support/euro-books.ts';

function readAll<T>(format: RowFormat, form: RowForm<T>, chunks: readonly string[]): readonly RowRecord<T>[] {
  const reader = rowReader(format, form);
  return [...chunks.flatMap((chunk) => [...reader.push(chunk)]), ...reader.end()];
}

/** `line code` of a problem, `line` and the value's first field of a row. */
const brief = <T extends object>(records: readonly RowRecord<T>[]): readonly string[] =>
  records.map((record) =>
    record.kind === 'row'
      ? `${record.line} ${String(Object.values(record.value)[0])}`
      : `${record.problem.line} ${record.problem.code}`,
  );

const readCustomers = (text: string) => readAll('csv', customerForm, [text]);

describe('rows of a CSV', () => {
  test.each([',', ';', '\t', '|'])('are found whichever separator the heading has: %j', (separator) => {
    const text = ['code', 'name', 'ibans'].join(separator) + '\n' + ['C1', '"A, B; C|D\tE"', ''].join(separator);
    expect(readCustomers(text)).toEqual([
      { kind: 'row', line: 2, value: { code: 'C1', name: 'A, B; C|D E', ibans: [], paymentTerms: null } },
    ]);
  });

  test('keep their line numbers across quoted line breaks, blank lines and CRLF', () => {
    const text = '\uFEFFcode,name\r\nC1,"two\r\nlines"\r\n\r\nC2,plain\r\nC3,\r\nC4,last';
    expect(brief(readCustomers(text))).toEqual(['2 C1', '5 C2', '6 import.value_missing', '7 C4']);
  });

  test('take doubled quotes and a quote inside an unquoted value as characters', () => {
    expect(readCustomers('code,name\nC1,"say ""no"""\nC2,Tube 5" SARL\n')).toMatchObject([
      { value: { name: 'say "no"' } },
      { value: { name: 'Tube 5" SARL' } },
    ]);
  });

  test('take the heading in any order and letter case', () => {
    expect(readCustomers('Name; CODE\nDomaine;C1\n')).toMatchObject([{ value: { code: 'C1', name: 'Domaine' } }]);
  });

  test('lose one line to a quote that is never closed, not the rest of the file', () => {
    expect(brief(readCustomers('code,name\nC1,"open\nC2,fine\nC3,fine\n'))).toEqual([
      '2 import.row_unreadable',
      '3 C2',
      '4 C3',
    ]);
  });

  test('say that the number of values is wrong, and go on', () => {
    expect(brief(readCustomers('code,name\nC1,a,b\nC2\nC3,fine\n'))).toEqual([
      '2 import.value_count',
      '3 import.value_count',
      '4 C3',
    ]);
  });

  test('that are too long are given up up to their line end', () => {
    const exactly = `C2,${'x'.repeat(65_536 - 3)}`;
    expect(brief(readCustomers(`code,name\nC1,fine\n${exactly}\n${exactly}x\nC4,fine\n`))).toEqual([
      '2 C1',
      '3 import.value_too_long',
      '4 import.row_too_long',
      '5 C4',
    ]);
  });

  test.each([
    ['', ['1 import.heading_missing']],
    ['\n \n', ['1 import.heading_missing']],
    ['code\nC1\n', ['1 import.column_missing']],
    ['code,name,iban\nC1,a,b\n', ['1 import.column_unknown']],
    ['code,name,code\nC1,a,b\n', ['1 import.column_twice']],
    ['"code,name\nC1,a\n', ['1 import.row_unreadable']],
  ])('are not read under the heading of %j', (text, expected) => {
    expect(brief(readCustomers(text))).toEqual(expected);
  });
});

const invoiceLine = (change: object): string =>
  JSON.stringify({
    customerCode: 'C1',
    document_number: 'FA1',
    kind: 'invoice',
    currency: 'EUR',
    amount: '90071992547409.93',
    issueDate: '2026-01-01',
    dueDate: '2026-02-01',
    ...change,
  });

describe('rows of JSON lines', () => {
  test('take snake case and camel case, and keep every cent', () => {
    const [row] = readAll('jsonl', openItemForm(euroBooks), [invoiceLine({ purchaseOrder: null })]);
    expect(row).toMatchObject({ line: 1, value: { customerCode: 'C1', amountMinor: 9_007_199_254_740_993n } });
  });

  test('take IBANs as a list', () => {
    const text = '{"code":"C1","name":"A","ibans":["DE89370400440532013000","GB82WEST12345698765432"]}\r\n';
    expect(readAll('jsonl', customerForm, [text])).toMatchObject([
      { value: { ibans: ['DE89370400440532013000', 'GB82WEST12345698765432'] } },
    ]);
  });

  test.each([
    [invoiceLine({ amount: 12.5 }), 'import.amount_not_text'],
    [invoiceLine({ residual: 0 }), 'import.amount_not_text'],
    [invoiceLine({ document_number: 123 }), 'import.value_not_text'],
    [invoiceLine({ kind: { word: 'invoice' } }), 'import.value_not_text'],
    [invoiceLine({ iban: 'x' }), 'import.column_unknown'],
    [invoiceLine({ due_date: '2026-02-01' }), 'import.column_twice'],
    [invoiceLine({ amount: undefined }), 'import.value_missing'],
    ['{"customerCode":', 'import.row_unreadable'],
    ['[]', 'import.row_unreadable'],
    ['null', 'import.row_unreadable'],
    [`{"x":"${'y'.repeat(65_536)}"}`, 'import.row_too_long'],
  ])('refuse %.60s', (text, code) => {
    expect(brief(readAll('jsonl', openItemForm(euroBooks), [`${text}\n${invoiceLine({})}\n`]))).toEqual([
      `1 ${code}`,
      '2 C1',
    ]);
  });
});

/** Cuts `text` at the given places, in any order, doubled or not. */
function cutAt(text: string, places: readonly number[]): readonly string[] {
  const sorted = [0, ...places.map((place) => place % (text.length + 1)), text.length].toSorted((a, b) => a - b);
  return sorted.slice(1).map((end, index) => text.slice(sorted[index], end));
}

const value = fc.string({
  unit: fc.constantFrom('a', '"', ';', ',', ' ', '\n', '\r\n', 'é', '\u{1F377}'),
  maxLength: 8,
});
const quoted = value.map((text) => `"${text.replaceAll('"', '""')}"`);

describe('for any text', () => {
  test('the same rows come out wherever a CSV is cut', () => {
    const line = fc.array(fc.oneof(value, quoted), { maxLength: 4 }).map((values) => values.join(';'));
    const text = fc.array(line, { maxLength: 12 }).map((lines) => ['code;name;ibans', ...lines].join('\n'));
    fc.assert(
      fc.property(text, fc.array(fc.nat(), { maxLength: 20 }), (csv, places) => {
        expect(readAll('csv', customerForm, cutAt(csv, places))).toEqual(readAll('csv', customerForm, [csv]));
      }),
    );
  });

  test('the same rows come out wherever JSON lines are cut', () => {
    const line = fc.oneof(
      fc.json(),
      fc.record({ code: value, name: value }).map((row) => JSON.stringify(row)),
      value,
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.array(fc.nat(), { maxLength: 20 }), (lines, places) => {
        const text = lines.join('\n');
        expect(readAll('jsonl', customerForm, cutAt(text, places))).toEqual(readAll('jsonl', customerForm, [text]));
      }),
    );
  });

  test('a quoted value comes out as it went in, blanks apart', () => {
    const name = fc
      .string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
      // What stands for a lost character is refused, with its line.
      .filter((text) => !/[\p{Cc}\p{Cs}\uFFFD]/u.test(text));
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 9 }),
        fc.constantFrom(',', ';', '\t'),
        (names, separator) => {
          const rows = names.map((text, index) => `${index}${separator}"${text.replaceAll('"', '""')}"`);
          const read = readAll('csv', customerForm, [`code${separator}name\n${rows.join('\n')}\n`]);
          const tidied = names.map((text) => text.replace(/\s+/g, ' ').trim());
          expect(read.map((record) => (record.kind === 'row' ? record.value.name : ''))).toEqual(tidied);
        },
      ),
    );
  });
});

test('bank accounts are read from a CSV too', () => {
  const text = 'identifier;currency;name;gl_account\nDE89370400440532013000;EUR;Rhein;512200\n';
  expect(readAll('csv', bankAccountForm, [text])).toMatchObject([{ value: { glAccount: '512200' } }]);
});
