/**
 * The document, taken at its word: every operation is asked what its example says, and gives an answer that it lists, of
 * the form that it says; each refusal has an example, and its code is one of docs/errors.md.
 */
import { readFileSync } from 'node:fs';
import { Errors } from 'typebox/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMatchingQuestions } from '../../src/workers/matching-questions.ts';
import { openThreads, type Threads } from '../../src/workers/threads.ts';
import { noSources } from '../../src/workers/source-desk.ts';
import type { WebhookContext } from '../../src/workers/webhooks/webhooks.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { act } from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';
import { openFullBooks, type FullBooks } from '../support/full-books.ts';
import {
  operationsOf,
  readDocument,
  requestOf,
  resolve,
  type Document,
  type Operation,
} from '../support/operations.ts';
import { testContext } from '../support/work.ts';
import { awayReceiver, receiver, requests } from './walk/requests.ts';
import { limits } from './walk/approval-scenes.ts';
import { refusalsOfForm } from './walk/refusals-of-form.ts';
import { refusalOfRecords } from './walk/refusals-of-records.ts';
import { scenesOf } from './walk/work-scenes.ts';
import { whileCommandsRun } from './walk/ways.ts';
import { successOf, type Walk } from './walk/walk.ts';

const database = await createTestDatabase('walk');
let api: TestApi;
let guarded: TestApi;
let exhausted: TestApi;
let threads: Threads;
let books: FullBooks;
let walk: Walk;
let document: Document;
let operations: readonly Operation[];

const post: WebhookContext['post'] = async ({ name }) => {
  if (name === awayReceiver.name) throw new Error('nobody is there');
};

beforeAll(async () => {
  books = await openFullBooks(database.pool, 'FR01', 'WALK');
  threads = openThreads(1);
  api = await openApi(database.pool, {
    questions: openMatchingQuestions(testContext(database, threads)),
    sources: { list: noSources.list, pull: (_ledger, name) => name === 'bank' },
    webhooks: { pool: database.pool, webhooks: [receiver, awayReceiver], now: () => act.now, random: () => 0, post },
  });
  guarded = await openApi(database.pool, { access: { kind: 'authenticated', verifyToken: null } });
  exhausted = await openApi(database.pool, { requestsPerMinute: 1 });
  walk = {
    pool: database.pool,
    ownerPool: database.ownerPool,
    app: api.app,
    origin: await api.app.listen({ host: '127.0.0.1', port: 0 }),
    guarded: guarded.app,
    exhausted: exhausted.app,
    books,
    foreign: await openFullBooks(database.pool, 'DE01', 'ELSEWHERE'),
    scenes: scenesOf(database, books),
  };
  // Without, every refund would wait for a second person.
  await walk.scenes.clerk.askWithTwo('set_tolerances', limits);
  document = await readDocument(api.app);
  operations = operationsOf(document);
});
afterAll(async () => {
  await api.app.close();
  await guarded.app.close();
  await exhausted.app.close();
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

/** The names of its members, all the way down: what a request is made of, whatever it is about. */
function formOf(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map((one) => JSON.stringify(formOf(one))))].toSorted();
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.entries(value)
    .map(([name, member]) => [name, formOf(member)])
    .toSorted(([a], [b]) => String(a).localeCompare(String(b)));
}

test('each operation succeeds with its example, and answers what the document says', { timeout: 300_000 }, async () => {
  for (const operation of operations) {
    const { id, answers, body, isStream } = operation;
    const asked = await successOf(walk, operation);
    if (body?.mediaType === 'application/json' && operation.id in requests)
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

test('a command that somebody else is at is refused, whichever it is', { timeout: 60_000 }, async () => {
  const commands = operations.filter(({ refusals }) => refusals.get(409)?.includes('ledger.command_running') === true);
  expect(new Set(await whileCommandsRun(walk, commands))).toEqual(new Set(['ledger.command_running']));
});

test('each refusal that an operation lists is met', { timeout: 600_000 }, async () => {
  const others: string[] = [];
  const remembering = { ...walk, remembered: new Map() };
  for (const operation of operations) {
    for (const code of [...operation.refusals.values()].flat()) {
      if (code === 'ledger.command_running') continue;
      const reach = refusalOfRecords(operation, code);
      const met = await (reach === null ? refusalsOfForm[code]?.(remembering, operation) : reach(walk, operation));
      if (met !== code) others.push(`${operation.id} ${code}: ${met ?? 'nobody says how'}`);
    }
  }
  expect(others).toEqual([]);
});
