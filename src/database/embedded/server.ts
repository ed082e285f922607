/** Starts and stops the server of a cluster through `pg_ctl`, which knows how on every platform. */
import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseRefused } from '../errors.ts';
import { programPath, type Binaries } from './platform-binaries.ts';
import { readPostmaster } from './postmaster.ts';
import { runProgram, type RunAs } from './run-as.ts';
import { serverOptions } from './server-settings.ts';

/** What it takes to run a program on a cluster. `cluster` is a real path inside `home`. */
export type ServerPlace = Readonly<{ binaries: Binaries; runAs: RunAs; home: string; cluster: string }>;

// Recovery after a crash replays up to max_wal_size: minutes on a slow disk.
const startSeconds = 300;
const stopSeconds = 120;
const maxPortAttempts = 5;
const largestLogBytes = 16_777_216;
const shownLogLength = 1_000;

/** A port that is free now; someone may take it before the server does, which is why starting tries again. */
function findFreePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') fail(new Error('The system gave no port.'));
        else settle(address.port);
      });
    });
  });
}

function openLog(home: string): Readonly<{ path: string; writtenSince: () => string }> {
  const path = join(home, 'postgres.log');
  if (existsSync(path) && statSync(path).size > largestLogBytes) renameSync(path, `${path}.old`);
  const start = existsSync(path) ? statSync(path).size : 0;
  return { path, writtenSince: () => (existsSync(path) ? readFileSync(path).subarray(start).toString('utf8') : '') };
}

/**
 * Starts the server and waits until it answers.
 *
 * @returns its port on 127.0.0.1.
 * @throws DatabaseRefused `database.start_failed` with the end of the server's log.
 */
export async function startServer({ binaries, runAs, home, cluster }: ServerPlace): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    const log = openLog(home);
    const parameters = ['start', '-s', '-w', '-t', String(startSeconds), '-D', cluster, '-l', log.path];
    const started = await runProgram(
      runAs,
      programPath(binaries, 'pg_ctl'),
      [...parameters, '-o', serverOptions(port)],
      home,
    );
    if (started.exitCode === 0) return port;
    const written = log.writtenSince();
    if (written.includes('could not bind') && attempt < maxPortAttempts) continue;
    throw new DatabaseRefused(
      'database.start_failed',
      `PostgreSQL did not start on ${cluster}. Its log is ${log.path}:\n` +
        (written === '' ? started.output : written.slice(-shownLogLength)),
    );
  }
}

/**
 * Ends every connection, writes a checkpoint and stops ("fast"). A server that is gone already is fine.
 *
 * @throws DatabaseRefused `database.stop_failed`; the server then still runs, and the next start adopts it.
 */
export async function stopServer({ binaries, runAs, home, cluster }: ServerPlace): Promise<void> {
  if (readPostmaster(cluster).kind !== 'running') return;
  const parameters = ['stop', '-s', '-w', '-t', String(stopSeconds), '-m', 'fast', '-D', cluster];
  const stopped = await runProgram(runAs, programPath(binaries, 'pg_ctl'), parameters, home);
  if (stopped.exitCode === 0 || readPostmaster(cluster).kind !== 'running') return;
  throw new DatabaseRefused('database.stop_failed', `PostgreSQL did not stop on ${cluster}: ${stopped.output}`);
}
