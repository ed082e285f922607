/**
 * Decides about one statement, against the chain of its account as it is: publish it, compare it, wait, or set it aside.
 * Pure. The most precise reason comes first; what a company lets pass (domain/account-policy.ts) stays as a finding.
 */
import { defaultPolicy, type AccountPolicy, type WhenInDoubt } from '../../domain/account-policy.ts';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { BankAccountId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Finding, StatementFormat, StatementSummary } from '../../domain/statement.ts';
import { crossCheck, sumOf, type DayTotals } from './cross-check.ts';
import { withBothBalances, type BalancedStatement } from './derived-balances.ts';
import {
  accepted,
  accountCurrencyDiffers,
  accountUnknown,
  balanceMissing,
  crossCheckDiffers,
  entriesAlreadyBooked,
  masterFormatAwaited,
  sequenceGap,
  statementConflict,
  statementDateMissing,
  statementGap,
  statementOutOfChain,
  statementTwin,
} from './publication-findings.ts';
import { missingNumbers } from './sequence-numbers.ts';
import { fittingPlace, linkBefore, linksOfDay, placeWithGap, type ChainLink, type Place } from './statement-chain.ts';

/** What the ledger knows of the account of a statement. */
export type JudgedAccount = Readonly<{
  id: BankAccountId;
  currency: CurrencyCode;
  /** Null: no statement of it is published yet. */
  masterFormat: StatementFormat | null;
  policy: AccountPolicy;
}>;

/** A statement as it was read, with its place in the books. */
export type ArrivedStatement = Readonly<{
  summary: StatementSummary;
  digest: string;
  format: StatementFormat;
  /** Null when no bank account of the ledger has this number. */
  bankAccount: JudgedAccount | null;
  /** How many of its booked entries the account has already. */
  overlapCount: number;
  /** A person decided to publish it despite its doubts. */
  isReleased: boolean;
}>;

export type PlannedStatement = Readonly<{
  statementIndex: number;
  bankAccountId: BankAccountId;
  statementDate: LocalDate;
  dayRank: number;
  gapBeforeMinor: bigint | null;
  gapAfterMinor: bigint | null;
  /** With both balances, and with the findings it is published despite. */
  summary: StatementSummary;
}>;

export type Verdict =
  | Readonly<{ kind: 'publish'; planned: PlannedStatement; link: ChainLink; notes: readonly Finding[] }>
  | Readonly<{ kind: 'duplicate' }>
  | Readonly<{ kind: 'checked'; notes: readonly Finding[] }>
  /** `link`: whole and right, only its place in the chain is missing. */
  | Readonly<{ kind: 'held'; findings: readonly Finding[]; link: ChainLink | null }>
  | Readonly<{ kind: 'quarantined'; findings: readonly Finding[] }>;

/** The chain of the account, and what the same plan has put into it already. */
export type Surroundings = Readonly<{
  chain: readonly ChainLink[];
  fresh: ReadonlySet<ChainLink>;
  /** The pages of the same day in the same file, in file order, the statement among them. */
  pages: readonly StatementSummary[];
  masterFormat: StatementFormat | null;
}>;

const releasedPolicy: AccountPolicy = {
  ...defaultPolicy,
  onMissingStatement: 'publish',
  onAbsentBalance: 'publish',
  onTotalsMismatch: 'publish',
  onSequenceGap: 'publish',
};

export function judgeStatement(statement: ArrivedStatement, around: Surroundings): Verdict {
  const { summary, bankAccount } = statement;
  const doubts = summary.findings.filter(({ severity }) => severity === 'refuse');
  if (bankAccount === null) return quarantined(...doubts, accountUnknown(summary));
  const day = statementDateOf(summary);
  if (day !== null && linksOfDay(around.chain, day).some(({ digest }) => digest === statement.digest)) {
    return { kind: 'duplicate' };
  }
  const policy = statement.isReleased ? releasedPolicy : bankAccount.policy;
  const choices = doubts.map(({ code }) => choiceFor(code, policy));
  if (choices.includes('quarantine')) return quarantined(...doubts);
  if (choices.includes('hold')) return held(doubts);

  const balanced = withBothBalances(summary);
  if (balanced === null) return quarantined(balanceMissing(summary));
  const { currency } = summary;
  if (currency !== null && currency !== bankAccount.currency) {
    return quarantined(accountCurrencyDiffers(summary, currency, bankAccount.currency));
  }
  if (day === null) return quarantined(statementDateMissing(summary));
  if (isSecondFormat(statement, day, around)) return judgeSecondFormat(statement, day, balanced, around);
  if (balanced.derived !== null && policy.onAbsentBalance !== 'publish') {
    return policy.onAbsentBalance === 'hold' ? held([balanceMissing(summary)]) : quarantined(balanceMissing(summary));
  }
  const link = linkOf(statement, day, balanced);
  const complete = { ...balanced.summary, findings: balanced.summary.findings.map(accepted) };
  return judgeInChain({ ...statement, summary: complete }, { policy, bankAccountId: bankAccount.id }, link, around);
}

const totalsCodes: ReadonlySet<string> = new Set(['ingest.totals_mismatch']);

/** What the account lets happen with a refusal of the reader; what nobody may decide is set aside. */
function choiceFor(code: string, policy: AccountPolicy): WhenInDoubt {
  if (totalsCodes.has(code)) return policy.onTotalsMismatch;
  return code === 'ingest.balance_mismatch' ? policy.onBalanceMismatch : 'quarantine';
}

/** Also when the master format was changed: what is posted in another format of this day stays the posted one. */
const isSecondFormat = ({ format }: ArrivedStatement, day: LocalDate, { chain, masterFormat }: Surroundings): boolean =>
  (masterFormat !== null && masterFormat !== format) || linksOfDay(chain, day).some((link) => link.format !== format);

function judgeSecondFormat(
  { summary, format, isReleased }: ArrivedStatement,
  day: LocalDate,
  balanced: BalancedStatement,
  { chain, pages, masterFormat }: Surroundings,
): Verdict {
  const own = totalsOf(balanced);
  const whole = pages.map(withBothBalances).filter((page) => page !== null);
  const cuts = whole.length > 1 ? [own, sumOf(whole.map(totalsOf))] : [own];
  const checked = crossCheck(cuts, { day, fromDate: summary.fromDate, format }, chain);
  if (checked.kind === 'equal') return { kind: 'checked', notes: [] };
  if (checked.kind === 'awaited') return held([masterFormatAwaited(summary, day, masterFormat ?? format)]);
  const finding = crossCheckDiffers(summary, day, own, checked.posted);
  return isReleased ? { kind: 'checked', notes: [accepted(finding)] } : quarantined(finding);
}

type InChain = Readonly<{ policy: AccountPolicy; bankAccountId: BankAccountId }>;

/** @param link - the statement as it would stand in the chain; its day rank is found here. */
function judgeInChain(statement: ArrivedStatement, account: InChain, link: ChainLink, around: Surroundings): Verdict {
  const { summary, overlapCount, isReleased } = statement;
  const { chain, fresh } = around;
  const { statementDate } = link;
  const sameDay = linksOfDay(chain, statementDate);
  if (sameDay.some((other) => isSameStatement(other, link))) {
    return quarantined(statementConflict(summary, statementDate));
  }
  // The bank issued it again under another statement id: nothing in it is new.
  const isReissued = sameDay.some(
    (other) => other.openingMinor === link.openingMinor && other.closingMinor === link.closingMinor,
  );
  if (isReissued && overlapCount > 0 && overlapCount === summary.bookedCount) return { kind: 'duplicate' };
  // Of the same delivery: whether its entries are the same is known only when the other one is published.
  if (!isReleased && link.entryCount > 0 && sameDay.some((other) => fresh.has(other) && isTwin(other, link))) {
    return held([statementTwin(summary, statementDate)]);
  }
  const place = fittingPlace(chain, link, overlapCount === 0);
  if (place !== null) return publishAt(statement, account, link, place, chain);
  if (overlapCount > 0) return quarantined(entriesAlreadyBooked(summary, statementDate, overlapCount));
  const openPlace = account.policy.onMissingStatement === 'publish' ? placeWithGap(chain, link) : null;
  const gap = gapFinding(summary, link, chain);
  if (openPlace !== null) {
    const published = { ...summary, findings: [...summary.findings, accepted(gap)] };
    return publishAt({ ...statement, summary: published }, account, link, openPlace, chain);
  }
  return account.policy.onMissingStatement === 'quarantine'
    ? quarantined(gap)
    : { kind: 'held', findings: [gap], link };
}

function publishAt(
  { summary }: ArrivedStatement,
  { policy, bankAccountId }: InChain,
  unplaced: ChainLink,
  place: Place,
  chain: readonly ChainLink[],
): Verdict {
  const link = { ...unplaced, dayRank: place.dayRank };
  const before = linkBefore(chain, link.statementDate, link.dayRank);
  const missing = before === undefined || place.gapBeforeMinor !== null ? null : missingNumbers(before, link);
  const notes = missing === null ? [] : [sequenceGap(summary, missing)];
  if (notes.length > 0 && policy.onSequenceGap === 'hold') return held(notes);
  if (notes.length > 0 && policy.onSequenceGap === 'quarantine') return quarantined(...notes);
  const { statementIndex } = summary;
  const planned = { statementIndex, bankAccountId, statementDate: link.statementDate, ...place, summary };
  return { kind: 'publish', planned, link, notes };
}

function gapFinding(summary: StatementSummary, link: ChainLink, chain: readonly ChainLink[]): Finding {
  const before = linkBefore(chain, link.statementDate, Number.POSITIVE_INFINITY);
  const after = chain.find((other) => other.statementDate > link.statementDate);
  if (before !== undefined && (after === undefined || before.closingMinor !== after.openingMinor)) {
    return statementGap(summary, link, { link: before, isBefore: true });
  }
  if (before === undefined && after !== undefined) {
    return statementGap(summary, link, { link: after, isBefore: false });
  }
  return statementOutOfChain(summary, link.statementDate);
}

const totalsOf = ({ opening, closing, summary }: BalancedStatement): DayTotals => ({
  openingMinor: opening.minor,
  closingMinor: closing.minor,
  entryCount: summary.bookedCount,
  creditsMinor: summary.bookedCreditsMinor,
  debitsMinor: summary.bookedDebitsMinor,
});

const linkOf = (
  { digest, format, summary }: ArrivedStatement,
  statementDate: LocalDate,
  balanced: BalancedStatement,
): ChainLink => ({
  statementDate,
  dayRank: 0,
  format,
  bankStatementId: summary.bankStatementId,
  sequence: summary.sequence,
  digest,
  ...totalsOf(balanced),
});

const isTwin = (a: ChainLink, b: ChainLink): boolean =>
  a.openingMinor === b.openingMinor &&
  a.closingMinor === b.closingMinor &&
  a.entryCount === b.entryCount &&
  a.creditsMinor === b.creditsMinor;

const isSameStatement = (a: ChainLink, b: ChainLink): boolean =>
  (a.bankStatementId !== null || a.sequence !== null) &&
  a.bankStatementId === b.bankStatementId &&
  a.sequence === b.sequence;

/** The day a statement closes: its place in the account's chain. */
export const statementDateOf = ({ closingBalance, toDate, openingBalance }: StatementSummary): LocalDate | null =>
  closingBalance?.date ?? toDate ?? openingBalance?.date ?? null;

const quarantined = (...findings: readonly Finding[]): Verdict => ({ kind: 'quarantined', findings });
const held = (findings: readonly Finding[]): Verdict => ({ kind: 'held', findings, link: null });
