/**
 * The API as typed functions, for our page, our tests and other people's programs. Its types are made from the OpenAPI
 * document, so that what compiles is what the service answers.
 *
 * ```ts
 * import { connect, given, newKey } from 'lettrage/client';
 * const lettrage = connect({ baseUrl: 'http://127.0.0.1:8780', token: process.env.LETTRAGE_KEY });
 * const path = { ledger: 'FR01' };
 * const { items } = given(await lettrage.GET('/v1/ledgers/{ledger}/payments', { params: { path } }));
 * ```
 */
import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './openapi.ts';

export { verifyWebhook } from './verify-webhook.ts';
export type { components, operations, paths } from './openapi.ts';
export type Problem = components['schemas']['Problem'];
export type LettrageClient = Client<paths>;

export type Connection = Readonly<{
  /** Of the service, without a slash at its end. */
  baseUrl: string;
  /** An API key or a token; asked for before each request, so that it may change. Absent: nobody. */
  token?: string | (() => string | null) | undefined;
  /** Instead of the one of the platform. */
  fetch?: (request: Request) => Promise<Response>;
}>;

/** Nothing is asked of the service yet. */
export function connect({ baseUrl, token, fetch }: Connection): LettrageClient {
  const client = createClient<paths>({ baseUrl, ...(fetch !== undefined && { fetch }) });
  client.use({
    onRequest({ request }) {
      const bearer = typeof token === 'function' ? token() : token;
      if (bearer !== undefined && bearer !== null) request.headers.set('authorization', `Bearer ${bearer}`);
      return request;
    },
  });
  return client;
}

/** The service refused: programs look at `problem.code`, which docs/errors.md lists. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

type Answer<Data> = Readonly<{ data?: Data; error?: unknown; response: Response }>;

/**
 * What was answered.
 *
 * @throws Refused with the problem document; Error when something between us answered that is not the service.
 */
export function given<Data>({ data, error, response }: Answer<Data>): Data {
  if (isProblem(error)) throw new Refused(error);
  if (!response.ok) throw new Error(`${response.url} answered ${response.status} without saying why`);
  // A success without a body is `undefined`, which is then what `Data` says.
  return data as Data;
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'detail' in value;

/** A key for one command: made before asking, and kept for asking again. */
export const newKey = (): string => crypto.randomUUID();

/** What `If-Match` wants of a record that was read with this version. */
export const ifMatch = (version: number): string => `"${version}"`;
