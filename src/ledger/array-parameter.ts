/**
 * A column of many rows as one parameter, for `unnest($1::uuid[])`: the binary form of a PostgreSQL array. As text the
 * driver would look through each value for quotes and PostgreSQL would read each digit: an eighth of what applying takes.
 *
 * @see PostgreSQL `src/backend/utils/adt/arrayfuncs.c`, `array_recv`; the driver sends a `Buffer` as binary.
 */

// `oid` of `src/include/catalog/pg_type.dat`.
const elementTypes = { int8: 20, int4: 23, text: 25, date: 1082, uuid: 2950 } as const;

/** Dimensions, whether there are nulls, element type, length and first index of the only dimension: 4 bytes each. */
const headerBytes = 20;
const lengthBytes = 4;

function headed(type: keyof typeof elementTypes, count: number, hasNull: boolean, bodyBytes: number): Buffer {
  const array = Buffer.allocUnsafe(headerBytes + bodyBytes);
  array.writeInt32BE(1, 0);
  array.writeInt32BE(hasNull ? 1 : 0, 4);
  array.writeInt32BE(elementTypes[type], 8);
  array.writeInt32BE(count, 12);
  array.writeInt32BE(1, 16);
  return array;
}

/** Elements of one size; the length of a null is -1, and nothing follows it. */
function fixed<Value>(
  type: keyof typeof elementTypes,
  elementBytes: number,
  values: readonly (Value | null)[],
  write: (view: DataView, offset: number, value: Value) => void,
): Buffer {
  const nullCount = values.reduce<number>((count, value) => count + (value === null ? 1 : 0), 0);
  const bodyBytes = values.length * (lengthBytes + elementBytes) - nullCount * elementBytes;
  const array = headed(type, values.length, nullCount > 0, bodyBytes);
  const view = new DataView(array.buffer, array.byteOffset, array.byteLength);
  let offset = headerBytes;
  for (const value of values) {
    view.setInt32(offset, value === null ? -1 : elementBytes);
    offset += lengthBytes;
    if (value === null) continue;
    write(view, offset, value);
    offset += elementBytes;
  }
  return array;
}

/** @throws RangeError when a value does not fit. */
export const int8Array = <Row>(rows: readonly Row[], read: (row: Row) => bigint | null): Buffer =>
  fixed('int8', 8, rows.map(read), (view, offset, value: bigint) => {
    if (BigInt.asIntN(64, value) !== value) throw new RangeError(`${value} is no int8`);
    view.setBigInt64(offset, value);
  });

/** @throws RangeError when a value does not fit. */
export const int4Array = <Row>(rows: readonly Row[], read: (row: Row) => number | null): Buffer =>
  fixed('int4', 4, rows.map(read), (view, offset, value: number) => {
    // oxlint-disable-next-line no-bitwise
    if ((value | 0) !== value) throw new RangeError(`${value} is no int4`);
    view.setInt32(offset, value);
  });

const dayMs = 86_400_000;
const firstDayMs = Date.UTC(2000, 0, 1);

/** @throws RangeError when a value is no day. */
export function dateArray<Row>(rows: readonly Row[], read: (row: Row) => string | null): Buffer {
  const numbers = new Map<string, number>();
  return fixed('date', 4, rows.map(read), (view, offset, day: string) => {
    let number = numbers.get(day);
    if (number === undefined) {
      number = (Date.parse(`${day}T00:00:00Z`) - firstDayMs) / dayMs;
      if (!Number.isInteger(number)) throw new RangeError(`${day} is no day`);
      numbers.set(day, number);
    }
    view.setInt32(offset, number);
  });
}

/** @throws TypeError when a value is no UUID. */
export function uuidArray<Row>(rows: readonly Row[], read: (row: Row) => string | null): Buffer {
  let nullCount = 0;
  let hex = '';
  for (const row of rows) {
    const value = read(row);
    if (value === null) nullCount += 1;
    hex += value === null ? 'ffffffff' : `00000010${value}`;
  }
  // Spelled as hex, all of the column becomes bytes at once.
  const body = Buffer.from(hex.replaceAll('-', ''), 'hex');
  if (body.length !== rows.length * (lengthBytes + 16) - nullCount * 16) throw new TypeError('not a UUID');
  return Buffer.concat([headed('uuid', rows.length, nullCount > 0, 0), body]);
}

export function textArray<Row>(rows: readonly Row[], read: (row: Row) => string | null): Buffer {
  const values = rows.map(read);
  const hasNull = values.includes(null);
  const bodyBytes = values.reduce(
    (sum, value) => sum + lengthBytes + (value === null ? 0 : Buffer.byteLength(value)),
    0,
  );
  const array = headed('text', values.length, hasNull, bodyBytes);
  let offset = headerBytes;
  for (const value of values) {
    const length = value === null ? -1 : array.write(value, offset + lengthBytes);
    array.writeInt32BE(length, offset);
    offset += lengthBytes + Math.max(length, 0);
  }
  return array;
}
