/** Ids as 16 bytes: a partition holds hundreds of thousands, and text would take three times the room. */
/** Of each ASCII character as a digit; 16: it is none. */
const values = new Uint8Array(128).fill(16);
for (let value = 0; value < 16; value += 1) values[value.toString(16).charCodeAt(0)] = value;
const isDashPlace = (place: number): boolean => place === 8 || place === 13 || place === 18 || place === 23;

/**
 * Writes a UUID, in its lower-case form with dashes, as 16 bytes.
 *
 * @throws RangeError when the text is no such UUID: a fault of ours, since the ledger made the id.
 */
export function writeUuid(target: Uint8Array, offset: number, uuid: string): void {
  let isRight = uuid.length === 36;
  let at = offset;
  for (let place = 0; place < 36; place += 2) {
    if (isDashPlace(place)) {
      isRight &&= uuid.charCodeAt(place) === 45;
      place += 1;
    }
    const high = values[uuid.charCodeAt(place)] ?? 16;
    const low = values[uuid.charCodeAt(place + 1)] ?? 16;
    isRight &&= high < 16 && low < 16;
    target[at] = high * 16 + low;
    at += 1;
  }
  if (!isRight) throw new RangeError(`not a lower-case UUID: ${uuid}`);
}

const digits = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
/** Filled with dashes, so that only digits are written. */
const written = Buffer.alloc(36, '-');

/** The inverse of {@link writeUuid}. */
export function readUuid(source: Uint8Array, offset: number): string {
  let at = 0;
  for (let index = 0; index < 16; index += 1) {
    if (index === 4 || index === 6 || index === 8 || index === 10) at += 1;
    const byte = source[offset + index] ?? 0;
    written[at] = digits[byte >> 4] ?? 0;
    written[at + 1] = digits[byte & 15] ?? 0;
    at += 2;
  }
  return written.toString('latin1');
}

/** Orders two ids inside one array as their texts would be ordered. */
export function compareUuids(source: Uint8Array, a: number, b: number): number {
  for (let index = 0; index < 16; index += 1) {
    const difference = (source[a + index] ?? 0) - (source[b + index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
