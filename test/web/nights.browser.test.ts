/** The morning after: what came is proved, what was set aside is decided, a run is followed as it goes on. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { LedgerId } from '../../src/domain/ids.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { enterItems, openBooks, publishPayments, quarantine } from '../support/books.ts';
import { commandLineOf } from '../support/cli.ts';
import { createTestDatabase } from '../support/database.ts';
import { openDesk, soon, type Desk } from './browser.ts';

const database = await createTestDatabase('nights_page');
let books: LedgerId;
let desk: Desk;
let page: Page;

const match = async () => expect((await commandLineOf(database.serviceUrl, 'FR01')('match')).exitCode).toBe(0);

/** A payment that names an item and pays it, in a statement of its own. */
async function night(day: number, opening: string): Promise<void> {
  const number = `F-100${day}`;
  await enterItems(database.pool, books, [{ number, customer: 'MARTIN', amount: '100.00' }]);
  const closedOn = `2026-03-0${day}`;
  await publishPayments(database.pool, books, { account: 'ACCOUNT', content: `night ${day}`, opening, closedOn }, [
    { name: `P-${day}`, from: 'Customer MARTIN', text: number, amount: '100.00', bookedOn: closedOn },
  ]);
}

beforeAll(async () => {
  books = await openBooks(database.pool, 'FR01', 'ACCOUNT');
  await night(2, '50.00');
  await match();
  await quarantine(database.pool, books, '<Document>', {
    code: 'ingest.file_truncated',
    severity: 'refuse',
    message: 'The XML ends too early, at line 121.',
    at: { line: 121, path: 'Document/BkToCstmrStmt/Stmt' },
    found: null,
  });
  desk = await openDesk(database.pool);
  page = await desk.open('claire', 'treasurer');
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});
afterEach(async () => {
  expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
  expect(desk.faults.filter((fault) => !fault.includes('net::ERR_FAILED'))).toEqual([]);
});

const open = async () => {
  await page.goto(`${new URL(page.url()).origin}/#/FR01/nights`);
  await page.reload();
  await page.getByRole('heading', { name: 'Runs of the engine' }).waitFor();
};
const runRows = () => page.getByRole('table', { name: 'Runs of the engine' }).locator('tbody tr').allInnerTexts();
const applied = () => page.locator('.figure').filter({ hasText: 'Applied' }).locator('.large').innerText();

test('a run is told as it goes on, and what it changed is loaded when it ends', async () => {
  await night(3, '150.00');
  await open();
  const underWay = page.locator('.under-way');
  await underWay.getByText('waits for its turn').waitFor();
  expect(await applied()).toBe('1');
  await match();
  await underWay.waitFor({ state: 'detached' });
  await expect.poll(applied, soon).toBe('2');
  await expect.poll(async () => (await runRows()).length, soon).toBe(2);
});

test('where nothing can be told, it is asked for again and again', async () => {
  await night(4, '250.00');
  await page.route('**/match-runs/progress**', (route) => route.abort());
  await open();
  const underWay = page.locator('.under-way');
  await underWay.getByText('waits for its turn').waitFor();
  await match();
  await underWay.waitFor({ state: 'detached' });
  await expect.poll(applied, soon).toBe('3');
  await page.unroute('**/match-runs/progress**');
});

test('the statements of an account are a chain whose every day adds up and follows', async () => {
  await open();
  const days = page.getByRole('table', { name: 'Statements of ACCOUNT with their proof' }).locator('tbody tr');
  await days.first().waitFor();
  const rows = (await days.allInnerTexts()).map((row) => row.split('\t').map((cell) => cell.trim()));
  expect(rows).toEqual([
    ['04.03.2026', '250.00 EUR', '100.00 EUR', '0.00 EUR', '350.00 EUR', '1', '✓ adds up, follows the day before'],
    ['03.03.2026', '150.00 EUR', '100.00 EUR', '0.00 EUR', '250.00 EUR', '1', '✓ adds up, follows the day before'],
    ['02.03.2026', '50.00 EUR', '100.00 EUR', '0.00 EUR', '150.00 EUR', '1', '✓ adds up'],
  ]);
});

test('what is wrong with a file, and what is refused, is said in French, with the facts beside it', async () => {
  const reader = await desk.open('reader', 'viewer', 'fr');
  await reader.goto(`${new URL(reader.url()).origin}/#/FR01/nights`);
  const finding = reader.locator('.findings li');
  await finding.getByText('La fin du fichier manque.').waitFor();
  await finding.getByText('ligne 121').waitFor();
  expect(await finding.locator('[lang=en]').innerText()).toBe('The XML ends too early, at line 121.');
  await reader.getByRole('button', { name: 'Lancer un passage' }).click();
  await reader.locator('.toasts').getByText('Refusé : Votre rôle ne le permet pas.').waitFor();
  await reader.close();
});

test('a file that was set aside says where it is wrong, and is discarded only with a reason', async () => {
  await open();
  await page.getByText('line 121').first().waitFor();
  await page.getByText('What next?').waitFor();
  const discard = page.getByRole('button', { name: 'Discard' });
  expect(await discard.isDisabled()).toBe(true);
  await page.getByRole('textbox', { name: 'Reason' }).fill('the bank sends it again');
  await discard.click();
  await page.getByText('Noted.').waitFor();
  const { rows } = await inLedger(database.pool, books, (tx) =>
    tx.query<{ state: string }>(`select state from statement_file where state <> 'published'`),
  );
  expect(rows).toEqual([{ state: 'discarded' }]);
  await page.getByRole('heading', { name: 'Set aside' }).waitFor({ state: 'detached' });
});
