/** Why a payment waits and what would help; why a rule is certain; why these items. */
import type { ReviewReason, Selection } from '../../domain/match.ts';

export const reasonWords: Readonly<Record<ReviewReason, string>> = {
  returned_payment: 'Money that came back is no payment of an invoice: find the payment it undoes.',
  outgoing_payment: 'Money went out; only money that came in settles what customers owe.',
  batch_without_details: "The bank's details are missing or do not explain the sum it booked: ask for the details.",
  refund_wording: 'The text speaks of money given back, so it may not be a payment of an invoice.',
  not_a_receivable: 'Its kind or its words say that it pays no invoice: a till, a card, a deposit, money moved inside.',
  no_reference_found: 'Nothing in it leads to an open item of ours.',
  reference_already_paid: 'A document it names is already paid: a duplicate, or quoted for information.',
  payer_is_other_customer: 'The payer is known as another customer than the one whose items these are.',
  disputed_item: 'An item is in dispute, and the payer does not name it exactly: settle the dispute, or ask the payer.',
  several_explanations: 'More than one explanation fits as well, so none is proved.',
  repeated_payment: 'The same customer paid the same amount a few days before: it may be paid twice.',
  amount_differs: 'The items do not add up to the amount paid, and the difference has no name.',
  not_certain: 'It fits, but not surely enough for any rule: look at it, and confirm or correct.',
  not_bookable: 'The difference has a name, but this ledger does not book it without a person.',
  item_taken_by_other_payment: 'Another payment of the same run has settled an item that it would clear.',
  item_changed_meanwhile: 'An item changed while this was being decided: it will be tried again.',
  discount_late: 'The discount was deducted after its last day: grant it, or ask for the rest.',
  vat_unknown: 'A discount gives VAT back, and the document does not say how much it has: say whether to correct it.',
  over_limit: 'The difference is more than may be let off without a second person, of the document or this month.',
  taken_back: 'A person took back what was applied: say what it pays instead.',
};

export const selectionWords: Readonly<Record<Selection, string>> = {
  named: 'all that the text names',
  named_subset: 'some of what the text names; the amount decides which',
  range: 'everything between two numbers that the text names',
  netted: 'what the text names, less credit notes that it does not name',
  mended: 'what the text names, with a number that is written wrongly',
  continued: 'what the text names, and what was issued next, where the list was cut off',
  completed: 'what the text names, with the end of the list that was cut off',
  across: 'all that the text names, of several customers',
  single: "an item of the payer's that has this amount",
  structured: 'open items of the payer that belong together',
  proven: 'open items of the payer that make up the amount',
  collection: 'direct debits that we collected together',
};

/** What each rule of the ladder is certain of; a rule without words is told by its name. */
const certainties: ReadonlyMap<string, string> = new Map([
  ['collection', 'the sum is that of one collection of direct debits'],
  ['structured_reference', 'every item is named by its structured reference, which has check digits'],
  ['full_reference', 'every item is named by its whole number, and the amount is exact'],
  ['full_reference_difference', 'every item is named by its whole number, and the difference has a name'],
  ['partial_reference', 'every item is named, the payer is known, and the amount agrees'],
  ['range', 'the text names the first and the last, and all between them is the amount'],
  ['named_subset', 'one part of what is named is exactly the amount, and the payer is known'],
  ['netted', 'the payer is known, and one set of credit notes makes the amount exact'],
  ['mended', 'one number is written nearly like an item that makes the amount exact'],
  ['misread', 'the number was read in spite of a wrong letter, and payer and amount agree'],
  ['continued', 'the list breaks off, and what was issued next makes the amount exact, without a gap'],
  ['completed', 'only one way to complete the list makes the amount exact'],
  ['part', 'one item is named, and the payer has paid a part of it, or more than it'],
  ['single', 'the payer is known, and only one of its items has this amount'],
  ['structured_set', 'the payer is known, and the amount is exactly what belongs together'],
  ['proven_set', 'the payer is known, and no other set of its items has this amount'],
]);

export const ruleWords = (rule: string): string => {
  const certainty = certainties.get(rule);
  return certainty === undefined ? `rule ${rule}.` : `${certainty} (rule ${rule}).`;
};
