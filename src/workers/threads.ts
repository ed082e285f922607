/**
 * The pool of worker threads. A thread reads or proposes; what it finds is settled in one place and written by the
 * ledger. Threads start when the first task comes.
 */
import { Piscina } from 'piscina';
import { hurryCompiler, threadMemory } from './thread-options.ts';
import type { Look, LookAgainTask } from './threads/look-again.ts';
import type { ParseTask, ParsedFile } from './threads/parse-file.ts';
import type { Outlook } from '../matching/propose.ts';
import type { ProposeTask } from './threads/propose.ts';

export type Threads = Readonly<{
  size: number;
  parseFile(task: ParseTask): Promise<ParsedFile>;
  propose(task: ProposeTask): Promise<readonly Outlook[]>;
  lookAgain(task: LookAgainTask): Promise<readonly Look[]>;
  /** Lets the tasks under way end. */
  close(): Promise<void>;
  /** Ends them where they are: what they had not handed over is lost, and asked for again. */
  abandon(): Promise<void>;
}>;

// A file must not hold a thread for ever: a fixed allowance, and time for its size at a slow pace.
const parseDeadlineMs = (sizeBytes: number): number => 60_000 + Math.ceil(sizeBytes / 1_000);

const isSource = import.meta.url.endsWith('.ts');
const threadFile = (name: string): string =>
  new URL(`./threads/${name}.${isSource ? 'ts' : 'js'}`, import.meta.url).href;

export function openThreads(size: number): Threads {
  let started: Piscina | null = null;
  let isAbandoned = false;
  const pool = (): Piscina => {
    if (isAbandoned) throw new Error('The threads are gone: the service ends.');
    if (started !== null) return started;
    hurryCompiler();
    started = new Piscina({
      minThreads: 1,
      maxThreads: size,
      idleTimeout: 5_000,
      resourceLimits: threadMemory,
      ...(isSource ? { execArgv: ['--import', 'tsx'] } : {}),
    });
    // The task that was lost is rejected as well; without a listener the event would end the process.
    started.on('error', () => undefined);
    return started;
  };
  return {
    size,
    parseFile: async (task) =>
      pool().run(task, {
        filename: threadFile('parse-file'),
        signal: AbortSignal.timeout(parseDeadlineMs(task.sizeBytes)),
      }),
    propose: async (task) => pool().run(task, { filename: threadFile('propose') }),
    lookAgain: async (task) => pool().run(task, { filename: threadFile('look-again') }),
    close: async () => {
      await started?.close();
      started = null;
    },
    abandon: async () => {
      isAbandoned = true;
      await started?.destroy();
      started = null;
    },
  };
}
