/** The poste client: every number opens the lines behind it, now and as it was known. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { customerIdOf } from '../../src/ledger/commands/import-customers.ts';
import { enterItems, openBooks, publishPayments, readNames } from '../support/books.ts';
import { commandLineOf } from '../support/cli.ts';
import { clerkOf } from '../support/clerk.ts';
import { createTestDatabase } from '../support/database.ts';
import { openDesk, soon, type Desk } from './browser.ts';

const database = await createTestDatabase('poste_page');
let desk: Desk;
let page: Page;

beforeAll(async () => {
  const books = await openBooks(database.pool, 'FR01', 'ACCOUNT');
  // The service stands at 31 March 2026.
  await enterItems(database.pool, books, [
    { number: 'F-DUE', customer: 'MARTIN', amount: '10.00', due: '2026-04-12' },
    { number: 'F-LATE', customer: 'MARTIN', amount: '20.00', due: '2026-03-11' },
    { number: 'F-OLD', customer: 'DUPONT', amount: '40.00', due: '2025-11-30' },
    { number: 'F-PAID', customer: 'LEROY', amount: '80.00', due: '2026-03-01' },
  ]);
  const statement = { account: 'ACCOUNT', content: 'poste', opening: '0.00', closedOn: '2026-03-09' };
  await publishPayments(database.pool, books, statement, [
    { name: 'P-1', from: 'Customer LEROY', text: 'F-PAID', amount: '80.00', bookedOn: '2026-03-02' },
    { name: 'P-3', from: 'M. Y', text: 'ACOMPTE', amount: '5.00', bookedOn: '2026-03-09' },
    { name: 'P-4', from: 'Customer MARTIN', text: 'VIREMENT', amount: '3.00', bookedOn: '2026-03-09' },
    { name: 'P-2', from: 'M. X', text: 'DIVERS', amount: '7.00', bookedOn: '2026-03-09' },
  ]);
  expect((await commandLineOf(database.serviceUrl, 'FR01')('match')).exitCode).toBe(0);
  const names = await readNames(database.pool, books);
  const settled = await clerkOf(database.pool, books).ask('settle_payment', {
    paymentId: names.payment('P-3'),
    version: 2,
    parts: [{ use: 'on_account', customerId: customerIdOf(books, 'DUPONT'), amount: '5.00' }],
  });
  expect(settled.state).toBe('done');
  desk = await openDesk(database.pool);
  page = await desk.open('reader', 'viewer');
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});
afterEach(() => expect(desk.faults).toEqual([]));

const open = (place: string) => page.goto(`${new URL(page.url()).origin}/#/FR01/${place}`);
const age = (title: string) =>
  page.getByRole('figure', { name: 'Aged balance EUR' }).getByRole('link', { name: title });
const documents = () => page.locator('main tbody tr td:first-child').allInnerTexts();

test('an age opens its documents, and so does the number of one customer', async () => {
  await open('reports');
  await age('over 90').click();
  await expect.poll(documents, soon).toEqual([' F-OLD invoice']);
  await page.getByRole('link', { name: '← Poste client' }).click();
  const martin = page.getByRole('row', { name: /Customer MARTIN/ });
  await martin.getByRole('link', { name: '30.00' }).click();
  await expect.poll(documents, soon).toEqual([' F-LATE invoice', ' F-DUE invoice']);
  await page.getByRole('button', { name: /MARTIN/ }).click();
  await expect.poll(async () => (await documents()).length, soon).toBe(3);
});

const nameOf = /Customer (\w+)/;
const customersIn = async () =>
  (await page.locator('main tbody tr').allInnerTexts()).flatMap((text) => nameOf.exec(text)?.[1] ?? []);
const header = (name: string) => page.getByRole('columnheader', { name });

test('the aged balance is sorted by what is overdue, and overdue opens what is overdue', async () => {
  await open('reports');
  const aged = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Aged balance by customer' }) });
  const order = async () =>
    (await aged.locator('tbody tr').allInnerTexts()).map((text) => nameOf.exec(text)?.[1] ?? '');
  const overdue = aged.getByRole('columnheader', { name: 'Overdue' });
  await aged.getByRole('button', { name: 'Overdue' }).click();
  await expect.poll(() => overdue.getAttribute('aria-sort'), soon).toBe('descending');
  await expect.poll(order, soon).toEqual(['DUPONT', 'MARTIN']);
  await aged.getByRole('button', { name: 'Overdue' }).click();
  await expect.poll(order, soon).toEqual(['MARTIN', 'DUPONT']);
  expect(page.url()).toContain('sort=overdue&order=ascending');
  await aged
    .getByRole('row', { name: /MARTIN/ })
    .locator('td')
    .nth(6)
    .getByRole('link', { name: '20.00' })
    .click();
  await expect.poll(documents, soon).toEqual([' F-LATE invoice']);
});

test('customers are sorted by name and by amounts with the keys alone; the order stands in the address and stays', async () => {
  await open('customers');
  await expect.poll(customersIn, soon).toEqual(['DUPONT', 'LEROY', 'MARTIN']);
  const button = page.getByRole('button', { name: 'Overdue' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect.poll(customersIn, soon).toEqual(['DUPONT', 'MARTIN', 'LEROY']);
  expect(await header('Overdue').getAttribute('aria-sort')).toBe('descending');
  expect(await header('Customer').getAttribute('aria-sort')).toBeNull();
  // Nothing took the focus away: the same key turns it round.
  await page.keyboard.press('Enter');
  await expect.poll(customersIn, soon).toEqual(['LEROY', 'MARTIN', 'DUPONT']);
  await page.reload();
  await expect.poll(customersIn, soon).toEqual(['LEROY', 'MARTIN', 'DUPONT']);
  await page.getByRole('button', { name: 'Customer' }).click();
  await expect.poll(customersIn, soon).toEqual(['DUPONT', 'LEROY', 'MARTIN']);
  expect(await header('Customer').getAttribute('aria-sort')).toBe('ascending');
});

test('other limits are other ages', async () => {
  await open('reports');
  await page.getByLabel('Days past due').selectOption('15,30,45,60');
  await age('16–30').click();
  await expect.poll(documents, soon).toEqual([' F-LATE invoice']);
});

test('as of a day before anything was known, nobody owes anything; the address says as of when', async () => {
  await open('reports');
  const asOf = page.getByRole('combobox', { name: 'As of' });
  await asOf.selectOption('day');
  await page.getByLabel('at the end of a day').fill('2026-01-31');
  await page.getByText('Nobody owes anything here.').first().waitFor();
  expect(page.url()).toContain('asOf=2026-01-31');
  await asOf.selectOption('instant');
  await page.getByLabel('as known on').fill('2026-12-31T12:00');
  await age('1–30').waitFor();
  // The browser is in the time zone of the tests.
  const instant = new Date('2026-12-31T12:00').toISOString();
  await expect.poll(() => decodeURIComponent(page.url()), soon).toContain(`asOf=${instant}`);
  await asOf.selectOption('now');
  await expect.poll(() => page.url(), soon).not.toContain('asOf');
});

test('cash that no document claims opens its payments, or the items of customers', async () => {
  await open('reports');
  const kinds = page.locator('section').filter({ has: page.getByRole('heading', { name: /^Cash that/ }) });
  await kinds
    .getByRole('row', { name: /^on account/ })
    .getByRole('link', { name: '5.00' })
    .first()
    .click();
  await expect
    .poll(() => page.locator('main tbody tr td:nth-child(2)').allInnerTexts(), soon)
    .toEqual(['Customer DUPONT']);
  await open('reports');
  await kinds
    .getByRole('row', { name: /^money in/ })
    .getByRole('link', { name: '10.00' })
    .first()
    .click();
  await page.locator('.queue-row').getByText('M. X').waitFor();
  expect(await page.locator('.queue-row').count()).toBe(2);
});

test('as of a day before a decision, cash and rates are what they were, and lead to nothing of today', async () => {
  const cash = page.locator('section').filter({ has: page.getByRole('heading', { name: /^Cash that/ }) });
  await open('reports?asOf=2026-03-31T08:14:59Z');
  await cash.getByText('Every amount is applied.').waitFor();
  await open('reports?asOf=2026-12-31');
  const moneyIn = cash.getByRole('row', { name: /^money in/ });
  await moneyIn.getByText('10.00').first().waitFor();
  expect(await moneyIn.getByRole('link').count()).toBe(0);
  const matching = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Matching' }) });
  await expect.poll(() => matching.locator('.pair').innerText(), soon).toMatch(/25%[^]*100%/);
  await open('reports?asOf=2026-03-31T08:14:59Z');
  await expect.poll(() => matching.locator('.pair').innerText(), soon).toMatch(/—[^]*—/);
});

test('the rate stands beside its precision, and what is drawn is said in figures', async () => {
  await open('reports');
  const matching = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Matching' }) });
  await expect.poll(() => matching.locator('.pair').innerText(), soon).toMatch(/25%[^]*100%/);
  await page.getByText('The same as a table').click();
  await page
    .getByRole('cell', { name: /31 \/ 31|\d+(\.\d)? \/ \d\d/ })
    .first()
    .waitFor();
});

test('an account tells days until due, whom to chase, and who gave a letter', async () => {
  await open('customers');
  const advice = (name: string) =>
    page
      .getByRole('row', { name: new RegExp(name) })
      .locator('td')
      .last()
      .innerText();
  await page.getByRole('row', { name: /MARTIN/ }).waitFor();
  expect((await advice('MARTIN')).replaceAll(/\s+/g, ' ')).toBe('chase for 20.00 EUR');
  await page.getByRole('link', { name: 'Customer MARTIN' }).click();
  await page.getByRole('cell', { name: '12 days', exact: true }).waitFor();
  await page.getByRole('cell', { name: '20 days late' }).waitFor();
  await page.getByRole('link', { name: /^1 payment waits that may be from this customer/ }).waitFor();
  await open('customers');
  await page.getByRole('link', { name: 'Customer LEROY' }).click();
  await page.getByRole('link', { name: 'Closed' }).click();
  await page.getByRole('link', { name: 'A', exact: true }).click();
  await page.getByRole('dialog').getByText('matched by the engine').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Payments', exact: true }).click();
  await page.getByRole('cell', { name: 'F-PAID' }).waitFor();
});
