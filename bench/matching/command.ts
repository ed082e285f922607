/** What the commands of the matching benchmark have in common: how they end, and how they read a number. */
import { InputRefused } from './json-rows.ts';

export type Stream = Readonly<{ write(text: string): unknown; isTTY?: boolean }>;

/**
 * Does the work of a command, and tells on `stderr` what stopped it.
 *
 * @returns the exit code. 0: done. 1: failed. 2: used wrongly, or an input that can't be scored.
 */
export async function exitCodeOf(work: () => Promise<void>, usage: string, stderr: Stream): Promise<number> {
  try {
    await work();
    return 0;
  } catch (error) {
    const isUsage = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    const isTold = isUsage || error instanceof InputRefused;
    stderr.write(
      `${isTold ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    if (isUsage) stderr.write(usage);
    return isTold ? 2 : 1;
  }
}

/** @throws InputRefused naming the option */
export function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InputRefused(`${option} ${text}: give a whole number`);
  return +text;
}
