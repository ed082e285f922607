/** Allocation by hand: what is booked adds up to the payment, to the cent, or can't be booked. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { components } from '../../src/client/client.ts';
import { decimalOf } from '../../web/src/money.ts';
import {
  choose,
  disputesOf,
  explainRest,
  partsOf,
  rateOf,
  reckon,
  restUses,
  type ChosenItem,
  type Draft,
} from '../../web/src/pages/queue/allocation.ts';
import { clearings, shorts, type Shortfall } from '../../web/src/pages/queue/shortfall.ts';

type Payment = components['schemas']['Payment'];
type OpenItem = components['schemas']['OpenItem'];
const martin = { id: 'c-martin', code: 'MARTIN', name: 'Martin SA' };
const dupont = { id: 'c-dupont', code: 'DUPONT', name: 'Dupont SARL' };

const paymentOf = (value: string, currency = 'EUR', side: 'credit' | 'debit' = 'credit'): Payment => ({
  id: 'payment',
  status: 'in_review',
  reviewReason: 'amount_differs',
  side,
  amount: { value, currency },
  unapplied: { value, currency },
  bookingDate: '2026-03-02',
  isReversal: false,
  returnReason: null,
  bankTransactionCode: null,
  batchCount: null,
  counterpartyName: null,
  counterpartyIban: null,
  remittance: [],
  creditorReference: null,
  endToEndId: null,
  mandateId: null,
  matchRunId: null,
  version: 1,
});
const itemOf = (number: string, value: string, changes: Partial<OpenItem> = {}): OpenItem => ({
  id: number,
  status: 'open',
  customer: martin,
  documentNumber: number,
  kind: 'invoice',
  account: '411',
  amount: { value, currency: 'EUR' },
  residual: { value, currency: 'EUR' },
  disputed: { value: '0.00', currency: 'EUR' },
  baseAmount: null,
  vat: null,
  issueDate: '2026-02-01',
  dueDate: '2026-03-01',
  dueDateSource: 'given',
  creditorReference: null,
  purchaseOrder: null,
  version: 1,
  ...changes,
});

/** Items taken one after the other, as the dialog does. */
const draftOf = (payment: Payment, items: readonly OpenItem[]): Draft =>
  items.reduce<Draft>(
    (draft, item) => ({
      ...draft,
      items: [...draft.items, choose(payment, item, reckon(payment, draft).remainderMinor ?? 0n)],
    }),
    { items: [], rest: [] },
  );
const changed = (draft: Draft, id: string, changes: Partial<ChosenItem>): Draft => ({
  ...draft,
  items: draft.items.map((item) => (item.id === id ? { ...item, ...changes } : item)),
});
const changedShort = (draft: Draft, id: string, changes: Partial<Shortfall>): Draft => ({
  ...draft,
  items: draft.items.map((item) => (item.id === id ? { ...item, shortfall: { ...item.shortfall, ...changes } } : item)),
});
const partsFor = (payment: Payment, draft: Draft) => partsOf(payment, draft, reckon(payment, draft));

describe('the remainder', () => {
  test('two invoices less a credit note take the payment, whatever their order', () => {
    const payment = paymentOf('130.00');
    const items = [itemOf('N-1', '20.00', { kind: 'credit_note' }), itemOf('F-1', '100.00'), itemOf('F-2', '50.00')];
    expect(reckon(payment, draftOf(payment, items)).remainderMinor).toBe(0n);
    expect(partsFor(payment, draftOf(payment, items))).toEqual([
      {
        use: 'items',
        lines: ['20.00', '100.00', '50.00'].map((residual, index) => ({
          openItemId: items[index]?.id,
          residual,
          cleared: residual,
        })),
      },
    ]);
  });

  test('an item that is larger than what is left is paid in part, and stays open for the rest', () => {
    const payment = paymentOf('80.00');
    const draft = draftOf(payment, [itemOf('F-1', '100.00')]);
    expect(reckon(payment, draft).shortMinor.get('F-1')).toBe(2_000n);
    expect(partsFor(payment, draft)).toEqual([
      { use: 'items', lines: [{ openItemId: 'F-1', residual: '100.00', cleared: '80.00' }] },
    ]);
  });

  test.each([
    ['more than the item has left', '100.01'],
    ['no amount', '1o0'],
    ['too many decimals', '1.005'],
    ['less than nothing', '-1'],
  ])('books nothing when %s is paid', (_what, paid) => {
    const payment = paymentOf('200.00');
    const draft = changed(draftOf(payment, [itemOf('F-1', '100.00')]), 'F-1', { paid });
    expect(reckon(payment, draft).remainderMinor).toBeNull();
    expect(partsFor(payment, draft)).toBeNull();
  });

  test('money out pays what we owe: a credit takes, an invoice gives back', () => {
    const payment = paymentOf('70.00', 'EUR', 'debit');
    const draft = draftOf(payment, [itemOf('F-1', '30.00'), itemOf('N-1', '100.00', { kind: 'credit_note' })]);
    expect(reckon(payment, draft).remainderMinor).toBe(0n);
  });
});

describe('what is not paid of an item', () => {
  const payment = paymentOf('95.00');
  const short = (changes: Partial<Shortfall>, item = itemOf('F-1', '100.00')) =>
    partsFor(payment, changedShort(draftOf(payment, [item]), 'F-1', changes));

  test.each([
    ['discount', { as: 'discount', amount: '5.00', vat: 'gross' }],
    ['late_discount', { as: 'discount', amount: '5.00', vat: 'gross', late: true }],
    ['bank_charge', { as: 'bank_charge', amount: '5.00' }],
    ['write_off', { as: 'write_off', amount: '5.00' }],
    ['retention', { as: 'retention', amount: '5.00', dueDate: '2027-03-02' }],
  ] as const)('as %s clears the item in full', (word, difference) => {
    const line = { openItemId: 'F-1', residual: '100.00', cleared: '100.00', differences: [difference] };
    expect(short({ short: word })).toEqual([{ use: 'items', lines: [line] }]);
  });

  test('as a discount corrects the tax where the document says its rates', () => {
    const vat = [{ rateBp: 2_000, gross: '100.00' }];
    expect(short({ short: 'discount' }, itemOf('F-1', '100.00', { vat }))).toMatchObject([
      { lines: [{ differences: [{ vat: 'net' }] }] },
    ]);
    expect(short({ short: 'discount', keepsTax: true }, itemOf('F-1', '100.00', { vat }))).toMatchObject([
      { lines: [{ differences: [{ vat: 'gross' }] }] },
    ]);
  });

  test('is several things at once: parts with their amounts, and one choice for the rest', () => {
    const parts = [
      { id: 1, as: 'bank_charge', amount: '1,5' },
      { id: 2, as: 'retention', amount: '3' },
    ] as const;
    const kept = { parts, keptUntil: '2027-06-30' };
    const differences = [
      { as: 'bank_charge', amount: '1.50' },
      { as: 'retention', amount: '3.00', dueDate: '2027-06-30' },
    ];
    const line = { openItemId: 'F-1', residual: '100.00' };
    expect(short(kept)).toEqual([{ use: 'items', lines: [{ ...line, cleared: '99.50', differences }] }]);
    expect(short({ ...kept, short: 'write_off' })).toEqual([
      {
        use: 'items',
        lines: [{ ...line, cleared: '100.00', differences: [...differences, { as: 'write_off', amount: '0.50' }] }],
      },
    ]);
    const disputed = changedShort(draftOf(payment, [itemOf('F-1', '100.00')]), 'F-1', { ...kept, short: 'dispute' });
    expect(disputesOf(disputed, reckon(payment, disputed))).toMatchObject([{ amount: '0.50' }]);
  });

  test.each([
    ['more than is missing', { parts: [{ id: 1, as: 'write_off', amount: '5.01' }] }],
    ['an amount that can’t be read', { parts: [{ id: 1, as: 'write_off', amount: '' }] }],
    ['a guarantee without its day', { short: 'retention', keptUntil: '' }],
  ] as const)('books nothing with %s', (_what, changes) => {
    expect(short(changes)).toBeNull();
  });

  test('as a dispute stays open, with its cause; an item of which nothing is paid can be disputed too', () => {
    const items = [itemOf('F-1', '95.00'), itemOf('F-2', '40.00', { customer: dupont })];
    const draft = changedShort(draftOf(payment, items), 'F-2', {
      short: 'dispute',
      cause: { category: 'B', code: 'quantity' },
    });
    expect(partsFor(payment, draft)).toMatchObject([{ use: 'items', lines: [{ openItemId: 'F-1' }] }]);
    expect(disputesOf(draft, reckon(payment, draft))).toEqual([
      { openItemId: 'F-2', amount: '40.00', category: 'B', reasonCode: 'quantity' },
    ]);
  });
});

describe('what no item takes', () => {
  const payment = paymentOf('100.00');
  const draft = draftOf(payment, [itemOf('F-1', '60.00'), itemOf('F-2', '30.00', { customer: dupont })]);
  const explained = (use: (typeof restUses)[number], from = draft): Draft => ({
    ...from,
    rest: [...from.rest, explainRest(from.rest.length, use, from, reckon(payment, from))],
  });

  test('has to be explained, if only as what stays', () => {
    expect(partsFor(payment, draft)).toBeNull();
    expect(partsFor(payment, explained('leave'))).toHaveLength(1);
    expect(partsFor(payment, explained('on_account'))).toContainEqual({
      use: 'on_account',
      customerId: dupont.id,
      amount: '10.00',
    });
    expect(partsFor(payment, explained('tax'))).toContainEqual({
      use: 'not_receivable',
      purpose: 'tax',
      amount: '10.00',
    });
  });

  test('goes to another account than the usual one, if that is one', () => {
    const onto = (account: string) => {
      const { items, rest } = explained('other');
      return partsFor(payment, { items, rest: rest.map((line) => ({ ...line, account })) });
    };
    expect(onto('708100')).toContainEqual({
      use: 'not_receivable',
      purpose: 'other',
      amount: '10.00',
      account: '708100',
    });
    expect(onto('65-81')).toBeNull();
  });

  test('is several things at once', () => {
    const [fee] = explained('bank_charge').rest;
    const both = explained('advance', { ...draft, rest: fee === undefined ? [] : [{ ...fee, amount: '2,5' }] });
    expect(partsFor(payment, both)?.slice(1)).toEqual([
      { use: 'not_receivable', purpose: 'bank_charge', amount: '2.50' },
      { use: 'advance', customerId: dupont.id, amount: '7.50' },
    ]);
  });

  test('is kept as a rounding for one customer only, and goes on account of somebody', () => {
    expect(partsFor(payment, explained('write_off'))).toBeNull();
    const own = draftOf(payment, [itemOf('F-1', '99.99')]);
    expect(partsFor(payment, explained('write_off', own))).toMatchObject([{ overpaidWrittenOff: '0.01' }]);
    const nobody = explained('on_account', { items: [], rest: [] });
    expect(partsFor(payment, nobody)).toBeNull();
  });
});

test('an item in another currency says what is paid of it, and the rate that this makes', () => {
  const payment = paymentOf('100.00');
  const dollars = (value: string) => ({ value, currency: 'USD' });
  const item = itemOf('U-1', '120.00', { amount: dollars('120.00'), residual: dollars('120.00') });
  const draft = changed(draftOf(payment, [item]), 'U-1', { pays: '108.43' });
  expect(partsFor(payment, draft)).toEqual([
    { use: 'items', lines: [{ openItemId: 'U-1', residual: '120.00', cleared: '108.43', paid: '100.00' }] },
  ]);
  const [line] = draft.items;
  expect(line === undefined ? null : rateOf(payment, line)).toBe('1.0843');
});

test('whatever is typed, what can be booked takes the payment to the cent', () => {
  const minor = fc.integer({ min: 0, max: 100_000 }).map((value) => decimalOf(BigInt(value), 2));
  const line = fc.record({
    residual: minor,
    paid: fc.oneof(minor, fc.constantFrom('', 'x', '-3', '1,5')),
    kind: fc.constantFrom('invoice', 'credit_note'),
    short: fc.constantFrom(...shorts),
    parts: fc.array(fc.record({ id: fc.nat(), as: fc.constantFrom(...clearings), amount: minor }), { maxLength: 2 }),
  });
  const cents = (decimal: string) => BigInt(decimal.replace('.', ''));
  fc.assert(
    fc.property(minor, fc.array(line, { maxLength: 5 }), fc.constantFrom(...restUses), (amount, lines, use) => {
      const payment = paymentOf(amount);
      const items = lines.map(({ residual, paid, kind, short, parts }, index) => {
        const item = choose(payment, itemOf(`F-${index}`, residual, { kind: kind as OpenItem['kind'] }), 0n);
        const shortfall = kind === 'invoice' ? { ...item.shortfall, short, parts } : item.shortfall;
        return { ...item, paid, shortfall };
      });
      const draft: Draft = { items, rest: [] };
      const reckoning = reckon(payment, draft);
      const rest = (reckoning.remainderMinor ?? 0n) > 0n ? [explainRest(1, use, draft, reckoning)] : [];
      const parts = partsFor(payment, { items, rest });
      if (parts === null) return;
      const taken = parts.map((part) => {
        if (part.use !== 'items') return cents(part.amount);
        const ofLines = part.lines.map(({ openItemId, cleared, differences = [] }) => {
          const paid = differences.reduce((sum, difference) => sum - cents(difference.amount), cents(cleared));
          return items.find(({ id }) => id === openItemId)?.kind === 'credit_note' ? -paid : paid;
        });
        return ofLines.reduce((sum, paid) => sum + paid, cents(part.overpaidWrittenOff ?? '0'));
      });
      const left = rest.filter((one) => one.use === 'leave').reduce((sum, one) => sum + cents(one.amount), 0n);
      expect(taken.reduce((sum, one) => sum + one, left)).toBe(cents(amount));
    }),
  );
});
