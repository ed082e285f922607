/**
 * Two independent 32-bit hashes of a key, taken byte by byte, so that a longer reading continues where a shorter one
 * stopped. The first places a key in a table, the second is kept beside it; the bytes themselves decide in the end.
 */
export const placeStart = 0x811c9dc5 | 0;
export const tagStart = 0x3c6ef372 | 0;

/** FNV-1a. */
export const placeStep = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193);
/** Rotates before it mixes: shares no structure with {@link placeStep}. */
export const tagStep = (hash: number, byte: number): number =>
  Math.imul(((hash << 5) | (hash >>> 27)) ^ byte, 0x9e3779b1);

/** Spreads the last bytes over all 32 bits (the finaliser of MurmurHash3). */
export function finishHash(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Both hashes of an ASCII key, finished. */
export function hashKey(key: string): Readonly<{ place: number; tag: number }> {
  let place = placeStart;
  let tag = tagStart;
  for (let index = 0; index < key.length; index += 1) {
    place = placeStep(place, key.charCodeAt(index));
    tag = tagStep(tag, key.charCodeAt(index));
  }
  return { place: finishHash(place), tag: finishHash(tag) };
}
