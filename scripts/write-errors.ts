/** Writes docs/errors.md from the tables in the code: `npx tsx scripts/write-errors.ts`. A test fails when it is stale. */
import { writeFileSync } from 'node:fs';
import { errorsDocument } from './errors-document.ts';

writeFileSync(new URL('../docs/errors.md', import.meta.url), errorsDocument());
