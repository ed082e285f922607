/**
 * Pages of a list by keyset: a page starts after the sort keys of the last row of the one before. Every page costs the
 * same, and a row that comes or goes meanwhile makes no other row appear twice or not at all.
 *
 * @see https://use-the-index-luke.com/no-offset
 */
import { asc, desc, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { parseLocalDate } from '../../domain/local-date.ts';

export type Direction = 'ascending' | 'descending';

/** `after`: the `next` of the page before; absent for the first page. `limit` ≥ 1. */
export type PageRequest = Readonly<{ limit: number; after?: string | undefined }>;
export type Page<Row> = Readonly<{
  items: readonly Row[];
  /** Opaque; null on the last page. */
  next: string | null;
}>;

/** Columns that together name one row of the list, so that no two rows share a place. */
type SortOrder = Readonly<{
  columns: readonly [PgColumn, ...PgColumn[]];
  direction: Direction;
}>;

/** The cursor is none of ours, or of a list that is sorted otherwise. */
export class CursorInvalid extends Error {
  override readonly name = 'CursorInvalid';
  constructor() {
    super('The cursor is not one that this list gave out.');
  }
}

/** What to put into `where`, `orderBy` and `limit`: one row more than the page, to know whether another follows. */
export function seek(
  { columns, direction }: SortOrder,
  { limit, after }: PageRequest,
): Readonly<{ where: SQL | undefined; orderBy: SQL[]; limit: number }> {
  const orderBy = columns.map((column) => (direction === 'ascending' ? asc(column) : desc(column)));
  return { where: after === undefined ? undefined : beyond(columns, direction, after), orderBy, limit: limit + 1 };
}

function beyond(columns: SortOrder['columns'], direction: SortOrder['direction'], after: string): SQL {
  const types = columns.map((column) => column.getSQLType());
  const values = readCursor(types, after).map((key, index) => sql`${key}::${sql.raw(types[index] ?? 'text')}`);
  const comparison = sql.raw(direction === 'ascending' ? '>' : '<');
  return sql`(${sql.join([...columns], sql`, `)}) ${comparison} (${sql.join(values, sql`, `)})`;
}

/**
 * @param rows - up to `limit + 1` of them, as {@link seek} asked for.
 * @param keysOf - the values of the sort columns, in their order.
 */
export function pageOf<Row>(
  rows: readonly Row[],
  { limit }: PageRequest,
  keysOf: (row: Row) => readonly (string | number)[],
): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: last === undefined || rows.length <= limit ? null : placeAfter(keysOf(last)) };
}

/** The cursor of the page that starts after a row with these sort keys. */
export const placeAfter = (keys: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(keys.map(String))).toString('base64url');

// Checked before PostgreSQL sees them: what it can't read would be an error of ours.
const isReadable: Readonly<Record<string, (key: string) => boolean>> = {
  date: (key) => parseLocalDate(key).ok,
  'char(3)': (key) => /^[A-Z]{3}$/.test(key),
  uuid: (key) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(key),
  integer: (key) => /^\d{1,9}$/.test(key),
  bigint: (key) => /^\d{1,18}$/.test(key),
  'timestamp (3) with time zone': (key) =>
    /^\d{4}-\d{2}-\d{2}T[\d:.]{12}Z$/.test(key) && !Number.isNaN(Date.parse(key)),
  // A NUL is no text to PostgreSQL.
  text: (key) => key.length <= 200 && !key.includes('\0'),
};

/**
 * The sort keys that a page starts after, for a query in plain SQL; none for the first page.
 *
 * @param types - of the sort columns, as PostgreSQL calls them.
 */
export const keysAfter = (types: readonly string[], { after }: PageRequest): readonly string[] =>
  after === undefined ? [] : readCursor(types, after);

function readCursor(types: readonly string[], cursor: string): readonly string[] {
  const keys = parseKeys(cursor);
  const fits =
    keys.length === types.length && types.every((type, index) => isReadable[type]?.(keys[index] ?? '') === true);
  if (!fits) throw new CursorInvalid();
  return keys;
}

function parseKeys(cursor: string): readonly string[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
}
