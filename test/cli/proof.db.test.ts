/** The proof of the books as an outsider asks for it: with a head of the chain that was kept elsewhere. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectClient } from '../../src/database/connect.ts';
import type { LedgerId } from '../../src/domain/ids.ts';
import { genesisHash } from '../../src/ledger/audit.ts';
import { rebuildState } from '../../src/ledger/queries/rebuild-state.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { enterItems, openBooks, publishPayments, runDecisions } from '../support/books.ts';
import { commandLineOf } from '../support/cli.ts';
import { createTestDatabase } from '../support/database.ts';
import { random } from '../support/random.ts';

const database = await createTestDatabase('proof');
const folder = mkdtempSync(join(tmpdir(), 'lettrage-proof-'));
let books: LedgerId;
let admin: Client;

const run = commandLineOf(database.serviceUrl, 'proof');

beforeAll(async () => {
  books = await openBooks(database.pool, 'proof', 'PROOF');
  expect((await run('audit', 'head', '--ledger', 'proof')).exitCode).toBe(0);
  await enterItems(database.pool, books, [
    { number: 'F-1', customer: 'C1', amount: '100.00' },
    { number: 'F-2', customer: 'C1', amount: '50.00' },
    { number: 'F-3', customer: 'C2', amount: '70.00' },
  ]);
  const statement = { account: 'PROOF', content: 'proof', opening: '0.00', closedOn: '2026-03-02' };
  await publishPayments(database.pool, books, statement, [
    { name: 'P-1', amount: '100.00', bookedOn: '2026-03-02' },
    { name: 'P-2', amount: '70.00', bookedOn: '2026-03-02' },
    { name: 'P-3', amount: '5.00', bookedOn: '2026-03-02' },
  ]);
  await runDecisions(database.pool, books, [
    { payment: 'P-1', amount: '100.00', customer: 'C1', item: 'F-1', reason: null },
    { payment: 'P-2', amount: '70.00', customer: 'C2', item: 'F-3', reason: 'not_certain' },
  ]);
  admin = await connectClient(database.adminUrl);
  // Past every wall: as who owns the machine.
  await admin.query('set session_replication_role = replica');
});
afterAll(async () => {
  await admin.end();
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** Damages the books, looks, and puts every table back as it was. */
async function damaged<T>(damage: string | (() => Promise<unknown>), look: () => Promise<T>): Promise<T> {
  const tables = ['audit_event', 'audit_head', 'payment', 'open_item', 'lettering_counter', 'lettering', 'posting'];
  for (const table of tables) await admin.query(`create temp table saved_${table} as table ${table}`);
  try {
    if (typeof damage === 'string') expect((await admin.query(damage)).rowCount).toBeGreaterThan(0);
    else await damage();
    return await look();
  } finally {
    for (const table of tables) {
      await admin.query(`delete from ${table}`);
      await admin.query(`insert into ${table} table saved_${table}`);
      await admin.query(`drop table saved_${table}`);
    }
  }
}

const cutTail = `with cut as (delete from audit_event where sequence > 3 returning 1)
  update audit_head h set sequence = 3, hash = e.hash from audit_event e where e.ledger_id = h.ledger_id and e.sequence = 3`;

describe('the head of the audit chain', () => {
  test('is printed for keeping, and verify finds it again in what was written after', async () => {
    const { out: kept } = await run('audit', 'head');
    expect(kept).toMatch(/^\d+:[0-9a-f]{64} 2026-03-31T08:15:00\.000Z\n$/);
    const json = JSON.parse((await run('audit', 'head', '--json')).out) as Record<string, string>;
    expect(`${json['sequence']}:${json['hash']} ${json['at']}\n`).toBe(kept);
    for (const [name, content] of [
      ['head.txt', kept],
      ['head.json', JSON.stringify(json)],
    ] as const) {
      writeFileSync(join(folder, name), content);
      expect(await run('verify', '--anchor', join(folder, name))).toMatchObject({ exitCode: 0 });
    }
    const { rows } = await admin.query<{ hash: string }>('select hash from audit_event where sequence = 2');
    expect(await run('verify', '--anchor', `2:${rows[0]?.hash}`)).toMatchObject({ exitCode: 0 });
  });

  test('is missed where the end of the chain was cut off, and the head with it', async () => {
    const { out: kept } = await run('audit', 'head');
    const [anchor = ''] = kept.split(' ');
    await damaged(cutTail, async () => {
      const { exitCode, out } = await run('verify', '--anchor', anchor);
      expect(exitCode).toBe(1);
      expect(out).toContain(
        `anchor ${anchor.split(':')[0]}: hash(n) covers hash(n-1) and the body: is not in the chain`,
      );
    });
  });

  test.each(['7', `7:${'f'.repeat(63)}`, 'no-such-file'])('an anchor such as %s is refused', async (anchor) => {
    expect(await run('verify', '--anchor', anchor)).toMatchObject({ exitCode: 1, out: '' });
  });

  test('a file with something else is refused', async () => {
    writeFileSync(join(folder, 'other.txt'), 'hello');
    const { exitCode, told } = await run('verify', '--anchor', join(folder, 'other.txt'));
    expect([exitCode, told]).toEqual([1, expect.stringContaining('has no head of an audit chain')]);
  });
});

test('20 random edits of the stored chain are all found', async () => {
  const seed = process.env['TAMPER_SEED'] ?? 'stored-1';
  const dice = random(seed);
  const { rows } = await admin.query<{ sequence: bigint; length: number }>(
    'select sequence, length(body)::int as length from audit_event order by sequence',
  );
  const last = rows.at(-1)?.sequence ?? 0n;
  const head = (await verifyLedger(database.pool, books)).auditHead;
  const digit = (column: string, at: number) =>
    `${column} = overlay(${column} placing translate(substr(${column}, ${at}, 1), '0123456789abcdef', '123456789abcdef0') from ${at})`;
  const edits: readonly ((row: (typeof rows)[number]) => string)[] = [
    ({ sequence, length }) => {
      const at = 1 + dice.below(length);
      return `update audit_event set body = overlay(body placing case substr(body, ${at}, 1) when 'x' then 'y' else 'x' end from ${at}) where sequence = ${sequence}`;
    },
    ({ sequence }) => `update audit_event set ${digit('hash', 1 + dice.below(64))} where sequence = ${sequence}`,
    ({ sequence }) =>
      `update audit_event set ${digit('previous_hash', 1 + dice.below(64))} where sequence = ${sequence}`,
    ({ sequence }) => `delete from audit_event where sequence = ${sequence}`,
    ({ sequence }) =>
      `update audit_event a set (body, previous_hash, hash) = (b.body, b.previous_hash, b.hash) from audit_event b
       where a.ledger_id = b.ledger_id and a.sequence in (${sequence}, ${(sequence % last) + 1n})
         and b.sequence in (${sequence}, ${(sequence % last) + 1n}) and a.sequence <> b.sequence`,
    ({ sequence }) =>
      `with cut as (delete from audit_event where sequence >= ${sequence} returning 1)
       update audit_head h set sequence = ${sequence - 1n}, hash = coalesce((select hash from audit_event e
         where e.ledger_id = h.ledger_id and e.sequence = ${sequence - 1n}), '${genesisHash}')`,
  ];
  for (let index = 0; index < 20; index += 1) {
    const edit = edits[index % edits.length]?.(dice.pick(rows)) ?? '';
    const { violations } = await damaged(edit, () => verifyLedger(database.pool, books, head));
    const said = `TAMPER_SEED=${seed}: edit ${index}: ${edit}`;
    expect(
      violations.map(({ equation }) => equation),
      said,
    ).toContain('audit_chain_whole');
  }
});

describe('the current state, rebuilt', () => {
  const lastOf = (table: string) => `ctid = (select max(ctid) from ${table})`;
  test.each([
    [
      'payment: unapplied and status',
      `update payment set status = 'received', review_reason = null where review_reason = 'not_certain'`,
    ],
    [
      'payment: unapplied and status',
      `update payment set status = 'in_review', review_reason = 'not_certain' where status = 'received'`,
    ],
    ['payment: unapplied and status', `update payment set unapplied_minor = 1 where amount_minor = 500`],
    ['open item: residual', `update open_item set residual_minor = residual_minor - 1 where document_number = 'F-2'`],
    [
      'open item of the ERP: amount',
      `update open_item set amount_minor = amount_minor + 1, residual_minor = residual_minor + 1,
        imported_residual_minor = imported_residual_minor + 1 where document_number = 'F-2'`,
    ],
    ['open item of the ERP: amount', `delete from open_item where document_number = 'F-2'`],
    [
      'open items of a posting: amount',
      `insert into open_item select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'kind', 'on_account',
        'side', 'credit', 'document_number', 'X', 'origin_posting_id', (select min(id::text) from posting)))).*
        from open_item i where document_number = 'F-2'`,
    ],
    ['open item: disputed', `update open_item set disputed_minor = 1 where document_number = 'F-2'`],
    [
      'lettering counter: last number',
      `update lettering_counter set last_number = last_number + 1 where ${lastOf('lettering_counter')}`,
    ],
    ['lettering counter: last number', `delete from lettering_counter where last_number > 0`],
  ])('%s: %s', async (state, damage) => {
    const rebuilt = () => inLedger(database.pool, books, (tx) => rebuildState(tx, books), 'snapshot');
    expect(await rebuilt()).toEqual([]);
    expect((await damaged(damage, rebuilt)).map((difference) => difference.state)).toContain(state);
  });

  test('and a posting that nobody was told of is found', async () => {
    const untold = `insert into posting select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid()))).* from posting p
      where source = 'entry' limit 1`;
    const { violations } = await damaged(untold, () => verifyLedger(database.pool, books));
    expect(violations.map(({ check }) => check)).toContain('every posting is told of in the chain, once');
  });
});
