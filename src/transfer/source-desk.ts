/** Answers for the sources of a pull loop. */
import type { Pool } from 'pg';
import type { Source } from '../config/sources.ts';
import type { LastPull, SourceDesk } from '../workers/source-desk.ts';
import { statusOf } from './source-status.ts';

/** @param lastPulls - by the name of the source. */
export const sourceDesk = (
  { pool, now }: Readonly<{ pool: Pool; now: () => Date }>,
  sources: readonly Source[],
  lastPulls: ReadonlyMap<string, LastPull>,
  wake: (name: string) => void,
): SourceDesk => ({
  list: (ledgerId, ledger) =>
    Promise.all(
      sources
        .filter((source) => source.ledger === ledger)
        .map(async (source) => {
          const { lastArrivalAt, alerts } = await statusOf(pool, ledgerId, source, now());
          const { name, kind, pollSeconds } = source;
          const lastPull = lastPulls.get(name) ?? null;
          return { name, kind, pollSeconds, lastArrivalAt, isOverdue: alerts.length > 0, lastPull };
        }),
    ),
  pull(ledger, name) {
    const isKnown = sources.some((source) => source.ledger === ledger && source.name === name);
    if (isKnown) wake(name);
    return isKnown;
  },
});
