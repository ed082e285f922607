/** Whoever goes round every wall and touches the audit chain is found. */
import { expect, test } from 'vitest';
import { runTamper } from '../../bench/torture/tamper.ts';
import { databases } from './databases.ts';
import { runSeed as seed } from '../support/random.ts';

test(`each of 150 damages is found, SEED=${seed}`, { timeout: 300_000 }, async () => {
  const { kinds, differences } = await runTamper(databases, { fromSeed: seed, runs: 150 });
  expect(differences).toEqual([]);
  expect(kinds.size).toBeGreaterThan(5);
});
