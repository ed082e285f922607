/**
 * kill -9 of the night, again and again, until it has come to its end in spite of it; then the question whether
 * anything can be told from the books. Kill points are drawn from a seed and spread over the length of a whole night.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const nightProcess = fileURLToPath(new URL('../support/night-process.mjs', import.meta.url));

export type Night = Readonly<{ dist: URL; serviceUrl: string; folder: string; chunkSize: number }>;
export type NightEnd = Readonly<{ end: 'finished' | 'killed' | 'failed'; workMs: number; stderr: string }>;

/** Runs the night in a process; kills it `killAfterMs` after its work began, unless it is faster. */
export async function runNight(night: Night, killAfterMs: number | null): Promise<NightEnd> {
  const { dist, serviceUrl, folder, chunkSize } = night;
  const child = spawn(process.execPath, [nightProcess, dist.href, serviceUrl, folder, String(chunkSize)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  let startedAt = 0;
  let timer: NodeJS.Timeout | null = null;
  child.stdout.once('data', () => {
    startedAt = performance.now();
    if (killAfterMs !== null) timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  });
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  if (timer !== null) clearTimeout(timer);
  const end = signal === 'SIGKILL' ? 'killed' : code === 0 ? 'finished' : 'failed';
  return { end, workMs: performance.now() - startedAt, stderr };
}

/** Numbers in [0, 1) from a seed: mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
