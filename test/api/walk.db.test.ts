/**
 * The document, taken at its word: every operation is asked what its example says, and gives an answer that it lists, of
 * the form that it says; each refusal has an example, and its code is one of docs/errors.md.
 */
import { readFileSync } from 'node:fs';
import { Errors } from 'typebox/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMatchingQuestions } from '../../src/workers/matching-questions.ts';
import { openThreads, type Threads } from '../../src/workers/threads.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { act } from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';
import { openFullBooks, type FullBooks } from '../support/full-books.ts';
import {
  asJson,
  operationsOf,
  readDocument,
  requestOf,
  requiredQuery,
  resolve,
  type Document,
  type Filled,
  type Operation,
} from '../support/operations.ts';
import { testContext } from '../support/work.ts';
import { receiver, requests } from './walk/requests.ts';
import { scenesOf, type Scenes } from './walk/scenes.ts';

const database = await createTestDatabase('walk');
let api: TestApi;
let threads: Threads;
let books: FullBooks;
let scenes: Scenes;
let document: Document;
let operations: readonly Operation[];

beforeAll(async () => {
  books = await openFullBooks(database.pool, 'FR01', 'WALK');
  scenes = scenesOf(database.pool, books);
  threads = openThreads(1);
  api = await openApi(database.pool, {
    questions: openMatchingQuestions(testContext(database, threads)),
    webhooks: { pool: database.pool, webhooks: [receiver], now: () => act.now, random: () => 0, post: async () => {} },
  });
  document = await readDocument(api.app);
  operations = operationsOf(document);
});
afterAll(async () => {
  await api.app.close();
  await threads.close();
  await database.drop();
});

/** What is wrong with a value, by a schema of the document. */
function faultsOf(schema: Readonly<Record<string, unknown>>, value: unknown): readonly string[] {
  const [isValid, errors] = Errors({ ...schema, components: document.components }, value);
  return isValid ? [] : errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const errorsDocument = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');

test('each refusal of an operation has an example with its code, which docs/errors.md explains', () => {
  expect(operations.length).toBeGreaterThan(60);
  for (const { id, refusals } of operations) {
    for (const [status, codes] of refusals) {
      expect([id, status, codes.length]).toEqual([id, status, expect.any(Number)]);
      for (const code of codes) {
        const { value } = resolve(document, { $ref: `#/components/examples/${code}` });
        expect([id, value]).toEqual([id, expect.objectContaining({ code, status })]);
        expect([id, faultsOf({ $ref: '#/components/schemas/Problem' }, value)]).toEqual([id, []]);
        expect([id, code, errorsDocument.includes(`\`${code}\``)]).toEqual([id, code, true]);
      }
    }
  }
});

test('each body has an example, of the form that is asked for', () => {
  for (const { id, body } of operations) {
    if (body === null || body.mediaType !== 'application/json') continue;
    expect([id, faultsOf(body.schema, body.example)]).toEqual([id, []]);
  }
});

/** A request that succeeds: the example of the document, about records that these books have. */
async function askedOf(operation: Operation): Promise<Filled> {
  const { id, body, pathParameters } = operation;
  const asked = (await requests[id]?.(scenes, asJson(body?.example), String(body?.example))) ?? {};
  const ids = new Map(Object.entries(asked.path ?? {}));
  for (const name of pathParameters) if (!ids.has(name)) ids.set(name, (await books.idOf(name)) ?? '');
  const isFile = body !== null && typeof body.example !== 'string' && body.mediaType !== 'application/json';
  return {
    query: requiredQuery(operation),
    ...(isFile && { body: 'no statement that any bank ever sent' }),
    ...asked,
    ledger: 'FR01',
    path: (name) => ids.get(name) ?? '',
  };
}

/** The names of its members, all the way down: what a request is made of, whatever it is about. */
function formOf(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map((one) => JSON.stringify(formOf(one))))].toSorted();
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.entries(value)
    .map(([name, member]) => [name, formOf(member)])
    .toSorted();
}

test('each operation succeeds with its example, and answers what the document says', { timeout: 300_000 }, async () => {
  for (const operation of operations) {
    const { id, answers, body, isStream } = operation;
    const asked = await askedOf(operation);
    if (body?.mediaType === 'application/json' && asked.body !== undefined)
      expect([id, formOf(asked.body)]).toEqual([id, formOf(body.example)]);
    const answer = await api.app.inject({ ...requestOf(operation, asked), payloadAsStream: isStream });
    const { statusCode } = answer;
    if (isStream) {
      expect([id, statusCode, answer.headers['content-type']]).toEqual([id, 200, 'text/event-stream']);
      answer.stream().destroy();
      continue;
    }
    expect([id, statusCode, statusCode < 400 ? '' : answer.payload]).toEqual([id, expect.any(Number), '']);
    expect([id, [...answers.keys()]]).toEqual([id, expect.arrayContaining([statusCode])]);
    const schema = answers.get(statusCode) ?? null;
    if (schema !== null) expect([id, faultsOf(schema, answer.json())]).toEqual([id, []]);
  }
});
