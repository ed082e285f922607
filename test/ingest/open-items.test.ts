import { describe, expect, test } from 'vitest';
import { isCreditorReference, isIban } from '../../src/domain/check-digits.ts';
import { readBankAccountRow } from '../../src/ingest/open-items/bank-account-row.ts';
import { readCustomerRow } from '../../src/ingest/open-items/customer-row.ts';
import { readOpenItemRow } from '../../src/ingest/open-items/open-item-row.ts';
import { rowProblemSentences } from '../../src/ingest/open-items/problems.ts';
import { euroBooks } from '../support/euro-books.ts';

const invoice = {
  customer_code: 'C01023',
  document_number: 'FA2026-00123',
  kind: 'invoice',
  currency: 'EUR',
  amount: '1250.00',
  residual: '250.00',
  issue_date: '2026-01-12',
  due_date: '2026-02-28',
  creditor_reference: 'RF18 5390 0754 7034',
  purchase_order: 'CDE 4500017733',
};

const codeOf = (result: ReturnType<typeof readOpenItemRow>): string => (result.ok ? 'taken' : result.error.code);

describe('an open-item row', () => {
  test('is read into exact minor units, with blanks dropped from its reference', () => {
    expect(readOpenItemRow(invoice, 2, euroBooks)).toEqual({
      ok: true,
      value: {
        customerCode: 'C01023',
        documentNumber: 'FA2026-00123',
        kind: 'invoice',
        currency: 'EUR',
        amountMinor: 125_000n,
        residualMinor: 25_000n,
        issueDate: '2026-01-12',
        dueDate: '2026-02-28',
        dueDateSource: 'given',
        creditorReference: 'RF18539007547034',
        purchaseOrder: 'CDE 4500017733',
        discount: null,
        vat: null,
        baseAmountMinor: null,
        asOf: null,
      },
    });
  });

  test('without a residual is wholly open, and may lack references', () => {
    const { residual: _, creditor_reference: __, purchase_order: ___, ...bare } = invoice;
    const read = readOpenItemRow(bare, 2, euroBooks);
    expect(read).toMatchObject({ value: { residualMinor: 125_000n, creditorReference: null, purchaseOrder: null } });
  });

  test.each([
    ['2', '2026-02-10', { bp: 200, until: '2026-02-10' }],
    ['2.50', '2026-02-10', { bp: 250, until: '2026-02-10' }],
    ['0.1', '2026-02-10', { bp: 10, until: '2026-02-10' }],
    ['99.990', '2026-02-10', { bp: 9_999, until: '2026-02-10' }],
    ['0', '2026-02-10', null],
    ['0.00', '', null],
    ['', '', null],
  ])('takes a discount of %j %% until %j', (percent, until, discount) => {
    const read = readOpenItemRow({ ...invoice, discount_percent: percent, discount_until: until }, 2, euroBooks);
    expect(read).toMatchObject({ ok: true, value: { discount } });
  });

  test.each([
    ['2', '', 'import.value_missing'],
    ['', '2026-02-10', 'import.value_missing'],
    ['2', '2026-02-30', 'import.date_invalid'],
    ['100', '2026-02-10', 'import.percent_invalid'],
    ['2.125', '2026-02-10', 'import.percent_invalid'],
    ['2,5', '2026-02-10', 'import.percent_invalid'],
    ['-2', '2026-02-10', 'import.percent_invalid'],
    ['2 %', '2026-02-10', 'import.percent_invalid'],
  ])('refuses a discount of %j %% until %j', (percent, until, code) => {
    expect(
      codeOf(readOpenItemRow({ ...invoice, discount_percent: percent, discount_until: until }, 2, euroBooks)),
    ).toBe(code);
  });

  test('names its line, its column, what was found and what to do', () => {
    expect(readOpenItemRow({ ...invoice, amount: '1 250,00' }, 17, euroBooks)).toEqual({
      ok: false,
      error: {
        line: 17,
        code: 'import.amount_not_decimal',
        found: '1 250,00',
        message: `amount: ${rowProblemSentences['import.amount_not_decimal']}`,
      },
    });
  });

  test.each([
    [{ amount: '0.01', residual: '0.01' }, 'taken'],
    [{ amount: '0.00', residual: '0.00' }, 'import.amount_zero'],
    [{ residual: '0' }, 'taken'],
    [{ residual: '1250.00' }, 'taken'],
    [{ residual: '1250.01' }, 'import.residual_over_amount'],
    [{ residual: '-0.01' }, 'import.amount_negative'],
    [{ amount: '-1250.00' }, 'import.amount_negative'],
    [{ amount: '' }, 'import.value_missing'],
    [{ amount: '12,34' }, 'import.amount_not_decimal'],
    [{ amount: '1e3' }, 'import.amount_not_decimal'],
    [{ amount: 'NaN' }, 'import.amount_not_decimal'],
    [{ amount: '1250.000' }, 'taken'],
    [{ amount: '1250.001' }, 'import.amount_too_precise'],
    [{ amount: '1250.50', currency: 'JPY' }, 'import.amount_too_precise'],
    [{ amount: '1250', residual: '1', currency: 'JPY' }, 'taken'],
    [{ amount: '92233720368547758.07' }, 'taken'],
    [{ amount: '92233720368547758.08' }, 'import.amount_out_of_range'],
    [{ currency: 'eur' }, 'import.currency_unknown'],
    [{ currency: 'EURO' }, 'import.currency_unknown'],
    [{ currency: '' }, 'import.value_missing'],
    [{ kind: 'Invoice' }, 'import.kind_unknown'],
    [{ kind: 'credit_note' }, 'taken'],
    [{ kind: 'down_payment' }, 'taken'],
    [{ kind: '  ' }, 'import.value_missing'],
    [{ document_number: '' }, 'import.value_missing'],
    [{ document_number: 'F'.repeat(35) }, 'taken'],
    [{ document_number: 'F'.repeat(36) }, 'import.value_too_long'],
    [{ customer_code: ' ' }, 'import.value_missing'],
    [{ customer_code: 'C\u0000' }, 'import.value_not_printable'],
    [{ customer_code: 'C\ud800' }, 'import.value_not_printable'],
    [{ purchase_order: 'P'.repeat(140) }, 'taken'],
    [{ purchase_order: '\u{1F377}'.repeat(140) }, 'taken'],
    [{ purchase_order: 'P'.repeat(141) }, 'import.value_too_long'],
    [{ issue_date: '2024-02-29' }, 'taken'],
    [{ issue_date: '2026-02-29' }, 'import.date_invalid'],
    [{ due_date: '28/02/2026' }, 'import.date_invalid'],
    [{ creditor_reference: 'rf18539007547034' }, 'taken'],
    [{ creditor_reference: 'RF19539007547034' }, 'import.creditor_reference_invalid'],
    [{ creditor_reference: 'RF18539007547043' }, 'import.creditor_reference_invalid'],
    [{ creditor_reference: '210000000003139471430009017' }, 'taken'],
  ] as const)('with %o: %s', (change, expected) => {
    expect(codeOf(readOpenItemRow({ ...invoice, ...change }, 2, euroBooks))).toBe(expected);
  });
});

describe('the due date of an open-item row', () => {
  const agreed = {
    ...euroBooks,
    termsOf: (code: string) => ({ basis: 'eom' as const, days: code === 'C01023' ? 45 : 10 }),
  };

  test.each([
    ['2026-03-15', { dueDate: '2026-03-15', dueDateSource: 'given' }],
    ['', { dueDate: '2026-02-28', dueDateSource: 'derived' }],
    [undefined, { dueDate: '2026-02-28', dueDateSource: 'derived' }],
  ])('is %j as given, else what was agreed with the customer', (due_date, value) => {
    const { due_date: _, ...bare } = invoice;
    expect(readOpenItemRow({ ...bare, ...(due_date === undefined ? {} : { due_date }) }, 2, agreed)).toMatchObject({
      ok: true,
      value,
    });
  });

  test('is 30 days on where nothing was agreed', () => {
    expect(readOpenItemRow({ ...invoice, due_date: '' }, 2, euroBooks)).toMatchObject({
      value: { dueDate: '2026-02-11', dueDateSource: 'derived' },
    });
  });
});

describe('the VAT of an open-item row', () => {
  const codeOfVat = (vat: string, change: object = {}): unknown => {
    const read = readOpenItemRow({ ...invoice, vat, ...change }, 2, euroBooks);
    return read.ok ? read.value.vat : read.error.code;
  };

  test.each([
    ['20:1250.00', [{ rateBp: 2_000, grossMinor: 125_000n }]],
    [
      '20:1144.50|5.5:105.50',
      [
        { rateBp: 2_000, grossMinor: 114_450n },
        { rateBp: 550, grossMinor: 10_550n },
      ],
    ],
    [
      '20: 1144.50; 5.50 : 105.50',
      [
        { rateBp: 2_000, grossMinor: 114_450n },
        { rateBp: 550, grossMinor: 10_550n },
      ],
    ],
    ['0:1250.00', [{ rateBp: 0, grossMinor: 125_000n }]],
    ['100:1250.00', [{ rateBp: 10_000, grossMinor: 125_000n }]],
    ['', null],
  ])('%j is read', (vat, expected) => {
    expect(codeOfVat(vat)).toEqual(expected);
  });

  test.each([
    ['20:1250.01', 'import.vat_sum_differs'],
    ['20:1144.50', 'import.vat_sum_differs'],
    ['100.01:1250.00', 'import.vat_unreadable'],
    ['-20:1250.00', 'import.vat_unreadable'],
    ['5,5:1250.00', 'import.vat_unreadable'],
    ['20:1000.00|20.0:250.00', 'import.vat_unreadable'],
    ['20:1250.00|', 'import.vat_unreadable'],
    ['20:12:50', 'import.vat_unreadable'],
    ['20:1355.50|5.5:-105.50', 'import.amount_negative'],
    ['20:1250,00', 'import.amount_not_decimal'],
    ['20:1250.001', 'import.amount_too_precise'],
  ])('%j is refused: %s', (vat, code) => {
    expect(codeOfVat(vat)).toBe(code);
  });
});

describe('the base amount of an open-item row', () => {
  test.each([
    [{ currency: 'USD', base_amount: '1100.00' }, 110_000n],
    [{ currency: 'USD', base_amount: '' }, null],
    [{ currency: 'USD', base_amount: '0.00' }, 'import.amount_zero'],
    [{ currency: 'USD', base_amount: '1100.005' }, 'import.amount_too_precise'],
    [{ currency: 'USD', base_amount: '-1' }, 'import.amount_negative'],
    [{ currency: 'EUR', base_amount: '1250.00' }, 'import.base_amount_needless'],
  ])('with %o: %s', (change, expected) => {
    const read = readOpenItemRow({ ...invoice, ...change }, 2, euroBooks);
    expect(read.ok ? read.value.baseAmountMinor : read.error.code).toBe(expected);
  });
});

const ibansOf = (ibans: string): unknown => {
  const read = readCustomerRow({ code: 'C01', name: 'Domaine du Clos', ibans }, 2);
  return read.ok ? read.value.ibans : [read.error.code, read.error.found];
};

describe('a customer row', () => {
  const french = 'FR1420041010050500013M02606';
  const german = 'DE89370400440532013000';

  test.each([
    ['', []],
    [french, [french]],
    [french.toLowerCase(), [french]],
    [`${french} ${german}`, [french, german]],
    [`${french};${german}`, [french, german]],
    [`${french} | ${german};${french}`, [french, german]],
    ['FR14 2004 1010 0505 0001 3M02 606', [french]],
    ['FR14 2004 1010 0505 0001 3M02 606 DE89 3704 0044 0532 0130 00', [french, german]],
    ['FR1520041010050500013M02606', ['import.iban_invalid', 'FR1520041010050500013M02606']],
    [`${french};DE89`, ['import.iban_invalid', 'DE89']],
    ['00000000', ['import.iban_invalid', '00000000']],
  ])('reads the IBANs of %j', (written, expected) => {
    expect(ibansOf(written)).toEqual(expected);
  });

  test('needs a code and a name', () => {
    expect(readCustomerRow({ code: '', name: 'x' }, 2)).toMatchObject({ error: { code: 'import.value_missing' } });
    expect(readCustomerRow({ code: 'C1', name: '\t' }, 2)).toMatchObject({ error: { code: 'import.value_missing' } });
  });
});

describe('a bank-account row', () => {
  const account = { identifier: 'de89 3704 0044 0532 0130 00', currency: 'EUR', name: 'Rhein', gl_account: '512200' };

  test('keeps the identifier as statements name it', () => {
    expect(readBankAccountRow(account, 2)).toEqual({
      ok: true,
      value: { identifier: 'DE89370400440532013000', currency: 'EUR', name: 'Rhein', glAccount: '512200' },
    });
    expect(readBankAccountRow({ ...account, identifier: '10070000/0123456' }, 2)).toMatchObject({ ok: true });
  });

  test.each([
    [{ identifier: 'DE88370400440532013000' }, 'import.iban_invalid'],
    [{ identifier: ' ' }, 'import.value_missing'],
    [{ gl_account: '51' }, 'import.gl_account_invalid'],
    [{ gl_account: '512A' }, 'import.gl_account_invalid'],
    [{ currency: 'XXX' }, 'import.currency_unknown'],
    [{ on_missing_statement: 'ignore' }, 'import.policy_unknown'],
    [{ on_balance_mismatch: 'publish' }, 'import.policy_never_unproved'],
    [{ master_format: 'camt.054' }, 'import.master_format_unknown'],
    [{ aliases: 'DE88370400440532013000' }, 'import.iban_invalid'],
  ])('with %o is refused: %s', (change, code) => {
    expect(readBankAccountRow({ ...account, ...change }, 2)).toMatchObject({ ok: false, error: { code } });
  });

  test('says what to do with doubts, in which format it is kept, and how banks name it; what is empty is not said', () => {
    const settings = {
      on_missing_statement: 'publish',
      on_absent_balance: '',
      on_balance_mismatch: 'hold',
      master_format: 'MT940',
      aliases: '3704 0044/532013000 | COBADEFFXXX/532013000',
    };
    expect(readBankAccountRow({ ...account, ...settings }, 2)).toEqual({
      ok: true,
      value: {
        identifier: 'DE89370400440532013000',
        currency: 'EUR',
        name: 'Rhein',
        glAccount: '512200',
        onMissingStatement: 'publish',
        onBalanceMismatch: 'hold',
        masterFormat: 'mt940',
        aliases: ['37040044/532013000', 'COBADEFFXXX/532013000'],
      },
    });
    expect(readBankAccountRow({ ...account, aliases: '-' }, 2)).toMatchObject({ ok: true, value: { aliases: [] } });
  });
});

// Examples printed in the standards and national IBAN pages: none of them was computed here.
test.each(['GB82WEST12345698765432', 'BE68539007547034', 'ES9121000418450200051332', 'CH9300762011623852957'])(
  'the published IBAN %s is whole, and no other digit in its place is',
  (iban) => {
    expect(isIban(iban)).toBe(true);
    const last = iban.at(-1);
    const others = Array.from('0123456789').filter((digit) => digit !== last);
    expect(others.filter((digit) => isIban(iban.slice(0, -1) + digit))).toEqual([]);
  },
);

test.each([
  ['RF18539007547034', true],
  ['RF18000000000539007547034', true],
  ['RF180000000000539007547034', false],
  ['RF18', false],
  ['RF45539007547034', false],
])('the reference %s is valid: %s', (reference, isValid) => {
  expect(isCreditorReference(reference)).toBe(isValid);
});
