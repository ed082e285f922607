import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CurrencyCode } from '../../src/domain/currency.ts';
import { money, type Side } from '../../src/domain/money.ts';
import { paymentsOf } from '../../src/domain/payments-of-entry.ts';
import type { Entry, EntryDetail } from '../../src/domain/statement.ts';

const eur = 'EUR' as CurrencyCode;

const detail = (minor: bigint | null, changes: Partial<EntryDetail> = {}): EntryDetail => ({
  amount: minor === null ? null : money(minor, eur),
  side: 'credit',
  endToEndId: null,
  counterpartyName: null,
  counterpartyIban: null,
  ultimateCounterpartyName: null,
  instructedAmount: null,
  exchangeRate: null,
  charges: null,
  remittance: [],
  creditorReference: null,
  mandateId: null,
  returnReason: null,
  ...changes,
});

const entry = (minor: bigint, details: readonly EntryDetail[], changes: Partial<Entry> = {}): Entry => ({
  entryIndex: 0,
  amount: money(minor, eur),
  side: 'credit',
  isReversal: false,
  status: 'booked',
  bookingDate: null,
  valueDate: null,
  bankTransactionCode: null,
  accountServicerReference: null,
  additionalInformation: null,
  batchCount: null,
  batchReference: null,
  charges: null,
  details,
  at: { line: 1, path: 'Ntry' },
  ...changes,
});

const gist = (of: Entry) => paymentsOf(of).map(({ side, amountMinor, batchCount }) => [side, amountMinor, batchCount]);

test('what was ordered in another currency goes with its payment, and the rate as it was written', () => {
  const dollars = money(540n, 'USD' as CurrencyCode);
  const ordered = detail(500n, { instructedAmount: dollars, exchangeRate: '1.08' });
  const payments = paymentsOf(entry(1_000n, [ordered, detail(500n, { exchangeRate: '1.08' })]));
  expect(payments.map(({ instructed }) => instructed)).toEqual([{ ...dollars, rate: '1.08' }, null]);
});

describe('paymentsOf', () => {
  test.each([
    ['without details is one payment', entry(500n, []), [['credit', 500n, null]]],
    ['with one detail is that payment', entry(500n, [detail(null)]), [['credit', 500n, null]]],
    ['with one detail of its amount is that payment', entry(500n, [detail(500n)]), [['credit', 500n, null]]],
    ['whose one detail has another amount keeps its own, in doubt', entry(500n, [detail(510n)]), [['credit', 500n, 1]]],
    [
      'whose one detail is of the other side keeps its own, in doubt',
      entry(500n, [detail(500n, { side: 'debit' })]),
      [['credit', 500n, 1]],
    ],
    [
      'whose one detail has another amount in a batch is a batch',
      entry(500n, [detail(510n)], { batchCount: 3 }),
      [['credit', 500n, 3]],
    ],
    [
      'with details that add up is those',
      entry(500n, [detail(200n), detail(300n)]),
      [
        ['credit', 200n, null],
        ['credit', 300n, null],
      ],
    ],
    [
      'with a net batch keeps the side of each',
      entry(500n, [detail(700n), detail(200n, { side: 'debit' })]),
      [
        ['credit', 700n, null],
        ['debit', 200n, null],
      ],
    ],
    ['one cent off is one payment of that many', entry(501n, [detail(200n), detail(300n)]), [['credit', 501n, 2]]],
    ['with a detail without amount is one payment', entry(500n, [detail(200n), detail(null)]), [['credit', 500n, 2]]],
    ['with only a count is a batch', entry(500n, [], { batchCount: 7 }), [['credit', 500n, 7]]],
    [
      'of one in a batch is a payment like any other',
      entry(500n, [detail(500n)], { batchCount: 1 }),
      [['credit', 500n, null]],
    ],
  ])('an entry %s', (_name, of, expected) => {
    expect(gist(of)).toEqual(expected);
  });

  test('never makes or loses a cent, whatever the details say', () => {
    const anyDetail = fc.record({
      minor: fc.option(fc.bigInt(0n, 1_000n)),
      side: fc.constantFrom<Side>('credit', 'debit'),
    });
    fc.assert(
      fc.property(fc.bigInt(0n, 3_000n), fc.array(anyDetail, { maxLength: 6 }), (minor, details) => {
        const of = entry(
          minor,
          details.map((one) => detail(one.minor, { side: one.side })),
        );
        const sum = paymentsOf(of).reduce(
          (total, { side, amountMinor }) => total + (side === 'credit' ? amountMinor : -amountMinor),
          0n,
        );
        expect(sum).toBe(minor);
        expect(paymentsOf(of).every(({ amountMinor }) => amountMinor >= 0n)).toBe(true);
      }),
    );
  });
});
