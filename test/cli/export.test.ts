/** The shapes of an export: what a spreadsheet may not run, what the FEC has no room for; and a file that is whole or not there. */
import { EventEmitter } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import type { Pool } from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { exportLedger } from '../../src/cli/commands/export.ts';
import {
  allocationCsv,
  bookLineCsv,
  cashEventCsv,
  fecAnnexe,
  fecShape,
  type Shape,
} from '../../src/workers/exports/shapes.ts';
import type { Session } from '../../src/cli/session.ts';
import type { CurrencyCode } from '../../src/domain/currency.ts';
import type { BookLine } from '../../src/ledger/queries/book-line.ts';
import type { ExportedAllocation } from '../../src/ledger/queries/export-allocations.ts';
import type { CashEvent } from '../../src/ledger/queries/export-cash-events.ts';
import { day } from '../support/books.ts';
import { formulaPayloads } from '../support/formula-payloads.ts';
import { silentOutput } from '../support/work.ts';

const bookLine: BookLine = {
  journal: 'OD',
  journalLabel: 'Opérations diverses',
  entryNumber: '7',
  lineNumber: '2',
  postingId: '8d1f6a1e-0000-8000-8000-000000000000',
  entryDate: day('2026-03-02'),
  account: '411',
  accountLabel: 'Clients',
  customerCode: 'C1',
  customerName: 'Customer C1',
  reference: 'F-1',
  referenceDate: day('2026-02-13'),
  label: 'settled by hand',
  debit: '',
  credit: '1234.50',
  currency: 'EUR',
  baseDebit: '',
  baseCredit: '1234.50',
  baseCurrency: 'EUR' as CurrencyCode,
  letteringCode: 'AB',
  letteringDate: day('2026-03-02'),
  bookedOn: day('2026-03-03'),
};

const allocation: ExportedAllocation = {
  allocationId: 'a',
  allocatedAt: '2026-03-31T08:15:00.000Z',
  postingDate: '2026-03-02',
  postingId: 'p',
  reversesPostingId: '',
  bookingDate: '2026-03-02',
  bankAccount: 'FR76',
  paymentId: 'q',
  endToEndId: 'E2E',
  customerCode: 'C1',
  documentNumber: 'F-1',
  documentKind: 'invoice',
  means: 'payment',
  amount: '-12.50',
  currency: 'EUR',
  letteringCode: 'A',
  letteringDate: '',
  basis: 'decided_by_clerk',
};

const cashEvent: CashEvent = {
  cursor: '17',
  eventId: 'e',
  kind: 'taken_back',
  takesBackEventId: 'd',
  date: day('2026-03-02'),
  documentNumber: 'F-1',
  documentKind: 'invoice',
  documentDate: day('2026-02-13'),
  customerCode: 'C1',
  paymentId: 'q',
  amount: '-120.00',
  currency: 'EUR',
  amountsByRate: [
    { rateBp: 2000, amount: '-100.00' },
    { rateBp: 550, amount: '-20.00' },
  ],
};

/** As docs/formats/postings-export.md tells a reader that is no spreadsheet. */
const unguarded = (cell: string): string => (/^'+[=+\-@\t\r\n\0＝＋－＠]/.test(cell) ? cell.slice(1) : cell);

const camelCase = (name: string): string => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

describe('a CSV for people who open it in a spreadsheet', () => {
  const tables = [
    ['book lines', bookLineCsv, bookLine, ['entryNumber', 'lineNumber', 'debit', 'credit', 'baseDebit', 'baseCredit']],
    ['allocations', allocationCsv, allocation, ['amount']],
    ['cash events', cashEventCsv, cashEvent, ['cursor', 'amount', 'amountsByRate']],
  ] as const;
  test.each(tables)(
    '%s: 200 payloads in every text column run nowhere, and are read back',
    (_name, csv, row, others) => {
      const shape = csv as Shape<Record<string, unknown>>;
      const names = parseCsv(shape.heading)[0]?.map(camelCase) ?? [];
      const texts = names.filter((name) => name in row && !(others as readonly string[]).includes(name));
      expect(texts.length).toBeGreaterThan(8);
      for (const payload of formulaPayloads(200)) {
        const hostile = Object.fromEntries(texts.map((name) => [name, payload]));
        const cells = parseCsv(shape.line({ ...row, ...hostile }))[0] ?? [];
        for (const name of texts) {
          const cell = cells[names.indexOf(name)] ?? '';
          expect(cell, name).toMatch(/^'/);
          expect(unguarded(cell), name).toBe(payload);
        }
      }
    },
  );

  test('amounts stay numbers, and plain texts what they are', () => {
    expect(allocationCsv.line(allocation)).toBe(
      'a,2026-03-31T08:15:00.000Z,2026-03-02,p,,2026-03-02,FR76,q,E2E,C1,F-1,invoice,payment,-12.50,EUR,A,,decided_by_clerk\n',
    );
    expect(cashEventCsv.line(cashEvent)).toContain(',-120.00,EUR,20.00%=-100.00 5.50%=-20.00\n');
  });
});

describe('the shape of the FEC', () => {
  const fieldsOf = (line: string): string[] => line.slice(0, -2).split('\t');

  test('has eighteen columns, decimal commas, days without signs', () => {
    expect(fecShape.heading).toBe(
      'JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\r\n',
    );
    expect(fecShape.line(bookLine)).toBe(
      'OD\tOpérations diverses\t7\t20260302\t411\tClients\tC1\tCustomer C1\tF-1\t20260213\tsettled by hand\t0,00\t1234,50\tAB\t20260302\t20260303\t\t\r\n',
    );
    expect(fieldsOf(fecAnnexe.line(bookLine))).toEqual([...fieldsOf(fecShape.line(bookLine)), '2']);
  });

  test('keeps texts without a prefix, and nothing in them ends a field', () => {
    for (const payload of formulaPayloads(200)) {
      const fields = fieldsOf(
        fecShape.line({ ...bookLine, customerName: payload, reference: payload, label: payload }),
      );
      expect(fields).toHaveLength(18);
      for (const index of [7, 8, 10]) expect(fields[index]).toBe(payload.replaceAll(/[\t\r\n|]/g, ' '));
    }
  });

  test('gives the value in the base currency, and the other beside it', () => {
    const dollars = { ...bookLine, account: '58', currency: 'USD', letteringCode: 'ab', letteringDate: null };
    const fields = fieldsOf(fecShape.line({ ...dollars, credit: '1350.00' }));
    expect([fields[4], ...fields.slice(11)]).toEqual([
      '580',
      '0,00',
      '1234,50',
      'ab',
      '',
      '20260303',
      '1350,00',
      'USD',
    ]);
    const unknown = () => fecShape.line({ ...dollars, baseCredit: '' });
    expect(unknown).toThrow(
      expect.objectContaining({ refusal: expect.objectContaining({ code: 'ledger.fec_value_unknown' }) as unknown }),
    );
  });
});

const pageSize = 2_000;
const page = Array.from({ length: pageSize }, (_, index) => ({
  ...allocation,
  allocationId: String(index),
  at: new Date(0),
  amountMinor: 100n,
  codeNumber: 1,
  letterKind: 'lettered',
}));

/** A server that answers the first page and goes away before the second: a real one can't be timed to. */
class LeavingClient extends EventEmitter {
  private pageCount = 0;
  private isGone = false;
  release = () => undefined;
  query = async (text: string) => {
    const isPage = text.startsWith('fetch');
    if (isPage) this.pageCount += 1;
    this.isGone ||= this.pageCount === 2;
    if (this.isGone) throw new Error('Connection terminated unexpectedly');
    return { rows: isPage ? page : [], command: text.toUpperCase() };
  };
}

describe('an export that loses its connection', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-export-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const pool = {
    query: async () => ({ rows: [{ id: 1 }] }),
    connect: async () => new LeavingClient(),
  } as unknown as Pool;
  const session = { context: { pool, now: () => new Date(0) } } as unknown as Session;
  const options = { ledger: 'main', after: '0' };

  test('says so, and writes no row twice', async () => {
    const written: string[] = [];
    const output = { ...silentOutput, write: (text: string) => void written.push(text) };
    await expect(exportLedger(session, output, 'allocations', options)).rejects.toThrow(`after ${pageSize} rows`);
    expect(written).toHaveLength(1 + pageSize);
  });

  test('leaves the file of before as it was, and nothing beside it', async () => {
    const out = join(folder, 'allocations.csv');
    writeFileSync(out, 'whole');
    await expect(exportLedger(session, silentOutput, 'allocations', { ...options, out })).rejects.toThrow('not whole');
    expect(readFileSync(out, 'utf8')).toBe('whole');
    expect(readdirSync(folder)).toEqual(['allocations.csv']);
  });
});
