/**
 * A clerk's desk over HTTP, on the service as built: a page of 50 of the review queue, an allocation with its audit, a
 * search among open items; at a steady rate, with a million payments, of which a tenth waits, and a million items. Queue
 * and allocation stand beside a bare Fastify route that does the same in one statement, in turns, on the same database.
 *
 * The server of the database is the embedded one, or that of `LETTRAGE_TEST_ADMIN_URL`. Another size:
 * `npx tsx bench/api/desk.bench.ts 200000`, and behind it another number of requests of each kind and turn than 1,000.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { connectClient } from '../../src/database/connect.ts';
import { startTestServer } from '../../test/support/postgres.ts';
import { createDatabaseOn, type TestDatabase } from '../../test/support/server-database.ts';
import { startService, type Service } from '../../test/support/service.ts';
import { openLargeBooks } from './large-books.ts';
import { processorSeconds } from './process-figures.ts';
import { askSteadily, inWords, percentile, type Answers, type Asked } from './load.ts';

const sizes = { small: 1_000, canonical: 1_000_000 } as const;
const perSecond = 50;
const rounds = 2;

type Bare = Readonly<{ origin: string; stop(): void }>;

async function startBare(databaseUrl: string): Promise<Bare> {
  const file = fileURLToPath(new URL('bare-server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file, databaseUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(() => null);
  const told = await Promise.race([once(child.stdout, 'data'), ended]);
  if (told === null) throw new Error('the bare server did not start');
  return { origin: String(told[0]).trim(), stop: () => child.kill() };
}

type Pair = Readonly<{ paymentId: string; paymentVersion: number; openItemId: string; residual: string }>;

/** Payments that wait and items that are open, none of them twice; no two items are of one customer. */
async function choosePairs({ adminUrl }: TestDatabase, count: number): Promise<readonly Pair[]> {
  const admin = await connectClient(adminUrl);
  try {
    await admin.query(
      'create table bare_allocation (id bigserial primary key, payment_id uuid, open_item_id uuid, amount_minor bigint, event jsonb)',
    );
    const { rows } = await admin.query<Pair>(
      `select p.id as "paymentId", p.version as "paymentVersion", i.id as "openItemId", (i.residual_minor / 100.0)::numeric(18, 2)::text as residual
       from (select id, version, row_number() over (order by id) as n from payment
             where status = 'in_review' and side = 'credit' and currency = 'EUR' and not is_reversal and unapplied_minor > 100 limit $1) p
       join (select id, residual_minor, row_number() over (order by id) as n from (
               select distinct on (customer_id) id, residual_minor from open_item
               where kind = 'invoice' and currency = 'EUR' and residual_minor > 100 order by customer_id, id limit $1) one) i using (n)`,
      [count],
    );
    return rows;
  } finally {
    await admin.end();
  }
}

const allocationOf = ({ paymentId, paymentVersion, openItemId, residual }: Pair): Asked => ({
  method: 'POST',
  path: `/v1/ledgers/demo/payments/${paymentId}/settle`,
  headers: { 'idempotency-key': randomUUID(), 'if-match': `"${paymentVersion}"` },
  body: { reason: 'a benchmark', parts: [{ use: 'items', lines: [{ openItemId, residual, cleared: '0.01' }] }] },
});

const bareAllocationOf = ({ paymentId, openItemId }: Pair): Asked => ({
  method: 'POST',
  path: '/allocations',
  body: { paymentId, openItemId },
});

const searches: Readonly<Record<string, string>> = {
  'by number': 'FA2025-01942-7',
  'by customer': 'brasserie',
  'by amount': '2274.50',
};

type Beside = Readonly<{ ours: Answers; bare: Answers }>;

/** In turns, so that what else the machine does falls on both. */
async function inTurns(ours: () => Promise<Answers>, bare: () => Promise<Answers>): Promise<Beside> {
  const turns: Beside[] = [];
  for (let round = 0; round < rounds; round += 1) turns.push({ ours: await ours(), bare: await bare() });
  const together = (of: keyof Beside): Answers => ({
    latencies: turns.flatMap((turn) => turn[of].latencies),
    failures: turns.flatMap((turn) => turn[of].failures),
  });
  return { ours: together('ours'), bare: together('bare') };
}

const besideInWords = ({ ours, bare }: Beside): string =>
  `${inWords(ours)}; bare ${inWords(bare)}; p50 ${(percentile(ours, 0.5) / percentile(bare, 0.5)).toFixed(1)} times`;

/** @param requests - of each kind, in each turn. */
async function measure(database: TestDatabase, service: Service, bare: string, requests: number) {
  const ours = service.origin;
  const usedAtFirst = processorSeconds(service);
  const rate = { count: requests, perSecond };
  const page: Asked = { method: 'GET', path: '/v1/ledgers/demo/review-queue?limit=50' };
  const queue = await inTurns(
    () => askSteadily(ours, rate, () => page),
    () => askSteadily(bare, rate, () => ({ method: 'GET', path: '/queue' })),
  );
  const pageMs = ((processorSeconds(service) - usedAtFirst) * 1_000) / (requests * rounds);
  const pairs = await choosePairs(database, requests * rounds * 2);
  const pairAt = (index: number): Pair => {
    const pair = pairs[index];
    if (pair === undefined) throw new Error(`only ${pairs.length} payments and customers to allocate between`);
    return pair;
  };
  let used = 0;
  const allocate = (origin: string, askFor: (pair: Pair) => Asked) => () => {
    const first = used;
    used += requests;
    return askSteadily(origin, rate, (index) => askFor(pairAt(first + index)));
  };
  const allocation = await inTurns(allocate(ours, allocationOf), allocate(bare, bareAllocationOf));
  const found: Record<string, string> = {};
  for (const [name, text] of Object.entries(searches)) {
    const path = `/v1/ledgers/demo/open-items?limit=50&search=${encodeURIComponent(text)}`;
    found[`search ${name}`] = inWords(await askSteadily(ours, rate, () => ({ method: 'GET', path })));
  }
  return {
    'queue page of 50 (p50 / p99 / most)': besideInWords(queue),
    'processor of Node.js for a page': `${pageMs.toFixed(1)} ms`,
    'allocation with its audit': besideInWords(allocation),
    ...found,
  };
}

async function atTheDesk(size: number, requests: number): Promise<Record<string, unknown>> {
  const { server, stop } = await startTestServer();
  const database = await createDatabaseOn(server, 'desk', server.templateDatabase);
  const startedAt = performance.now();
  await openLargeBooks(database, size);
  const madeIn = `${((performance.now() - startedAt) / 1_000).toFixed(0)} s`;
  const service = await startService(database.serviceUrl, { LETTRAGE_REQUESTS_PER_MINUTE: '1000000' });
  const bare = await startBare(database.adminUrl);
  try {
    const measured = await measure(database, service, bare.origin, requests);
    const load = loadavg()
      .map((each) => each.toFixed(1))
      .join(' ');
    return { 'payments, and open items': size, 'made in': madeIn, 'load of the machine': load, ...measured };
  } finally {
    bare.stop();
    service.process.kill();
    await service.ended;
    await database.drop();
    await stop();
  }
}

export const run = ({ size }: { size: keyof typeof sizes }): Promise<Record<string, unknown>> =>
  atTheDesk(sizes[size], size === 'small' ? 10 : 1_000);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , size = sizes.canonical, requests = 1_000] = process.argv;
  for (const [what, value] of Object.entries(await atTheDesk(Number(size), Number(requests))))
    process.stdout.write(`${what.padEnd(36)} ${String(value)}\n`);
}
