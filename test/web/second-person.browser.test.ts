/**
 * What one person may not do alone: it is seen by everybody until a second one has said something, over a reload too. And the
 * rarer hands: a guarantee, several differences of one document, a payer to keep in mind, an account of one's own choice.
 */
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { LedgerId } from '../../src/domain/ids.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { enterItems, openBooks, publishPayments } from '../support/books.ts';
import { commandLineOf } from '../support/cli.ts';
import { createTestDatabase } from '../support/database.ts';
import { axeFaultsOf } from './axe-faults.ts';
import { openDesk, type Desk } from './browser.ts';
import { chosenRow } from './hands.ts';

const screenshots = process.env['LETTRAGE_SCREENSHOTS'] ?? join(tmpdir(), 'lettrage-screenshots');
const picture = (name: string): string => join(screenshots, `second-person-${name}.png`);
const database = await createTestDatabase('second_person');
const iban = 'FR1420041010050500013M02606';
let books: LedgerId;
let desk: Desk;
let claire: Page;

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  books = await openBooks(database.pool, 'FR01', 'ACCOUNT');
  await enterItems(database.pool, books, [
    { number: 'F-1001', customer: 'MARTIN', amount: '1000.00' },
    { number: 'F-2001', customer: 'DUPONT', amount: '500.00' },
  ]);
  const statement = { account: 'ACCOUNT', content: 'one', opening: '0.00', closedOn: '2026-03-09' };
  await publishPayments(database.pool, books, statement, [
    { name: 'P-FEE', from: 'M. X', text: 'SOLDE', amount: '976.00', bookedOn: '2026-03-02' },
    { name: 'P-SITE', from: 'M. Z', text: 'CHANTIER', amount: '474.50', bookedOn: '2026-03-02', iban },
    { name: 'P-NEXT', from: 'M. Y', text: 'DIVERS', amount: '1.00', bookedOn: '2026-03-03' },
  ]);
  expect((await commandLineOf(database.serviceUrl, 'FR01')('match')).exitCode).toBe(0);
  desk = await openDesk(database.pool);
  claire = await desk.open('claire', 'clerk');
  await claire.goto(`${new URL(claire.url()).origin}/#/FR01/queue`);
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
const rowOf = (page: Page, payer: string) => page.locator('.queue-row', { hasText: payer });

test('a settlement that waits for a second person is marked in the list and on the desk, after a reload and for others', async () => {
  await chosenRow(claire).getByText('M. X').waitFor();
  await claire.keyboard.press('h');
  await claire.getByLabel('Search open items').fill('F-1001');
  await claire.locator('.found').getByText('F-1001').click();
  await claire.getByLabel('What was not paid F-1001').selectOption('bank_charge');
  await claire.getByRole('textbox', { name: 'Reason' }).fill('Their bank kept it');
  await claire.getByRole('button', { name: 'Book' }).click();
  await claire
    .locator('.toasts')
    .getByText('A second person has to agree: bank charge: 24.00 EUR > 1.00 EUR')
    .waitFor();
  expect(await told('select state from approval_request')).toEqual([{ state: 'waiting' }]);

  await claire.reload();
  await rowOf(claire, 'M. X').getByText('for approval').waitFor();
  expect(await rowOf(claire, 'M. Y').getByText('for approval').count()).toBe(0);
  await claire.getByText('claire asked for this: Use of a payment').waitFor();
  const paul = await desk.open('paul', 'clerk', 'fr');
  await paul.goto(`${new URL(paul.url()).origin}/#/FR01/queue`);
  await rowOf(paul, 'M. X').getByText('à approuver').waitFor();
  await paul.getByText('Their bank kept it').waitFor();
  await paul.getByText('frais bancaire\u00A0: 24,00 EUR > 1,00 EUR').waitFor();
  expect(await axeFaultsOf(paul)).toEqual([]);
  await paul.screenshot({ path: picture('waiting-fr') });
  await paul.close();
});

test('once it was rejected the mark is gone, and the payment waits as before', async () => {
  const thomas = await desk.open('thomas', 'treasurer');
  await thomas.goto(`${new URL(thomas.url()).origin}/#/FR01/approvals`);
  await thomas.getByRole('button', { name: 'Reject' }).click();
  await thomas.locator('.toasts').getByText('Rejected.').waitFor();
  await thomas.close();
  await claire.reload();
  await rowOf(claire, 'M. X').waitFor();
  expect(await claire.getByText('for approval').count()).toBe(0);
  expect(await told(`select status from payment where end_to_end_id = 'P-FEE'`)).toEqual([{ status: 'in_review' }]);
});

test('a guarantee is kept back beside a fee, and a new payer is learned only when a second person agrees', async () => {
  await rowOf(claire, 'M. Z').click();
  await claire.locator('.desk h2').getByText('M. Z').waitFor();
  await claire.getByRole('button', { name: 'Allocate' }).click();
  await claire.getByLabel('Search open items').fill('F-2001');
  await claire.locator('.found').getByText('F-2001').click();
  await claire.getByRole('button', { name: 'Several reasons F-2001' }).click();
  const book = claire.getByRole('button', { name: 'Book' });
  expect(await book.isDisabled()).toBe(true);
  await claire.getByLabel('Of this F-2001 1').fill('0,50');
  await claire.getByLabel('What was not paid F-2001', { exact: true }).selectOption('retention');
  await claire.getByLabel('Until F-2001').fill('2027-06-30');
  await claire.getByLabel(/Keep in mind that FR14/).check();
  expect(await axeFaultsOf(claire)).toEqual([]);
  await claire.screenshot({ path: picture('guarantee-en') });
  await book.click();
  await claire.locator('.toasts').getByText('new payer IBAN: one person > two people').waitFor();
  expect(
    await told(`select kind, residual_minor::int as minor, due_date::text as due from open_item
      where document_number like 'F-2001%' order by kind`),
  ).toEqual([
    { kind: 'invoice', minor: 0, due: '2026-03-15' },
    { kind: 'retention', minor: 2_500, due: '2027-06-30' },
  ]);
  const fee = `select sum(amount_minor)::int as minor from posting_line where account = '627'`;
  expect(await told(fee)).toEqual([{ minor: 50 }]);
  expect(await told('select value from payer_alias')).toEqual([]);
  const thomas = await desk.open('thomas', 'treasurer');
  await thomas.goto(`${new URL(thomas.url()).origin}/#/FR01/approvals`);
  await thomas.getByRole('button', { name: 'Approve' }).click();
  await thomas.locator('.toasts').getByText('Approved.').waitFor();
  await thomas.close();
  expect(await told('select value, confirmed_count as count from payer_alias')).toEqual([{ value: iban, count: 1 }]);
});

test('what is no receivable goes to the account that is said', async () => {
  await rowOf(claire, 'M. Y').click();
  await claire.locator('.desk h2').getByText('M. Y').waitFor();
  await claire.getByRole('button', { name: 'Not a receivable' }).click();
  await claire.getByLabel('It is').selectOption('other');
  await claire.getByLabel('Account', { exact: true }).fill('708000');
  await claire.getByRole('button', { name: 'Book' }).click();
  await expect
    .poll(() => told(`select amount_minor::int as minor from posting_line where account = '708000'`))
    .toEqual([{ minor: 100 }]);
});
