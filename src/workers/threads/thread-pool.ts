import type { Pool } from 'pg';
import { openPool } from '../../database/connections.ts';

let opened: Readonly<{ url: string; pool: Pool }> | null = null;

/** The connections of this thread: one to read from, one to write to. They live as long as the thread. */
export function threadPool(serviceUrl: string): Pool {
  if (opened?.url === serviceUrl) return opened.pool;
  opened = { url: serviceUrl, pool: openPool(serviceUrl, { poolSize: 2 }) };
  return opened.pool;
}
