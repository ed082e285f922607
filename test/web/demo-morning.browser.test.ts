/**
 * A clerk's morning after the three demo nights, end to end: once with the keys alone, once with the mouse. What it did is
 * read from the database.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { demoFolders } from '../../src/cli/commands/demo.ts';
import { night } from '../../src/cli/commands/night.ts';
import type { LedgerId } from '../../src/domain/ids.ts';
import { ensureLedger } from '../../src/ledger/commands/register.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { importRecords } from '../../src/workers/jobs/import-records.ts';
import { openThreads } from '../../src/workers/threads.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { silentOutput, testContext } from '../support/work.ts';
import { openDesk, type Desk } from './browser.ts';
import { chosenRow, keyboardOf, mouseOf, type Hands } from './hands.ts';

const termsOfPayment = [
  'customer_code;document_number;kind;currency;amount;issue_date;due_date;creditor_reference;discount_percent;discount_until;vat',
  'C1016;FA2026-00367;invoice;EUR;11395.21;2026-02-25;2026-04-11;RF4210162600367;3;2026-03-31;20:11395.21',
].join('\n');

describe.each([
  ['the keys alone', keyboardOf],
  ['the mouse', mouseOf],
] as const)('with %s', (_with, handsOf) => {
  let database: TestDatabase;
  let books: LedgerId;
  let desk: Desk;
  let claire: Page;
  let hands: Hands;

  beforeAll(async () => {
    database = await createTestDatabase('demo_morning');
    const threads = openThreads(2);
    const context = testContext(database, threads);
    for (const folder of await demoFolders()) await night({ context }, silentOutput, { ledger: 'demo', folder });
    books = await ensureLedger(database.pool, 'demo', 'Demo');
    // The ERP tells of an early-payment discount: the demo nights know none.
    const folder = await mkdtemp(join(tmpdir(), 'lettrage-'));
    const told = join(folder, 'open-items.csv');
    await writeFile(told, termsOfPayment);
    await importRecords(context, books, 'open-items', told);
    await rm(folder, { recursive: true });
    await threads.close();
    desk = await openDesk(database.pool);
    claire = await desk.open('claire', 'clerk');
    hands = handsOf(claire);
    await hands.goTo('q', 'Queue');
    await chosenRow(claire).waitFor();
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
  /** Minor units left of documents, in the order asked. */
  const left = async (...numbers: readonly string[]): Promise<readonly (number | undefined)[]> => {
    const rows = await told<{ number: string; minor: number }>(
      'select document_number as number, residual_minor::int as minor from open_item',
    );
    return numbers.map((number) => rows.find((row) => row.number === number)?.minor);
  };
  const unapplied = async (words: string) =>
    (
      await told<{ minor: number }>(
        `select unapplied_minor::int as minor from payment where array_to_string(remittance, ' ') like '%${words}%'`,
      )
    )[0]?.minor;
  /** What of the payment with these words stands, by its means. */
  const cleared = (words: string) =>
    told(`select means, sum(allocation.amount_minor)::int as minor from allocation
      join payment on payment.ledger_id = allocation.ledger_id and payment.id = payment_id
      where array_to_string(remittance, ' ') like '%${words}%' group by means order by means`);
  const says = (page: Page, text: string | RegExp) => page.locator('.toasts').getByText(text).last().waitFor();
  const book = () => hands.press(claire.getByRole('button', { name: 'Book' }));
  const take = async (number: string) => {
    const search = claire.getByLabel('Search open items');
    await hands.write(search, number);
    await hands.takeFound(search, claire.locator('.found').getByText(number, { exact: true }));
    await claire.getByLabel(`Amount ${number}`).waitFor();
  };

  test('a suggestion is accepted; another is accepted and taken back', async () => {
    await hands.open('RECHNUNG FA2025-02068');
    await claire.getByText('Suggestion 1').waitFor();
    await hands.hand('Enter', 'Accept');
    await expect.poll(() => left('FA2025-02068')).toEqual([0]);
    expect(await cleared('RECHNUNG FA2025-02068')).toEqual([
      { means: 'payment', minor: 183_461 },
      { means: 'write_off', minor: 1 },
    ]);
    await hands.open('SUCCESSION');
    await claire.getByText('Suggestion 1').waitFor();
    await hands.hand('Enter', 'Accept');
    await expect.poll(() => left('FA2026-00255')).toEqual([0]);
    await says(claire, 'Booked.');
    await hands.undo();
    await says(claire, 'Taken back.');
    expect([await left('FA2026-00255'), await unapplied('SUCCESSION')]).toEqual([[90_515], 90_515]);
    await chosenRow(claire).getByText('SUCCESSION').waitFor();
  });

  test('a payment is split over two invoices of two customers, less a credit note; what is short stays open', async () => {
    await hands.open('REGLEMENT FA2026-00052');
    await hands.hand('h', 'Allocate');
    // The dialog begins with the suggestion, which is not what this is about.
    await hands.press(claire.getByRole('button', { name: 'Take out FA2025-02032' }));
    for (const number of ['AV2025-0123', 'FA2026-00312', 'FA2025-01957']) await take(number);
    await claire.getByText('All is explained').waitFor();
    await book();
    await expect.poll(() => left('AV2025-0123', 'FA2026-00312', 'FA2025-01957')).toEqual([0, 0, 4_884]);
    expect(await unapplied('FA2026-00052')).toBe(0);
  });

  test('what is short becomes a dispute with its cause', async () => {
    await hands.open('FA2026-00087 FA2026-00149 FA2026-00372');
    await claire.getByText('Suggestion 1').waitFor();
    await hands.hand('h', 'Allocate');
    await claire.getByText('All is explained').waitFor();
    await hands.choose(claire.getByLabel('What was not paid FA2026-00372'), 'dispute');
    await hands.choose(claire.getByLabel('Cause FA2026-00372'), 'B quantity');
    await book();
    await expect
      .poll(() => told('select category, reason_code as code, amount_minor::int as minor, state from dispute'))
      .toEqual([{ category: 'B', code: 'quantity', minor: 3_720, state: 'open' }]);
    expect(await left('FA2026-00087', 'FA2026-00149', 'FA2026-00372')).toEqual([0, 0, 3_720]);
  });

  test('what is kept back as the document allows is a discount, with its tax', async () => {
    await hands.open('FACT SOUS ESCOMPTE');
    await claire.getByText('Suggestion 1').waitFor();
    await hands.hand('h', 'Allocate');
    await claire.getByText('All is explained').waitFor();
    await hands.choose(claire.getByLabel('What was not paid FA2026-00367'), 'discount');
    await book();
    await expect.poll(() => left('FA2025-01952', 'FA2026-00367')).toEqual([0, 0]);
    expect(await cleared('FACT SOUS ESCOMPTE')).toEqual([
      { means: 'discount', minor: 23_135 },
      { means: 'payment', minor: 1_133_637 },
    ]);
    // 231.35 with 20 % of VAT in it.
    expect(
      await told(`select account, sum(amount_minor)::int as minor from posting_line
        where account in ('665', '44571') and side = 'debit' group by account order by account`),
    ).toEqual([
      { account: '44571', minor: 3_856 },
      { account: '665', minor: 19_279 },
    ]);
  });

  test('what is above a limit waits for a second person, who agrees', async () => {
    await hands.open('FACTURE FA2026-00075 ORIANNE OUEST');
    await hands.hand('t', 'Transfer');
    const search = claire.getByLabel('Search open items');
    await hands.write(search, 'FA2026-00075');
    await hands.takeFound(search, claire.locator('.found').getByText('FA2026-00075', { exact: true }));
    const customer = claire.getByRole('searchbox', { name: 'To the customer' });
    await hands.write(customer, 'Groupe Orianne');
    await hands.takeFound(customer, claire.getByRole('dialog').getByRole('option').first());
    await book();
    await says(claire, /A second person has to agree/);
    expect(await left('FA2026-00075')).toEqual([512_064]);
    await hands.goTo('a', 'Approvals');
    await claire.getByText('You asked for this').waitFor();
    const thomas = await desk.open('thomas', 'treasurer');
    const second = handsOf(thomas);
    await second.goTo('a', 'Approvals');
    await second.write(thomas.getByLabel('Reason'), 'They pay for their sister company');
    await second.press(thomas.getByRole('button', { name: 'Approve' }));
    await says(thomas, 'Approved.');
    await thomas.close();
    expect(await told('select author, decision, approver, reason from approval')).toEqual([
      { author: 'claire', decision: 'approved', approver: 'thomas', reason: 'They pay for their sister company' },
    ]);
    expect(
      await told(`select customer.name, residual_minor::int as minor from open_item
        join customer on customer.ledger_id = open_item.ledger_id and customer.id = customer_id
        where document_number like 'FA2026-00075%' order by name`),
    ).toEqual([
      { name: 'Groupe Orianne Distribution SAS', minor: 512_064 },
      { name: 'Orianne Ouest SARL', minor: 0 },
    ]);
    await hands.goTo('q', 'Queue');
    await chosenRow(claire).waitFor();
  });

  test('money without an invoice goes on account of its customer', async () => {
    await hands.open('VERSEMENT EN COMPTE');
    await hands.hand('o', 'On account');
    const customer = claire.getByRole('searchbox', { name: 'Customer' });
    await hands.write(customer, 'Duvivi');
    await hands.takeFound(customer, claire.getByRole('dialog').getByRole('option').first());
    await book();
    await expect.poll(() => unapplied('VERSEMENT EN COMPTE')).toBe(0);
    expect(
      await told(`select kind, residual_minor::int as minor, upper(customer.name) like '%DUVIVI%' as isTheirs
        from open_item join customer on customer.ledger_id = open_item.ledger_id and customer.id = customer_id
        where kind = 'on_account'`),
    ).toEqual([{ kind: 'on_account', minor: 200_000, istheirs: true }]);
  });

  test('of two clerks the slower is told who was faster, and nothing is booked twice', async () => {
    await hands.open('ABONNEMENT CONSIGNE');
    await claire.getByText('Suggestion 1').waitFor();
    const paul = await desk.open('paul', 'clerk');
    const others = handsOf(paul);
    await others.goTo('q', 'Queue');
    await others.open('ABONNEMENT CONSIGNE');
    await paul.getByText('claire is looking at this').waitFor();
    await paul.getByText('Suggestion 1').waitFor();
    await others.hand('Enter', 'Accept');
    await says(paul, 'Booked.');
    await hands.hand('Enter', 'Accept');
    await says(claire, /paul was faster: Suggestion accepted/);
    await claire.getByText('No payment waits with these filters.').first().waitFor();
    await paul.close();
    expect(await unapplied('ABONNEMENT CONSIGNE')).toBe(0);
    expect(await cleared('ABONNEMENT CONSIGNE')).toEqual([{ means: 'payment', minor: 19_800 }]);
  });
});
