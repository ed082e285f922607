/** What one person may not do alone: it is seen by everybody until a second one has said something, over a reload too. */
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

const database = await createTestDatabase('second_person');
let books: LedgerId;
let desk: Desk;
let claire: Page;

beforeAll(async () => {
  books = await openBooks(database.pool, 'FR01', 'ACCOUNT');
  await enterItems(database.pool, books, [{ number: 'F-1001', customer: 'MARTIN', amount: '1000.00' }]);
  const statement = { account: 'ACCOUNT', content: 'one', opening: '0.00', closedOn: '2026-03-09' };
  await publishPayments(database.pool, books, statement, [
    { name: 'P-FEE', from: 'M. X', text: 'SOLDE', amount: '976.00', bookedOn: '2026-03-02' },
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
