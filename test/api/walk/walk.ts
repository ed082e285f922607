/** What a walk over the operations goes with: books, a request that succeeds for each, and servers of several kinds. */
import type { Pool } from 'pg';
import type { App } from '../../../src/api/server.ts';
import type { FullBooks } from '../../support/full-books.ts';
import { asJson, requestOf, requiredQuery, type Filled, type Operation } from '../../support/operations.ts';
import { requests } from './requests.ts';
import type { Scenes } from './work-scenes.ts';

export type Walk = Readonly<{
  pool: Pool;
  /** Of the owner of the tables. */
  ownerPool: Pool;
  app: App;
  /** Where it listens. */
  origin: string;
  /** Asks everybody for a key. */
  guarded: App;
  /** Answers one request a minute. */
  exhausted: App;
  books: FullBooks;
  /** Of another company in the same database. */
  foreign: FullBooks;
  scenes: Scenes;
  /** Requests to be asked again: what is refused for its form changes nothing that another would miss. */
  remembered?: Map<string, Filled>;
}>;

/** Spoils a request of the operation, and gives the code that it is refused with. */
export type Reach = (walk: Walk, operation: Operation) => Promise<string>;

/** A request that succeeds: the example of the document, about records that these books have. */
export async function successOf(walk: Walk, operation: Operation): Promise<Filled> {
  const known = walk.remembered?.get(operation.id) ?? (await madeFor(walk, operation));
  walk.remembered?.set(operation.id, known);
  return known;
}

async function madeFor({ books, scenes }: Walk, operation: Operation): Promise<Filled> {
  const { id, body, pathParameters } = operation;
  const asked = (await requests[id]?.(scenes, asJson(body?.example), String(body?.example))) ?? {};
  const ids = new Map(Object.entries(asked.path ?? {}));
  for (const name of pathParameters) if (!ids.has(name)) ids.set(name, (await books.idOf(name)) ?? '');
  const isFile = body !== null && typeof body.example !== 'string' && body.mediaType !== 'application/json';
  return {
    query: requiredQuery(operation),
    body: isFile ? 'no statement that any bank ever sent' : body?.example,
    ...asked,
    ledger: books.code,
    path: (name) => ids.get(name) ?? '',
  };
}

/** Asks, and gives the code of the refusal; where it is none, the status. */
export async function codeOf(operation: Operation, filled: Filled, app: App): Promise<string> {
  const answer = await app.inject({ ...requestOf(operation, filled), payloadAsStream: true });
  const { statusCode } = answer;
  const stream = answer.stream();
  if (statusCode < 400) {
    stream.destroy();
    return String(statusCode);
  }
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part as Uint8Array));
  return String(asJson(JSON.parse(Buffer.concat(parts).toString()))['code']);
}

/** A way to a code: the request that would succeed, but for one thing. */
export const spoiled =
  (change: (filled: Filled, walk: Walk, operation: Operation) => Partial<Filled> | Promise<Partial<Filled>>): Reach =>
  async (walk, operation) => {
    const filled = await successOf(walk, operation);
    return codeOf(operation, { ...filled, ...(await change(filled, walk, operation)) }, walk.app);
  };

/** The members of the body, some of them others. */
export const withBody = (filled: Filled, changed: object): Partial<Filled> => ({
  body: { ...asJson(filled.body), ...changed },
});
export const withHeader = (filled: Filled, name: string, value: string): Partial<Filled> => ({
  headers: { ...filled.headers, [name]: value },
});
