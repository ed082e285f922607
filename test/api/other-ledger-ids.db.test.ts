/**
 * Every id that a request can name, in its path, query or body, exchanged for one of the other ledger of the database: the
 * answer is that to an id that nobody has, and no row changes. Made from the document: a route that is added is walked too.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMatchingQuestions } from '../../src/workers/matching-questions.ts';
import { openThreads, type Threads } from '../../src/workers/threads.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { createTestDatabase } from '../support/database.ts';
import { dumpDatabase, firstDifference } from '../support/dump.ts';
import { openFullBooks } from '../support/full-books.ts';
import { operationsOf, readDocument, requestOf, type Filled, type Operation } from '../support/operations.ts';
import { testContext } from '../support/work.ts';
import { limits } from './walk/approval-scenes.ts';
import { successOf, type Walk } from './walk/walk.ts';
import { scenesOf } from './walk/work-scenes.ts';

const database = await createTestDatabase('foreign_ids');
let api: TestApi;
let threads: Threads;
let walk: Omit<Walk, 'guarded' | 'exhausted' | 'origin'>;
let operations: readonly Operation[];

beforeAll(async () => {
  const { pool, ownerPool } = database;
  const books = await openFullBooks(pool, 'FR01', 'AT-HOME');
  const foreign = await openFullBooks(pool, 'DE01', 'ELSEWHERE');
  threads = openThreads(1);
  api = await openApi(pool, { questions: openMatchingQuestions(testContext(database, threads)) });
  walk = { pool, ownerPool, app: api.app, books, foreign, scenes: scenesOf(database, books) };
  await walk.scenes.clerk.askWithTwo('set_tolerances', limits);
  operations = operationsOf(await readDocument(api.app)).filter(({ path }) => path.includes('{ledger}'));
});
afterAll(async () => {
  await api.app.close();
  await threads.close();
  await database.drop();
});

const isId = (name: string): boolean => name === 'sha256' || name.endsWith('Id');
const nobodysIdOf = (name: string): string =>
  name === 'sha256' ? 'f'.repeat(64) : name === 'jobId' || name === 'deadLetterId' ? '999999999' : randomUUID();
/** Of the record that a member names, however it is called there. */
async function foreignIdOf(name: string): Promise<string> {
  const id = await walk.foreign.idOf(/customerId$/i.test(name) ? 'customerId' : name);
  if (id === null) throw new Error(`the other books have no ${name}`);
  return id;
}

/** Where a request names a record, and how it is asked with another there. */
type Place = Readonly<{ at: string; name: string; with: (id: string) => Filled }>;

function placesOf({ pathParameters, query }: Operation, filled: Filled): readonly Place[] {
  return [
    ...pathParameters.filter(isId).map((name): Place => ({
      at: 'path',
      name,
      with: (id) => ({ ...filled, path: (asked) => (asked === name ? id : filled.path(asked)) }),
    })),
    ...query
      .filter((one) => isId(one.name))
      .map(({ name }): Place => ({
        at: 'query',
        name,
        with: (id) => ({ ...filled, query: { ...filled.query, [name]: id } }),
      })),
    ...idsIn(filled.body).map(({ at, name }): Place => ({
      at,
      name,
      with: (id) => ({ ...filled, body: replaced(filled.body, at, id) }),
    })),
  ];
}

/** Members of a body that hold ids, by their JSON pointers. */
function idsIn(value: unknown, at = ''): readonly Readonly<{ at: string; name: string }>[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    typeof member === 'string' && isId(name) ? [{ at: `${at}/${name}`, name }] : idsIn(member, `${at}/${name}`),
  );
}

function replaced(value: unknown, at: string, id: string): unknown {
  const [, name = '', ...rest] = at.split('/');
  if (name === '') return id;
  const member = replaced((value as Record<string, unknown>)[name], rest.length === 0 ? '' : `/${rest.join('/')}`, id);
  return Array.isArray(value) ? value.with(Number(name), member) : { ...(value as object), [name]: member };
}

/** What is answered, but for the ids in it: those that were asked with differ, and so does the id of each answer. */
async function answerTo(operation: Operation, filled: Filled) {
  const { statusCode, payload } = await api.app.inject(requestOf(operation, filled));
  const body = payload.replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{64}|"999999999"|"\d{1,6}"/g, 'id');
  return { statusCode, body: body.replaceAll(/ (?:\d{1,9})\)/g, ' id)') };
}

test('an id of the other ledger is an id that nobody has, wherever it is named', { timeout: 300_000 }, async () => {
  const named: string[] = [];
  for (const operation of operations) {
    if (operation.isStream) continue;
    const filled = await successOf({ ...walk, guarded: api.app, exhausted: api.app, origin: '' }, operation);
    for (const { at, name, with: askedWith } of placesOf(operation, filled)) {
      const place = `${operation.id} ${at} ${name}`;
      const nobodys = await answerTo(operation, askedWith(nobodysIdOf(name)));
      const before = await dumpDatabase(database.adminUrl);
      const foreign = await answerTo(operation, askedWith(await foreignIdOf(name)));
      expect([place, foreign]).toEqual([place, nobodys]);
      expect([place, firstDifference(before, await dumpDatabase(database.adminUrl))]).toEqual([place, null]);
      named.push(place);
    }
  }
  const inBodies = named.filter((place) => place.includes('/'));
  expect([named.length > 50, inBodies.length > 8]).toEqual([true, true]);
});
