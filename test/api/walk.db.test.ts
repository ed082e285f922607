/**
 * The document, taken at its word: every operation is asked what its example says and gives an answer that it lists, of
 * the form that it says; each refusal has an example, and its code is one of docs/errors.md.
 */
import { readFileSync } from 'node:fs';
import { Errors } from 'typebox/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMatchingQuestions } from '../../src/workers/matching-questions.ts';
import { openThreads, type Threads } from '../../src/workers/threads.ts';
import { openApi, type TestApi } from '../support/api.ts';
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
  type Operation,
} from '../support/operations.ts';
import { testContext } from '../support/work.ts';

const database = await createTestDatabase('walk');
let api: TestApi;
let threads: Threads;
let books: FullBooks;
let document: Document;
let operations: readonly Operation[];

beforeAll(async () => {
  books = await openFullBooks(database.pool, 'FR01', 'WALK');
  threads = openThreads(1);
  api = await openApi(database.pool, { questions: openMatchingQuestions(testContext(database, threads)) });
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

/** The example of the document, about records that these books have. */
async function askedOf(operation: Operation): Promise<Parameters<typeof requestOf>[1]> {
  const ids = new Map<string, string>();
  for (const name of operation.pathParameters) ids.set(name, await idOf(name));
  // The other payments of these books are new: no run has looked at them.
  if (operation.id === 'getCertificate') ids.set('paymentId', books.names.payment('P-50-WALK'));
  const isFile =
    operation.body !== null &&
    typeof operation.body.example !== 'string' &&
    operation.body.mediaType !== 'application/json';
  return {
    ledger: 'FR01',
    path: (name) => ids.get(name) ?? '',
    query: requiredQuery(operation),
    ...(isFile && { body: 'no statement that any bank ever sent' }),
  };
}

async function idOf(name: string): Promise<string> {
  if (name !== 'apiKeyId') return (await books.idOf(name)) ?? '';
  const payload = { actor: 'walker', role: 'machine', ledger: 'FR01', days: 1 };
  const made = await api.app.inject({ method: 'POST', url: '/v1/api-keys', payload });
  return String(asJson(made.json())['id']);
}

test('each operation answers its example with what the document says', { timeout: 300_000 }, async () => {
  const refused: string[] = [];
  for (const operation of operations) {
    const { id, answers, refusals, method, isStream } = operation;
    if (isStream) continue;
    const answer = await api.app.inject(requestOf(operation, await askedOf(operation)));
    const { statusCode } = answer;
    if (statusCode >= 400) {
      const problem = asJson(answer.json());
      expect([id, refusals.get(statusCode)]).toEqual([id, expect.arrayContaining([problem['code']])]);
      expect([id, faultsOf({ $ref: '#/components/schemas/Problem' }, problem)]).toEqual([id, []]);
      refused.push(`${method} ${id} ${String(problem['code'])}`);
      continue;
    }
    expect([id, [...answers.keys()]]).toEqual([id, expect.arrayContaining([statusCode])]);
    const schema = answers.get(statusCode) ?? null;
    if (schema !== null) expect([id, faultsOf(schema, answer.json())]).toEqual([id, []]);
  }
  // What the example says of amounts and versions is not so in these books; what is read, is there.
  expect(refused.filter((one) => one.startsWith('GET') || one.includes('request_invalid'))).toEqual([]);
  process.stdout.write(
    `${operations.length - refused.length} of ${operations.length} succeed; ${refused.join(', ')}\n`,
  );
});
