/**
 * The chain of an account: its published statements in the order of their days, each opening with what the one before
 * it closed with. A statement joins only where its balances fit, so that the order of delivery does not matter:
 *
 * Let T be the days as they were. Whatever of T is published, the missing days between two neighbours lead from the
 * closing of the one to the opening of the other. So once all of T has come, each gap can be closed: from its ends, by a
 * day that moves nothing, or by several days that only together move nothing ({@link pathBack}). Which of several paths
 * is taken does not matter: it splits the gap into smaller ones, for which the same holds. The end is T, always.
 *
 * A hole is a place where a company let a statement be published though one before it was missing (`gapBeforeMinor`,
 * `gapAfterMinor`). The missing one fits in later, between its neighbours.
 */
import type { LocalDate } from '../../domain/local-date.ts';
import type { StatementFormat } from '../../domain/statement.ts';

/** A published statement; the chain is sorted by `statementDate`, then `dayRank`. */
export type ChainLink = Readonly<{
  statementDate: LocalDate;
  dayRank: number;
  format: StatementFormat;
  bankStatementId: string | null;
  sequence: string | null;
  digest: string;
  openingMinor: bigint;
  closingMinor: bigint;
  entryCount: number;
  creditsMinor: bigint;
  debitsMinor: bigint;
}>;

/** Where a statement joins the chain, and the holes that it leaves. */
export type Place = Readonly<{
  dayRank: number;
  gapBeforeMinor: bigint | null;
  gapAfterMinor: bigint | null;
}>;

type Balances = Pick<ChainLink, 'statementDate' | 'openingMinor' | 'closingMinor'>;
type Gap = Readonly<{ before: ChainLink; after: ChainLink }>;

const whole = (dayRank: number): Place => ({ dayRank, gapBeforeMinor: null, gapAfterMinor: null });

/** The links of one day. */
export function linksOfDay(chain: readonly ChainLink[], day: LocalDate): readonly ChainLink[] {
  const start = placeOf(chain, day);
  let end = start;
  while (chain[end]?.statementDate === day) end += 1;
  return chain.slice(start, end);
}

/** Index of the first link on `day` or after it. */
function placeOf(chain: readonly ChainLink[], day: LocalDate): number {
  let [low, high] = [0, chain.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const link = chain[middle];
    if (link !== undefined && link.statementDate < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts a link into its place of a growing chain. */
export function insertLink(chain: ChainLink[], link: ChainLink): void {
  const tail = chain.at(-1);
  if (tail === undefined || isBefore(tail, link)) return void chain.push(link); // As days mostly come.
  const start = placeOf(chain, link.statementDate);
  const before = linksOfDay(chain, link.statementDate).filter(({ dayRank }) => dayRank < link.dayRank);
  chain.splice(start + before.length, 0, link);
}

/** The last link before the place of a statement; undefined at the head. */
export function linkBefore(chain: readonly ChainLink[], day: LocalDate, dayRank: number): ChainLink | undefined {
  const tail = chain.at(-1);
  if (tail === undefined || isBefore(tail, { statementDate: day, dayRank })) return tail;
  const sameDay = linksOfDay(chain, day).findLast((link) => link.dayRank < dayRank);
  return sameDay ?? chain[placeOf(chain, day) - 1];
}

type Position = Pick<ChainLink, 'statementDate' | 'dayRank'>;
const isBefore = (a: Position, b: Position): boolean =>
  a.statementDate < b.statementDate || (a.statementDate === b.statementDate && a.dayRank < b.dayRank);

/**
 * The place at which the balances of the statement fit; null where they do not.
 *
 * @param isNew - none of its entries is on the account, so that a day that moves nothing may be put between two others.
 */
export function fittingPlace(chain: readonly ChainLink[], own: Balances, isNew: boolean): Place | null {
  const { statementDate, openingMinor, closingMinor } = own;
  const [head, tail] = [chain[0], chain.at(-1)];
  if (head === undefined || tail === undefined) return whole(0);
  if (statementDate >= tail.statementDate && openingMinor === tail.closingMinor) return whole(rankAfter(tail, own));
  if (statementDate <= head.statementDate && closingMinor === head.openingMinor) return whole(rankBefore(head, own));
  for (const gap of gapsAround(chain, statementDate)) {
    const place = placeInHole(gap, own);
    if (place !== null) return place;
  }
  // A day whose total is nothing leaves no gap when it is missing, and closes none when it comes.
  const gap = isNew && openingMinor === closingMinor ? gapAroundFreeDay(chain, statementDate) : null;
  return gap !== null && gap.before.closingMinor === openingMinor ? whole(0) : null;
}

/** The place of a statement that is let in though its neighbours are missing: at an end, or in a hole, on a free day. */
export function placeWithGap(chain: readonly ChainLink[], { statementDate }: Balances): Place | null {
  const [head, tail] = [chain[0], chain.at(-1)];
  if (head === undefined || tail === undefined) return whole(0);
  if (statementDate > tail.statementDate) return { ...whole(0), gapBeforeMinor: tail.closingMinor };
  if (statementDate < head.statementDate) return { ...whole(0), gapAfterMinor: head.openingMinor };
  const gap = gapAroundFreeDay(chain, statementDate);
  if (gap === null || isClosed(gap)) return null;
  return { dayRank: 0, gapBeforeMinor: gap.before.closingMinor, gapAfterMinor: gap.after.openingMinor };
}

function placeInHole(gap: Gap, own: Balances): Place | null {
  if (isClosed(gap)) return null;
  const { before, after } = gap;
  const fitsBefore = own.openingMinor === before.closingMinor;
  const fitsAfter = own.closingMinor === after.openingMinor;
  if (!fitsBefore && !fitsAfter) return null;
  const isOfDayBefore = own.statementDate === before.statementDate;
  const dayRank = isOfDayBefore ? rankAfter(before, own) : rankBefore(after, own);
  if (isOfDayBefore && own.statementDate === after.statementDate && dayRank >= after.dayRank) return null;
  return {
    dayRank,
    gapBeforeMinor: fitsBefore ? null : before.closingMinor,
    gapAfterMinor: fitsAfter ? null : after.openingMinor,
  };
}

const rankAfter = (link: ChainLink, { statementDate }: Balances): number =>
  statementDate === link.statementDate ? link.dayRank + 1 : 0;
const rankBefore = (link: ChainLink, { statementDate }: Balances): number =>
  statementDate === link.statementDate ? link.dayRank - 1 : 0;

const isClosed = ({ before, after }: Gap): boolean => before.closingMinor === after.openingMinor;

/** Each pair of neighbours between which the day may stand. */
function gapsAround(chain: readonly ChainLink[], day: LocalDate): readonly Gap[] {
  const gaps: Gap[] = [];
  for (let index = Math.max(1, placeOf(chain, day)); index < chain.length; index += 1) {
    const [before, after] = [chain[index - 1], chain[index]];
    if (before === undefined || after === undefined || before.statementDate > day) break;
    gaps.push({ before, after });
  }
  return gaps;
}

/** The neighbours of a day on which nothing stands yet; null at the ends. */
export function gapAroundFreeDay(chain: readonly ChainLink[], day: LocalDate): Gap | null {
  const index = placeOf(chain, day);
  const [before, after] = [chain[index - 1], chain[index]];
  return before === undefined || after === undefined || after.statementDate === day ? null : { before, after };
}

/**
 * A way along some of `candidates` that ends with the balance it began with: days that only together move nothing.
 *
 * @param candidates - sorted by day; those of one day in an order that does not depend on their arrival.
 */
export function pathBack<Candidate extends Balances>(
  startMinor: bigint,
  candidates: readonly Candidate[],
): readonly Candidate[] | null {
  const reached = new Map<bigint, readonly Candidate[]>([[startMinor, []]]);
  for (const day of byDay(candidates)) {
    // Several statements of one day follow each other in any order: as many rounds as there are.
    for (let round = 0; round < day.length; round += 1) {
      for (const candidate of day) {
        const path = reached.get(candidate.openingMinor);
        if (path === undefined || path.includes(candidate)) continue;
        const longer = [...path, candidate];
        if (candidate.closingMinor === startMinor) return longer;
        const known = reached.get(candidate.closingMinor);
        if (known === undefined || known.length > longer.length) reached.set(candidate.closingMinor, longer);
      }
    }
  }
  return null;
}

function byDay<Candidate extends Balances>(sorted: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const days = new Map<LocalDate, Candidate[]>();
  for (const candidate of sorted) {
    const day = days.get(candidate.statementDate);
    if (day === undefined) days.set(candidate.statementDate, [candidate]);
    else day.push(candidate);
  }
  return [...days.values()];
}
