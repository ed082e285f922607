import { expect, test } from 'vitest';
import { run } from '../../bench/matching/propose.bench.ts';

test('the benchmark runs, and gives the same output every time', async () => {
  const first = await run({ size: 'small' });
  const second = await run({ size: 'small' });
  expect(first['outputSha256']).toBe(second['outputSha256']);
  expect(first['appliedCount']).toBeGreaterThan(0);
  expect(first['bytesPerItem']).toBeLessThanOrEqual(80);
});
