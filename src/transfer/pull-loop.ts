/** Pulls every source again and again, each at its own pace, and says when one is too quiet. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Source } from '../config/sources.ts';
import type { LedgerId } from '../domain/ids.ts';
import { findLedger } from '../ledger/commands/register.ts';
import { redact } from '../observability/redact.ts';
import type { LastPull, SourceDesk } from '../workers/source-desk.ts';
import { gateOf, pullsAtOnce } from './gate.ts';
import { pullSource, type PullContext, type SourcePull } from './pull-source.ts';
import { sourceDesk } from './source-desk.ts';
import { statusOf } from './source-status.ts';

/** The part of a logger that is used here. */
type PullLog = Readonly<Record<'info' | 'warn' | 'error', (facts: object, message: string) => void>>;

type PullLoop = Readonly<{
  /** For who asks how the sources are. */
  desk: SourceDesk;
  /** Cuts the lines; a file that is being stored is stored. */
  stop(): Promise<void>;
}>;

/** @param onStored - files wait to be read. */
export function startPullLoop(
  context: Omit<PullContext, 'stop'>,
  sources: readonly Source[],
  log: PullLog,
  onStored: () => void,
): PullLoop {
  const stopping = new AbortController();
  const gate = gateOf(pullsAtOnce);
  const lastPulls = new Map<string, LastPull>();
  const bells = new Map<string, AbortController>();
  const loops = sources.map(async (source) => {
    while (!stopping.signal.aborted) {
      // Rung while the source is looked at, it is looked at once more: a file may have come since.
      const bell = new AbortController();
      bells.set(source.name, bell);
      try {
        const pulled = await gate(() => pullOnce({ ...context, stop: stopping.signal }, source, log, onStored));
        lastPulls.set(source.name, toLastPull(pulled, context.work.now()));
      } catch (error) {
        log.error({ err: error, source: source.name }, 'pull failed');
      }
      const signal = AbortSignal.any([stopping.signal, bell.signal]);
      await sleep(source.pollSeconds * 1_000, undefined, { signal }).catch(() => undefined);
    }
  });
  return {
    desk: sourceDesk(context.work, sources, lastPulls, (name) => bells.get(name)?.abort()),
    async stop() {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}

async function pullOnce(context: PullContext, source: Source, log: PullLog, onStored: () => void): Promise<SourcePull> {
  const { pool, now } = context.work;
  const ledgerId: LedgerId = await findLedger(pool, source.ledger);
  const pulled = await pullSource(context, source, ledgerId);
  if (pulled.files.some(({ outcome }) => outcome === 'stored')) onStored();
  if (!context.stop.aborted) tell(pulled, log);
  for (const { code, message } of (await statusOf(pool, ledgerId, source, now())).alerts)
    log.warn({ source: source.name, code }, redact(message));
  return pulled;
}

const toLastPull = ({ files, problems }: SourcePull, endedAt: Date): LastPull => ({
  endedAt,
  storedCount: files.filter(({ outcome }) => outcome === 'stored').length,
  problems: [
    ...new Set([...problems, ...files.flatMap(({ problem }) => problem ?? [])].map(({ code }): string => code)),
  ],
});

/** Names of files may hold account numbers: messages go through the same sieve as everything in the log. */
function tell({ source, files, problems }: SourcePull, log: PullLog): void {
  const storedCount = files.filter(({ outcome }) => outcome === 'stored').length;
  if (storedCount > 0) log.info({ source, storedCount }, 'files pulled');
  for (const { code, message } of problems) log.warn({ source, code }, redact(message));
  for (const { path, outcome, problem } of files) {
    // What waits for its end is no trouble yet; it is told when it is overdue.
    if (problem !== null && outcome !== 'waiting')
      log.warn({ source, code: problem.code, outcome }, redact(`${path}: ${problem.message}`));
  }
}
