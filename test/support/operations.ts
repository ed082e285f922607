/** The operations of the OpenAPI document, to be walked by tests: whoever adds a route is tested without saying so. */
import { randomUUID } from 'node:crypto';
import type { InjectOptions } from 'fastify';
import { permissions, type Permission } from '../../src/domain/access.ts';
import type { App } from '../../src/api/server.ts';

export type Json = Readonly<Record<string, unknown>>;

export type Operation = Readonly<{
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `/v1/ledgers/{ledger}/payments/{paymentId}` */
  path: string;
  /** In the path, but for the ledger. */
  pathParameters: readonly string[];
  query: readonly Readonly<{ name: string; required: boolean; schema: Json }>[];
  /** Whether it is a command: with a key, and, where a version is held to, an ETag. */
  headers: readonly string[];
  body: Readonly<{ mediaType: string; schema: Json; example: unknown }> | null;
  /** Schema of the JSON of each status; null: no JSON. */
  answers: ReadonlyMap<number, Json | null>;
  refusals: ReadonlyMap<number, readonly string[]>;
  /** Null: nobody is asked who they are, or anybody who is known may. */
  permission: Permission | null;
  /** Its answer has no end: events as they come. */
  isStream: boolean;
}>;

/** A document, read as far as the walk goes. */
export type Document = Readonly<{ paths: Readonly<Record<string, Json>>; components: Json }>;

export const readDocument = async (app: App): Promise<Document> =>
  (await app.inject({ url: '/openapi.json' })).json<Document>();

export function operationsOf(document: Document): readonly Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationOf(document, path, method, asJson(operation))),
  );
}

export const asJson = (value: unknown): Json => (typeof value === 'object' && value !== null ? { ...value } : {});

/** What a reference refers to; anything else is itself. */
export function resolve(document: Document, value: unknown): Json {
  const { $ref: reference } = asJson(value);
  if (typeof reference !== 'string') return asJson(value);
  const found = reference
    .replace('#/', '')
    .split('/')
    .reduce((at: unknown, name) => asJson(at)[name], document);
  return resolve(document, found);
}

function operationOf(document: Document, path: string, method: string, operation: Json): Operation {
  const parameters = (Array.isArray(operation['parameters']) ? operation['parameters'] : []).map(asJson);
  const namesIn = (place: string) => parameters.flatMap((one) => (one['in'] === place ? String(one['name']) : []));
  const answers = Object.entries(asJson(operation['responses'])).map(([status, answer]) => ({
    status: Number(status),
    content: asJson(resolve(document, answer)['content']),
  }));
  return {
    id: String(operation['operationId']),
    method: method.toUpperCase() as Operation['method'],
    path,
    pathParameters: namesIn('path').filter((name) => name !== 'ledger'),
    query: parameters
      .filter((one) => one['in'] === 'query')
      .map((one) => ({ name: String(one['name']), required: one['required'] === true, schema: asJson(one['schema']) })),
    headers: namesIn('header'),
    body: bodyOf(document, operation['requestBody']),
    permission: permissions.find((one) => one === operation['x-permission']) ?? null,
    isStream: answers.some(({ content }) => 'text/event-stream' in content),
    answers: new Map(
      answers
        .filter(({ status }) => status < 400)
        .map(({ status, content }) => [status, schemaOf(content['application/json'])]),
    ),
    refusals: new Map(
      answers
        .filter(({ status }) => status >= 400)
        .map(({ status, content }) => [
          status,
          Object.keys(asJson(asJson(content['application/problem+json'])['examples'])),
        ]),
    ),
  };
}

const schemaOf = (media: unknown): Json | null => (media === undefined ? null : asJson(asJson(media)['schema']));

function bodyOf(document: Document, body: unknown): Operation['body'] {
  const [entry] = Object.entries(asJson(resolve(document, body)['content']));
  if (entry === undefined) return null;
  const [mediaType, media] = entry;
  const schema = asJson(asJson(media)['schema']);
  const { example, examples } = asJson(media);
  const [first] = [...Object.values(asJson(examples)), ...Object.values(asJson(resolve(document, schema)['examples']))];
  return { mediaType, schema, example: example ?? asJson(first)['value'] ?? first ?? null };
}

/** What the parameters of a query that may not be left out can be. */
export const requiredQuery = ({ query }: Operation): Readonly<Record<string, string>> =>
  Object.fromEntries(query.flatMap(({ name, required, schema }) => (required ? [[name, exampleOf(schema)]] : [])));

/** Days and currencies are told by their form: a parameter keeps no example in the document. */
function exampleOf({ enum: words, format, pattern }: Json): string {
  if (format === 'date') return '2026-03-31';
  if (pattern === '^[A-Z]{3}$') return 'EUR';
  return Array.isArray(words) ? String(words[0]) : 'nothing';
}

/** What fills the gaps of a request. */
export type Filled = Readonly<{
  ledger: string;
  path: (name: string) => string;
  query?: Json;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}>;

/** A request of the operation, with a key of its own and the ETag of a record that nobody has changed. */
export function requestOf({ method, path, headers, body }: Operation, filled: Filled): InjectOptions {
  const url = path.replaceAll(/\{(\w+)\}/g, (_gap, name: string) =>
    encodeURIComponent(name === 'ledger' ? filled.ledger : filled.path(name)),
  );
  const query = new URLSearchParams(
    Object.entries(filled.query ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
  );
  const payload = filled.body ?? body?.example;
  return {
    method,
    url: query.size === 0 ? url : `${url}?${query.toString()}`,
    headers: {
      ...(headers.includes('Idempotency-Key') && { 'idempotency-key': randomUUID() }),
      ...(headers.includes('If-Match') && { 'if-match': '"1"' }),
      ...(body !== null && { 'content-type': body.mediaType }),
      ...filled.headers,
    },
    ...(body !== null && { payload: typeof payload === 'string' ? payload : JSON.stringify(payload) }),
  };
}
