/**
 * A column of many rows as one parameter, for `unnest($1::uuid[])`: the binary form of a PostgreSQL array. As text the
 * driver would look through each value for quotes, and PostgreSQL would read each digit.
 *
 * @see PostgreSQL `src/backend/utils/adt/arrayfuncs.c`, `array_recv`; the driver sends a `Buffer` as binary.
 */

/** How values of a type are written: `oid` as in PostgreSQL's `src/include/catalog/pg_type.dat`. */
type ElementType<Value> = Readonly<{
  oid: number;
  byteLength: (value: Value) => number;
  write: (array: Buffer, offset: number, value: Value) => void;
}>;

/** Dimensions, whether there are nulls, element type, length and first index of the only dimension: 4 bytes each. */
const headerBytes = 20;
const lengthBytes = 4;

function arrayOf<Value>(type: ElementType<Value>, values: readonly (Value | null)[]): Buffer {
  const [first = null] = values;
  // Many columns say the same in each row: it is written once, and copied.
  const isSame = values.every((value) => value === first);
  const written = isSame ? values.slice(0, 1) : values;
  let bodyBytes = 0;
  for (const value of written) bodyBytes += lengthBytes + (value === null ? 0 : type.byteLength(value));
  const body = Buffer.allocUnsafe(bodyBytes);
  let offset = 0;
  for (const value of written) {
    const length = value === null ? 0 : type.byteLength(value);
    body.writeInt32BE(value === null ? -1 : length, offset);
    if (value !== null) type.write(body, offset + lengthBytes, value);
    offset += lengthBytes + length;
  }
  const array = Buffer.allocUnsafe(headerBytes + (isSame ? bodyBytes * values.length : bodyBytes));
  array.writeInt32BE(1, 0);
  array.writeInt32BE(isSame ? Number(first === null) : Number(values.includes(null)), 4);
  array.writeInt32BE(type.oid, 8);
  array.writeInt32BE(values.length, 12);
  array.writeInt32BE(1, 16);
  if (values.length > 0) array.fill(body, headerBytes);
  return array;
}

const int8: ElementType<bigint> = {
  oid: 20,
  byteLength: () => 8,
  write: (array, offset, value) => array.writeBigInt64BE(value, offset),
};

const int4: ElementType<number> = {
  oid: 23,
  byteLength: () => 4,
  write(array, offset, value) {
    if (!Number.isInteger(value)) throw new RangeError(`${value} is no whole number`);
    array.writeInt32BE(value, offset);
  },
};

const text: ElementType<string> = {
  oid: 25,
  byteLength: (value) => Buffer.byteLength(value),
  write: (array, offset, value) => array.write(value, offset),
};

const dayMs = 86_400_000;
const firstDayMs = Date.UTC(2000, 0, 1);

const date: ElementType<string> = {
  oid: 1082,
  byteLength: () => 4,
  write(array, offset, day) {
    const number = (Date.parse(`${day}T00:00:00Z`) - firstDayMs) / dayMs;
    if (!Number.isInteger(number)) throw new TypeError(`${day} is no day`);
    array.writeInt32BE(number, offset);
  },
};

/** The value of each hexadecimal digit by its character code. */
const digitValues = new Uint8Array(128).fill(255);
for (let value = 0; value < 16; value += 1) digitValues[value.toString(16).charCodeAt(0)] = value;
/** Where the digits of each byte of a UUID stand in its text. */
const bytePlaces = Uint8Array.of(0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34);

const uuid: ElementType<string> = {
  oid: 2950,
  byteLength: () => 16,
  write(array, offset, value) {
    if (value.length !== 36) throw new TypeError(`${value} is no UUID`);
    let at = offset;
    for (const place of bytePlaces) {
      const high = digitValues[value.charCodeAt(place)] ?? 255;
      const low = digitValues[value.charCodeAt(place + 1)] ?? 255;
      if (high + low > 30) throw new TypeError(`${value} is no UUID in lower case`);
      array[at] = high * 16 + low;
      at += 1;
    }
  },
};

/** @returns a function from rows to the array of one of their fields. */
const columnOf =
  <Value>(type: ElementType<Value>) =>
  <Row>(rows: readonly Row[], read: (row: Row) => Value | null): Buffer =>
    arrayOf(
      type,
      rows.map((row) => read(row)),
    );

/** @throws RangeError when a value does not fit into 8 bytes. */
export const int8Column = columnOf(int8);
/** @throws RangeError when a value is not whole, or does not fit into 4 bytes. */
export const int4Column = columnOf(int4);
export const textColumn = columnOf(text);
/** @throws TypeError when a value is not `YYYY-MM-DD`. */
export const dateColumn = columnOf(date);
/** @throws TypeError when a value is not spelled as PostgreSQL spells a UUID. */
export const uuidColumn = columnOf(uuid);
