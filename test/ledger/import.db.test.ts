import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CurrencyCode } from '../../src/domain/currency.ts';
import type { LedgerId } from '../../src/domain/ids.ts';
import type { LocalDate } from '../../src/domain/local-date.ts';
import type { OpenItemRecord } from '../../src/domain/open-item.ts';
import { importCustomers } from '../../src/ledger/commands/import-customers.ts';
import { importOpenItems } from '../../src/ledger/commands/import-open-items.ts';
import { ensureLedger } from '../../src/ledger/commands/register.ts';
import { registerBankAccount } from '../../src/ledger/commands/register-bank-account.ts';
import { verifyLedger } from '../../src/ledger/queries/verify.ts';
import { inLedger } from '../../src/ledger/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { stoppedClock } from '../support/work.ts';

let database: TestDatabase;
let books: LedgerId;
let ledgerCount = 0;
const act = { actor: 'test', now: stoppedClock };
const eur = 'EUR' as CurrencyCode;

beforeAll(async () => {
  database = await createTestDatabase('import');
});
afterAll(() => database.drop());
beforeEach(async () => {
  ledgerCount += 1;
  books = await ensureLedger(database.pool, `books-${ledgerCount}`, 'Books');
  await importCustomers(database.pool, books, [{ code: 'C1', name: 'Martin SARL', ibans: [] }], act);
});

const invoice = (changes: Partial<OpenItemRecord> = {}): OpenItemRecord => ({
  customerCode: 'C1',
  documentNumber: 'FA2026-00001',
  kind: 'invoice',
  currency: eur,
  amountMinor: 10_000n,
  residualMinor: 10_000n,
  issueDate: '2026-01-15' as LocalDate,
  dueDate: '2026-02-15' as LocalDate,
  creditorReference: null,
  purchaseOrder: null,
  discount: null,
  asOf: '2026-03-02' as LocalDate,
  ...changes,
});

const take = (...records: OpenItemRecord[]) =>
  importOpenItems(
    database.pool,
    books,
    records.map((record, index) => ({ line: index + 2, record })),
    act,
  );

const auditTypes = () =>
  inLedger(database.pool, books, async (tx) => {
    const { rows } = await tx.query<{ body: string }>('select body from audit_event order by sequence');
    return rows.map(({ body }) => (JSON.parse(body) as { type: string }).type);
  });

describe('importOpenItems', () => {
  test('takes the same file twice as once', async () => {
    expect(await take(invoice())).toMatchObject({ added: 1, changed: 0, unchanged: 0, refused: [] });
    const before = await auditTypes();
    expect(await take(invoice())).toMatchObject({ added: 0, changed: 0, unchanged: 1, refused: [] });
    expect(await auditTypes()).toEqual(before);
  });

  test('closes an item that the ERP closed, and says so in the audit chain', async () => {
    await take(invoice());
    const closing = invoice({ residualMinor: 0n, asOf: '2026-03-03' as LocalDate });
    expect(await take(closing)).toMatchObject({ changed: 1, closed: 1 });
    expect(await auditTypes()).toEqual(['customer.added', 'open_items.added', 'open_item.closed']);
    expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
  });

  test('an older export sent again changes nothing', async () => {
    await take(invoice());
    await take(invoice({ residualMinor: 0n, asOf: '2026-03-03' as LocalDate }));
    expect(await take(invoice())).toMatchObject({ changed: 0, stale: 1, refused: [] });
    const { rows } = await inLedger(database.pool, books, (tx) => tx.query('select residual_minor from open_item'));
    expect(rows).toEqual([{ residual_minor: 0n }]);
  });

  test('a day that comes late changes nothing, when a later day has said that nothing changed', async () => {
    const day2 = invoice({ residualMinor: 4_000n, asOf: '2026-03-03' as LocalDate });
    const day3 = invoice({ asOf: '2026-03-04' as LocalDate });
    await take(invoice());
    expect(await take(day3)).toMatchObject({ changed: 0, unchanged: 1 });
    expect(await take(day2)).toMatchObject({ changed: 0, stale: 1 });
    const { rows } = await inLedger(database.pool, books, (tx) => tx.query('select residual_minor from open_item'));
    expect(rows).toEqual([{ residual_minor: 10_000n }]);
    expect(await auditTypes()).toEqual(['customer.added', 'open_items.added']);
  });

  test('refuses a document named twice, an unknown customer and another currency, and takes the rest', async () => {
    await take(invoice());
    const outcome = await take(
      invoice({ documentNumber: 'FA2026-00002' }),
      invoice({ documentNumber: 'FA2026-00002' }),
      invoice({ customerCode: 'C9', documentNumber: 'FA2026-00003' }),
      invoice({ currency: 'USD' as CurrencyCode }),
    );
    expect(outcome.added).toBe(1);
    expect(outcome.refused.map(({ line, code }) => [line, code])).toEqual([
      [3, 'import.duplicate_row'],
      [4, 'import.customer_unknown'],
      [5, 'import.currency_changed'],
    ]);
  });

  test('the same number of two customers, or of two kinds, is two items', async () => {
    await importCustomers(database.pool, books, [{ code: 'C2', name: 'Autre SAS', ibans: [] }], act);
    expect(await take(invoice(), invoice({ customerCode: 'C2' }), invoice({ kind: 'credit_note' }))).toMatchObject({
      added: 3,
    });
  });
});

describe('importCustomers', () => {
  test('replaces a name and its IBANs, once', async () => {
    const changed = [{ code: 'C1', name: 'Martin et Fils SARL', ibans: ['FR1420041010050500013M02606'] }];
    expect(await importCustomers(database.pool, books, changed, act)).toEqual({ added: 0, changed: 1, unchanged: 0 });
    expect(await importCustomers(database.pool, books, changed, act)).toEqual({ added: 0, changed: 0, unchanged: 1 });
  });
});

describe('registerBankAccount', () => {
  test('renames, but never changes the currency', async () => {
    const account = { identifier: `FR${ledgerCount}`, currency: eur, name: 'A', glAccount: '512100' };
    const register = (change: object) => registerBankAccount(database.pool, books, { ...account, ...change }, act);
    expect(await register({})).toBe('registered');
    expect(await register({})).toBe('unchanged');
    expect(await register({ name: 'B' })).toBe('changed');
    await expect(register({ currency: 'USD' as CurrencyCode })).rejects.toMatchObject({
      refusal: { code: 'ledger.bank_account_changed' },
    });
  });
});
