import fc from 'fast-check';
import { to as copyTo } from 'pg-copy-streams';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyIn } from '../../src/ledger/copy-in.ts';
import { readCopyRows, type CopyValue } from '../../src/ledger/copy-text.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { ledgerId } from '../support/ledger-id.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('copy');
});
afterAll(() => database.drop());

const texts = fc.array(fc.option(fc.string({ unit: 'binary', maxLength: 40 })), { maxLength: 50 });
const awkward = ['', '\\N', '\\.', '\t', '\n', '\r\n', 'a\\b', '\\\\', null, '\b\f\v', '🦊'];

async function roundTrip(rows: readonly CopyValue[]): Promise<readonly (string | null)[]> {
  return inLedger(database.pool, ledgerId(1), async (tx) => {
    await tx.query('create temp table copied (position int, text text) on commit drop');
    const copy = copyIn(tx, 'copied (position, text)');
    for (const [position, text] of rows.entries()) await copy.add([position, text]);
    await copy.end();
    const back: (string | null)[] = [];
    const out = tx.query(copyTo('copy (select text from copied order by position) to stdout'));
    for await (const rows of readCopyRows(out)) back.push(...rows.map(([text]) => text ?? null));
    return back;
  });
}

test('texts come back as they went in, whatever is in them', async () => {
  expect(await roundTrip(awkward)).toEqual(awkward);
  await fc.assert(
    fc.asyncProperty(texts, async (rows) => {
      // PostgreSQL stores no NUL: it becomes the replacement character, and is not dropped.
      expect(await roundTrip(rows)).toEqual(rows.map((text) => text?.replaceAll('\0', '�') ?? null));
    }),
    { numRuns: 40 },
  );
});

test('a row that the database refuses is told at the end, and the connection serves on', async () => {
  const refused = inLedger(database.pool, ledgerId(1), async (tx) => {
    const copy = copyIn(tx, 'staged_entry (ledger_id)');
    await copy.add(['not a number']);
    await copy.end();
  });
  await expect(refused).rejects.toThrow(/invalid input syntax for type integer/);
  expect(await roundTrip(['after'])).toEqual(['after']);
});

test('a COPY that is given up leaves nothing', async () => {
  const given = inLedger(database.pool, ledgerId(1), async (tx) => {
    const copy = copyIn(tx, 'staged_decision (ledger_id, match_run_id, payment_id, booking_date, action, certificate)');
    await copy.add([
      1,
      '11111111-1111-8111-8111-111111111111',
      '11111111-1111-8111-8111-111111111111',
      '2026-03-02',
      'apply',
      '{}',
    ]);
    copy.abort(new Error('no more of it'));
    throw new Error('given up');
  });
  await expect(given).rejects.toThrow('given up');
  expect((await database.pool.query('select 1 from staged_decision')).rowCount).toBe(0);
});
