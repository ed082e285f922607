/** One reader, one file, one process: `tsx bench/ingest/read-alone.ts FORMAT READER FILE`. Prints one line of JSON. */
import { fileURLToPath } from 'node:url';
import { printPeak } from '../decisions/measure.ts';
import { readersOf, type Reader, type Sums } from './readers.ts';

/** A reading with the processor seconds of the whole process, compiler and garbage collector included. */
export type Timed = Sums & { processorSeconds: number };

export async function timed(reader: Reader, path: string): Promise<Timed> {
  const before = process.cpuUsage();
  const sums = await reader.read(path);
  const { user, system } = process.cpuUsage(before);
  return { ...sums, processorSeconds: (user + system) / 1e6 };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [format, name = '', path = ''] = process.argv.slice(2);
  const reader = readersOf[format === 'mt940' ? 'mt940' : 'camt.053'][name];
  if (reader === undefined) throw new Error(`no reader "${name}"`);
  const { entryCount, creditsMinor, debitsMinor, processorSeconds } = await timed(reader, path);
  console.log([entryCount, creditsMinor, debitsMinor, processorSeconds].join(' '));
  printPeak();
}
