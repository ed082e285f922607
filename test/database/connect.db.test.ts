import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { connectClient, migrateDatabase, openDatabase, type Database } from '../../src/database/connect.ts';
import { grants, migrationsFolder } from '../../src/ledger/migrate.ts';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/database.ts';
import { temporaryFolders } from '../support/folders.ts';
import { libraryMigrations, variedMigrations, withMigration } from '../support/migrations.ts';
import { urlFor } from '../support/postgres.ts';

const ledgerSchema = { migrationsFolder, grants };
const openServer = (databaseUrl: string, schema = ledgerSchema): Promise<Database> =>
  openDatabase({ databaseUrl, dataDir: '/nowhere' }, schema);
const nameOf = (url: string): string => new URL(url).pathname.slice(1);

describe('a server that is ours to use', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase('open');
  });
  afterAll(() => database.drop());

  test('is opened as the service role, with the version it says', async () => {
    const opened = await openServer(database.serviceUrl);
    const shown = await opened.pool.query<{ role: string; version: string; timeout: string; name: string }>(
      `select current_user as role, current_setting('server_version') as version,
              current_setting('statement_timeout') as timeout, current_setting('application_name') as name`,
    );
    expect(shown.rows[0]).toEqual({
      role: inject('testServer').serviceRole,
      version: opened.serverVersion,
      timeout: '2min',
      name: 'lettrage',
    });
    expect(opened.kind).toBe('server');
    expect(opened.serviceUrl).toBe(database.serviceUrl);
    await opened.close();
    await opened.close();
    await expect(opened.pool.query('select')).rejects.toThrow('after calling end on the pool');
  });

  test('stops a statement that runs too long', async () => {
    const opened = await openDatabase(
      { databaseUrl: database.serviceUrl, dataDir: '/nowhere' },
      { ...ledgerSchema, statementTimeoutMs: 50 },
    );
    await expect(opened.pool.query('select pg_sleep(10)')).rejects.toMatchObject({ code: '57014' });
    await opened.close();
  });

  test('may lose an idle connection without ending the process', async () => {
    const losses: Error[] = [];
    const opened = await openDatabase(
      { databaseUrl: database.serviceUrl, dataDir: '/nowhere' },
      { ...ledgerSchema, onIdleLoss: (error) => losses.push(error) },
    );
    const own = await opened.pool.query<{ pid: number }>('select pg_backend_pid() as pid');
    await asAdmin((admin) => admin.query('select pg_terminate_backend($1, 5000)', [own.rows[0]?.pid]));
    await expect.poll(() => losses.length).toBeGreaterThan(0);
    expect((await opened.pool.query('select')).rowCount).toBe(1);
    await opened.close();
  });
});

async function asAdmin<T>(work: (admin: Client) => Promise<T>, url = inject('testServer').adminUrl): Promise<T> {
  const admin = await connectClient(url);
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** A login role of this run, with options, removed with the run. */
async function makeRole(options: string): Promise<string> {
  const { runName, password } = inject('testServer');
  const role = `${runName}_role_${randomBytes(4).toString('hex')}`;
  await asAdmin((admin) => admin.query(`create role ${role} login password '${password}' ${options}`));
  return role;
}

describe('a server is refused', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase('refused');
  });
  afterAll(() => database.drop());

  const openAs = (role: string): Promise<Database> =>
    openServer(urlFor(inject('testServer'), role, nameOf(database.serviceUrl)));

  test('to a superuser', async () => {
    await expect(openServer(database.adminUrl)).rejects.toMatchObject({ code: 'database.role_is_superuser' });
  });

  test('to a role that bypasses row-level security', async () => {
    const role = await makeRole('bypassrls');
    await expect(openAs(role)).rejects.toMatchObject({ code: 'database.role_bypasses_row_security' });
  });

  test('to the owner of the tables, who learns what to use instead', async () => {
    const refused = openServer(database.ownerUrl);
    await expect(refused).rejects.toMatchObject({ code: 'database.role_owns_tables' });
    await expect(refused).rejects.toThrow(/owns tables \(.+\).*lettrage migrate/);
  });

  test('to a role that could become the owner', async () => {
    const { ownerRole } = inject('testServer');
    const role = await makeRole('noinherit');
    await asAdmin((admin) => admin.query(`grant ${ownerRole} to ${role}`));
    await expect(openAs(role)).rejects.toMatchObject({ code: 'database.role_owns_tables' });
  });

  test('when it says it is older than 15', async () => {
    const role = await makeRole('');
    await asAdmin(async (admin) => {
      await admin.query(`create schema old`);
      await admin.query(`create function old.current_setting(name text) returns text language sql as
        $$ select case name when 'server_version' then '14.9' when 'server_version_num' then '140009' else 'UTF8' end $$`);
      await admin.query(`grant usage on schema old to ${role}`);
      await admin.query(`alter role ${role} set search_path = old, pg_catalog`);
    }, database.adminUrl);
    const refused = openAs(role);
    await expect(refused).rejects.toMatchObject({ code: 'database.server_too_old' });
    await expect(refused).rejects.toThrow('PostgreSQL 14.9; Lettrage needs 15 or later');
  });

  test('when its encoding can not hold every name', async () => {
    const { runName, serviceRole } = inject('testServer');
    const name = `${runName}_ascii`;
    await asAdmin((admin) => admin.query(`create database ${name} encoding 'SQL_ASCII' locale 'C' template template0`));
    const refused = openServer(urlFor(inject('testServer'), serviceRole, name));
    await expect(refused).rejects.toMatchObject({ code: 'database.encoding_not_utf8' });
  });

  test('when it is not there, without repeating the password', async () => {
    const url = new URL(database.serviceUrl);
    url.port = '1';
    const refused = openServer(url.href);
    await expect(refused).rejects.toMatchObject({ code: 'database.unreachable' });
    await expect(refused).rejects.not.toThrow(inject('testServer').password);
  });

  test('when nothing was migrated, or not all, or more than this build knows', async () => {
    const empty = await createEmptyDatabase('unmigrated');
    const older = variedMigrations((entries) => entries.slice(0, 1));
    await expect(openServer(empty.serviceUrl, libraryMigrations)).rejects.toThrow(
      /lacks migrations: 0000_shelf, 0001_book\./,
    );
    await migrateDatabase({ ownerUrl: empty.ownerUrl, serviceUrl: empty.serviceUrl, ...older });
    const behind = openServer(empty.serviceUrl, libraryMigrations);
    await expect(behind).rejects.toMatchObject({ code: 'database.migrations_missing' });
    await expect(behind).rejects.toThrow(/lacks migrations: 0001_book\. Run `lettrage migrate`/);
    await migrateDatabase({ ownerUrl: empty.ownerUrl, serviceUrl: empty.serviceUrl, ...libraryMigrations });
    const ahead = openServer(empty.serviceUrl, older);
    await expect(ahead).rejects.toMatchObject({ code: 'database.migrations_newer' });
    await expect(ahead).rejects.toThrow('2026-01-02');
    older.remove();
    await empty.drop();
  });
});

describe('migrating', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createEmptyDatabase('migrate');
  });
  afterEach(() => database.drop());

  const migrate = (schema = libraryMigrations, serviceUrl = database.serviceUrl): ReturnType<typeof migrateDatabase> =>
    migrateDatabase({ ownerUrl: database.ownerUrl, serviceUrl, ...schema });
  const tables = async (): Promise<string[]> =>
    (
      await database.ownerPool.query<{ name: string }>(
        `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
      )
    ).rows.map(({ name }) => name);

  test('applies what is missing and gives the service its rights, and no more', async () => {
    expect(await migrate()).toEqual({ applied: ['0000_shelf', '0001_book'], serviceRoleCreated: false });
    const opened = await openServer(database.serviceUrl, libraryMigrations);
    expect((await opened.pool.query('select id from shelf')).rows).toEqual([{ id: 1 }]);
    await expect(opened.pool.query('delete from shelf')).rejects.toMatchObject({ code: '42501' });
    await opened.close();
  });

  test('again changes nothing', async () => {
    await migrate();
    expect(await migrate()).toEqual({ applied: [], serviceRoleCreated: false });
  });

  test('by several nodes at once applies each migration once', async () => {
    const reports = await Promise.all([migrate(), migrate(), migrate(), migrate()]);
    expect(reports.flatMap((report) => report.applied).toSorted()).toEqual(['0000_shelf', '0001_book']);
    expect((await database.ownerPool.query('select from shelf')).rowCount).toBe(1);
  });

  test('that fails leaves nothing behind, and can be tried again', async () => {
    const broken = variedMigrations(withMigration('0002_loan', 1_767_400_000_000), {
      '0002_loan': 'create table loan (id integer); select no_such_function();',
    });
    const failed = migrate(broken);
    await expect(failed).rejects.toMatchObject({ code: 'database.migration_failed' });
    await expect(failed).rejects.toThrow(/0002_loan.*no_such_function/);
    expect(await tables()).toEqual([]);
    expect((await migrate()).applied).toHaveLength(2);
    broken.remove();
  });

  test('that can not give the service its rights says so', async () => {
    const overreaching = { ...libraryMigrations, grants: (): string[] => ['grant all on no_such_table to public'] };
    const failed = migrate(overreaching);
    await expect(failed).rejects.toMatchObject({ code: 'database.migration_failed' });
    await expect(failed).rejects.toThrow(/rights of .+ could not be granted: .*no_such_table/);
  });

  test('refuses a migration that was written before one already applied', async () => {
    await migrate();
    const late = variedMigrations(withMigration('0002_late', 1_767_225_600_001), { '0002_late': 'select 1;' });
    await expect(migrate(late)).rejects.toMatchObject({ code: 'database.migration_out_of_order' });
    late.remove();
  });

  test('refuses a database of a newer build', async () => {
    await migrate();
    const older = variedMigrations((entries) => entries.slice(0, 1));
    await expect(migrate(older)).rejects.toMatchObject({ code: 'database.migrations_newer' });
    older.remove();
  });

  test('creates the service role when the owner may, and says so when not', async () => {
    const { ownerRole, runName } = inject('testServer');
    const serviceUrl = new URL(database.serviceUrl);
    serviceUrl.username = `${runName}_New"Role`;
    serviceUrl.password = `it's`;
    const refused = migrate(libraryMigrations, serviceUrl.href);
    await expect(refused).rejects.toMatchObject({ code: 'database.service_role_missing' });
    await expect(refused).rejects.toThrow(/administrator run: create role/);
    await asAdmin((admin) => admin.query(`alter role ${ownerRole} createrole`));
    expect(await migrate(libraryMigrations, serviceUrl.href)).toMatchObject({ serviceRoleCreated: true });
    await asAdmin((admin) => admin.query(`alter role ${ownerRole} nocreaterole`));
    const opened = await openServer(serviceUrl.href, libraryMigrations);
    expect((await opened.pool.query('select from shelf')).rowCount).toBe(1);
    await opened.close();
  });
});

describe('without DATABASE_URL', () => {
  const folders = temporaryFolders();
  afterAll(() => folders.remove());

  test('a server of our own is started, migrated, and used as a role without privileges', async () => {
    const config = { databaseUrl: null, dataDir: folders.dataDir() };
    const first = await openDatabase(config, ledgerSchema);
    expect(first.kind).toBe('embedded');
    const role = await first.pool.query(
      `select rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user`,
    );
    expect(role.rows).toEqual([
      { rolname: 'lettrage_service', rolsuper: false, rolbypassrls: false, rolcreaterole: false },
    ]);
    await first.pool.query('create temporary table scratch as select 1');
    await expect(first.pool.query('create table mine (id integer)')).rejects.toMatchObject({ code: '42501' });
    await first.close();
    await expect(connectClient(first.serviceUrl)).rejects.toMatchObject({ code: 'database.unreachable' });

    const again = await openDatabase(config, ledgerSchema);
    expect((await again.pool.query('select')).rowCount).toBe(1);
    await again.close();
  });

  test('a refusal leaves no server running and the folder free', async () => {
    const config = { databaseUrl: null, dataDir: folders.dataDir() };
    await openDatabase(config, libraryMigrations).then((database) => database.close());
    const older = variedMigrations((entries) => entries.slice(0, 1));
    await expect(openDatabase(config, older)).rejects.toMatchObject({ code: 'database.migrations_newer' });
    await openDatabase(config, libraryMigrations).then((database) => database.close());
    older.remove();
  });
});
