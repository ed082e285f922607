#!/usr/bin/env node
/** The composition root: the only place that knows both doors, the command line and the API. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AccessPolicy } from './api/access/authenticate.ts';
import { openTokens } from './api/access/tokens.ts';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { buildServer } from './api/server.ts';
import { exitCodes } from './cli/output.ts';
import { endService } from './cli/serve-end.ts';
import { sourcesOf } from './cli/sources-file.ts';
import { webhooksIn } from './cli/webhooks-file.ts';
import type { Config } from './config/config.ts';
import { runProgram, type Serve } from './cli/program.ts';
import { openLog } from './observability/log.ts';
import { startPullLoop } from './transfer/pull-loop.ts';
import { startExportExpiry } from './workers/exports/export-expiry.ts';
import { startBookWatch } from './workers/book-watch.ts';
import { openMatchingQuestions } from './workers/matching-questions.ts';
import { postSigned } from './workers/webhooks/post-signed.ts';
import { startWebhookLoop } from './workers/webhooks/webhook-loop.ts';
import { startWorkLoop } from './workers/work-loop.ts';

/**
 * The API, the work loop and, with `LETTRAGE_SOURCES`, the pulls in one process, until a signal: then the request, the
 * file and the job under way are finished, or handed back after `LETTRAGE_STOP_SECONDS`.
 */
const serve: Serve = async (session, output) => {
  // An upload's rows are garbage soon: V8 would let them grow to three times what is in use (docs/decisions/0032).
  setFlagsFromString('--heap-growing-percent=60');
  const { config, context } = session;
  const log = openLog(config.logLevel);
  // Before anything is started: a list that can't be used stops here.
  const sources = config.sourcesFile === null ? [] : sourcesOf(config);
  const webhooks = {
    pool: context.pool,
    webhooks: webhooksIn(config),
    now: context.now,
    random: Math.random,
    post: postSigned,
  };
  const traces = await tracesTo(config, (error) => log.warn({ err: error }, 'traces not delivered'));
  const stopping = new AbortController();
  const handingBack = new AbortController();
  const app = await buildServer({
    pool: context.pool,
    now: context.now,
    access: accessOf(config),
    requestsPerMinute: config.requestsPerMinute,
    host: config.host,
    maxFileBytes: config.maxFileBytes,
    log,
    wake: () => loop.wake(),
    pageFolder: fileURLToPath(new URL('web/', import.meta.url)),
    questions: openMatchingQuestions(context),
    webhooks,
    sources: {
      list: (ledgerId, ledger) => pulls.desk.list(ledgerId, ledger),
      pull: (ledger, name) => pulls.desk.pull(ledger, name),
    },
    bookFigures: () => watch.figures(),
    isReady: async () => !stopping.signal.aborted && (await context.pool.query('select 1')).rowCount === 1,
  });
  // Behind the server, whose making lets nothing else run.
  const loop = startWorkLoop(context, (error) => {
    if (!handingBack.signal.aborted) log.error({ err: error }, 'job failed');
  });
  const watch = startBookWatch(context, (error) => log.error({ err: error }, 'looking at the books failed'));
  const pulling = { work: context, dataDir: config.dataDir, random: Math.random };
  const pulls = startPullLoop(pulling, sources, log, loop.wake);
  const expiry = startExportExpiry({ pool: context.pool, now: context.now, exportDays: config.exportDays }, (error) =>
    log.error({ err: error }, 'old exports not deleted'),
  );
  const tellings = startWebhookLoop(webhooks, (error) => log.error({ err: error }, 'webhooks failed'));
  try {
    const address = await app.listen({ host: config.host, port: config.port });
    output.say(`Lettrage listens on ${address}; the API describes itself at ${address}/openapi.json`);
    const [signal] = await Promise.race(['SIGINT', 'SIGTERM'].map((name) => once(process, name)));
    log.info({ signal }, 'stopping');
    stopping.abort();
    // Whoever sends requests here learns from `/ready` that it is to stop, and is still answered.
    await sleep(config.drainSeconds * 1_000);
    return exitCodes.done;
  } finally {
    const finish = async () => {
      // A connection whose request was under way would be kept for the next one, for more than a minute.
      const closing = setInterval(() => app.server.closeIdleConnections(), 100);
      await Promise.allSettled([app.close(), pulls.stop(), tellings.stop(), expiry.stop(), loop.stop(), watch.stop()]);
      clearInterval(closing);
    };
    const cut = () => {
      handingBack.abort();
      app.server.closeAllConnections();
    };
    const end = await endService(session, { finish, cut }, config.stopSeconds * 1_000);
    await traces?.stop();
    log.info({ end }, 'stopped');
    if (end === 'left') process.exit(stopping.signal.aborted ? exitCodes.done : exitCodes.failed);
  }
};

/** What traces is loaded with the first need of it. */
const tracesTo = async ({ tracesEndpoint: endpoint }: Config, onFailure: (error: unknown) => void) =>
  endpoint === null ? null : (await import('./observability/traces.ts')).startTraces({ endpoint, version, onFailure });

const accessOf = ({ access, tokenIssuer }: Config): AccessPolicy =>
  access === 'local'
    ? { kind: 'local' }
    : { kind: 'authenticated', verifyToken: tokenIssuer === null ? null : openTokens(tokenIssuer) };

const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const version =
  typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';

// Whoever read our output has read enough (`… | head`): the work goes on and ends as it would.
const ignoreClosedPipe = (error: Error): void => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error;
};
process.stdout.on('error', ignoreClosedPipe);
process.stderr.on('error', ignoreClosedPipe);

process.exitCode = await runProgram({
  argv: process.argv.slice(2),
  environment: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  serve,
  version,
});
