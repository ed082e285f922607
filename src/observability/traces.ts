/**
 * Traces, for `OTEL_EXPORTER_OTLP_ENDPOINT`: requests, commands, transactions, jobs and their stages, sent now and then to a
 * collector. Loaded only when it is set (docs/decisions/0030).
 *
 * @see https://opentelemetry.io/docs/specs/otlp/#otlphttp, JSON encoding
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { listenForSpans, type Span, type Traced } from './spans.ts';

type TraceOptions = Readonly<{
  /** Of the collector, `http://127.0.0.1:4318`. */
  endpoint: string;
  version: string;
  /** Told when spans could not be delivered; they are lost. */
  onFailure: (error: unknown) => void;
}>;

type Traces = Readonly<{ /** Sends what is left, within a second. */ stop(): Promise<void> }>;

const pauseMs = 2_000;
const sendTimeoutMs = 5_000;
/** More than these are dropped: traces are the first that gives way. */
const mostWaiting = 8_192;
const mostSent = 1_024;

const textAt = (value: unknown, ...path: readonly string[]): string => {
  let at = value;
  for (const key of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
  return typeof at === 'string' || typeof at === 'number' ? String(at) : '';
};

/** `00-<trace>-<span>-<flags>`. @see https://www.w3.org/TR/trace-context/#traceparent-header */
export function readTraceParent(header: string): Pick<Span, 'traceId' | 'spanId'> | null {
  const [, traceId = '', spanId = ''] = /^[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-[\da-f]{2}/.exec(header) ?? [];
  return /[^0]/.test(traceId) && /[^0]/.test(spanId) ? { traceId, spanId } : null;
}

const traced: readonly Traced[] = [
  {
    // Fastify's own.
    channel: 'fastify.request.handler',
    kind: 'server',
    nameOf: (message) => `${textAt(message, 'request', 'method')} ${textAt(message, 'route', 'url')}`,
    attributesOf: (message) => ({
      'http.request.method': textAt(message, 'request', 'method'),
      'http.route': textAt(message, 'route', 'url'),
      'http.response.status_code': Number(textAt(message, 'reply', 'statusCode')),
    }),
    parentOf: (message) => readTraceParent(textAt(message, 'request', 'headers', 'traceparent')),
  },
  { channel: 'lettrage.command', nameOf: (message) => `command ${textAt(message, 'kind')}` },
  {
    channel: 'lettrage.transaction',
    nameOf: () => 'transaction',
    attributesOf: (message) => ({ 'lettrage.ledger': Number(textAt(message, 'ledgerId')) }),
  },
  {
    channel: 'lettrage.job',
    nameOf: (message) => `job ${textAt(message, 'queue')}`,
    attributesOf: (message) => ({
      'lettrage.ledger': Number(textAt(message, 'ledgerId')),
      'lettrage.attempt': Number(textAt(message, 'attempt')),
    }),
  },
  { channel: 'lettrage.stage', nameOf: (message) => `stage ${textAt(message, 'stage')}` },
];

export function startTraces({ endpoint, version, onFailure }: TraceOptions): Traces {
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
  const waiting: Span[] = [];
  const stopListening = listenForSpans(traced, (span) => {
    if (waiting.length < mostWaiting) waiting.push(span);
  });
  const send = async (timeoutMs: number): Promise<void> => {
    while (waiting.length > 0) {
      const body = JSON.stringify(toOtlp(waiting.splice(0, mostSent), version));
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(timeoutMs) });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`The collector answered ${response.status}.`);
    }
  };
  const stopping = new AbortController();
  const loop = (async () => {
    while (!stopping.signal.aborted) {
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (!stopping.signal.aborted) await send(sendTimeoutMs).catch(onFailure);
    }
  })();
  return {
    async stop() {
      stopListening();
      stopping.abort();
      await loop;
      await send(1_000).catch(onFailure);
    },
  };
}

const kinds = { internal: 1, server: 2 } as const;
const failed = 2;

/** `ExportTraceServiceRequest` in JSON: ids in hex, times as decimal text. */
function toOtlp(spans: readonly Span[], version: string) {
  return {
    resourceSpans: [
      {
        resource: { attributes: attributesOf({ 'service.name': 'lettrage', 'service.version': version }) },
        scopeSpans: [{ scope: { name: 'lettrage', version }, spans: spans.map(toOtlpSpan) }],
      },
    ],
  };
}

const toOtlpSpan = ({
  traceId,
  spanId,
  parentSpanId,
  name,
  kind,
  startedAt,
  endedAt,
  attributes,
  hasFailed,
}: Span) => ({
  traceId,
  spanId,
  ...(parentSpanId === null ? {} : { parentSpanId }),
  name,
  kind: kinds[kind],
  startTimeUnixNano: String(startedAt),
  endTimeUnixNano: String(endedAt),
  attributes: attributesOf(attributes),
  ...(hasFailed ? { status: { code: failed } } : {}),
});

const attributesOf = (attributes: Span['attributes']) =>
  Object.entries(attributes).map(([key, value]) => ({
    key,
    value: typeof value === 'number' ? { intValue: String(value) } : { stringValue: value },
  }));
