/** What speaks for a draft: how each item was named, or why the set of them is the one; and who paid. */
import {
  structures,
  type Evidence,
  type FoundAt,
  type ProposedLine,
  type Selection,
  payerLevel,
  payerLevels,
  type PayerLevel,
  referenceLevels,
} from '../../domain/match.ts';
import type { Draft, NamedBy } from '../hypotheses/draft.ts';
import { keyOf } from '../key-text.ts';

import type { Situation } from '../situation.ts';

/** Selections by the amount, among which an item outside of the amount of one inside is another answer. */
const byAmount: ReadonlySet<Selection> = new Set(['single', 'structured', 'proven']);

/**
 * All that speaks for a draft but the amount.
 *
 * @param lines - of the draft, in its order, as the certificate has them.
 */
export function evidenceOf(situation: Situation, draft: Draft, lines: readonly ProposedLine[]): Evidence[] {
  const evidence: Evidence[] = [];
  if (draft.selection === 'collection') evidence.push(collected(draft));
  else if (!byAmount.has(draft.selection)) addItems(situation, draft, lines, evidence);
  if (draft.selection === 'structured') addStructure(draft, evidence);
  if (draft.proof !== null) evidence.push({ kind: 'items_combined', ...draft.proof });
  if (byAmount.has(draft.selection)) evidence.push(equalOutside(situation, draft));
  evidence.push(payerOf(situation, draft));
  return evidence;
}

const collected = ({ reference, lines }: Draft): Evidence => ({
  kind: 'items_collected',
  basis: reference > 0 ? 'reference' : 'sum_and_count',
  itemCount: lines.length,
});

function addItems(situation: Situation, draft: Draft, lines: readonly ProposedLine[], evidence: Evidence[]): void {
  for (const [place, { openItemId }] of lines.entries()) {
    const named = draft.namedBy.get(draft.lines[place]?.item ?? -1);
    if (named === undefined) evidence.push({ kind: 'item_added', openItemId });
    else {
      const level = referenceLevels[named.level];
      evidence.push({ kind: 'item_named', openItemId, level, found: placeOf(situation, named) });
    }
  }
}

/** Where the numbers stand, with the letters directly before them. */
function placeOf({ scan, numbers, payment }: Situation, { first, last }: NamedBy): FoundAt {
  if (first < 0) return { field: 'creditor_reference' };
  const digits = numbers.firstAtom[first] ?? 0;
  const from = numbers.prefix[first] === 0 ? digits : digits - 1;
  const to = numbers.lastAtom[last] ?? 0;
  const line = scan.line[from] ?? 0;
  // The end-to-end id is read as the line behind the remittance.
  if (line >= payment.remittance.length) return { field: 'end_to_end_id' };
  const [start, endLine, end] = [scan.start[from] ?? 0, scan.line[to] ?? 0, scan.end[to] ?? 0];
  return { field: 'remittance', line, start, endLine, end };
}

function addStructure({ notes }: Draft, evidence: Evidence[]): void {
  const structure = structures.find((name) => notes.includes(name));
  if (structure !== undefined) evidence.push({ kind: 'items_structured', structure });
}

/** Asked for every selection by amount, of accounts with thousands of items: one pass, nothing made. */
function equalOutside({ residuals, partition }: Situation, { customer, lines }: Draft): Evidence {
  const { itemCurrencies, customerItemStarts, customerOpenEnds } = partition.columns;
  const start = customerItemStarts[customer] ?? 0;
  const end = customerOpenEnds[customer] ?? 0;
  const first = lines[0]?.item ?? 0;
  const currency = itemCurrencies[first];
  let itemCount = 0;
  if (lines.length === 1) {
    const amount = residuals[first];
    for (let item = start; item < end; item += 1)
      if (residuals[item] === amount && itemCurrencies[item] === currency && item !== first) itemCount += 1;
  } else {
    const inside = new Set(lines.map(({ item }) => item));
    const amounts = new Set(lines.map(({ item }) => residuals[item]));
    for (let item = start; item < end; item += 1)
      if (amounts.has(residuals[item]) && itemCurrencies[item] === currency && !inside.has(item)) itemCount += 1;
  }
  return { kind: 'equal_amounts_outside', itemCount };
}

function payerOf(situation: Situation, { customer, payer: rank, selection }: Draft): Evidence {
  const { payment, partition, payer } = situation;
  const level = payerLevels[rank];
  const nobody = { kind: 'payer', level, by: null, value: null, customerId: null } as const;
  if (rank === payerLevel.none || selection === 'collection') return nobody;
  if (rank === payerLevel.other) {
    const known = payer.candidates[0]?.customer;
    return { ...nobody, customerId: known === undefined ? null : partition.customerId(known) };
  }
  const customerId = partition.customerId(customer);
  if (rank === payerLevel.named) return { kind: 'payer', level, by: 'text', value: null, customerId };
  return isByIban(situation, customer, rank)
    ? { kind: 'payer', level, by: 'iban', value: payment.counterpartyIban, customerId }
    : { kind: 'payer', level, by: 'name', value: payment.counterpartyName, customerId };
}

/** The payer is known by its IBAN: names make `good` and `exact`, either makes the rest. */
function isByIban({ payment, partition }: Situation, customer: number, rank: PayerLevel): boolean {
  const { counterpartyIban } = payment;
  if (rank === payerLevel.good || rank === payerLevel.exact) return false;
  if (counterpartyIban === null || counterpartyIban === '') return false;
  const entries = partition.payerEntriesByIban(keyOf(counterpartyIban));
  const isOwn = entries.some((entry) => partition.columns.payerCustomers[entry] === customer);
  // An IBAN of several customers says little: then the name was learned.
  return isOwn && (rank !== payerLevel.learned || entries.length === 1);
}
