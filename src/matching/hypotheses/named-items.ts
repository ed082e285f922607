/** What a text names among the items of one customer. */
import { referenceLevel, type ReferenceLevel } from '../../domain/match.ts';
import { creditNoteKind } from '../index/partition.ts';
import type { Hit } from '../references/find-references.ts';
import type { Situation } from '../situation.ts';
import { shortNumbersOf } from './short-numbers.ts';
import { joinedDigits } from './typing-error.ts';
import { maximumNumbers, type Numbers } from '../text/numbers.ts';
import { gap } from '../text/scan.ts';
import { wordClass } from '../text/word-classes.ts';

/** Items that one number, or several joined, may mean. */
export type Mention = Readonly<{
  first: number;
  last: number;
  level: ReferenceLevel;
  /** Rows with something left, ascending. */
  items: readonly number[];
  /** More documents have this key than were looked at. */
  isCrowded: boolean;
}>;

export type NamedItems = Readonly<{
  mentions: readonly Mention[];
  /** Mentions of documents that are paid. */
  paidCount: number;
  /** Numbers written like a document that lead to none of this customer. */
  unknown: readonly number[];
  /** One of those is written in a series of ours: a document that we do not know. */
  hasUnknownOfOurs: boolean;
  /** One of those stands in a list with a number that does lead to one, or a list breaks off. */
  isListDoubtful: boolean;
}>;

const mostMentions = 200;

const findNothing = (): readonly number[] => [];

/** @param isPayer - short numbers are looked for only where the payer may be this customer. */
export function findNamedItems(situation: Situation, customer: number, isPayer: boolean): NamedItems {
  const { hits, numbers, partition, residuals } = situation;
  const { itemCustomers } = partition.columns;
  const mentions: Mention[] = [];
  const unknown: number[] = [];
  let paidCount = 0;
  const isCovered = new Uint8Array(numbers.count);
  for (const same of byPlace(hits.filter(({ item }) => itemCustomers[item] === customer))) {
    const [hit] = same;
    if (hit.first >= 0) isCovered.fill(1, hit.first, hit.last + 1);
    const level = Math.max(...same.map((other) => other.level)) as ReferenceLevel;
    const open = same.filter(({ item, level: own }) => own === level && residuals[item] !== 0).map(({ item }) => item);
    if (open.length === 0) paidCount += 1;
    else if (isPayersCreditNote(situation, hit.first, open)) unknown.push(hit.first);
    else
      mentions.push({
        first: hit.first,
        last: hit.last,
        level,
        items: preferKind(situation, hit.first, open),
        isCrowded: same.some((other) => other.isCrowded),
      });
  }
  const findShort = isPayer ? shortNumbersOf(situation, customer) : findNothing;
  for (let number = 0; number < numbers.count && mentions.length < mostMentions; number += 1) {
    if (isCovered[number] === 1 || !mayNameDocument(numbers, number)) continue;
    const items = findShort(number, isCovered);
    if (items.length > 0)
      mentions.push({
        first: number,
        last: number,
        level: shortLevel(situation, number, items),
        items,
        isCrowded: false,
      });
    else if (isPayer || !isCoveredByOthers(hits, number)) unknown.push(number);
  }
  mentions.sort((a, b) => a.first - b.first);
  const isListDoubtful =
    numbers.isListOpen || unknown.some((number) => mentions.some((mention) => isListedWith(numbers, number, mention)));
  const hasUnknownOfOurs = unknown.some((number) => isOfOurSeries(situation, number));
  return { mentions, paidCount, unknown, hasUnknownOfOurs, isListDoubtful };
}

/** Hits of the same numbers together, in the order of the first of each. */
function byPlace(hits: readonly Hit[]): Iterable<readonly [Hit, ...Hit[]]> {
  const places = new Map<number, [Hit, ...Hit[]]>();
  for (const hit of hits) {
    const place = hit.first * (maximumNumbers + 1) + hit.last;
    const there = places.get(place);
    if (there === undefined) places.set(place, [hit]);
    else there.push(hit);
  }
  return places.values();
}

/** `AVOIR FA2026-00123`, where that is an invoice of ours: the payer's own credit note, paid out to us. */
const isPayersCreditNote = ({ numbers, partition }: Situation, number: number, items: readonly number[]): boolean =>
  number >= 0 &&
  numbers.context[number] === wordClass.creditNote &&
  items.every((item) => partition.columns.itemKinds[item] !== creditNoteKind);

/** The letters of a series of ours before it, or a document by its word and as long as ours are. */
function isOfOurSeries({ numbers, partition }: Situation, number: number): boolean {
  const prefix = numbers.prefix[number] ?? 0;
  if (prefix !== 0 && partition.isSeriesPrefix(prefix)) return true;
  const size = joinedDigits(numbers, number).length;
  return numbers.context[number] === wordClass.document && partition.columns.documentSizes.includes(size);
}

/** Nothing but marks between the two. */
export function isListedWith(numbers: Numbers, number: number, { first, last }: Mention): boolean {
  if (number === last + 1) return (numbers.joint[number] ?? gap.hard) <= gap.list;
  return number === first - 1 && (numbers.joint[first] ?? gap.hard) <= gap.list;
}

/** Behind a word such as `AVOIR` credit notes are meant, elsewhere invoices. */
function preferKind({ numbers, partition }: Situation, number: number, items: readonly number[]): readonly number[] {
  if (items.length < 2) return items;
  const isCredit = number >= 0 && numbers.context[number] === wordClass.creditNote;
  const wanted = items.filter((item) => (partition.columns.itemKinds[item] === creditNoteKind) === isCredit);
  return (wanted.length > 0 ? wanted : items).toSorted((a, b) => a - b);
}

export const mayNameDocument = (numbers: Numbers, number: number): boolean => {
  const context = numbers.context[number];
  return (
    numbers.isAside[number] === 0 &&
    context !== wordClass.other &&
    context !== wordClass.customer &&
    context !== wordClass.order &&
    context !== wordClass.currency
  );
};

const isCoveredByOthers = (hits: readonly Hit[], number: number): boolean =>
  hits.some(({ first, last }) => first <= number && number <= last);

function shortLevel({ partition, numbers }: Situation, number: number, items: readonly number[]): ReferenceLevel {
  const size = numbers.size[number] ?? 0;
  if (numbers.isMisread[number] === 1) return referenceLevel.typed;
  const isWhole = items.every((item) => size >= (partition.columns.itemSerialSizes[item] ?? 9));
  return size >= 5 || (isWhole && size >= 4) ? referenceLevel.partial : referenceLevel.short;
}
