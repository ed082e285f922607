/** The benchmark's lines as bank files, read back by ingest. */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeBankFiles } from '../../bench/matching/generator/bank-files.ts';
import { generateBenchmark } from '../../bench/matching/generator/generate.ts';
import { withoutAccents } from '../../bench/matching/generator/names.ts';
import type { BenchLine } from '../../bench/matching/types.ts';
import type { Entry, StatementSummary } from '../../src/domain/statement.ts';
import { bankAccountForm } from '../../src/ingest/open-items/bank-account-row.ts';
import { customerForm } from '../../src/ingest/open-items/customer-row.ts';
import { openItemForm } from '../../src/ingest/open-items/open-item-row.ts';
import { rowReader, type RowForm, type RowRecord } from '../../src/ingest/open-items/rows.ts';
import { statementFileReader } from '../../src/ingest/statement-file.ts';
import { euroBooks } from '../support/euro-books.ts';

const data = generateBenchmark({ seed: 9, profile: 'base', items: 3_000, lines: 500, days: 4 });
const folder = await mkdtemp(join(tmpdir(), 'lettrage-bank-files-'));
afterAll(() => rm(folder, { recursive: true }));
writeBankFiles(data, join(folder, 'camt.053'), 'camt.053');
writeBankFiles(data, join(folder, 'mt940'), 'mt940');

const filesOf = (format: string, ending: string): readonly string[] =>
  readdirSync(join(folder, format), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .toSorted()
    .map((path) => join(folder, format, path));

function readStatements(paths: readonly string[]) {
  const entries: Entry[] = [];
  const statements: StatementSummary[] = [];
  for (const path of paths) {
    const reader = statementFileReader();
    const pushed = reader.push(readFileSync(path));
    const { records, file } = reader.end();
    expect(file.outcome, path).toBe('accepted');
    expect(file.findings).toEqual([]);
    for (const record of [...pushed, ...records]) {
      if (record.kind === 'entry') entries.push(record.entry);
      if (record.kind === 'statement') statements.push(record.statement);
    }
  }
  return { entries, statements };
}

function readRows<T>(paths: readonly string[], form: RowForm<T>): readonly RowRecord<T>[] {
  return paths.flatMap((path) => {
    const reader = rowReader('csv', form);
    return [...reader.push(readFileSync(path, 'utf8')), ...reader.end()];
  });
}

const lineOf = ({ accountServicerReference }: Entry): BenchLine => {
  const line = data.lines[+(accountServicerReference ?? '').slice(1)];
  if (line === undefined)
    throw new RangeError(`no line for ${accountServicerReference ?? 'an entry without reference'}`);
  return line;
};

const signedMinor = ({ amount, side }: Entry): bigint => (side === 'credit' ? amount.minor : -amount.minor);
const letters = (text: string): string => withoutAccents(text).replaceAll(/[^0-9A-Za-z]/g, '');

describe.each([
  ['camt.053', '.xml'],
  ['mt940', '.sta'],
])('%s', (format, ending) => {
  const { entries, statements } = readStatements(filesOf(format, ending));

  test('every statement proves, and each opens with what the one before closed with', () => {
    expect(statements).toHaveLength(data.companies.length * 4);
    const closingByAccount = new Map<string, bigint>();
    for (const { account, proves, findings, openingBalance, closingBalance } of statements) {
      expect(proves).toBe(true);
      expect(findings).toEqual([]);
      const before = closingByAccount.get(account ?? '');
      if (before !== undefined) expect(openingBalance?.amount.minor).toBe(before);
      closingByAccount.set(account ?? '', closingBalance?.amount.minor ?? 0n);
    }
    expect(closingByAccount.size).toBe(data.companies.length);
  });

  test('every line is there once, with its amount, day and payer', () => {
    expect(new Set(entries.map((entry) => lineOf(entry).id)).size).toBe(data.lines.length);
    expect(entries).toHaveLength(data.lines.length);
    for (const entry of entries) {
      const line = lineOf(entry);
      const [detail] = entry.details;
      expect(signedMinor(entry)).toBe(BigInt(line.amount));
      expect(entry.bookingDate).toBe(line.date);
      expect(letters(detail?.counterpartyName ?? '')).toBe(letters(line.name.slice(0, 54)));
      expect(detail?.counterpartyIban ?? '').toBe(line.iban);
    }
  });

  test('every text is there, as far as the format has room', () => {
    for (const entry of entries) {
      const line = lineOf(entry);
      const [detail] = entry.details;
      const read = [entry.batchReference, detail?.creditorReference, detail?.endToEndId, ...(detail?.remittance ?? [])];
      const found = letters(read.map((part) => part ?? '').join(' '));
      // Keywords of the text itself are understood, not kept: what stands behind them is.
      const text = line.text.replaceAll('\n', '');
      for (const word of text.split(/(?:EREF|SVWZ)\+|\/(?:EREF|REMI)\/|NOTPROVIDED|\/\//)) {
        expect(found, line.text).toContain(letters(word));
      }
      expect(found).toContain(letters(line.sref));
      expect(found).toContain(letters(line.e2e));
      expect(found).toContain(letters(line.batchId));
    }
  });
});

test('camt keeps the structured reference, the end-to-end id and the instructed amount in their places', () => {
  for (const entry of readStatements(filesOf('camt.053', '.xml')).entries) {
    const line = lineOf(entry);
    const [detail] = entry.details;
    expect(detail?.creditorReference ?? '').toBe(line.sref);
    expect(detail?.endToEndId ?? '').toBe(line.e2e);
    expect(detail?.instructedAmount?.minor ?? null).toBe(line.instd === null ? null : BigInt(line.instd.amount));
  }
});

test('the imports are taken without a refusal, each document in one night', () => {
  const customers = readRows(filesOf('camt.053', '/customers.csv'), customerForm);
  const accounts = readRows(filesOf('camt.053', '/bank-accounts.csv'), bankAccountForm);
  const documents = readRows(filesOf('camt.053', '/open-items.csv'), openItemForm(euroBooks));
  expect([...customers, ...accounts, ...documents].filter(({ kind }) => kind === 'problem')).toEqual([]);
  expect(customers).toHaveLength(data.customers.length);
  expect(accounts).toHaveLength(data.companies.length);
  expect(documents).toHaveLength(data.items.length + data.closed.length);
  const residual = documents.reduce((sum, row) => sum + (row.kind === 'row' ? row.value.residualMinor : 0n), 0n);
  expect(residual).toBe(BigInt(data.items.reduce((sum, { amount }) => sum + Math.abs(amount), 0)));
});

test('a document says its discount, to the hundredth of a per cent', () => {
  const told = readRows(filesOf('camt.053', '/open-items.csv'), openItemForm(euroBooks)).flatMap((row) =>
    row.kind === 'row' && row.value.discount !== null
      ? [`${row.value.documentNumber}: ${row.value.discount.bp} until ${row.value.discount.until}`]
      : [],
  );
  const known = [...data.items, ...data.closed].flatMap(({ number, disc }) =>
    disc === null ? [] : [`${number}: ${(disc.pct * 100).toFixed(0)} until ${disc.until}`],
  );
  expect(known.length).toBeGreaterThan(100);
  expect(told.toSorted()).toEqual(known.toSorted());
});
