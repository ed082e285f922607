/** Suggestions of a kind accepted at once: what the preview showed, each once, and nothing that wants a look. */
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { LedgerId } from '../../src/domain/ids.ts';
import type { ReviewReason } from '../../src/domain/match.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { enterItems, openBooks, publishPayments, readNames, runDecisions, type Names } from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('bulk_accept');
const { pool } = database;
let api: TestApi;
let ledger = '';
let books: LedgerId;
let names: Names;

beforeAll(async () => {
  api = await openApi(pool);
});
afterAll(async () => {
  await api.app.close();
  await database.drop();
});
afterEach(async () => {
  expect((await verifyLedger(pool, books)).violations).toEqual([]);
});

const waiting: readonly (readonly [string, string, ReviewReason])[] = [
  ['1', '100.00', 'not_certain'],
  ['2', '200.00', 'not_certain'],
  ['3', '300.00', 'amount_differs'],
  ['4', '400.00', 'disputed_item'],
  ['5', '500.00', 'not_certain'],
];

beforeEach(async () => {
  ledger = `bulk-${randomUUID().slice(0, 8)}`;
  books = await openBooks(pool, ledger, ledger);
  await enterItems(
    pool,
    books,
    waiting.map(([name, amount]) => ({ number: `F-${name}`, customer: 'C1', amount })),
  );
  await publishPayments(
    pool,
    books,
    { account: ledger, content: ledger, opening: '0.00', closedOn: '2026-03-30' },
    waiting.map(([name, amount]) => ({ name: `p${name}`, amount, bookedOn: '2026-03-30' })),
  );
  await runDecisions(
    pool,
    books,
    waiting.map(([name, amount, reason]) => ({
      payment: `p${name}`,
      amount,
      customer: 'C1',
      item: `F-${name}`,
      reason,
    })),
  );
  // The item of the last one is settled elsewhere since.
  await enterItems(pool, books, [{ number: 'F-5', customer: 'C1', amount: '500.00', residual: '0.00' }]);
  names = await readNames(pool, books);
});

type Seen = Readonly<{ paymentId: string; matchRunId: string; version: number }>;
type Preview = Readonly<{ token: string; list: readonly Seen[] } & Record<string, unknown>>;

const post = async (path: string, payload: object, key: string | null = randomUUID()) => {
  const headers = key === null ? {} : { 'idempotency-key': key };
  const url = `/v1/ledgers/${ledger}/review-queue/bulk-accept${path}`;
  const answer = await api.app.inject({ method: 'POST', url, headers, payload });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
};
const preview = async (asked: object = { filter: {} }) => (await post('/preview', asked)).body as unknown as Preview;
const accept = ({ token, list }: Pick<Preview, 'token' | 'list'>, key?: string | null) =>
  post('', { token, rest: 'leave', reason: 'a test', list: list.map(seenOf) }, key);
const seenOf = ({ paymentId, matchRunId, version }: Seen): Seen => ({ paymentId, matchRunId, version });
/** With the token that a preview of just these would have: canonical JSON, spelled by hand. */
function listed(list: readonly Seen[]): Pick<Preview, 'token' | 'list'> {
  const spelled = list.map(
    ({ paymentId, matchRunId, version }) =>
      `{"matchRunId":"${matchRunId}","paymentId":"${paymentId}","version":${version}}`,
  );
  const token = createHash('sha256')
    .update(`{"list":[${spelled.join(',')}],"rest":"leave"}`)
    .digest('hex');
  return { token, list };
}
const countOf = async (table: string) =>
  (await inLedger(pool, books, (tx) => tx.query<{ count: number }>(`select count(*)::int as count from ${table}`)))
    .rows[0]?.count;

test('a preview tells what would be done, and does nothing', async () => {
  const shown = await preview();
  const shownOf = new Map(shown.list.map((one) => [one.paymentId, one]));
  expect(shownOf.get(names.payment('p1'))).toMatchObject({
    unapplied: { value: '100.00', currency: 'EUR' },
    suggestion: { documents: ['F-1'], customer: { code: 'C1' } },
    version: 2,
  });
  expect(shown).toMatchObject({
    rest: 'leave',
    sums: [{ currency: 'EUR', paymentCount: 3, paid: '600.00', writtenOff: '0.00', leftOver: '0.00' }],
    changedCount: 1,
    keptCount: 0,
    isComplete: true,
  });
  expect(new Set(shownOf.keys())).toEqual(new Set(['p1', 'p2', 'p3'].map((name) => names.payment(name))));
  expect(await countOf('command')).toBe(0);
});

test.each([
  [{ filter: { reason: 'amount_differs' } }, ['p3']],
  [{ filter: { cell: 'named full exact none', currency: 'EUR', amountTo: '200.00' } }, ['p1', 'p2']],
  [
    {
      filter: { selection: 'named', reference: 'full', amountClass: 'exact', payer: 'none', reason: 'amount_differs' },
    },
    ['p3'],
  ],
  [{ filter: { cell: 'single none exact iban' } }, []],
  [{ filter: { reason: 'disputed_item' } }, []],
])('a preview of %j', async (asked, expected) => {
  const { list } = await preview(asked);
  expect(new Set(list.map(({ paymentId }) => paymentId))).toEqual(new Set(expected.map((name) => names.payment(name))));
});

test('a preview of more than its limit says that there are more', async () => {
  expect(await preview({ filter: {}, limit: 2 })).toMatchObject({ isComplete: false });
});

test('what was shown is accepted, once however often it is asked', async () => {
  const shown = await preview();
  const key = randomUUID();
  const first = await accept(shown, key);
  expect(first).toMatchObject({ status: 200, body: { doneCount: 3, waitingCount: 0, refusedCount: 0 } });
  expect(await accept(shown, key)).toEqual(first);
  expect([await countOf('command'), await countOf('allocation')]).toEqual([3, 3]);
  const { body } = await api.get(`/v1/ledgers/${ledger}/payments/${names.payment('p3')}`);
  expect(body).toMatchObject({ status: 'applied' });
});

test('what a crash left undone is done when it is asked again', async () => {
  const shown = await preview();
  const key = randomUUID();
  // A process that dies after two of three leaves what asking for these two alone leaves.
  expect((await accept(listed(shown.list.slice(0, 2)), key)).body).toMatchObject({ doneCount: 2 });
  const { body } = await accept(shown, key);
  expect(body).toMatchObject({ doneCount: 3, refusedCount: 0 });
  expect(await countOf('command')).toBe(3);
});

test('each is held to what was seen of it; the others are done', async () => {
  const shown = await preview();
  await accept(listed(shown.list.slice(0, 1)));
  const { body } = await accept(shown);
  expect(body).toMatchObject({
    doneCount: 2,
    refusedCount: 1,
    outcomes: [{ state: 'refused', code: 'ledger.stale' }, { state: 'done', code: null }, { state: 'done' }],
  });
});

test('what somebody has to look at is refused, though its token is right', async () => {
  const shown = await preview();
  const disputed = { paymentId: names.payment('p4'), matchRunId: shown.list[0]?.matchRunId ?? '', version: 2 };
  const { body } = await accept(listed([disputed]));
  expect(body).toMatchObject({ refusedCount: 1, outcomes: [{ code: 'ledger.bulk_not_allowed' }] });
  expect(await countOf('command')).toBe(0);
});

test('a list other than the one shown, or without a key, is refused whole', async () => {
  const shown = await preview();
  const changed = await accept({ ...shown, list: shown.list.slice(1) });
  expect([changed.status, changed.body['code']]).toEqual([409, 'api.preview_changed']);
  const without = await accept(shown, null);
  expect([without.status, without.body['code']]).toEqual([400, 'api.idempotency_key_missing']);
  expect(await countOf('command')).toBe(0);
});
