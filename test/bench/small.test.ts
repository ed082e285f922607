/** Every benchmark runs, at its small size: what is not run rots. */
import { expect, test } from 'vitest';
import { benchmarkNames, loadBenchmark } from '../../bench/run.ts';

// Some start a server, a service and a browser of their own.
const timeoutMs = 180_000;

test.each(benchmarkNames())(
  '%s',
  async (name) => {
    const measured = await (await loadBenchmark(name)).run({ size: 'small' });
    expect(Object.keys(measured).length).toBeGreaterThan(0);
  },
  timeoutMs,
);

test('there is something to run', () => {
  expect(benchmarkNames()).not.toEqual([]);
});
