/**
 * Spans of what the program does, of what `node:diagnostics_channel` says of it: the parts that are traced only say when
 * they begin and end, and know nothing of traces. A span lies within the one that was open where it began, whatever was
 * awaited on the way.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { tracingChannel } from 'node:diagnostics_channel';

/** @see https://opentelemetry.io/docs/specs/otel/trace/api/#span */
export type Span = {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | null;
  readonly name: string;
  readonly kind: 'server' | 'internal';
  readonly startedAt: bigint;
  /** In nanoseconds since 1970, as the start. */
  endedAt: bigint;
  attributes: Readonly<Record<string, string | number>>;
  hasFailed: boolean;
};

/** What a channel says, read as a span. Values are codes, kinds and patterns of ours: never a name, a number or a URL. */
export type Traced = Readonly<{
  channel: string;
  kind?: Span['kind'];
  nameOf(message: object): string;
  /** Read at the end. */
  attributesOf?(message: object): Span['attributes'];
  /** Of the caller, when it told of itself. */
  parentOf?(message: object): Pick<Span, 'traceId' | 'spanId'> | null;
}>;

const startOfClock = BigInt(Date.now()) * 1_000_000n - process.hrtime.bigint();
const nanoseconds = (): bigint => startOfClock + process.hrtime.bigint();

/** Begins to listen. @returns ends it */
export function listenForSpans(traced: readonly Traced[], onEnd: (span: Span) => void): () => void {
  const current = new AsyncLocalStorage<Span>();
  const stops = traced.map((one) => listenTo(one, current, onEnd));
  return () => {
    for (const stop of stops) stop();
  };
}

const nothing = (): void => undefined;

function listenTo(
  { channel: name, kind = 'internal', nameOf, attributesOf, parentOf }: Traced,
  current: AsyncLocalStorage<Span>,
  onEnd: (span: Span) => void,
): () => void {
  const channel = tracingChannel<object, object>(name);
  const open = new WeakMap<object, Span>();
  channel.start.bindStore(current, (message) => {
    const parent = current.getStore() ?? parentOf?.(message) ?? null;
    const span: Span = {
      traceId: parent?.traceId ?? randomBytes(16).toString('hex'),
      spanId: randomBytes(8).toString('hex'),
      parentSpanId: parent?.spanId ?? null,
      name: nameOf(message),
      kind,
      startedAt: nanoseconds(),
      endedAt: 0n,
      attributes: {},
      hasFailed: false,
    };
    open.set(message, span);
    return span;
  });
  const end = (message: object): void => {
    const span = open.get(message);
    if (span === undefined) return;
    open.delete(message);
    span.endedAt = nanoseconds();
    span.attributes = attributesOf?.(message) ?? {};
    onEnd(span);
  };
  const subscribers = {
    error: (message: object): void => {
      const span = open.get(message);
      if (span !== undefined) span.hasFailed = true;
    },
    // What answers with a promise goes on behind this end; Fastify says which does not.
    end: (message: object): void => {
      if ('async' in message && message.async === false) end(message);
    },
    asyncEnd: end,
    start: nothing,
    asyncStart: nothing,
  };
  channel.subscribe(subscribers);
  return () => {
    channel.start.unbindStore(current);
    channel.unsubscribe(subscribers);
  };
}
