/** Webhooks at work, beside the work loop: a receiver that is slow keeps no statement waiting. */
import { setTimeout as sleep } from 'node:timers/promises';
import { deliverDue, type WebhookContext } from './webhooks.ts';

const pauseMs = 2_000;

/** @param onFailure - told when the database could not be asked; what a receiver refuses is noted with the receiver. */
export function startWebhookLoop(
  context: WebhookContext,
  onFailure: (error: unknown) => void,
): Readonly<{ /** Finishes the requests under way. */ stop(): Promise<void> }> {
  const stopping = new AbortController();
  const loop = (async () => {
    while (!stopping.signal.aborted && context.webhooks.length > 0) {
      await deliverDue(context).catch(onFailure);
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
