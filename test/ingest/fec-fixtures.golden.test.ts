import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { fecReader } from '../../src/ingest/fec/read-fec.ts';
import { euroBooks } from '../support/euro-books.ts';

const folder = fileURLToPath(new URL('../../fixtures/fec/', import.meta.url));

test.each(['123456782FEC20261231', 'with-due-dates'])('%s is read into its golden file', async (name) => {
  const reader = fecReader({ ...euroBooks, receivableAccounts: ['411'], asOf: null });
  reader.push(readFileSync(`${folder}${name}.txt`));
  const shown = JSON.stringify(
    reader.end(),
    (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
    2,
  );
  await expect(`${shown}\n`).toMatchFileSnapshot(`${folder}${name}.expected.json`);
});
