/** Where a command writes: results to stdout, everything else to stderr, a progress bar only on a terminal. */
import type { Finding } from '../domain/statement.ts';
import type { Progress } from '../workers/work-context.ts';

export { toJson } from '../domain/to-json.ts';

export type Output = Readonly<{
  isJson: boolean;
  /** A result. */
  write(text: string): void;
  /** Told to the person at the terminal. */
  say(text: string): void;
  onProgress(progress: Progress): void;
}>;

/** design of exit codes: done; failed; used wrongly; done, but some input was refused. */
export const exitCodes = { done: 0, failed: 1, usage: 2, refused: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A terminal, a pipe, or what a test listens with. */
export type Stream = Readonly<{ write(text: string): unknown; isTTY?: boolean; columns?: number }>;

const taskWords: Readonly<Record<Progress['task'], string>> = {
  store: 'storing',
  read: 'reading',
  publish: 'publishing',
  load: 'loading',
  propose: 'matching',
  settle: 'settling',
  record: 'recording',
  apply: 'applying',
};

export function terminalOutput(stdout: Stream, stderr: Stream, isJson: boolean): Output {
  let barShown = false;
  const clear = () => {
    if (barShown) stderr.write('\r\u001B[2K');
    barShown = false;
  };
  return {
    isJson,
    write(text) {
      clear();
      stdout.write(text);
    },
    say(text) {
      clear();
      stderr.write(`${text}\n`);
    },
    onProgress({ task, done, total }) {
      if (stderr.isTTY !== true) return;
      clear();
      if (total === null || done < total) {
        stderr.write(progressLine(taskWords[task], done, total));
        barShown = true;
      }
    },
  };
}

const barWidth = 30;

/** `matching    ███████░░░░░░░ 12/25` */
function progressLine(word: string, done: number, total: number | null): string {
  const filled = total === null || total === 0 ? 0 : Math.floor((barWidth * done) / total);
  const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
  return `${word.padEnd(11)} ${bar} ${done}/${total ?? '?'}`;
}

/** `code at line 12: message`; a place that the message names already is not said twice. */
export function findingLine({ code, message, at, found }: Finding): string {
  const place = at === null || message.includes(`line ${at.line}`) ? '' : ` at line ${at.line}`;
  return `${code}${place}: ${message}${found === null || message.includes(found) ? '' : ` Found: ${found}`}`;
}
