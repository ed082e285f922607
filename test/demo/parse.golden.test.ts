/** What `lettrage parse` says of every bank file of the demo, beside the file. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from '../../src/cli/commands/parse.ts';

const demo = fileURLToPath(new URL('../../fixtures/bank/demo/', import.meta.url));
const files = readdirSync(demo, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(xml|sta)$/.test(name))
  .toSorted();

test.each(files)('%s', async (name) => {
  let printed = '';
  await parse([join(demo, name)], { summary: false }, { write: (text) => (printed += text) });
  const read = JSON.parse(printed) as Record<string, unknown>;
  const golden = `${JSON.stringify({ ...read, file: name }, null, 2)}\n`;
  await expect(golden).toMatchFileSnapshot(join(demo, `${name}.expected.json`));
});

test('there is a file for every account and night', () => {
  expect(files).toHaveLength(9);
});
