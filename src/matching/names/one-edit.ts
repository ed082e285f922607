/**
 * One typing error between two words: a letter more, less, other, or two neighbours changed places (Damerau).
 * `?` in the first stands for a letter that a bank could not write, and differs from nothing.
 */

const question = 63;

/** True for equal words and for those one error apart. Both are ranges of bytes. */
export function isWithinOneEdit(
  a: Uint8Array,
  aStart: number,
  aEnd: number,
  b: Uint8Array,
  bStart: number,
  bEnd: number,
): boolean {
  const difference = aEnd - aStart - (bEnd - bStart);
  if (difference > 1 || difference < -1) return false;
  let i = aStart;
  let j = bStart;
  while (i < aEnd && j < bEnd && isSame(a, i, b, j)) {
    i += 1;
    j += 1;
  }
  if (difference === 1) return isSameRest(a, i + 1, aEnd, b, j);
  if (difference === -1) return isSameRest(a, i, aEnd, b, j + 1);
  if (i === aEnd || isSameRest(a, i + 1, aEnd, b, j + 1)) return true;
  const isTurned = j + 1 < bEnd && isSame(a, i, b, j + 1) && isSame(a, i + 1, b, j);
  return isTurned && isSameRest(a, i + 2, aEnd, b, j + 2);
}

const isSame = (a: Uint8Array, i: number, b: Uint8Array, j: number): boolean => a[i] === b[j] || a[i] === question;

/** Both rests are of one length. */
function isSameRest(a: Uint8Array, from: number, end: number, b: Uint8Array, to: number): boolean {
  for (let i = from, j = to; i < end; i += 1, j += 1) if (!isSame(a, i, b, j)) return false;
  return true;
}
