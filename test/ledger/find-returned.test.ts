/** What came back is found by what names it. The amount confirms, and never finds. */
import { describe, expect, test } from 'vitest';
import type { OpenItemId, PaymentId } from '../../src/domain/ids.ts';
import { isReturn, largestReturnFee, returnReasonOf, returnReasons } from '../../src/domain/return-reasons.ts';
import {
  certainlyCollected,
  namesCollection,
  type CollectedCandidate,
  type CollectedLine,
} from '../../src/ledger/plan/collected-debits.ts';
import { findReturned, type Clearing, type WaitingReturn } from '../../src/ledger/plan/find-returned.ts';
import { day, euros } from '../support/books.ts';

const { currency } = euros('1.00');
const returned = (change: Partial<WaitingReturn> = {}): WaitingReturn => ({
  id: 'return' as PaymentId,
  version: 1,
  side: 'debit',
  currency,
  amountMinor: 10_000n,
  bookingDate: day('2026-03-06'),
  endToEndId: 'E2E-1',
  mandateId: null,
  returnReason: 'AM04',
  ...change,
});
const line = (change: Partial<CollectedLine> = {}): CollectedLine => ({
  reference: 'SDD-2026-03',
  collectionDate: day('2026-03-02'),
  currency,
  collectionMinor: 50_000n,
  endToEndId: 'E2E-1',
  mandateId: 'MANDATE-1',
  openItemId: 'item' as OpenItemId,
  amountMinor: 10_000n,
  ...change,
});
const clearing = (change: Partial<Clearing> = {}): Clearing => ({
  postingId: 'posting',
  openItemId: 'item' as OpenItemId,
  itemSide: 'debit',
  currency,
  leftMinor: 10_000n,
  paymentId: 'payment' as PaymentId,
  paymentSide: 'credit',
  paymentMinor: 50_000n,
  paymentEndToEndId: null,
  paymentMandateId: null,
  paymentTexts: ['SDD-2026-03'],
  ...change,
});
const found = { postingId: 'posting', lines: [{ openItemId: 'item', amountMinor: 10_000n }], feeMinor: 0n };

describe('a debit of a collection', () => {
  test.each([
    ['the batch is named', [clearing()]],
    ['the debit is named', [clearing({ paymentEndToEndId: 'E2E-1', paymentMinor: 10_000n, paymentTexts: [] })]],
    ['the batch has its sum', [clearing({ paymentTexts: [] })]],
    [
      'beside other money',
      [clearing(), clearing({ postingId: 'other', paymentMinor: 10_000n, paymentTexts: ['F-1'] })],
    ],
  ])('is found: %s', (_, clearings) => {
    expect(findReturned(returned(), [line()], clearings)).toEqual(found);
  });

  test.each([
    ['another id', returned({ endToEndId: 'E2E-2' }), [line()], [clearing()]],
    ['money of something else', returned(), [line()], [clearing({ paymentTexts: [], paymentMinor: 10_000n })]],
    ['less is left than was collected', returned(), [line()], [clearing({ leftMinor: 9_999n })]],
    ['less came back', returned({ amountMinor: 9_999n }), [line()], [clearing()]],
    ['it came back before it was collected', returned({ bookingDate: day('2026-03-01') }), [line()], [clearing()]],
    ['two postings of the money have it', returned(), [line()], [clearing(), clearing({ postingId: 'second' })]],
    [
      'two collections used the id',
      returned(),
      [line(), line({ reference: 'SDD-2026-02' })],
      [clearing({ paymentTexts: ['SDD-2026-03', 'SDD-2026-02'] })],
    ],
    ['it is money in', returned({ side: 'credit' }), [line()], [clearing()]],
    [
      'a single debit is not known by its sum',
      returned(),
      [line({ collectionMinor: 10_000n })],
      [clearing({ paymentTexts: [], paymentMinor: 10_000n })],
    ],
  ])('is asked about: %s', (_, payment, lines, clearings) => {
    expect(findReturned(payment, lines, clearings)).toBeNull();
  });

  test('over two documents takes both back', () => {
    const second = { openItemId: 'second' as OpenItemId };
    const lines = [line({ amountMinor: 4_000n }), line({ ...second, amountMinor: 6_000n })];
    expect(findReturned(returned(), lines, [clearing(), clearing(second)])?.lines).toEqual([
      { openItemId: 'item', amountMinor: 4_000n },
      { openItemId: 'second', amountMinor: 6_000n },
    ]);
    expect(findReturned(returned(), lines, [clearing()])).toBeNull();
  });

  test('may have a fee on top, up to 30 of the currency', () => {
    expect(largestReturnFee(currency)).toBe(3_000n);
    expect(findReturned(returned({ amountMinor: 13_000n }), [line()], [clearing()])).toEqual({
      ...found,
      feeMinor: 3_000n,
    });
    expect(findReturned(returned({ amountMinor: 13_001n }), [line()], [clearing()])).toBeNull();
  });
});

describe('a mandate', () => {
  const unnamed = returned({ endToEndId: null, mandateId: 'MANDATE-1' });

  test('names the debit where the bank leaves its id out, if there is one that it can be', () => {
    const earlier = line({ endToEndId: 'E2E-0', openItemId: 'earlier' as OpenItemId });
    const clearedToo = clearing({ openItemId: 'earlier' as OpenItemId });
    expect(findReturned(unnamed, [line()], [clearing()])).toEqual(found);
    expect(findReturned(returned({ endToEndId: null, mandateId: 'MANDATE-2' }), [line()], [clearing()])).toBeNull();
    expect(findReturned(unnamed, [line(), earlier], [clearing(), clearedToo])).toBeNull();
    // What has come back already is not what comes back.
    expect(findReturned(unnamed, [line(), earlier], [clearing()])).toEqual(found);
    expect(findReturned({ ...unnamed, amountMinor: 9_999n }, [line()], [clearing()])).toBeNull();
  });

  test('tells debits of one id apart, and is not asked where one side does not say it', () => {
    const twin = line({ reference: 'SDD-2026-02', mandateId: 'MANDATE-2' });
    const both = clearing({ paymentTexts: ['SDD-2026-03', 'SDD-2026-02'] });
    expect(findReturned(returned({ mandateId: 'MANDATE-1' }), [line(), twin], [both])).toEqual(found);
    expect(findReturned(returned(), [line(), twin], [both])).toBeNull();
    expect(findReturned(returned({ mandateId: 'MANDATE-1' }), [line({ mandateId: null })], [both])).toEqual(found);
    expect(findReturned(returned({ mandateId: 'MANDATE-3' }), [line(), twin], [both])).toBeNull();
  });

  test('names a debit that was credited alone', () => {
    const own = clearing({ paymentMandateId: 'MANDATE-1', paymentMinor: 10_000n, paymentTexts: [] });
    expect(findReturned(unnamed, [], [own])).toEqual(found);
    expect(findReturned(unnamed, [], [{ ...own, paymentMandateId: null }])).toBeNull();
  });
});

describe('a payment of its own', () => {
  const own = (change: Partial<Clearing> = {}) =>
    clearing({ paymentEndToEndId: 'E2E-1', paymentMinor: 10_000n, paymentTexts: [], ...change });
  const note = { openItemId: 'note' as OpenItemId, itemSide: 'credit', leftMinor: 2_000n } as const;

  test('is taken back with all that it cleared, credit notes included', () => {
    const clearings = [own({ leftMinor: 12_000n }), own(note)];
    expect(findReturned(returned(), [], clearings)).toEqual({
      postingId: 'posting',
      lines: [
        { openItemId: 'item', amountMinor: 12_000n },
        { openItemId: 'note', amountMinor: 2_000n },
      ],
      feeMinor: 0n,
    });
  });

  test('that we sent comes back less the fee', () => {
    const refund = own({ itemSide: 'credit', paymentSide: 'debit' });
    expect(findReturned(returned({ side: 'credit', amountMinor: 9_150n }), [], [refund])).toEqual({
      ...found,
      feeMinor: 850n,
    });
  });

  test.each([
    ['a part of it is not applied', [own({ leftMinor: 6_000n })]],
    ['two payments have the id', [own(), own({ paymentId: 'second' as PaymentId, postingId: 'second' })]],
    ['it went the same way', [own({ paymentSide: 'debit' })]],
    ['it is of the same amount only', [clearing({ paymentMinor: 10_000n, paymentTexts: [] })]],
  ])('is asked about: %s', (_, clearings) => {
    expect(findReturned(returned(), [], clearings)).toBeNull();
  });
});

describe('a collection is credited', () => {
  const candidate = (change: Partial<CollectedCandidate> = {}): CollectedCandidate => ({
    paymentId: 'payment' as PaymentId,
    version: 1,
    reference: 'SDD-2026-03',
    endToEndId: null,
    texts: ['REMISE SDD-2026-03 CORE'],
    ...change,
  });

  test.each([
    [['SDD-2026-03'], true],
    [['PRELEVEMENTS (SDD-2026-03)'], true],
    [['SDD-2026-031 SDD-2026-03'], true],
    [['SDD-2026-031'], false],
    [['XSDD-2026-03'], false],
    [[], false],
  ] as const)('by a payment that says %j: %s', (texts, isNamed) => {
    expect(namesCollection(texts, 'SDD-2026-03')).toBe(isNamed);
  });

  test('a short reference has to be all that is said', () => {
    expect([namesCollection(['LOT 12'], '12'), namesCollection(['12'], '12')]).toEqual([false, true]);
  });

  test('by one payment, and by one that can mean nothing else', () => {
    const twin = candidate({ paymentId: 'twin' as PaymentId });
    const other = candidate({ reference: 'SDD-2026-04', texts: ['SDD-2026-03 SDD-2026-04'] });
    expect(certainlyCollected([candidate()])).toEqual([candidate()]);
    expect(certainlyCollected([candidate(), twin])).toEqual([]);
    expect(certainlyCollected([candidate(), other])).toEqual([]);
    expect(certainlyCollected([candidate({ texts: [] })])).toEqual([]);
  });

  test('a collection of one debit, by either name, once', () => {
    const byDebit = candidate({ endToEndId: 'E2E-1', texts: [] });
    expect(certainlyCollected([byDebit])).toEqual([byDebit]);
    expect(certainlyCollected([candidate(), byDebit])).toEqual([candidate()]);
  });
});

describe('reasons of returns', () => {
  test('have one code of each list, and only a contested debt opens a dispute', () => {
    for (const list of [returnReasons.map(({ iso }) => iso), returnReasons.map(({ cfonb }) => cfonb)])
      expect(new Set(list).size).toBe(returnReasons.length);
    expect(returnReasons.filter(({ opensDispute }) => opensDispute).map(({ iso }) => iso)).toEqual(['MD06', 'MS02']);
    expect(returnReasons.filter(({ retry }) => retry === 'once').map(({ iso }) => iso)).toEqual(['AM04', 'MS03']);
  });

  test.each([
    ['AM04', 'AM04'],
    ['20', 'AM04'],
    [' md06 ', 'MD06'],
    ['80', 'MD06'],
    ['NOTPROVIDED', undefined],
    [null, undefined],
  ])('%j is %s', (code, iso) => {
    expect(returnReasonOf(code)?.iso).toBe(iso);
  });

  test.each([
    [null, false, 'PMNT/IDDT/UPDD', true],
    [null, false, 'PMNT-IDDT-PRDD', true],
    [null, false, 'NRTI', true],
    ['AC04', false, null, true],
    [null, true, null, true],
    [null, false, 'PMNT/IDDT/ESDD', false],
    [null, false, null, false],
  ])('reason %j, reversal %s, code %s: %s', (returnReason, isReversal, bankTransactionCode, expected) => {
    expect(isReturn({ returnReason, isReversal, bankTransactionCode })).toBe(expected);
  });
});
