/**
 * The benchmark as files that any product can read: `company-0/2026-03-02/` holds what one company's night brings.
 *
 *     bank-accounts.csv  customers.csv   in the first night
 *     open-items.csv                     documents issued since the night before; in the first, all, the closed ones too
 *     <account>.xml or .sta              the statement of each account; balances chain from day to day
 *
 * `lettrage night` takes such a folder as it is.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchCompany, BenchData, BenchLine } from '../types.ts';
import { camtText } from './bank-files/camt.ts';
import { bankAccountsCsv, customersCsv, openItemsCsv, type DocumentRow } from './bank-files/imports.ts';
import { mt940Text } from './bank-files/mt940.ts';
import type { DayStatement } from './bank-files/statement.ts';
import { groupBy } from './group-by.ts';
import { inventIban } from './checked-numbers.ts';
import { randomFrom } from './random.ts';

const writers = {
  'camt.053': { text: camtText, ending: 'xml' },
  mt940: { text: mt940Text, ending: 'sta' },
} as const satisfies Readonly<Record<string, Readonly<{ text: (of: DayStatement) => string; ending: string }>>>;

type BankFileFormat = keyof typeof writers;
export const bankFileFormats: readonly BankFileFormat[] = ['camt.053', 'mt940'];

const openingMinor = 25_000_000;

/** The company's account for a currency: the same for the same seed. */
const accountOf = (seed: number, { id, country }: BenchCompany, currency: string): string =>
  inventIban(country, randomFrom(seed, `account ${id} ${currency}`));

/** Every day's statements of one company, one for each account, whether anything moved or not. */
function statementsOf(data: BenchData, company: BenchCompany, days: readonly string[]): readonly DayStatement[] {
  const lines = data.lines.filter((line) => line.company === company.id);
  const statements: DayStatement[] = [];
  for (const currency of new Set(lines.map(({ ccy }) => ccy))) {
    const account = accountOf(data.meta.seed, company, currency);
    const byDate = groupBy(
      lines.filter(({ ccy }) => ccy === currency),
      ({ date }) => date,
    );
    let balance = openingMinor;
    for (const [index, date] of days.entries()) {
      const ofDay: readonly BenchLine[] = byDate.get(date) ?? [];
      const closingMinor = ofDay.reduce((sum, { amount }) => sum + amount, balance);
      const sequence = index + 1;
      statements.push({ account, currency, date, sequence, openingMinor: balance, closingMinor, lines: ofDay });
      balance = closingMinor;
    }
  }
  return statements;
}

/** The company's documents by the night that brings them. */
function documentsByNight(data: BenchData, company: number, days: readonly string[]) {
  const codes = new Map(data.customers.map(({ id, code }) => [id, code]));
  const rows = (documents: BenchData['items'], isClosed: boolean): DocumentRow[] =>
    documents
      .filter((document) => document.company === company)
      .map((document) => ({ document, customerCode: codes.get(document.customer) ?? '', isClosed }));
  const all = [...rows(data.closed, true), ...rows(data.items, false)];
  return groupBy(all, ({ document }) => days.find((day) => day >= document.issued) ?? '');
}

export function writeBankFiles(data: BenchData, folder: string, format: BankFileFormat): void {
  const days = [...new Set(data.lines.map(({ date }) => date))];
  const { text, ending } = writers[format];
  for (const company of data.companies) {
    const documents = documentsByNight(data, company.id, days);
    const statements = statementsOf(data, company, days);
    for (const day of days) {
      const night = join(folder, `company-${company.id}`, day);
      mkdirSync(night, { recursive: true });
      const write = (name: string, content: string): void => writeFileSync(join(night, name), content);
      if (day === days[0]) {
        const accounts = new Map(statements.map(({ account, currency }) => [account, currency]));
        const rows = [...accounts].map(([identifier, currency]) => ({
          identifier,
          currency,
          name: `Company ${company.id} ${currency}`,
        }));
        write('bank-accounts.csv', bankAccountsCsv(rows));
        write('customers.csv', customersCsv(data.customers.filter((customer) => customer.company === company.id)));
      }
      write('open-items.csv', openItemsCsv(documents.get(day) ?? []));
      for (const statement of statements.filter(({ date }) => date === day)) {
        write(`${statement.account}.${ending}`, text(statement));
      }
    }
  }
}
