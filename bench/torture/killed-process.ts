/** A process that carries out commands and is killed: it waits with everything loaded, so that a kill costs no start. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./kill-child.mjs', import.meta.url));

/** From outside, so long after the first new command began; or by itself at a failpoint. */
export type Kill = Readonly<{ afterMs: number } | { failpoint: string }>;

type Work = Readonly<{
  serviceUrl: string;
  /** The file of the commands. */
  list: string;
  /** The first of them to ask again, and the first that was not answered yet. */
  first: number;
  acknowledged: number;
}>;

type ProcessEnd = Readonly<{
  state: 'finished' | 'killed' | 'failed';
  /** New answers that were told. */
  answered: number;
  isInside: boolean;
  /** The failpoint it died at; null: from outside, or not at all. */
  point: string | null;
  stderr: string;
}>;

export type WaitingProcess = Readonly<{
  /** Once. */
  carryOut(work: Work, kill: Kill | null): Promise<ProcessEnd>;
  /** Ends one that got no work. */
  discard(): Promise<void>;
}>;

/** @param build - the compiled program. */
export function startProcess(build: URL): WaitingProcess {
  const child = spawn(process.execPath, [program, build.href], { stdio: ['pipe', 'pipe', 'pipe'] });
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  let [stdout, stderr] = ['', ''];
  let timer: NodeJS.Timeout | null = null;
  let afterMs: number | null = null;
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  child.stdout.on('data', (text: Buffer) => {
    stdout += text.toString();
    if (timer === null && afterMs !== null && stdout.includes('go'))
      timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  });
  // One that failed before it got its work is told by its exit.
  child.stdin.on('error', () => undefined);
  return {
    async carryOut(work, kill) {
      afterMs = kill !== null && 'afterMs' in kill ? kill.afterMs : null;
      const failpoint = kill !== null && 'failpoint' in kill ? kill.failpoint : '';
      child.stdin.end(JSON.stringify({ ...work, failpoint }));
      const [code, signal] = await closed;
      if (timer !== null) clearTimeout(timer);
      return {
        state: signal === 'SIGKILL' ? 'killed' : code === 0 ? 'finished' : 'failed',
        answered: stdout.split(',').length - 1,
        isInside: stdout.lastIndexOf('(') > stdout.lastIndexOf(')'),
        point: /\{(.*)\}/.exec(stdout)?.[1] ?? null,
        stderr,
      };
    },
    async discard() {
      child.kill('SIGKILL');
      await closed;
    },
  };
}
