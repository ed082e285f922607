/** Statement files sent in: over `inject`, and over a real connection where the network matters. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { LedgerId } from '../../src/domain/ids.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { openBooks, sha256Of } from '../support/books.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { zip } from '../support/zip-writer.ts';

const maxFileBytes = 600_000;
const path = '/v1/ledgers/FR01/statement-files';
// Of this file alone, so that it is seen to be empty.
const spoolFolder = mkdtempSync(join(tmpdir(), 'lettrage-uploads-'));
let database: TestDatabase;
let api: TestApi;
let ledgerId: LedgerId;
let origin: string;

beforeAll(async () => {
  vi.stubEnv('TMPDIR', spoolFolder);
  database = await createTestDatabase('upload');
  ledgerId = await openBooks(database.pool, 'FR01', 'FR7630006000011234567890189');
  api = await openApi(database.pool, { maxFileBytes });
  origin = await api.app.listen({ host: '127.0.0.1', port: 0 });
});

afterAll(async () => {
  await api.app.close();
  await database.drop();
  vi.unstubAllEnvs();
  rmSync(spoolFolder, { recursive: true });
});

/** Uploads that wait on disk at this moment. */
const spooled = () => readdirSync(spoolFolder);
afterEach(async () => {
  await expect.poll(spooled).toEqual([]);
});

const send = async (name: string, payload: string | Buffer, type?: string) => {
  const headers = type === undefined ? {} : { 'content-type': type };
  const url = `${path}?name=${encodeURIComponent(name)}`;
  const response = await api.app.inject({ method: 'POST', url, payload, headers });
  return { status: response.statusCode, headers: response.headers, body: response.json<Record<string, unknown>>() };
};

describe('a file', () => {
  test.each(['application/octet-stream', 'application/xml', 'text/plain', 'application/json', 'x/y', undefined])(
    'of Content-Type %s is kept byte for byte',
    async (type) => {
      const content = Buffer.from(`\0\xFF{"<é> ${String(type)}`, 'latin1');
      const { status, body } = await send('march.xml', content, type);
      expect(status).toBe(202);
      expect(body).toMatchObject({ sizeBytes: content.length, state: 'stored', isNew: true });
      const kept = await inLedger(database.pool, ledgerId, (tx) =>
        tx.query<{ bytes: Buffer }>('select bytes from statement_file_chunk where sha256 = $1', [body['sha256']]),
      );
      expect(kept.rows.map(({ bytes }) => bytes)).toEqual([content]);
    },
  );

  test('can be followed at its Location, and wakes the work loop', async () => {
    const before = api.wakeCount();
    const { headers, body } = await send('relevé 31-03.xml', 'follow me');
    expect(body['sha256']).toBe(sha256Of('follow me'));
    expect(headers['location']).toBe(`${path}/${sha256Of('follow me')}`);
    expect(api.wakeCount()).toBe(before + 1);
    const found = await api.get(String(headers['location']));
    expect(found.body).toMatchObject({ state: 'stored', name: 'relevé 31-03.xml' });
    const { rows } = await database.pool.query('select key from job where queue = $1', ['publish']);
    expect(rows).toEqual([{ key: '' }]);
  });

  test('under another name is the same file', async () => {
    await send('a.xml', 'twice');
    expect(await send('b.xml', 'twice')).toMatchObject({ status: 202, body: { isNew: false } });
    const { body } = await api.get(`${path}/${sha256Of('twice')}`);
    expect(body).toMatchObject({ arrivals: [{ name: 'b.xml' }, { name: 'a.xml' }] });
  });

  test('that is an archive is opened: each member is a file, the first is at the Location', async () => {
    const bytes = zip([
      { name: 'one.xml', bytes: Buffer.from('member 1') },
      { name: 'two.xml', bytes: Buffer.from('member 2') },
    ]);
    const { status, headers, body } = await send('drop.zip', Buffer.from(bytes), 'application/zip');
    const [first, second] = ['member 1', 'member 2'].map(sha256Of);
    expect([status, headers['location']]).toEqual([202, `${path}/${first}`]);
    expect(body).toEqual({
      sha256: first,
      sizeBytes: 8,
      state: 'stored',
      isNew: true,
      members: [
        { name: 'drop.zip/one.xml', sha256: first, sizeBytes: 8, state: 'stored', isNew: true },
        { name: 'drop.zip/two.xml', sha256: second, sizeBytes: 8, state: 'stored', isNew: true },
      ],
    });
    expect((await send('one.xml.gz', gzipSync('member 1'))).body).toEqual({
      sha256: first,
      sizeBytes: 8,
      state: 'stored',
      isNew: false,
    });
  });

  test('of exactly the limit is taken, over several chunks', async () => {
    expect(await send('large.xml', 'x'.repeat(maxFileBytes))).toMatchObject({
      status: 202,
      body: { sizeBytes: maxFileBytes },
    });
  });

  test('one byte larger is refused', async () => {
    expect(await send('large.xml', 'y'.repeat(maxFileBytes + 1))).toMatchObject({
      status: 413,
      body: { code: 'ledger.file_too_large', details: { limitBytes: String(maxFileBytes) } },
    });
  });

  test('without bytes is refused', async () => {
    expect(await send('empty.xml', '', 'application/xml')).toMatchObject({ body: { code: 'api.body_missing' } });
  });

  test.each([
    ['', '/name'],
    ['?name=', '/name'],
    ['?name=a%00b', '/name'],
    ['?name=..%2Fa.xml', '/name'],
    ['?name=..', '/name'],
    ['?name=a%5Cb.xml', '/name'],
    ['?name=a&as=b', '/as'],
  ])('with the query "%s" is refused', async (query, at) => {
    const { statusCode, payload } = await api.app.inject({ method: 'POST', url: `${path}${query}`, payload: 'x' });
    expect(statusCode).toBe(400);
    expect(JSON.parse(payload)).toMatchObject({ code: 'api.request_invalid', faults: [{ in: 'query', at }] });
  });

  test('for a ledger that is none is refused unread', async () => {
    const url = '/v1/ledgers/NO/statement-files?name=a';
    expect((await api.app.inject({ method: 'POST', url, payload: 'x' })).json()).toMatchObject({
      code: 'ledger.ledger_unknown',
    });
  });
});

/** Sends a body in pieces, without saying its length beforehand. */
function stream(name: string) {
  const sent = request(`${origin}${path}?name=${name}`, {
    method: 'POST',
    headers: { 'transfer-encoding': 'chunked' },
  });
  const answer = new Promise<{ status: number; connection: string | undefined; body: unknown }>((resolve, reject) => {
    sent.on('error', reject).on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('error', reject).on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const body: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
        resolve({ status: response.statusCode ?? 0, connection: response.headers.connection, body });
      });
    });
  });
  return { sent, answer };
}

describe('over a connection', () => {
  test('a file in pieces is put together', async () => {
    const { sent, answer } = stream('pieces.xml');
    sent.write('one ');
    await sleep(20);
    sent.end('two');
    expect(await answer).toMatchObject({ status: 202, body: { sha256: sha256Of('one two') } });
  });

  test('a file that grows past the limit is refused while it still comes, and the connection ends', async () => {
    const { sent, answer } = stream('endless.xml');
    sent.write('x'.repeat(maxFileBytes + 1));
    expect(await answer).toMatchObject({ status: 413, connection: 'close', body: { code: 'ledger.file_too_large' } });
    sent.destroy();
  });

  test('a file whose sender goes away leaves nothing', async () => {
    const { sent, answer } = stream('gone.xml');
    sent.write('half a file');
    await expect.poll(spooled).toHaveLength(1);
    sent.destroy(new Error('gone'));
    await expect(answer).rejects.toThrow('gone');
    await expect.poll(spooled).toEqual([]);
    expect(await api.get(`${path}/${sha256Of('half a file')}`)).toMatchObject({ status: 404 });
  });

  test('only so many are taken at once; the next is asked to come again', async () => {
    const waiting = Array.from({ length: 4 }, (_, index) => stream(`slow-${index}.xml`));
    for (const [index, { sent }] of waiting.entries()) sent.write(`slow ${index}`);
    try {
      await expect.poll(spooled).toHaveLength(4);
      const refused = await api.app.inject({ method: 'POST', url: `${path}?name=fifth.xml`, payload: 'fifth' });
      expect(refused.statusCode).toBe(503);
      expect(refused.headers['retry-after']).toBe('1');
      expect(refused.json()).toMatchObject({ code: 'api.uploads_busy' });
    } finally {
      for (const { sent } of waiting) sent.end();
    }
    const statuses = (await Promise.all(waiting.map(({ answer }) => answer))).map(({ status }) => status);
    expect(statuses).toEqual([202, 202, 202, 202]);
    expect(await send('fifth.xml', 'fifth')).toMatchObject({ status: 202 });
  });
});
