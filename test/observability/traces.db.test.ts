/** Traces, as a collector gets them: a request with its command and transactions, a job with its stages. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { hasSubscribers } from 'node:diagnostics_channel';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTraceParent, startTraces } from '../../src/observability/traces.ts';
import { importRecords } from '../../src/workers/jobs/import-records.ts';
import { storeFiles } from '../../src/workers/jobs/store-files.ts';
import { openThreads } from '../../src/workers/threads.ts';
import { matchDue, publishDue } from '../../src/workers/work-queue.ts';
import { openApi } from '../support/api.ts';
import { enterItems, openBooks, publishPayments, readNames } from '../support/books.ts';
import type { TestDatabase } from '../support/database.ts';
import { demo, openDemoBooks } from '../support/demo-books.ts';

type SentSpan = Readonly<{
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: readonly unknown[];
  status?: Readonly<{ code: number }>;
}>;
type SentSpans = Readonly<{
  resourceSpans: readonly Readonly<{ scopeSpans: readonly { spans: readonly SentSpan[] }[] }>[];
}>;

const threads = openThreads(1);
let database: TestDatabase;
let context: Awaited<ReturnType<typeof openDemoBooks>>['context'];
let books: Awaited<ReturnType<typeof openDemoBooks>>['books'];
let collector: Server;
let answer = 200;
let bodies: string[] = [];

beforeAll(async () => {
  ({ database, context, books } = await openDemoBooks('traces', threads));
  collector = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      bodies.push(`${String(request.url)} ${body}`);
      response.writeHead(answer).end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
});
afterAll(async () => {
  collector.close();
  await threads.close();
  await database.drop();
});

/** What the collector gets while `work` is traced. */
async function traced(
  work: () => Promise<void>,
): Promise<Readonly<{ spans: readonly SentSpan[]; failures: unknown[] }>> {
  bodies = [];
  const failures: unknown[] = [];
  const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}/`;
  const traces = startTraces({ endpoint, version: '1.2.3', onFailure: (error) => failures.push(error) });
  await work();
  await traces.stop();
  const spans = bodies.flatMap((text) => {
    expect(text).toMatch(/^\/v1\/traces \{/);
    const { resourceSpans } = JSON.parse(text.slice('/v1/traces '.length)) as SentSpans;
    return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
  });
  return { spans, failures };
}

/** Each span as `outermost > … > itself`. */
function pathsOf(spans: readonly SentSpan[]): readonly string[] {
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  const pathOf = (span: SentSpan): string => {
    const parent = byId.get(span.parentSpanId ?? '');
    return parent === undefined ? span.name : `${pathOf(parent)} > ${span.name}`;
  };
  return spans.map(pathOf);
}

test('a request holds its command, which holds its transaction; the trace is that of the caller', async () => {
  const ledgerId = await openBooks(database.pool, 'FR01', 'TRACED');
  await enterItems(database.pool, ledgerId, [{ number: 'F-1', customer: 'Canarivogel', amount: '50.00' }]);
  const statement = { account: 'TRACED', content: 'x', opening: '0.00', closedOn: '2026-03-30' };
  await publishPayments(database.pool, ledgerId, statement, [{ name: 'p', amount: '50.00', bookedOn: '2026-03-30' }]);
  const names = await readNames(database.pool, ledgerId);
  const { app } = await openApi(database.pool);
  const traceId = 'ab'.repeat(16);
  const settle = (version: string) =>
    app.inject({
      method: 'POST',
      url: `/v1/ledgers/FR01/payments/${names.payment('p')}/settle`,
      headers: {
        'idempotency-key': randomUUID(),
        'if-match': version,
        traceparent: `00-${traceId}-${'cd'.repeat(8)}-01`,
      },
      payload: {
        reason: 'Canarivogel pays',
        parts: [{ use: 'items', lines: [{ openItemId: names.item('F-1'), residual: '50.00', cleared: '50.00' }] }],
      },
    });
  const { spans } = await traced(async () => {
    expect((await settle('"1"')).statusCode).toBe(200);
    expect((await settle('"1"')).statusCode).toBe(412);
  });
  await app.close();
  const route = 'POST /v1/ledgers/:ledger/payments/:paymentId/settle';
  const paths = pathsOf(spans);
  expect(paths.filter((path) => path === route)).toHaveLength(2);
  expect(paths.filter((path) => path === `${route} > command settle_payment > transaction`)).toHaveLength(2);
  const [done, refused] = spans.filter(({ kind }) => kind === 2);
  expect(done).toMatchObject({ traceId, parentSpanId: 'cd'.repeat(8) });
  expect(done?.attributes).toContainEqual({ key: 'http.response.status_code', value: { intValue: '200' } });
  expect([done?.status, refused?.status]).toEqual([undefined, { code: 2 }]);
  for (const { startTimeUnixNano, endTimeUnixNano } of spans)
    expect(BigInt(endTimeUnixNano) - BigInt(startTimeUnixNano)).toBeGreaterThan(0n);
  expect(bodies.join('')).not.toMatch(/Canarivogel|TRACED|F-1/);
});

test('a job holds its stages, which hold their transactions', async () => {
  await importRecords(context, books, 'customers', join(demo, 'customers.csv'));
  await importRecords(context, books, 'open-items', join(demo, 'night-1/open-items.csv'));
  await storeFiles(context, books, [join(demo, 'night-1')]);
  const { spans } = await traced(async () => {
    await publishDue(context, books);
    await matchDue(context, books);
  });
  const paths = new Set(pathsOf(spans));
  for (const stage of ['job publish > stage read', 'job publish > stage publish > transaction'])
    expect(paths).toContain(stage);
  for (const stage of ['load', 'propose', 'settle', 'record', 'apply'])
    expect([...paths].join('\n')).toMatch(new RegExp(`^job match.* > stage ${stage}$`, 'm'));
  expect(paths).toContain('job match > stage apply > transaction');
});

test('a collector that refuses is told of, and holds nothing up; switched off, nobody listens', async () => {
  answer = 503;
  const { failures } = await traced(async () => {
    expect(hasSubscribers('tracing:lettrage.transaction:start')).toBe(true);
    await importRecords(context, books, 'customers', join(demo, 'customers.csv'));
  });
  expect(failures.map(String)).toEqual(['Error: The collector answered 503.']);
  for (const name of ['transaction', 'command', 'job', 'stage'])
    expect(hasSubscribers(`tracing:lettrage.${name}:start`)).toBe(false);
});

test.each([
  [
    '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' },
  ],
  ['00-00000000000000000000000000000000-b7ad6b7169203331-01', null],
  ['00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01', null],
  ['0af7651916cd43dd8448eb211c80319c', null],
  ['', null],
])('traceparent %j is read', (header, expected) => {
  expect(readTraceParent(header)).toEqual(expected);
});
