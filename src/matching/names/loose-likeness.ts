/** How two words may be one where no table was asked: a short word mistyped, a beginning, an initial, left-out letters. */
import { likeness } from './meanings.ts';
import { isWithinOneEdit } from './one-edit.ts';

const shortestCompared = 3;

/** Percentage of {@link likeness} of a written word to one on file; 0 for none. Both are ranges of bytes. */
export function looseLikeness(
  written: Uint8Array,
  start: number,
  end: number,
  onFile: Uint8Array,
  from: number,
  to: number,
): number {
  const size = end - start;
  const isLong = size >= shortestCompared && to - from >= shortestCompared;
  if (isLong && isWithinOneEdit(written, start, end, onFile, from, to)) return likeness.edit;
  let index = start;
  let at = from;
  while (index < end && at < to && written[index] === onFile[at]) {
    index += 1;
    at += 1;
  }
  if (index === end) return size < shortestCompared ? likeness.initial : likeness.beginning;
  if (index === start || !isLong) return 0;
  // `TRSP` for `TRANSPORTS`: the same letters in the same order, some left out.
  for (; at < to && index < end; at += 1) if (written[index] === onFile[at]) index += 1;
  return index === end ? likeness.contraction : 0;
}
