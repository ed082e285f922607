/**
 * Loaded before the program that is measured (`node --import`): times every query of its main thread and, at its end,
 * writes what it used to the file named in `BENCH_STAGES`. The program itself is not changed.
 *
 * Beside the wall clock stands the processor time of the PostgreSQL process that did the query, where Linux tells it:
 * that one hardly changes when something else is running on the machine.
 *
 * Worker threads load it as well and leave at once: their memory and processor time are the process's.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const path = process.env['BENCH_STAGES'];

/** Processor seconds of a process so far; null where that can't be read. Linux counts in hundredths. */
function processorSeconds(processId) {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return null;
  }
}

function textOf(query) {
  const text = typeof query === 'string' ? query : (query?.text ?? query?.cursor?.text ?? '');
  return String(text).replaceAll(/\s+/g, ' ').trim().slice(0, 200);
}

if (isMainThread && path !== undefined) {
  const { default: pg } = await import('pg');
  const start = performance.now();
  const elapsed = () => (performance.now() - start) / 1_000;
  const queries = [];
  const original = Reflect.get(pg.Client.prototype, 'query');
  pg.Client.prototype.query = function timed(...given) {
    const before = processorSeconds(this.processID);
    const record = { text: textOf(given[0]), startSeconds: elapsed(), endSeconds: 0, serverSeconds: null };
    queries.push(record);
    const note = () => {
      record.endSeconds = elapsed();
      const after = processorSeconds(this.processID);
      record.serverSeconds = before === null || after === null ? null : after - before;
    };
    const result = original.apply(this, given);
    if (typeof result?.then === 'function') {
      result.then(
        () => note(),
        () => note(),
      );
    }
    result?.once?.('close', note);
    return result;
  };
  process.once('exit', () => {
    const { user, system } = process.cpuUsage();
    const peakMegabytes = process.resourceUsage().maxRSS / 1_024;
    const used = { seconds: elapsed(), processorSeconds: (user + system) / 1e6, peakMegabytes };
    writeFileSync(path, JSON.stringify({ ...used, queries }));
  });
}
