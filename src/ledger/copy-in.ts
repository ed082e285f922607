/** Rows into a table by COPY: buffered, and never faster than the database takes them. */
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyRow, type CopyValue } from './copy-text.ts';

export type CopyIn = Readonly<{
  /** Waits while the database is slower than the caller. */
  add(row: readonly CopyValue[]): Promise<void>;
  /** @throws what the database refused. */
  end(): Promise<void>;
  /** Drops what was written so far. */
  abort(reason: Error): void;
}>;

// A row at a time costs a system call each; by this size they no longer show.
const bufferedCharacters = 64 * 1024;

/** @param target - table and columns: `staged_entry (ledger_id, …)`. One at a time on a connection. */
export function copyIn(tx: PoolClient, target: string): CopyIn {
  const copy = tx.query(copyFrom(`copy ${target} from stdin`));
  const done = finished(copy);
  done.catch(() => undefined); // Told by end(); without this a refusal before it would be an unhandled rejection.
  let buffered = '';
  const flush = async () => {
    const text = buffered;
    buffered = '';
    if (text !== '' && !copy.write(text)) await Promise.race([once(copy, 'drain'), done]);
  };
  return {
    async add(row) {
      buffered += copyRow(row);
      if (buffered.length >= bufferedCharacters) await flush();
    },
    async end() {
      await flush();
      copy.end();
      await done;
    },
    abort: (reason) => copy.destroy(reason),
  };
}
