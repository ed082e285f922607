/**
 * Every page in both languages, light and dark, on a screen and on a tablet: nothing that keeps somebody out, nothing that has
 * to be pushed aside to be read, no fault in the console, a screenshot of each.
 */
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { carryOut } from '../../src/ledger/commands/carry-out.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { act, enterItems, openBooks, publishPayments, quarantine, readNames } from '../support/books.ts';
import { commandLineOf } from '../support/cli.ts';
import { createTestDatabase } from '../support/database.ts';
import { axeFaultsOf } from './axe-faults.ts';
import { openDesk, soon, type Desk } from './browser.ts';

const screenshots = process.env['LETTRAGE_SCREENSHOTS'] ?? join(tmpdir(), 'lettrage-screenshots');
const database = await createTestDatabase('pages');
let desk: Desk;
let customerId = '';
let letteringId = '';
let disputeId = '';
let sha256 = '';

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  const books = await openBooks(database.pool, 'FR01', 'ACCOUNT');
  await enterItems(database.pool, books, [
    { number: 'F-1001', customer: 'MARTIN', amount: '100.00' },
    { number: 'F-1002', customer: 'DUPONT', amount: '75.40' },
    { number: 'F-1003', customer: 'DUPONT', amount: '75.40' },
  ]);
  const statement = { account: 'ACCOUNT', content: 'pages', opening: '0.00', closedOn: '2026-03-09' };
  await publishPayments(database.pool, books, statement, [
    { name: 'P-1', from: 'Customer DUPONT', text: 'VIREMENT', amount: '75.40', bookedOn: '2026-03-02' },
    { name: 'P-2', from: 'Customer MARTIN', text: 'F-1001', amount: '100.00', bookedOn: '2026-03-03' },
    { name: 'P-3', from: 'שלום', text: '\u202Ereversed', amount: '12.00', bookedOn: '2026-03-04' },
  ]);
  expect((await commandLineOf(database.serviceUrl, 'FR01')('match')).exitCode).toBe(0);
  const names = await readNames(database.pool, books);
  const dispute = {
    id: '4f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d',
    kind: 'open_dispute' as const,
    reason: 'a test',
    request: {
      openItemId: names.item('F-1003'),
      residual: '75.40',
      amount: '75.40',
      openedFrom: 'invoice' as const,
      category: 'B' as const,
      reasonCode: 'quantity',
    },
  };
  expect(await carryOut(database.pool, books, dispute, act)).toMatchObject({ state: 'done' });
  const limits = {
    id: '5f9d2b1c-7a3e-4c58-9d60-1e2f3a4b5c6d',
    kind: 'set_tolerances' as const,
    reason: 'a test',
    request: {
      writeOff: '5.00',
      writeOffBp: 100,
      writeOffMonthly: '20.00',
      approveWriteOff: '2.00',
      approveRefund: '500.00',
      approveTransfer: '1000.00',
    },
  };
  expect(await carryOut(database.pool, books, limits, act)).toMatchObject({ state: 'waiting' });
  sha256 = await quarantine(database.pool, books, '<Document>', {
    code: 'ingest.file_truncated',
    severity: 'refuse',
    message: 'The XML ends too early, at line 121. Fetch the file again; nothing of it was recorded.',
    at: { line: 121, path: 'Document/BkToCstmrStmt/Stmt/Ntry/NtryDtls/TxDtls/RltdPties/Dbtr/PstlAdr/AdrLine' },
    found: null,
  });
  await openBooks(database.pool, 'FR02', 'OTHER');
  const { rows } = await inLedger(database.pool, books, (tx) =>
    tx.query<{ customer: string; lettering: string; dispute: string }>(
      `select l.customer_id as customer, l.id as lettering, (select id from dispute) as dispute from lettering l`,
    ),
  );
  ({ customer: customerId = '', lettering: letteringId = '', dispute: disputeId = '' } = rows[0] ?? {});
  desk = await openDesk(database.pool);
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const pages = (): Readonly<Record<string, string>> => ({
  today: 'FR01/today',
  'today-empty': 'FR02/today',
  queue: 'FR01/queue',
  approvals: 'FR01/approvals',
  nights: 'FR01/nights',
  'nights-file': `FR01/nights/${sha256}`,
  'nights-empty': 'FR02/nights',
  customers: 'FR01/customers',
  customer: `FR01/customers/${customerId}?tab=closed`,
  'customer-letter': `FR01/customers/${customerId}?tab=letters&letter=${letteringId}`,
  'customer-payments': `FR01/customers/${customerId}?tab=payments`,
  disputes: 'FR01/disputes',
  dispute: `FR01/disputes/${disputeId}`,
  reports: 'FR01/reports',
  'reports-documents': 'FR01/reports?view=documents&asOf=2026-12-31',
  'reports-empty': 'FR02/reports',
});

const tablets = [
  { width: 1024, height: 768 },
  { width: 820, height: 1180 },
] as const;

/** What is wider than the window, and the hands of a clerk that are out of it. */
async function outOfSight(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { document, innerHeight } = globalThis as unknown as {
      document: { querySelectorAll(selector: string): Iterable<Element> };
      innerHeight: number;
    };
    type Element = Readonly<{
      tagName: string;
      scrollWidth: number;
      clientWidth: number;
      getBoundingClientRect(): Readonly<{ bottom: number; top: number }>;
    }>;
    const wide = [...document.querySelectorAll('html, main, .queue-desk, dialog[open]')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ tagName, scrollWidth, clientWidth }) => `${tagName}: ${scrollWidth} > ${clientWidth}`);
    const far = [...document.querySelectorAll('.hands .main')]
      .map((hand) => hand.getBoundingClientRect())
      .filter(({ top, bottom }) => top < 0 || bottom > innerHeight)
      .map(({ bottom }) => `hands: ${bottom} > ${innerHeight}`);
    return [...wide, ...far];
  });
}

/** Shows a page, and waits until all that it asks for is there. */
async function show(page: Page, place: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#/${place}`);
  await page.locator('main h1').first().waitFor();
  await page.locator('.queue-row, .card, .notice:not(:has([role=status]))').first().waitFor();
  await expect.poll(() => page.locator('.notice [role=status]').count(), soon).toBe(0);
  if (place.endsWith('queue')) await page.locator('.queue-desk table').first().waitFor();
}

test.each([
  ['en', 'light'],
  ['fr', 'dark'],
] as const)(
  'every page in %s, %s, is for everybody',
  async (language, colorScheme) => {
    const page = await desk.open(`reader-${language}`, 'treasurer', language);
    await page.emulateMedia({ colorScheme });
    const screen = page.viewportSize() ?? tablets[0];
    for (const [name, place] of Object.entries(pages())) {
      await show(page, place);
      const picture = (width: number) => join(screenshots, `${name}-${language}-${colorScheme}-${width}.png`);
      await page.screenshot({ path: picture(screen.width) });
      expect([name, await axeFaultsOf(page)]).toEqual([name, []]);
      for (const size of [...tablets, screen]) {
        await page.setViewportSize(size);
        await expect.poll(() => outOfSight(page), { ...soon, message: `${name} at ${size.width}` }).toEqual([]);
        if (size !== screen) await page.screenshot({ path: picture(size.width) });
      }
    }
    expect(desk.faults).toEqual([]);
  },
  240_000,
);

test.each(['en', 'fr'] as const)('who has no key is asked for one, in %s', async (language) => {
  const page = await desk.openSignedOut(language);
  await page.getByRole('heading', { name: 'Lettrage' }).waitFor();
  expect(await axeFaultsOf(page)).toEqual([]);
  await page.screenshot({ path: join(screenshots, `sign-in-${language}.png`) });
  await page.locator('input[type=password]').fill('not a key');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
});

test('what cannot be loaded says so, and can be asked for again', async () => {
  const page = await desk.open('patient', 'viewer');
  await page.route('**/reports/night**', (route) => route.abort());
  await page.goto(`${new URL(page.url()).origin}/#/FR01/nights`);
  await page.getByText('The service does not answer').first().waitFor();
  await page.screenshot({ path: join(screenshots, 'nights-failed-en.png') });
  await page.unroute('**/reports/night**');
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await page.getByRole('heading', { name: 'Why they wait' }).waitFor();
  // The browser itself tells of what it was kept from.
  expect(desk.faults.filter((fault) => !fault.includes('net::ERR_FAILED'))).toEqual([]);
});
