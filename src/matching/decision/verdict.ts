/** What becomes of a payment: applied by a rule of the ladder, or a question with the first reason against it. */
import {
  gates,
  payerLevel,
  type PayerLevel,
  referenceLevel,
  type GateResult,
  type Payment,
  type ReviewReason,
} from '../../domain/match.ts';
import { isDiscountLate } from '../hypotheses/amounts.ts';
import { amountClasses, type AmountClass, type Draft } from '../hypotheses/draft.ts';
import type { Situation } from '../situation.ts';
import { says } from '../text/numbers.ts';
import { wordClass } from '../text/word-classes.ts';
import { allows, type Calibration } from './calibration.ts';
import { cellOf } from './evidence-cell.ts';
import { ruleFor } from './ladder.ts';
import { pointsOf, strengthOf, type Ranked } from './rank.ts';

export type Verdict = Readonly<{
  action: 'apply' | 'review';
  /** For `review`: the first gate that was not passed, or what the ledger's terms say behind them. */
  reason: ReviewReason | null;
  gates: readonly GateResult[];
  /** For `apply`: the rule of the ladder. */
  rule: string | null;
}>;

/** What a ledger lets be applied without a person. */
export type MatchingPolicy = Readonly<{
  /** Differences that the ledger can book by itself; a payment with any other is asked about. */
  amountClasses: readonly AmountClass[];
  /** A discount deducted some days after its last one is granted. */
  lateDiscounts: boolean;
  /** Rules of the ladder that are switched off. */
  withoutRules: readonly string[];
  /** What the ledger's own history says of evidence cells, or null: the ladder decides alone. */
  calibration: Calibration | null;
}>;

export const everything: MatchingPolicy = { amountClasses, lateDiscounts: true, withoutRules: [], calibration: null };

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
  others: readonly Ranked[];
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
function standsClear({ best, others }: Facts): boolean {
  if (best === undefined) return true;
  const isInside = ({ lines }: Draft): boolean =>
    lines.every(({ item }) => best.draft.lines.some((line) => line.item === item));
  return others.every(
    (other) =>
      strengthOf(other) <= best.points - clearDistance ||
      (other.draft.amountClass !== 'exact' && isInside(other.draft)),
  );
}

/** What a hypothesis that was not looked for could be. */
export type Limits = Readonly<{
  mostPoints: number;
  /** It may speak against the best where the payer is less certain than this. */
  leastPayer: PayerLevel;
}>;

const isBefore = (points: number, { payer }: Draft, { mostPoints, leastPayer }: Limits): boolean =>
  payer >= leastPayer && mostPoints <= points - clearDistance;

/** The best stands clear of whatever may be within the limits. */
export const standsBefore = ([best]: readonly Ranked[], limits: Limits): boolean =>
  best !== undefined && isBefore(best.points, best.draft, limits);

/** One of them may be that best: else they need not be ranked to know. */
export const mayStandBefore = (drafts: readonly Draft[], limits: Limits): boolean =>
  drafts.some((draft) => isBefore(pointsOf(draft), draft, limits));

/** What the customer disputes is paid by nothing less than its own number: the payer has made up its mind. */
function namesWhatIsDisputed({ best, situation }: Facts): boolean {
  const { itemDisputed } = situation.partition.columns;
  return (
    best === undefined ||
    best.draft.lines.every(
      ({ item }) =>
        itemDisputed[item] !== 1 ||
        (best.draft.reference > referenceLevel.none &&
          (best.draft.namedBy.get(item)?.level ?? referenceLevel.none) >= referenceLevel.full),
    )
  );
}

/** Every gate is a claim that holds (passed) or does not; the first that does not, in the order of `gates`, is the reason. */
const claims: Readonly<Record<(typeof gates)[number], (facts: Facts) => boolean>> = {
  returned_payment: ({ situation }) => !isReturned(situation.payment),
  outgoing_payment: ({ situation }) => situation.payment.side === 'credit' || isReturned(situation.payment),
  batch_without_details: (facts) => facts.situation.payment.batchCount === null || isCollection(facts),
  refund_wording: ({ situation }) => !says(situation.numbers, wordClass.refund) && !situation.namesOwnCreditNote,
  not_a_receivable: isReceivable,
  no_reference_found: ({ best, situation }) => best !== undefined || situation.namesOnlyPaid,
  reference_already_paid: (facts) =>
    isNamed(facts) || (!facts.situation.namesOnlyPaid && !facts.best?.draft.notes.includes('paid')),
  payer_is_other_customer: (facts) =>
    facts.best?.draft.payer !== payerLevel.other && (isNamed(facts) || !facts.situation.payer.isContradictory),
  disputed_item: namesWhatIsDisputed,
  several_explanations: (facts) => (facts.best?.draft.rivals ?? 0) === 0 && standsClear(facts),
  repeated_payment: ({ best }) => !best?.draft.notes.includes('repeated'),
  amount_differs: ({ best, rule }) =>
    rule !== null || best === undefined || !['partial', 'over', 'short'].includes(best.draft.amountClass),
  // What was not read may say anything.
  not_certain: ({ best, rule, situation }) => best === undefined || (rule !== null && !situation.scan.isCut),
  not_bookable: ({ best, policy }) => best === undefined || policy.amountClasses.includes(best.draft.amountClass),
};

/** No gate, for the evidence is whole: the customer's right to the discount is over, and a person may grant it. */
function isTooLate({ best, situation, policy }: Facts): boolean {
  if (policy.lateDiscounts || best?.draft.amountClass !== 'discount') return false;
  const items = best.draft.lines.map(({ item }) => item);
  return isDiscountLate(situation, items);
}

/** The rule that stands after the ledger's own history was asked; `calibrated` where only that history speaks. */
function calibrated(draft: Draft, rule: string | null, { calibration }: MatchingPolicy): string | null {
  if (calibration === null || draft.rivals > 0) return rule;
  return allows(calibration, cellOf(draft), rule) ? (rule ?? 'calibrated') : null;
}

/** What most payments are told, once. */
const allPassed: readonly GateResult[] = gates.map((gate) => ({ gate, passed: true }));

export function judge(situation: Situation, ranked: readonly Ranked[], policy: MatchingPolicy): Verdict {
  const [best, ...others] = ranked;
  const fitting = best === undefined ? null : ruleFor(best.draft);
  const allowed = fitting !== null && policy.withoutRules.includes(fitting) ? null : fitting;
  const rule = best === undefined ? null : calibrated(best.draft, allowed, policy);
  const facts: Facts = { situation, best, others, rule, policy };
  const failed = gates.find((gate) => !claims[gate](facts)) ?? null;
  const reason = failed ?? (isTooLate(facts) ? 'discount_late' : null);
  if (reason === null) return { action: 'apply', reason, gates: allPassed, rule };
  const results = failed === null ? allPassed : gates.map((gate) => ({ gate, passed: claims[gate](facts) }));
  return { action: 'review', reason, gates: results, rule: null };
}
