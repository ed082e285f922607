import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { Client, Pool, PoolClient } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { connectClient } from '../../src/database/connect.ts';
import { AmbiguousCommit } from '../../src/ledger/transaction/ambiguous-commit.ts';
import { openPool } from '../../src/database/connections.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { createEmptyDatabase, type TestDatabase } from '../support/database.ts';
import { ledgerId } from '../support/ledger-id.ts';

const ledger = ledgerId(7);
let database: TestDatabase;
let admin: Client;

beforeAll(async () => {
  database = await createEmptyDatabase('transaction');
  admin = await connectClient(database.adminUrl);
  await database.ownerPool.query(`
    create table note (id integer primary key, text text not null);
    create table unique_late (id integer unique deferrable initially deferred);
    create table poison (id integer);
    create function end_own_connection() returns trigger language plpgsql as
      $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
    create constraint trigger at_commit after insert on poison deferrable initially deferred
      for each row execute function end_own_connection();
    grant all on note, unique_late, poison to public`);
});
afterEach(() => admin.query('truncate note, unique_late'));
afterAll(async () => {
  await admin.end();
  await database.drop();
});

const addNote = (tx: PoolClient, id: number): Promise<unknown> => tx.query(`insert into note values ($1, '')`, [id]);
const append = (tx: PoolClient, id: number, letter: string): Promise<unknown> =>
  tx.query('update note set text = text || $2 where id = $1', [id, letter]);
const lettersOf = async (): Promise<string[]> =>
  (await admin.query<{ text: string }>('select text from note order by id')).rows.map(({ text }) =>
    text
      .split('')
      .toSorted((a, b) => a.localeCompare(b))
      .join(''),
  );
const noteIds = async (): Promise<number[]> =>
  (await admin.query<{ id: number }>('select id from note order by id')).rows.map((note) => note.id);
const ledgerSeen = async (client: Pick<Pool, 'query'>): Promise<string | null | undefined> =>
  (await client.query<{ id: string | null }>(`select current_setting('app.ledger_id', true) as id`)).rows[0]?.id;
const fail = (state: string): string => `do $$ begin raise exception 'on purpose' using errcode = '${state}'; end $$`;

async function endConnectionOf(tx: PoolClient): Promise<void> {
  const own = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
  await admin.query('select pg_terminate_backend($1, 5000)', [own.rows[0]?.pid]);
}

describe('a transaction of a ledger', () => {
  test('commits what the work did, and answers what it returned', async () => {
    expect(await inLedger(database.pool, ledger, (tx) => addNote(tx, 1).then(() => 'done'))).toBe('done');
    expect(await noteIds()).toEqual([1]);
  });

  test('rolls back when the work throws, and throws the same error', async () => {
    const refusal = new Error('not like this');
    const refused = inLedger(database.pool, ledger, async (tx) => {
      await addNote(tx, 1);
      throw refusal;
    });
    await expect(refused).rejects.toBe(refusal);
    expect(await noteIds()).toEqual([]);
  });

  test('knows its ledger, and the connection forgets it with the end, however it ends', async () => {
    const pool = openPool(database.serviceUrl, { poolSize: 1 });
    expect(await inLedger(pool, ledger, ledgerSeen)).toBe('7');
    expect((await ledgerSeen(pool)) ?? '').toBe('');
    await expect(inLedger(pool, ledger, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect((await ledgerSeen(pool)) ?? '').toBe('');
    await pool.end();
  });

  test('that passed over a failed statement is an error, not a silent rollback', async () => {
    const careless = inLedger(database.pool, ledger, async (tx) => {
      await addNote(tx, 1);
      await tx.query('select * from no_such_table').catch(() => undefined);
    });
    await expect(careless).rejects.toThrow('rolled back');
    expect(await noteIds()).toEqual([]);
  });

  test('refused by a deferred constraint at COMMIT is rolled back, and known to be', async () => {
    const refused = inLedger(database.pool, ledger, (tx) => tx.query('insert into unique_late values (1), (1)'));
    await expect(refused).rejects.toMatchObject({ code: '23505' });
    expect((await admin.query('select from unique_late')).rowCount).toBe(0);
  });
});

describe('a transaction that lost a conflict', () => {
  test('is run again after a deadlock: both competitors succeed', async () => {
    await admin.query(`insert into note values (1, ''), (2, '')`);
    let tries = 0;
    const inOrder = (first: number, second: number, letter: string): Promise<void> =>
      inLedger(database.pool, ledger, async (tx) => {
        tries += 1;
        await append(tx, first, letter);
        if (tries <= 2) await sleep(200);
        await append(tx, second, letter);
      });
    await Promise.all([inOrder(1, 2, 'a'), inOrder(2, 1, 'b')]);
    expect(await lettersOf()).toEqual(['ab', 'ab']);
    expect(tries).toBeGreaterThan(2);
  });

  test('is run again after a serialization failure: no update is lost', async () => {
    await admin.query(`insert into note values (1, '')`);
    const serializable = new URL(database.serviceUrl);
    serializable.searchParams.set('options', '-c default_transaction_isolation=serializable');
    const pool = openPool(serializable.href);
    let tries = 0;
    const appendToSeen = (letter: string): Promise<void> =>
      inLedger(pool, ledger, async (tx) => {
        tries += 1;
        const note = await tx.query<{ text: string }>('select text from note where id = 1');
        await sleep(50);
        await tx.query('update note set text = $1 where id = 1', [`${note.rows[0]?.text}${letter}`]);
      });
    await Promise.all(['a', 'b', 'c'].map(appendToSeen));
    expect(await lettersOf()).toEqual(['abc']);
    expect(tries).toBeGreaterThan(3);
    await pool.end();
  });

  test('is run again when Drizzle has wrapped the failure', async () => {
    let tries = 0;
    await inLedger(database.pool, ledger, async (tx) => {
      tries += 1;
      if (tries === 1) await drizzle(tx).execute(sql.raw(fail('40001')));
    });
    expect(tries).toBe(2);
  });

  test.each([
    ['40001', 5],
    ['40P01', 5],
    ['23505', 5],
    ['23503', 1],
    ['55P03', 1],
    ['57014', 1],
  ])('that always fails with %s is tried %d time(s), then thrown', async (state, expectedTries) => {
    let tries = 0;
    const failing = inLedger(database.pool, ledger, async (tx) => {
      tries += 1;
      await addNote(tx, tries);
      await tx.query(fail(state));
    });
    await expect(failing).rejects.toMatchObject({ code: state });
    expect(tries).toBe(expectedTries);
    expect(await noteIds()).toEqual([]);
  });
});

describe('a connection that is ended', () => {
  test('in the middle of the work makes it run again, once in effect', async () => {
    let tries = 0;
    await inLedger(database.pool, ledger, async (tx) => {
      tries += 1;
      await addNote(tx, 1);
      if (tries === 1) await endConnectionOf(tx);
      await addNote(tx, 2);
    });
    expect(tries).toBe(2);
    expect(await noteIds()).toEqual([1, 2]);
  });

  test('after the last statement, before COMMIT, is no ambiguity', async () => {
    let tries = 0;
    await inLedger(database.pool, ledger, async (tx) => {
      tries += 1;
      await addNote(tx, 1);
      if (tries > 1) return;
      await endConnectionOf(tx);
      // Time for the news to arrive.
      await sleep(100);
    });
    expect(tries).toBe(2);
    expect(await noteIds()).toEqual([1]);
  });

  test('during COMMIT is ambiguous, and the work is not run again', async () => {
    let tries = 0;
    const ambiguous = inLedger(database.pool, ledger, async (tx) => {
      tries += 1;
      await tx.query('insert into poison values (1)');
    });
    await expect(ambiguous).rejects.toThrow(AmbiguousCommit);
    expect(tries).toBe(1);
  });

  test('does not come back into the pool, and does not use it up', async () => {
    const pool = openPool(database.serviceUrl, { poolSize: 1 });
    const poison = (): Promise<unknown> => inLedger(pool, ledger, (tx) => tx.query('insert into poison values (1)'));
    for (let count = 0; count < 3; count += 1) await expect(poison()).rejects.toThrow(AmbiguousCommit);
    await inLedger(pool, ledger, (tx) => addNote(tx, 3));
    expect(await noteIds()).toEqual([3]);
    await pool.end();
  });

  test('by a server that ends every connection is thrown after five tries', async () => {
    let tries = 0;
    const server = createServer((socket) => {
      tries += 1;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const pool = openPool(`postgres://service:secret@127.0.0.1:${port}/books`);
    await expect(inLedger(pool, ledger, async () => undefined)).rejects.toThrow('terminated');
    expect(tries).toBe(5);
    await pool.end();
    server.close();
  });

  test('in the same breath as the greeting does not end the process, and is tried again', async () => {
    let tries = 0;
    const message = (type: string, body: Buffer): Buffer => {
      const head = Buffer.alloc(5, type);
      head.writeInt32BE(body.length + 4, 1);
      return Buffer.concat([head, body]);
    };
    const greeting = Buffer.concat([
      message('R', Buffer.alloc(4)),
      message('Z', Buffer.from('I')),
      message('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection\0\0')),
    ]);
    const server = createServer((socket) => {
      tries += 1;
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(greeting));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const pool = openPool(`postgres://service:secret@127.0.0.1:${port}/books`);
    await expect(inLedger(pool, ledger, async () => undefined)).rejects.toThrow('connection error');
    expect(tries).toBe(5);
    await pool.end();
    server.close();
  });
});
