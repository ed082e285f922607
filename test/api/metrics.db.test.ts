/** What Prometheus reads: figures by ledger and route, and no name. */
import { afterAll, expect, test } from 'vitest';
import { createApiKey } from '../../src/ledger/commands/api-keys.ts';
import { connectClient } from '../../src/database/connect.ts';
import { enqueue } from '../../src/ledger/jobs.ts';
import { equations } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { lookAtBooks, type BookFigures } from '../../src/workers/book-watch.ts';
import { openApi } from '../support/api.ts';
import { act, enterItems, openBooks, publishPayments, runDecisions } from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('metrics');
let ofBooks: readonly BookFigures[] = [];
const access = { kind: 'authenticated', verifyToken: null } as const;
const api = await openApi(database.pool, { access, bookFigures: () => ofBooks });
afterAll(async () => {
  await api.app.close();
  await database.drop();
});

test('the figures are those of the books, for a key of all ledgers', async () => {
  const { pool } = database;
  const ledgerId = await openBooks(pool, 'FR01', 'A1');
  await publishPayments(pool, ledgerId, { account: 'A1', content: 'x', opening: '0.00', closedOn: '2026-03-30' }, [
    { name: 'p', amount: '99.00', bookedOn: '2026-03-30', from: 'Anna Martin', text: 'no idea' },
  ]);
  await runDecisions(pool, ledgerId, [
    { payment: 'p', amount: '99.00', customer: 'C1', item: null, reason: 'no_reference_found' },
  ]);
  await inLedger(pool, ledgerId, (tx) => enqueue(tx, ledgerId, 'export', 'x'));
  const keyOf = async (ledger: typeof ledgerId | null) =>
    (await createApiKey(pool, { actor: 'watch', role: 'viewer', ledgerId: ledger, days: 1 }, act)).key;
  const ask = (key: string) => api.app.inject({ url: '/metrics', headers: { authorization: `Bearer ${key}` } });
  expect((await ask(await keyOf(ledgerId))).statusCode).toBe(403);
  const everyone = await keyOf(null);
  await ask(everyone);
  const { statusCode, headers, body } = await ask(everyone);
  expect([statusCode, headers['content-type']]).toEqual([200, expect.stringMatching(/^text\/plain/)]);
  for (const line of [
    'lettrage_jobs{queue="export",state="waiting"} 1',
    'lettrage_statement_files{ledger="FR01",state="published"} 1',
    'lettrage_review_queue_payments{ledger="FR01",reason="no_reference_found"} 1',
    'lettrage_http_request_seconds_count{method="GET",route="/metrics",status="403"} 1',
    'lettrage_http_request_seconds_count{method="GET",route="/metrics",status="200"} 1',
    'lettrage_database_connections{state="waiting"} 0',
  ])
    expect(body.split('\n')).toContain(line);
  expect(body).not.toContain('Martin');
});

test('a look at the books tells what runs applied alone, and what does not add up', async () => {
  const { pool } = database;
  const ledgerId = await openBooks(pool, 'FR02', 'A2');
  await enterItems(pool, ledgerId, [{ number: 'F-1', customer: 'C1', amount: '50.00' }]);
  await publishPayments(pool, ledgerId, { account: 'A2', content: 'y', opening: '0.00', closedOn: '2026-03-30' }, [
    { name: 'known', amount: '50.00', bookedOn: '2026-03-30' },
    { name: 'unknown', amount: '7.00', bookedOn: '2026-03-30' },
    { name: 'long ago', amount: '8.00', bookedOn: '2026-02-20' },
  ]);
  await runDecisions(pool, ledgerId, [
    { payment: 'known', amount: '50.00', customer: 'C1', item: 'F-1', reason: null },
  ]);
  const key = (await createApiKey(pool, { actor: 'watch', role: 'viewer', ledgerId: null, days: 1 }, act)).key;
  const linesNow = async (): Promise<readonly string[]> => {
    ofBooks = [{ ledger: 'FR02', ...(await lookAtBooks(pool, ledgerId, act.now)) }];
    const headers = { authorization: `Bearer ${key}` };
    return (await api.app.inject({ url: '/metrics', headers })).body.split('\n');
  };
  const whole = await linesNow();
  expect(whole).toContain('lettrage_auto_match_ratio{ledger="FR02",currency="EUR"} 0.5');
  expect(whole).toContain(`lettrage_books_checked_timestamp_seconds{ledger="FR02"} ${act.now.getTime() / 1_000}`);
  for (const equation of equations)
    expect(whole).toContain(`lettrage_violations{ledger="FR02",equation="${equation}"} 0`);

  const admin = await connectClient(database.adminUrl);
  await admin.query('update open_item set residual_minor = 1 where ledger_id = $1', [ledgerId]);
  await admin.end();
  const broken = (await linesNow()).filter((line) => /^lettrage_violations.* [1-9]/.test(line));
  expect(broken).toEqual([expect.stringContaining('item_adds_up'), expect.stringContaining('postings_balance')]);
});
