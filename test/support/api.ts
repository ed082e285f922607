/** The server on a test database, asked without a network. */
import type { FastifyBaseLogger } from 'fastify';
import type { Pool } from 'pg';
import type { AccessPolicy } from '../../src/api/access/authenticate.ts';
import { buildServer, type App } from '../../src/api/server.ts';
import type { BookFigures } from '../../src/workers/book-watch.ts';
import type { MatchingQuestions } from '../../src/workers/matching-questions.ts';
import { noSources, type SourceDesk } from '../../src/workers/source-desk.ts';
import type { WebhookContext } from '../../src/workers/webhooks/webhooks.ts';
import { act } from './books.ts';

export type TestApi = Readonly<{
  app: App;
  /** How often the work loop was woken. */
  wakeCount(): number;
  /** GETs, and gives the status and the JSON. */
  get(url: string): Promise<Answer>;
  /** GETs one page of a list. */
  getPage(url: string): Promise<AnsweredPage>;
}>;

type Answer = Readonly<{ status: number; contentType: string; body: unknown }>;
type AnsweredPage = Readonly<{ status: number; items: readonly Record<string, unknown>[]; next: string | null }>;

const unasked = async (): Promise<never> => {
  throw new Error('This test has no threads to answer questions with.');
};
const noQuestions: MatchingQuestions = { replay: unasked, backTest: unasked, dryRun: unasked };

export async function openApi(
  pool: Pool,
  options: {
    maxFileBytes?: number;
    log?: FastifyBaseLogger;
    isReady?: () => Promise<boolean>;
    questions?: MatchingQuestions;
    access?: AccessPolicy;
    requestsPerMinute?: number;
    now?: () => Date;
    pageFolder?: string;
    webhooks?: WebhookContext;
    sources?: SourceDesk;
    bookFigures?: () => readonly BookFigures[];
  } = {},
): Promise<TestApi> {
  const { maxFileBytes = 1 << 20, log = null, isReady = async () => true } = options;
  const {
    questions = noQuestions,
    access = { kind: 'local' },
    requestsPerMinute = 1_000_000,
    pageFolder = null,
  } = options;
  let wakeCount = 0;
  const wake = () => {
    wakeCount += 1;
  };
  const host = '127.0.0.1';
  const { now = () => act.now } = options;
  const limits = { maxFileBytes, requestsPerMinute, pageFolder };
  const nobodyTold: WebhookContext = { pool, webhooks: [], now, random: () => 0, post: unasked };
  const { webhooks = nobodyTold, bookFigures = () => [], sources = noSources } = options;
  const app = await buildServer({
    pool,
    now,
    access,
    host,
    ...limits,
    log,
    wake,
    questions,
    webhooks,
    sources,
    bookFigures,
    isReady,
  });
  return {
    app,
    wakeCount: () => wakeCount,
    async get(url) {
      const response = await app.inject({ url });
      const contentType = String(response.headers['content-type']);
      return { status: response.statusCode, contentType, body: response.json<unknown>() };
    },
    async getPage(url) {
      const response = await app.inject({ url });
      return { ...response.json<Pick<AnsweredPage, 'items' | 'next'>>(), status: response.statusCode };
    },
  };
}
