/**
 * Finds which reported entry (camt.052, camt.054, MT942) tells of which booked one. Pure; the same for both orders of
 * arrival, because it only looks at what is there.
 *
 * The bank's reference decides when both carry it; else the name of the batch; else day and amount. Only what is unique
 * on both sides is linked: of two equal amounts nobody can say which is which. Only a report that can give payments is
 * looked at: it details the entry, and to the cent.
 */
import { daysBetween, type LocalDate } from '../../domain/local-date.ts';
import type { Side } from '../../domain/money.ts';

type FoundBy = 'reference' | 'batch' | 'day_and_amount';

/** An entry, booked or reported, by what can tell that it is the same. */
export type ToldEntry = Readonly<{
  id: string;
  reference: string | null;
  batchReference: string | null;
  side: Side;
  amountMinor: bigint;
  currency: string;
  day: LocalDate | null;
}>;

export type ReportedEntry = ToldEntry &
  Readonly<{
    /** Its payments as stored text: equal texts say the same. */
    content: string;
    /** > 0: one of several equal ones in one report. */
    rank: number;
    payments: readonly Readonly<{
      side: Side;
      amountMinor: bigint;
      batchCount: number | null;
      isNamed: boolean;
    }>[];
  }>;

export type ReportLink = Readonly<{ entryId: string; reportedEntryId: string; foundBy: FoundBy }>;
type ReportLinks = Readonly<{ links: readonly ReportLink[]; ambiguousCount: number }>;

const windowDays = 3;

/**
 * @param bare - booked entries whose payments the statement did not detail.
 * @param booked - all booked entries of the account that could be meant, `bare` among them.
 * @param reports - what was reported of the account, in an order that does not depend on arrival.
 */
export function linkReports(
  bare: readonly ToldEntry[],
  booked: readonly ToldEntry[],
  reports: readonly ReportedEntry[],
): ReportLinks {
  const links: ReportLink[] = [];
  let ambiguousCount = 0;
  const told = { reports: indexOf(reports.filter(canGivePayments)), booked: indexOf(booked) };
  for (const entry of bare) {
    const found = findReport(entry, told);
    if (found === 'ambiguous') ambiguousCount += 1;
    else if (found !== null)
      links.push({ entryId: entry.id, reportedEntryId: found.report.id, foundBy: found.foundBy });
  }
  return { links, ambiguousCount };
}

type Index<Told> = Readonly<Record<'byReference' | 'byBatch' | 'byAmount', (key: string | null) => readonly Told[]>>;
type AllTold = Readonly<{ reports: Index<ReportedEntry>; booked: Index<ToldEntry> }>;
type Found = Readonly<{ report: ReportedEntry; foundBy: FoundBy }> | 'ambiguous' | null;

function indexOf<Told extends ToldEntry>(told: readonly Told[]): Index<Told> {
  const grouped = (keyOf: (one: Told) => string | null) => {
    const groups = new Map<string, Told[]>();
    for (const one of told) {
      const key = keyOf(one);
      if (key === null) continue;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
    return (key: string | null) => (key === null ? [] : (groups.get(key) ?? []));
  };
  return {
    byReference: grouped(({ reference }) => reference),
    byBatch: grouped(({ batchReference }) => batchReference),
    byAmount: grouped(amountKey),
  };
}

const amountKey = ({ side, amountMinor, currency }: ToldEntry): string => `${side} ${amountMinor} ${currency}`;

function findReport(entry: ToldEntry, { reports, booked }: AllTold): Found {
  const byReference = reports.byReference(entry.reference);
  if (byReference.length > 0) return unique(entry, byReference, booked.byReference(entry.reference), 'reference');
  const byBatch = reports.byBatch(entry.batchReference).filter((report) => mayBe(entry, report));
  if (byBatch.length > 0) return unique(entry, byBatch, booked.byBatch(entry.batchReference), 'batch');
  const near = reports.byAmount(amountKey(entry)).filter((report) => isNear(entry, report) && mayBe(entry, report));
  if (near.length === 0) return null;
  const rivals = booked
    .byAmount(amountKey(entry))
    .filter((other) => near.some((report) => isNear(other, report) && mayBe(other, report)));
  const isOneDay = new Set(near.map(({ day }) => day)).size === 1;
  return isOneDay ? unique(entry, near, rivals, 'day_and_amount') : 'ambiguous';
}

/** Reports that say the same of one entry are one: banks repeat during the day what they said in the morning. */
function unique(
  entry: ToldEntry,
  named: readonly ReportedEntry[],
  rivals: readonly ToldEntry[],
  foundBy: FoundBy,
): Found {
  const isOne = new Set(named.map(({ content }) => content)).size === 1 && named.every(({ rank }) => rank === 0);
  if (!isOne || rivals.length > 1) return 'ambiguous';
  const [report] = named;
  return report !== undefined && explains(report, entry) ? { report, foundBy } : null;
}

/** Two references that differ speak of two entries. */
const mayBe = (entry: ToldEntry, report: ToldEntry): boolean =>
  entry.reference === null || report.reference === null || entry.reference === report.reference;

const isNear = (a: ToldEntry, b: ToldEntry): boolean =>
  a.day !== null && b.day !== null && Math.abs(daysBetween(a.day, b.day)) <= windowDays;

const canGivePayments = ({ payments }: ReportedEntry): boolean =>
  payments.length > 1 || payments.some(({ batchCount, isNamed }) => batchCount === null && isNamed);

/** Its payments make the entry, to the cent. */
function explains({ payments, currency }: ReportedEntry, entry: ToldEntry): boolean {
  const sum = payments.reduce(
    (total, { side, amountMinor }) => total + (side === entry.side ? amountMinor : -amountMinor),
    0n,
  );
  return currency === entry.currency && sum === entry.amountMinor;
}
