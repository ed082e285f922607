/**
 * Every scenario, by its name in the files, with its weight per mille of lines.
 *
 * `clean` and `error` say what a profile makes rarer and more frequent. A scenario that makes
 * several lines has the weight of its first.
 */
import { cardTakings, collectionBooked } from './scenarios/collected.ts';
import {
  customerCodeOnly,
  exactReference,
  orderNumber,
  referenceInEndToEndId,
  referenceWithoutPrefix,
  shortReference,
  structuredInText,
  structuredReference,
} from './scenarios/clean-reference.ts';
import { cutReference, misreadReference, mistypedReference, tornReference } from './scenarios/damaged-reference.ts';
import {
  centsOff,
  discountOnList,
  discountTaken,
  discountTakenLate,
  discountWithoutReference,
  feeDeducted,
  paidInEuros,
  paidTooMuch,
} from './scenarios/differences.ts';
import { moneyInFromOthers, moneyOut } from './scenarios/not-receivable.ts';
import {
  factorList,
  groupPayment,
  knownThirdParty,
  thirdPartyWithReference,
  unknownThirdParty,
} from './scenarios/other-payers.ts';
import { instalmentPlan, oneInstalment, partPaid, partWithoutReference, retentionKept } from './scenarios/parts.ts';
import {
  creditNoteTakenOff,
  creditNoteWithheld,
  cutList,
  listOfReferences,
  listPaidShort,
  rangeOfReferences,
} from './scenarios/several-documents.ts';
import { moneyReturned, numbersExchanged, paidAgain, paidDocumentNamed, paidTwiceToday } from './scenarios/traps.ts';
import {
  amountOnly,
  fewWithoutReference,
  manyWithoutReference,
  nameAndAmount,
  onAccount,
  sameAmountTwice,
  shortNameAndAmount,
  statementPaid,
} from './scenarios/without-reference.ts';
import type { Profile } from './profile.ts';
import type { Weighted } from './random.ts';
import type { Scenario } from './scene.ts';

type Kind = 'clean' | 'error' | 'other';
type Row = readonly [weight: number, scenario: Scenario, kind?: Kind];

const table: Readonly<Record<string, Row>> = {
  exact_ref: [118, exactReference, 'clean'],
  structured_ref: [68, structuredReference, 'clean'],
  structured_in_text: [22, structuredInText, 'clean'],
  ref_noprefix: [58, referenceWithoutPrefix, 'clean'],
  ref_short: [30, shortReference],
  ref_in_e2e: [15, referenceInEndToEndId, 'clean'],
  order_number: [15, orderNumber],
  customer_code: [12, customerCodeOnly],
  ref_typo: [50, mistypedReference, 'error'],
  ref_ocr: [14, misreadReference, 'error'],
  ref_wrapped: [28, tornReference, 'error'],
  ref_truncated: [27, cutReference, 'error'],
  multi_list: [50, listOfReferences],
  multi_range: [16, rangeOfReferences],
  multi_truncated: [20, cutList, 'error'],
  multi_credit: [24, creditNoteTakenOff],
  withheld_credit: [8, creditNoteWithheld],
  multi_short: [8, listPaidShort],
  multi_discount: [8, discountOnList],
  ref_discount: [29, discountTaken],
  late_discount: [8, discountTakenLate],
  noref_discount: [10, discountWithoutReference],
  ref_fee: [15, feeDeducted],
  ref_rounding: [15, centsOff],
  ref_overpay: [10, paidTooMuch],
  fx: [15, paidInEuros],
  ref_partial: [26, partPaid],
  ref_instalment: [8, oneInstalment],
  instalment_plan: [3, instalmentPlan],
  retention: [8, retentionKept],
  noref_partial: [10, partWithoutReference],
  name_amount: [60, nameAndAmount],
  name_abbrev_amount: [30, shortNameAndAmount],
  noref_same_amount: [18, sameAmountTwice],
  amount_only: [10, amountOnly],
  noref_subset: [36, fewWithoutReference],
  noref_subset_large: [7, manyWithoutReference],
  noref_statement: [16, statementPaid],
  on_account: [15, onAccount],
  third_party_ref: [25, thirdPartyWithReference],
  third_party_known: [10, knownThirdParty],
  third_party_unknown: [6, unknownThirdParty],
  factor_list: [6, factorList],
  group_payer: [6, groupPayment],
  dd_batch: [14, collectionBooked],
  card_payout: [5, cardTakings],
  paid_decoy: [12, paidDocumentNamed],
  duplicate: [10, paidAgain],
  duplicate_same_day: [2, paidTwiceToday],
  swapped_refs: [2, numbersExchanged],
  sepa_return: [10, moneyReturned],
  noise_out: [96, moneyOut],
  noise_in: [68, moneyInFromOthers],
};

export type NamedScenario = Readonly<{ name: string; draft: Scenario }>;

export const scenarioNames: readonly string[] = Object.keys(table);

/** The scenarios with the weights they have in a profile. */
export function scenariosOf({ cleanFactor, errorFactor }: Profile): readonly Weighted<NamedScenario>[] {
  const factors: Readonly<Record<Kind, number>> = { clean: cleanFactor, error: errorFactor, other: 1 };
  return Object.entries(table).map(([name, [weight, draft, kind = 'other']]) => [
    weight * factors[kind],
    { name, draft },
  ]);
}
