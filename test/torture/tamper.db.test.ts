/** Whoever goes round every wall and touches the audit chain is found. */
import { afterAll, expect, test } from 'vitest';
import { runTamper } from '../../bench/torture/tamper.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('tamper');
afterAll(() => database.drop());
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

test(`each of 150 damages is found, SEED=${seed}`, { timeout: 300_000 }, async () => {
  const { kinds, differences } = await runTamper(database, { seed, runs: 150 });
  expect(differences).toEqual([]);
  expect(kinds.size).toBeGreaterThan(5);
});
