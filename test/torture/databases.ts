import { inject } from 'vitest';
import type { Databases } from '../../bench/torture/server.ts';
import { createDatabaseOn } from '../support/server-database.ts';

/** Databases on the server of this test run. */
export const databases: Databases = (name, template = inject('testServer').templateDatabase) =>
  createDatabaseOn(inject('testServer'), name, template);
