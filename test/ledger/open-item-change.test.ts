import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CurrencyCode } from '../../src/domain/currency.ts';
import type { LocalDate } from '../../src/domain/local-date.ts';
import type { OpenItemRecord } from '../../src/domain/open-item.ts';
import { planOpenItemChange, type StoredOpenItem } from '../../src/ledger/plan/open-item-change.ts';

const day = '2026-01-31' as LocalDate;
const terms = {
  issueDate: day,
  dueDate: day,
  dueDateSource: 'given' as const,
  creditorReference: null,
  purchaseOrder: null,
  vat: null,
  baseAmountMinor: null,
};
const discount = { bp: 200, until: '2026-02-10' as LocalDate };
const dated = (asOf: string) => ({ asOf: asOf as LocalDate });

/** An item of 100.00 that we know as taken on whole, with `cleared` applied by us and `acknowledged` of it in the ERP. */
const stored = (cleared = 0n, acknowledged = 0n, elsewhere = 0n): StoredOpenItem => ({
  ...terms,
  discountBp: null,
  discountUntil: null,
  currency: 'EUR',
  amountMinor: 10_000n,
  residualMinor: 10_000n - cleared - elsewhere,
  importedResidualMinor: 10_000n - acknowledged - elsewhere,
  clearedMinor: cleared,
  acknowledgedMinor: acknowledged,
  importedAsOf: '2026-02-02',
});

const row = (residualMinor: bigint, change: Partial<OpenItemRecord> = {}): OpenItemRecord => ({
  ...terms,
  discount: null,
  customerCode: 'C1',
  documentNumber: 'FA1',
  kind: 'invoice',
  currency: 'EUR' as CurrencyCode,
  amountMinor: 10_000n,
  residualMinor,
  asOf: null,
  ...change,
});

describe('planOpenItemChange', () => {
  test.each([
    ['says nothing new', stored(), row(10_000n), 'nothing_new'],
    ['closes what the ERP cleared', stored(), row(0n), { residualMinor: 0n, clearedElsewhereMinor: 10_000n }],
    [
      'does not clear twice what we applied and the ERP took over',
      stored(10_000n),
      row(0n),
      { residualMinor: 0n, clearedElsewhereMinor: 0n, acknowledgedMinor: 10_000n },
    ],
    [
      'tells our part from the ERP’s',
      stored(6_000n),
      row(1_000n),
      { residualMinor: 1_000n, clearedElsewhereMinor: 3_000n, acknowledgedMinor: 6_000n },
    ],
    ['leaves alone what the ERP does not know yet', stored(10_000n), row(10_000n), 'nothing_new'],
    ['passes over an older row', stored(0n, 0n, 4_000n), row(10_000n, dated('2026-02-01')), 'stale'],
    [
      'reopens what the ERP took back, told on a later day',
      stored(0n, 0n, 4_000n),
      row(10_000n, dated('2026-02-03')),
      { residualMinor: 10_000n, clearedElsewhereMinor: -4_000n },
    ],
    [
      'takes a new due date',
      stored(),
      row(10_000n, { dueDate: '2026-03-31' as LocalDate }),
      { changedFields: ['dueDate'], residualMinor: 10_000n },
    ],
    [
      'takes new terms of discount',
      stored(),
      row(10_000n, { discount }),
      { changedFields: ['discountBp', 'discountUntil'], residualMinor: 10_000n },
    ],
    [
      'keeps terms told again',
      { ...stored(), discountBp: 200, discountUntil: discount.until },
      row(10_000n, { discount }),
      'nothing_new',
    ],
    [
      'drops terms that the ERP dropped',
      { ...stored(), discountBp: 200, discountUntil: discount.until },
      row(10_000n),
      { changedFields: ['discountBp', 'discountUntil'] },
    ],
    [
      'takes VAT shares, what it was booked at and a due date that is given now',
      { ...stored(), dueDateSource: 'derived' as const },
      row(10_000n, { vat: [{ rateBp: 2_000, grossMinor: 10_000n }], baseAmountMinor: 9_000n }),
      { changedFields: ['dueDateSource', 'baseAmountMinor', 'vat'], residualMinor: 10_000n },
    ],
    [
      'sees no news in VAT shares in another order',
      {
        ...stored(),
        vat: [
          { rateBp: 2_000, grossMinor: 6_000n },
          { rateBp: 550, grossMinor: 4_000n },
        ],
      },
      row(10_000n, {
        vat: [
          { rateBp: 550, grossMinor: 4_000n },
          { rateBp: 2_000, grossMinor: 6_000n },
        ],
      }),
      'nothing_new',
    ],
    [
      'takes another share at the same rates',
      {
        ...stored(),
        vat: [
          { rateBp: 2_000, grossMinor: 6_000n },
          { rateBp: 550, grossMinor: 4_000n },
        ],
      },
      row(10_000n, {
        vat: [
          { rateBp: 2_000, grossMinor: 4_000n },
          { rateBp: 550, grossMinor: 6_000n },
        ],
      }),
      { changedFields: ['vat'] },
    ],
    [
      'takes a corrected amount',
      stored(),
      row(9_000n, { amountMinor: 9_000n }),
      { amountMinor: 9_000n, residualMinor: 9_000n, amountChangedMinor: -1_000n, clearedElsewhereMinor: 0n },
    ],
  ])('%s', (_name, before, record, expected) => {
    const plan = planOpenItemChange(before, record);
    if (typeof expected === 'string') expect(plan).toEqual({ ok: true, value: expected });
    else expect(plan).toMatchObject({ ok: true, value: expected });
  });

  test.each([
    ['another currency', stored(), row(10_000n, { currency: 'USD' as CurrencyCode }), 'import.currency_changed'],
    [
      'another amount after an allocation',
      stored(1n),
      row(9_000n, { amountMinor: 9_000n }),
      'import.amount_changed_after_allocation',
    ],
    ['a rise without a later day', stored(0n, 0n, 4_000n), row(10_000n), 'import.residual_rises_undated'],
    [
      'a rise on the same day',
      stored(0n, 0n, 4_000n),
      row(10_000n, dated('2026-02-02')),
      'import.residual_rises_undated',
    ],
    [
      'a rise where we have allocated',
      stored(5_000n, 5_000n),
      row(6_000n, dated('2026-02-03')),
      'import.residual_rises_after_allocation',
    ],
  ])('refuses %s', (_name, before, record, error) => {
    expect(planOpenItemChange(before, record)).toEqual({ ok: false, error });
  });

  test('keeps amount = residual + cleared by us + cleared elsewhere, whatever the ERP says and however often', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('import' as const), residual: fc.bigInt(0n, 10_000n) }),
      fc.record({ kind: fc.constant('apply' as const), part: fc.bigInt(0n, 10_000n) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let item = stored();
        let elsewhere = 0n;
        for (const next of steps) {
          if (next.kind === 'apply') {
            const part = next.part < item.residualMinor ? next.part : item.residualMinor;
            item = { ...item, residualMinor: item.residualMinor - part, clearedMinor: item.clearedMinor + part };
          } else {
            const plan = planOpenItemChange(item, row(next.residual, dated('2026-02-03')));
            if (plan.ok && typeof plan.value !== 'string') {
              elsewhere += plan.value.clearedElsewhereMinor;
              const { residualMinor, acknowledgedMinor } = plan.value;
              item = { ...item, residualMinor, acknowledgedMinor, importedResidualMinor: next.residual };
            }
          }
          expect(item.residualMinor).toBeGreaterThanOrEqual(0n);
          expect(item.acknowledgedMinor).toBeLessThanOrEqual(item.clearedMinor);
          expect(item.residualMinor + item.clearedMinor + elsewhere).toBe(item.amountMinor);
        }
      }),
    );
  });
});
