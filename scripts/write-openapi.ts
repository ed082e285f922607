/** Writes docs/openapi.json from the routes: `npx tsx scripts/write-openapi.ts`. Needs no database. */
import { writeFile } from 'node:fs/promises';
import { Pool } from 'pg';
import { noSources } from '../src/workers/source-desk.ts';
import { buildServer } from '../src/api/server.ts';

// A pool connects when it is first asked something: nobody asks here.
const nobody = async (): Promise<never> => {
  throw new Error('nobody asks here');
};
const pool = new Pool();
const now = () => new Date();
const app = await buildServer({
  pool,
  access: { kind: 'local' },
  requestsPerMinute: 1_200,
  now,
  host: 'localhost',
  maxFileBytes: 0,
  pageFolder: null,
  log: null,
  wake: () => undefined,
  questions: { replay: nobody, backTest: nobody, dryRun: nobody },
  webhooks: { pool, webhooks: [], now, random: Math.random, post: nobody },
  isReady: async () => false,
  bookFigures: () => [],
  sources: noSources,
});
await writeFile(new URL('../docs/openapi.json', import.meta.url), `${JSON.stringify(app.swagger(), null, 2)}\n`);
await app.close();
