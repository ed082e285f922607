/**
 * The end of a service that was told to stop. It finishes what is under way; what takes longer than it may is left at the
 * next whole transaction and handed back, as if the process had been killed there, and the next start goes on.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { handBackJobs } from '../workers/work-queue.ts';
import type { Session } from './session.ts';

// For the transaction under way, once no other may begin.
const lastTransactionMs = 5_000;

/** What is under way, each with its own end. */
export type Ending = Readonly<{
  /** Let what is under way end, and begin nothing else. */
  finish(): Promise<unknown>;
  /** Cuts the connections of those who still ask. */
  cut(): void;
}>;

/** @returns `left`: something of the session may still go on, and only the end of the process ends it. */
export async function endService(
  session: Session,
  { finish, cut }: Ending,
  limitMs: number,
): Promise<'finished' | 'handed back' | 'left'> {
  if (await endsWithin(limitMs, finish())) return 'finished';
  cut();
  // The transaction under way ends, whole; the next one finds no connection, and its job gives up.
  const closed = session.database.close();
  // Behind it: a reader that stops would be noted with its file as one that failed.
  await session.context.threads.abandon();
  const isClosed = await endsWithin(lastTransactionMs, closed);
  // Nobody else works on an embedded database: its next start sees that this process is gone.
  if (session.database.kind === 'server') await endsWithin(lastTransactionMs, handBackJobs(session.context));
  return isClosed ? 'handed back' : 'left';
}

/** Whether it came to its end, good or bad, in time. */
async function endsWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  const timer = new AbortController();
  const late = sleep(ms, false, { signal: timer.signal }).catch(() => false);
  const ended = Promise.allSettled([work]).then(() => true);
  const isEnded = await Promise.race([ended, late]);
  timer.abort();
  return isEnded;
}
