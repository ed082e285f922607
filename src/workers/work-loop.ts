/** The service at work: looks for jobs of any ledger when woken, and now and then by itself. */
import { exportDue, matchDue, publishDue } from './work-queue.ts';
import type { WorkContext } from './work-context.ts';

type WorkLoop = Readonly<{
  /** Something was enqueued: look at once. */
  wake(): void;
  /** Finishes the job under way, takes no other. */
  stop(): Promise<void>;
}>;

const pauseMs = 2_000;

/** Rings when told to, or by itself after a pause; a ring while the work goes on is not missed. */
function bellOf() {
  let ring: () => void = () => undefined;
  const next = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pauseMs);
      ring = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  return { next, ring: () => ring() };
}

/** @param onFailure - told of a job that failed; it is back in the queue, or dead after its last attempt. */
export function startWorkLoop(context: WorkContext, onFailure: (error: unknown) => void): WorkLoop {
  const stopping = new AbortController();
  const bell = bellOf();
  const loop = (async () => {
    while (!stopping.signal.aborted) {
      const rung = bell.next();
      try {
        await publishDue(context, null);
        await matchDue(context, null);
        await exportDue(context);
      } catch (error) {
        onFailure(error);
      }
      await rung;
    }
  })();
  return {
    wake: () => bell.ring(),
    async stop() {
      stopping.abort();
      bell.ring();
      await loop;
    },
  };
}
