import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { demoFiles } from '../../scripts/demo/demo-files.ts';
import { scenarios } from '../../scripts/demo/scenarios/index.ts';
import type { OpenItemRecord } from '../../src/domain/open-item.ts';
import { isCreditorReference, isIban } from '../../src/domain/check-digits.ts';
import { bankAccountForm } from '../../src/ingest/open-items/bank-account-row.ts';
import { customerForm } from '../../src/ingest/open-items/customer-row.ts';
import { openItemForm } from '../../src/ingest/open-items/open-item-row.ts';
import { rowReader, type RowForm, type RowRecord } from '../../src/ingest/open-items/rows.ts';
import { euroBooks } from '../support/euro-books.ts';
import { expected } from './expected-decisions.ts';

const folder = fileURLToPath(new URL('../../fixtures/bank/demo/', import.meta.url));
const read = (path: string): string => readFileSync(folder + path, 'utf8');

const nights = [1, 2, 3] as const;

function rowsOf<T>(form: RowForm<T>, path: string): readonly RowRecord<T>[] {
  const reader = rowReader('csv', form);
  return [...reader.push(read(path)), ...reader.end()];
}
const valuesOf = <T>(form: RowForm<T>, path: string): readonly T[] =>
  rowsOf(form, path).flatMap((row) => (row.kind === 'row' ? [row.value] : []));

/** Cents of `-1250.00` or `1250,00`. */
const cents = (text: string): bigint => BigInt(text.replace(/[.,]/, ''));

test('the committed files are the ones the scripts make, byte for byte', () => {
  const made = demoFiles();
  const committed = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.expected\.json$|^expected-books\.json$/.test(entry.name))
    .map((entry) => `${entry.parentPath.replace(/\/?$/, '/')}${entry.name}`.slice(folder.length));
  expect(committed.toSorted()).toEqual([...made.keys()].toSorted());
  for (const [path, text] of made) expect({ path, text: read(path) }).toEqual({ path, text });
});

type Read = Readonly<{ account: string; opening: bigint; closing: bigint; amounts: readonly bigint[] }>;

const element = (name: string, inText: string): string => new RegExp(`<${name}[^>]*>([^<]*)<`).exec(inText)?.[1] ?? '';

// Read here with plain patterns, by none of the product's own parsers: our files have one statement and known forms.
function readCamt(text: string): Read {
  const signedAmount = (block: string): bigint =>
    element('CdtDbtInd', block) === 'CRDT' ? cents(element('Amt', block)) : -cents(element('Amt', block));
  const blocks = (name: string): readonly string[] =>
    Array.from(text.matchAll(new RegExp(`<${name}>.*?</${name}>`, 'gs')), ([block]) => block);
  const [opening = '', closing = ''] = blocks('Bal');
  return {
    account: element('IBAN', text),
    opening: signedAmount(opening),
    closing: signedAmount(closing),
    amounts: blocks('Ntry').map(signedAmount),
  };
}

function readMt940(text: string): Read {
  const balanceOf = (tag: string): bigint => {
    const [, mark, amount = ''] = new RegExp(`:${tag}:([CD])\\d{6}EUR([\\d,]+)`).exec(text) ?? [];
    return mark === 'C' ? cents(amount) : -cents(amount);
  };
  return {
    account: /:25:(\S+)/.exec(text)?.[1] ?? '',
    opening: balanceOf('60F'),
    closing: balanceOf('62F'),
    amounts: Array.from(text.matchAll(/^:61:\d{10}(R?[CD])(\d+,\d{2})N/gm), ([, mark, amount = '']) =>
      mark === 'C' ? cents(amount) : -cents(amount),
    ),
  };
}

const statements = expected.files.map((file) => ({
  ...file,
  night: Number(file.path.slice('night-'.length, 'night-'.length + 1)),
  ...(file.path.endsWith('.xml') ? readCamt(read(file.path)) : readMt940(read(file.path))),
}));
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);

describe('the statements', () => {
  test.each(statements.filter(({ outcome }) => outcome !== 'incomplete'))(
    '$path adds up to the cent, unless it must not',
    ({ account, opening, closing, amounts, outcome, entryCount, path }) => {
      expect(path.includes(account) || path.endsWith('.sta')).toBe(true);
      expect(amounts).toHaveLength(entryCount);
      expect(closing - opening - sum(amounts)).toBe(outcome === 'balance_mismatch' ? 10n : 0n);
    },
  );

  test('follow each other without a gap', () => {
    const published = statements.filter(({ outcome }) => outcome === 'published');
    for (const account of new Set(published.map((statement) => statement.account))) {
      const [first, second, third] = published.filter((statement) => statement.account === account);
      expect([first?.night, second?.night, third?.night]).toEqual(nights);
      expect(second?.opening).toBe(first?.closing);
      expect(third?.opening).toBe(second?.closing);
    }
  });

  test('hold just the payments that have an expected decision', () => {
    for (const { night, account, amounts, outcome } of statements) {
      const decided = expected.payments.filter((payment) => payment.night === night && payment.account === account);
      const published = outcome === 'published' ? sum(amounts) : 0n;
      expect(sum(decided.map(({ amount }) => cents(amount)))).toBe(published);
    }
  });

  test('one of them is cut off, one is of an account that is not in the books', () => {
    const accounts = valuesOf(bankAccountForm, 'bank-accounts.csv').map(({ identifier }) => identifier);
    const [cut] = expected.files.filter(({ outcome }) => outcome === 'incomplete');
    expect(read(cut?.path ?? '')).not.toContain('</Document>');
    const [unknown] = expected.files.filter(({ outcome }) => outcome === 'account_unknown');
    expect(accounts).not.toContain(unknown?.account);
    const known = expected.files.filter(({ outcome }) => outcome !== 'account_unknown');
    expect(known.filter(({ account }) => !accounts.includes(account))).toEqual([]);
  });

  test('carry IBANs and references with right check digits, but for the one mistyped reference', () => {
    const texts = expected.files.map(({ path }) => read(path).replaceAll('\r\n', ''));
    const ibans = texts.flatMap((text) =>
      Array.from(text.matchAll(/(?:<IBAN>|\?31|:25:)([A-Z]{2}\d[A-Z0-9]{13,31}?)(?=[<?:])/g), ([, iban = '']) => iban),
    );
    expect(ibans.length).toBeGreaterThan(80);
    expect(ibans.filter((iban) => !isIban(iban))).toEqual([]);
    const references = texts.flatMap((text) => Array.from(text.matchAll(/<Ref>([^<]+)</g), ([, ref = '']) => ref));
    expect(references.filter((reference) => !isCreditorReference(reference))).toHaveLength(1);
  });
});

describe('the imports', () => {
  test('are read whole, but for the one row that is written wrong', () => {
    const problems = nights.flatMap((night) =>
      rowsOf(openItemForm(euroBooks), `night-${night}/open-items.csv`).flatMap((row) =>
        row.kind === 'problem' ? [{ night, line: row.problem.line, code: row.problem.code }] : [],
      ),
    );
    expect(problems).toEqual(
      expected.refusedOpenItemRows.map((row) => ({ ...row, code: 'import.amount_not_decimal' })),
    );
    expect(problems).toHaveLength(1);
    expect(rowsOf(customerForm, 'customers.csv').every(({ kind }) => kind === 'row')).toBe(true);
    expect(rowsOf(bankAccountForm, 'bank-accounts.csv').every(({ kind }) => kind === 'row')).toBe(true);
  });

  test('name only customers that exist, each document once a night', () => {
    const codes = new Set(valuesOf(customerForm, 'customers.csv').map(({ code }) => code));
    for (const night of nights) {
      const items = valuesOf(openItemForm(euroBooks), `night-${night}/open-items.csv`);
      expect(items.filter(({ customerCode }) => !codes.has(customerCode))).toEqual([]);
      expect(new Set(items.map(({ documentNumber }) => documentNumber)).size).toBe(items.length);
    }
  });

  test('have the sizes that the demo promises', () => {
    const items = nights.flatMap((night) => valuesOf(openItemForm(euroBooks), `night-${night}/open-items.csv`));
    const open = items.filter(({ residualMinor }) => residualMinor > 0n);
    expect(open.length).toBeGreaterThan(290);
    expect(open.filter(({ kind }) => kind === 'credit_note').length).toBeGreaterThan(12);
    expect(open.filter(({ kind }) => kind === 'down_payment').length).toBeGreaterThan(3);
    expect(items.length - open.length).toBeGreaterThan(20);
  });
});

describe('the expected decisions', () => {
  test.each(Object.keys(scenarios))('show the case %s', (scenario) => {
    expect(expected.payments.map((payment) => payment.scenario)).toContain(scenario);
  });

  test('clear no more than is left of a document, several of them in full, to the cent', () => {
    const ledger = new Map<string, OpenItemRecord>();
    for (const night of nights) {
      for (const item of valuesOf(openItemForm(euroBooks), `night-${night}/open-items.csv`))
        ledger.set(item.documentNumber, item);
      for (const { settles, amount, action, scenario } of expected.payments.filter((one) => one.night === night)) {
        const signed = settles.map(({ documentNumber, cleared }) => {
          const item = ledger.get(documentNumber);
          const left = (item?.residualMinor ?? 0n) - cents(cleared);
          // Only a payment for one document may be for a part of it.
          expect({ documentNumber, isWhole: left === 0n, isPart: left > 0n && settles.length === 1 }).toEqual({
            documentNumber,
            isWhole: left === 0n,
            isPart: left !== 0n,
          });
          if (item !== undefined) ledger.set(documentNumber, { ...item, residualMinor: left });
          return item?.kind === 'credit_note' ? -cents(cleared) : cents(cleared);
        });
        expect({ scenario, settled: sum(signed) }).toEqual({
          scenario,
          settled: action === 'review' ? 0n : cents(amount),
        });
      }
    }
  });

  test('tell payments apart by account, day and amount, but for the entries that are really alike', () => {
    const alike = new Set(expected.payments.filter(({ rank }) => rank > 0).map(({ scenario }) => scenario));
    expect([...alike].toSorted()).toEqual(['identical_entries', 'twins']);
  });

  test('give a reason for every review and none for an application', () => {
    expect(expected.payments.filter(({ action, reason }) => (action === 'review') !== (reason !== null))).toEqual([]);
  });
});
