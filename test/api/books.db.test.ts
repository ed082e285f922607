/** Every resource of one ledger, read over the API; another ledger beside it, which must not shine through. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LedgerId } from '../../src/domain/ids.ts';
import { openApi, type TestApi } from '../support/api.ts';
import {
  enterItems,
  openBooks,
  publishPayments,
  quarantine,
  readNames,
  runDecisions,
  sha256Of,
  storeText,
  type Names,
} from '../support/books.ts';
import { clerkOf } from '../support/clerk.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const account = 'FR7630006000011234567890189';
const payerIban = 'DE89370400440532013000';
// In cents more than a double can count.
const beyondFloats = '90071992547409931.23';
let database: TestDatabase;
let api: TestApi;
let ledgerId: LedgerId;
let other: LedgerId;
let names: Names;

beforeAll(async () => {
  database = await createTestDatabase('api');
  const { pool } = database;
  ledgerId = await openBooks(pool, 'FR01', account);
  await enterItems(pool, ledgerId, [
    { number: 'F-1', customer: 'C1', amount: '120.50', due: '2026-03-01' },
    { number: 'F-2', customer: 'C1', amount: '80.00', due: '2026-03-20' },
    { number: 'F-3', customer: 'C2', amount: '300.00', residual: '250.00', due: '2026-03-20' },
    { number: 'G-1', customer: 'C2', amount: '10.00', kind: 'credit_note', due: '2026-04-05' },
  ]);
  await publishPayments(pool, ledgerId, { account, content: 'march 30', opening: '1000.00', closedOn: '2026-03-30' }, [
    { name: 'p1', amount: '120.50', bookedOn: '2026-03-30', from: 'Anna Martin', iban: payerIban, text: 'F-1' },
    { name: 'p2', amount: '80.00', bookedOn: '2026-03-30', text: 'F-2' },
    { name: 'p3', amount: '99.00', bookedOn: '2026-03-29', text: 'no idea' },
    { name: 'rent', amount: '700.00', side: 'debit', bookedOn: '2026-03-30', mandate: 'MANDATE-7' },
  ]);
  await runDecisions(pool, ledgerId, [
    { payment: 'p1', amount: '120.50', customer: 'C1', item: 'F-1', reason: null },
    { payment: 'p2', amount: '80.00', customer: 'C1', item: 'F-2', reason: 'payer_is_other_customer' },
    { payment: 'p3', amount: '99.00', customer: 'C1', item: null, reason: 'no_reference_found' },
    { payment: 'rent', amount: '700.00', customer: 'C1', item: null, reason: 'outgoing_payment' },
  ]);
  await publishPayments(pool, ledgerId, { account, content: 'march 31', opening: '599.50', closedOn: '2026-03-31' }, [
    { name: 'p4', amount: beyondFloats, bookedOn: '2026-03-31' },
  ]);
  names = await readNames(pool, ledgerId);
  other = await openBooks(pool, 'DE01', 'DE02120300000000202051');
  const vat = [
    { rateBp: 2_000, gross: '720.00' },
    { rateBp: 550, gross: '280.00' },
  ];
  await enterItems(pool, other, [
    { number: 'X-1', customer: 'C9', amount: '5.00' },
    { number: 'X-2', customer: 'C9', amount: '1000.00', currency: 'USD', booked: '920.00', vat },
  ]);
  api = await openApi(pool);
});

afterAll(async () => {
  await api.app.close();
  await database.drop();
});

const list = async (path: string, ledger = 'FR01') => {
  const { status, items } = await api.getPage(`/v1/ledgers/${ledger}/${path}`);
  expect(status).toBe(200);
  return items;
};
const namesIn = async (path: string) => (await list(path)).map(({ endToEndId }) => endToEndId);
const numbersIn = async (path: string) => (await list(path)).map(({ documentNumber }) => documentNumber);

test('GET /v1/ledgers lists the ledgers', async () => {
  const { status, body } = await api.get('/v1/ledgers');
  expect(status).toBe(200);
  const items = [
    { code: 'FR01', name: 'Company FR01' },
    { code: 'DE01', name: 'Company DE01' },
  ];
  expect(body).toEqual({ items, next: null });
});

describe('payments', () => {
  test('are listed newest first, amounts as decimal strings', async () => {
    const payments = await list('payments');
    expect(payments.map(({ bookingDate }) => bookingDate)).toEqual([
      '2026-03-31',
      '2026-03-30',
      '2026-03-30',
      '2026-03-30',
      '2026-03-29',
    ]);
    expect(payments.find(({ endToEndId }) => endToEndId === 'p1')).toEqual({
      id: names.payment('p1'),
      status: 'applied',
      reviewReason: null,
      side: 'credit',
      amount: { value: '120.50', currency: 'EUR' },
      unapplied: { value: '0.00', currency: 'EUR' },
      bookingDate: '2026-03-30',
      isReversal: false,
      returnReason: null,
      bankTransactionCode: 'PMNT/RCDT/ESCT',
      batchCount: null,
      counterpartyName: 'Anna Martin',
      counterpartyIban: payerIban,
      remittance: ['F-1'],
      creditorReference: null,
      endToEndId: 'p1',
      mandateId: null,
      matchRunId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      version: 2,
    });
  });

  test('of a direct debit name its mandate', async () => {
    expect(await list('payments?side=debit')).toMatchObject([{ endToEndId: 'rent', mandateId: 'MANDATE-7' }]);
  });

  test.each([
    ['status=received', ['p4']],
    ['status=in_review&side=credit', ['p2', 'p3']],
    ['side=debit', ['rent']],
    ['bookedTo=2026-03-29', ['p3']],
    ['bookedFrom=2026-03-31', ['p4']],
    ['bookedFrom=2026-04-01', []],
    ['bookedFrom=2026-03-29&bookedTo=2026-03-29', ['p3']],
  ])('are filtered by %s', async (query, expected) => {
    expect(new Set(await namesIn(`payments?${query}`))).toEqual(new Set(expected));
  });

  test('show their source, what they were applied to, with its letter, and the certificate', async () => {
    const { status, body } = await api.get(`/v1/ledgers/FR01/payments/${names.payment('p1')}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: names.payment('p1'),
      source: { bankAccount: account, sha256: sha256Of('march 30'), statementDate: '2026-03-30', entryIndex: 0 },
      allocations: [
        {
          side: 'debit',
          amount: { value: '120.50', currency: 'EUR' },
          basis: 'named_by_debtor',
          allocatedAt: '2026-03-31T08:15:00.000Z',
          openItem: { id: names.item('F-1'), documentNumber: 'F-1', kind: 'invoice', dueDate: '2026-03-01' },
          customer: { code: 'C1', name: 'Customer C1' },
          lettering: { state: 'lettered', code: 'A', date: '2026-03-30' },
        },
      ],
      certificate: {
        form: 'lettrage.certificate/2',
        action: 'apply',
        rule: 'full_reference',
        chosen: { evidence: [{ kind: 'item_named', level: 'full', found: { field: 'remittance', end: 3 } }, {}] },
      },
    });
  });

  test('that no run has looked at have no certificate', async () => {
    const { body } = await api.get(`/v1/ledgers/FR01/payments/${names.payment('p4')}`);
    expect(body).toMatchObject({ status: 'received', allocations: [], certificate: null });
  });

  test('are exact beyond what a float can count', async () => {
    const { body } = await api.get(`/v1/ledgers/FR01/payments/${names.payment('p4')}`);
    const amount = { value: beyondFloats, currency: 'EUR' };
    expect(body).toMatchObject({ amount, unapplied: amount });
  });
});

describe('open items', () => {
  test('are listed with what is left of them, the earliest due first', async () => {
    const items = await list('open-items');
    expect(items[0]).toEqual({
      id: names.item('F-1'),
      status: 'closed',
      customer: { id: expect.any(String), code: 'C1', name: 'Customer C1' },
      documentNumber: 'F-1',
      kind: 'invoice',
      account: '411',
      amount: { value: '120.50', currency: 'EUR' },
      residual: { value: '0.00', currency: 'EUR' },
      disputed: { value: '0.00', currency: 'EUR' },
      baseAmount: null,
      vat: null,
      issueDate: '2026-01-30',
      dueDate: '2026-03-01',
      dueDateSource: 'given',
      creditorReference: null,
      purchaseOrder: null,
      version: 2,
    });
    expect(items.map(({ dueDate }) => dueDate)).toEqual(['2026-03-01', '2026-03-20', '2026-03-20', '2026-04-05']);
  });

  test.each([
    ['customer=C2', ['F-3', 'G-1']],
    ['customer=C9', []],
    ['kind=credit_note', ['G-1']],
    ['kind=on_account', []],
    ['status=closed', ['F-1']],
    ['status=open&customer=C1', ['F-2']],
    ['dueBefore=2026-03-20', ['F-1']],
    ['dueBefore=2026-03-21', ['F-1', 'F-2', 'F-3']],
  ])('are filtered by %s', async (query, expected) => {
    expect(new Set(await numbersIn(`open-items?${query}`))).toEqual(new Set(expected));
  });

  test('in another currency say what they were booked at, their VAT, and what is disputed of them', async () => {
    const openItemId = (await readNames(database.pool, other)).item('X-2');
    const clerk = clerkOf(database.pool, other);
    await clerk.ask('set_dispute_reason', { code: 'quality', category: 'B', label: 'Quality' });
    await clerk.ask('open_dispute', {
      openItemId,
      residual: '1000.00',
      amount: '12.50',
      openedFrom: 'invoice',
      category: 'B',
      reasonCode: 'quality',
    });
    const { body } = await api.get(`/v1/ledgers/DE01/open-items/${openItemId}`);
    expect(body).toMatchObject({
      amount: { value: '1000.00', currency: 'USD' },
      disputed: { value: '12.50', currency: 'USD' },
      baseAmount: { value: '920.00', currency: 'EUR' },
      vat: [
        { rateBp: 2_000, gross: '720.00' },
        { rateBp: 550, gross: '280.00' },
      ],
    });
  });

  test('show what cleared them', async () => {
    const { body } = await api.get(`/v1/ledgers/FR01/open-items/${names.item('F-1')}`);
    const payment = { id: names.payment('p1'), bookingDate: '2026-03-30', counterpartyName: 'Anna Martin' };
    expect(body).toMatchObject({ status: 'closed', allocations: [{ payment, amount: { value: '120.50' } }] });
  });

  test('show what was cleared elsewhere', async () => {
    const { body } = await api.get(`/v1/ledgers/FR01/open-items/${names.item('F-3')}`);
    expect(body).toMatchObject({
      residual: { value: '250.00' },
      allocations: [],
      adjustments: [{ reason: 'cleared_before_import', amount: { value: '50.00', currency: 'EUR' } }],
    });
  });
});

describe('the review queue', () => {
  test('lists what waits for a person, the oldest first, with suggestions in short', async () => {
    const queue = await list('review-queue');
    expect(queue[0]).toMatchObject({ payment: { endToEndId: 'p3' }, reason: 'no_reference_found', suggestions: [] });
    const second = queue.find(({ reason }) => reason === 'payer_is_other_customer');
    expect(second).toMatchObject({
      payment: { endToEndId: 'p2', status: 'in_review', unapplied: { value: '80.00' } },
      suggestions: [
        {
          cell: 'named full exact none',
          lineCount: 1,
          documents: ['F-2'],
          customer: { code: 'C1', name: 'Customer C1' },
        },
      ],
      failedGates: ['payer_is_other_customer'],
      searched: { referenceCount: 1, openItemCount: 1 },
    });
    expect(queue).toHaveLength(3);
  });

  test('is filtered by reason', async () => {
    const queue = await list('review-queue?reason=outgoing_payment');
    expect(queue.map(({ payment }) => payment)).toMatchObject([{ endToEndId: 'rent' }]);
  });

  test('is counted by reason', async () => {
    const { body } = await api.get('/v1/ledgers/FR01/review-queue/counts');
    const reasons = ['no_reference_found', 'outgoing_payment', 'payer_is_other_customer'];
    expect(body).toEqual({
      paymentCount: 3,
      isComplete: true,
      reasons: reasons.map((reason) => ({ reason, paymentCount: 1 })),
    });
  });
});

describe('statement files', () => {
  test('are listed where they first arrived, the latest first, and filtered by state', async () => {
    const refused = {
      code: 'ingest.xml_cut',
      severity: 'refuse',
      message: 'cut',
      at: { line: 7, path: 'Ntry' },
      found: null,
    } as const;
    const sha256 = await quarantine(database.pool, ledgerId, 'cut', refused);
    await storeText(database.pool, ledgerId, 'march 30', 'march 30 again.xml');

    const files = await list('statement-files');
    expect(files.map((file) => file['sha256'])).toEqual([sha256, sha256Of('march 31'), sha256Of('march 30')]);
    expect(files[2]).toEqual({
      sha256: sha256Of('march 30'),
      sizeBytes: 8,
      state: 'published',
      format: 'camt.053',
      formatVersion: '08',
      name: '2026-03-30.xml',
      firstArrivedAt: '2026-03-31T08:15:00.000Z',
    });
    expect((await list('statement-files?state=quarantined')).map((file) => file['sha256'])).toEqual([sha256]);

    const { body } = await api.get(`/v1/ledgers/FR01/statement-files/${sha256}`);
    expect(body).toMatchObject({ state: 'quarantined', findings: [refused], statements: [] });
  });

  test('show every name they came under, and the proof of their statements', async () => {
    const { body } = await api.get(`/v1/ledgers/FR01/statement-files/${sha256Of('march 30')}`);
    const euros = (value: string) => ({ value, currency: 'EUR' });
    expect(body).toMatchObject({
      parser: 'test/1',
      arrivals: [{ name: 'march 30 again.xml' }, { name: '2026-03-30.xml' }],
      statements: [
        {
          bankAccount: account,
          statementDate: '2026-03-30',
          entryCount: 4,
          proof: {
            opening: euros('1000.00'),
            credits: euros('299.50'),
            debits: euros('700.00'),
            closing: euros('599.50'),
          },
        },
      ],
    });
  });
});

describe('match runs', () => {
  test('are listed with their progress', async () => {
    const [run] = await list('match-runs');
    expect(run).toEqual({
      id: expect.any(String),
      runNumber: 1,
      state: 'applied',
      currency: 'EUR',
      engine: 'test/1',
      decidedAt: '2026-03-31T08:15:00.000Z',
      paymentCount: 4,
      chunkCount: 1,
      appliedChunkCount: 1,
      appliedCount: 1,
      reviewCount: 3,
      cancelled: null,
    });
    expect((await api.get(`/v1/ledgers/FR01/match-runs/${String(run?.['id'])}`)).body).toEqual(run);
  });

  test('are asked for: one job for each currency with unapplied payments, however often one asks', async () => {
    const before = api.wakeCount();
    for (let count = 0; count < 2; count += 1) {
      const { statusCode, payload } = await api.app.inject({ method: 'POST', url: '/v1/ledgers/FR01/match-runs' });
      expect(statusCode).toBe(202);
      expect(JSON.parse(payload)).toEqual({ currencies: ['EUR'] });
    }
    const { rows } = await database.pool.query('select key from job where ledger_id = $1 and queue = $2', [
      ledgerId,
      'match',
    ]);
    expect(rows).toEqual([{ key: 'EUR' }]);
    expect(api.wakeCount()).toBe(before + 2);
  });

  test('are not needed where nothing is unapplied', async () => {
    const { payload } = await api.app.inject({ method: 'POST', url: '/v1/ledgers/DE01/match-runs' });
    expect(JSON.parse(payload)).toEqual({ currencies: [] });
  });

  test('show how far they are while their chunks are applied', async () => {
    const half = await openBooks(database.pool, 'HALF', 'FR7610107001011234567890129');
    await publishPayments(
      database.pool,
      half,
      { account: 'FR7610107001011234567890129', content: 'half', opening: '0.00', closedOn: '2026-03-30' },
      ['a', 'b', 'c'].map((name) => ({ name, amount: '1.00', bookedOn: '2026-03-30' })),
    );
    const unexplained = { amount: '1.00', customer: 'none', item: null, reason: 'no_reference_found' } as const;
    const decisions = ['a', 'b', 'c'].map((payment) => ({ payment, ...unexplained }));
    const run = await runDecisions(database.pool, half, decisions, { chunkSize: 2, chunks: 1 });
    const { body } = await api.get(`/v1/ledgers/HALF/match-runs/${run.id}`);
    expect(body).toMatchObject({
      state: 'applying',
      chunkCount: 2,
      appliedChunkCount: 1,
      appliedCount: 0,
      reviewCount: 2,
    });
  });
});

describe('another ledger', () => {
  test('has lists of its own', async () => {
    expect(new Set((await list('open-items', 'DE01')).map(({ documentNumber }) => documentNumber))).toEqual(
      new Set(['X-1', 'X-2']),
    );
    for (const path of ['payments', 'review-queue', 'match-runs', 'statement-files']) {
      expect((await api.get(`/v1/ledgers/DE01/${path}`)).body).toEqual({ items: [], next: null });
    }
    expect((await api.get('/v1/ledgers/DE01/review-queue/counts')).body).toMatchObject({
      paymentCount: 0,
      reasons: [],
    });
  });

  test('has none of the records of this one', async () => {
    const [run] = await list('match-runs');
    const paths = [
      `payments/${names.payment('p1')}`,
      `open-items/${names.item('F-1')}`,
      `statement-files/${sha256Of('march 30')}`,
      `match-runs/${String(run?.['id'])}`,
    ];
    for (const path of paths) {
      expect((await api.get(`/v1/ledgers/FR01/${path}`)).status).toBe(200);
      expect(await api.get(`/v1/ledgers/DE01/${path}`)).toMatchObject({
        status: 404,
        body: { code: 'ledger.not_found' },
      });
    }
  });
});
