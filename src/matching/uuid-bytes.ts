/** Ids as 16 bytes: a partition holds hundreds of thousands, and text would take three times the room. */
const hexadecimal = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const digitValue = (code: number): number => (code < 58 ? code - 48 : code - 87);

/**
 * Writes a UUID, in its lower-case form with dashes, as 16 bytes.
 *
 * @throws RangeError when the text is no such UUID: a fault of ours, since the ledger made the id.
 */
export function writeUuid(target: Uint8Array, offset: number, uuid: string): void {
  if (!hexadecimal.test(uuid)) throw new RangeError(`not a lower-case UUID: ${uuid}`);
  let written = offset;
  for (let index = 0; index < 36; index += 2) {
    if (uuid.charCodeAt(index) === 45) index += 1;
    target[written] = digitValue(uuid.charCodeAt(index)) * 16 + digitValue(uuid.charCodeAt(index + 1));
    written += 1;
  }
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
