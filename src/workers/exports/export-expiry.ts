/** Exports do not stay for ever: once an hour the bytes of those that are old enough are deleted, in every ledger. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { expireExports } from '../../ledger/commands/exports.ts';
import { listLedgers } from '../../ledger/commands/register.ts';

export type ExpiryContext = Readonly<{
  pool: Pool;
  now: () => Date;
  /** How long an export is kept after it was asked for. */
  exportDays: number;
}>;

const msPerDay = 86_400_000;
const pauseMs = 3_600_000;

/** @returns how many exports were deleted */
export async function expireOldExports({ pool, now, exportDays }: ExpiryContext): Promise<number> {
  const before = new Date(now().getTime() - exportDays * msPerDay);
  let count = 0;
  for (const { id } of await listLedgers(pool)) count += await expireExports(pool, id, before);
  return count;
}

/** @param onFailure - told when the database could not be asked; the next hour tries again. */
export function startExportExpiry(
  context: ExpiryContext,
  onFailure: (error: unknown) => void,
): Readonly<{ /** Finishes the ledger that it is at. */ stop(): Promise<void> }> {
  const stopping = new AbortController();
  const loop = (async () => {
    while (!stopping.signal.aborted) {
      await expireOldExports(context).catch(onFailure);
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await loop;
    },
  };
}
