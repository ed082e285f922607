/** Each sentence of a proposal as a person would say it. */
import type { Evidence, FoundAt, Proposal, ReferenceLevelName, Structure } from '../../domain/match.ts';

/** Without what would command the terminal, or turn the order of the letters: a payer writes what it likes. */
export const shownText = (text: string): string => text.replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, ' ');

type Sentence<Kind extends Evidence['kind']> = Extract<Evidence, { kind: Kind }>;
type NumberOf = ReadonlyMap<string, string>;

export function evidenceWords(proposal: Proposal): readonly string[] {
  const numberOf = new Map(proposal.lines.map((line) => [line.openItemId, line.documentNumber]));
  return proposal.evidence.map((each) => sentenceOf(each, proposal, numberOf));
}

function sentenceOf(evidence: Evidence, proposal: Proposal, numberOf: NumberOf): string {
  switch (evidence.kind) {
    case 'item_named':
      return `${namedWords[evidence.level]} of ${numberOf.get(evidence.openItemId) ?? 'an item'} stands ${placeWords(evidence.found)}`;
    case 'item_added':
      return `${numberOf.get(evidence.openItemId) ?? 'an item'} is not named, but belongs to what is`;
    case 'items_structured':
      return `they are ${structureWords[evidence.structure]}`;
    case 'items_combined':
      return combinationWords(evidence, proposal.notes.includes('early') ? 'the oldest ' : '');
    case 'items_collected':
      return evidence.basis === 'reference'
        ? `the reference of a collection of ${evidence.itemCount} direct debits is quoted`
        : `only one collection has this sum, and ${evidence.itemCount} direct debits as the text says`;
    case 'equal_amounts_outside':
      return evidence.itemCount === 0
        ? 'no other open item of this customer has an amount like these'
        : `${evidence.itemCount} other open item${evidence.itemCount === 1 ? '' : 's'} of this customer may be meant: the amount is the same`;
    case 'payer':
      return payerWords(evidence);
    case 'amount_equal':
    case 'amount_differs':
    case 'amount_exchanged':
      return amountWords(proposal);
  }
}

const namedWords: Readonly<Record<ReferenceLevelName, string>> = {
  none: 'nothing',
  typed: 'the number, with a typing error,',
  cut: 'the beginning of the number',
  short: 'the last digits of the number',
  order: 'the purchase order',
  partial: 'the number without its date',
  full: 'the whole number',
  structured: 'the structured reference',
};

const structureWords: Readonly<Record<Structure, string>> = {
  whole_account: 'all open items of this customer',
  all_due: 'all items of this customer that were due',
  due_month: 'all items of this customer due in one month',
  issue_month: 'all items of this customer issued in one month',
  oldest: 'the oldest items of this customer, by due date',
  first_issued: 'the oldest items of this customer, by date of issue',
  run: 'items of this customer that were issued one after the other',
  all_but_one: 'all or the oldest items of this customer, but one',
};

function placeWords(found: FoundAt): string {
  if (found.field !== 'remittance')
    return found.field === 'end_to_end_id' ? 'in the end-to-end id' : 'in the creditor reference';
  const lines =
    found.line === found.endLine ? `line ${found.line + 1}` : `lines ${found.line + 1} to ${found.endLine + 1}`;
  return `in ${lines} of the text`;
}

function combinationWords({ method, count, isComplete, itemCount }: Sentence<'items_combined'>, which: string): string {
  const searched = method === 'pairs_and_triples' ? 'up to three' : 'any number';
  const found = isComplete ? `${count}` : `at least ${count}`;
  return `of all sets of ${searched} among ${which}${itemCount} open items, ${found} give${count === 1 ? 's' : ''} the amount`;
}

function payerWords({ level, by, value, customerId }: Sentence<'payer'>): string {
  if (level === 'none') return 'the payer is not known';
  if (level === 'other') return `the payer is known as another customer (${customerId ?? 'several'})`;
  if (by === 'text') return 'the text names this customer, whoever the payer is';
  const what = by === 'iban' ? `IBAN ${value ?? ''}` : `name "${shownText(value ?? '')}"`;
  switch (level) {
    case 'iban':
      return `the payer's ${what} belongs to this customer alone`;
    case 'learned':
      return `the payer's ${what} was confirmed by people to pay for this customer`;
    case 'exact':
      return `the payer's ${what} is this customer's, and nobody else's`;
    case 'good':
      return `the payer's ${what} fits this customer, and no other comes near`;
    case 'named':
    case 'weak':
      return `the payer's ${what} fits this customer, but not this one alone or not surely`;
  }
}

const withoutSign = (decimal: string): string => (decimal.startsWith('-') ? decimal.slice(1) : decimal);

/** What the amount of the payment is to the items of a proposal. */
export function amountWords({ evidence, amountClass, lines, unapplied, writeOff }: Proposal): string {
  const exchange = evidence.find((each) => each.kind === 'amount_exchanged');
  const by = evidence.find((each) => each.kind === 'amount_differs')?.by ?? '';
  const what = lines.length === 1 ? 'this item' : 'these items';
  switch (amountClass) {
    case 'exact':
      return `the amount is what is left of ${what}, exactly`;
    case 'discount':
      return `the payment is ${withoutSign(by)} less than ${what}: the early-payment discount`;
    case 'rounding':
      return `the payment is ${withoutSign(by)} ${by.startsWith('-') ? 'less' : 'more'} than ${what}: rounding`;
    case 'fee':
      return `the payment is ${withoutSign(by)} less than ${what}: charges of a bank on the way`;
    case 'retention':
      return 'the payer keeps a share back as a guarantee, which stays open';
    case 'partial':
      return `the payment is a part of ${what}: ${withoutSign(by)} stay open`;
    case 'over':
      return `the payment is ${unapplied} more than ${what}`;
    case 'short':
      return 'the payment does not reach all of these items';
    case 'exchange':
      break;
  }
  if (exchange === undefined) return 'the items are in another currency';
  const { itemAmount, itemCurrency, basis } = exchange;
  if (basis === 'instructed') return `the payer ordered ${itemAmount} ${itemCurrency}, exactly what is left of ${what}`;
  const difference = writeOff === null ? 'exactly' : `but for ${withoutSign(writeOff.amount)} ${writeOff.currency}`;
  return `at the rate of the day, ${itemAmount} ${itemCurrency} is what was paid, ${difference}`;
}
