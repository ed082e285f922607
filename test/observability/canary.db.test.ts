/**
 * The service as built, at its most talkative, is given an account number, names and secrets by every way in, and made to
 * fail with them in its hands: what it writes has none of them, in no form.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectClient } from '../../src/database/connect.ts';
import { createApiKey } from '../../src/ledger/commands/api-keys.ts';
import { importRecords } from '../../src/workers/jobs/import-records.ts';
import { openThreads } from '../../src/workers/threads.ts';
import type { TestDatabase } from '../support/database.ts';
import { demo, openDemoBooks } from '../support/demo-books.ts';
import { startService, type Service } from '../support/service.ts';

const iban = 'FR7630006000011234567890189';
const person = 'Quetzalina Canarivogel';
const secret = 'canary-secret-5f1d7c9e2b4a48638d0e';
const wrongKey = `ltg_${'c'.repeat(12)}_canaryWrongKey0123456789`;
const path = '/v1/ledgers/demo';

const folder = mkdtempSync(join(tmpdir(), 'lettrage-canary-'));
const threads = openThreads(1);
let database: TestDatabase;
let service: Service;
let key = '';

beforeAll(async () => {
  const opened = await openDemoBooks('canary', threads);
  database = opened.database;
  await importRecords(opened.context, opened.books, 'customers', join(demo, 'customers.csv'));
  const by = { actor: 'test', now: new Date() };
  ({ key } = await createApiKey(database.pool, { actor: person, role: 'admin', ledgerId: null, days: 1 }, by));
  writeFileSync(join(folder, 'secret'), secret.padEnd(40, '0'));
  // Nobody listens there.
  const receiver = { name: 'erp', url: `http://127.0.0.1:9/${secret}`, secretFile: 'secret', allowPrivate: true };
  writeFileSync(join(folder, 'webhooks.json'), JSON.stringify([receiver]));
  service = await startService(database.serviceUrl, {
    LETTRAGE_ACCESS: 'keys',
    LETTRAGE_LOG_LEVEL: 'trace',
    LETTRAGE_WORKERS: '1',
    LETTRAGE_WEBHOOKS: join(folder, 'webhooks.json'),
  });
}, 180_000);
afterAll(async () => {
  service.process.kill('SIGKILL');
  await threads.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

type Sent = Readonly<{ method?: string; body?: string | Buffer; type?: string; authorization?: string }>;

async function ask(at: string, sent: Sent = {}): Promise<number> {
  const { method = sent.body === undefined ? 'GET' : 'POST', body, type, authorization = `Bearer ${key}` } = sent;
  const headers = { authorization, ...(type === undefined ? {} : { 'content-type': type }) };
  const response = await fetch(`${service.origin}${at}`, { method, headers, ...(body === undefined ? {} : { body }) });
  await response.arrayBuffer();
  return response.status;
}

/** Runs SQL as the superuser. */
async function administer(...statements: readonly string[]): Promise<void> {
  const admin = await connectClient(database.adminUrl);
  for (const statement of statements) await admin.query(statement);
  await admin.end();
}

async function untilLogged(pattern: RegExp): Promise<void> {
  for (let waited = 0; !pattern.test(service.told()); waited += 50) {
    if (waited > 60_000) throw new Error(`never logged: ${String(pattern)}; ${service.told()}`);
    await sleep(50);
  }
}

const ndjson = 'application/x-ndjson';
const customerLine = JSON.stringify({ code: 'CANARY', name: person, ibans: [iban] });
const statement = (): string =>
  readFileSync(join(demo, 'night-1/camt053_FR7690817000420002148760545_20260302.xml'), 'utf8')
    .replaceAll(/(<Dbtr>\s*<Nm>)[^<]*/g, `$1${person}`)
    .replaceAll(/(<DbtrAcct>\s*<Id>\s*<IBAN>)[^<]*/g, `$1${iban}`)
    .replaceAll(/(<Ustrd>)[^<]*/g, `$1${person} ${iban} ${secret}`);

const named = encodeURIComponent(person);

/** What is taken, what is refused, and what is not even a request of ours. */
async function tellAll(): Promise<readonly number[]> {
  return [
    await ask(`${path}/customers/import`, { body: `${customerLine}\n{"name":"${person}","iban"`, type: ndjson }),
    await ask(`${path}/customers/import`, { body: `${customerLine}\n`, type: ndjson }),
    await ask(`${path}/open-items/import`, {
      body: `${JSON.stringify({ customerCode: person, documentNumber: iban })}\n`,
      type: ndjson,
    }),
    await ask(`${path}/statement-files?name=${named}%20${iban}.xml`, { body: `<broken>${person} ${iban}` }),
    await ask(`${path}/customers?search=${named}`),
    await ask(`${path}/open-items?search=${iban}&unknown=${secret}`),
    await ask(`/${named}/${iban}?token=${secret}`),
    await ask(`/v1/ledgers/${named}/payments`),
    await ask(`${path}/payments/${named}`),
    await ask(`${path}/payments`, { authorization: `Bearer ${wrongKey}` }),
    await ask(`${path}/payments`, { authorization: `Basic ${Buffer.from(secret).toString('base64')}` }),
    await ask('/v1/api-keys', { body: `{"actor":"${person}","role":"${secret}"`, type: 'application/json' }),
    await ask('/v1/api-keys', {
      body: JSON.stringify({ actor: person, role: 'viewer', ledger: null, days: 1 }),
      type: `text/${secret}`,
    }),
  ];
}

/** A request, a job and the webhooks fail in the database, which quotes the row or the parameters. */
async function failWithAll(): Promise<void> {
  await administer(
    'alter table customer rename column name to other_name',
    `alter table match_decision add constraint unfulfillable check (certificate::text = '') not valid`,
    'alter table webhook_position rename column sequence to other_sequence',
  );
  expect(await ask(`${path}/customers?search=${named}`)).toBe(500);
  await untilLogged(/webhooks failed/);
  await administer('alter table customer rename column other_name to name');
  expect(await ask(`${path}/statement-files?name=${named}.xml`, { body: statement() })).toBe(202);
  await untilLogged(/"constraint":"unfulfillable".*job failed/);
}

test('what it is given is in no line of its log', { timeout: 240_000 }, async () => {
  const statuses = await tellAll();
  expect(statuses.filter((status) => status < 300).length).toBeGreaterThan(2);
  expect(statuses).toEqual(expect.arrayContaining([400, 401, 404, 415]));
  await failWithAll();
  service.process.kill('SIGTERM');
  await service.ended;

  const told = service.told();
  const lines = told.split('\n').filter((line) => line !== '' && !line.startsWith('Lettrage listens on'));
  for (const line of lines) expect(JSON.parse(line), line).toBeTypeOf('object');
  expect(lines.length).toBeGreaterThan(statuses.length);
  const grouped = iban.replaceAll(/(.{4})(?=.)/g, '$1 ');
  const canaries = [
    iban,
    grouped,
    iban.slice(8),
    ...person.split(' '),
    secret,
    wrongKey,
    key,
    key.slice(-20),
    'CANARY',
  ];
  const forms = canaries.flatMap((text) => [text, encodeURIComponent(text), Buffer.from(text).toString('base64')]);
  const hits = forms.filter((form) => told.toLowerCase().includes(form.toLowerCase()));
  expect(hits, told).toEqual([]);
});
