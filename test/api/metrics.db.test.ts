/** What Prometheus reads: figures by ledger and route, and no name. */
import { afterAll, expect, test } from 'vitest';
import { createApiKey } from '../../src/ledger/commands/api-keys.ts';
import { enqueue } from '../../src/ledger/jobs.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { openApi } from '../support/api.ts';
import { act, openBooks, publishPayments, runDecisions } from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('metrics');
const api = await openApi(database.pool, { access: { kind: 'authenticated', verifyToken: null } });
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
