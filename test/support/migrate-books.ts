/** A database of an earlier version with rows in it, brought to this one: what migration tests look at. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { connectClient } from '../../src/database/connect.ts';
import { migrationsFolder } from '../../src/ledger/migrate.ts';
import { createEmptyDatabase } from './database.ts';

/**
 * @param firstNew - the beginning of the first migration that the earlier version did not have: `0012`.
 * @param rows - SQL that the earlier version would have written.
 * @returns asks the migrated database, past every right.
 */
export async function migratedWith(name: string, firstNew: string, rows: string) {
  const files = readdirSync(migrationsFolder)
    .filter((file) => file.endsWith('.sql'))
    .toSorted();
  const at = files.findIndex((file) => file.startsWith(firstNew));
  const database = await createEmptyDatabase(name);
  const migrate = async (chosen: readonly string[]) => {
    const owner = await database.ownerPool.connect();
    await owner.query('begin');
    for (const file of chosen)
      for (const sql of readFileSync(join(migrationsFolder, file), 'utf8').split('--> statement-breakpoint'))
        await owner.query(sql);
    await owner.query('commit');
    owner.release();
  };
  await migrate(files.slice(0, at));
  const admin = await connectClient(database.adminUrl);
  onTestFinished(async () => {
    await admin.end();
    await database.drop();
  });
  await admin.query(rows);
  await migrate(files.slice(at));
  return async (sql: string) => (await admin.query<Record<string, unknown>>(sql)).rows;
}
