import { expect, test } from 'vitest';
import type { PaymentId } from '../../src/domain/ids.ts';
import { backTest, type ConfirmedPayment, type Setting } from '../../src/matching/calibration/back-test.ts';
import { calibrate } from '../../src/matching/decision/calibration.ts';

const ladderAlone: Setting = { withoutRules: [], calibration: null };

const paymentOf = (name: string, fields: Partial<ConfirmedPayment> = {}): ConfirmedPayment => ({
  paymentId: name as PaymentId,
  cell: 'named full exact iban',
  rule: 'full_reference',
  isRight: true,
  isHeldBack: false,
  ...fields,
});

const history: readonly ConfirmedPayment[] = [
  paymentOf('named'),
  paymentOf('named wrongly', { isRight: false }),
  paymentOf('alone in its amount', { rule: 'single', cell: 'single none exact iban' }),
  paymentOf('alone, but another was meant', { rule: 'single', cell: 'single none exact iban', isRight: false }),
  paymentOf('no rule', { rule: null, cell: 'single none exact weak' }),
  paymentOf('refund', { isHeldBack: true }),
];
const namesOf = (setting: Setting, after: Setting): readonly string[] =>
  backTest(history, setting, after).cases.map(({ payment }) => payment.paymentId);

test('the same setting twice: no change, and the payments that are applied wrongly', () => {
  const { before, after } = backTest(history, ladderAlone, ladderAlone);
  expect(before).toEqual({ applied: 4, wrong: 2 });
  expect(after).toEqual(before);
  expect(namesOf(ladderAlone, ladderAlone)).toEqual(['named wrongly', 'alone, but another was meant']);
});

test('without a rule its payments are asked about, right or wrong, and each is named', () => {
  const { after, cases } = backTest(history, ladderAlone, { withoutRules: ['single'], calibration: null });
  expect(after).toEqual({ applied: 2, wrong: 1 });
  expect(cases.filter(({ isAppliedBefore, isAppliedAfter }) => isAppliedBefore && !isAppliedAfter)).toHaveLength(2);
  expect(cases.map(({ payment }) => payment.paymentId)).toEqual([
    'named wrongly',
    'alone in its amount',
    'alone, but another was meant',
  ]);
});

/** Sixty thousand named ones for room in the budget; the amount alone was often wrong, and right for weak payers. */
const recordOf = (cell: string, rule: string | null, right: number, wrong: number) =>
  Array.from({ length: right + wrong }, (_, index) => ({ cell, rule, isRight: index >= wrong }));
const earlier = [
  ...recordOf('named full exact iban', 'full_reference', 60_000, 0),
  ...recordOf('single none exact iban', 'single', 90, 10),
  ...recordOf('single none exact weak', null, 5_000, 0),
];
const calibrated: Setting = { withoutRules: [], calibration: calibrate(earlier, { wrong: 1, of: 10_000 }, 'on') };

test('a calibration takes away and adds; what a gate held back stays held back', () => {
  const { after, cases } = backTest(history, ladderAlone, calibrated);
  expect(after).toEqual({ applied: 3, wrong: 1 });
  expect(cases.map(({ payment, isAppliedAfter }) => [payment.paymentId, isAppliedAfter])).toEqual([
    ['named wrongly', true],
    ['alone in its amount', false],
    ['alone, but another was meant', false],
    ['no rule', true],
  ]);
});

test('a calibration in shadow changes nothing', () => {
  const shadow: Setting = { withoutRules: [], calibration: calibrate(earlier, { wrong: 1, of: 10_000 }, 'shadow') };
  expect(backTest(history, ladderAlone, shadow).after).toEqual(backTest(history, ladderAlone, ladderAlone).after);
});

test('a rule that is switched off is not brought back by a good record', () => {
  const { after } = backTest(history, ladderAlone, { ...calibrated, withoutRules: ['full_reference'] });
  expect(after).toEqual({ applied: 1, wrong: 0 });
});
