/** The page and its files: by name from memory, under a policy that lets nothing else run. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi, type TestApi } from '../support/api.ts';

const folder = mkdtempSync(join(tmpdir(), 'lettrage-page-'));
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Lettrage</title>');
writeFileSync(join(folder, 'assets', 'index-1.js'), 'export {};');
writeFileSync(join(folder, 'assets', 'index-1.js.map'), '{}');
writeFileSync(join(folder, 'secret.txt'), 'secret');

let api: TestApi;
beforeAll(async () => {
  // Nothing of it is in the database.
  api = await openApi(new Pool(), { pageFolder: folder, access: { kind: 'authenticated', verifyToken: null } });
});
afterAll(async () => {
  await api.app.close();
  rmSync(folder, { recursive: true });
});

test('the page is given to anybody, and may run nothing but its own files', async () => {
  const { statusCode, headers, payload } = await api.app.inject({ url: '/' });
  expect(statusCode).toBe(200);
  expect(payload).toContain('<title>Lettrage</title>');
  expect(headers['content-type']).toContain('text/html');
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(headers['cache-control']).toBe('no-cache');
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('its files are kept by the browser, zipped where it takes that, and not sent twice', async () => {
  const url = '/assets/index-1.js';
  const plain = await api.app.inject({ url });
  expect(plain.payload).toBe('export {};');
  expect(plain.headers['cache-control']).toContain('immutable');
  const zipped = await api.app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
  expect(zipped.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(zipped.rawPayload).toString()).toBe('export {};');
  const known = await api.app.inject({ url, headers: { 'if-none-match': String(plain.headers.etag) } });
  expect(known.statusCode).toBe(304);
  expect(known.payload).toBe('');
});

test.each([
  '/secret.txt',
  '/assets/secret.txt',
  '/assets/index-1.js.map',
  '/assets/..%2Fsecret.txt',
  '/assets/..%2f..%2f..%2fetc%2fpasswd',
  '/assets/%2e%2e/secret.txt',
  '/assets/constructor',
])('%s is no file of the page', async (url) => {
  const { statusCode, payload } = await api.app.inject({ url });
  expect(statusCode).toBe(404);
  expect(payload).not.toContain('secret"');
});

test('without a page the service says that there is none', async () => {
  const bare = await openApi(new Pool());
  expect((await bare.app.inject({ url: '/' })).statusCode).toBe(404);
  await bare.app.close();
});
