/**
 * Builds one statement, report or notification from its children as they close: account and balances first, then
 * entry after entry, each handed out at once. @see ISO 20022 `Stmt`, `Rpt`, `Ntfctn`
 */
import type { Entry, SourcePosition, StatementFormat, StatementSummary } from '../../domain/statement.ts';
import { checkDetails } from '../check-statement.ts';
import { findingList, summarizeStatement } from '../statement-summary.ts';
import { statementTally } from '../statement-tally.ts';
import type { XmlElement } from '../xml-elements.ts';
import { readEntry } from './entry.ts';
import { camtHead } from './head.ts';
import type { Page, PageChain } from './pages.ts';

export type CamtStatement = Readonly<{
  /** Takes a direct child; answers with the entry when it was one. */
  take: (child: XmlElement) => Entry | null;
  finish: () => StatementSummary;
}>;

export function camtStatement(
  format: StatementFormat,
  statementIndex: number,
  at: SourcePosition,
  message: Readonly<{ page: Page | null; chain: PageChain; findingsLimit: number }>,
): CamtStatement {
  const head = camtHead(format);
  const tally = statementTally();
  const findings = findingList(message.findingsLimit);
  let entryCount = 0;

  return {
    take(child) {
      if (child.name !== 'Ntry') {
        const odd = head.take(child);
        if (odd !== null) findings.add(odd);
        return null;
      }
      const read = readEntry(child, entryCount++, head.ownAccount());
      tally.add(read.entry);
      findings.add(...read.findings, ...checkDetails(read.entry));
      return read.entry;
    },
    finish() {
      const { end, page } = head.values(tally.currencies()[0] ?? null, message.page);
      if (page !== null) {
        const { bankStatementId, openingBalance: opening, closingBalance: closing } = end;
        findings.add(
          ...message.chain.follow({ page, account: head.ownAccount(), bankStatementId, opening, closing, at }),
        );
      }
      return summarizeStatement(format, { statementIndex, ...end, findings: findings.all(), at }, tally);
    },
  };
}
