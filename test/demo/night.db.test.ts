/** The demo nights, end to end on a database: every case decided as labelled, and the same books however they come. */
import { cpSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { night } from '../../src/cli/commands/night.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import type { LedgerId } from '../../src/domain/ids.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { openThreads, type Threads } from '../../src/workers/threads.ts';
import { checkCertificate } from '../../src/matching/check-certificate.ts';
import type { MatchCertificate } from '../../src/domain/match.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { dumpDatabase, firstDifference } from '../support/dump.ts';
import { silentOutput, testContext } from '../support/work.ts';
import { expected, type ExpectedPayment } from './expected-decisions.ts';

const demo = fileURLToPath(new URL('../../fixtures/bank/demo', import.meta.url));
const nights = readdirSync(demo)
  .filter((name) => name.startsWith('night-'))
  .toSorted();

let threads: Threads;
const databases: TestDatabase[] = [];
beforeAll(() => {
  threads = openThreads(2);
});
afterAll(async () => {
  await threads.close();
  for (const database of databases) await database.drop();
});

async function booksAfter(folders: readonly string[], options: { chunkSize?: number } = {}): Promise<TestDatabase> {
  const database = await createTestDatabase('nights');
  databases.push(database);
  const context = testContext(database, threads, options);
  for (const folder of folders) {
    for (const name of ['', ...nights])
      await night({ context }, silentOutput, { ledger: 'demo', folder: join(folder, name) });
  }
  return database;
}

type Decided = Omit<ExpectedPayment, 'night' | 'scenario' | 'rank'>;
const ledgerId = 1 as LedgerId;

describe('the demo nights', () => {
  let database: TestDatabase;
  let whole = '';
  beforeAll(async () => {
    database = await booksAfter([demo]);
    whole = await dumpDatabase(database.adminUrl);
  });

  test('decide every payment as labelled, on the night it came', async () => {
    const { rows } = await inLedger(database.pool, ledgerId, (tx) => tx.query<Decided>(decided));
    const lineOf = ({
      account,
      bookingDate,
      amount,
      endToEndId,
      firstRemittanceLine,
      action,
      reason,
      settles,
    }: Decided) =>
      [
        account,
        bookingDate,
        amount,
        endToEndId ?? '',
        firstRemittanceLine ?? '',
        action,
        reason ?? '',
        ...settles.map(({ documentNumber, cleared }) => `${documentNumber}=${cleared}`).toSorted(),
      ].join(' | ');
    expect(rows.map(lineOf).toSorted()).toEqual(expected.payments.map(lineOf).toSorted());
  });

  test('prove: the five equations hold', async () => {
    const { violations, checkedCounts } = await verifyLedger(database.pool, ledgerId);
    expect(violations).toEqual([]);
    expect(Math.min(...Object.values(checkedCounts))).toBeGreaterThan(0);
  });

  test('leave a whole certificate for every decision', async () => {
    const { rows } = await inLedger(database.pool, ledgerId, (tx) =>
      tx.query<{ certificate: MatchCertificate; action: string }>('select certificate, action from match_decision'),
    );
    expect(rows.length).toBeGreaterThan(100);
    for (const { certificate, action } of rows) {
      expect(certificate.action).toBe(action);
      expect(checkCertificate(certificate)).toEqual([]);
    }
  });

  test('leave the same books when the whole of it runs twice', async () => {
    const twice = await booksAfter([demo, demo]);
    expect(firstDifference(whole, await dumpDatabase(twice.adminUrl))).toBeNull();
  });

  test('leave the same books when the files are renamed and come in another order', async () => {
    const renamed = mkdtempSync(join(tmpdir(), 'lettrage-renamed-'));
    cpSync(demo, renamed, { recursive: true });
    for (const night of nights) {
      const files = readdirSync(join(renamed, night)).filter((name) => /\.(xml|sta)$/.test(name));
      for (const [index, name] of files.entries()) {
        renameSync(
          join(renamed, night, name),
          join(renamed, night, `${String(99 - index)} drop é${extname(name) === '.xml' ? '.txt' : ''}`),
        );
      }
    }
    const database = await booksAfter([renamed]);
    rmSync(renamed, { recursive: true });
    expect(firstDifference(whole, await dumpDatabase(database.adminUrl))).toBeNull();
  });

  test('leave the same money when the runs are cut into other chunks', async () => {
    const tables = ['allocation', 'payment', 'open_item', 'posting_line', 'lettering'];
    const money = (dump: string) => tables.map((table) => sectionOf(dump, table)).join('\n');
    const small = await booksAfter([demo], { chunkSize: 3 });
    expect(firstDifference(money(whole), money(await dumpDatabase(small.adminUrl)))).toBeNull();
  });
});

const sectionOf = (dump: string, table: string): string => {
  const start = dump.indexOf(`-- ${table}: `);
  const end = dump.indexOf('\n-- ', start);
  return dump.slice(start, end === -1 ? undefined : end);
};

const decided = `
  select b.identifier as account, p.booking_date::text as "bookingDate",
    (case p.side when 'credit' then 1 else -1 end * p.amount_minor / 100.0)::numeric(18, 2)::text as amount,
    p.end_to_end_id as "endToEndId", p.remittance[1] as "firstRemittanceLine",
    case when d.action is null and k.kind = 'return_payment' then 'return' else d.action end as action, d.reason, coalesce((
      select jsonb_agg(jsonb_build_object('documentNumber', i.document_number, 'cleared', (a.amount_minor / 100.0)::numeric(18, 2)::text))
      from allocation a join open_item i on i.ledger_id = a.ledger_id and i.id = a.open_item_id
      where a.ledger_id = p.ledger_id and a.payment_id = p.id), '[]') as settles
  from payment p join entry e on e.ledger_id = p.ledger_id and e.id = p.entry_id
  join bank_account b on b.ledger_id = e.ledger_id and b.id = e.bank_account_id
  left join lateral (
    select m.action, m.reason from match_decision m
    join match_run r on r.ledger_id = m.ledger_id and r.id = m.match_run_id
    where m.ledger_id = p.ledger_id and m.payment_id = p.id order by r.run_number limit 1) d on true
  left join lateral (
    select c.kind from posting o join command c on c.ledger_id = o.ledger_id and c.id = o.source_id
    where o.ledger_id = p.ledger_id and o.payment_id = p.id and o.source = 'command' limit 1) k on true`;
