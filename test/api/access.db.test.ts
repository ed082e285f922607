/** Who may come in, by key or token, and what each role may: for every route that there is. */
import { exportJWK, generateKeyPair, SignJWT, createLocalJWKSet, UnsecuredJWT, type JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTokens } from '../../src/api/access/tokens.ts';
import { accessRoles, type AccessRole } from '../../src/domain/access.ts';
import { createApiKey, listApiKeys, revokeApiKey } from '../../src/ledger/commands/api-keys.ts';
import { LedgerError } from '../../src/ledger/errors.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { act, openBooks } from '../support/books.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('access');
const issuer = 'https://login.example.com';
const audience = 'lettrage';
const pair = await generateKeyPair('RS256');
const foreignPair = await generateKeyPair('RS256');
const jwk = await exportJWK(pair.publicKey);
const keys = createLocalJWKSet({ keys: [{ ...jwk, kid: 'one', alg: 'RS256', use: 'sig' }] });
const provider = { issuer, audience, keysUrl: `${issuer}/keys`, actorClaim: 'sub', rolesClaim: 'lettrage_roles' };

let api: TestApi;
const keyOf = new Map<string, string>();

beforeAll(async () => {
  const mine = await openBooks(database.pool, 'FR01', 'ACCOUNT1');
  await openBooks(database.pool, 'FR02', 'ACCOUNT2');
  api = await openApi(database.pool, {
    access: { kind: 'authenticated', verifyToken: openTokens(provider, keys) },
  });
  for (const role of accessRoles) {
    const made = await createApiKey(database.pool, { actor: `${role}@test`, role, ledgerId: mine, days: 30 }, act);
    keyOf.set(role, made.key);
  }
});
afterAll(async () => {
  await api.app.close();
  await database.drop();
});

const asking = (token: string | undefined, url = '/v1/ledgers/FR01/payments') =>
  api.app.inject({ url, headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });

const seconds = Math.floor(act.now.getTime() / 1000);
const valid: JWTPayload = {
  iss: issuer,
  aud: audience,
  sub: 'claire',
  iat: seconds - 10,
  exp: seconds + 300,
  lettrage_roles: ['FR01:clerk'],
};
const sign = (payload: JWTPayload, header: { alg?: string; kid?: string } = {}, key = pair.privateKey) =>
  new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'one', ...header }).sign(key);

describe('a token', () => {
  test('of the provider opens the ledgers that it names, and no other', async () => {
    const token = await sign(valid);
    expect((await asking(token)).statusCode).toBe(200);
    expect((await asking(token, '/v1/ledgers/FR02/payments')).json()).toMatchObject({ code: 'ledger.ledger_unknown' });
    const { items } = (await asking(token, '/v1/ledgers')).json<{ items: readonly { code: string }[] }>();
    expect(items.map(({ code }) => code)).toEqual(['FR01']);
  });

  test('with a role that is not known here opens nothing', async () => {
    const token = await sign({ ...valid, lettrage_roles: ['FR01:owner', 'root', 7] as never });
    expect((await asking(token)).statusCode).toBe(404);
  });

  test('is taken a minute after its end, for clocks that differ, and not two', async () => {
    expect((await asking(await sign({ ...valid, exp: seconds - 50 }))).statusCode).toBe(200);
    expect((await asking(await sign({ ...valid, exp: seconds - 70 }))).statusCode).toBe(401);
  });

  /** As an attacker would make them: 40 in all, with those of {@link badKeys}. */
  const badTokens = async (): Promise<readonly (readonly [string, string])[]> => {
    const whole = await sign(valid);
    const [head = '', body = '', signature = ''] = whole.split('.');
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const without = (claim: string) => {
      const { [claim]: _, ...rest } = valid;
      return sign(rest);
    };
    const secret = new TextEncoder().encode(JSON.stringify(jwk));
    return [
      ['nothing', ''],
      ['a word', 'token'],
      ['two dots', '..'],
      ['no signature', `${head}.${body}.`],
      ['half a signature', `${head}.${body}.${signature.slice(0, 40)}`],
      ['another signature', `${head}.${body}.${signature.split('').toReversed().join('')}`],
      ['another body', `${head}.${encode({ ...valid, sub: 'admin' })}.${signature}`],
      ['another head', `${encode({ alg: 'RS256', kid: 'one', x: 1 })}.${body}.${signature}`],
      ['a body that is no JSON', `${head}.${Buffer.from('{').toString('base64url')}.${signature}`],
      ['none', new UnsecuredJWT(valid).encode()],
      ['none, with a signature', `${encode({ alg: 'none' })}.${body}.${signature}`],
      ['None', `${encode({ alg: 'None' })}.${body}.`],
      [
        'the public key as a shared secret',
        await new SignJWT(valid).setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(secret),
      ],
      ['HS512', await new SignJWT(valid).setProtectedHeader({ alg: 'HS512' }).sign(new Uint8Array(64))],
      ['RS256 that is HS256', `${encode({ alg: 'HS256', kid: 'one' })}.${body}.${signature}`],
      ['a key of somebody else', await sign(valid, {}, foreignPair.privateKey)],
      ['a key that is not known', await sign(valid, { kid: 'two' })],
      ['a key that is not known, of somebody else', await sign(valid, { kid: 'two' }, foreignPair.privateKey)],
      [
        'its own key inside',
        `${encode({ alg: 'RS256', jwk })}.${body}.${(await sign(valid, {}, foreignPair.privateKey)).split('.')[2] ?? ''}`,
      ],
      [
        'a critical extension',
        `${encode({ alg: 'RS256', kid: 'one', crit: ['b64'], b64: false })}.${body}.${signature}`,
      ],
      ['expired', await sign({ ...valid, exp: seconds - 3_600 })],
      ['not yet valid', await sign({ ...valid, nbf: seconds + 3_600 })],
      ['no end', await without('exp')],
      ['no beginning', await without('iat')],
      ['no person', await without('sub')],
      ['an empty person', await sign({ ...valid, sub: '' })],
      ['no issuer', await without('iss')],
      ['another issuer', await sign({ ...valid, iss: 'https://login.example.org' })],
      ['an issuer with a slash more', await sign({ ...valid, iss: `${issuer}/` })],
      ['no audience', await without('aud')],
      ['another audience', await sign({ ...valid, aud: 'payroll' })],
      ['other audiences', await sign({ ...valid, aud: ['payroll', 'lettrage2'] })],
    ];
  };
  const badKeys = (): readonly (readonly [string, string])[] => {
    const key = keyOf.get('admin') ?? '';
    return [
      ['a key with another secret', `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`],
      ['a key with another prefix', key.replace(/^ltg_../, 'ltg_00')],
      ['half a key', key.slice(0, 30)],
      ['a key and more', `${key}A`],
      ['the mark of a key', 'ltg_'],
      ['a key in capitals', key.toUpperCase()],
      ['the prefix twice', `${key.slice(0, 17)}${key}`],
      ['SQL', `ltg_'or'1'='1`],
    ];
  };

  test('that is not one is refused: 40 of 40', async () => {
    const bad = [...(await badTokens()), ...badKeys()];
    expect(bad).toHaveLength(40);
    for (const [name, token] of bad) {
      const { statusCode } = await asking(token);
      expect([name, statusCode]).toEqual([name, 401]);
    }
  });

  test('is needed', async () => {
    const answer = await asking(undefined);
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ code: 'api.credentials_missing' });
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    for (const scheme of ['Basic Y2xhaXJlOng=', 'bearer', 'Bearer a b'])
      expect((await api.app.inject({ url: '/v1/ledgers', headers: { authorization: scheme } })).statusCode).toBe(401);
  });
});

describe('a key', () => {
  test('is kept as a hash, found by its prefix, and noted when it was used', async () => {
    const key = keyOf.get('viewer') ?? '';
    await asking(key);
    const { rows } = await database.ownerPool.query<{ text: string }>('select api_key::text as text from api_key');
    expect(rows.map(({ text }) => text).join()).not.toContain(key.slice(17));
    const known = (await listApiKeys(database.pool)).find(({ prefix }) => key.startsWith(`ltg_${prefix}_`));
    expect(known).toMatchObject({ actor: 'viewer@test', role: 'viewer', ledger: 'FR01', lastUsedAt: act.now });
  });

  test('opens nothing once it is revoked', async () => {
    const asked = { actor: 'leaver', role: 'clerk', ledgerId: null, days: 1 } as const;
    const { id, key } = await createApiKey(database.pool, asked, act);
    expect((await asking(key, '/v1/ledgers/FR02/payments')).statusCode).toBe(200);
    await revokeApiKey(database.pool, id, act.now);
    expect((await asking(key)).json()).toMatchObject({ code: 'api.credentials_refused' });
  });

  test('opens nothing once it is over', async () => {
    const yesterday = { actor: 'maker', now: new Date(act.now.getTime() - 86_400_001) };
    const asked = { actor: 'late', role: 'clerk', ledgerId: null, days: 1 } as const;
    const { key } = await createApiKey(database.pool, asked, yesterday);
    expect((await asking(key)).statusCode).toBe(401);
  });

  test.each([0, 1_099, 1.5])('is not made for %s days', async (days) => {
    const made = createApiKey(database.pool, { actor: 'x', role: 'clerk', ledgerId: null, days }, act);
    await expect(made).rejects.toThrow(new LedgerError('ledger.key_refused'));
  });
});

/** Of each permission, the roles that have it: written here once more, by hand. */
const rolesWith: Readonly<Record<string, readonly AccessRole[]>> = {
  read: ['viewer', 'clerk', 'approver', 'treasurer', 'admin', 'machine'],
  deliver: ['clerk', 'treasurer', 'admin', 'machine'],
  settle: ['clerk', 'treasurer'],
  approve: ['approver', 'treasurer'],
  govern: ['treasurer'],
  administer: ['admin'],
};

test('every route lets in the roles with its permission, and tells the others so', async () => {
  const uuid = '0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8';
  const { paths } = (await api.app.inject({ url: '/openapi.json' })).json<Document>();
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { 'x-permission': permission }]) => ({ path, method, permission })),
  );
  const ofRoles = operations.filter(({ permission }) => permission !== undefined && permission !== 'person');
  expect(ofRoles.length).toBeGreaterThan(30);
  for (const { path, method, permission = '' } of ofRoles) {
    const url = path.replace('{ledger}', 'FR01').replaceAll(/\{\w+\}/g, uuid);
    for (const role of accessRoles) {
      const headers = { authorization: `Bearer ${keyOf.get(role) ?? ''}` };
      const answer = await api.app.inject({ method: method.toUpperCase() as 'GET', url, headers });
      const may = path.includes('{ledger}') && (rolesWith[permission]?.includes(role) ?? false);
      const isRefused = answer.statusCode === 403;
      expect([method, path, role, isRefused]).toEqual([method, path, role, !may]);
      if (isRefused) expect(answer.json()).toMatchObject({ code: 'api.permission_missing' });
    }
  }
});

test('who asks too often is told when to come back, and others are not held up', async () => {
  const limited = await openApi(database.pool, {
    access: { kind: 'authenticated', verifyToken: null },
    requestsPerMinute: 3,
  });
  const asked = (role: string) =>
    limited.app.inject({ url: '/v1/ledgers', headers: { authorization: `Bearer ${keyOf.get(role) ?? ''}` } });
  for (let index = 0; index < 3; index += 1) expect((await asked('clerk')).statusCode).toBe(200);
  const refused = await asked('clerk');
  expect(refused.statusCode).toBe(429);
  expect(refused.json()).toMatchObject({ code: 'api.too_many_requests' });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await asked('viewer')).statusCode).toBe(200);
  await limited.app.close();
});

type Document = Readonly<{
  paths: Readonly<Record<string, Readonly<Record<string, Readonly<{ 'x-permission'?: string }>>>>>;
}>;
