/** The audit chain, limits and closed periods by HTTP. */
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LedgerId } from '../../src/domain/ids.ts';
import { appendAuditEvents } from '../../src/ledger/audit.ts';
import { verifyChain } from '../../src/ledger/queries/audit-chain.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { act, enterItems, openBooks } from '../support/books.ts';
import { clerkOf } from '../support/clerk.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('api_audit');
const base = '/v1/ledgers/FR01';
let api: TestApi;
let books: LedgerId;

beforeAll(async () => {
  books = await openBooks(database.pool, 'FR01', 'ACCOUNT1');
  await enterItems(database.pool, books, [{ number: 'F-1', customer: 'C1', amount: '100.00' }]);
  api = await openApi(database.pool);
});
afterAll(async () => {
  await api.app.close();
  await database.drop();
});

type Event = Readonly<{ sequence: number; previousHash: string; hash: string; body: string; subject: string }>;
const events = async (query: string) => {
  const { status, items, next } = await api.getPage(`${base}/audit/events?${query}`);
  expect(status).toBe(200);
  return { items: items as unknown as readonly Event[], next };
};

const appendNoise = (count: number) =>
  inLedger(database.pool, books, (tx) => {
    const noise = Array.from({ length: count }, (_, index) => ({
      type: 'test.noise',
      subject: `n-${index}`,
      details: {},
    }));
    return appendAuditEvents(tx, books, noise, { ...act, actor: 'noise "maker"' });
  });

describe('audit events', () => {
  test('can be proved by whoever reads them: each hash is of the one before and the body', async () => {
    await appendNoise(5);
    const chain: Event[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page = await events(`limit=3${after === '' ? '' : `&after=${after}`}`);
      chain.unshift(...page.items.toReversed());
      after = page.next;
    }
    let previous = '0'.repeat(64);
    for (const [index, { sequence, previousHash, hash, body }] of chain.entries()) {
      expect([sequence, previousHash]).toEqual([index + 1, previous]);
      expect(createHash('sha256').update(`${previous}\n${body}`).digest('hex')).toBe(hash);
      previous = hash;
    }
    expect((await api.get(`${base}/audit/head`)).body).toEqual({
      sequence: chain.length,
      hash: previous,
      at: act.now.toISOString(),
    });
  });

  test('are found by subject, type and person', async () => {
    const { items: all } = await events('limit=200');
    const [one] = (await events('subject=n-3')).items;
    expect(one).toMatchObject({ subject: 'n-3', type: 'test.noise', actor: 'noise "maker"', details: {} });
    expect((await events('type=test.noise')).items).toHaveLength(5);
    expect((await events(`actor=${encodeURIComponent('noise "maker"')}`)).items).toHaveLength(5);
    expect((await events('actor=test')).items).toHaveLength(all.length - 5);
    for (const query of ['subject=n-', 'type=est.noise', 'actor=noise', 'subject=%25', 'actor=tes_'])
      expect((await events(query)).items).toEqual([]);
  });

  test('of long ago are found a page further on', async () => {
    await appendNoise(50_000);
    const first = await events('subject=n-3&limit=1');
    expect(first.items).toHaveLength(1);
    const none = await events('type=open_item.added');
    expect(none.items).toEqual([]);
    expect(none.next).not.toBeNull();
    const { items, next } = await events(`actor=test&after=${none.next}`);
    expect(items.length).toBeGreaterThan(0);
    expect(next).toBeNull();
  }, 60_000);

  test('of a megabyte each are a few a page, and all of them are there', async () => {
    const large = Array.from({ length: 20 }, (_, index) => ({
      type: 'test.large',
      subject: `large-${index}`,
      details: { text: 'x'.repeat(1_000_000) },
    }));
    await inLedger(database.pool, books, (tx) => appendAuditEvents(tx, books, large, act));
    const subjects: string[] = [];
    for (let after = ''; subjects.length < large.length;) {
      const { items, next } = await events(`type=test.large&limit=200${after}`);
      expect(items.length).toBeGreaterThan(0);
      expect(items.length).toBeLessThanOrEqual(5);
      subjects.unshift(...items.map(({ subject }) => subject).toReversed());
      after = `&after=${next}`;
    }
    expect(subjects).toEqual(large.map(({ subject }) => subject));
    const { head, breaks, eventCount } = await inLedger(database.pool, books, (tx) => verifyChain(tx, books, null));
    expect([breaks, eventCount]).toEqual([[], Number(head.sequence)]);
  });

  test('have a head that is not sent again while nothing happens', async () => {
    const url = `${base}/audit/head`;
    const { headers } = await api.app.inject({ url });
    const tag = String(headers['etag']);
    const same = await api.app.inject({ url, headers: { 'if-none-match': tag } });
    expect([same.statusCode, same.headers['etag']]).toEqual([304, tag]);
    await appendNoise(1);
    expect((await api.app.inject({ url, headers: { 'if-none-match': tag } })).statusCode).toBe(200);
  });
});

describe('limits', () => {
  const amount = (value: string) => ({ value, currency: 'EUR' });
  const request = {
    writeOff: '2.00',
    writeOffBp: 50,
    writeOffMonthly: '9.00',
    approveWriteOff: '1.00',
    approveRefund: '0.00',
    approveTransfer: '7.00',
  };

  test('are the defaults until they are set, and then those with who set them and who agreed', async () => {
    const { body: before } = await api.get(`${base}/tolerances`);
    expect(before).toMatchObject({ current: { version: 0, writeOff: amount('5.00'), setBy: null }, history: [] });
    const clerk = clerkOf(database.pool, books);
    await clerk.askWithTwo('set_tolerances', request);
    await clerk.askWithTwo('set_tolerances', { ...request, writeOff: '3.00' });
    const answer = await api.app.inject({ url: `${base}/tolerances` });
    expect(answer.headers['etag']).toBe('"2"');
    expect(answer.json()).toMatchObject({
      current: { version: 2, writeOff: amount('3.00'), setBy: 'test', approver: 'second person' },
      history: [{ version: 2 }, { version: 1, writeOff: amount('2.00'), writeOffBp: 50 }],
    });
  });

  test('of days: the periods that were closed', async () => {
    const clerk = clerkOf(database.pool, books);
    for (const closedThrough of ['2026-01-31', '2026-02-28'])
      await clerk.ask('close_period', { closedThrough: closedThrough as never });
    const { body } = await api.get(`${base}/period-closes`);
    expect(body).toMatchObject({
      items: [{ closedThrough: '2026-02-28', closedBy: 'test' }, { closedThrough: '2026-01-31' }],
      next: null,
    });
  });
});

describe('disputes', () => {
  test('are opened, found, shown and changed by their version', async () => {
    const send = (path: string, body: object, headers: object = {}) =>
      api.app.inject({
        method: 'POST',
        url: `${base}${path}`,
        headers: { 'idempotency-key': randomUUID(), ...headers },
        payload: { reason: 'a test', ...body },
      });
    const { body: list } = await api.get(`${base}/open-items`);
    const [item] = (list as { items: readonly { id: string }[] }).items;
    const opened = await send('/disputes', {
      openItemId: item?.id,
      residual: '100.00',
      amount: '30.00',
      openedFrom: 'invoice',
      category: 'A',
      reasonCode: 'price',
      owner: 'claire',
      dueDate: '2026-04-10',
    });
    const { disputeId } = opened.json<{ outcome: { disputeId: string } }>().outcome;
    const url = `${base}/disputes/${disputeId}`;
    const { headers } = await api.app.inject({ url });
    expect(headers['etag']).toBe('"1"');
    await send(`/disputes/${disputeId}/change`, { comment: 'asked' }, { 'if-match': String(headers['etag']) });
    expect((await api.get(url)).body).toMatchObject({
      version: 2,
      amount: amountOf('30.00'),
      residual: amountOf('100.00'),
      item: { documentNumber: 'F-1' },
      events: [
        { kind: 'opened', amount: amountOf('30.00'), comment: null, dueDate: '2026-04-10' },
        { kind: 'commented', comment: 'asked', owner: 'claire' },
      ],
    });
    const found = async (query: string) => (await api.getPage(`${base}/disputes?${query}`)).items.length;
    for (const query of ['', 'state=open', 'category=A', 'customer=C1', 'owner=claire', 'dueBefore=2026-04-11'])
      expect([query, await found(query)]).toEqual([query, 1]);
    for (const query of ['state=resolved', 'category=B', 'customer=C2', 'owner=paul', 'dueBefore=2026-04-10'])
      expect([query, await found(query)]).toEqual([query, 0]);
    expect((await api.get(`${base}/disputes/${randomUUID()}`)).body).toMatchObject({ code: 'ledger.not_found' });
    expect((await api.getPage(`${base}/dispute-reasons`)).items).toHaveLength(14);
  });

  test('are told by cause, and as what is overdue for it', async () => {
    const { body } = await api.get(`${base}/reports/dispute-synthesis?since=2026-03-30`);
    const row = { status: 'A', amount: amountOf('100.00'), invoiceCount: 1, customerCount: 1, sharePermille: 1000 };
    expect(body).toMatchObject({
      now: { total: { amount: amountOf('100.00') } },
      former: { total: { invoiceCount: 0 } },
    });
    expect((body as { now: { rows: unknown[] } }).now.rows).toContainEqual(row);
    const { items } = await api.getPage(`${base}/reports/dispute-causes`);
    expect(items).toMatchObject([{ reasonCode: 'price', count: 1, amount: amountOf('30.00'), openCount: 1 }]);
    const { items: dollars } = await api.getPage(`${base}/reports/dispute-causes?currency=USD`);
    expect(dollars).toEqual([]);
    for (const query of ['currency=ZZZ', 'asOf=2026-02-30', 'asOf=yesterday', 'asOf=2026-03-01T10:00:00'])
      expect((await api.get(`${base}/reports/dispute-causes?${query}`)).body).toMatchObject({
        code: 'api.request_invalid',
      });
  });
});

const amountOf = (value: string) => ({ value, currency: 'EUR' });
