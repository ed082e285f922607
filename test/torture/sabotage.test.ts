/** Two of the broken builds of `npm run torture -- sabotage`: the suite notices. */
import { expect, inject, test } from 'vitest';
import { runSabotage, unfittingPatches } from '../../bench/torture/sabotage.ts';
import { sabotagedBuilds } from '../../bench/torture/sabotaged-builds.ts';

const quick = ['no look at what the person saw', 'no look for an earlier answer'];

test('every broken build can still be made', () => {
  expect(unfittingPatches()).toEqual([]);
});

test('builds without a look at what was seen, or at earlier answers, are caught', { timeout: 600_000 }, async () => {
  const builds = sabotagedBuilds.filter(({ name }) => quick.includes(name));
  const { caught, differences } = await runSabotage(inject('testServer').adminUrl, builds);
  expect(differences).toEqual([]);
  expect(caught.map(({ build }) => build)).toEqual(quick);
});
