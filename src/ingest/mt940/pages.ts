/**
 * Pages: the bank cuts a long statement into messages of one account and one number of `:28C:` (`61/1`, `61/2`). All but
 * the last close with `:62M:`, all but the first open with `:60M:`, and each opens with what the one before closed with.
 *
 * Each page stays a statement of its own, which proves itself; here is checked that they follow each other.
 */
import { formatDecimal } from '../../domain/money.ts';
import type { Finding, SourcePosition } from '../../domain/statement.ts';
import { finding } from '../findings.ts';
import type { StatementEnd } from '../statement-summary.ts';

type Page = Pick<StatementEnd, 'accountAsWritten' | 'sequence' | 'openingBalance' | 'closingBalance'>;
type BalanceTags = Readonly<{ opening: string | null; closing: string | null }>;

export type PageChain = Readonly<{
  /** Takes the pages in the order of the file; says what is wrong between this one and those before it. */
  add: (page: Page, tags: BalanceTags, at: SourcePosition) => readonly Finding[];
}>;

/** Statements whose next page is awaited, at once: banks send pages one after the other, or by account. */
const openLimit = 1_000;

export function pageChain(): PageChain {
  const open = new Map<string, Page>();
  return {
    add(page, tags, at) {
      const key = `${page.accountAsWritten ?? ''} ${numberOf(page.sequence)}`;
      const before = open.get(key);
      open.delete(key);
      if (tags.closing === '62M' && open.size < openLimit) open.set(key, page);
      if (tags.opening !== '60M') return [];
      if (before === undefined) {
        return [finding('ingest.page_missing', `The page ${page.sequence ?? ''} is the first in the file`, at)];
      }
      const [closed, opened] = [before.closingBalance?.amount, page.openingBalance?.amount];
      if (closed === undefined || opened === undefined) return [];
      if (closed.minor !== opened.minor || closed.currency !== opened.currency) {
        const what = `Page ${before.sequence ?? ''} closes with ${formatDecimal(closed)}, page ${page.sequence ?? ''} opens with ${formatDecimal(opened)}`;
        return [finding('ingest.page_chain_broken', what, at)];
      }
      return [];
    },
  };
}

/** `61` of `61/2`. */
const numberOf = (sequence: string | null): string => (sequence ?? '').split('/', 1)[0] ?? '';
