/**
 * 32-bit hashes. They find candidates; whoever asks compares the real key before believing one.
 *
 * Bytes and texts go through FNV-1a, byte by byte, so that a longer reading continues where a shorter one stopped.
 */

const fnvPrime = 0x01000193;

export const hashStart = 0x811c9dc5 | 0;
/** @param byte - a whole number; of more than 8 bits all count. */
export const hashStep = (hash: number, byte: number): number => Math.imul(hash ^ byte, fnvPrime);

/** Of a slice of bytes, not finished: equal ones have equal hashes, alike ones may crowd a table. */
export function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = hashStart;
  for (let at = from; at < to; at += 1) hash = hashStep(hash, bytes[at] ?? 0);
  return hash;
}

/** Of the characters of an ASCII key. */
export function hashText(text: string, salt = 0): number {
  let hash = hashStart ^ salt;
  for (let at = 0; at < text.length; at += 1) hash = hashStep(hash, text.charCodeAt(at));
  return finishHash(hash);
}

/** Of a whole number below 2^53 and a small salt. */
export function hashNumber(value: number, salt: number): number {
  const high = Math.floor(value / 4_294_967_296);
  return finishHash(
    Math.imul(value | 0, 0x9e3779b1) ^ Math.imul(high + 0x7f4a7c15, 0x85ebca6b) ^ Math.imul(salt + 1, 0xc2b2ae35),
  );
}

/** Spreads the last bytes over all 32 bits: the finaliser of MurmurHash3. */
export function finishHash(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
