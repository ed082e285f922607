/** Small readings of text that happen many times in every entry. */
import { Buffer } from 'node:buffer';
import { realReference } from '../written-values.ts';

const blank = 32;
const lastAscii = 127;
const capitalN = 78;
const smallN = 110;

const isInk = (code: number): boolean => code > blank && code < lastAscii;

/** `text.trim()`, which is a call into the engine: most texts have no blank at either end, and that shows at a glance. */
export const trimmed = (text: string): string =>
  text === '' || (isInk(text.charCodeAt(0)) && isInk(text.charCodeAt(text.length - 1))) ? text : text.trim();

/** `text.trimEnd()` in the same way. */
export const trimmedEnd = (text: string): string => (isInk(text.charCodeAt(text.length - 1)) ? text : text.trimEnd());

export const textOrNull = (text: string): string | null => trimmed(text) || null;

/**
 * The same text on its own. A slice of a piece keeps all its 64 KiB alive, which is nothing for an entry that is soon
 * written down, and much for what stays: the heads of a year of statements.
 */
export const detached = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

/** {@link realReference}, of which most references need no more than a look at both ends: no word for "none" begins so. */
export function referenceOrNull(written: string): string | null {
  if (written === 'NONREF' || written === '') return null;
  const first = written.charCodeAt(0);
  const isPlain =
    first !== capitalN && first !== smallN && isInk(first) && isInk(written.charCodeAt(written.length - 1));
  return isPlain ? written : realReference(written);
}
