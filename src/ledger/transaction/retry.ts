/** What may be tried again, how often and how soon. Never for ever: after five tries the caller hears of it. */
import { setTimeout as sleep } from 'node:timers/promises';

/** `conflict`: the server chose this transaction to give way. `final`: trying again would end the same. */
type Failure = 'conflict' | 'connection_lost' | 'final';
export type Attempt<T> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; error: unknown; failure: Failure }>;

const maxAttempts = 5;
const firstPauseMs: Readonly<Record<Exclude<Failure, 'final'>, number>> = { conflict: 10, connection_lost: 200 };

/**
 * `unique_violation` is among them: ids are made of content, so somebody wrote the same fact since we looked for it.
 *
 * @see PostgreSQL, appendix A: `serialization_failure`, `deadlock_detected`, `unique_violation`.
 */
const conflictStates: ReadonlySet<string> = new Set(['40001', '40P01', '23505']);
/** `admin_shutdown`, `crash_shutdown`, `cannot_connect_now`, and what the operating system calls it. */
const lossCodes: ReadonlySet<string> = new Set(
  '57P01 57P02 57P03 ECONNRESET ECONNREFUSED ECONNABORTED EPIPE ETIMEDOUT'.split(' '),
);

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '');

/** Looks also in the causes: Drizzle wraps what the server said. */
export function isConflict(error: unknown): boolean {
  return error instanceof Error && (conflictStates.has(codeOf(error)) || isConflict(error.cause));
}

/** For an error of opening a connection: whether the server may be back in a moment. A wrong password is not that. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  // `pg` gives no code when the server goes away without a word.
  return lossCodes.has(code) || /^08...$/.test(code) || error.message.startsWith('Connection terminated');
}

/** Whether the database could not be asked, now: it does not answer, or all connections are lent for too long. */
export const isUnavailable = (error: unknown): boolean =>
  // The pool gives no code.
  isOutage(error) || (error instanceof Error && error.message === 'timeout exceeded when trying to connect');

/** `query_canceled`: the statement took longer than the connection allows. Trying again would take as long. */
export const isTimedOut = (error: unknown): boolean =>
  error instanceof Error && (codeOf(error) === '57014' || isTimedOut(error.cause));

/** Tries until it succeeds, fails for good, or has failed five times; pauses grow, and differ between competitors. */
export async function withRetries<T>(attempt: () => Promise<Attempt<T>>): Promise<T> {
  for (let count = 1; ; count += 1) {
    const outcome = await attempt();
    if (outcome.ok) return outcome.value;
    if (outcome.failure === 'final' || count === maxAttempts) throw outcome.error;
    const longestPauseMs = firstPauseMs[outcome.failure] * 2 ** (count - 1);
    await sleep(longestPauseMs * (0.5 + Math.random() / 2));
  }
}
