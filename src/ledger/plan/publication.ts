/**
 * Decides what becomes of files that were read: published whole, compared, held for what is missing, known already, or
 * set aside with the reason. Pure: it sees the statements, and what the chains of their accounts look like.
 *
 * A file is proved as a whole: all its statements or none. Several files are planned together when one alone does not
 * fit: {@link planTogether} finds the largest set of files that can be published at once. Why the order of delivery does
 * not matter: statement-chain.ts.
 */
import type { BankAccountId } from '../../domain/ids.ts';
import type { Finding, StatementFormat } from '../../domain/statement.ts';
import {
  judgeStatement,
  statementDateOf,
  type ArrivedStatement,
  type PlannedStatement,
  type Surroundings,
  type Verdict,
} from './judge-statement.ts';
import { statementGap, waitsBehind } from './publication-findings.ts';
import { gapAroundFreeDay, insertLink, pathBack, type ChainLink } from './statement-chain.ts';

export { statementDateOf, type ArrivedStatement, type PlannedStatement } from './judge-statement.ts';
export type { ChainLink } from './statement-chain.ts';

export type PublicationPlan = Readonly<{
  state: 'published' | 'cross_checked' | 'held' | 'quarantined' | 'duplicate';
  /** Kept with the file. */
  findings: readonly Finding[];
  /** Told once: true of this moment, such as a number that may come tomorrow. */
  notes: readonly Finding[];
  /** In the order of their places. */
  publish: readonly PlannedStatement[];
}>;

export type Chains = ReadonlyMap<BankAccountId, readonly ChainLink[]>;

/** Plans one file by itself. */
export function planPublication(arrived: readonly ArrivedStatement[], chains: Chains): PublicationPlan {
  const settled = settle([arrived], chains);
  return planOf(settled, 0);
}

/**
 * Plans several files as one: those that fit only together are published, the others are held. A file is left out with
 * everything that only fits because of it.
 *
 * @returns one plan for each file, in their order.
 */
export function planTogether(
  files: readonly (readonly ArrivedStatement[])[],
  chains: Chains,
): readonly PublicationPlan[] {
  // What keeps a file back here is only a reason to wait: alone it was found to be right.
  const held = new Map<number, PublicationPlan>();
  for (;;) {
    const together = files.flatMap((file, fileIndex) => (held.has(fileIndex) ? [] : [{ file, fileIndex }]));
    const settled = settle(
      together.map(({ file }) => file),
      chains,
    );
    const plans = new Map(together.map(({ fileIndex }, index) => [fileIndex, planOf(settled, index)]));
    const keptBack = [...plans].filter(([, { state }]) => state === 'held' || state === 'quarantined');
    for (const [fileIndex, plan] of keptBack) held.set(fileIndex, { ...plan, state: 'held' });
    if (keptBack.length > 0) continue;
    return files.flatMap((_, fileIndex) => plans.get(fileIndex) ?? held.get(fileIndex) ?? []);
  }
}

type Waiting = Readonly<{ fileIndex: number; statement: ArrivedStatement }>;
type Settled = Readonly<{ fileIndex: number; verdict: Exclude<Verdict, { kind: 'held' | 'quarantined' }> }>;
type KeptBack = Readonly<{ waiting: Waiting; verdict: Extract<Verdict, { kind: 'held' | 'quarantined' }> }>;
type Outcome = Readonly<{ settled: readonly Settled[]; keptBack: readonly KeptBack[] }>;

/** Places what fits, one after the other, until nothing fits any more. */
function settle(files: readonly (readonly ArrivedStatement[])[], chains: Chains): Outcome {
  const books = growing(chains);
  const waiting = files
    .flatMap((file, fileIndex) => file.map((statement) => ({ fileIndex, statement })))
    .toSorted((a, b) => compareByDay(a.statement, b.statement));
  const pages = pagesOf(files);
  const settled: Settled[] = [];
  for (;;) {
    const keptBack: KeptBack[] = [];
    let isAnySettled = false;
    for (const one of waiting.splice(0)) {
      const verdict = judgeStatement(one.statement, books.around(one.statement, pages(one)));
      if (verdict.kind === 'held' || verdict.kind === 'quarantined') {
        keptBack.push({ waiting: one, verdict });
        continue;
      }
      isAnySettled = true;
      settled.push({ fileIndex: one.fileIndex, verdict });
      if (verdict.kind === 'publish') books.add(verdict.planned.bankAccountId, verdict.link);
    }
    if (keptBack.length === 0) return { settled, keptBack };
    if (!isAnySettled) {
      const group = connectingGroup(keptBack, books);
      if (group.length === 0) return { settled, keptBack: keptBack.map((one) => preciselySaid(one, keptBack, books)) };
      for (const { waiting: one, planned, link } of group) {
        settled.push({ fileIndex: one.fileIndex, verdict: { kind: 'publish', planned, link, notes: [] } });
        books.add(planned.bankAccountId, link);
      }
      const placed = new Set(group.map(({ waiting: one }) => one));
      waiting.push(...keptBack.map(({ waiting: one }) => one).filter((one) => !placed.has(one)));
    } else waiting.push(...keptBack.map(({ waiting: one }) => one));
  }
}

/** The chains as they grow in a plan. */
function growing(chains: Chains) {
  const byAccount = new Map<BankAccountId, ChainLink[]>([...chains].map(([id, links]) => [id, [...links]]));
  const masterFormats = new Map<BankAccountId, StatementFormat>();
  const fresh = new Set<ChainLink>();
  const chainOf = (id: BankAccountId): ChainLink[] => {
    const chain = byAccount.get(id) ?? [];
    byAccount.set(id, chain);
    return chain;
  };
  return {
    chainOf,
    around({ bankAccount }: ArrivedStatement, pages: Surroundings['pages']): Surroundings {
      const chain = bankAccount === null ? [] : chainOf(bankAccount.id);
      const masterFormat =
        bankAccount === null ? null : (bankAccount.masterFormat ?? masterFormats.get(bankAccount.id) ?? null);
      return { chain, fresh, pages, masterFormat };
    },
    add(id: BankAccountId, link: ChainLink): void {
      insertLink(chainOf(id), link);
      fresh.add(link);
      if (!masterFormats.has(id)) masterFormats.set(id, link.format);
    },
  };
}

type Grown = ReturnType<typeof growing>;
type Placed = Readonly<{ waiting: Waiting; planned: PlannedStatement; link: ChainLink }>;

/** Statements that only together move nothing, between two neighbours that are connected without them. */
function connectingGroup(keptBack: readonly KeptBack[], books: Grown): readonly Placed[] {
  const candidates = keptBack
    .flatMap(({ waiting, verdict }) =>
      verdict.kind === 'held' && verdict.link !== null && waiting.statement.overlapCount === 0
        ? [{ waiting, link: verdict.link, id: waiting.statement.bankAccount?.id }]
        : [],
    )
    .toSorted((a, b) => compareLinks(a.link, b.link));
  for (const { id, link } of candidates) {
    if (id === undefined) continue;
    const gap = gapAroundFreeDay(books.chainOf(id), link.statementDate);
    if (gap === null || gap.before.closingMinor !== gap.after.openingMinor) continue;
    const inside = candidates.filter(
      (other) =>
        other.id === id &&
        other.link.statementDate > gap.before.statementDate &&
        other.link.statementDate < gap.after.statementDate,
    );
    const path = pathBack(
      gap.before.closingMinor,
      inside.map((one) => ({ ...one.link, one })),
    );
    if (path !== null)
      return path.map(({ one }, index) => placedInGroup(one.waiting, one.link, id, path.slice(0, index)));
  }
  return [];
}

function placedInGroup(
  waiting: Waiting,
  unplaced: ChainLink,
  bankAccountId: BankAccountId,
  before: readonly ChainLink[],
): Placed {
  const { statementDate } = unplaced;
  const dayRank = before.filter((link) => link.statementDate === statementDate).length;
  const { summary } = waiting.statement;
  const { statementIndex } = summary;
  const place = { statementIndex, bankAccountId, statementDate, dayRank, gapBeforeMinor: null, gapAfterMinor: null };
  return { waiting, planned: { ...place, summary }, link: { ...unplaced, dayRank } };
}

/**
 * What a statement lacks is told beside its nearest neighbour, which may wait itself: a statement that continues one
 * misses nothing, and says for whom it waits; the gap of another one begins where the one before it ends.
 */
function preciselySaid(own: KeptBack, all: readonly KeptBack[], books: Grown): KeptBack {
  const { waiting, verdict } = own;
  if (verdict.kind !== 'held' || verdict.link === null) return own;
  const { link } = verdict;
  const [gap] = verdict.findings;
  if (gap?.code !== 'ingest.statement_gap') return own;
  const { summary, bankAccount } = waiting.statement;
  const others = all
    .flatMap(({ waiting: other, verdict: theirs }) =>
      other !== waiting && theirs.kind === 'held' && other.statement.bankAccount?.id === bankAccount?.id
        ? (theirs.link ?? [])
        : [],
    )
    .toSorted(compareLinks);
  const leader = others.findLast(
    (other) => other.closingMinor === link.openingMinor && other.statementDate <= link.statementDate,
  );
  if (leader !== undefined) {
    const finding = waitsBehind(summary, { link: leader, isBefore: true });
    return { waiting, verdict: { ...verdict, findings: [finding] } };
  }
  const tail = bankAccount === null ? undefined : books.chainOf(bankAccount.id).at(-1);
  const nearest = others.findLast((other) => other.statementDate < link.statementDate);
  if (tail === undefined || nearest === undefined || nearest.statementDate <= tail.statementDate) return own;
  const finding = statementGap(summary, link, { link: nearest, isBefore: true });
  return { waiting, verdict: { ...verdict, findings: [finding] } };
}

function planOf({ settled, keptBack }: Outcome, fileIndex: number): PublicationPlan {
  const mine = settled.filter((one) => one.fileIndex === fileIndex).map(({ verdict }) => verdict);
  const back = keptBack.filter(({ waiting }) => waiting.fileIndex === fileIndex).map(({ verdict }) => verdict);
  if (back.length > 0) {
    const findings = back.flatMap((verdict) => verdict.findings);
    const state = back.some(({ kind }) => kind === 'quarantined') ? 'quarantined' : 'held';
    return { state, findings, notes: [], publish: [] };
  }
  const publish = mine.flatMap((verdict) => (verdict.kind === 'publish' ? [verdict.planned] : []));
  const kept = mine.flatMap((verdict) => (verdict.kind === 'checked' ? verdict.notes : []));
  const notes = mine.flatMap((verdict) => (verdict.kind === 'publish' ? verdict.notes : []));
  const isChecked = mine.some(({ kind }) => kind === 'checked');
  const state = publish.length > 0 ? 'published' : isChecked ? 'cross_checked' : 'duplicate';
  return { state, findings: kept, notes, publish };
}

/** The pages of one account and day in one file: what the other format may have said in one statement. */
function pagesOf(files: readonly (readonly ArrivedStatement[])[]) {
  const pages = new Map<string, ArrivedStatement['summary'][]>();
  const keyOf = (fileIndex: number, { summary, bankAccount }: ArrivedStatement): string =>
    [fileIndex, bankAccount?.id ?? '', statementDateOf(summary) ?? ''].join(' ');
  for (const [fileIndex, file] of files.entries()) {
    for (const statement of file.toSorted((a, b) => a.summary.statementIndex - b.summary.statementIndex)) {
      const key = keyOf(fileIndex, statement);
      const known = pages.get(key);
      if (known === undefined) pages.set(key, [statement.summary]);
      else known.push(statement.summary);
    }
  }
  return ({ fileIndex, statement }: Waiting) => pages.get(keyOf(fileIndex, statement)) ?? [];
}

const compareByDay = (a: ArrivedStatement, b: ArrivedStatement): number => {
  const [left, right] = [statementDateOf(a.summary) ?? '', statementDateOf(b.summary) ?? ''];
  return left === right ? a.summary.statementIndex - b.summary.statementIndex : left < right ? -1 : 1;
};

const compareLinks = (a: ChainLink, b: ChainLink): number => {
  if (a.statementDate !== b.statementDate) return a.statementDate < b.statementDate ? -1 : 1;
  return a.digest < b.digest ? -1 : a.digest === b.digest ? 0 : 1;
};
