/** Starts {@link file://./embedded-owner.ts} as a process of its own, to be killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('./embedded-owner.ts', import.meta.url));
const repository = fileURLToPath(new URL('../..', import.meta.url));

type OwnerAnswer = { adopted: boolean; url: string } | { refused: string; message: string };
export type OwnerProcess = Readonly<{
  pid: number;
  /** What it printed: the connection, or the refusal. */
  answer: Promise<OwnerAnswer>;
  /** Sends the signal and waits for the end. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}>;

/** @param identity - the account to run as; null for the account of the tests. */
export function startOwner(dataDir: string, identity: { uid: number; gid: number } | null = null): OwnerProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...identity,
  });
  const exited = once(child, 'exit');
  const answer = readAnswer(child);
  // A process may be killed before it answers, and nobody may be asking.
  answer.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    answer,
    end: async (signal) => {
      child.kill(signal);
      await exited;
    },
  };
}

async function readAnswer({ stdout, stderr }: ChildProcess): Promise<OwnerAnswer> {
  if (stdout === null || stderr === null) throw new Error('The process has no output.');
  const complaints: string[] = [];
  stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString('utf8')));
  for await (const line of createInterface(stdout)) {
    const answer: unknown = JSON.parse(line);
    if (isAnswer(answer)) return answer;
  }
  throw new Error(`The process ended without an answer: ${complaints.join('')}`);
}

const isAnswer = (value: unknown): value is OwnerAnswer =>
  typeof value === 'object' && value !== null && ('url' in value || 'refused' in value);

/** The connection of an owner that was to start. */
export async function startedUrl(owner: OwnerProcess): Promise<string> {
  const answer = await owner.answer;
  if ('refused' in answer) throw new Error(answer.message);
  return answer.url;
}
