import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeConfigProblem, readConfig } from '../../src/config/config.ts';

function problemsOf(environment: NodeJS.ProcessEnv): string[] {
  const read = readConfig(environment);
  return read.ok ? [] : read.error.map(describeConfigProblem);
}

describe('readConfig', () => {
  test('an empty environment gives the defaults', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      value: {
        databaseUrl: null,
        ownerDatabaseUrl: null,
        dataDir: resolve('lettrage-data'),
        workerCount: Math.min(availableParallelism(), 64),
        host: '127.0.0.1',
        access: 'local',
        tokenIssuer: null,
        requestsPerMinute: 1_200,
        port: 8780,
        drainSeconds: 0,
        stopSeconds: 20,
        exportDays: 30,
        logLevel: 'info',
        matchMemoryMegabytes: 512,
        maxFileBytes: 1_073_741_824,
        tracesEndpoint: null,
        sourcesFile: null,
        webhooksFile: null,
      },
    });
  });

  test('every variable is read', () => {
    const read = readConfig({
      DATABASE_URL: 'postgres://service:secret@db:5432/books',
      DATABASE_OWNER_URL: 'postgresql://owner@db/books?sslmode=require',
      LETTRAGE_DATA_DIR: '/srv/lettrage',
      LETTRAGE_WORKERS: '64',
      LETTRAGE_HOST: '0.0.0.0',
      LETTRAGE_PORT: '80',
      LETTRAGE_DRAIN_SECONDS: '10',
      LETTRAGE_STOP_SECONDS: '60',
      LETTRAGE_EXPORT_DAYS: '7',
      LETTRAGE_LOG_LEVEL: 'debug',
      LETTRAGE_MATCH_MEMORY_MB: '2048',
      LETTRAGE_MAX_FILE_MB: '3',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
      LETTRAGE_SOURCES: '/srv/sources.json',
      LETTRAGE_WEBHOOKS: '/srv/webhooks.json',
      LETTRAGE_ACCESS: 'keys',
      LETTRAGE_REQUESTS_PER_MINUTE: '600',
      LETTRAGE_OIDC_ISSUER: 'https://login.example.com',
      LETTRAGE_OIDC_AUDIENCE: 'lettrage',
      LETTRAGE_OIDC_KEYS_URL: 'https://login.example.com/keys',
      LETTRAGE_OIDC_ACTOR_CLAIM: 'email',
      LETTRAGE_OIDC_ROLES_CLAIM: 'roles',
    });
    expect(read).toEqual({
      ok: true,
      value: {
        databaseUrl: 'postgres://service:secret@db:5432/books',
        ownerDatabaseUrl: 'postgresql://owner@db/books?sslmode=require',
        dataDir: '/srv/lettrage',
        workerCount: 64,
        host: '0.0.0.0',
        access: 'keys',
        tokenIssuer: {
          issuer: 'https://login.example.com',
          audience: 'lettrage',
          keysUrl: 'https://login.example.com/keys',
          actorClaim: 'email',
          rolesClaim: 'roles',
        },
        requestsPerMinute: 600,
        port: 80,
        drainSeconds: 10,
        stopSeconds: 60,
        exportDays: 7,
        logLevel: 'debug',
        matchMemoryMegabytes: 2048,
        maxFileBytes: 3_145_728,
        tracesEndpoint: 'http://collector:4318',
        sourcesFile: '/srv/sources.json',
        webhooksFile: '/srv/webhooks.json',
      },
    });
  });

  test('an empty or blank variable is a variable that is not set', () => {
    expect(readConfig({ DATABASE_URL: '', LETTRAGE_PORT: '  ', LETTRAGE_LOG_LEVEL: '' })).toEqual(readConfig({}));
  });

  test.each([
    [{}, 'local'],
    [{ LETTRAGE_HOST: '0.0.0.0' }, 'keys'],
    [{ DATABASE_URL: 'postgres://u:p@db/books' }, 'keys'],
    [{ DATABASE_URL: 'postgres://u:p@db/books', LETTRAGE_ACCESS: 'local' }, 'local'],
  ])('%j asks by %s', (environment, access) => {
    expect(readConfig(environment)).toMatchObject({ ok: true, value: { access } });
  });

  test('nobody is trusted who comes from another machine', () => {
    const read = readConfig({ LETTRAGE_HOST: '0.0.0.0', LETTRAGE_ACCESS: 'local' });
    expect(read).toMatchObject({ ok: false, error: [{ variable: 'LETTRAGE_ACCESS' }] });
  });

  test('half a provider is none, and its keys come over TLS', () => {
    const half = readConfig({ LETTRAGE_OIDC_ISSUER: 'https://a.example' });
    const missing = [{ variable: 'LETTRAGE_OIDC_AUDIENCE' }, { variable: 'LETTRAGE_OIDC_KEYS_URL' }];
    expect(half).toMatchObject({ ok: false, error: missing });
    const whole = { LETTRAGE_OIDC_ISSUER: 'https://a.example', LETTRAGE_OIDC_AUDIENCE: 'x' };
    for (const url of ['keys', 'http://a.example/keys', 'file:///keys'])
      expect(readConfig({ ...whole, LETTRAGE_OIDC_KEYS_URL: url })).toMatchObject({ ok: false });
    expect(readConfig({ ...whole, LETTRAGE_OIDC_KEYS_URL: 'http://localhost:9/keys' })).toMatchObject({ ok: true });
  });

  test('the result can not be changed', () => {
    const read = readConfig({});
    expect(read.ok && Object.isFrozen(read.value)).toBe(true);
  });

  test.each([
    ['LETTRAGE_WORKERS', '0'],
    ['LETTRAGE_WORKERS', '65'],
    ['LETTRAGE_WORKERS', '2.5'],
    ['LETTRAGE_WORKERS', '1e1'],
    ['LETTRAGE_WORKERS', '0x10'],
    ['LETTRAGE_PORT', '-1'],
    ['LETTRAGE_PORT', '65536'],
    ['LETTRAGE_PORT', 'http'],
    ['LETTRAGE_PORT', '99999999999999999999'],
    ['LETTRAGE_MATCH_MEMORY_MB', '15'],
    ['LETTRAGE_MAX_FILE_MB', '0'],
    ['LETTRAGE_LOG_LEVEL', 'INFO'],
  ])('%s=%s is refused, and the message names variable, value and a way out', (variable, text) => {
    const [problem, ...others] = problemsOf({ [variable]: text });
    expect(others).toEqual([]);
    expect(problem).toMatch(new RegExp(`^${variable} is "${text}": use .+\\.$`));
  });

  test('all problems are reported at once', () => {
    const problems = problemsOf({ LETTRAGE_PORT: 'x', LETTRAGE_WORKERS: 'y', DATABASE_URL: 'z' });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'DATABASE_URL',
      'LETTRAGE_WORKERS',
      'LETTRAGE_PORT',
    ]);
  });

  test.each(['mysql://service:hunter2@db/books', 'service:hunter2@db/books', 'host=db password=hunter2'])(
    'a database URL that is refused is not repeated: %s',
    (text) => {
      const [problem] = problemsOf({ DATABASE_URL: text });
      expect(problem).toMatch(/^DATABASE_URL is .+: use postgres:\/\//);
      expect(problem).not.toContain('hunter2');
    },
  );
});
