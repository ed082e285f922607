import type { Config } from '../../config/config.ts';
import { migrateDatabase } from '../../database/connect.ts';
import { grants, migrationsFolder } from '../../ledger/migrate.ts';
import { exitCodes, toJson, type ExitCode, type Output } from '../output.ts';

/** `lettrage migrate`: makes the database of `DATABASE_OWNER_URL` ready for the role of `DATABASE_URL`. */
export async function migrate(config: Config, output: Output): Promise<ExitCode> {
  const { ownerDatabaseUrl, databaseUrl } = config;
  if (ownerDatabaseUrl === null || databaseUrl === null) {
    output.say(
      'Set DATABASE_OWNER_URL (the owner of the tables) and DATABASE_URL (the role the service works as). The embedded database migrates by itself.',
    );
    return exitCodes.usage;
  }
  const migrated = await migrateDatabase({
    ownerUrl: ownerDatabaseUrl,
    serviceUrl: databaseUrl,
    migrationsFolder,
    grants,
  });
  output.write(output.isJson ? `${toJson(migrated)}\n` : 'The database is ready.\n');
  return exitCodes.done;
}
