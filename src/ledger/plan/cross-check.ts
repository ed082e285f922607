/**
 * Compares a statement in a second format with what is posted of the same day. Pure.
 *
 * Banks cut days differently: one statement here, two pages there, a week in one. Equal is a run of neighbouring links
 * that ends on the day and has the same balances, the same number of entries and the same sums of both sides.
 */
import type { LocalDate } from '../../domain/local-date.ts';
import type { StatementFormat } from '../../domain/statement.ts';
import { gapAroundFreeDay, linksOfDay, type ChainLink } from './statement-chain.ts';

export type DayTotals = Readonly<{
  openingMinor: bigint;
  closingMinor: bigint;
  entryCount: number;
  creditsMinor: bigint;
  debitsMinor: bigint;
}>;

type CrossCheck =
  | Readonly<{ kind: 'equal' }>
  /** Nothing is posted of the day yet. */
  | Readonly<{ kind: 'awaited' }>
  | Readonly<{ kind: 'differs'; posted: DayTotals & Readonly<{ format: StatementFormat }> }>;

/**
 * @param own - one statement, or several ways to cut the day: the statement alone, and with its pages. Equal if one is.
 * @param fromDate - the first day it covers, when it says so.
 */
export function crossCheck(
  own: readonly DayTotals[],
  { day, fromDate, format }: Readonly<{ day: LocalDate; fromDate: LocalDate | null; format: StatementFormat }>,
  chain: readonly ChainLink[],
): CrossCheck {
  const ofDay = linksOfDay(chain, day).filter((link) => link.format !== format);
  const [first] = ofDay;
  if (first === undefined) {
    const gap = gapAroundFreeDay(chain, day);
    // A day without movement need not be sent in every format.
    const isIdle = own.some(
      (totals) =>
        totals.entryCount === 0 &&
        totals.openingMinor === totals.closingMinor &&
        gap?.before.closingMinor === totals.openingMinor &&
        gap.after.openingMinor === totals.openingMinor,
    );
    return { kind: isIdle ? 'equal' : 'awaited' };
  }
  const covered = fromDate === null || fromDate >= day ? ofDay : linksBetween(chain, fromDate, day, format);
  const isEqual = runsEndingOn(day, covered).some((run) => own.some((totals) => areEqual(sumOf(run), totals)));
  return isEqual ? { kind: 'equal' } : { kind: 'differs', posted: { ...sumOf(ofDay), format: first.format } };
}

const linksBetween = (chain: readonly ChainLink[], from: LocalDate, to: LocalDate, format: StatementFormat) =>
  chain.filter((link) => link.statementDate >= from && link.statementDate <= to && link.format !== format);

function runsEndingOn(day: LocalDate, links: readonly ChainLink[]): readonly (readonly ChainLink[])[] {
  return links.flatMap((last, end) =>
    last.statementDate === day ? links.slice(0, end + 1).map((_, start) => links.slice(start, end + 1)) : [],
  );
}

/** What several neighbours say together: the first opening, the last closing, the sums. */
export function sumOf(run: readonly DayTotals[]): DayTotals {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a run of no statement has no totals');
  return {
    openingMinor: first.openingMinor,
    closingMinor: last.closingMinor,
    entryCount: run.reduce((sum, { entryCount }) => sum + entryCount, 0),
    creditsMinor: run.reduce((sum, { creditsMinor }) => sum + creditsMinor, 0n),
    debitsMinor: run.reduce((sum, { debitsMinor }) => sum + debitsMinor, 0n),
  };
}

const areEqual = (a: DayTotals, b: DayTotals): boolean =>
  a.openingMinor === b.openingMinor &&
  a.closingMinor === b.closingMinor &&
  a.entryCount === b.entryCount &&
  a.creditsMinor === b.creditsMinor &&
  a.debitsMinor === b.debitsMinor;
