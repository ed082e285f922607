/**
 * Builds one statement, report or notification from its children as they close: account and balances first, then
 * entry after entry, each handed out at once. @see ISO 20022 `Stmt`, `Rpt`, `Ntfctn`
 */
import type { Entry, Finding, SourcePosition, StatementFormat, StatementSummary } from '../../domain/statement.ts';
import { isCreditorReference } from '../../domain/check-digits.ts';
import { checkDetails } from '../check-statement.ts';
import { finding } from '../findings.ts';
import { findingList, summarizeStatement } from '../statement-summary.ts';
import { statementTally } from '../statement-tally.ts';
import type { XmlElement } from '../xml-elements.ts';
import { readEntry } from './entry.ts';
import { camtHead } from './head.ts';

export type CamtStatement = Readonly<{
  /** Takes a direct child; answers with the entry when it was one. */
  take: (child: XmlElement) => Entry | null;
  finish: () => StatementSummary;
}>;

export function camtStatement(
  format: StatementFormat,
  statementIndex: number,
  at: SourcePosition,
  findingsLimit: number,
): CamtStatement {
  const head = camtHead();
  const tally = statementTally();
  const findings = findingList(findingsLimit);
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
      findings.add(...read.findings, ...checkDetails(read.entry), ...checkReferences(read.entry));
      return read.entry;
    },
    finish() {
      const values = head.values(tally.currencies()[0] ?? null);
      return summarizeStatement(format, { statementIndex, ...values, findings: findings.all(), at }, tally);
    },
  };
}

function checkReferences(entry: Entry): readonly Finding[] {
  return entry.details.flatMap(({ creditorReference }) => {
    if (creditorReference === null || !/^RF\d{2}/i.test(creditorReference)) return [];
    if (isCreditorReference(creditorReference.toUpperCase())) return [];
    const what = `The check digits of "${creditorReference}" are wrong`;
    return [finding('ingest.creditor_reference_check_failed', what, entry.at, creditorReference)];
  });
}
