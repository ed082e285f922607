/** A database of its own for each test file. */
import { inject } from 'vitest';
import { createDatabaseOn, type TestDatabase } from './server-database.ts';

export type { TestDatabase } from './server-database.ts';

/**
 * Makes a database with the tables, constraints and rights of this build, and nothing in it.
 *
 * @param name - shows in server logs; lower-case letters, digits and `_`.
 */
export const createTestDatabase = (name = 'case'): Promise<TestDatabase> =>
  createDatabaseOn(inject('testServer'), name, inject('testServer').templateDatabase);

/** Makes a database without any table: for tests of migrations. */
export const createEmptyDatabase = (name = 'empty'): Promise<TestDatabase> =>
  createDatabaseOn(inject('testServer'), name, 'template0');
