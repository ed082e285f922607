/**
 * The line to a place, opened when it is needed and again after a fault: with pauses that grow, and not for ever. After
 * {@link TransferLimits.attempts} faults in a row the source is left for the next pull.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Drop } from './drop.ts';
import { isRetried, TransferError } from './errors.ts';
import { pauseMs, type TransferLimits } from './limits.ts';

export type Line = Readonly<{
  /** One try. After a fault of the way the line is cut, and the pause is over when this rejects. */
  once: <T>(work: (drop: Drop) => Promise<T>) => Promise<T>;
  /** As many tries as the source has left. */
  persistently: <T>(work: (drop: Drop) => Promise<T>) => Promise<T>;
  hasGivenUp: () => boolean;
  close: () => Promise<void>;
}>;

/** @param stop - cuts the line and ends every pause. */
export function openLine(
  open: () => Promise<Drop>,
  limits: TransferLimits,
  random: () => number,
  stop: AbortSignal,
): Line {
  let drop: Drop | null = null;
  let faults = 0;
  const cut = (reason: TransferError): void => {
    drop?.destroy(reason);
    drop = null;
  };
  const onStop = (): void => cut(new TransferError('transfer.stopped'));
  stop.addEventListener('abort', onStop);
  const hasGivenUp = (): boolean => faults >= limits.attempts || stop.aborted;

  const once = async <T>(work: (drop: Drop) => Promise<T>): Promise<T> => {
    if (stop.aborted) throw new TransferError('transfer.stopped');
    try {
      drop ??= await open();
      const value = await work(drop);
      faults = 0;
      return value;
    } catch (error) {
      if (!isRetried(error)) throw error;
      faults += 1;
      cut(error);
      if (!hasGivenUp())
        await sleep(pauseMs(limits, faults, random()), undefined, { signal: stop }).catch(() => undefined);
      throw error;
    }
  };
  const persistently = async <T>(work: (drop: Drop) => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await once(work);
      } catch (error) {
        if (!isRetried(error) || hasGivenUp()) throw error;
      }
    }
  };
  const close = async (): Promise<void> => {
    stop.removeEventListener('abort', onStop);
    await drop?.close();
  };
  return { once, persistently, hasGivenUp, close };
}
