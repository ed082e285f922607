import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CurrencyCode } from '../../src/domain/currency.ts';
import type { LedgerId } from '../../src/domain/ids.ts';
import type { LocalDate } from '../../src/domain/local-date.ts';
import type { OpenItemRecord } from '../../src/domain/open-item.ts';
import { importCustomers } from '../../src/ledger/commands/import-customers.ts';
import { importOpenItems } from '../../src/ledger/commands/import-open-items.ts';
import { ensureLedger } from '../../src/ledger/commands/register.ts';
import { registerBankAccount } from '../../src/ledger/commands/register-bank-account.ts';
import { legalTerms } from '../../src/domain/payment-terms.ts';
import { readImportTarget } from '../../src/ledger/queries/import-target.ts';
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
  await importCustomers(
    database.pool,
    books,
    [{ code: 'C1', name: 'Martin SARL', ibans: [], paymentTerms: null }],
    act,
  );
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
  dueDateSource: 'given',
  creditorReference: null,
  purchaseOrder: null,
  discount: null,
  vat: null,
  baseAmountMinor: null,
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

const lastEvent = () =>
  inLedger(database.pool, books, async (tx) => {
    const { rows } = await tx.query<{ body: string }>('select body from audit_event order by sequence desc limit 1');
    return JSON.parse(rows[0]?.body ?? 'null') as unknown;
  });

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
    await importCustomers(
      database.pool,
      books,
      [{ code: 'C2', name: 'Autre SAS', ibans: [], paymentTerms: null }],
      act,
    );
    expect(await take(invoice(), invoice({ customerCode: 'C2' }), invoice({ kind: 'credit_note' }))).toMatchObject({
      added: 3,
    });
  });
});

describe('what is stored beside the money of an item', () => {
  const vat = [
    { rateBp: 2_000, grossMinor: 9_000n },
    { rateBp: 550, grossMinor: 1_000n },
  ];
  const stored = async () => {
    const { rows } = await inLedger(database.pool, books, (tx) =>
      tx.query('select due_date_source, vat, base_minor, version from open_item'),
    );
    return rows;
  };

  test('is the VAT, what it was booked at, and where the due date is from', async () => {
    await take(invoice({ vat, currency: 'USD' as CurrencyCode, baseAmountMinor: 9_150n, dueDateSource: 'derived' }));
    expect(await stored()).toEqual([
      {
        due_date_source: 'derived',
        vat: [
          { rateBp: 2_000, gross: '90.00' },
          { rateBp: 550, gross: '10.00' },
        ],
        base_minor: 9_150n,
        version: 1,
      },
    ]);
  });

  test('told again is no news, told otherwise is a change with before and after', async () => {
    const told = { vat, currency: 'USD' as CurrencyCode, baseAmountMinor: 9_150n };
    await take(invoice(told));
    expect(await take(invoice({ ...told, vat: vat.toReversed() }))).toMatchObject({ changed: 0, unchanged: 1 });
    const now = { ...told, vat: [{ rateBp: 2_000, grossMinor: 10_000n }], baseAmountMinor: 9_160n };
    expect(await take(invoice(now))).toMatchObject({ changed: 1 });
    expect(await stored()).toEqual([
      { due_date_source: 'given', vat: [{ rateBp: 2_000, gross: '100.00' }], base_minor: 9_160n, version: 2 },
    ]);
    const event = await lastEvent();
    expect(event).toMatchObject({
      type: 'open_item.changed',
      details: {
        changedFields: ['baseAmountMinor', 'vat'],
        before: { baseAmountMinor: '9150', vat: [{ rateBp: 2_000, grossMinor: '9000' }, { rateBp: 550 }] },
        after: { baseAmountMinor: '9160', vat: [{ rateBp: 2_000, grossMinor: '10000' }] },
      },
    });
    expect((await verifyLedger(database.pool, books)).violations).toEqual([]);
  });

  test('goes when the ERP says it no more', async () => {
    await take(invoice({ vat }));
    expect(await take(invoice())).toMatchObject({ changed: 1 });
    expect(await stored()).toMatchObject([{ vat: null, base_minor: null }]);
  });
});

describe('a file that repeats what was settled', () => {
  const leave = (...records: OpenItemRecord[]) =>
    importOpenItems(
      database.pool,
      books,
      records.map((record, index) => ({ line: index + 2, record })),
      act,
      { unknownClosed: 'leave' },
    );

  test('closes what is known, and adds nothing that was never open here', async () => {
    await take(invoice());
    const settled = { residualMinor: 0n, asOf: '2026-03-03' as LocalDate };
    const unknown = invoice({ ...settled, customerCode: 'C9', documentNumber: 'FA2025-1' });
    expect(await leave(invoice(settled), unknown)).toEqual({
      added: 0,
      changed: 1,
      closed: 1,
      unchanged: 0,
      stale: 0,
      refused: [],
    });
  });
});

describe('importCustomers', () => {
  const iban = 'FR1420041010050500013M02606';
  const storedCustomers = async () => {
    const { rows } = await inLedger(database.pool, books, (tx) =>
      tx.query<{ said: string }>(
        `select concat_ws(' ', code, name, payment_terms, version, (select string_agg(iban, ',') from customer_iban
           where customer_id = customer.id)) as said from customer order by code`,
      ),
    );
    return rows.map(({ said }) => said);
  };

  test('keeps what was agreed, and replaces it', async () => {
    const agreed = (days: number) => [
      { code: 'C1', name: 'Martin SARL', ibans: [], paymentTerms: { basis: 'eom' as const, days } },
    ];
    expect(await importCustomers(database.pool, books, agreed(45), act)).toMatchObject({ changed: 1 });
    expect(await importCustomers(database.pool, books, agreed(45), act)).toMatchObject({ unchanged: 1 });
    const { baseCurrency, termsOf } = await readImportTarget(database.pool, books, legalTerms);
    expect([baseCurrency, termsOf('C1'), termsOf('C2')]).toEqual(['EUR', { basis: 'eom', days: 45 }, legalTerms]);
    expect(await importCustomers(database.pool, books, agreed(30), act)).toMatchObject({ changed: 1 });
    expect(await storedCustomers()).toEqual(['C1 Martin SARL eom:30 3']);
    expect(await lastEvent()).toMatchObject({
      details: { paymentTerms: 'eom:30', before: { paymentTerms: 'eom:45' } },
    });
  });

  test('adds those that are new and leaves the others, where a file only mentions them', async () => {
    const mentioned = [
      { code: 'C1', name: 'MARTIN', ibans: [iban], paymentTerms: null },
      { code: 'C2', name: 'Autre SAS', ibans: [iban], paymentTerms: null },
    ];
    expect(await importCustomers(database.pool, books, mentioned, act, 'leave')).toEqual({
      added: 1,
      changed: 0,
      unchanged: 1,
    });
    expect(await storedCustomers()).toEqual(['C1 Martin SARL 1', `C2 Autre SAS 1 ${iban}`]);
  });

  test('replaces a name and its IBANs, once', async () => {
    const changed = [
      { code: 'C1', name: 'Martin et Fils SARL', ibans: ['FR1420041010050500013M02606'], paymentTerms: null },
    ];
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
