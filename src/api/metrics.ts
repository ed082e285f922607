/**
 * The figures of the service for Prometheus. Labels are patterns of routes, codes of ledgers and words of ours: never a
 * name, and never more of them than there are routes and ledgers.
 */
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { listLedgers } from '../ledger/commands/register.ts';
import type { BookFigures } from '../workers/book-watch.ts';
import { readJobFigures, readLedgerFigures } from '../ledger/queries/service-figures.ts';

/**
 * Measures every request from now on; for the whole server, before its routes.
 *
 * @param ofBooks - what was found when somebody last looked at the books.
 * @returns what `GET /metrics` answers
 */
export function measure(
  app: FastifyInstance,
  pool: Pool,
  ofBooks: () => readonly BookFigures[],
): Readonly<{ contentType: string; read(): Promise<string> }> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'lettrage_http_request_seconds',
    help: 'How long answers took, by method, pattern of the route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode };
    seconds.observe(labels, reply.elapsedTime / 1_000);
  });
  const figures = gauges(registry);
  return {
    contentType: registry.contentType,
    async read() {
      await refresh(figures, pool);
      tellOfBooks(figures, ofBooks());
      return registry.metrics();
    },
  };
}

type Gauges = ReturnType<typeof gauges>;

function gauges(registry: Registry) {
  const gauge = <const Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Gauge({ name: `lettrage_${name}`, help, labelNames: [...labelNames], registers: [registry] });
  return {
    jobs: gauge('jobs', 'Jobs by queue and state.', ['queue', 'state']),
    oldestJob: gauge('job_oldest_seconds', 'Since when the longest waiting job could run.', ['queue', 'state']),
    files: gauge('statement_files', 'Statement files by state.', ['ledger', 'state']),
    queue: gauge('review_queue_payments', 'Payments that wait for a person, by reason.', ['ledger', 'reason']),
    webhookLag: gauge('webhook_lag_events', 'Events that a receiver was not sent yet.', ['ledger', 'webhook']),
    violations: gauge('violations', 'Rows that break an equation of the books.', ['ledger', 'equation']),
    lookedAt: gauge('books_checked_timestamp_seconds', 'When the equations were last looked at.', ['ledger']),
    autoMatch: gauge('auto_match_ratio', 'Of the payments in of 30 days: how many were applied without a person.', [
      'ledger',
      'currency',
    ]),
    pool: gauge('database_connections', 'Connections of the pool; waiting: who wants one.', ['state']),
  };
}

async function refresh(to: Gauges, pool: Pool): Promise<void> {
  const ledgers = await listLedgers(pool);
  const jobs = await readJobFigures(pool);
  const read = [];
  for (const { id, code } of ledgers) {
    read.push({ code, figures: await readLedgerFigures(pool, id) });
  }
  // What is gone since the last time says nothing more: set after all is read, so that no answer is half of one.
  for (const gauge of Object.values(to)) gauge.reset();
  for (const { queue, state, jobCount, oldestSeconds } of jobs) {
    to.jobs.set({ queue, state }, jobCount);
    to.oldestJob.set({ queue, state }, oldestSeconds);
  }
  for (const { code: ledger, figures } of read) {
    for (const { state, fileCount } of figures.files) to.files.set({ ledger, state }, fileCount);
    for (const { name, lag } of figures.webhooks) to.webhookLag.set({ ledger, webhook: name }, lag);
    for (const { reason, paymentCount } of figures.queue) to.queue.set({ ledger, reason }, paymentCount);
  }
  to.pool.set({ state: 'used' }, pool.totalCount - pool.idleCount);
  to.pool.set({ state: 'idle' }, pool.idleCount);
  to.pool.set({ state: 'waiting' }, pool.waitingCount);
}

function tellOfBooks(to: Gauges, books: readonly BookFigures[]): void {
  for (const { ledger, lookedAt, violationCounts, matched } of books) {
    to.lookedAt.set({ ledger }, lookedAt.getTime() / 1_000);
    for (const [equation, count] of Object.entries(violationCounts)) to.violations.set({ ledger, equation }, count);
    for (const { currency, receivedCount, automaticCount } of matched)
      to.autoMatch.set({ ledger, currency }, automaticCount / Math.max(1, receivedCount));
  }
}
