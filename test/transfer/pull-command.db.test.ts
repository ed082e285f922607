/** `lettrage pull` and `lettrage sources` as a person meets them: a watched folder, a server that is away, silence. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';
import { connectClient } from '../../src/database/connect.ts';
import { ensureLedger } from '../../src/ledger/commands/register.ts';
import { withSourceLock } from '../../src/ledger/source-lock.ts';
import { startPullLoop } from '../../src/transfer/pull-loop.ts';
import { startSftpServer } from '../support/sftp-server.ts';
import {
  hastyLimits,
  isThere,
  mt940Day,
  openTransferBooks,
  secretFile,
  sourceOf,
  type TransferBooks,
} from '../support/transfer.ts';

const demo = fileURLToPath(new URL('../../fixtures/bank/demo/', import.meta.url));
const longAgo = new Date('2026-03-02T03:00:00Z');

let books: TransferBooks;
let drop = '';
beforeAll(async () => {
  books = await openTransferBooks('pull_command');
});
afterAll(() => books.close());
beforeEach(() => {
  drop = mkdtempSync(join(tmpdir(), 'lettrage-watched-'));
  return () => rmSync(drop, { recursive: true, force: true });
});

const put = (name: string, text: string | Buffer): void => {
  writeFileSync(join(drop, name), text);
  utimesSync(join(drop, name), longAgo, longAgo);
};

async function run(sources: readonly object[] | null, ...argv: string[]) {
  const sourcesFile = join(books.folder, 'sources.json');
  if (sources !== null) writeFileSync(sourcesFile, JSON.stringify(sources));
  let out = '';
  let told = '';
  const exitCode = await runProgram({
    argv,
    environment: {
      DATABASE_URL: books.database.serviceUrl,
      LETTRAGE_WORKERS: '1',
      LETTRAGE_DATA_DIR: join(books.folder, 'data'),
      ...(sources === null ? {} : { LETTRAGE_SOURCES: sourcesFile }),
    },
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (told += text) },
    serve: async () => 0,
    version: '0.0.0',
  });
  return { exitCode, out, told };
}

const watched = (more: object = {}) => ({ name: 'drop', ledger: 'main', kind: 'folder', folders: [drop], ...more });

describe('lettrage pull', () => {
  test('takes what is whole from a watched folder, publishes it, and says so', async () => {
    expect((await run(null, 'import', 'bank-accounts', join(demo, 'bank-accounts.csv'))).exitCode).toBe(0);
    const [name = ''] = readdirSync(join(demo, 'night-1')).filter((found) => found.endsWith('.xml'));
    put(name, readFileSync(join(demo, 'night-1', name)));
    put('half.sta', mt940Day('HALF', 50).slice(0, 700));
    put('half.sta.part', 'x');
    symlinkSync('/etc/passwd', join(drop, 'link.sta'));
    const { exitCode, out, told } = await run([watched()], 'pull');
    expect(out).toContain(`${name}: stored, published`);
    expect(out).toContain('half.sta: waiting');
    expect(told).toContain('transfer.file_incomplete');
    expect(told).toContain('transfer.not_a_file');
    expect(exitCode).toBe(3);
    expect(readdirSync(drop).toSorted()).toEqual(['done', 'half.sta', 'half.sta.part', 'link.sta']);
    expect(readdirSync(join(drop, 'done'))).toEqual([name]);
    rmSync(join(drop, 'half.sta'));
    rmSync(join(drop, 'link.sta'));
    expect(await run([watched()], 'pull', '--json')).toMatchObject({ exitCode: 0 });
  });

  test('tells as data what became of each file', async () => {
    put('unknown.sta', mt940Day('NO ACCOUNT'));
    const { exitCode, out } = await run([watched()], 'pull', 'drop', '--json');
    const told = JSON.parse(out) as { sources: readonly { files: readonly object[] }[] };
    expect(told.sources[0]?.files).toMatchObject([
      { outcome: 'stored', states: ['quarantined'], movedTo: join(drop, 'done/unknown.sta'), problem: null },
    ]);
    expect(exitCode).toBe(3);
  });

  test('one source that is away does not stop the other; the exit code says that something failed', async () => {
    secretFile(books.folder, 'secret', 'x');
    put('day.sta', mt940Day('THE OTHER'));
    const exposed = secretFile(books.folder, 'exposed', 'x', 0o644);
    chmodSync(exposed, 0o644);
    const away = {
      name: 'away',
      ledger: 'main',
      kind: 'sftp',
      host: '127.0.0.1',
      port: 1,
      user: 'u',
      folders: ['out'],
      hostKeySha256: [`SHA256:${'A'.repeat(43)}`],
      passwordFile: exposed,
    };
    const nowhere = { ...watched(), name: 'nowhere', ledger: 'NO SUCH' };
    const { exitCode, told } = await run([away, nowhere, watched()], 'pull');
    expect([exitCode, readdirSync(join(drop, 'done'))]).toEqual([1, ['day.sta']]);
    for (const code of ['transfer.secret_exposed', 'ledger.ledger_unknown']) expect(told).toContain(code);
  });

  test('is used wrongly without a list, with a bad one, and with a name that is not in it', async () => {
    expect(await run(null, 'pull')).toMatchObject({
      exitCode: 2,
      told: expect.stringContaining('transfer.sources_missing'),
    });
    const wrong = await run([{ ...watched(), pollSeconds: 1 }], 'pull');
    expect(wrong).toMatchObject({
      exitCode: 2,
      told: expect.stringContaining('at /0/pollSeconds: use a whole number from 5'),
    });
    const unknown = await run([watched()], 'pull', 'elsewhere');
    expect(unknown).toMatchObject({ exitCode: 2, told: expect.stringContaining('transfer.source_unknown') });
  });

  test('leaves a source alone that another process pulls', async () => {
    put('day.sta', mt940Day('LOCKED'));
    const pulled = await withSourceLock(books.database.pool, books.ledgerId, 'bank', () =>
      books.pull(sourceOf({ kind: 'folder', folders: [drop] }, books.folder)),
    );
    expect(pulled?.problems.map(({ code }) => code)).toEqual(['transfer.source_busy']);
    expect(readdirSync(drop)).toEqual(['day.sta']);
  });

  test('a folder with more files than are looked at is worked off from the front', async () => {
    for (const name of ['1', '2', '3']) put(`${name}.sta`, mt940Day(`MANY ${name}`));
    const source = sourceOf({ kind: 'folder', folders: [drop] }, books.folder);
    const pulled = await books.pull(source, { limits: { ...hastyLimits, namesPerFolder: 2 } });
    expect(pulled.problems.map(({ code }) => code)).toEqual(['transfer.folder_too_full']);
    expect(readdirSync(drop).toSorted()).toEqual(['3.sta', 'done']);
  });

  test('where the spool can not be written, the file stays where it is', async () => {
    put('day.sta', mt940Day('NO SPACE'));
    const blocked = join(books.folder, 'blocked');
    mkdirSync(blocked);
    writeFileSync(join(blocked, 'spool'), 'in the way');
    const pulled = await books.pull(sourceOf({ kind: 'folder', folders: [drop] }, books.folder), { dataDir: blocked });
    expect(pulled.problems.map(({ code }) => code)).toEqual(['transfer.spool_failed']);
    expect(readdirSync(drop)).toEqual(['day.sta']);
  });
});

describe('lettrage sources', () => {
  const quiet = { expectedBy: '00:00', timezone: 'UTC', days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] };

  test('check prints the fingerprint of a server that nobody pinned yet, before any secret is read', async () => {
    const server = await startSftpServer({ user: 'bank', password: 'x' });
    const source = {
      ...watched(),
      kind: 'sftp',
      host: '127.0.0.1',
      port: server.port,
      user: 'bank',
      passwordFile: '/nowhere',
    };
    const { exitCode, out, told } = await run([source, { ...watched(), name: 'folder' }], 'sources', 'check');
    expect([exitCode, out]).toEqual([
      1,
      `drop: not ready\n  the server shows ${server.fingerprint}\nfolder: ready\n  ${drop}: 0 name(s)\n`,
    ]);
    expect(told).toContain('transfer.host_key_missing');
    await server.close();
  });

  test('status tells silence until a new file that can be read has come from this source', async () => {
    const at = (name: string) => ({ ...watched(quiet), name });
    const alertsOf = async (): Promise<readonly (readonly string[])[]> => {
      const { out } = await run([at('one'), at('two')], 'sources', 'status', '--json');
      const { sources } = JSON.parse(out) as { sources: readonly { alerts: readonly { code: string }[] }[] };
      return sources.map(({ alerts }) => alerts.map(({ code }) => code));
    };
    const silent = ['transfer.no_file_arrived'];
    expect(await alertsOf()).toEqual([silent, silent]);
    // In quarantine: it tells nothing of the day.
    put('unknown.sta', mt940Day('STILL SILENT'));
    await run([at('one')], 'pull', 'one');
    expect(await alertsOf()).toEqual([silent, silent]);
    const night = join(demo, 'night-1');
    const [name = ''] = readdirSync(night).filter((found) => found.endsWith('.sta'));
    put(name, readFileSync(join(night, name)));
    await run([at('one')], 'pull', 'one');
    expect(await alertsOf()).toEqual([[], silent]);
    // The same file again is no news: what counts is when it first came.
    const admin = await connectClient(books.database.adminUrl);
    await admin.query(`update statement_file_arrival set arrived_at = '2026-01-01' where source = 'one'`);
    await admin.end();
    put(name, readFileSync(join(night, name)));
    await run([at('one')], 'pull', 'one');
    expect(await alertsOf()).toEqual([silent, silent]);
  });
});

test('more sources than the database has connections do not wait for each other', async () => {
  const sources = Array.from({ length: 24 }, (_, index) => {
    mkdirSync(join(drop, String(index)));
    put(`${index}/day.sta`, mt940Day(`CROWD ${index}`));
    return { ...watched({ folders: [join(drop, String(index))] }), name: `crowd-${index}` };
  });
  const { out } = await run(sources, 'pull');
  expect(out.match(/day\.sta: stored/g)).toHaveLength(sources.length);
});

test('the loop pulls, wakes the work, warns of silence, and stops', async () => {
  await ensureLedger(books.database.pool, 'main', 'main');
  put('FR7630006000011234567890189.sta', mt940Day('LOOPED'));
  symlinkSync('/etc/passwd', join(drop, 'FR7630006000011234567890189.xml'));
  const source = sourceOf({ kind: 'folder', folders: [drop], expectedBy: '00:00', timezone: 'UTC' }, books.folder);
  const lines: string[] = [];
  const write = (facts: object, message: string) => void lines.push(JSON.stringify({ ...facts, message }));
  let woken = 0;
  const log = { info: write, warn: write, error: write };
  const loop = startPullLoop(books.context, [source], log, () => (woken += 1));
  for (let tries = 0; tries < 500 && !isThere(join(drop, 'done/FR7630006000011234567890189.sta')); tries += 1)
    await sleep(10);
  while (lines.length < 2) await sleep(10);
  await loop.stop();
  expect(woken).toBe(1);
  expect(lines.join('\n')).toContain('"storedCount":1');
  expect(lines.join('\n')).toContain('transfer.not_a_file');
  expect(lines.join('\n')).not.toContain('FR76');
});
