/**
 * Decision 0011: a statement file in the database as 256 KiB chunks, as one value, and on disk.
 *
 * Each way runs in its own process, writes a camt file of about 60 MB, reads it back and compares the SHA-256.
 *
 * Run: `npx tsx bench/decisions/file-chunks.ts postgres://…` (about 30 seconds)
 */
import { createHash } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { printMachine, printPeak, printTable, runAlone } from './measure.ts';
import { camtStatement } from './sample-statements.ts';
import { withClient, withScratchDatabase } from './server.ts';

const entryCount = 66_000;
const chunkBytes = 256 * 1024;

const readChunks = (path: string) => createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>;

async function storeInChunks(client: Client, path: string): Promise<string> {
  let index = 0;
  await client.query('begin');
  for await (const bytes of readChunks(path)) {
    await client.query('insert into chunk values ($1, $2)', [index, bytes]);
    index += 1;
  }
  await client.query('commit');
  const hash = createHash('sha256');
  for (let read = 0; read < index; read++) {
    const { rows } = await client.query<{ bytes: Buffer }>('select bytes from chunk where id = $1', [read]);
    hash.update(rows[0]?.bytes ?? '');
  }
  return hash.digest('hex');
}

async function storeAsOneValue(client: Client, path: string): Promise<string> {
  await client.query('insert into chunk values (0, $1)', [await readFile(path)]);
  const { rows } = await client.query<{ bytes: Buffer }>('select bytes from chunk where id = 0');
  return createHash('sha256')
    .update(rows[0]?.bytes ?? '')
    .digest('hex');
}

async function storeOnDisk(_client: Client, path: string): Promise<string> {
  const copy = await open(`${path}.copy`, 'w');
  for await (const bytes of readChunks(path)) await copy.write(bytes);
  await copy.sync();
  await copy.close();
  return hashOf(`${path}.copy`);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of readChunks(path)) hash.update(bytes);
  return hash.digest('hex');
}

const ways: Readonly<Record<string, (client: Client, path: string) => Promise<string>>> = {
  'on disk, synced': storeOnDisk,
  'chunks of 256 KiB': storeInChunks,
  'one bytea value': storeAsOneValue,
};

const [task, way = '', path = '', url = ''] = process.argv.slice(2);
if (task === 'store') {
  await withClient(url, async (client) => {
    const start = performance.now();
    const hash = (await ways[way]?.(client, path)) ?? '';
    console.log(
      `${((performance.now() - start) / 1_000).toFixed(1)} ${hash === (await hashOf(path)) ? 'equal' : 'DIFFERENT'}`,
    );
    printPeak();
  });
} else {
  printMachine();
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-chunks-'));
  try {
    const file = join(folder, 'statement.xml');
    writeFileSync(file, camtStatement(entryCount));
    await withScratchDatabase(async (scratch) => {
      const rows: Record<string, string>[] = [];
      for (const name of Object.keys(ways)) {
        await withClient(scratch, (client) =>
          client.query('drop table if exists chunk; create table chunk (id int primary key, bytes bytea not null)'),
        );
        const { output, peakMb } = runAlone(import.meta.url, ['store', name, file, scratch]);
        const [seconds = '', bytes = ''] = output.split(' ');
        const sizeMb = await withClient(scratch, (client) =>
          client.query<{ mb: string }>("select round(pg_total_relation_size('chunk') / 1e6)::text as mb"),
        );
        rows.push({
          way: name,
          's, write and read': seconds,
          bytes,
          'peak MB': peakMb.toFixed(0),
          'MB in the database': sizeMb.rows[0]?.mb ?? '',
        });
      }
      printTable('One camt file of about 60 MB', rows);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
