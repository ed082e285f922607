/** What clerks see of the queue, and of each other: filters, views, claims, questions to a colleague, many at once. */
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createApiKey } from '../../src/ledger/commands/api-keys.ts';
import { registerBankAccount } from '../../src/ledger/commands/register-bank-account.ts';
import type { LedgerId } from '../../src/domain/ids.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { act, currencyOf, enterItems, openBooks, publishPayments } from '../support/books.ts';
import { commandLineOf } from '../support/cli.ts';
import { createTestDatabase } from '../support/database.ts';
import { axeFaultsOf } from './axe-faults.ts';
import { openDesk, type Desk } from './browser.ts';

const screenshots = process.env['LETTRAGE_SCREENSHOTS'] ?? join(tmpdir(), 'lettrage-screenshots');
const database = await createTestDatabase('queue');
let books: LedgerId;
let desk: Desk;
let claire: Page;

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  books = await openBooks(database.pool, 'FR01', 'ACCOUNT');
  const second = { identifier: 'SECOND', currency: currencyOf('EUR'), name: 'Second', glAccount: '512200' };
  await registerBankAccount(database.pool, books, second, act);
  await enterItems(database.pool, books, [
    { number: 'F-1001', customer: 'MARTIN', amount: '100.00' },
    { number: 'F-1002', customer: 'DUPONT', amount: '75.40' },
    { number: 'F-1003', customer: 'DUPONT', amount: '75.40' },
    { number: 'F-2001', customer: 'KLEIN', amount: '41.17' },
    { number: 'F-2002', customer: 'WEBER', amount: '52.35' },
    { number: 'F-2003', customer: 'WAGNER', amount: '63.85' },
  ]);
  const main = { account: 'ACCOUNT', content: 'main', opening: '0.00', closedOn: '2026-03-30' };
  await publishPayments(database.pool, books, main, [
    { name: 'P-OLD', from: 'Customer DUPONT', text: 'VIREMENT', amount: '75.40', bookedOn: '2026-01-05' },
    { name: 'P-BIG', from: 'ACME', text: 'ACOMPTE 100%', amount: '5000.00', bookedOn: '2026-03-12' },
    { name: 'P-KLEIN', from: 'KLEIN', text: 'MERCI', amount: '41.16', bookedOn: '2026-03-14' },
    { name: 'P-WEBER', from: 'WEBER', text: 'MERCI', amount: '52.34', bookedOn: '2026-03-15' },
    { name: 'P-WAGNER', from: 'WAGNER', text: 'MERCI', amount: '63.84', bookedOn: '2026-03-16' },
    { name: 'P-NEW', from: 'M. X', text: 'DIVERS', amount: '12.00', bookedOn: '2026-03-30' },
  ]);
  const other = { account: 'SECOND', content: 'second', opening: '0.00', closedOn: '2026-03-30' };
  await publishPayments(database.pool, books, other, [
    { name: 'P-SECOND', from: 'M. Y', text: 'DIVERS', amount: '300.00', bookedOn: '2026-03-20' },
  ]);
  expect((await commandLineOf(database.serviceUrl, 'FR01')('match')).exitCode).toBe(0);
  desk = await openDesk(database.pool);
  claire = await desk.open('claire', 'clerk');
  await claire.keyboard.press('g');
  await claire.keyboard.press('q');
});
afterAll(async () => {
  await desk.close();
  await database.drop();
});
afterEach(() => expect(desk.faults).toEqual([]));

const payers = (page: Page) => page.locator('.queue-row .payer').allTextContents();
const all = ['Customer DUPONT', 'ACME', 'KLEIN', 'WEBER', 'WAGNER', 'M. Y', 'M. X'];
const weekOld = all.slice(0, -1);
const choice = (name: string) => claire.getByRole('combobox', { name, exact: true });
const chosen = (page: Page) => page.locator('.queue-row[aria-selected="true"]');
const says = (page: Page, text: string) => page.locator('.toasts').getByText(text).last().waitFor();
const told = async <Row extends Record<string, unknown>>(sql: string): Promise<readonly Row[]> =>
  (await inLedger(database.pool, books, (tx) => tx.query<Row>(sql))).rows;
const dialogs = {
  h: 'hand',
  o: 'on-account',
  c: 'classify',
  t: 'transfer',
  a: 'ask',
  b: 'bulk',
  v: 'views',
  '?': 'keys',
};

test.each([
  ['en', 'light'],
  ['fr', 'dark'],
] as const)('every dialog in %s, %s, is for everybody', async (language, colorScheme) => {
  const page = await desk.open(`reader-${language}`, 'clerk', language);
  await page.emulateMedia({ colorScheme });
  await page.goto(`${new URL(page.url()).origin}/#/FR01/queue?text=DUPONT`);
  await expect.poll(() => page.locator('.queue-row').count()).toBe(1);
  await page.getByText(/^(Suggestion|Proposition) 1/).waitFor();
  const look = async (name: string) => {
    await page.screenshot({ path: join(screenshots, `queue-${name}-${language}-${colorScheme}.png`) });
    expect([name, await axeFaultsOf(page)]).toEqual([name, []]);
  };
  await page.locator('.filters summary').click();
  await look('filters');
  await page.locator('.filters summary').click();
  await page.locator('.filters summary').blur();
  for (const [key, name] of Object.entries(dialogs)) {
    await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor();
    await expect.poll(() => page.locator('dialog .notice [role=status]').count()).toBe(0);
    if (key === 'h') await page.locator('dialog table').waitFor();
    await look(name);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await page.close();
});

const withFilters = async (page: Page) => {
  const more = page.getByText('Filters and order');
  if (!(await page.getByLabel('From amount').isVisible())) await more.click();
};

test('the queue is narrowed by words, account, amount, age, customer and reason, and ordered', async () => {
  await expect.poll(() => payers(claire)).toEqual(all);
  await claire.keyboard.press('/');
  await claire.keyboard.type('divers');
  await expect.poll(() => payers(claire)).toEqual(['M. Y', 'M. X']);
  await withFilters(claire);
  await choice('Bank account').selectOption('SECOND');
  await expect.poll(() => payers(claire)).toEqual(['M. Y']);
  await claire.getByRole('button', { name: 'Clear the filters' }).click();
  await expect.poll(() => payers(claire)).toEqual(all);
  await claire.getByLabel('From amount').fill('75,4');
  await claire.getByLabel('To amount').fill('300');
  await claire.getByLabel('To amount').press('Enter');
  await expect.poll(() => payers(claire)).toEqual(['Customer DUPONT', 'M. Y']);
  await choice('Order').selectOption('largest');
  await expect.poll(() => payers(claire)).toEqual(['M. Y', 'Customer DUPONT']);
  await claire.getByRole('button', { name: 'Clear the filters' }).click();
  await choice('Age').selectOption('60');
  await expect.poll(() => payers(claire)).toEqual(['Customer DUPONT']);
  await claire.getByRole('button', { name: 'Clear the filters' }).click();
  await claire.getByLabel('Customer of the best suggestion').fill('DUP');
  await claire.getByRole('listbox', { name: 'Customer of the best suggestion' }).getByRole('option').click();
  await expect.poll(() => payers(claire)).toEqual(['Customer DUPONT']);
  await claire.getByRole('button', { name: 'Clear the filters' }).click();
  // Counts by reason are under the other filters.
  const reasons = choice('Filter');
  await reasons.locator('option', { hasText: 'All reasons (7)' }).waitFor({ state: 'attached' });
  await reasons.selectOption('several_explanations');
  await expect.poll(() => payers(claire)).toEqual(['Customer DUPONT']);
  await claire.getByRole('button', { name: 'Clear the filters' }).click();
});

test('the first rows wait for nothing but themselves: what else the page asks is asked behind them', async () => {
  const asked: string[] = [];
  const isOf = (url: URL, name: string) => url.pathname.endsWith(`/${name}`);
  const page = await desk.open('early', 'viewer');
  const address = `${new URL(page.url()).origin}/#/FR01/queue?text=divers`;
  page.on('request', (request) => {
    const url = new URL(request.url());
    const name = ['ledgers', 'me', 'counts', 'bank-accounts'].find((one) => isOf(url, one));
    if (name !== undefined) asked.push(name);
    if (isOf(url, 'review-queue')) asked.push(url.searchParams.has('isClaimed') ? 'claims' : 'list');
  });
  // The list is slow: whatever was asked beside it had the time to be.
  await page.route('**/review-queue?*limit=30*', async (route) => {
    await new Promise((passed) => setTimeout(passed, 500));
    await route.continue();
  });
  await page.goto(address);
  await page.reload();
  await expect.poll(() => payers(page)).toEqual(['M. Y', 'M. X']);
  await page.waitForLoadState('networkidle');
  asked.length = 0;
  await page.reload();
  await expect.poll(() => payers(page)).toEqual(['M. Y', 'M. X']);
  await expect.poll(() => asked.length).toBe(6);
  expect(asked.slice(0, 3)).toEqual(['list', 'ledgers', 'me']);
  expect(asked.slice(3).toSorted()).toEqual(['bank-accounts', 'claims', 'counts']);
  await page.close();
});

test('who signs in at the address of the queue sees it: what was refused before is asked again', async () => {
  const signedOut = await desk.openSignedOut('en');
  await signedOut.goto(`${new URL(signedOut.url()).origin}/#/FR01/queue`);
  await signedOut.reload();
  const { key } = await createApiKey(database.pool, { actor: 'late', role: 'viewer', ledgerId: null, days: 1 }, act);
  await signedOut.getByLabel('API key or token').fill(key);
  await signedOut.keyboard.press('Enter');
  await expect.poll(() => payers(signedOut)).toEqual(all);
  await signedOut.close();
});

test('a view keeps its name over a reload, and its address can be sent to a colleague', async () => {
  await choice('Age').selectOption('7');
  await claire.keyboard.press('Escape');
  await expect.poll(() => payers(claire)).toEqual(weekOld);
  const address = claire.url();
  expect(address).toContain('age=7');
  await claire.getByRole('button', { name: 'Saved views' }).click();
  await claire.getByLabel('Name', { exact: true }).fill('a week');
  await claire.keyboard.press('Enter');
  await claire.getByRole('button', { name: 'a week', exact: true }).waitFor();
  await claire.keyboard.press('Escape');
  await claire.getByRole('button', { name: 'Clear the filters' }).click();
  await claire.reload();
  await expect.poll(() => payers(claire)).toEqual(all);
  await claire.keyboard.press('v');
  await claire.getByRole('button', { name: 'a week', exact: true }).click();
  await expect.poll(() => payers(claire)).toEqual(weekOld);
  const paul = await desk.open('paul', 'clerk', 'fr');
  await paul.goto(address);
  await expect.poll(() => payers(paul)).toEqual(weekOld);
  await paul.keyboard.press('v');
  await paul.getByText('Aucune vue n’a encore de nom.').waitFor();
  await paul.close();
  await withFilters(claire);
  await claire.getByRole('button', { name: 'Clear the filters' }).click();
});

test('who opens a payment has it: colleagues see it in the list and on the desk, and may take it over', async () => {
  await claire.getByRole('option', { name: /ACME/ }).click();
  const holders = () =>
    told(`select actor, counterparty_name as payer from payment_claim join payment
            on payment.ledger_id = payment_claim.ledger_id and payment.id = payment_id order by actor`);
  await expect.poll(holders).toEqual([{ actor: 'claire', payer: 'ACME' }]);
  const paul = await desk.open('paul', 'clerk');
  await paul.keyboard.press('g');
  await paul.keyboard.press('q');
  const acme = paul.getByRole('option', { name: /ACME/ });
  await acme.getByText('open: claire').waitFor();
  await acme.click();
  await paul.getByText('claire is looking at this').waitFor();
  await paul.getByRole('button', { name: 'Take it over' }).click();
  await paul.getByText('claire is looking at this').waitFor({ state: 'hidden' });
  await expect.poll(holders).toEqual([{ actor: 'paul', payer: 'ACME' }]);
  // Left, it is nobody's.
  await paul.keyboard.press('j');
  await expect.poll(holders).toEqual([{ actor: 'paul', payer: 'KLEIN' }]);
  await paul.close();
});

test('a suggestion that is declined is kept as declined, and gives way to the next', async () => {
  await claire.getByRole('option', { name: /Customer DUPONT/ }).click();
  const shown = claire.locator('.desk .card table');
  await shown.getByText('F-1002').waitFor();
  await claire.keyboard.press('x');
  await says(claire, 'It is not suggested again.');
  await shown.getByText('F-1003').waitFor();
  expect(
    await told(`select document_number as item from declined_pair
      join open_item on open_item.ledger_id = declined_pair.ledger_id and open_item.id = open_item_id`),
  ).toEqual([{ item: 'F-1002' }]);
  await expect.poll(() => payers(claire)).toEqual(all);
});

test('a colleague is asked with a question, finds it under what is theirs, and it can be taken back', async () => {
  await claire.getByRole('option', { name: /ACME/ }).click();
  await claire.locator('.desk h2').getByText('ACME').waitFor();
  // The keys of a desk act once it is drawn.
  await claire.evaluate(() => new Promise((drawn) => setTimeout(drawn, 100)));
  await claire.keyboard.press('a');
  await claire.getByLabel('Whom').fill('paul');
  await claire.getByLabel('What you would like to know').fill('An advance?');
  await claire.getByRole('button', { name: 'Ask', exact: true }).click();
  await says(claire, 'paul is asked.');
  await chosen(claire).getByText('for paul').waitFor();
  const asked = () => told('select assignee, question, assigned_by as by from payment_assignment');
  expect(await asked()).toEqual([{ assignee: 'paul', question: 'An advance?', by: 'claire' }]);
  const paul = await desk.open('paul', 'clerk');
  await paul.goto(`${new URL(paul.url()).origin}/#/FR01/queue?owner=mine`);
  await expect.poll(() => payers(paul)).toEqual(['ACME']);
  await paul.getByText('claire asks paul').waitFor();
  await paul.getByText('An advance?').waitFor();
  await paul.close();
  await claire.keyboard.press('u');
  await says(claire, 'Taken back.');
  await chosen(claire).getByText('for paul').waitFor({ state: 'hidden' });
  expect(await asked()).toEqual([{ assignee: null, question: null, by: 'claire' }]);
});

test('suggestions of one kind are accepted at once, as the preview said, and taken back at once', async () => {
  await claire.keyboard.press('b');
  await claire.getByRole('button', { name: /the only item of the amount · with a rounding.*3 payments/ }).click();
  const preview = claire.getByRole('dialog').getByRole('table');
  await preview.getByText('F-2001').waitFor();
  expect(await preview.locator('tbody tr').count()).toBe(3);
  expect(await preview.locator('tfoot').textContent()).toContain('157.34');
  await claire.getByRole('button', { name: 'Accept 3' }).click();
  await says(claire, '3 accepted.');
  const left = () =>
    told(`select document_number as item, residual_minor::int as minor from open_item
    where document_number in ('F-2001', 'F-2002', 'F-2003') order by 1`);
  expect(await left()).toEqual([
    { item: 'F-2001', minor: 0 },
    { item: 'F-2002', minor: 0 },
    { item: 'F-2003', minor: 0 },
  ]);
  await expect.poll(() => payers(claire)).not.toContain('KLEIN');
  await claire.keyboard.press('u');
  await expect.poll(async () => (await left()).map(({ minor }) => minor)).toEqual([4_117, 5_235, 6_385]);
  await expect.poll(() => payers(claire)).toEqual(all);
});

test('a part of a claim goes to another customer', async () => {
  await claire.keyboard.press('t');
  await claire.getByLabel('Search open items').fill('F-1001');
  await claire.locator('.found').getByText('F-1001').waitFor();
  await claire.keyboard.press('Enter');
  await claire.getByRole('searchbox', { name: 'To the customer' }).fill('DUPONT');
  await claire.getByRole('option', { name: 'DUPONT Customer DUPONT' }).waitFor();
  await claire.keyboard.press('Enter');
  await claire.getByLabel('Amount', { exact: true }).fill('40');
  await claire.keyboard.press('Enter');
  await says(claire, 'Booked.');
  expect(
    await told(`select customer.code, residual_minor::int as minor from open_item
      join customer on customer.ledger_id = open_item.ledger_id and customer.id = customer_id
      where document_number like 'F-1001%' order by 1`),
  ).toEqual([
    { code: 'DUPONT', minor: 4_000 },
    { code: 'MARTIN', minor: 6_000 },
  ]);
  expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
});
