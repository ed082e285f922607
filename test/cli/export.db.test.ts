/** What other programs take from small books in which everything that can stand in an export happened once. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Command, CommandKind, CommandRequests } from '../../src/domain/command.ts';
import type { LedgerId, OpenItemId } from '../../src/domain/ids.ts';
import { carryOut } from '../../src/ledger/commands/carry-out.ts';
import { customerIdOf } from '../../src/ledger/commands/import-customers.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { act, enterItems, openBooks, publishPayments, readNames, type Names } from '../support/books.ts';
import { commandLineOf } from '../support/cli.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('exports');
const folder = mkdtempSync(join(tmpdir(), 'lettrage-exports-'));
let books: LedgerId;
let names: Names;

const run = commandLineOf(database.serviceUrl, 'exports');

type Row = Readonly<Record<string, string>>;
const csv = async (...argv: string[]): Promise<readonly Row[]> =>
  parseCsv<Row>((await run('export', ...argv, '--format', 'csv')).out, { columns: true });
const fec = async (what: string): Promise<readonly (readonly string[])[]> =>
  (await run('export', what, '--format', 'fec')).out
    .split('\r\n')
    .slice(0, -1)
    .map((text) => text.split('\t'));
const events = async (...argv: string[]) =>
  (await run('export', 'cash-events', ...argv)).out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row & { amountsByRate: readonly { rateBp: number; amount: string }[] });

async function ask<Kind extends CommandKind>(kind: Kind, request: CommandRequests[Kind]): Promise<string> {
  const command = { id: randomUUID(), kind, request, reason: 'a test' } as Command;
  const result = await carryOut(database.pool, books, command, act);
  return result.state === 'done' ? (result.outcome as { postingId: string }).postingId : '';
}

const line = (number: string, residual: string, cleared: string) => ({
  openItemId: names.item(number),
  residual,
  cleared,
});
const sql = (text: string) => inLedger(database.pool, books, (tx) => tx.query<{ id: OpenItemId }>(text));
const cents = (decimal: string | undefined): bigint => BigInt((decimal ?? '').replace(/[.,]/, '') || '0');

let netting = '';
let wrong = '';
let takenBack = '';

beforeAll(async () => {
  books = await openBooks(database.pool, 'exports', 'EXPORTS');
  await enterItems(database.pool, books, [
    { number: '=F-1', customer: 'C1', amount: '100.00' },
    { number: 'F-2', customer: 'C1', amount: '50.00' },
    { number: 'N-1', customer: 'C1', amount: '20.00', kind: 'credit_note' },
    { number: 'G-1', customer: 'C2', amount: '70.00' },
  ]);
  const statement = { account: 'EXPORTS', content: 'exports', opening: '0.00', closedOn: '2026-03-02' };
  await publishPayments(database.pool, books, statement, [
    { name: 'P-130', amount: '130.00', bookedOn: '2026-03-02' },
    { name: 'P-60', amount: '60.00', bookedOn: '2026-03-01' },
    { name: 'P-200', amount: '200.00', bookedOn: '2026-03-02' },
  ]);
  names = await readNames(database.pool, books);
  await sql(`update open_item set vat = '[{"rateBp":2000,"gross":"60.00"},{"rateBp":550,"gross":"40.00"}]'
    where document_number = '=F-1'`);
  const settle = (payment: string, version: number, parts: CommandRequests['settle_payment']['parts']) =>
    ask('settle_payment', { paymentId: names.payment(payment), version, parts });
  const lines = [line('=F-1', '100.00', '100.00'), line('F-2', '50.00', '50.00'), line('N-1', '20.00', '20.00')];
  await settle('P-130', 1, [{ use: 'items', lines }]);
  await settle('P-60', 1, [{ use: 'on_account', customerId: customerIdOf(books, 'C2'), amount: '60.00' }]);
  const own = await sql(`select id from open_item where kind = 'on_account'`);
  const onAccount = { openItemId: own.rows[0]?.id ?? names.item('none'), residual: '60.00', cleared: '60.00' };
  netting = await ask('net_items', { lines: [onAccount, line('G-1', '70.00', '60.00')] });
  wrong = await settle('P-200', 1, [{ use: 'items', lines: [line('G-1', '10.00', '10.00')] }]);
  takenBack = await ask('reverse_posting', { postingId: wrong });
  expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

describe('postings', () => {
  test('balance, entry by entry, numbered without a gap in each journal', async () => {
    const rows = await csv('postings');
    const sums = new Map<string, bigint>();
    for (const { journal, entry_number, debit, credit } of rows) {
      const entry = `${journal} ${entry_number}`;
      sums.set(entry, (sums.get(entry) ?? 0n) + cents(debit) - cents(credit));
    }
    // The netting has no lines: what it takes from the customer it gives back on the same account.
    expect([...sums]).toEqual(['BQ 1', 'BQ 2', 'BQ 3', 'OD 1', 'OD 2', 'OD 3', 'OD 4'].map((entry) => [entry, 0n]));
    expect(rows.filter(({ entry_number: number, journal }) => journal === 'OD' && number === '1')).toMatchObject([
      { account: '471', account_label: "Comptes d'attente", customer_code: '', debit: '100.00', credit: '' },
      { account: '471', debit: '50.00' },
      { account: '471', credit: '20.00' },
      { account: '411', account_label: 'Clients', customer_code: 'C1', credit: '130.00', lettering_code: 'A' },
    ]);
    expect(rows.find(({ journal }) => journal === 'BQ')).toMatchObject({ account: '512100', account_label: 'Main' });
  });

  test('in the shape of the FEC have eighteen fields and the same sums', async () => {
    const [heading, ...lines] = await fec('postings');
    expect(heading).toHaveLength(18);
    expect(lines.every((fields) => fields.length === 18)).toBe(true);
    const sum = (index: number) => lines.reduce((total, fields) => total + cents(fields[index]), 0n);
    // 390 came; 150 less a credit note of 20, 60, 10 and 10 again went from 471 to customers.
    expect([sum(11), sum(12)]).toEqual([62_000n, 62_000n]);
  });

  test('of a period keep their numbers; what is booked later takes the next', async () => {
    const all = await csv('postings');
    const first = await csv('postings', '--to', '2026-03-01');
    expect(first.map(({ journal, entry_number }) => `${journal} ${entry_number}`)).toEqual([
      'BQ 2',
      'BQ 2',
      'OD 2',
      'OD 2',
    ]);
    expect(all.filter(({ entry_date }) => entry_date === '2026-03-01')).toEqual(first);
  });
});

describe('lettering', () => {
  test('a group is its documents and our lines; whole it adds up to zero, partial to what is open', async () => {
    const rows = await csv('lettering');
    expect(
      rows.map((row) =>
        [row['customer_code'], row['lettering_code'], row['reference_date'], row['debit'], row['credit']].join(' '),
      ),
    ).toEqual([
      'C1 A 2026-02-13 100.00 ',
      'C1 A 2026-02-13 50.00 ',
      'C1 A 2026-02-13  20.00',
      'C1 A 2026-03-02  130.00',
      'C2 b 2026-02-13 70.00 ',
      'C2 b 2026-03-01  60.00',
      'C2 C 2026-03-02  10.00',
      'C2 C 2026-03-02 10.00 ',
    ]);
    expect(
      rows.filter(({ lettering_date }) => lettering_date === '').map(({ lettering_code }) => lettering_code),
    ).toEqual(['b', 'b']);
  });

  test('names our lines by journal, number and place, and documents of the ERP by their number', async () => {
    const [heading, ...lines] = await fec('lettering');
    expect(heading?.slice(12)).toEqual([
      'Credit',
      'EcritureLet',
      'DateLet',
      'ValidDate',
      'Montantdevise',
      'Idevise',
      'LigneNum',
    ]);
    const keys = lines.map((fields) => [fields[0], fields[2], fields[18], fields[8]?.slice(0, 10)].join(' '));
    expect(keys).toEqual([
      '   =F-1',
      '   F-2',
      '   N-1',
      expect.stringMatching(/^OD 1 4 /),
      '   G-1',
      // What stands on account is the customer's line of the posting that put it there.
      expect.stringMatching(/^OD 2 2 2026-03-01/),
      expect.stringMatching(/^OD 3 2 /),
      expect.stringMatching(/^OD 4 2 /),
    ]);
    const postings = await csv('postings');
    expect(
      postings.find((row) => row['journal'] === 'OD' && row['entry_number'] === '2' && row['line_number'] === '2'),
    ).toMatchObject({
      account: '411',
      customer_code: 'C2',
      credit: '60.00',
    });
  });

  test('of a period has the groups that became what they are in it', async () => {
    expect(await csv('lettering', '--from', '2026-04-01')).toEqual([]);
    expect(await csv('lettering', '--from', '2026-03-31', '--to', '2026-03-31')).toHaveLength(8);
  });
});

describe('allocations', () => {
  test('say by what means, what takes back what, and need no payment', async () => {
    const rows = await csv('allocations');
    expect(rows.filter(({ posting_id }) => posting_id === netting)).toMatchObject([
      { payment_id: '', bank_account: '', means: 'netting', lettering_code: 'b' },
      { payment_id: '', booking_date: '', means: 'netting', lettering_code: 'b' },
    ]);
    expect(rows.find(({ posting_id }) => posting_id === takenBack)).toMatchObject({
      amount: '-10.00',
      means: 'payment',
      reverses_posting_id: wrong,
      lettering_code: 'C',
      end_to_end_id: 'P-200',
    });
    expect(rows.find(({ amount }) => amount === '100.00')).toMatchObject({ document_number: "'=F-1" });
    expect(rows.reduce((sum, { amount }) => sum + cents(amount), 0n)).toBe(13_000n);
  });
});

describe('cash events', () => {
  test('are what was received for each document, by VAT rate, and the opposite when taken back', async () => {
    const all = await events();
    const told = all.map(({ kind, date, documentNumber, amount }) => `${kind} ${date} ${documentNumber} ${amount}`);
    expect(told.slice(0, 3).toSorted()).toEqual([
      'received 2026-03-02 =F-1 100.00',
      'received 2026-03-02 F-2 50.00',
      'received 2026-03-02 N-1 -20.00',
    ]);
    expect(told.slice(3)).toEqual([
      // Netted with money that came the day before.
      'received 2026-03-01 G-1 60.00',
      'received 2026-03-02 G-1 10.00',
      'taken_back 2026-03-02 G-1 -10.00',
    ]);
    expect(all[5]?.['takesBackEventId']).toBe(all[4]?.['eventId']);
    const split = all.find(({ documentNumber }) => documentNumber === '=F-1');
    expect(split?.amountsByRate).toEqual([
      { rateBp: 2000, amount: '60.00' },
      { rateBp: 550, amount: '40.00' },
    ]);
  });

  test('are taken from a cursor on: together they are all, each once', async () => {
    const all = await events();
    const cursors = [...new Set(all.map(({ cursor }) => cursor ?? ''))];
    expect(cursors).toHaveLength(4);
    for (const cursor of cursors) {
      const rest = await events('--after', cursor);
      const before = all.filter((event) => BigInt(event['cursor'] ?? '') <= BigInt(cursor));
      expect([...before, ...rest]).toEqual(all);
    }
    expect(await events()).toEqual(all);
  });
});

describe('lettrage export', () => {
  test('writes to a file what it writes to stdout', async () => {
    const file = join(folder, 'postings.csv');
    expect(await run('export', 'postings', '--out', file)).toEqual({ exitCode: 0, out: '', told: '' });
    expect(readFileSync(file, 'utf8')).toBe((await run('export', 'postings')).out);
  });

  test.each([
    [2, ['export', 'frobs']],
    [2, ['export', 'allocations', '--format', 'fec']],
    [2, ['export', 'postings', '--from', 'yesterday']],
    [2, ['export', 'cash-events', '--after', 'the last']],
    [1, ['export', 'postings', '--out', '/no/such/folder/postings.csv']],
    [0, ['export', 'lettering', '--json']],
  ])('%i for %j', async (exitCode, argv) => {
    expect(await run(...argv)).toMatchObject({ exitCode });
  });
});
