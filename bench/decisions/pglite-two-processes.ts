/**
 * Decision 0001: two processes on one data folder, for PGlite and for embedded PostgreSQL.
 *
 * Both open the folder, then both insert 300 rows, every row its own transaction, and close. Then the folder is opened
 * once more and the rows of each are counted. A row that was acknowledged and is not there is a lost payment.
 *
 * Run: `npx tsx bench/decisions/pglite-two-processes.ts` (about 45 seconds)
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engineNames, openDatabase } from './engines.ts';
import { printMachine, printTable } from './measure.ts';

const roundCount = 3;
const rowsPerProcess = 300;
const firstIds = [1, 1_001];

async function insertRows(engine: string, folder: string, firstId: number): Promise<void> {
  const database = await openDatabase(engine, folder);
  console.log('open');
  await once(process.stdin, 'data'); // Until the other one has opened the folder too.
  for (let id = firstId; id < firstId + rowsPerProcess; id++) {
    await database.query(`insert into payment values (${id})`);
    console.log(`acknowledged ${id}`);
  }
  await database.close();
  process.exit(0);
}

type Writer = Readonly<{ child: ChildProcess; said: () => string; complained: () => string; ended: Promise<unknown> }>;

function startWriter(engine: string, folder: string, firstId: number): Writer {
  const script = fileURLToPath(import.meta.url);
  const child = spawn(process.execPath, [...process.execArgv, script, 'insert', engine, folder, String(firstId)]);
  let [said, complained] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  return { child, said: () => said, complained: () => complained, ended: once(child, 'close') };
}

/** Waits until the writer has the folder open, or has given up. */
async function isSettled({ child, said, ended }: Writer): Promise<void> {
  while (!said().includes('open') && child.exitCode === null) {
    await Promise.race([ended, once(child.stdout ?? child, 'data')]);
  }
}

/** How many rows this writer was told were committed, or why it could not write. */
function outcomeOf({ said, complained }: Writer): string {
  const acknowledged = said().match(/^acknowledged/gm)?.length ?? 0;
  const code = /database\.\w+/.exec(complained())?.[0];
  return code === undefined ? String(acknowledged) : `${acknowledged}, refused: ${code}`;
}

async function countRows(engine: string, folder: string, firstId: number): Promise<string> {
  const database = await openDatabase(engine, folder);
  const lastId = firstId + rowsPerProcess - 1;
  const { rows } = await database.query(
    `select count(*)::text as found from payment where id between ${firstId} and ${lastId}`,
  );
  await database.close();
  return String(rows[0]?.['found']);
}

/** Creates the table, and tells whether the engine syncs a commit to the disk. */
async function prepare(engine: string, folder: string): Promise<string> {
  const database = await openDatabase(engine, folder);
  await database.query('create table payment (id int primary key)');
  const { rows } = await database.query('show fsync');
  await database.close();
  return String(rows[0]?.['fsync']);
}

async function runRound(engine: string, folder: string): Promise<Record<string, string>> {
  const fsync = await prepare(engine, folder);
  const writers = firstIds.map((firstId) => startWriter(engine, folder, firstId));
  await Promise.all(writers.map(isSettled));
  for (const { child } of writers) if (child.exitCode === null) child.stdin?.write('go\n');
  await Promise.all(writers.map(({ ended }) => ended));
  const found: string[] = [];
  for (const firstId of firstIds) {
    found.push(await countRows(engine, folder, firstId).catch(() => 'the folder cannot be opened'));
  }
  return { engine, fsync, acknowledged: writers.map(outcomeOf).join(' and '), 'found afterwards': found.join(' and ') };
}

const [task, engine = '', folder = '', firstId = '0'] = process.argv.slice(2);
if (task === 'insert') {
  await insertRows(engine, folder, +firstId);
} else {
  const parent = mkdtempSync(join(tmpdir(), 'lettrage-two-'));
  chmodSync(parent, 0o755); // The server may run as another account than we do.
  try {
    printMachine();
    const rows: Record<string, string>[] = [];
    for (const name of engineNames) {
      for (let round = 0; round < roundCount; round++) {
        rows.push(await runRound(name, join(parent, `${name.replace(' ', '-')}-${round}`)));
      }
    }
    printTable('Two processes on one folder: rows of the first and of the second', rows);
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}
