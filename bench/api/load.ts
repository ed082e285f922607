/**
 * Requests at a steady rate, whatever becomes of those before: a request that waits behind a slow one is slow itself, as it
 * is for whoever asks. (A generator that waits for its answers asks less while the service is slow, and does not see it.)
 */
import { Agent, request, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export type Asked = Readonly<{
  method: 'GET' | 'POST';
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: object;
}>;

export type Answers = Readonly<{
  /** Milliseconds from when a request was due to when its answer was read, in the order of asking. */
  latencies: readonly number[];
  /** Answers that were no success, each in a line. */
  failures: readonly string[];
}>;

const warmUpCount = 25;

/** Asks `count` times, `perSecond` times a second, over connections that stay open. The first few warm up and are not counted. */
export async function askSteadily(
  origin: string,
  { count, perSecond }: Readonly<{ count: number; perSecond: number }>,
  askedAt: (index: number) => Asked,
): Promise<Answers> {
  const failures: string[] = [];
  const agent = new Agent({ keepAlive: true });
  const startedAt = performance.now();
  const answers = Array.from({ length: count }, async (_, index) => {
    const dueAt = startedAt + (index * 1_000) / perSecond;
    await sleep(dueAt - performance.now());
    const failure = await answerTo(origin, agent, askedAt(index));
    if (failure !== null) failures.push(failure);
    return performance.now() - dueAt;
  });
  const latencies = await Promise.all(answers);
  agent.destroy();
  return { latencies: latencies.slice(Math.min(warmUpCount, Math.floor(count / 4))), failures };
}

/** Null: a success. */
async function answerTo(
  origin: string,
  agent: Agent,
  { method, path, headers = {}, body }: Asked,
): Promise<string | null> {
  const payload = body === undefined ? null : JSON.stringify(body);
  const typed = payload === null ? headers : { ...headers, 'content-type': 'application/json' };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(`${origin}${path}`, { method, agent, headers: typed }, resolve).on('error', reject).end(payload);
  });
  let answer = '';
  for await (const text of response.setEncoding('utf8')) answer += String(text);
  const { statusCode = 0 } = response;
  return statusCode < 300 ? null : `${method} ${path}: ${String(statusCode)} ${answer.slice(0, 300)}`;
}

/** The smallest of those that `share` of all do not exceed. */
export function percentile({ latencies }: Answers, share: number): number {
  const sorted = latencies.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

export function inWords(answers: Answers): string {
  const times = [0.5, 0.99, 1].map((share) => percentile(answers, share).toFixed(1)).join(' / ');
  const [first] = answers.failures;
  return first === undefined ? `${times} ms` : `${times} ms, ${answers.failures.length} FAILED, first: ${first}`;
}
