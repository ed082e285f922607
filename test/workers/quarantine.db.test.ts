/** What is set aside waits with its reason; a person looks, decides, and the list becomes empty. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listSetAside, releaseSetAside, retrySetAside, showSetAside } from '../../src/cli/commands/quarantine.ts';
import { terminalOutput } from '../../src/cli/output.ts';
import { connectClient } from '../../src/database/connect.ts';
import { openThreads, type Threads } from '../../src/workers/threads.ts';
import type { WorkContext } from '../../src/workers/work-context.ts';
import { camt, mt940 } from '../support/bank-texts.ts';
import { sha256Of } from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';
import { mainAccount as account, openNight, type Night } from '../support/statement-night.ts';
import { testContext } from '../support/work.ts';

let threads: Threads;
let context: WorkContext;
let adminUrl: string;
let night: Night;
const ledger = 'night';

beforeAll(() => {
  threads = openThreads(1);
});
afterAll(() => threads.close());
beforeEach(async () => {
  const database = await createTestDatabase('quarantine');
  adminUrl = database.adminUrl;
  context = testContext(database, threads);
  night = await openNight(context, ledger);
  return () => database.drop();
});

/** Damage that the service's role has no right to do. */
async function asAdmin(sql: string): Promise<void> {
  const admin = await connectClient(adminUrl);
  await admin.query(sql);
  await admin.end();
}

/** What a command says, and its exit code. */
async function said(command: (output: ReturnType<typeof terminalOutput>) => Promise<number>) {
  let text = '';
  const stream = { write: (part: string) => (text += part) };
  const code = await command(terminalOutput(stream, stream, false));
  return { code, text };
}
const list = () => said((output) => listSetAside({ context }, output, { ledger }));
const release = (text: string, as: 'publish' | 'discard' = 'publish', reason = 'checked with the bank') =>
  said((output) => releaseSetAside({ context }, output, { ledger, sha256: sha256Of(text), as, reason, actor: 'anne' }));

const days = (count: number, opening = 100) =>
  Array.from({ length: count }, (_, index) => ({
    account,
    day: `2026-03-${String(index + 1).padStart(2, '0')}`,
    opening: `${opening + index}.00`,
    entries: [{ amount: '1.00', reference: `R${index}` }],
  }));

test('a poisoned night: 100 files, 10 of them bad in ten ways; 90 are posted, 10 kept with their reasons', async () => {
  const others = ['DE89370400440532013000', 'DE12500105170648489890', 'DE02120300000000202051'];
  for (const other of others) await night.register({}, other);
  const good = [...days(30), ...others.flatMap((other) => days(20).map((given) => ({ ...given, account: other })))].map(
    (given) => camt('053', given),
  );
  const [first] = days(1);
  if (first === undefined) throw new Error('no day');
  const poisoned = {
    'ingest.account_unknown': camt('053', { ...first, account: 'DE75512108001245126199' }),
    'ingest.balance_mismatch': camt('053', { ...first, id: 'P1', closing: '101.01' }),
    'ingest.totals_mismatch': camt('053', { ...first, id: 'P2', total: 2 }),
    'ingest.statement_without_balance': camt('053', { ...first, id: 'P3', closing: null }),
    'ingest.account_currency_differs': camt('053', { ...first, id: 'P4', currency: 'USD' }),
    'ingest.statement_gap': camt('053', { ...first, id: 'P5', day: '2026-05-01', opening: '7.00' }),
    'ingest.cross_check_differs': mt940({ ...first, closing: '103.00', entries: [{ amount: '3.00' }] }),
    'ingest.unknown_format': 'Dear customer, please find attached your statement.',
    'ingest.file_truncated': camt('053', { ...first, id: 'P6' }).slice(0, -40),
    'ingest.statement_conflict': camt('053', { ...first, entries: [{ amount: '2.00' }] }),
  };
  const bad = Object.values(poisoned);
  const outcomes = await night.send(...good, ...bad);
  expect(outcomes.filter((outcome) => outcome === 'published')).toHaveLength(90);
  expect(outcomes.filter((outcome) => outcome !== 'published').toSorted()).toEqual(
    Object.keys(poisoned)
      .map((code) => `${code === 'ingest.statement_gap' ? 'held' : 'quarantined'} ${code}`)
      .toSorted(),
  );
  expect([await night.count('entry'), await night.violations()]).toEqual([90, []]);
  expect((await list()).code).toBe(3);

  // Mended: the bank sends right files in place of the bad ones, and the bad ones are discarded.
  for (const text of bad) expect((await release(text, 'discard')).code).toBe(0);
  expect(await list()).toEqual({ code: 0, text: 'Nothing is set aside.\n' });
  const mended = days(40)
    .slice(30)
    .map((given, index) => camt('053', { ...given, day: `2026-04-${String(index + 1).padStart(2, '0')}` }));
  expect(await night.send(...mended)).toEqual(Array.from({ length: 10 }, () => 'published'));
  expect([await night.count('entry'), await night.violations()]).toEqual([100, []]);
});

describe('lettrage quarantine', () => {
  const [monday, tuesday, wednesday] = days(3);
  if (monday === undefined || tuesday === undefined || wednesday === undefined) throw new Error('no days');
  const counted = camt('053', { ...tuesday, total: 2 });

  test('shows the reason, the place, the parser and the arrivals, and gives the bytes out', async () => {
    await night.send(counted);
    const folder = mkdtempSync(join(tmpdir(), 'lettrage-bytes-'));
    const bytes = join(folder, 'out.xml');
    const show = { ledger, sha256: sha256Of(counted).slice(0, 12), bytes };
    const shown = await said((output) => showSetAside({ context }, output, show));
    expect(shown.text).toMatch(
      /is quarantined[\s\S]*parser {3}ingest\/[\s\S]*arrived[\s\S]*ingest\.totals_mismatch[^\n]*line/,
    );
    expect(readFileSync(bytes, 'utf8')).toBe(counted);
    rmSync(folder, { recursive: true });
  });

  test('reads again what was set aside, after what it lacked was mended', async () => {
    const other = 'DE89370400440532013000';
    const file = camt('053', { ...monday, account: other });
    expect(await night.send(file)).toEqual(['quarantined ingest.account_unknown']);
    await night.register({}, other);
    const retried = await said((output) => retrySetAside({ context }, output, { ledger, files: [], all: true }));
    expect([retried.code, await night.stateOf(file)]).toEqual([0, 'published']);
  });

  test('publishes despite a doubt that a person overrules, and keeps who and why', async () => {
    expect(await night.send(camt('053', monday), counted)).toEqual(['published', 'quarantined ingest.totals_mismatch']);
    expect((await release(counted)).code).toBe(0);
    expect(await night.stateOf(counted)).toBe('published');
    const [statement] = await night.query<{ findings: unknown }>(
      `select findings from statement where sha256 = '${sha256Of(counted)}'`,
    );
    expect(statement?.findings).toMatchObject([{ code: 'ingest.totals_mismatch', severity: 'warn' }]);
    const [event] = await night.query<{ body: string }>(
      `select body from audit_event where body like '%statement_file.released%'`,
    );
    expect(JSON.parse(event?.body ?? '{}')).toMatchObject({
      actor: 'anne',
      details: { reason: 'checked with the bank' },
    });
    expect(await night.violations()).toEqual([]);
  });

  test('lets a gap in when a person says so; the missing day still finds its place', async () => {
    const late = camt('053', wednesday);
    expect(await night.send(camt('053', monday), late)).toEqual(['published', 'held ingest.statement_gap']);
    expect((await release(late)).code).toBe(0);
    expect([await night.stateOf(late), await night.violations()]).toEqual(['published', []]);
    expect(await night.send(camt('053', tuesday))).toEqual(['published']);
    expect(await night.violations()).toEqual([]);
    const order = await night.query<{ day: string }>(
      `select statement_date::text as day from statement order by statement_date, day_rank`,
    );
    expect(order.map((row) => row.day)).toEqual([monday.day, tuesday.day, wednesday.day]);
  });

  test('accepts a cross-check that differs as checked; the posted day stands', async () => {
    const other = mt940({ ...monday, entries: [{ amount: '3.00' }] });
    expect(await night.send(camt('053', monday), other)).toEqual([
      'published',
      'quarantined ingest.cross_check_differs',
    ]);
    expect((await release(other)).code).toBe(0);
    expect([await night.stateOf(other), await night.count('entry')]).toEqual(['cross_checked', 1]);
  });

  test('never publishes what does not add up or can not be read; a decision needs its reason', async () => {
    const wrong = camt('053', { ...monday, closing: '1.00' });
    await night.send(wrong);
    await expect(release(wrong)).rejects.toMatchObject({ refusal: { code: 'ledger.release_refused' } });
    await expect(release(wrong, 'discard', ' ')).rejects.toMatchObject({ refusal: { code: 'ledger.reason_missing' } });
    expect((await release(wrong, 'discard')).code).toBe(0);
    await expect(release(wrong)).rejects.toMatchObject({ refusal: { code: 'ledger.file_not_set_aside' } });
    expect([await night.count('entry'), await night.count('statement_file_chunk')]).toEqual([0, 1]);
  });
});

describe('a policy of the account', () => {
  const [monday, tuesday, wednesday] = days(3);
  if (monday === undefined || tuesday === undefined || wednesday === undefined) throw new Error('no days');

  test('lets gaps be: verify knows exactly these holes, and finds any other', async () => {
    await night.register({ onMissingStatement: 'publish' });
    expect(await night.send(camt('053', monday), camt('053', wednesday))).toEqual(['published', 'published']);
    expect(await night.violations()).toEqual([]);
    await asAdmin('update statement set gap_before_minor = 10101 where gap_before_minor = 10100');
    expect(await night.violations()).toHaveLength(1);
    await asAdmin('update statement set gap_before_minor = 10100 where gap_before_minor = 10101');
    expect(await night.send(camt('053', tuesday))).toEqual(['published']);
    expect(await night.violations()).toEqual([]);
  });

  test('is looked at again when it changes: what it held comes out', async () => {
    const late = camt('053', wednesday);
    expect(await night.send(camt('053', monday), late)).toEqual(['published', 'held ingest.statement_gap']);
    expect(await night.register({ onMissingStatement: 'publish' })).toBe('changed');
    expect(await night.query(`select queue from job where queue = 'publish' and state = 'waiting'`)).toHaveLength(1);
    expect(await night.send()).toEqual(['published']);
  });

  test('derives an absent balance', async () => {
    await night.register({ onAbsentBalance: 'publish' });
    const text = camt('053', { ...tuesday, opened: null });
    expect(await night.send(camt('053', monday), text)).toEqual(['published', 'published']);
    expect(await night.violations()).toEqual([]);
  });

  test('finds an account by another number that banks give it', async () => {
    await night.register({ aliases: ['37040044/532013000'] });
    expect(await night.send(mt940({ ...monday, account: '37040044/532013000' }))).toEqual(['published']);
    const elsewhere = openNight(context, 'elsewhere', { aliases: ['37040044/532013000'] });
    await expect(elsewhere).rejects.toMatchObject({ refusal: { code: 'ledger.bank_account_in_other_ledger' } });
    const twice = night.register({ aliases: ['37040044/532013000'] }, 'DE89370400440532013000');
    await expect(twice).rejects.toMatchObject({ refusal: { code: 'ledger.bank_account_alias_taken' } });
  });
});

test('1,000 statements of two companies, shuffled into 20 files: each posts its own and nothing of the other', async () => {
  const [one, two, three, four] = [
    'DE89370400440532013000',
    'DE12500105170648489890',
    'DE02120300000000202051',
    'GB82WEST12345698765432',
  ] as const;
  const company = async (code: string, first: string, second: string) => {
    const opened = await openNight(context, code, {}, first);
    await opened.register({}, second);
    return { opened, accounts: [first, second].toSorted() };
  };
  const files = [one, two, three, four].flatMap((iban) => Array.from({ length: 5 }, (_, part) => daysOf(iban, part)));
  const shuffled = files.toSorted((a, b) => (sha256Of(a) < sha256Of(b) ? -1 : 1));
  for (const { opened, accounts } of [await company('A', one, three), await company('B', two, four)]) {
    const outcomes = await opened.send(...shuffled);
    expect(outcomes.filter((outcome) => outcome === 'published')).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome.startsWith('quarantined ingest.account_unknown'))).toHaveLength(10);
    const booked = await opened.query<{ identifier: string; count: number }>(
      `select a.identifier, count(*)::int as count from statement s join bank_account a on a.id = s.bank_account_id
       group by a.identifier order by a.identifier collate "C"`,
    );
    expect(booked).toEqual(accounts.map((identifier) => ({ identifier, count: 250 })));
    expect(await opened.violations()).toEqual([]);
  }
});

/** 50 days of one account in one file, the parts following each other. */
const daysOf = (iban: string, part: number): string =>
  camt(
    '053',
    ...Array.from({ length: 50 }, (_, index) => {
      const number = part * 50 + index;
      const date = new Date(Date.UTC(2025, 0, 1 + number)).toISOString().slice(0, 10);
      return { account: iban, day: date, opening: `${number}.00`, entries: [{ amount: '1.00' }] };
    }),
  );

test('days that only together move nothing are published when both are there', async () => {
  const entry = (amount: string) => [{ amount, reference: amount }];
  const at = (day: string, opening: string, amount: string) =>
    camt('053', { account, day, opening, entries: entry(amount) });
  const around = [at('2026-03-02', '0.00', '500.00'), at('2026-03-05', '500.00', '1.00')];
  expect(await night.send(...around)).toEqual(['published', 'published']);
  const [up, down] = [at('2026-03-03', '500.00', '100.00'), at('2026-03-04', '600.00', '-100.00')];
  expect(await night.send(up)).toEqual(['held ingest.statement_out_of_chain']);
  expect(await night.send(down)).toEqual(['published', 'published']);
  expect([await night.count('entry'), await night.violations()]).toEqual([4, []]);
});
