import { chmodSync, chownSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { connectionUrl } from '../../src/database/connections.ts';
import { connectClient } from '../../src/database/connect.ts';
import { findPlatformBinaries } from '../../src/database/embedded/platform-binaries.ts';
import { isAlive } from '../../src/database/embedded/process-table.ts';
import { startEmbeddedPostgres } from '../../src/database/embedded/start.ts';
import { temporaryFolders } from '../support/folders.ts';
import { startedUrl, startOwner, type OwnerProcess } from '../support/owner-process.ts';

const folders = temporaryFolders();
const owners: OwnerProcess[] = [];

function start(dataDir: string, identity: { uid: number; gid: number } | null = null): OwnerProcess {
  const owner = startOwner(dataDir, identity);
  owners.push(owner);
  return owner;
}

/** The server's pid, as its lock file says. */
const serverPid = (dataDir: string): number =>
  +(readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0] ?? '');

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await connectClient(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const keepRow = (url: string): Promise<unknown> =>
  withClient(url, (client) => client.query('create table kept as select 42 as answer'));
const keptRow = (url: string): Promise<unknown> =>
  withClient(url, async (client) => (await client.query('select answer from kept')).rows[0]);

/** Fast enough that no test waits for an orphan to notice. */
async function killServer(dataDir: string): Promise<void> {
  const pid = serverPid(dataDir);
  process.kill(pid, 'SIGKILL');
  while (isAlive(pid)) await sleep(10);
}

afterEach(async () => {
  for (const owner of owners.splice(0)) await owner.end('SIGTERM');
});
afterAll(() => folders.remove());

describe('an embedded server', () => {
  test('starts in an empty folder, keeps its rows, and starts again', async () => {
    const dataDir = folders.dataDir();
    const cold = await startEmbeddedPostgres({ dataDir });
    await keepRow(connectionUrl(cold.adminConnection));
    expect(cold.adopted).toBe(false);
    await cold.stop();
    await cold.stop();
    await expect(connectClient(connectionUrl(cold.adminConnection))).rejects.toMatchObject({
      code: 'database.unreachable',
    });
    const warm = await startEmbeddedPostgres({ dataDir });
    expect(warm.adopted).toBe(false);
    expect(await keptRow(connectionUrl(warm.adminConnection))).toEqual({ answer: 42 });
    await warm.stop();
  });

  test('syncs, counts in UTC, sorts by code point, and listens to this machine with a password only', async () => {
    const dataDir = folders.dataDir();
    const postgres = await startEmbeddedPostgres({ dataDir });
    const settings = await withClient(connectionUrl(postgres.adminConnection), async (client) => {
      const shown = await client.query<{ name: string; setting: string }>(
        `select name, setting from pg_settings
         where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'TimeZone', 'listen_addresses',
                        'unix_socket_directories', 'server_encoding')`,
      );
      const locale = await client.query<{ locale: string }>(
        `select datlocale as locale from pg_database where datname = 'template1' and datlocprovider = 'b'`,
      );
      return { ...Object.fromEntries(shown.rows.map(({ name, setting }) => [name, setting])), ...locale.rows[0] };
    });
    expect(settings).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      TimeZone: 'UTC',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      server_encoding: 'UTF8',
      locale: 'C.UTF-8',
    });
    const wrong = { ...postgres.adminConnection, password: 'guess' };
    await expect(connectClient(connectionUrl(wrong))).rejects.toThrow('password authentication failed');
    expect(statSync(join(dataDir, 'superuser.password')).mode & 0o777).toBe(0o600);
    await postgres.stop();
  });

  test('is refused to a second process, which learns who has it; then given to it', async () => {
    const dataDir = folders.dataDir();
    const first = start(dataDir);
    await startedUrl(first);
    const second = await start(dataDir).answer;
    expect(second).toMatchObject({ refused: 'database.data_dir_in_use' });
    expect('message' in second && second.message).toContain(`in use by process ${first.pid}`);
    await first.end('SIGTERM');
    expect(await start(dataDir).answer).toMatchObject({ adopted: false });
  });

  test('is given to exactly one of several processes that start at the same moment', async () => {
    const dataDir = folders.dataDir();
    const answers = await Promise.all([1, 2, 3, 4].map(() => start(dataDir).answer));
    expect(answers.filter((answer) => 'url' in answer)).toHaveLength(1);
    expect(
      answers.filter((answer) => 'refused' in answer && answer.refused === 'database.data_dir_in_use'),
    ).toHaveLength(3);
  });
});

describe('after kill -9', () => {
  test('of its owner, the server goes on and the next owner adopts it', async () => {
    const dataDir = folders.dataDir();
    const killed = start(dataDir);
    await keepRow(await startedUrl(killed));
    const pid = serverPid(dataDir);
    await killed.end('SIGKILL');
    const next = await startEmbeddedPostgres({ dataDir });
    expect(next.adopted).toBe(true);
    expect(serverPid(dataDir)).toBe(pid);
    expect(await keptRow(connectionUrl(next.adminConnection))).toEqual({ answer: 42 });
    await next.stop();
    expect(isAlive(pid)).toBe(false);
  });

  test('of its owner and the server, every acknowledged row is there', async () => {
    const dataDir = folders.dataDir();
    for (let round = 1; round <= 3; round += 1) {
      const owner = start(dataDir);
      const url = await startedUrl(owner);
      await withClient(url, async (client) => {
        await client.query('create table if not exists acknowledged (id integer primary key)');
        const before = await client.query<{ count: bigint }>('select count(*) from acknowledged');
        expect(before.rows[0]?.count).toBe(BigInt(100 * (round - 1)));
        for (let row = 1; row <= 100; row += 1) {
          await client.query('insert into acknowledged values ($1)', [100 * (round - 1) + row]);
        }
        await owner.end('SIGKILL');
        await killServer(dataDir);
      });
    }
  });

  test('of the server alone, stopping is no error and the next start recovers', async () => {
    const dataDir = folders.dataDir();
    const postgres = await startEmbeddedPostgres({ dataDir });
    await keepRow(connectionUrl(postgres.adminConnection));
    await killServer(dataDir);
    await postgres.stop();
    const next = await startEmbeddedPostgres({ dataDir });
    expect(next.adopted).toBe(false);
    expect(await keptRow(connectionUrl(next.adminConnection))).toEqual({ answer: 42 });
    await next.stop();
  });

  test('while the cluster is being made, the next start makes it', async () => {
    const dataDir = folders.dataDir();
    const killed = start(dataDir);
    const home = join(dataDir, 'postgres');
    while (!existsSync(home) || !readdirSync(home).some((name) => name.startsWith('.cluster-'))) await sleep(5);
    await killed.end('SIGKILL');
    const next = await startEmbeddedPostgres({ dataDir });
    await keepRow(connectionUrl(next.adminConnection));
    await next.stop();
    expect(readdirSync(home).filter((name) => name.startsWith('.cluster-'))).toEqual([]);
  });

  test('a lock file whose pid is now someone else is not believed', async () => {
    const dataDir = folders.dataDir();
    await startEmbeddedPostgres({ dataDir }).then((postgres) => postgres.stop());
    const lines = [process.pid, join(dataDir, 'postgres', 'cluster'), 0, 5432, '', '127.0.0.1', '', 'ready'];
    writeFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), `${lines.join('\n')}\n`);
    const next = await startEmbeddedPostgres({ dataDir });
    expect(next.adopted).toBe(false);
    await next.stop();
  });
});

const findForSparc = (): unknown => findPlatformBinaries('sunos', 'sparc');

describe('a refusal', () => {
  test('of a cluster of another version says which, and leaves the folder free', async () => {
    const dataDir = folders.dataDir();
    await startEmbeddedPostgres({ dataDir }).then((postgres) => postgres.stop());
    const versionFile = join(dataDir, 'postgres', 'cluster', 'PG_VERSION');
    const version = readFileSync(versionFile, 'utf8');
    writeFileSync(versionFile, '12\n');
    const refused = startEmbeddedPostgres({ dataDir });
    await expect(refused).rejects.toMatchObject({ code: 'database.data_dir_other_version' });
    await expect(refused).rejects.toThrow(/made by PostgreSQL 12; this Lettrage brings PostgreSQL \d\d/);
    writeFileSync(versionFile, version);
    await startEmbeddedPostgres({ dataDir }).then((postgres) => postgres.stop());
  });

  test.each([
    ['the password file', 'superuser.password'],
    ['the version file', 'postgres/cluster/PG_VERSION'],
  ])('of a folder without %s says what to put back', async (_, path) => {
    const dataDir = folders.dataDir();
    await startEmbeddedPostgres({ dataDir }).then((postgres) => postgres.stop());
    rmSync(join(dataDir, path));
    const refused = startEmbeddedPostgres({ dataDir });
    await expect(refused).rejects.toMatchObject({ code: 'database.data_dir_damaged' });
    await expect(refused).rejects.toThrow(/backup/);
  });

  test('of a platform without a package names it and points to DATABASE_URL', () => {
    expect(findForSparc).toThrow(expect.objectContaining({ code: 'database.platform_unsupported' }));
    expect(findForSparc).toThrow(/for sunos on sparc .*DATABASE_URL/);
  });

  test('of a server that does not come up shows the end of its log', async () => {
    const dataDir = folders.dataDir();
    await startEmbeddedPostgres({ dataDir }).then((postgres) => postgres.stop());
    writeFileSync(join(dataDir, 'postgres', 'cluster', 'postgresql.conf'), 'no such setting\n');
    const refused = startEmbeddedPostgres({ dataDir });
    await expect(refused).rejects.toMatchObject({ code: 'database.start_failed' });
    await expect(refused).rejects.toThrow(/syntax error in file/);
  });
});

// Only root can become someone else.
describe.runIf(process.getuid?.() === 0)('as root', () => {
  test('the server runs as an account without privileges', async () => {
    const dataDir = folders.dataDir();
    const postgres = await startEmbeddedPostgres({ dataDir });
    expect(statSync(`/proc/${serverPid(dataDir)}`).uid).not.toBe(0);
    await postgres.stop();
  });

  test('a data folder that this account can not reach has its cluster elsewhere, and says where', async () => {
    const dataDir = folders.dataDir(0o700);
    const cold = await startEmbeddedPostgres({ dataDir });
    await keepRow(connectionUrl(cold.adminConnection));
    await cold.stop();
    const home = readFileSync(join(dataDir, 'postgres-location'), 'utf8').trim();
    expect(existsSync(join(home, 'cluster', 'PG_VERSION'))).toBe(true);
    const warm = await startEmbeddedPostgres({ dataDir });
    expect(await keptRow(connectionUrl(warm.adminConnection))).toEqual({ answer: 42 });
    await warm.stop();
    rmSync(home, { recursive: true });
  });

  test('a process of a normal user starts its own', async () => {
    const nobody = { uid: 65_534, gid: 65_534 };
    const dataDir = folders.dataDir(0o777);
    await keepRow(await startedUrl(start(dataDir, nobody)));
    expect(statSync(`/proc/${serverPid(dataDir)}`).uid).toBe(nobody.uid);
  });

  test('a process of a user without an account is refused with a way out', async () => {
    const stranger = { uid: 54_321, gid: 54_321 };
    const answer = await start(folders.dataDir(0o777), stranger).answer;
    expect(answer).toMatchObject({ refused: 'database.account_unsuitable' });
    expect('message' in answer && answer.message).toMatch(/uid 54321: .*DATABASE_URL/);
  });

  test('a process of another user is refused, whether it may enter the data folder or not', async () => {
    const nobody = { uid: 65_534, gid: 65_534 };
    const dataDir = folders.dataDir();
    await startEmbeddedPostgres({ dataDir }).then((postgres) => postgres.stop());
    expect(await start(dataDir, nobody).answer).toMatchObject({ refused: 'database.data_dir_not_writable' });
    chmodSync(dataDir, 0o777);
    chownSync(join(dataDir, 'postgres'), 1, 1);
    expect(await start(dataDir, nobody).answer).toMatchObject({ refused: 'database.account_unsuitable' });
  });
});
