/** Books in which every payment waits for a person, made with the ledger's own commands and the engine as built. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { inLedger } from '../../src/ledger/transaction.ts';
import { enterItems, openBooks, publishPayments } from '../../test/support/books.ts';
import type { TestDatabase } from '../../test/support/server-database.ts';

export const builtProgram = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

const paymentsPerStatement = 10_000;
const paymentsPerCustomer = 20;

const decimal = (minor: number): string => `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
// Neighbours get amounts that have nothing to do with each other.
const invoiced = (index: number): number => 10_000 + ((Math.imul(index, 0x9e3779b1) >>> 3) % 900_000);
const customer = (index: number): string => `C${Math.floor(index / paymentsPerCustomer)}`;
const invoice = (index: number, copy: 1 | 2): string => `FA2026-${String(2 * index + copy).padStart(7, '0')}`;

// Its number without a digit, which might be read as a reference.
const inLetters = (index: number): string =>
  String(index).replaceAll(/\d/g, (digit) => 'BCDFGHJKLM'[Number(digit)] ?? '');

const range = (start: number, end: number): readonly number[] =>
  Array.from({ length: end - start }, (_, offset) => start + offset);

/**
 * Every payment fits two invoices of its customer, alike to the cent, and names neither: the engine suggests both and
 * applies none.
 *
 * @returns how many payments wait.
 * @throws when the engine does not end, or when less than all wait.
 */
export async function fillQueue(
  { pool, serviceUrl }: Pick<TestDatabase, 'pool' | 'serviceUrl'>,
  paymentCount: number,
): Promise<number> {
  const ledgerId = await openBooks(pool, 'FR01', 'ACCOUNT');
  let balanceMinor = 0;
  for (let start = 0; start < paymentCount; start += paymentsPerStatement) {
    const indexes = range(start, Math.min(start + paymentsPerStatement, paymentCount));
    const items = indexes.flatMap((index) =>
      ([1, 2] as const).map((copy) => ({
        number: invoice(index, copy),
        customer: customer(index),
        amount: decimal(invoiced(index)),
      })),
    );
    await enterItems(pool, ledgerId, items);
    const day = new Date(Date.UTC(2026, 0, 2 + start / paymentsPerStatement)).toISOString().slice(0, 10);
    await publishPayments(
      pool,
      ledgerId,
      { account: 'ACCOUNT', content: `statement ${start}`, opening: decimal(balanceMinor), closedOn: day },
      indexes.map((index) => ({
        name: `P-${index}`,
        from: `Customer ${customer(index)}`,
        text: `VIREMENT ${inLetters(index)}`,
        amount: decimal(invoiced(index)),
        bookedOn: day,
      })),
    );
    balanceMinor += indexes.reduce((sum, index) => sum + invoiced(index), 0);
  }
  const environment = { ...process.env, DATABASE_URL: serviceUrl };
  const match = spawnSync(process.execPath, [builtProgram, 'match', '--ledger', 'FR01'], {
    env: environment,
    encoding: 'utf8',
  });
  if (match.status !== 0) throw new Error(`matching ended with ${String(match.status)}: ${match.stderr}`);
  const waitingCount = await inLedger(pool, ledgerId, async (tx) => {
    const { rows } = await tx.query<{ count: number }>(
      `select count(*)::int as count from payment where status = 'in_review'`,
    );
    return rows[0]?.count ?? 0;
  });
  if (waitingCount < paymentCount) throw new Error(`only ${waitingCount} of ${paymentCount} payments wait`);
  return waitingCount;
}
