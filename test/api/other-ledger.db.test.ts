/**
 * Two ledgers in one database: no route of one shows, changes or admits a record of the other, whatever it is asked
 * with. Walks the document: a route that is added is walked too. Single ids: other-ledger-ids.db.test.ts.
 */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { accessRoles } from '../../src/domain/access.ts';
import { createApiKey } from '../../src/ledger/commands/api-keys.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { openMatchingQuestions } from '../../src/workers/matching-questions.ts';
import { openThreads, type Threads } from '../../src/workers/threads.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { act } from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';
import { openFullBooks, type FullBooks } from '../support/full-books.ts';
import { asJson, operationsOf, readDocument, requestOf, requiredQuery, type Operation } from '../support/operations.ts';
import { random, runSeed } from '../support/random.ts';
import { testContext } from '../support/work.ts';

const database = await createTestDatabase('other_ledger');
const alternations = Number(process.env['LETTRAGE_API_ALTERNATIONS'] ?? 500);
const seed = String(runSeed);
const foreignMark = 'ELSEWHERE';

let api: TestApi;
let threads: Threads;
let mine: FullBooks;
let foreign: FullBooks;
let operations: readonly Operation[];
/** By the name of the parameter. */
let foreignIds: ReadonlyMap<string, string>;
let ownIds: ReadonlyMap<string, string>;

beforeAll(async () => {
  mine = await openFullBooks(database.pool, 'FR01', 'AT-HOME');
  foreign = await openFullBooks(database.pool, 'DE01', foreignMark);
  threads = openThreads(1);
  api = await openApi(database.pool, { questions: openMatchingQuestions(testContext(database, threads)) });
  const all = operationsOf(await readDocument(api.app));
  operations = all.filter(({ path }) => path.includes('{ledger}'));
  const names = [...new Set(operations.flatMap(({ pathParameters }) => pathParameters))];
  foreignIds = await idsOf(foreign, names);
  ownIds = await idsOf(mine, names);
});
afterAll(async () => {
  await api.app.close();
  await threads.close();
  await database.drop();
});

async function idsOf(books: FullBooks, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = await Promise.all(names.map(async (name) => [name, await books.idOf(name)] as const));
  expect(ids.filter(([, id]) => id === null)).toEqual([]);
  return new Map(ids.map(([name, id]) => [name, id ?? '']));
}

/** All that was ever done in books leaves an event in their chain. */
const headOf = async ({ ledgerId }: FullBooks): Promise<unknown> =>
  (await inLedger(database.pool, ledgerId, (tx) => tx.query('select * from audit_head'))).rows;

let foreignHead: unknown;
beforeAll(async () => {
  foreignHead = await headOf(foreign);
});
afterEach(async () => {
  expect(await headOf(foreign)).toEqual(foreignHead);
});

// Names and places, not ids: each ledger has these words for itself.
const isId = (name: string): boolean => name === 'sha256' || name.endsWith('Id');
const foreignIdOf = (name: string): string => foreignIds.get(name) ?? '';
const ownIdOf = (name: string): string => ownIds.get(name) ?? '';

const longIds = (): readonly string[] =>
  [...foreignIds].flatMap(([name, id]) => (isId(name) && id.length >= 36 ? [id] : []));
/** What an answer shows of the other books; who asks with an id may be told the same id. */
const shownIn = (payload: string, askedWith = ''): readonly string[] =>
  [foreignMark, ...longIds()].filter((text) => payload.includes(text) && !askedWith.includes(text));

test('a path with an id of the other ledger is a path to nothing', async () => {
  const withIds = operations.filter(({ pathParameters }) => pathParameters.some(isId));
  expect(withIds.length).toBeGreaterThan(20);
  for (const operation of withIds) {
    const request = requestOf(operation, { ledger: 'FR01', path: foreignIdOf });
    const answer = await api.app.inject(request);
    // What is not there may be taken away: 204, whether anybody has the id or not.
    const isNothing = answer.statusCode === 404 || (operation.method === 'DELETE' && answer.statusCode === 204);
    expect([operation.id, answer.statusCode, isNothing]).toEqual([operation.id, answer.statusCode, true]);
    expect([operation.id, shownIn(answer.payload, JSON.stringify(request))]).toEqual([operation.id, []]);
  }
});

/** What a filter could be asked with to find records of the other books. */
const foreignWords = (): Readonly<Record<string, string>> => ({
  customer: `C-${foreignMark}`,
  bankAccount: foreign.account,
  search: foreignMark,
  text: foreignMark,
  actor: `clerk ${foreignMark}`,
  subject: foreignIdOf('paymentId'),
  ...Object.fromEntries(foreignIds),
});

test('a list shows its own, whatever it is filtered by and wherever it goes on', async () => {
  const lists = operations.filter(
    ({ method, pathParameters, isStream }) => method === 'GET' && pathParameters.length === 0 && !isStream,
  );
  expect(lists.length).toBeGreaterThan(10);
  for (const operation of lists) {
    const required = requiredQuery(operation);
    const ask = (ledger: string, query: Readonly<Record<string, unknown>>) =>
      api.app.inject(requestOf(operation, { ledger, path: ownIdOf, query: { ...required, ...query } }));
    const words = Object.entries(foreignWords()).filter(([name]) => operation.query.some((one) => one.name === name));
    const pages = operation.query.some(({ name }) => name === 'after');
    const elsewhere = pages ? (await ask('DE01', { limit: 1 })).json<{ next: string | null }>().next : null;
    const queries = [
      {},
      ...words.map(([name, word]) => ({ [name]: word })),
      ...(elsewhere ? [{ after: elsewhere }] : []),
    ];
    for (const query of queries) {
      const { payload, statusCode } = await ask('FR01', query);
      if (Object.keys(query).length === 0) expect([operation.id, statusCode]).toEqual([operation.id, 200]);
      expect([operation.id, query, shownIn(payload, JSON.stringify(query))]).toEqual([operation.id, query, []]);
    }
  }
});

test('a key of one ledger opens no route of the other', async () => {
  const held = await openApi(database.pool, { access: { kind: 'authenticated', verifyToken: null } });
  for (const role of accessRoles) {
    const { key } = await createApiKey(database.pool, { actor: role, role, ledgerId: mine.ledgerId, days: 1 }, act);
    for (const operation of operations) {
      const { headers, ...request } = requestOf(operation, { ledger: 'DE01', path: foreignIdOf });
      const answer = await held.app.inject({ ...request, headers: { ...headers, authorization: `Bearer ${key}` } });
      expect([role, operation.id, answer.statusCode]).toEqual([role, operation.id, 404]);
      expect(asJson(answer.json())).toMatchObject({ code: 'ledger.ledger_unknown' });
    }
  }
  await held.app.close();
});

test(
  `connections forget whose they were: ${alternations} requests in turn, SEED=${seed}`,
  { timeout: 900_000 },
  async () => {
    const dice = random(seed);
    // A payment that no run has looked at has no certificate.
    const gets = operations.filter(
      ({ id, method, isStream }) => method === 'GET' && !isStream && id !== 'getCertificate',
    );
    // More clients than connections: each connection serves both ledgers again and again.
    const lanes = Array.from({ length: 16 }, async (_unused, lane) => {
      for (let turn = lane; turn < alternations; turn += 16) {
        const isForeign = turn % 2 === 1;
        const operation = dice.pick(gets);
        const [ledger, path] = isForeign ? ['DE01', foreignIdOf] : ['FR01', ownIdOf];
        const { statusCode, payload } = await api.app.inject(
          requestOf(operation, { ledger, path, query: requiredQuery(operation) }),
        );
        const place = `${turn}: ${operation.id}`;
        expect([place, statusCode]).toEqual([place, 200]);
        expect([place, payload.includes(isForeign ? 'AT-HOME' : foreignMark)]).toEqual([place, false]);
      }
    });
    await Promise.all(lanes);
  },
);
