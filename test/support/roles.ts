/** Persons at the API, each with a key for one role in all ledgers. */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { AccessRole } from '../../src/domain/access.ts';
import { createApiKey } from '../../src/ledger/commands/api-keys.ts';
import type { TestApi } from './api.ts';
import { act } from './books.ts';

export type Person = Readonly<{
  actor: string;
  get(path: string): Promise<Told>;
  /** With an idempotency key of its own unless one is given, and version 1. */
  send(method: 'POST' | 'PUT', path: string, body: object, key?: string): Promise<Told>;
}>;

export type Told = Readonly<{ status: number; headers: Record<string, unknown>; body: Record<string, unknown> }>;

/** @param ledger - what the paths are under. */
export async function personWith(
  { app }: TestApi,
  pool: Pool,
  ledger: string,
  { actor, role }: Readonly<{ actor: string; role: AccessRole }>,
): Promise<Person> {
  const { key: apiKey } = await createApiKey(pool, { actor, role, ledgerId: null, days: 1 }, act);
  const authorization = `Bearer ${apiKey}`;
  const ask = async (method: 'GET' | 'POST' | 'PUT', path: string, headers: object, payload?: object) => {
    const url = `/v1/ledgers/${ledger}${path}`;
    const answer = await app.inject({
      method,
      url,
      headers: { authorization, ...headers },
      ...(payload && { payload }),
    });
    return { status: answer.statusCode, headers: answer.headers, body: answer.json<Record<string, unknown>>() };
  };
  return {
    actor,
    get: (path) => ask('GET', path, {}),
    send: (method, path, body, key = randomUUID()) =>
      ask(method, path, { 'idempotency-key': key, 'if-match': '"1"' }, { reason: 'a test', ...body }),
  };
}
