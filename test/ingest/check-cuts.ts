/** What every format owes a file that is cut. */
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { cutAt, readBytes, readPieces } from './read-file.ts';

/** Bytes at the start that may be taken for anything. */
const tellingBytes = 60;

/** Every byte with LETTRAGE_PREFIXES=all and near both ends, else each seventh. */
const stepAt = (length: number, end: number): number =>
  process.env['LETTRAGE_PREFIXES'] === 'all' || length < 400 || length > end - 400 ? 1 : 7;

/** Only the whole is accepted, and it gives the same records however it is handed in. */
export function expectOnlyTheWhole(whole: Uint8Array): void {
  for (let length = 0; length < whole.length; length += stepAt(length, whole.length)) {
    const { outcome } = readBytes(whole.subarray(0, length)).file;
    if (outcome === 'accepted' || (length > tellingBytes && outcome !== 'incomplete'))
      expect.fail(`${outcome} at ${length}`);
  }
  const { records, file } = readBytes(whole);
  expect(file.outcome).toBe('accepted');
  const places = fc.array(fc.nat(whole.length), { maxLength: 60 });
  fc.assert(
    fc.property(places, (cuts) => {
      expect(readPieces(cutAt(whole, cuts)).records).toEqual(records);
    }),
    { numRuns: 20 },
  );
}
