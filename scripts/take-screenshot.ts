/**
 * Takes the picture of the README: the queue after the three demo nights, as the page and the service built are now.
 *
 *     npm run build && npx tsx scripts/take-screenshot.ts
 *
 * Needs a Chromium: `LETTRAGE_CHROMIUM`, or /usr/bin/chromium.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { startTestServer } from '../test/support/postgres.ts';
import { createDatabaseOn } from '../test/support/server-database.ts';
import { startService } from '../test/support/service.ts';

const program = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const picture = fileURLToPath(new URL('../docs/images/queue.png', import.meta.url));
/** A payment that names three documents and is short of one: what the engine marks, reckons and asks. */
const remittance = 'FA2026-00087 FA2026-00149 FA2026-00372';

const { server, stop } = await startTestServer();
const database = await createDatabaseOn(server, 'screenshot', server.templateDatabase);
const demo = spawnSync(process.execPath, [program, 'demo'], {
  env: { ...process.env, DATABASE_URL: database.serviceUrl },
  encoding: 'utf8',
});
if (demo.status !== 0) throw new Error(`the demo ended with ${String(demo.status)}: ${demo.stderr}`);
const service = await startService(database.serviceUrl);
const browser = await chromium.launch({
  executablePath: process.env['LETTRAGE_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en', colorScheme: 'light' });
  await page.goto(`${service.origin}/#/demo/queue`);
  const row = page.locator('.queue-row', { hasText: remittance });
  const list = page.getByRole('listbox');
  await page.locator('.queue-row').first().waitFor();
  // Only the rows in sight exist.
  while ((await row.count()) === 0) await list.evaluate((element) => element.scrollBy(0, 360));
  await row.click();
  await page.locator('.desk mark').first().waitFor();
  await page.locator('.desk .evidence').waitFor();
  await page.screenshot({ path: picture });
  process.stdout.write(`${picture}\n`);
} finally {
  await browser.close();
  service.process.kill('SIGTERM');
  await service.ended;
  await database.drop();
  await stop();
}
