/**
 * Decision 0001: the time from the start of a process to its end with one query, on a new folder and on a known one.
 *
 * Run: `npx tsx bench/decisions/embedded-start.ts` (about 30 seconds)
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineNames, openDatabase } from './engines.ts';
import { medianOf, printMachine, printPeak, printTable, runAlone } from './measure.ts';

const roundCount = 3;

async function queryOnce(engine: string, folder: string): Promise<void> {
  const database = await openDatabase(engine, folder);
  await database.query('select 1');
  await database.close();
  printPeak();
}

function startSeconds(engine: string, parent: string): Record<string, string> {
  const cold: number[] = [];
  const warm: number[] = [];
  const peaks: number[] = [];
  for (let round = 0; round < roundCount; round++) {
    const folder = join(parent, `${engine.replace(' ', '-')}-${round}`);
    cold.push(runAlone(import.meta.url, ['query', engine, folder]).seconds);
    const again = runAlone(import.meta.url, ['query', engine, folder]);
    warm.push(again.seconds);
    peaks.push(again.peakMb);
  }
  return {
    engine,
    'new folder, s': medianOf(cold).toFixed(1),
    'known folder, s': medianOf(warm).toFixed(1),
    'peak MB of the Node process': medianOf(peaks).toFixed(0),
  };
}

const [task, engine = '', folder = ''] = process.argv.slice(2);
if (task === 'query') {
  await queryOnce(engine, folder);
} else {
  const parent = mkdtempSync(join(tmpdir(), 'lettrage-start-'));
  chmodSync(parent, 0o755); // The server may run as another account than we do.
  try {
    printMachine();
    printTable(
      `One query, the start and end of Node included, median of ${roundCount}`,
      engineNames.map((name) => startSeconds(name, parent)),
    );
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}
