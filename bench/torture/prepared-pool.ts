/**
 * A pool whose connections plan each statement once: a command is some thirty small ones, and planning them costs more than
 * carrying them out. What they do and in which order stays the same.
 */
import type { Pool, PoolClient } from 'pg';
import { openPool } from '../../src/database/connections.ts';

const names = new Map<string, string>();

/** The same for the same text, as a prepared statement must be. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `torture_${names.size}`;
  names.set(text, name);
  return name;
}

export function openPreparedPool(serviceUrl: string, poolSize?: number): Pool {
  const pool = openPool(serviceUrl, poolSize === undefined ? {} : { poolSize });
  pool.on('connect', prepareStatements);
  return pool;
}

/** Statements with parameters are named; what else is sent goes as it comes: BEGIN, COPY, those of Drizzle. */
function prepareStatements(client: PoolClient): void {
  const send = client.query.bind(client) as (...sent: readonly unknown[]) => unknown;
  const named = (text: unknown, values: unknown, ...others: readonly unknown[]): unknown =>
    typeof text === 'string' && Array.isArray(values)
      ? send({ name: nameOf(text), text, values }, ...others)
      : send(text, values, ...others);
  Reflect.set(client, 'query', named);
}
