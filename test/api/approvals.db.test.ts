/** Two people by HTTP: who may ask, who may agree, and to what; for every role and every action that takes two. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessRoles, type AccessRole } from '../../src/domain/access.ts';
import type { LedgerId } from '../../src/domain/ids.ts';
import { customerIdOf } from '../../src/ledger/commands/import-customers.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { day, enterItems, openBooks, publishPayments, readNames, type Names } from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';
import { personWith, type Person, type Told } from '../support/roles.ts';

const database = await createTestDatabase('api_approvals');
const iban = 'FR1420041010050500013M02606';
let api: TestApi;

beforeAll(async () => {
  api = await openApi(database.pool, { access: { kind: 'authenticated', verifyToken: null } });
});
afterAll(async () => {
  await api.app.close();
  await database.drop();
});

type Books = Readonly<{
  id: LedgerId;
  names: Names;
  /** With a key for the role. */
  person(role: AccessRole, actor?: string): Promise<Person>;
  /** Commands done, and requests by what became of them. */
  states(): Promise<Readonly<Record<string, number>>>;
}>;

async function freshBooks(): Promise<Books> {
  const ledger = `two-${randomUUID().slice(0, 8)}`;
  const id = await openBooks(database.pool, ledger, `ACCOUNT-${ledger}`);
  await enterItems(database.pool, id, [
    { number: 'F-1', customer: 'C1', amount: '1000.00' },
    { number: 'F-2', customer: 'C1', amount: '1000.00' },
    { number: 'F-3', customer: 'C1', amount: '150.00', discount: { bp: 200, until: day('2026-03-01') } },
    { number: 'N-1', customer: 'C1', amount: '60.00', kind: 'credit_note' },
    { number: 'G-1', customer: 'C2', amount: '1000.00' },
  ]);
  const statement = { account: `ACCOUNT-${ledger}`, content: ledger, opening: '0.00', closedOn: '2026-03-12' };
  await publishPayments(database.pool, id, statement, [
    { name: 'P-1000', amount: '1000.00', bookedOn: '2026-03-12' },
    { name: 'P-147', amount: '147.00', bookedOn: '2026-03-12' },
  ]);
  return {
    id,
    names: await readNames(database.pool, id),
    person: (role, actor = `${role}@test`) => personWith(api, database.pool, ledger, { actor, role }),
    async states() {
      const { rows } = await inLedger(database.pool, id, (tx) =>
        tx.query<{ state: string; count: number }>(
          `select state, count(*)::int as count from approval_request group by state
           union all select 'done', count(*)::int from command`,
        ),
      );
      return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
    },
  };
}

const limits = (writeOff = '5.00') => ({
  writeOff,
  writeOffBp: 100,
  writeOffMonthly: '20.00',
  approveWriteOff: '2.00',
  approveRefund: '500.00',
  approveTransfer: '1000.00',
});

/** Clears F-3 with 147.00 and what is said to be the difference of 3.00. */
const clearedWith = ({ names }: Books, difference: object) => ({
  parts: [
    {
      use: 'items',
      lines: [{ openItemId: names.item('F-3'), residual: '150.00', cleared: '150.00', differences: [difference] }],
    },
  ],
});

type Action = Readonly<{
  /** The roles that may ask for it. */
  askers: readonly AccessRole[];
  /** What has to stand before; by somebody who may. */
  prepare?: (books: Books, treasurer: Person) => Promise<string>;
  ask: (books: Books, person: Person, prepared: string) => Promise<Told>;
}>;

const settlers = ['clerk', 'treasurer'] as const;
const send = (path: (books: Books) => string, body: (books: Books) => object): Action => ({
  askers: settlers,
  ask: (books, person) => person.send('POST', path(books), body(books)),
});

const actions: Readonly<Record<string, Action>> = {
  'a write-off': send(
    ({ names }) => `/open-items/${names.item('F-1')}/write-off`,
    () => ({ residual: '1000.00', amount: '1.01' }),
  ),
  'a refund': send(
    ({ names }) => `/open-items/${names.item('N-1')}/refund`,
    () => ({ residual: '60.00', amount: '0.01' }),
  ),
  'a transfer': send(
    ({ names }) => `/open-items/${names.item('F-1')}/transfer`,
    ({ id }) => ({ residual: '1000.00', amount: '500.01', toCustomerId: customerIdOf(id, 'C2') }),
  ),
  'a new payer': send(
    ({ id }) => `/customers/${customerIdOf(id, 'C1')}/payers`,
    () => ({ iban }),
  ),
  'the fee of a bank': send(
    ({ names }) => `/payments/${names.payment('P-147')}/settle`,
    (books) => clearedWith(books, { as: 'bank_charge', amount: '3.00' }),
  ),
  'a late discount': send(
    ({ names }) => `/payments/${names.payment('P-147')}/settle`,
    (books) => clearedWith(books, { as: 'discount', amount: '3.00', vat: 'gross', late: true }),
  ),
  'other limits': { askers: ['treasurer'], ask: (_, person) => person.send('PUT', '/tolerances', limits()) },
  'un-lettering in a closed period': {
    askers: settlers,
    async prepare({ names }, treasurer) {
      const line = { openItemId: names.item('F-1'), residual: '1000.00', cleared: '1000.00' };
      const parts = [{ use: 'items', lines: [line] }];
      const { body } = await treasurer.send('POST', `/payments/${names.payment('P-1000')}/settle`, { parts });
      await treasurer.send('POST', '/period-closes', { closedThrough: '2026-03-15' });
      const { postingId } = body['outcome'] as { postingId: string };
      return postingId;
    },
    ask: (_, person, postingId) => person.send('POST', `/postings/${postingId}/reverse`, {}),
  },
};

type Waiting = Readonly<{ commandId: string; approval: Readonly<{ requestSha256: string }> }>;

const decide = (person: Person, { body }: Told, decision: 'approved' | 'rejected' = 'approved') => {
  const { commandId, approval } = body as unknown as Waiting;
  const { requestSha256 } = approval;
  return person.send('POST', `/approvals/${commandId}/decide`, { decision, requestSha256 });
};

/** Who has the permission to agree: written here once more, by hand. */
const approvers: readonly AccessRole[] = ['approver', 'treasurer'];

describe.each(Object.entries(actions))('%s takes two', (_, { askers, prepare, ask }) => {
  test('whoever asks, of whom none agrees to their own', async () => {
    const books = await freshBooks();
    const treasurer = await books.person('treasurer', 'treasurer of before');
    const prepared = (await prepare?.(books, treasurer)) ?? '';
    const before = await books.states();
    for (const role of accessRoles) {
      const person = await books.person(role);
      const asked = await ask(books, person, prepared);
      if (!askers.includes(role)) {
        expect([role, asked.status, asked.body['code']]).toEqual([role, 403, 'api.permission_missing']);
        continue;
      }
      expect([role, asked.status, asked.body['state']]).toEqual([role, 202, 'waiting']);
      const own = await decide(person, asked);
      const refusal = approvers.includes(role) ? 'ledger.approval_by_author' : 'api.permission_missing';
      expect([role, own.status, own.body['code']]).toEqual([role, 403, refusal]);
      // Another key of the same person, with a role that may agree, is the same person.
      const again = await decide(await books.person('treasurer', person.actor), asked);
      expect(again.body).toMatchObject({ code: 'ledger.approval_by_author' });
    }
    expect(await books.states()).toEqual({ ...before, waiting: askers.length });
  });

  test.each(approvers)('when another, a %s, agrees, and the roles that may not have tried', async (approver) => {
    const books = await freshBooks();
    const author = await books.person('treasurer', 'author');
    const prepared = (await prepare?.(books, author)) ?? '';
    const before = await books.states();
    const asked = await ask(books, author, prepared);
    for (const role of accessRoles.filter((role) => !approvers.includes(role))) {
      const refused = await decide(await books.person(role), asked);
      expect([role, refused.status, refused.body['code']]).toEqual([role, 403, 'api.permission_missing']);
    }
    expect(await books.states()).toEqual({ ...before, waiting: 1 });
    expect((await decide(await books.person(approver), asked)).body).toMatchObject({ state: 'done' });
    expect(await books.states()).toEqual({ ...before, approved: 1, done: (before['done'] ?? 0) + 1 });
    expect((await verifyLedger(database.pool, books.id)).violations).toEqual([]);
  });
});

test('what changed after it was looked at has to be agreed to anew, 200 of 200 (seed 20261122)', async () => {
  const books = await freshBooks();
  const author = await books.person('treasurer', 'author');
  const second = await books.person('approver');
  const cents = fc.integer({ min: 200, max: 100_000 }).map((minor) => (minor / 100).toFixed(2));
  const pairs = fc.sample(
    fc.tuple(cents, cents).filter(([one, other]) => one !== other),
    { seed: 20_261_122, numRuns: 200 },
  );
  for (const [one, other] of pairs) {
    const key = randomUUID();
    const seen = await author.send('PUT', '/tolerances', limits(one), key);
    const changed = await author.send('PUT', '/tolerances', limits(other), key);
    expect(changed.body).toMatchObject({ code: 'ledger.command_reused' });
    const anew = await author.send('PUT', '/tolerances', limits(other));
    const { requestSha256 } = (seen.body as unknown as Waiting).approval;
    const { commandId } = anew.body as unknown as Waiting;
    const crossed = await second.send('POST', `/approvals/${commandId}/decide`, {
      decision: 'approved',
      requestSha256,
    });
    expect([crossed.status, crossed.body['code']]).toEqual([409, 'ledger.approval_changed']);
    expect((await decide(second, anew)).body).toMatchObject({ state: 'done' });
  }
  expect(await books.states()).toEqual({ waiting: 200, approved: 200, done: 200 });
}, 120_000);

describe('a request', () => {
  const asked = async () => {
    const books = await freshBooks();
    const clerk = await books.person('clerk');
    const path = `/open-items/${books.names.item('F-1')}/write-off`;
    const waiting = await clerk.send('POST', path, { residual: '1000.00', amount: '1.01' });
    const { commandId, approval } = waiting.body as unknown as Waiting;
    return { books, clerk, waiting, path, commandId, ...approval };
  };

  test('is shown whole: what, whose, why, by whom, and the hash to agree to', async () => {
    const { books, clerk, commandId, requestSha256, waiting } = await asked();
    const expected = {
      id: commandId,
      kind: 'write_off',
      state: 'waiting',
      author: 'clerk@test',
      reason: 'a test',
      request: { openItemId: books.names.item('F-1'), residual: '1000.00', amount: '1.01' },
      subjects: [
        { kind: 'open_item', label: 'F-1', amount: { value: '1000.00', currency: 'EUR' }, customer: { code: 'C1' } },
      ],
      requestSha256,
      reasons: [{ limit: 'write-off', found: '1.01 EUR', allowed: '1.00 EUR' }],
      version: 1,
      decision: null,
    };
    const shown = await clerk.get(`/approvals/${commandId}`);
    expect(shown.body).toMatchObject(expected);
    const { body } = await clerk.get('/approvals?state=waiting');
    expect(body).toMatchObject({ items: [expected], next: null });
    await decide(await books.person('approver'), waiting, 'rejected');
    expect((await clerk.get('/approvals?state=waiting')).body).toMatchObject({ items: [] });
    expect((await clerk.get(`/approvals/${commandId}`)).body).toMatchObject({
      state: 'rejected',
      version: 2,
      decision: { decision: 'rejected', by: 'approver@test', reason: 'a test' },
    });
  });

  test('is withdrawn by who made it, and by nobody else', async () => {
    const { books, clerk, commandId, requestSha256, waiting } = await asked();
    const withdraw = (person: Person) =>
      person.send('POST', `/approvals/${commandId}/withdraw`, { requestSha256, reason: 'a mistake' });
    const other = await withdraw(await books.person('treasurer'));
    expect([other.status, other.body['code']]).toEqual([403, 'ledger.withdrawal_by_another']);
    expect((await withdraw(clerk)).body).toEqual({ commandId, state: 'withdrawn', outcome: null });
    expect((await withdraw(clerk)).body).toMatchObject({ code: 'ledger.approval_decided' });
    const late = await decide(await books.person('approver'), waiting);
    expect(late.body).toMatchObject({ code: 'ledger.approval_decided' });
  });

  test('of what changed in the books is withdrawn instead of carried out', async () => {
    const { books, clerk, path, waiting, commandId } = await asked();
    await clerk.send('POST', path, { residual: '1000.00', amount: '0.50' });
    const decided = await decide(await books.person('approver'), waiting);
    expect([decided.status, decided.body['code']]).toEqual([412, 'ledger.stale']);
    expect((await clerk.get(`/approvals/${commandId}`)).body).toMatchObject({ state: 'withdrawn' });
  });

  test('that nobody made is not there', async () => {
    const { clerk } = await asked();
    const { status, body } = await clerk.get(`/approvals/${randomUUID()}`);
    expect([status, body['code']]).toEqual([404, 'ledger.approval_unknown']);
  });
});

describe('what was done', () => {
  test('is told with what it booked, who agreed, and what took it back', async () => {
    const books = await freshBooks();
    const clerk = await books.person('clerk');
    const path = `/open-items/${books.names.item('F-1')}/write-off`;
    const waiting = await clerk.send('POST', path, { residual: '1000.00', amount: '1.01' });
    await decide(await books.person('approver'), waiting);
    const { commandId } = waiting.body as unknown as Waiting;
    const done = (await clerk.get(`/commands/${commandId}`)).body as unknown as Done;
    expect(done).toMatchObject({
      kind: 'write_off',
      actor: 'clerk@test',
      approver: 'approver@test',
      subjects: [{ label: 'F-1' }],
      isReversed: false,
      postings: [
        {
          source: 'command',
          sourceId: commandId,
          label: 'written_off',
          reversals: [],
          lines: [
            {
              account: '411',
              side: 'credit',
              amount: { value: '1.01' },
              customer: { code: 'C1' },
              lettering: { code: 'a' },
            },
            { account: '658', side: 'debit', amount: { value: '1.01' }, customer: null, lettering: null },
          ],
        },
      ],
    });
    const postingId = done.postings[0]?.id ?? '';
    const undone = await clerk.send('POST', `/postings/${postingId}/reverse`, {});
    const reversal = undone.body as unknown as { commandId: string; outcome: { postingId: string } };
    const { body } = await clerk.get('/commands');
    expect(body['items']).toMatchObject(
      [
        { id: reversal.commandId, kind: 'reverse_posting', subjects: [{ kind: 'posting', label: 'written_off' }] },
        {
          id: commandId,
          isReversed: true,
          postings: [{ reversals: [{ ...reversal.outcome, label: 'taken_back', commandId: reversal.commandId }] }],
        },
      ].toSorted((one, other) => (one.id < other.id ? 1 : -1)),
    );
    expect((await clerk.get(`/postings/${postingId}`)).body).toMatchObject({ reversals: [reversal.outcome] });
    expect((await clerk.get(`/postings/${reversal.outcome.postingId}`)).body).toMatchObject({
      reversesPostingId: postingId,
      reversals: [],
    });
  });

  test('is found by kind, person and day', async () => {
    const books = await freshBooks();
    const [clerk, treasurer] = [await books.person('clerk'), await books.person('treasurer')];
    const writeOff = (person: Person, number: string) =>
      person.send('POST', `/open-items/${books.names.item(number)}/write-off`, { residual: '1000.00', amount: '1.00' });
    await writeOff(clerk, 'F-1');
    await writeOff(treasurer, 'F-2');
    await treasurer.send('POST', '/period-closes', { closedThrough: '2026-02-28' });
    const count = async (query: string) => ((await clerk.get(`/commands?${query}`)).body['items'] as unknown[]).length;
    expect(await count('')).toBe(3);
    expect(await count('kind=write_off')).toBe(2);
    expect(await count('kind=write_off&actor=clerk%40test')).toBe(1);
    expect(await count('from=2026-03-31&to=2026-03-31')).toBe(3);
    expect(await count('to=2026-03-30')).toBe(0);
    expect(await count('from=2026-04-01')).toBe(0);
    const missing = await clerk.get(`/commands/${randomUUID()}`);
    expect([missing.status, missing.body['code']]).toEqual([404, 'ledger.not_found']);
  });
});

type Done = Readonly<{ postings: readonly Readonly<{ id: string }>[] }>;
