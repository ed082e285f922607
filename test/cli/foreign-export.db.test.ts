/** The shape of the FEC of books in several currencies: amounts in the base currency, what was paid beside them. */
import { afterAll, expect, test } from 'vitest';
import type { LedgerId } from '../../src/domain/ids.ts';
import { registerBankAccount } from '../../src/ledger/commands/register-bank-account.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { act, currencyOf, day, enterItems, openBooks, publishPayments, readNames } from '../support/books.ts';
import { commandLineOf } from '../support/cli.ts';
import { clerkOf } from '../support/clerk.ts';
import { createTestDatabase } from '../support/database.ts';

const database = await createTestDatabase('foreign_exports');
afterAll(() => database.drop());

/** Journal, account, Debit, Credit, Montantdevise, Idevise of each line. */
const fecLines = async (ledger: string) => {
  const { out } = await commandLineOf(database.serviceUrl, ledger)('export', 'postings', '--format', 'fec');
  return out
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split('\t'))
    .map((fields) => [fields[0], fields[4], fields[11], fields[12], fields[16], fields[17]].join(' ').trimEnd());
};
const cents = (amount: string | undefined): bigint => BigInt((amount ?? '').replace(',', ''));
const sumOf = (lines: readonly string[]): bigint =>
  lines.map((line) => line.split(' ')).reduce((sum, [, , debit, credit]) => sum + cents(debit) - cents(credit), 0n);

async function ratesOf(books: LedgerId, currency: string, rate: string): Promise<void> {
  await inLedger(database.pool, books, (tx) =>
    tx.query(
      `insert into exchange_rate (ledger_id, currency, rate_date, rate, source) values ($1, $2, '2026-03-09', $3, 'test')`,
      [books, currency, rate],
    ),
  );
}

test('dollars in books in euros: entries at the rate of the day, invoices at what they were booked at', async () => {
  const books = await openBooks(database.pool, 'in-euros', 'EUROS');
  const bank = { identifier: 'DOLLARS', currency: currencyOf('USD'), name: 'Dollars', glAccount: '512200' };
  await registerBankAccount(database.pool, books, bank, act);
  await ratesOf(books, 'USD', '1.1000');
  const discount = { bp: 200, until: day('2026-03-10') };
  await enterItems(database.pool, books, [
    { number: 'U-1', customer: 'C1', amount: '1000.00', currency: 'USD', booked: '920.00', discount },
  ]);
  const statement = { account: 'DOLLARS', content: 'usd', opening: '0.00', closedOn: '2026-03-10', currency: 'USD' };
  await publishPayments(database.pool, books, statement, [{ name: 'P', amount: '980.00', bookedOn: '2026-03-10' }]);
  const { payment, item } = await readNames(database.pool, books);
  await clerkOf(database.pool, books).ask('settle_payment', {
    paymentId: payment('P'),
    version: 1,
    parts: [
      {
        use: 'items',
        lines: [
          {
            openItemId: item('U-1'),
            residual: '1000.00',
            cleared: '1000.00',
            differences: [{ as: 'discount', amount: '20.00', vat: 'gross' }],
          },
        ],
      },
    ],
  });
  // 980.00 ÷ 1.1 are 890.91; the invoice was booked at 920.00, of which 18.40 are the discount: 10.69 are lost by exchange.
  const lines = await fecLines('in-euros');
  expect(lines).toEqual([
    'BQ 512200 890,91 0,00 980,00 USD',
    'BQ 471 0,00 890,91 980,00 USD',
    'OD 471 890,91 0,00 980,00 USD',
    'OD 411 0,00 920,00 1000,00 USD',
    'OD 665 18,40 0,00 20,00 USD',
    'OD 656 10,69 0,00',
  ]);
  expect(sumOf(lines)).toBe(0n);
  expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
});

test('euros in books in dollars: the dollars are the amounts, and have no Montantdevise', async () => {
  const books = await openBooks(database.pool, 'in-dollars', 'EUROS-2');
  await inLedger(database.ownerPool, books, (tx) =>
    tx.query(`update ledger set base_currency = 'USD' where id = $1`, [books]),
  );
  // Euros for one dollar.
  await ratesOf(books, 'EUR', '0.8000');
  await enterItems(database.pool, books, [
    { number: 'E-1', customer: 'C1', amount: '100.00', booked: '120.00' },
    { number: 'U-1', customer: 'C1', amount: '50.00', currency: 'USD' },
  ]);
  const statement = { account: 'EUROS-2', content: 'eur', opening: '0.00', closedOn: '2026-03-10' };
  await publishPayments(database.pool, books, statement, [{ name: 'P', amount: '140.00', bookedOn: '2026-03-10' }]);
  const { payment, item } = await readNames(database.pool, books);
  const whole = (number: string, amount: string) => ({ openItemId: item(number), residual: amount, cleared: amount });
  await clerkOf(database.pool, books).ask('settle_payment', {
    paymentId: payment('P'),
    version: 1,
    parts: [{ use: 'items', lines: [whole('E-1', '100.00'), { ...whole('U-1', '50.00'), paid: '40.00' }] }],
  });
  // 140.00 € ÷ 0.8 are 175.00 $: 125.00 for what was booked at 120.00, and 50.00.
  const lines = await fecLines('in-dollars');
  expect(lines).toEqual([
    'BQ 512100 175,00 0,00 140,00 EUR',
    'BQ 471 0,00 175,00 140,00 EUR',
    'OD 471 125,00 0,00 100,00 EUR',
    'OD 471 50,00 0,00 40,00 EUR',
    'OD 411 0,00 120,00 100,00 EUR',
    'OD 411 0,00 50,00',
    'OD 756 0,00 5,00',
  ]);
  expect(sumOf(lines)).toBe(0n);
  expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
});
