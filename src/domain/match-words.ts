/**
 * The closed vocabularies of matching: what evidence, certificates and the ladder of rules are written in.
 *
 * Levels stand from least to most certain, classes and sets best first: rules compare places in these lists.
 */
/** The place of each word in its list, so that levels are compared as numbers. */
type Places<Words extends readonly string[]> = {
  readonly [Place in keyof Words & `${number}` as Words[Place]]: Place extends `${infer Number extends number}`
    ? Number
    : never;
};
const placesOf = <const Words extends readonly string[]>(words: Words): Places<Words> =>
  // Object.fromEntries forgets which word has which place.
  Object.fromEntries(words.map((word, place) => [word, place])) as Places<Words>;

/** How a text names an item, from least to most certain. */
export const referenceLevels = [
  'none',
  /** With one typing error. */
  'typed',
  /** The beginning of its number, at the end of a text. */
  'cut',
  /** Few digits, looked for among the items of one customer only. */
  'short',
  /** Its purchase order. */
  'order',
  /** Its number without the date. */
  'partial',
  /** All digits of its number. */
  'full',
  /** Its structured reference. */
  'structured',
] as const;
export type ReferenceLevelName = (typeof referenceLevels)[number];
export const referenceLevel = placesOf(referenceLevels);
export type ReferenceLevel = (typeof referenceLevel)[ReferenceLevelName];

/** How the payer stands to the customer of the items, from least to most certain. */
export const payerLevels = [
  /** The payer is certainly somebody else. */
  'other',
  /** Nothing is known of the payer. */
  'none',
  /** Something fits, or fits others as well. */
  'weak',
  /** The text names the customer, by name or code, whoever pays. */
  'named',
  'good',
  'exact',
  /** People have confirmed that this payer pays for the customer. */
  'learned',
  'iban',
] as const;
export type PayerLevelName = (typeof payerLevels)[number];
export const payerLevel = placesOf(payerLevels);
export type PayerLevel = (typeof payerLevel)[PayerLevelName];

/** How the payment stands to what is left of the items, best first. */
export const amountClasses = [
  'exact',
  'discount',
  'exchange',
  'retention',
  'rounding',
  'fee',
  'partial',
  'over',
  'short',
] as const;
export type AmountClass = (typeof amountClasses)[number];

/** Why these items and no others. */
export const selections = [
  /** All that the text names. */
  'named',
  /** Some of what it names: the amount decides. */
  'named_subset',
  /** All between two that it names. */
  'range',
  /** With credit notes that it does not name. */
  'netted',
  /** With items that a list names wrongly. */
  'mended',
  /** With all that follow by date of issue, where a list has lost its end. */
  'continued',
  /** With some that a list has lost at its end. */
  'completed',
  /** All that the text names, of several customers. */
  'across',
  /** The only item of the amount. */
  'single',
  /** Whole account, all due, a month, the oldest. */
  'structured',
  /** The only set of the amount. */
  'proven',
  /** A set of direct debits we collected. */
  'collection',
] as const;
export type Selection = (typeof selections)[number];

/** Sets of open items that a payer would name in words, most certain first. */
export const structures = [
  'whole_account',
  'all_due',
  'due_month',
  'issue_month',
  'oldest',
  'first_issued',
  'run',
  'all_but_one',
] as const;
export type Structure = (typeof structures)[number];

export const combinationMethods = [
  'none',
  'reduction',
  'pairs_and_triples',
  'meet_in_the_middle',
  'branch_and_bound',
  'bit_set',
] as const;

/** What no score overrides: the first of these claims that does not hold is the reason for review. */
export const gates = [
  'returned_payment',
  'outgoing_payment',
  'batch_without_details',
  'refund_wording',
  'not_a_receivable',
  'no_reference_found',
  'reference_already_paid',
  'payer_is_other_customer',
  /** Something of an item is in dispute, and the payer does not name it exactly. */
  'disputed_item',
  'several_explanations',
  'repeated_payment',
  'amount_differs',
  /** No rule of the ladder fits. */
  'not_certain',
  /** The ledger does not book this difference by itself. */
  'not_bookable',
] as const;

/** Reasons that arise behind the gates, when other payments and the ledger have been seen. */
export const laterReasons = [
  'item_taken_by_other_payment',
  'item_changed_meanwhile',
  /** The discount was deducted after its last day. */
  'discount_late',
  /** A discount gives tax back, and the document does not say which. */
  'vat_unknown',
  /** More than the ledger lets off without a second person. */
  'over_limit',
  /** A person took back what was applied. */
  'taken_back',
] as const;

/** Why a payment is not applied by itself. Listed in `docs/matching.md`. */
export const reviewReasons = [...gates, ...laterReasons] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/** By which rule of imputation a payment clears these items and no others: `src/domain/imputation.ts`. */
export const imputationBases = ['named_by_debtor', 'legal_order', 'only_possible', 'decided_by_clerk'] as const;
export type ImputationBasis = (typeof imputationBases)[number];
