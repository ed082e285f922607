/** How far matching is in a currency: told by the service as it goes on, or asked for where it cannot be told. */
import { useEffect, useState } from 'preact/hooks';
import { given } from '../../../../src/client/client.ts';
import { readEvents } from '../../events.ts';
import { lettrage } from '../../session.ts';
import type { MatchProgress } from '../../types.ts';

const pauseMs = 2_000;
const endStates: ReadonlySet<MatchProgress['state']> = new Set(['idle', 'applied', 'cancelled', 'dead']);

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, pauseMs));

/** @yields what the stream tells. It ends early when the service stops, or after a quarter of an hour. */
async function* told(ledger: string, currency: string, signal: AbortSignal): AsyncGenerator<MatchProgress> {
  const { data } = await lettrage.GET('/v1/ledgers/{ledger}/match-runs/progress', {
    params: { path: { ledger }, query: { currency } },
    parseAs: 'stream',
    signal,
  });
  if (data === undefined || data === null) return;
  for await (const { name, data: text } of readEvents(data)) {
    if (name === 'progress') yield JSON.parse(text) as MatchProgress;
  }
}

/** The same in two questions: the job, and the run that it is at. */
async function asked(ledger: string, currency: string): Promise<MatchProgress> {
  const path = { ledger };
  const { items } = given(
    await lettrage.GET('/v1/ledgers/{ledger}/jobs', { params: { path, query: { queue: 'match' } } }),
  );
  const job = items.find(({ key }) => key === currency);
  const matchRunId = job?.matchRunId ?? null;
  const run =
    matchRunId === null
      ? null
      : given(
          await lettrage.GET('/v1/ledgers/{ledger}/match-runs/{matchRunId}', {
            params: { path: { ledger, matchRunId } },
          }),
        );
  return {
    currency,
    state: stateOf(job?.state, run !== null),
    runId: matchRunId,
    runNumber: run?.runNumber ?? null,
    paymentCount: run?.paymentCount ?? null,
    chunkCount: run?.chunkCount ?? null,
    appliedChunkCount: run?.appliedChunkCount ?? null,
    appliedCount: run?.appliedCount ?? null,
    reviewCount: run?.reviewCount ?? null,
    attempt: job?.attempt ?? null,
    problem: job?.problem ?? null,
  };
}

function stateOf(
  job: 'waiting' | 'running' | 'failed' | 'dead' | undefined,
  isDecided: boolean,
): MatchProgress['state'] {
  if (job === undefined) return 'idle';
  if (job === 'running') return isDecided ? 'applying' : 'deciding';
  return job === 'dead' ? 'dead' : 'waiting';
}

/**
 * Follows the matching of a currency until nothing more comes.
 *
 * @param onEnd - told once, with what was seen last.
 */
export function useMatchProgress(
  ledger: string,
  currency: string,
  onEnd: (last: MatchProgress) => void,
): MatchProgress | null {
  const [progress, setProgress] = useState<MatchProgress | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const follow = async () => {
      for (let last: MatchProgress | null = null; !signal.aborted; await pause()) {
        const see = (now: MatchProgress) => {
          last = now;
          if (!signal.aborted) setProgress(now);
        };
        try {
          for await (const now of told(ledger, currency, signal)) see(now);
        } catch {
          // The connection broke, or there are too many of them: it is asked for below.
        }
        if (!isEnd(last)) await asked(ledger, currency).then(see, () => undefined);
        if (isEnd(last) && !signal.aborted) return onEnd(last);
      }
    };
    void follow();
    return () => leaving.abort();
  }, [ledger, currency]);
  return progress;
}

const isEnd = (progress: MatchProgress | null): progress is MatchProgress =>
  progress !== null && endStates.has(progress.state);
