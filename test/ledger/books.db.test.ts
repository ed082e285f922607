/** The walls around the books: what the service's role can't do, what one ledger can't see, what `verify` finds. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoFolders } from '../../src/cli/commands/demo.ts';
import { night } from '../../src/cli/commands/night.ts';
import { countForPlanner } from '../../src/ledger/commands/count-for-planner.ts';
import { ensureLedger } from '../../src/ledger/commands/register.ts';
import { registerBankAccount } from '../../src/ledger/commands/register-bank-account.ts';
import { LedgerError } from '../../src/ledger/errors.ts';
import { verifyLedger, type Equation } from '../../src/ledger/queries/verify.ts';
import { appendOnlyTables, stateTables } from '../../src/ledger/schema.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { contentId } from '../../src/ledger/content-id.ts';
import type { CurrencyCode } from '../../src/domain/currency.ts';
import { openThreads } from '../../src/workers/threads.ts';
import { connectClient } from '../../src/database/connect.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { ledgerId } from '../support/ledger-id.ts';
import { silentOutput, stoppedClock, testContext } from '../support/work.ts';

let database: TestDatabase;
const books = ledgerId(1);
const act = { actor: 'test', now: stoppedClock };

beforeAll(async () => {
  database = await createTestDatabase('books');
  const threads = openThreads(1);
  const context = testContext(database, threads);
  for (const folder of (await demoFolders()).slice(0, 3)) {
    await night({ context }, silentOutput, { ledger: 'demo', folder });
  }
  await threads.close();
});
afterAll(() => database.drop());

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : error);
const insufficientPrivilege = '42501';

describe('facts', () => {
  test.each(appendOnlyTables)('%s takes no UPDATE, DELETE or TRUNCATE from the service', async (table) => {
    for (const statement of [
      `update ${table} set ledger_id = ledger_id`,
      `delete from ${table}`,
      `truncate ${table}`,
    ]) {
      const refused = await inLedger(database.pool, books, (tx) => tx.query(statement)).catch(codeOf);
      expect(refused, statement).toBe(insufficientPrivilege);
    }
  });

  test.each(['payment', 'open_item', 'customer', 'audit_head', 'lettering_counter'])(
    '%s is never deleted',
    async (table) => {
      const refused = await inLedger(database.pool, books, (tx) => tx.query(`delete from ${table}`)).catch(codeOf);
      expect(refused).toBe(insufficientPrivilege);
    },
  );
});

test('the planner is told how many rows there are, at the wish of the service and of nobody else', async () => {
  const counted = async () => {
    const { rows } = await database.ownerPool.query<{ rows: number }>(
      `select reltuples::int as rows from pg_class where oid = 'payment'::regclass`,
    );
    return rows[0]?.rows;
  };
  await database.ownerPool.query('analyze payment');
  const { rows: added } = await inLedger(database.pool, books, (tx) =>
    tx.query<{ count: number }>('select count(*)::int as count from payment'),
  );
  const admin = await connectClient(database.adminUrl);
  await admin.query(`update pg_class set reltuples = -1 where oid = 'payment'::regclass`);
  const { rows: open } = await admin.query(
    `select from pg_proc, aclexplode(proacl) a where proname = 'count_for_planner' and a.grantee = 0`,
  );
  await admin.end();
  expect(open).toEqual([]);
  await countForPlanner(database.pool);
  expect(await counted()).toBe(added[0]?.count);
});

describe('row-level security', () => {
  test.each([...appendOnlyTables, ...stateTables])(
    '%s is forced, and shows nothing to a transaction of no ledger',
    async (table) => {
      const { rows } = await database.ownerPool.query<{ enabled: boolean; forced: boolean }>(
        'select relrowsecurity as enabled, relforcerowsecurity as forced from pg_class where oid = $1::regclass',
        [table],
      );
      expect(rows).toEqual([{ enabled: true, forced: true }]);
      for (const pool of [database.pool, database.ownerPool]) {
        expect((await pool.query(`select 1 from ${table} limit 1`)).rowCount).toBe(0);
      }
    },
  );

  test('another ledger sees none of the rows and can add none to them', async () => {
    const other = await ensureLedger(database.pool, 'other', 'Another company');
    for (const table of [...appendOnlyTables, ...stateTables]) {
      const { rowCount } = await inLedger(database.pool, other, (tx) => tx.query(`select 1 from ${table} limit 1`));
      expect(rowCount, table).toBe(0);
    }
    const intrusion = inLedger(database.pool, other, (tx) =>
      tx.query(`insert into customer (ledger_id, id, code, name) values ($1, gen_random_uuid(), 'X', 'X')`, [books]),
    );
    expect(await intrusion.catch(codeOf)).toBe(insufficientPrivilege);
  });

  test('a bank account belongs to one ledger only', async () => {
    const other = await ensureLedger(database.pool, 'other', 'Another company');
    const account = {
      identifier: 'FR7690817000420002148760545',
      currency: 'EUR' as CurrencyCode,
      name: 'A',
      glAccount: '512100',
    };
    const refused = registerBankAccount(database.pool, other, account, act);
    await expect(refused).rejects.toThrow(LedgerError);
    await expect(refused).rejects.toMatchObject({ refusal: { code: 'ledger.bank_account_in_other_ledger' } });
  });
});

describe('content ids', () => {
  test.each(['', 'entry|1|é|0', 'payment|8d1f|3', '漢字'])('are the same in TypeScript and SQL: %s', async (key) => {
    const { rows } = await database.pool.query<{ id: string }>('select content_id($1) as id', [key]);
    expect(rows[0]?.id).toBe(contentId(key));
  });
});

describe('verify', () => {
  // By a superuser who goes round every wall, one row at a time, and back again.
  const damages: readonly (readonly [string, Equation, string])[] = [
    [
      'an entry one cent larger',
      'statement_proves',
      `update entry set amount_minor = amount_minor + 1 where id = (select min(id::text)::uuid from entry)`,
    ],
    [
      'an entry on the other side',
      'statement_proves',
      `update entry set side = case side when 'credit' then 'debit' else 'credit' end where id = (select min(id::text)::uuid from entry where amount_minor > 0)`,
    ],
    [
      'a statement that opens elsewhere',
      'statement_proves',
      `update statement set opening_minor = opening_minor + 1, closing_minor = closing_minor + 1 where id = (select min(id::text)::uuid from statement)`,
    ],
    [
      'credits and debits both a cent larger',
      'statement_proves',
      `update statement set credits_minor = credits_minor + 1, debits_minor = debits_minor + 1 where id = (select min(id::text)::uuid from statement)`,
    ],
    [
      'other bytes of a file',
      'statement_proves',
      `update statement_file_chunk set bytes = bytes || 'x'::bytea where sha256 = (select min(sha256) from statement_file_chunk)`,
    ],
    [
      'more taken over by the ERP than it said',
      'item_adds_up',
      `update open_item set acknowledged_minor = acknowledged_minor + 5 where id = (select min(open_item_id::text)::uuid from allocation)`,
    ],
    [
      'a letter said to be partial',
      'postings_balance',
      `update lettering_event set kind = 'partly_lettered' where lettering_id = (select min(id::text)::uuid from lettering)`,
    ],
    [
      'a payment one cent larger',
      'payment_adds_up',
      `update payment set amount_minor = amount_minor + 1 where id = (select min(id::text)::uuid from payment)`,
    ],
    [
      'a payment unapplied again',
      'payment_adds_up',
      `update payment set unapplied_minor = amount_minor where id = (select min(payment_id::text)::uuid from allocation)`,
    ],
    [
      'a payment that waits said to be applied',
      'payment_adds_up',
      `update payment set status = 'applied', review_reason = null
       where id = (select min(id::text)::uuid from payment where unapplied_minor > 0)`,
    ],
    [
      'a difference that the run did not decide',
      'item_adds_up',
      `update match_decision set write_off_minor = 1, write_off_kind = 'rounding'
       where payment_id = (select min(payment_id::text)::uuid from allocation)`,
    ],
    [
      'an allocation removed',
      'item_adds_up',
      `delete from allocation where id = (select min(id::text)::uuid from allocation)`,
    ],
    [
      'an allocation one cent smaller',
      'item_adds_up',
      `update allocation set amount_minor = amount_minor - 1 where id = (select min(id::text)::uuid from allocation)`,
    ],
    [
      'an item with less left',
      'item_adds_up',
      `update open_item set residual_minor = residual_minor - 1 where id = (select min(id::text)::uuid from open_item where residual_minor > 0)`,
    ],
    [
      'a posting line one cent off',
      'postings_balance',
      `update posting_line set amount_minor = amount_minor + 1 where (posting_id, line_index) = (select posting_id, line_index from posting_line order by posting_id, line_index limit 1)`,
    ],
    [
      'posting lines of no posting',
      'postings_balance',
      `update posting_line set posting_id = gen_random_uuid() where posting_id = (select min(posting_id::text)::uuid from posting_line)`,
    ],
    [
      'an event of no letter group',
      'postings_balance',
      `insert into lettering_event select (jsonb_populate_record(v, jsonb_build_object('lettering_id', gen_random_uuid(),
         'kind', 'unlettered', 'lettering_date', null))).* from lettering_event v limit 1`,
    ],
    [
      'an allocation of no letter group',
      'postings_balance',
      `update allocation set lettering_id = gen_random_uuid() where id = (select min(id::text)::uuid from allocation)`,
    ],
    [
      'an entry of no statement',
      'statement_proves',
      `insert into entry select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'statement_id', gen_random_uuid(),
         'fingerprint', repeat('0', 64), 'amount_minor', 0))).* from entry e limit 1`,
    ],
    [
      'a payment of no entry',
      'payment_adds_up',
      `insert into payment select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'entry_id', gen_random_uuid(),
         'amount_minor', 0, 'unapplied_minor', 0, 'status', 'applied', 'review_reason', null))).* from payment p limit 1`,
    ],
    [
      'a posting under another letter',
      'postings_balance',
      `update posting_line set lettering_id = (select max(id::text)::uuid from lettering) where posting_id = (select posting_id from posting_line where lettering_id = (select min(id::text)::uuid from lettering)) and lettering_id is not null`,
    ],
    [
      'a letter code counted twice',
      'postings_balance',
      `update lettering_counter set last_number = last_number - 1 where customer_id = (select min(customer_id::text)::uuid from lettering)`,
    ],
    [
      'an audit event edited',
      'audit_chain_whole',
      `update audit_event set body = replace(body, 'EUR', 'USD') where sequence = (select max(sequence) from audit_event where body like '%EUR%')`,
    ],
    ['an audit event removed', 'audit_chain_whole', `delete from audit_event where sequence = 2`],
    [
      'the last audit event removed',
      'audit_chain_whole',
      `delete from audit_event where sequence = (select max(sequence) from audit_event)`,
    ],
    [
      'two audit events swapped',
      'audit_chain_whole',
      `update audit_event a set body = b.body from audit_event b where a.sequence + b.sequence = 5 and a.sequence in (2, 3) and b.ledger_id = a.ledger_id`,
    ],
  ];

  test('finds nothing in whole books', async () => {
    expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
  });

  test.each(damages)('finds %s', async (_name, equation, damage) => {
    const admin = await connectClient(database.adminUrl);
    try {
      // Everything the damage touches is put back: a copy of the tables aside.
      const tables = [
        'entry',
        'statement',
        'payment',
        'allocation',
        'match_decision',
        'open_item',
        'posting_line',
        'lettering_counter',
        'lettering_event',
        'statement_file_chunk',
        'audit_event',
      ];
      await admin.query(`set session_replication_role = replica`);
      for (const table of tables) await admin.query(`create temp table saved_${table} as table ${table}`);
      const damaged = await admin.query(damage);
      expect(damaged.rowCount).toBeGreaterThan(0);
      const { violations } = await verifyLedger(database.pool, books);
      expect(violations.map((violation) => violation.equation)).toContain(equation);
      for (const table of tables) {
        await admin.query(`delete from ${table}`);
        await admin.query(`insert into ${table} table saved_${table}`);
      }
      expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
    } finally {
      await admin.end();
    }
  });
});
