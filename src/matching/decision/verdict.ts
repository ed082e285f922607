/** What becomes of a payment: applied by a rule of the ladder, or a question with the first reason against it. */
import type { GateResult, Payment, ReviewReason } from '../../domain/match.ts';
import { amountClasses, type AmountClass, type Draft } from '../hypotheses/draft.ts';
import { payerLevel } from '../payer/identify-payer.ts';
import type { Situation } from '../situation.ts';
import { says } from '../text/numbers.ts';
import { wordClass } from '../text/word-classes.ts';
import { allows, type Calibration } from './calibration.ts';
import { cellOf } from './evidence-cell.ts';
import { ruleFor } from './ladder.ts';
import type { Ranked } from './rank.ts';

export type Verdict = Readonly<{
  action: 'apply' | 'review';
  /** For `review`: the first gate that was not passed. */
  reason: ReviewReason | null;
  gates: readonly GateResult[];
  /** For `apply`: the rule of the ladder. */
  rule: string | null;
}>;

/** What a ledger lets be applied without a person. */
export type MatchingPolicy = Readonly<{
  /** Differences that the ledger can book by itself; a payment with any other is asked about. */
  amountClasses: readonly AmountClass[];
  /** Rules of the ladder that are switched off. */
  withoutRules: readonly string[];
  /** What the ledger's own history says of evidence cells, or null: the ladder decides alone. */
  calibration: Calibration | null;
}>;

export const everything: MatchingPolicy = { amountClasses, withoutRules: [], calibration: null };

/** `PMNT/ICDT/RRTN`, `NRTI`: a transfer that came back, whatever else the bank says about it. */
const returnCode = /(?:^|[/-])RRTN$|^[FNS]RTI$/;
/** Transfers we issued and debits we received: of these families, money in is our own money. */
const ownMoneyCode = /^PMNT[/-](?:ICDT|RDDT|ICHQ)[/-]/;
const cardCode = /^PMNT[/-](?:CCRD|MCRD)[/-]/;

/** Points by which the best hypothesis must stand before the next. */
const clearDistance = 6;

type Facts = Readonly<{
  situation: Situation;
  best: Ranked | undefined;
  second: Ranked | undefined;
  rule: string | null;
  policy: MatchingPolicy;
}>;

export const isReturned = (payment: Payment): boolean => {
  const code = payment.bankTransactionCode ?? '';
  return (
    payment.returnReason !== null ||
    payment.isReversal ||
    returnCode.test(code) ||
    (payment.side === 'credit' && ownMoneyCode.test(code))
  );
};

const isCollection = ({ best }: Facts): boolean => best?.draft.selection === 'collection';
const isNamed = ({ best }: Facts): boolean => (best?.draft.reference ?? 0) > 0;

/** Money that is no payment of an invoice, by its kind or by its words. */
function isReceivable(facts: Facts): boolean {
  const { payment, numbers } = facts.situation;
  if (cardCode.test(payment.bankTransactionCode ?? '')) return false;
  if (isNamed(facts) || isCollection(facts)) return true;
  return (
    !says(numbers, wordClass.notReceivable) && !says(numbers, wordClass.advance) && !says(numbers, wordClass.partial)
  );
}

/** The next hypothesis is no other explanation when it clears a part of the same items and leaves money over. */
function standsClear({ best, second }: Facts): boolean {
  if (best === undefined || second === undefined || second.points <= best.points - clearDistance) return true;
  const inside = second.draft.lines.every(({ item }) => best.draft.lines.some((line) => line.item === item));
  return inside && second.draft.amountClass !== 'exact';
}

/** Every gate is a claim that holds (passed) or does not; in the order in which the first that fails is the reason. */
const gates: readonly Readonly<{ gate: ReviewReason; holds: (facts: Facts) => boolean }>[] = [
  { gate: 'returned_payment', holds: ({ situation }) => !isReturned(situation.payment) },
  {
    gate: 'outgoing_payment',
    holds: ({ situation }) => situation.payment.side === 'credit' || isReturned(situation.payment),
  },
  {
    gate: 'batch_without_details',
    holds: (facts) => facts.situation.payment.batchCount === null || isCollection(facts),
  },
  {
    gate: 'refund_wording',
    holds: ({ situation }) => !says(situation.numbers, wordClass.refund) && !situation.namesOwnCreditNote,
  },
  { gate: 'not_a_receivable', holds: isReceivable },
  { gate: 'no_reference_found', holds: ({ best, situation }) => best !== undefined || situation.namesOnlyPaid },
  {
    gate: 'reference_already_paid',
    holds: (facts) => isNamed(facts) || (!facts.situation.namesOnlyPaid && !facts.best?.draft.notes.includes('paid')),
  },
  {
    gate: 'payer_is_other_customer',
    holds: (facts) => {
      const { best, situation } = facts;
      return best?.draft.payer !== payerLevel.other && (isNamed(facts) || !situation.payer.isContradictory);
    },
  },
  { gate: 'several_explanations', holds: (facts) => (facts.best?.draft.rivals ?? 0) === 0 && standsClear(facts) },
  { gate: 'repeated_payment', holds: ({ best }) => !best?.draft.notes.includes('repeated') },
  {
    gate: 'amount_differs',
    holds: ({ best, rule }) =>
      rule !== null || best === undefined || !['partial', 'over', 'short'].includes(best.draft.amountClass),
  },
  // What was not read may say anything.
  {
    gate: 'not_certain',
    holds: ({ best, rule, situation }) => best === undefined || (rule !== null && !situation.scan.isCut),
  },
  {
    gate: 'not_bookable',
    holds: ({ best, policy }) => best === undefined || policy.amountClasses.includes(best.draft.amountClass),
  },
];

export const gateOrder: readonly ReviewReason[] = gates.map(({ gate }) => gate);

/** The rule that stands after the ledger's own history was asked; `calibrated` where only that history speaks. */
function calibrated(draft: Draft, rule: string | null, { calibration }: MatchingPolicy): string | null {
  if (calibration === null || draft.rivals > 0) return rule;
  return allows(calibration, cellOf(draft), rule) ? (rule ?? 'calibrated') : null;
}

export function judge(situation: Situation, ranked: readonly Ranked[], policy: MatchingPolicy): Verdict {
  const [best, second] = ranked;
  const fitting = best === undefined ? null : ruleFor(best.draft);
  const allowed = fitting !== null && policy.withoutRules.includes(fitting) ? null : fitting;
  const rule = best === undefined ? null : calibrated(best.draft, allowed, policy);
  const facts: Facts = { situation, best, second, rule, policy };
  const results = gates.map(({ gate, holds }) => ({ gate, passed: holds(facts) }));
  const reason = results.find(({ passed }) => !passed)?.gate ?? null;
  return reason === null
    ? { action: 'apply', reason, gates: results, rule }
    : { action: 'review', reason, gates: results, rule: null };
}
