/**
 * The HTTP door of the service. It validates, calls one function of the ledger, and shapes the answer; it decides
 * nothing and holds nothing between two requests.
 */
import { randomUUID } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { fastify, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import type { BookFigures } from '../workers/book-watch.ts';
import type { MatchingQuestions } from '../workers/matching-questions.ts';
import type { SourceDesk } from '../workers/source-desk.ts';
import type { WebhookContext } from '../workers/webhooks/webhooks.ts';
import { authenticate, type AccessPolicy } from './access/authenticate.ts';
import { ApiError } from './errors.ts';
import { documentRefusals } from './document-refusals.ts';
import { measure } from './metrics.ts';
import { openapiOptions } from './openapi.ts';
import { answerWithProblems, sendProblem } from './problem-json.ts';
import { refuseForeignPages } from './origin.ts';
import { RequestLog } from './request-log.ts';
import { apiKeyRoutes } from './routes/api-keys.ts';
import { ledgerRoutes } from './routes/ledgers.ts';
import { pageRoutes } from './routes/page.ts';
import { addMetrics, serviceRoutes } from './routes/service.ts';
import { namedSchemas } from './schemas/all.ts';

/** What the API needs of the world, handed in by the composition root. */
export type ServerOptions = Readonly<{
  /** As the service's role. */
  pool: Pool;
  now: () => Date;
  access: AccessPolicy;
  /** Of one actor, or of one address that nobody is named at. */
  requestsPerMinute: number;
  /** The name or address it listens on. */
  host: string;
  /** A statement file of more bytes is refused with 413. */
  maxFileBytes: number;
  /** Null: no log. See `observability/log.ts`. */
  log: FastifyBaseLogger | null;
  /** Called after something was enqueued, so that the work loop looks at once. */
  wake: () => void;
  /** Where the built page is; null: none is given out. */
  pageFolder: string | null;
  /** Answers what matching would decide, or decide again. */
  questions: MatchingQuestions;
  /** Receivers of events, and how they are reached. */
  webhooks: WebhookContext;
  /** Where files are fetched from. */
  sources: SourceDesk;
  /** Of each ledger, as of the last look at its books. */
  bookFigures: () => readonly BookFigures[];
  /** Whether the database answers; a rejection counts as no. */
  isReady: () => Promise<boolean>;
}>;

export type App = FastifyInstance;

// Routes that read a body read a small one; statement files are streamed past this limit, to their own.
const bodyLimitBytes = 64 * 1024;
// For a whole request to arrive: a gigabyte over 10 Mbit/s. Without it four silent uploads would block all others.
const requestTimeoutMs = 15 * 60_000;

/** Builds the server with all its routes; the caller listens and closes. */
export async function buildServer(options: ServerOptions): Promise<App> {
  const app = fastify({
    ...(options.log === null ? { logger: false } : { loggerInstance: options.log }),
    logController: new RequestLog(),
    genReqId: () => randomUUID(),
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestTimeoutMs,
    // A parameter that is not known is a mistake to be told, not to be dropped.
    ajv: { customOptions: { removeAdditional: false, allErrors: true } },
    frameworkErrors: sendProblem,
  }).withTypeProvider<TypeBoxTypeProvider>();
  answerWithProblems(app);
  // Where everybody who asks has to show a key, a page of another site has none to show.
  if (options.access.kind === 'local') refuseForeignPages(app, options.host);
  authenticate(app, options);
  documentRefusals(app);
  const metrics = measure(app, options.pool, options.bookFigures);
  await app.register(rateLimit, {
    max: options.requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: ({ principal, ip }) => (principal.grants.length === 0 ? ip : principal.actor),
    errorResponseBuilder: () => new ApiError('api.too_many_requests'),
  });
  for (const schema of namedSchemas) app.addSchema(schema);
  await app.register(swagger, openapiOptions);
  await app.register(serviceRoutes, options);
  await app.register(pageRoutes, { folder: options.pageFolder });
  addMetrics(app, metrics);
  await app.register(apiKeyRoutes, options);
  await app.register(ledgerRoutes, options);
  await app.ready();
  return app;
}
