/** Every page in both languages, light and dark: nothing that keeps somebody out, no fault in the console, a screenshot. */
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { carryOut } from '../../src/ledger/commands/carry-out.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { act, enterItems, openBooks, publishPayments, readNames } from '../support/books.ts';
import { commandLineOf } from '../support/cli.ts';
import { createTestDatabase } from '../support/database.ts';
import { openDesk, type Desk } from './browser.ts';

const screenshots = process.env['LETTRAGE_SCREENSHOTS'] ?? join(tmpdir(), 'lettrage-screenshots');
const database = await createTestDatabase('pages');
let desk: Desk;
let customerId = '';

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
  const { rows } = await inLedger(database.pool, books, (tx) =>
    tx.query<{ id: string }>(`select id from customer where code = 'DUPONT'`),
  );
  customerId = rows[0]?.id ?? '';
  desk = await openDesk(database.pool);
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});

const pages = ['today', 'queue', 'approvals', 'nights', 'customers', 'customer', 'disputes', 'reports'] as const;

/** WCAG 2.2 A and AA. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    return checker.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

test.each([
  ['en', 'light'],
  ['fr', 'dark'],
] as const)('every page in %s, %s, is for everybody', async (language, colorScheme) => {
  const page = await desk.open(`reader-${language}`, 'treasurer', language);
  await page.emulateMedia({ colorScheme });
  for (const name of pages) {
    const place = name === 'customer' ? `customers/${customerId}` : name;
    await page.goto(`${new URL(page.url()).origin}/#/FR01/${place}`);
    await page.locator('main h1').first().waitFor();
    await page.locator('.queue-row, .card, .notice:not(:has([role=status]))').first().waitFor();
    await expect.poll(() => page.locator('.notice [role=status]').count()).toBe(0);
    await page.screenshot({ path: join(screenshots, `${name}-${language}-${colorScheme}.png`) });
    expect([name, await faultsOf(page)]).toEqual([name, []]);
  }
  expect(desk.faults).toEqual([]);
});
