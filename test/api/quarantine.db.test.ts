/** Files that were set aside, over HTTP: seen, given out, tried again, decided upon. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FileSha256, LedgerId } from '../../src/domain/ids.ts';
import type { Finding } from '../../src/domain/statement.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { openBooks, quarantine, sha256Of } from '../support/books.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const path = '/v1/ledgers/FR01/quarantine';
const account = 'FR7630006000011234567890189';
let database: TestDatabase;
let api: TestApi;
let ledgerId: LedgerId;
let fileCount = 0;
let content: string;
let sha256: FileSha256;

beforeAll(async () => {
  database = await createTestDatabase('quarantine_api');
  ledgerId = await openBooks(database.pool, 'FR01', account);
  api = await openApi(database.pool);
});
afterAll(async () => {
  await api.app.close();
  await database.drop();
});

const finding = (code: Finding['code']): Finding => ({
  code,
  severity: 'refuse',
  message: 'said so',
  at: { line: 7, path: 'Ntry/Amt' },
  found: '12,00',
});
beforeEach(async () => {
  content = `a file \u0000 ${(fileCount += 1)} <script>`;
  sha256 = await quarantine(database.pool, ledgerId, content, finding('ingest.totals_mismatch'));
});

const post = async (url: string, payload?: object) => {
  const response = await api.app.inject({ method: 'POST', url, ...(payload === undefined ? {} : { payload }) });
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
};

test('are listed with their reason and its place', async () => {
  const { items } = await api.getPage(path);
  expect(items[0]).toMatchObject({
    sha256,
    state: 'quarantined',
    parser: 'test/1',
    sizeBytes: Buffer.byteLength(content),
    findings: [{ code: 'ingest.totals_mismatch', at: { line: 7, path: 'Ntry/Amt' }, found: '12,00' }],
  });
  const { body } = await api.get(`${path}/${sha256}`);
  expect(body).toMatchObject({ sha256, arrivals: [{ name: 'refused.xml' }] });
});

test('are given out byte for byte, and never shown by a browser', async () => {
  const response = await api.app.inject({ url: `${path}/${sha256}/bytes` });
  expect(response.rawPayload.equals(Buffer.from(content))).toBe(true);
  expect(response.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${sha256}"`,
    'x-content-type-options': 'nosniff',
  });
  expect((await api.get(`${path}/${sha256Of('none')}/bytes`)).status).toBe(404);
});

test('are read again when asked', async () => {
  const wakes = api.wakeCount();
  expect(await post(`${path}/${sha256}/retry`)).toEqual({ status: 202, body: { sha256, state: 'stored' } });
  expect(api.wakeCount()).toBe(wakes + 1);
  expect((await post(`${path}/${sha256Of('none')}/retry`)).status).toBe(404);
});

describe('a decision', () => {
  const decide = (decision: object) => post(`${path}/${sha256}/release`, decision);

  test('to publish has the file read again', async () => {
    expect(await decide({ as: 'publish', reason: 'checked' })).toEqual({
      status: 202,
      body: { sha256, state: 'stored' },
    });
  });

  test('to discard empties the list and keeps the bytes', async () => {
    expect(await decide({ as: 'discard', reason: 'sent by mistake' })).toMatchObject({ body: { state: 'discarded' } });
    const { items } = await api.getPage(path);
    expect(items.map((item) => item['sha256'])).not.toContain(sha256);
    expect((await api.app.inject({ url: `${path}/${sha256}/bytes` })).rawPayload.toString()).toBe(content);
  });

  test('needs a reason, and a file that is set aside', async () => {
    expect(await decide({ as: 'discard', reason: '' })).toMatchObject({ status: 400 });
    expect(await decide({ as: 'discard', reason: '  ' })).toMatchObject({
      status: 422,
      body: { code: 'ledger.reason_missing' },
    });
    await decide({ as: 'discard', reason: 'sent by mistake' });
    expect(await decide({ as: 'publish', reason: 'again' })).toMatchObject({
      status: 409,
      body: { code: 'ledger.file_not_set_aside' },
    });
  });

  test('can not publish what does not add up', async () => {
    sha256 = await quarantine(database.pool, ledgerId, `${content} wrong`, finding('ingest.balance_mismatch'));
    expect(await decide({ as: 'publish', reason: 'please' })).toMatchObject({
      status: 422,
      body: { code: 'ledger.release_refused', details: { finding: 'ingest.balance_mismatch' } },
    });
  });
});

test('bank accounts are listed with their settings', async () => {
  const { items } = await api.getPage('/v1/ledgers/FR01/bank-accounts');
  expect(items).toEqual([
    {
      identifier: account,
      currency: 'EUR',
      name: 'Main',
      glAccount: '512100',
      masterFormat: null,
      aliases: [],
      onMissingStatement: 'hold',
      onAbsentBalance: 'quarantine',
      onTotalsMismatch: 'quarantine',
      onSequenceGap: 'publish',
      onBalanceMismatch: 'quarantine',
    },
  ]);
});
