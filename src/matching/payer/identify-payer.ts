/**
 * Who paid, in levels of certainty: an IBAN of the master data, one that a person confirmed, a name that only one
 * customer has, a name that fits. A payer that is certainly one customer is certainly not another.
 */
import { payerLevel, type PayerLevel, type Payment } from '../../domain/match.ts';
import { payerSource, type Partition } from '../index/partition.ts';
import { keyOf } from '../key-text.ts';

export type PayerCandidate = { readonly customer: number; level: PayerLevel };
export type Payer = Readonly<{
  /** Most certain first; at most {@link maximumCandidates}. */
  candidates: readonly PayerCandidate[];
  /** Further customers with a name like the payer's. */
  alike: readonly number[];
  /** The best level that anybody has. */
  best: PayerLevel;
  /** The payer is a customer by its own name or by the IBAN of the master data: then it is no other one. */
  isCustomer: boolean;
  /** The payer's name or IBAN fits a customer: a document of another one is a surprise. */
  fitsSomebody: boolean;
  /** IBAN and name point to different customers. */
  isContradictory: boolean;
}>;

const maximumCandidates = 8;
/** Names that share less than this share words, no more. */
const leastScore = 0.3;
/** A name that fits as well as this is the customer's, or that of a namesake. */
const likelyScore = 0.9;
const fittingScore = 0.5;
/** Names that fit as well as this are no coincidence. */
const similarScore = 0.6;

/** Nothing is known of a payer that was not looked for. */
export const nobody: Payer = {
  candidates: [],
  alike: [],
  best: payerLevel.none,
  isCustomer: false,
  fitsSomebody: false,
  isContradictory: false,
};

/** Who paid, when the IBAN is that of one customer: it is then the first of {@link identifyPayer} as well. Else null. */
export function identifyPayerByIban({ counterpartyIban }: Payment, partition: Partition): Payer | null {
  const candidates: PayerCandidate[] = [];
  const byIban = noteIban(counterpartyIban, partition, (customer, level) => candidates.push({ customer, level }));
  const best = candidates[0]?.level ?? payerLevel.none;
  if (byIban === null) return null;
  const isCustomer = best === payerLevel.iban;
  return { candidates, alike: [], best, isCustomer, fitsSomebody: true, isContradictory: false };
}

/** Who paid, by IBAN and by name. */
export function identifyPayer(payment: Payment, partition: Partition): Payer {
  const candidates: PayerCandidate[] = [];
  const note = (customer: number, level: PayerLevel): void => {
    const known = candidates.find((candidate) => candidate.customer === customer);
    if (known === undefined) candidates.push({ customer, level });
    else if (known.level < level) known.level = level;
  };
  const byIban = noteIban(payment.counterpartyIban, partition, note);
  const { exact, isOwn: byName, score } = noteName(payment.counterpartyName, partition, note);
  // Equal levels stay in the order of the name index, best first.
  candidates.sort((a, b) => b.level - a.level);
  return {
    candidates: candidates.slice(0, maximumCandidates),
    alike: candidates.slice(maximumCandidates).map(({ customer }) => customer),
    best: candidates[0]?.level ?? payerLevel.none,
    isCustomer: candidates.some(({ level }) => level === payerLevel.iban) || byName,
    fitsSomebody: score >= fittingScore || candidates.some(({ level }) => level > payerLevel.weak),
    isContradictory: byIban !== null && exact !== null && byIban !== exact,
  };
}

type Note = (customer: number, level: PayerLevel) => unknown;

/** Returns the customer that alone has this IBAN, or null. */
function noteIban(iban: string | null, partition: Partition, note: Note): number | null {
  if (iban === null || iban === '') return null;
  const { payerCustomers, payerSources } = partition.columns;
  const entries = partition.payerEntriesByIban(keyOf(iban));
  // A factor or a parent pays for several: then the IBAN alone says little.
  const isShared = entries.length > 1;
  for (const entry of entries) {
    const own = payerSources[entry] === payerSource.masterIban ? payerLevel.iban : payerLevel.learned;
    note(payerCustomers[entry] ?? 0, isShared ? payerLevel.weak : own);
  }
  return isShared ? null : entries.length === 1 ? (payerCustomers[entries[0] ?? 0] ?? null) : null;
}

/** `exact`: the customer that alone has this name. `isOwn`: the name is surely a customer's. */
function noteName(
  name: string | null,
  partition: Partition,
  note: Note,
): Readonly<{ exact: number | null; isOwn: boolean; score: number }> {
  if (name === null || name === '') return { exact: null, isOwn: false, score: 0 };
  let exact: number | null = null;
  let best = 0;
  const found = partition.names.find(name);
  for (const { owner, level, score } of found) {
    if (level === 'weak' && score < leastScore) continue;
    note(owner, level === 'weak' && score >= likelyScore ? payerLevel.named : payerLevel[level]);
    best = Math.max(best, score);
    if (level === 'exact') exact = owner;
  }
  const aliases = partition.aliasNames.findEqual(name).filter(({ level }) => level === 'exact');
  // Short for two customers, a name that people confirmed for one of them still fits the other.
  const others = found.filter(({ owner, score }) => score >= similarScore && owner !== aliases[0]?.owner).length;
  for (const { owner } of aliases)
    note(owner, aliases.length > 1 ? payerLevel.weak : others > 0 ? payerLevel.weak : payerLevel.learned);
  return { exact, isOwn: found.some(({ level }) => level !== 'weak'), score: best };
}

/** How the payer stands to a customer. */
export function levelOf({ candidates, isCustomer }: Payer, customer: number): PayerLevel {
  const known = candidates.find((candidate) => candidate.customer === customer);
  if (known !== undefined) return known.level;
  return isCustomer ? payerLevel.other : payerLevel.none;
}
