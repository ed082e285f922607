/**
 * What another setting would have done to payments whose truth is known: other rules, another calibration.
 *
 * A calibration may only be tested on payments confirmed after those it was made from. On its own it looks as good as the
 * budget says, whatever it is worth.
 */
import type { PaymentId } from '../../domain/ids.ts';
import { openAllowance, type Calibration } from '../decision/calibration.ts';
import type { ConfirmedOutcome } from './cell-record.ts';

/** The best proposal for a payment, as its certificate has it, held against what was confirmed. */
export type ConfirmedPayment = ConfirmedOutcome &
  Readonly<{
    paymentId: PaymentId;
    /** A gate other than that of the ladder held it back: no setting applies it. */
    isHeldBack: boolean;
  }>;

export type Setting = Readonly<{
  /** Rules of the ladder that are switched off. */
  withoutRules: readonly string[];
  /** Null: the ladder alone. */
  calibration: Calibration | null;
}>;

export type Applied = Readonly<{ applied: number; wrong: number }>;

/** A payment that the two settings decide differently, or that the second would apply wrongly. */
export type BackTestCase = Readonly<{ payment: ConfirmedPayment; isAppliedBefore: boolean; isAppliedAfter: boolean }>;

export type BackTest = Readonly<{ before: Applied; after: Applied; cases: readonly BackTestCase[] }>;

/**
 * Decides each payment under both settings.
 *
 * Each is decided for itself: that two payments of a day would have wanted the same item is not seen here.
 *
 * @returns cases in the order of the history
 */
export function backTest(history: readonly ConfirmedPayment[], before: Setting, after: Setting): BackTest {
  const appliesBefore = applierOf(before);
  const appliesAfter = applierOf(after);
  const decided = history.map((payment) => ({
    payment,
    isAppliedBefore: appliesBefore(payment),
    isAppliedAfter: appliesAfter(payment),
  }));
  return {
    before: totalOf(decided.filter(({ isAppliedBefore }) => isAppliedBefore)),
    after: totalOf(decided.filter(({ isAppliedAfter }) => isAppliedAfter)),
    cases: decided.filter(
      ({ payment, isAppliedBefore, isAppliedAfter }) =>
        isAppliedBefore !== isAppliedAfter || (isAppliedAfter && !payment.isRight),
    ),
  };
}

/** A rule that is switched off is off: what it would have applied is not applied by its record either. */
function applierOf({ withoutRules, calibration }: Setting): (payment: ConfirmedPayment) => boolean {
  const off = new Set(withoutRules);
  const allows = calibration === null ? (_: string, rule: string | null) => rule !== null : openAllowance(calibration);
  return ({ cell, rule, isHeldBack }) => !isHeldBack && (rule === null || !off.has(rule)) && allows(cell, rule);
}

const totalOf = (cases: readonly BackTestCase[]): Applied => ({
  applied: cases.length,
  wrong: cases.filter(({ payment }) => !payment.isRight).length,
});
