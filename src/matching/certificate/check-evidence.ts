/** Whether the sentences of a proposal are those that its grounds ask for: none missing, none about anything else. */
import {
  amountClasses,
  combinationMethods,
  payerLevels,
  referenceLevels,
  selections,
  structures,
  type Evidence,
  type FoundAt,
  type PayerLevelName,
  type Proposal,
  type ReferenceLevelName,
  type Selection,
} from '../../domain/match.ts';
import { cellOfGrounds } from '../decision/evidence-cell.ts';
import type { Report } from './check-amounts.ts';

type Sentence<Kind extends Evidence['kind']> = Extract<Evidence, { kind: Kind }>;

const ofKind = <Kind extends Evidence['kind']>({ evidence }: Proposal, kind: Kind): readonly Sentence<Kind>[] =>
  evidence.filter((each): each is Sentence<Kind> => each.kind === kind);

const evidenceKinds: ReadonlySet<string> = new Set<Evidence['kind']>([
  'item_named',
  'item_added',
  'items_structured',
  'items_combined',
  'items_collected',
  'equal_amounts_outside',
  'payer',
  'amount_equal',
  'amount_differs',
  'amount_exchanged',
]);

/** Selections that each sentence about the set of items stands beside, once, and nowhere else. */
const kindsOfSets: readonly (readonly [Evidence['kind'], readonly Selection[]])[] = [
  ['items_collected', ['collection']],
  ['items_structured', ['structured']],
  ['items_combined', ['proven', 'completed', 'netted']],
  ['equal_amounts_outside', ['single', 'structured', 'proven']],
];
/** Selections of items that the text does not name. */
const unnamed: ReadonlySet<Selection> = new Set(['single', 'structured', 'proven', 'collection']);

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const isWord = (words: readonly string[], word: string): boolean => words.includes(word);

/** Grounds in known words, their cell, and the sentences that belong to them. */
export function checkEvidence(proposal: Proposal, report: Report): void {
  const { selection, reference, amountClass, payer, rivals, points, evidence, cell } = proposal;
  if (!isWord(selections, selection)) report(`${selection} is no known selection`);
  if (!isWord(amountClasses, amountClass)) report(`${amountClass} is no known amount class`);
  if (!isWord(referenceLevels, reference)) report(`${reference} is no known level of a reference`);
  if (!isWord(payerLevels, payer)) report(`${payer} is no known level of a payer`);
  if (!isCount(rivals)) report('rivals: no count');
  if (!Number.isSafeInteger(points)) report('points: no whole number');
  if (cell !== cellOfGrounds(proposal)) report('cell: not the words of its grounds');
  for (const { kind } of evidence) if (!evidenceKinds.has(kind)) report(`${kind} is no known evidence`);
  for (const [kind, those] of kindsOfSets)
    if (ofKind(proposal, kind).length !== (those.includes(selection) ? 1 : 0))
      report(`${kind}: missing, repeated, or beside another selection than ${those.join(', ')}`);
  checkItems(proposal, report);
  checkSet(proposal, report);
  checkPayer(proposal, report);
}

/** One sentence for each line, and the least certain of them is the proposal's level. */
function checkItems(proposal: Proposal, report: Report): void {
  const { selection, lines, evidence } = proposal;
  const told = evidence.flatMap((each) => ('openItemId' in each ? [each.openItemId] : [])).toSorted();
  const expected = unnamed.has(selection) ? [] : lines.map(({ openItemId }) => openItemId).toSorted();
  if (told.join(' ') !== expected.join(' ')) report('not one sentence for each line that the text should name');
  for (const { found } of ofKind(proposal, 'item_named')) if (!isPlace(found)) report('item_named: found nowhere');
  const added = new Set(ofKind(proposal, 'item_added').map(({ openItemId }) => openItemId));
  if (added.size > 0 && (selection === 'named' || selection === 'named_subset'))
    report(`${selection}: with an item that is not named`);
  if (selection === 'netted' && lines.some((line) => added.has(line.openItemId) && line.kind !== 'credit_note'))
    report('netted: an invoice was added');
  if (!unnamed.has(selection)) checkReference(proposal, report);
}

/** Not all lines are left of what was named when the payment did not reach them all. */
const mayLackLines: ReadonlySet<string> = new Set<Proposal['amountClass']>(['short', 'retention']);

function checkReference(proposal: Proposal, report: Report): void {
  const { selection, reference, amountClass } = proposal;
  const rankOf = (level: ReferenceLevelName): number => referenceLevels.indexOf(level);
  const named = ofKind(proposal, 'item_named').map(({ level }) => rankOf(level));
  if (named.length === 0 || Math.min(...named) < rankOf('typed')) return report(`${selection}: nothing is named`);
  const isMended = selection === 'mended' || selection === 'continued' || selection === 'completed';
  const most = isMended ? Math.min(rankOf('cut'), ...named) : Math.min(...named);
  const isTrue = isMended || mayLackLines.has(amountClass) ? rankOf(reference) <= most : rankOf(reference) === most;
  if (!isTrue || reference === 'none') report(`reference: ${reference} is not the least certain of its items`);
}

/** A field, or characters of the remittance from a place to a later one. */
function isPlace(found: FoundAt): boolean {
  if (found.field !== 'remittance') return isWord(['creditor_reference', 'end_to_end_id'], found.field);
  const { line, start, endLine, end } = found;
  return [line, start, endLine, end].every(isCount) && (line < endLine || (line === endLine && start < end));
}

/** Notes of a structured set that say: an item outside has the amount of one inside. */
const equalNotes: ReadonlySet<string> = new Set(['equal_outside', 'some_equal_outside']);

/** What is said of the set of items as a whole. */
function checkSet(proposal: Proposal, report: Report): void {
  const { selection, amountClass, reference, rivals, notes, lines } = proposal;
  for (const { basis, itemCount } of ofKind(proposal, 'items_collected'))
    if (itemCount !== lines.length || reference !== (basis === 'reference' ? 'structured' : 'none'))
      report('items_collected: not of these lines');
  for (const { structure } of ofKind(proposal, 'items_structured'))
    if (!isWord(structures, structure) || !notes.includes(structure)) report('items_structured: not of these grounds');
  for (const proof of ofKind(proposal, 'items_combined'))
    if (!isProof(proof, rivals)) report('items_combined: not the proof of these grounds');
  for (const { itemCount } of ofKind(proposal, 'equal_amounts_outside')) {
    const isTold = itemCount === 0 || selection === 'proven' || notes.some((note) => equalNotes.has(note));
    const isRival = selection !== 'single' || amountClass !== 'exact' || itemCount <= rivals;
    if (!isCount(itemCount) || (selection === 'single' ? !isRival : !isTold))
      report('equal_amounts_outside: more than these grounds tell');
  }
  if (selection === 'single' && lines.length !== 1) report('single: not one line');
  if (unnamed.has(selection) && selection !== 'collection' && reference !== 'none')
    report('reference: nothing is named');
}

/** The rivals are the other sets that were found; without an end of the search there is at least one. */
function isProof({ method, count, isComplete, itemCount }: Sentence<'items_combined'>, rivals: number): boolean {
  if (!isWord(combinationMethods, method) || !isCount(itemCount) || !isCount(count) || count === 0) return false;
  if (isComplete) return rivals === count - 1;
  return rivals > 0 && (rivals === count || (method === 'pairs_and_triples' && rivals === count - 1));
}

const payerWays: Readonly<Record<PayerLevelName, readonly Sentence<'payer'>['by'][]>> = {
  other: [null],
  none: [null],
  weak: ['iban', 'name'],
  named: ['text'],
  good: ['name'],
  exact: ['name'],
  learned: ['iban', 'name'],
  iban: ['iban'],
};

/** One sentence about the payer, as certain as the proposal says, about its customer. */
function checkPayer(proposal: Proposal, report: Report): void {
  const { payer, customerId, selection } = proposal;
  const [only, ...others] = ofKind(proposal, 'payer');
  if (only === undefined || others.length > 0) return report('not one sentence about the payer');
  if (only.level !== payer || !payerWays[payer].includes(only.by)) report('payer: not known as these grounds tell');
  const isValued = only.by === 'iban' || only.by === 'name';
  if (isValued !== (typeof only.value === 'string')) report('payer: without what was compared');
  const isAbout = only.level === 'other' ? only.customerId !== customerId : only.customerId === customerId;
  const isNobody = only.level === 'none' && only.customerId === null;
  if (only.level === 'none' ? !isNobody : !isAbout) report('payer: about another customer');
  if (customerId === null && selection !== 'collection' && selection !== 'across') report('customerId: of no customer');
}
