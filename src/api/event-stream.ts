/**
 * Server-sent events: what `read` says, told whenever it changes, until it says that it ends. A comment now and then keeps
 * proxies from closing what is quiet. Ends with the client, with the server, and after a while by itself: then the client
 * comes back, and its key is looked at again.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
import { setMaxListeners } from 'node:events';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { ApiError } from './errors.ts';

export type Told = Readonly<{ data: object; isEnd: boolean }>;
type Pace = Readonly<{ pauseMs: number; heartbeatMs: number; longestMs: number }>;

/** Each asks the database twice a second. */
const mostStreams = 16;
const usualPace: Pace = { pauseMs: 500, heartbeatMs: 15_000, longestMs: 15 * 60_000 };

export const eventStreamType = 'text/event-stream';

/** @returns opens a stream for a reply; its first word is read before, so that what `read` refuses becomes a problem document. */
export function eventStreams(app: FastifyInstance, pace: Pace = usualPace) {
  const closing = new AbortController();
  // One that its client left still sleeps to the end of its pause.
  setMaxListeners(2 * mostStreams, closing.signal);
  let openCount = 0;
  app.addHook('preClose', async () => closing.abort());
  return async ({ raw }: Pick<FastifyReply, 'raw'>, read: () => Promise<Told>): Promise<Readable> => {
    if (openCount >= mostStreams) throw new ApiError('api.streams_busy');
    openCount += 1;
    const leave = once(() => {
      openCount -= 1;
    });
    // A client that goes away before the first word is read has no stream yet that would be closed with it.
    raw.once('close', leave);
    try {
      const stream = Readable.from(events(await read(), read, closing.signal, pace));
      stream.once('close', leave);
      if (raw.destroyed) stream.destroy();
      else raw.once('close', () => stream.destroy());
      return stream;
    } catch (error) {
      leave();
      throw error;
    }
  };
}

/** Does it the first time only. */
function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) work();
    isDone = true;
  };
}

async function* events(
  first: Told,
  read: () => Promise<Told>,
  closing: AbortSignal,
  pace: Pace,
): AsyncGenerator<string> {
  let told = '';
  let quietMs = 0;
  for (let [now, passedMs] = [first, 0]; passedMs < pace.longestMs; passedMs += pace.pauseMs) {
    const text = JSON.stringify(now.data);
    if (text !== told) yield `event: progress\ndata: ${text}\n\n`;
    else if (quietMs >= pace.heartbeatMs) yield ': still here\n\n';
    quietMs = text === told && quietMs < pace.heartbeatMs ? quietMs + pace.pauseMs : 0;
    told = text;
    if (now.isEnd) {
      yield 'event: end\ndata: {}\n\n';
      return;
    }
    const isClosing = await sleep(pace.pauseMs, false, { signal: closing }).catch(() => true);
    if (isClosing) return;
    now = await read();
  }
}
