/**
 * What the metrics tell of the books that costs more than a look: whether the five equations hold, and how much of the
 * money in was applied without a person. Read in the background, once an hour; a look that takes long is followed by a
 * longer pause, so that it never takes more than a twentieth of the time.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { CurrencyCode } from '../domain/currency.ts';
import type { LedgerId } from '../domain/ids.ts';
import { addDays, parseLocalDate } from '../domain/local-date.ts';
import { listLedgers } from '../ledger/commands/register.ts';
import { listBookedCurrencies, readMatchingRates } from '../ledger/queries/matching-rates.ts';
import { equations, verifyLedger, type Equation } from '../ledger/queries/verify.ts';

/** Payments in that were booked in the last 30 days. */
export type MatchedOfLate = Readonly<{ currency: CurrencyCode; receivedCount: number; automaticCount: number }>;

export type BookFigures = Readonly<{
  /** Its code. */
  ledger: string;
  lookedAt: Date;
  violationCounts: Readonly<Record<Equation, number>>;
  matched: readonly MatchedOfLate[];
}>;

type BookWatch = Readonly<{
  /** As of the last look; none before the first. */
  figures(): readonly BookFigures[];
  /** Finishes the ledger that it looks at. */
  stop(): Promise<void>;
}>;

const days = 30;
const firstPauseMs = 60_000;
const pauseMs = 3_600_000;
const restPerWork = 19;

/** @param onFailure - told when the database could not be asked; the figures stay as they were. */
export function startBookWatch(
  context: Readonly<{ pool: Pool; now: () => Date }>,
  onFailure: (error: unknown) => void,
): BookWatch {
  const stopping = new AbortController();
  const figures = new Map<string, BookFigures>();
  const rest = (ms: number) => sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
  const loop = (async () => {
    await rest(firstPauseMs);
    while (!stopping.signal.aborted) {
      const startedAt = performance.now();
      try {
        for (const { id, code } of await listLedgers(context.pool)) {
          if (stopping.signal.aborted) return;
          figures.set(code, { ledger: code, ...(await lookAtBooks(context.pool, id, context.now())) });
        }
      } catch (error) {
        onFailure(error);
      }
      await rest(Math.max(pauseMs, (performance.now() - startedAt) * restPerWork));
    }
  })();
  return {
    figures: () => [...figures.values()],
    async stop() {
      stopping.abort();
      await loop;
    },
  };
}

/** Looks at all of one ledger. */
export async function lookAtBooks(pool: Pool, ledgerId: LedgerId, now: Date): Promise<Omit<BookFigures, 'ledger'>> {
  const { violations } = await verifyLedger(pool, ledgerId);
  const counts = equations.map((name) => [name, violations.filter(({ equation }) => equation === name).length]);
  return {
    lookedAt: now,
    violationCounts: Object.fromEntries(counts) as Record<Equation, number>,
    matched: await matchedOfLate(pool, ledgerId, now),
  };
}

async function matchedOfLate(pool: Pool, ledgerId: LedgerId, now: Date): Promise<readonly MatchedOfLate[]> {
  const to = parseLocalDate(now.toISOString().slice(0, 10));
  if (!to.ok) throw new Error('a clock has no day');
  const period = { from: addDays(to.value, -days), to: to.value };
  const matched: MatchedOfLate[] = [];
  for (const currency of await listBookedCurrencies(pool, ledgerId, period)) {
    const { received, automatic } = await readMatchingRates(pool, ledgerId, { currency, ...period, asOf: null });
    matched.push({ currency, receivedCount: received.count, automaticCount: automatic.count });
  }
  return matched;
}
