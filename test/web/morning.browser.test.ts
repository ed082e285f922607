/** A clerk's morning, by keyboard: decided on the page, read back from the database. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { LedgerId } from '../../src/domain/ids.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { enterItems, openBooks, publishPayments, readNames, type Names } from '../support/books.ts';
import { commandLineOf } from '../support/cli.ts';
import { createTestDatabase } from '../support/database.ts';
import { openDesk, type Desk } from './browser.ts';

const database = await createTestDatabase('morning');
let books: LedgerId;
let names: Names;
let desk: Desk;
let claire: Page;

beforeAll(async () => {
  books = await openBooks(database.pool, 'FR01', 'ACCOUNT');
  await enterItems(database.pool, books, [
    { number: 'F-1001', customer: 'MARTIN', amount: '100.00' },
    { number: 'F-1002', customer: 'MARTIN', amount: '50.00' },
    { number: 'N-1003', customer: 'MARTIN', amount: '20.00', kind: 'credit_note' },
    { number: 'G-2001', customer: 'DUPONT', amount: '300.00' },
    { number: 'H-3001', customer: 'LEROY', amount: '75.40' },
    { number: 'H-3002', customer: 'LEROY', amount: '75.40' },
  ]);
  const statement = { account: 'ACCOUNT', content: 'morning', opening: '0.00', closedOn: '2026-03-09' };
  await publishPayments(database.pool, books, statement, [
    { name: 'P-LEROY', from: 'Customer LEROY', text: 'VIREMENT', amount: '75.40', bookedOn: '2026-03-02' },
    { name: 'P-SPLIT', from: 'M. X', text: 'DIVERS', amount: '130.00', bookedOn: '2026-03-03' },
    { name: 'P-SHORT', from: 'M. Y', text: '<b>SOLDE</b> \u202Etxet', amount: '280.00', bookedOn: '2026-03-04' },
    { name: 'P-ACCOUNT', from: 'M. Z', text: 'ACOMPTE', amount: '25.00', bookedOn: '2026-03-05' },
    { name: 'P-FEE', from: 'BANQUE', text: 'FRAIS', amount: '4.00', side: 'debit', bookedOn: '2026-03-06' },
  ]);
  names = await readNames(database.pool, books);
  expect((await commandLineOf(database.serviceUrl, 'FR01')('match')).exitCode).toBe(0);
  desk = await openDesk(database.pool);
  claire = await desk.open('claire', 'clerk');
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});
afterEach(async () => {
  expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
  expect(desk.faults).toEqual([]);
});

const told = async <Row extends Record<string, unknown>>(sql: string): Promise<readonly Row[]> =>
  (await inLedger(database.pool, books, (tx) => tx.query<Row>(sql))).rows;
const residual = async (number: string) =>
  (
    await told<{ minor: number }>(
      `select residual_minor::int as minor from open_item where id = '${names.item(number)}'`,
    )
  )[0]?.minor;
const unapplied = async (name: string) =>
  (
    await told<{ minor: number }>(
      `select unapplied_minor::int as minor from payment where id = '${names.payment(name)}'`,
    )
  )[0]?.minor;
const chosen = (page: Page) => page.locator('.queue-row[aria-selected="true"]');
const says = (page: Page, text: string) => page.locator('.toasts').getByText(text).last().waitFor();

test('the first page says what waits, and leads to the oldest', async () => {
  await claire.getByText('payments wait for a person').waitFor();
  await claire.keyboard.press('g');
  await claire.keyboard.press('q');
  await chosen(claire).getByText('Customer LEROY').waitFor();
  expect(await claire.locator('.queue-row').count()).toBe(5);
});

test('a suggestion is accepted with Enter, the next payment is there, and u takes it back', async () => {
  await claire.getByText('Suggestion 1').waitFor();
  await claire.keyboard.press('Enter');
  await chosen(claire).getByText('M. X').waitFor();
  await says(claire, 'Booked.');
  await expect.poll(() => unapplied('P-LEROY')).toBe(0);
  await claire.keyboard.press('u');
  await says(claire, 'Taken back.');
  await chosen(claire).getByText('Customer LEROY').waitFor();
  expect(await unapplied('P-LEROY')).toBe(7_540);
});

const find = async (page: Page, number: string) => {
  const search = page.getByLabel('Search open items');
  await search.fill(number);
  await page.locator('.found').getByText(number).waitFor();
  await search.press('Enter');
  await page.getByLabel(`Amount ${number}`).waitFor();
};

test('a payment is split over two invoices with a credit note; it can be booked only when all is explained', async () => {
  await claire.keyboard.press('j');
  await chosen(claire).getByText('M. X').waitFor();
  await claire.keyboard.press('h');
  const book = claire.getByRole('button', { name: 'Book' });
  expect(await book.isDisabled()).toBe(true);
  for (const number of ['N-1003', 'F-1001', 'F-1002']) await find(claire, number);
  await claire.getByText('All is explained').waitFor();
  await book.press('Enter');
  await expect.poll(() => unapplied('P-SPLIT')).toBe(0);
  expect(await Promise.all(['F-1001', 'F-1002', 'N-1003'].map(residual))).toEqual([0, 0, 0]);
});

test('what is short of a payment becomes a dispute; texts of the bank are text', async () => {
  await chosen(claire).getByText('M. Y').waitFor();
  // Markup stands as it was written, and nothing turns the direction of what is read.
  await claire.locator('.remittance').getByText('<b>SOLDE</b> \u25AFtxet').waitFor();
  await claire.keyboard.press('h');
  await find(claire, 'G-2001');
  await claire.getByLabel('What was not paid G-2001').selectOption('dispute');
  await claire.getByLabel('Cause').selectOption('A price');
  await claire.getByRole('button', { name: 'Book' }).press('Enter');
  await says(claire, 'Booked.');
  await expect
    .poll(() => told('select category, amount_minor::int as minor, state from dispute'))
    .toEqual([{ category: 'A', minor: 2_000, state: 'open' }]);
  expect(await residual('G-2001')).toBe(2_000);
});

test('money is put on account, and a fee is no receivable', async () => {
  await chosen(claire).getByText('M. Z').waitFor();
  await claire.keyboard.press('o');
  await claire.getByRole('searchbox', { name: 'Customer' }).fill('DUPONT');
  await claire.getByRole('option', { name: /DUPONT/ }).click();
  await claire.getByRole('button', { name: 'Book' }).press('Enter');
  await expect.poll(() => unapplied('P-ACCOUNT')).toBe(0);
  await chosen(claire).getByText('BANQUE').waitFor();
  await claire.keyboard.press('c');
  await claire.getByLabel('It is').selectOption('bank_charge');
  await claire.getByRole('button', { name: 'Book' }).press('Enter');
  await expect.poll(() => unapplied('P-FEE')).toBe(0);
});

test('who was slower is told so, and sees what stands now', async () => {
  const other = await desk.open('paul', 'clerk', 'fr');
  await other.keyboard.press('g');
  await other.keyboard.press('q');
  await chosen(other).getByText('Customer LEROY').waitFor();
  await other.getByText('Proposition 1').waitFor();
  await claire.keyboard.press('k');
  await chosen(claire).getByText('Customer LEROY').waitFor();
  await claire.getByText('Suggestion 1').waitFor();
  await claire.keyboard.press('Enter');
  await expect.poll(() => unapplied('P-LEROY')).toBe(0);
  await other.keyboard.press('Enter');
  await says(other, 'claire a été plus rapide');
  const applied = await told(
    `select 1 from allocation where payment_id = '${names.payment('P-LEROY')}' and amount_minor > 0`,
  );
  // Accepted, taken back, accepted: two postings that took, one that gave back.
  expect(applied).toHaveLength(2);
});
