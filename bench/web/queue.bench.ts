/**
 * The page of the queue in Chromium, against the service as built on the embedded server, while many payments wait: how
 * long until its first rows can be read, how long from a decision to the next payment, and what is sent for it.
 *
 * Every payment fits two invoices of its customer, so that the engine suggests and a person has to choose. Each first page
 * is opened in a browser that knows nothing yet. Without a Chromium (`LETTRAGE_CHROMIUM`, or /usr/bin/chromium) only
 * the bytes are told. Another size: `npx tsx bench/web/queue.bench.ts 20000`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright-core';
import { startTestServer } from '../../test/support/postgres.ts';
import { createDatabaseOn } from '../../test/support/server-database.ts';
import { fillQueue } from './fill-queue.ts';
import { startService } from '../../test/support/service.ts';

const sizes = {
  small: { paymentCount: 60, openCount: 1, decisionCount: 3 },
  canonical: { paymentCount: 100_000, openCount: 9, decisionCount: 40 },
} as const;
type Size = Readonly<{ paymentCount: number; openCount: number; decisionCount: number }>;

/** What the page has to keep. */
const limits = { firstRowsMs: 1_000, nextPaymentMs: 100, bundleKilobytes: 250 } as const;

/** What `watch-page.mjs` tells from within the page. */
type Watched = Readonly<{
  watched: Readonly<{
    /** From asking for the page to its first rows, in milliseconds. */
    firstRows: Promise<number>;
    /** Waits until the payment that is shown can be accepted. */
    ready(): Promise<number>;
    /** From the last key to another payment, and until that can be accepted. */
    next(): Promise<Next>;
  }>;
}>;
type Next = Readonly<{ paymentMs: number; readyMs: number }>;

const watchPage = fileURLToPath(new URL('./watch-page.mjs', import.meta.url));
const assets = fileURLToPath(new URL('../../dist/web/assets/', import.meta.url));
const browserPath = process.env['LETTRAGE_CHROMIUM'] ?? '/usr/bin/chromium';

const sorted = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b);
const median = (values: readonly number[]): number => sorted(values)[Math.floor(values.length / 2)] ?? Number.NaN;
const told = (values: readonly number[], limitMs: number): string =>
  `${median(values).toFixed(0)} ms, slowest ${(sorted(values).at(-1) ?? Number.NaN).toFixed(0)} ms, of ${values.length} ` +
  `(limit ${limitMs} ms)`;

/** What the browser loads, as it is sent. */
function bundleKilobytes(): number {
  if (!existsSync(assets)) throw new Error('The page is not built. Run: npm run build');
  const bytes = readdirSync(assets).reduce((sum, name) => sum + gzipSync(readFileSync(`${assets}${name}`)).length, 0);
  return bytes / 1_000;
}

/** Opens the queue in a browser of its own; in milliseconds from asking for the page. */
async function openQueue(browser: Browser, origin: string): Promise<Readonly<{ page: Page; firstRowsMs: number }>> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en' });
  const page = await context.newPage();
  await page.addInitScript({ path: watchPage });
  await page.goto(`${origin}/#/FR01/queue`);
  const firstRowsMs = await page.evaluate(() => (globalThis as unknown as Watched).watched.firstRows);
  return { page, firstRowsMs };
}

/** Accepts what is suggested, payment after payment, as fast as they can be decided. */
async function decide(page: Page, count: number): Promise<readonly Next[]> {
  const taken: Next[] = [];
  for (let index = 0; index < count; index += 1) {
    await page.evaluate(() => (globalThis as unknown as Watched).watched.ready());
    await page.keyboard.press('Enter');
    taken.push(await page.evaluate(() => (globalThis as unknown as Watched).watched.next()));
  }
  return taken;
}

/** How long the service itself takes for the first page of the list: of `firstRows`, what is not the page's. */
async function listMs(origin: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    const start = performance.now();
    const response = await fetch(`${origin}/v1/ledgers/FR01/review-queue?limit=100`);
    await response.arrayBuffer();
    times.push(performance.now() - start);
  }
  return median(times);
}

async function measure(size: Size): Promise<Record<string, unknown>> {
  const bundle = {
    'bundle after gzip': `${bundleKilobytes().toFixed(1)} kB (limit ${limits.bundleKilobytes} kB)`,
  };
  if (!existsSync(browserPath)) return { ...bundle, browser: 'none here: LETTRAGE_CHROMIUM names one' };
  const { server, stop } = await startTestServer();
  const database = await createDatabaseOn(server, 'queue', server.templateDatabase);
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
  try {
    const waitingCount = await fillQueue(database, size.paymentCount);
    const service = await startService(database.serviceUrl);
    try {
      const firstRows: number[] = [];
      let last: Page | null = null;
      for (let round = 0; round < size.openCount; round += 1) {
        await last?.context().close();
        const { page, firstRowsMs } = await openQueue(browser, service.origin);
        firstRows.push(firstRowsMs);
        last = page;
      }
      const next = last === null ? [] : await decide(last, size.decisionCount);
      const list = await listMs(service.origin);
      return {
        'payments that wait': waitingCount,
        'load of the machine': loadavg()
          .map((each) => each.toFixed(1))
          .join(' '),
        'first rows on the screen': told(firstRows, limits.firstRowsMs),
        'the list alone, asked of the service': `${list.toFixed(0)} ms`,
        'next payment after a decision': told(
          next.map(({ paymentMs }) => paymentMs),
          limits.nextPaymentMs,
        ),
        'next payment with its suggestion': told(
          next.map(({ readyMs }) => readyMs),
          limits.nextPaymentMs,
        ),
        ...bundle,
      };
    } finally {
      service.process.kill('SIGTERM');
      await service.ended;
    }
  } finally {
    await browser.close();
    await database.drop();
    await stop();
  }
}

export const run = ({ size }: { size: keyof typeof sizes }): Promise<Record<string, unknown>> => measure(sizes[size]);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const paymentCount = Number(process.argv[2] ?? sizes.canonical.paymentCount);
  for (const [what, value] of Object.entries(await measure({ ...sizes.canonical, paymentCount })))
    process.stdout.write(`${what.padEnd(40)} ${String(value)}\n`);
}
