/** How columns arrive: exact values stay exact, days stay text, nothing passes through a float or a local clock. */
import { types, type CustomTypesConfig } from 'pg';

const { builtins, getTypeParser } = types;
// `builtins` names no array types. @see PostgreSQL `src/include/catalog/pg_type.dat`, `array_type_oid`.
const textArray: number = 1009;
const int8Array = 1016;
const timestampArray = 1115;
const dateArray = 1182;
const numericArray = 1231;

const asWritten = (text: string): string => text;
const toBigint = (text: string): bigint => BigInt(text);

/** One level of an array literal, as text; `pg` itself would read `numeric[]` into floats. */
const readTextArray: (text: string) => (string | null)[] = getTypeParser(textArray);
const toBigints = (text: string): (bigint | null)[] =>
  readTextArray(text).map((element) => (element === null ? null : BigInt(element)));

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, toBigint],
  [builtins.NUMERIC, asWritten],
  [builtins.DATE, asWritten],
  [builtins.TIMESTAMP, asWritten],
  [int8Array, toBigints],
  [numericArray, readTextArray],
  [dateArray, readTextArray],
  [timestampArray, readTextArray],
]);

/**
 * `int8` → bigint, `numeric` and `date` → string, `timestamptz` → Date; the rest as `pg` reads it.
 * For the `types` of every client and pool; Drizzle brings its own for the queries it writes.
 */
export const pgTypes: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    format === 'binary' ? getTypeParser(oid, format) : (parsers.get(oid) ?? getTypeParser(oid)),
};
