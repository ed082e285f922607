import { EventEmitter } from 'node:events';
import type { Pool } from 'pg';
import { expect, test } from 'vitest';
import { exportLedger } from '../../src/cli/commands/export.ts';
import type { Session } from '../../src/cli/session.ts';
import { silentOutput } from '../support/work.ts';

const pageSize = 2_000;
const allocation = {
  at: new Date(0),
  amountMinor: 100n,
  codeNumber: 1,
  kind: 'lettered',
  currency: 'EUR',
  bookingDate: '2026-03-02',
};
const page = Array.from({ length: pageSize }, (_, index) => ({ ...allocation, allocationId: String(index) }));

/** A server that answers the first page and goes away before the second: a real one can't be timed to. */
class LeavingClient extends EventEmitter {
  private pageCount = 0;
  private isGone = false;
  release = () => undefined;
  query = async (text: string) => {
    if (text.includes('from allocation a')) this.pageCount += 1;
    this.isGone ||= this.pageCount === 2;
    if (this.isGone) throw new Error('Connection terminated unexpectedly');
    return { rows: text.includes('from allocation a') ? page : [], command: text.toUpperCase() };
  };
}

test('an export that loses its connection says so, and writes no row twice', async () => {
  const pool = {
    query: async () => ({ rows: [{ id: 1 }] }),
    connect: async () => new LeavingClient(),
  } as unknown as Pool;
  const written: string[] = [];
  const output = { ...silentOutput, write: (text: string) => void written.push(text) };
  const session = { context: { pool } } as unknown as Session;
  await expect(exportLedger(session, output, { ledger: 'main' })).rejects.toThrow(`after ${pageSize} rows`);
  expect(written).toHaveLength(1 + pageSize);
});
