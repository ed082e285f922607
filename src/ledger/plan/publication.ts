/**
 * Decides what becomes of a file that was read: published whole, held for a statement that is missing, known already,
 * or kept aside with the reason. Pure: it sees the statements, and what the account's chain looks like.
 *
 * The chain of an account has no holes: closing(n) = opening(n+1). A statement is published only where it fits.
 * Delivered in any order, the same statements end in the same chain, as long as the days that came cannot be joined
 * over a day that did not: a day that moves nothing fits in later, but two days that only together move nothing are held,
 * and told, until a person decides.
 */
import type { BankAccountId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Finding, StatementSummary } from '../../domain/statement.ts';
import type { CurrencyCode } from '../../domain/currency.ts';
import {
  accountCurrencyDiffers,
  accountUnknown,
  balanceMissing,
  entriesAlreadyBooked,
  statementConflict,
  statementDateMissing,
  statementGap,
  statementOutOfChain,
} from './publication-findings.ts';

/** A statement as it was read, with its place in the books. */
export type ArrivedStatement = Readonly<{
  summary: StatementSummary;
  digest: string;
  /** Null when no bank account of the ledger has this number. */
  bankAccount: Readonly<{ id: BankAccountId; currency: CurrencyCode }> | null;
  /** How many of its booked entries the account has already. */
  overlapCount: number;
}>;

/** A published statement; the chain is sorted by `statementDate`, then `dayRank`. */
export type ChainLink = Readonly<{
  statementDate: LocalDate;
  dayRank: number;
  bankStatementId: string | null;
  sequence: string | null;
  digest: string;
  openingMinor: bigint;
  closingMinor: bigint;
}>;

export type PlannedStatement = Readonly<{
  statementIndex: number;
  bankAccountId: BankAccountId;
  statementDate: LocalDate;
  dayRank: number;
}>;

export type PublicationPlan = Readonly<{
  state: 'published' | 'held' | 'quarantined' | 'duplicate';
  findings: readonly Finding[];
  /** Empty unless `published`. */
  publish: readonly PlannedStatement[];
}>;

type Verdict =
  | Readonly<{ kind: 'publish'; planned: PlannedStatement; link: ChainLink }>
  | Readonly<{ kind: 'duplicate' }>
  | Readonly<{ kind: 'held' | 'quarantined'; finding: Finding }>;

/** All statements of a file or none: a file is proved as a whole. */
export function planPublication(
  arrived: readonly ArrivedStatement[],
  chains: ReadonlyMap<BankAccountId, readonly ChainLink[]>,
): PublicationPlan {
  const growing = new Map([...chains].map(([id, links]) => [id, [...links]]));
  const waiting = arrived.toSorted(byDate);
  const publish: PlannedStatement[] = [];
  while (waiting.length > 0) {
    const verdicts = waiting.map((statement) => judge(statement, growing));
    const next = verdicts.findIndex(({ kind }) => kind === 'publish' || kind === 'duplicate');
    const verdict = verdicts[next];
    if (verdict === undefined) return refusal(verdicts);
    waiting.splice(next, 1);
    if (verdict.kind !== 'publish') continue;
    publish.push(verdict.planned);
    const { bankAccountId } = verdict.planned;
    growing.set(bankAccountId, [...(growing.get(bankAccountId) ?? []), verdict.link].toSorted(byPlace));
  }
  return { state: publish.length === 0 ? 'duplicate' : 'published', findings: [], publish };
}

function refusal(verdicts: readonly Verdict[]): PublicationPlan {
  const findings = verdicts.flatMap((verdict) => ('finding' in verdict ? [verdict.finding] : []));
  const state = verdicts.some(({ kind }) => kind === 'quarantined') ? 'quarantined' : 'held';
  return { state, findings, publish: [] };
}

function judge(statement: ArrivedStatement, chains: ReadonlyMap<BankAccountId, readonly ChainLink[]>): Verdict {
  const { summary, bankAccount } = statement;
  if (bankAccount === null) return { kind: 'quarantined', finding: accountUnknown(summary) };
  const { openingBalance, closingBalance, currency } = summary;
  if (openingBalance === null || closingBalance === null || currency === null) {
    return { kind: 'quarantined', finding: balanceMissing(summary) };
  }
  if (currency !== bankAccount.currency) {
    return { kind: 'quarantined', finding: accountCurrencyDiffers(summary, currency, bankAccount.currency) };
  }
  const statementDate = statementDateOf(summary);
  if (statementDate === null) return { kind: 'quarantined', finding: statementDateMissing(summary) };
  const { bankStatementId, sequence } = summary;
  const link: ChainLink = {
    statementDate,
    dayRank: 0,
    bankStatementId,
    sequence,
    digest: statement.digest,
    openingMinor: openingBalance.amount.minor,
    closingMinor: closingBalance.amount.minor,
  };
  return judgeInChain(statement, bankAccount.id, link, chains.get(bankAccount.id) ?? []);
}

/** @param link - the statement as it would stand in the chain; its day rank is found here. */
function judgeInChain(
  { summary, overlapCount }: ArrivedStatement,
  bankAccountId: BankAccountId,
  link: ChainLink,
  chain: readonly ChainLink[],
): Verdict {
  const { statementDate, digest, openingMinor, closingMinor } = link;
  const sameDay = chain.filter((other) => other.statementDate === statementDate);
  if (sameDay.some((other) => other.digest === digest)) return { kind: 'duplicate' };
  if (sameDay.some((other) => isSameStatement(other, link))) {
    return { kind: 'quarantined', finding: statementConflict(summary, statementDate) };
  }
  // The bank issued it again under another statement id: nothing in it is new.
  const isReissued = sameDay.some(
    (other) => other.openingMinor === openingMinor && other.closingMinor === closingMinor,
  );
  if (isReissued && overlapCount > 0 && overlapCount === summary.bookedCount) return { kind: 'duplicate' };
  const dayRank = placeInChain(chain, link, overlapCount);
  if (dayRank !== null) {
    const planned = { statementIndex: summary.statementIndex, bankAccountId, statementDate, dayRank };
    return { kind: 'publish', planned, link: { ...link, dayRank } };
  }
  if (overlapCount > 0) {
    return { kind: 'quarantined', finding: entriesAlreadyBooked(summary, statementDate, overlapCount) };
  }
  const [head, tail] = [chain[0], chain.at(-1)];
  if (tail !== undefined && statementDate >= tail.statementDate) {
    return { kind: 'held', finding: statementGap(summary, statementDate, { link: tail, isBefore: true }) };
  }
  if (head !== undefined && statementDate <= head.statementDate) {
    return { kind: 'held', finding: statementGap(summary, statementDate, { link: head, isBefore: false }) };
  }
  return { kind: 'held', finding: statementOutOfChain(summary, statementDate) };
}

/** The day rank at which the statement joins the chain; null where it does not fit. */
function placeInChain(
  chain: readonly ChainLink[],
  { statementDate, openingMinor, closingMinor }: Pick<ChainLink, 'statementDate' | 'openingMinor' | 'closingMinor'>,
  overlapCount: number,
): number | null {
  const head = chain[0];
  const tail = chain.at(-1);
  if (head === undefined || tail === undefined) return 0;
  if (statementDate >= tail.statementDate && openingMinor === tail.closingMinor) {
    return statementDate === tail.statementDate ? tail.dayRank + 1 : 0;
  }
  if (statementDate <= head.statementDate && closingMinor === head.openingMinor) {
    return statementDate === head.statementDate ? head.dayRank - 1 : 0;
  }
  // A day whose total is nothing leaves no gap when it is missing, and closes none when it comes.
  const before = chain.findLast((link) => link.statementDate < statementDate);
  const isDayFree = chain.every((link) => link.statementDate !== statementDate);
  const isNew = overlapCount === 0 && isDayFree;
  return isNew && before?.closingMinor === openingMinor && openingMinor === closingMinor ? 0 : null;
}

const isSameStatement = (a: ChainLink, b: ChainLink): boolean =>
  (a.bankStatementId !== null || a.sequence !== null) &&
  a.bankStatementId === b.bankStatementId &&
  a.sequence === b.sequence;

/** The day a statement closes: its place in the account's chain. */
export const statementDateOf = ({ closingBalance, toDate, openingBalance }: StatementSummary): LocalDate | null =>
  closingBalance?.date ?? toDate ?? openingBalance?.date ?? null;

const byDate = (a: ArrivedStatement, b: ArrivedStatement): number => {
  const [left, right] = [statementDateOf(a.summary) ?? '', statementDateOf(b.summary) ?? ''];
  return left === right ? a.summary.statementIndex - b.summary.statementIndex : left < right ? -1 : 1;
};

const byPlace = (a: ChainLink, b: ChainLink): number =>
  a.statementDate === b.statementDate ? a.dayRank - b.dayRank : a.statementDate < b.statementDate ? -1 : 1;
