/**
 * Promise one on the way into the books: a pull is killed with SIGKILL at each of its steps. After the next pull each
 * file is in the books once, byte for byte, out of the way on the server once, and nothing else is left anywhere.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSources, type Source } from '../../src/config/sources.ts';
import type { FileSha256 } from '../../src/domain/ids.ts';
import { readStatementFileBytes } from '../../src/ledger/queries/statement-file-bytes.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import type { SourcePull } from '../../src/transfer/pull-source.ts';
import type { Step } from '../../src/transfer/take-file.ts';
import { sha256Of } from '../support/books.ts';
import { random, runSeed } from '../support/random.ts';
import { startSftpServer, type SftpTestServer } from '../support/sftp-server.ts';
import { mt940Day, openTransferBooks, secretFile, sftpServerAs, type TransferBooks } from '../support/transfer.ts';

const dist = new URL(process.env['LETTRAGE_TEST_DIST'] ?? '../../dist/', import.meta.url);
const pullProcess = fileURLToPath(new URL('../support/pull-process.mjs', import.meta.url));
const killsPerStep = Number(process.env['LETTRAGE_TRANSFER_KILLS'] ?? 5);
const seed = String(runSeed);
const steps: readonly Step[] = ['listed', 'fetched', 'spooled', 'stored', 'moved', 'cleaned'];

const account = { user: 'bank', password: 'secret word' };

/** What one lane of kills works on: a drop folder, a source and a data folder of its own. */
type Lane = Readonly<{ drop: string; dataDir: string; sourcesFile: string; source: Source; done: Set<string> }>;

describe('a pull under kill -9', () => {
  let books: TransferBooks;
  let server: SftpTestServer;

  beforeAll(async () => {
    if (!existsSync(new URL('main.js', dist))) throw new Error('dist/ is missing: run `npm run build` first');
    books = await openTransferBooks('kills');
    server = await startSftpServer(account);
    secretFile(books.folder, 'password', account.password);
  });
  afterAll(async () => {
    await server.close();
    await books.close();
  });

  function newLane(name: string): Lane {
    const drop = join(books.folder, `drop-${name}`);
    mkdirSync(drop);
    const sourcesFile = join(books.folder, `${name}.json`);
    const written = {
      name,
      ledger: 'main',
      ...sftpServerAs(server, account.user, drop),
      passwordFile: 'password',
      settledSeconds: 0,
    };
    writeFileSync(sourcesFile, JSON.stringify([written]));
    const read = readSources(sourcesFile);
    if (!read.ok || read.value[0] === undefined) throw new Error('the source can not be read');
    return { drop, dataDir: join(books.folder, `data-${name}`), sourcesFile, source: read.value[0], done: new Set() };
  }

  async function killedAt(
    step: Step,
    { sourcesFile, dataDir }: Lane,
  ): Promise<Readonly<{ end: string; told: string }>> {
    const words = [pullProcess, dist.href, books.database.serviceUrl, sourcesFile, dataDir, step];
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
    let told = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (told += text.toString()));
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    return { end: signal ?? String(code), told };
  }

  /** The database needs a moment to notice that the process is gone, and its lock with it. */
  async function pullAgain({ source, dataDir }: Lane): Promise<SourcePull> {
    for (;;) {
      const pulled = await books.pull(source, { dataDir });
      if (!pulled.problems.some(({ code }) => code === 'transfer.source_busy')) return pulled;
      await sleep(10);
    }
  }

  const bytesOf = (sha: string): Promise<string> =>
    inLedger(books.database.pool, books.ledgerId, async (tx) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of readStatementFileBytes(tx, books.ledgerId, sha as FileSha256)) pieces.push(piece);
      return Buffer.concat(pieces).toString('utf8');
    });

  async function killOnce(step: Step, index: number, lane: Lane): Promise<void> {
    const place = `SEED=${seed}, ${step} ${index}`;
    const from = random(`${seed}/${step}/${index}`);
    const text = mt940Day(`${step} ${index}`, from.pick([1, 40, 1_000, 6_000]));
    const name = `${step}-${index}.sta`;
    writeFileSync(join(lane.drop, name), text);
    const killed = await killedAt(step, lane);
    expect(killed.end, `${place}: ${killed.told}`).toBe('SIGKILL');
    const pulled = await pullAgain(lane);
    expect([pulled.problems, pulled.files.flatMap(({ problem }) => problem ?? [])], place).toEqual([[], []]);
    lane.done.add(name);
    expect(await bytesOf(sha256Of(text)), place).toBe(text);
    expect(readFileSync(join(lane.drop, 'done', name), 'utf8'), place).toBe(text);
    expect(readdirSync(lane.drop), place).toEqual(['done']);
    expect(readdirSync(join(lane.drop, 'done')).toSorted(), place).toEqual([...lane.done].toSorted());
    expect(readdirSync(join(lane.dataDir, 'spool')), place).toEqual([]);
    expect(existsSync(join(lane.dataDir, 'transfer')), place).toBe(false);
  }

  test(
    `loses nothing and doubles nothing: ${steps.length} steps, ${killsPerStep} kills each, SEED=${seed}`,
    { timeout: 3_600_000 },
    async () => {
      const lanes = ['lane-a', 'lane-b'].map(newLane);
      const kills = Array.from({ length: killsPerStep }, (_, index) => steps.map((step) => ({ step, index }))).flat();
      const killCount = kills.length;
      await Promise.all(
        lanes.map(async (lane) => {
          for (let next = kills.shift(); next !== undefined; next = kills.shift())
            await killOnce(next.step, next.index, lane);
        }),
      );
      expect(await books.stored()).toHaveLength(killCount);
      process.stdout.write(`${killCount} kills of a pull, SEED=${seed}: each file in the books once, byte for byte\n`);
    },
  );
});
