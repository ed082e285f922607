/** Webhooks: every event once or more, in order, signed, without names; and nothing that leads inside. */
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyWebhook } from '../../src/client/client.ts';
import { readWebhooks, type Webhook } from '../../src/config/webhooks.ts';
import type { LedgerId } from '../../src/domain/ids.ts';
import { appendAuditEvents } from '../../src/ledger/audit.ts';
import { mostWebhookAttempts } from '../../src/ledger/commands/webhook-positions.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { postSigned } from '../../src/workers/webhooks/post-signed.ts';
import { deliverDue, type WebhookContext } from '../../src/workers/webhooks/webhooks.ts';
import { openApi } from '../support/api.ts';
import { act, openBooks } from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';

const secret = 'a secret that two programs share!';
const database = await createTestDatabase('webhooks');
let server: Server;
let ledgerId: LedgerId;
let webhook: Webhook;
let clock = act.now.getTime();
let answer = 204;
let received: { body: string; signature: string }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const signature = String(request.headers['lettrage-signature']);
      received.push({ body: Buffer.concat(parts).toString(), signature });
      response.writeHead(answer, answer === 302 ? { location: webhook.url.href } : {}).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = new URL(`http://127.0.0.1:${port}/hook`);
  webhook = { name: 'erp', url, secret, ledgers: ['FR01'], events: null, allowPrivate: true };
  ledgerId = await openBooks(database.pool, 'FR01', 'A1');
  await openBooks(database.pool, 'FR02', 'A2');
});
afterAll(async () => {
  server.close();
  await database.drop();
});

const contextOf = (webhooks: readonly Webhook[]): WebhookContext => ({
  pool: database.pool,
  webhooks,
  now: () => new Date(clock),
  random: () => 0.5,
  post: postSigned,
});
const happen = (types: readonly string[], subject = 'Anna Martin') =>
  inLedger(database.pool, ledgerId, (tx) =>
    appendAuditEvents(
      tx,
      ledgerId,
      types.map((type) => ({ type, subject, details: { iban: 'DE89370400440532013000' } })),
      act,
    ),
  );
const typesIn = (bodies: typeof received): readonly string[] =>
  bodies.flatMap(({ body }) => (JSON.parse(body) as { events: { type: string }[] }).events.map(({ type }) => type));

beforeEach(async () => {
  answer = 204;
  await deliverDue(contextOf([webhook]));
  received = [];
});

test('events come in order, a hundred at a time, signed, without names', async () => {
  const types = Array.from({ length: 250 }, (_, index) => `test.event_${index}`);
  await happen(types);
  await deliverDue(contextOf([webhook]));
  expect(typesIn(received)).toEqual(types);
  expect(received).toHaveLength(3);
  expect(JSON.stringify(received)).not.toMatch(/Anna|DE89/);
  await deliverDue(contextOf([webhook]));
  expect(received).toHaveLength(3);
  const [{ body, signature } = { body: '', signature: '' }] = received;
  const now = new Date(clock);
  expect(await verifyWebhook(body, signature, secret, { now })).toBe(true);
  expect(await verifyWebhook(`${body} `, signature, secret, { now })).toBe(false);
  expect(await verifyWebhook(body, signature, `${secret}!`, { now })).toBe(false);
  expect(await verifyWebhook(body, signature, secret, { now: new Date(clock + 301_000) })).toBe(false);
  expect(await verifyWebhook(body, null, secret, { now })).toBe(false);
});

test('two nodes at once send each event once', async () => {
  await happen(['test.one', 'test.two']);
  await Promise.all([1, 2, 3].map(() => deliverDue(contextOf([webhook]))));
  expect(typesIn(received)).toEqual(['test.one', 'test.two']);
});

test('what is not taken is tried again, becomes a dead letter, and is sent again by hand', async () => {
  const context = contextOf([webhook]);
  await happen(['test.refused']);
  answer = 302;
  await deliverDue(context);
  await deliverDue(context);
  // Redirects are not followed, and nothing is tried before its pause is over.
  expect(received).toHaveLength(1);
  for (let attempt = 2; attempt <= mostWebhookAttempts; attempt += 1) {
    clock += 3_600_000;
    await deliverDue(context);
  }
  expect(received).toHaveLength(mostWebhookAttempts);
  answer = 204;
  await happen(['test.after']);
  await deliverDue(context);
  expect(typesIn(received).at(-1)).toBe('test.after');

  const api = await openApi(database.pool, { webhooks: context });
  const { items } = (await api.get('/v1/ledgers/FR01/webhooks')).body as { items: { deadLetters: { id: string }[] }[] };
  expect(items).toMatchObject([{ name: 'erp', lag: 0, attempt: 0, deadLetters: [{ resentAt: null }] }]);
  expect((await api.get('/v1/ledgers/FR02/webhooks')).body).toEqual({ items: [], next: null });
  const id = items[0]?.deadLetters[0]?.id ?? '';
  const resend = (name: string) =>
    api.app.inject({ method: 'POST', url: `/v1/ledgers/FR01/webhooks/${name}/dead-letters/${id}/resend` });
  answer = 500;
  expect((await resend('erp')).json()).toMatchObject({ code: 'api.webhook_failed', status: 502 });
  answer = 204;
  expect((await resend('erp')).statusCode).toBe(204);
  expect(typesIn(received).at(-1)).toBe('test.refused');
  expect((await resend('other')).json()).toMatchObject({ code: 'ledger.not_found' });
  expect((await api.get('/v1/ledgers/FR01/webhooks')).body).toMatchObject({
    items: [{ deadLetters: [{ resentAt: expect.any(String) as unknown }] }],
  });
  await api.app.close();
});

test('a receiver is sent the types that it wants, and passes over the rest', async () => {
  const choosy = { ...webhook, name: 'choosy', events: ['test.wanted'] };
  await deliverDue(contextOf([choosy]));
  received = [];
  await happen(['test.other', 'test.wanted', 'test.other']);
  await deliverDue(contextOf([choosy]));
  expect(typesIn(received)).toEqual(['test.wanted']);
});

describe('what leads inside is not called', () => {
  const hosts = [
    '127.0.0.1',
    '127.1',
    '0177.0.0.1',
    '2130706433',
    '0x7f000001',
    '0.0.0.0',
    '10.0.0.1',
    '10.255.255.255',
    '172.16.0.1',
    '172.31.255.254',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '192.0.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:a9fe:a9fe]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '[fe80::1]',
    '[fc00::1]',
    '[fd00:ec2::254]',
    '[ff02::1]',
    '[2001:db8::1]',
    'localhost',
  ];
  test.each(hosts)('%s', async (host) => {
    const url = new URL(`http://${host}:${webhook.url.port}/hook`);
    await expect(postSigned({ ...webhook, url, allowPrivate: false }, '{}', act.now)).rejects.toThrow('is inside');
    expect(received).toEqual([]);
  });

  test('nor a name of which one address is inside, nor a second answer of the name server', async () => {
    const url = new URL(`http://receiver.example:${webhook.url.port}/hook`);
    const mixed = async () => ['93.184.216.34', '127.0.0.1'];
    await expect(postSigned({ ...webhook, url, allowPrivate: false }, '{}', act.now, mixed)).rejects.toThrow('inside');
    let askedCount = 0;
    const rebinding = async () => {
      askedCount += 1;
      return ['127.0.0.1'];
    };
    await postSigned({ ...webhook, url }, '{}', act.now, rebinding);
    expect([askedCount, received.length]).toEqual([1, 1]);
  });
});

test('the file of receivers is checked as a whole, and shows no secret', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-webhooks-'));
  const file = join(folder, 'webhooks.json');
  writeFileSync(join(folder, 'secret'), `${secret}\n`);
  writeFileSync(join(folder, 'short'), 'hunter2');
  const good = { name: 'erp', url: 'https://erp.example.com/hook', secretFile: 'secret' };
  const read = (list: unknown) => {
    writeFileSync(file, JSON.stringify(list));
    return readWebhooks(file);
  };
  expect(read([good])).toMatchObject({
    ok: true,
    value: [{ name: 'erp', secret, allowPrivate: false, ledgers: null }],
  });
  const refused = read([
    { ...good, url: 'http://erp.example.com' },
    { ...good, url: 'https://me:pass@erp.example.com' },
    { ...good, secretFile: 'short' },
    { ...good, secret: 'hunter2' },
    { ...good, name: 'Not A Name' },
  ]);
  const places = refused.ok ? [] : refused.error.map(({ at }) => at.replace('/3/secret', '/3'));
  expect([...new Set(places)]).toEqual(['/0/url', '/1/url', '/2/secretFile', '/3', '/4/name']);
  expect(JSON.stringify(refused)).not.toContain('hunter2');
  rmSync(folder, { recursive: true });
});
