/**
 * Statements that the bank cut into pages: each is a statement of its own, whose interim balances chain.
 *
 *     page 1: OPBD … ITBD      page 2: ITBD … ITBD      last page: ITBD … CLBD
 *
 * @see ISO 20022 `Stmt/StmtPgntn` (`RptPgntn`, `NtfctnPgntn`), in version 02 `GrpHdr/MsgPgntn`
 */
import { formatDecimal } from '../../domain/money.ts';
import type { Balance, Finding, SourcePosition } from '../../domain/statement.ts';
import { finding } from '../findings.ts';
import type { XmlElement } from '../xml-elements.ts';
import { textAt } from './read-element.ts';

export type Page = Readonly<{ number: number; isLast: boolean }>;

/** Null for a statement that is whole: one page which is the last, or no word about pages. */
export function readPage(pagination: XmlElement | null): Page | null {
  const written = textAt(pagination, 'PgNb');
  if (written === null || !/^\d{1,5}$/.test(written)) return null;
  const page = { number: +written, isLast: /^(?:true|1)$/i.test(textAt(pagination, 'LastPgInd') ?? '') };
  return page.number <= 1 && page.isLast ? null : page;
}

/** What of a page its neighbours have to fit to. */
type PageEnd = Readonly<{
  page: Page;
  account: string | null;
  bankStatementId: string | null;
  opening: Balance | null;
  closing: Balance | null;
  at: SourcePosition;
}>;

export type PageChain = Readonly<{
  /** Answers with what is wrong between the page and the one before it. */
  follow: (end: PageEnd) => readonly Finding[];
  /** At the end of the file: pages that are announced and did not come. */
  missing: () => readonly Finding[];
}>;

/** Follows the pages of all statements of one file. Pages that stand in other files are chained by the books. */
export function pageChain(): PageChain {
  const lastEnds = new Map<string, PageEnd>();
  return {
    follow(end) {
      const key = JSON.stringify([end.account, end.bankStatementId]);
      const before = lastEnds.get(key) ?? null;
      lastEnds.set(key, end);
      return before === null ? [] : [...checkNumbers(before, end), ...checkBalances(before, end)];
    },
    missing: () =>
      [...lastEnds.values()].flatMap(({ page, at }) => {
        if (page.isLast) return [];
        return [finding('ingest.page_missing', `The file ends after page ${String(page.number)}, not the last`, at)];
      }),
  };
}

function checkNumbers(before: PageEnd, { page, at }: PageEnd): readonly Finding[] {
  if (page.number === before.page.number + 1) return [];
  const what = `After page ${String(before.page.number)} comes page ${String(page.number)}`;
  return [finding('ingest.page_missing', what, at)];
}

function checkBalances({ closing, page: pageBefore }: PageEnd, { page, opening, at }: PageEnd): readonly Finding[] {
  if (closing === null || opening === null || page.number !== pageBefore.number + 1) return [];
  const { amount } = closing;
  if (amount.minor === opening.amount.minor && amount.currency === opening.amount.currency) return [];
  const what =
    `Page ${String(pageBefore.number)} ends with ${formatDecimal(amount)} ${amount.currency}, ` +
    `page ${String(page.number)} begins with ${formatDecimal(opening.amount)} ${opening.amount.currency}`;
  return [finding('ingest.page_chain_broken', what, at)];
}
