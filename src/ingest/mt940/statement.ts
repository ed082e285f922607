/** Builds one statement from the fields of one MT940 or MT942 message, entry by entry. */
import type { Entry, SourcePosition, StatementFormat, StatementSummary } from '../../domain/statement.ts';
import { finding, refusal, type IngestFindingCode } from '../findings.ts';
import { findingList, summarizeStatement } from '../statement-summary.ts';
import { statementTally } from '../statement-tally.ts';
import { readEntry, type EntryFields } from './entry.ts';
import { mtHead } from './head.ts';
import type { Field } from './message.ts';

export type MtStatement = Readonly<{
  /** Takes a field; answers with the entry that it completed, if any. */
  take: (field: Field) => Entry | null;
  /** The entry that was still open at the end of the message. */
  lastEntry: () => Entry | null;
  /** False for a `:20:` with neither balance nor entry behind it. */
  hasContent: () => boolean;
  hasClosing: () => boolean;
  format: () => StatementFormat;
  finish: () => StatementSummary;
}>;

export function mtStatement(
  statementIndex: number,
  at: SourcePosition,
  isAnnouncedAsInterim: boolean,
  findingsLimit: number,
): MtStatement {
  const tally = statementTally();
  const findings = findingList(findingsLimit);
  const saidOnce = new Set<IngestFindingCode>();
  let open: EntryFields | null = null;
  let entryCount = 0;

  const noteOnce = (code: IngestFindingCode, what: string, line: number, path: string): void => {
    if (saidOnce.has(code)) return;
    saidOnce.add(code);
    findings.add(finding(code, what, { line, path }));
  };
  const head = mtHead(isAnnouncedAsInterim, noteOnce);
  const format = (): StatementFormat => (head.isInterim() ? 'mt942' : 'mt940');

  const closeEntry = (): Entry | null => {
    if (open === null) return null;
    const fields = open;
    open = null;
    const { line } = fields.statementLine;
    const currency = head.currency();
    if (currency === null) {
      const what = 'An entry stands before the opening balance :60F:';
      throw refusal('ingest.statement_header_missing', what, { line, path: ':61:' });
    }
    const read = readEntry(fields, entryCount++, currency, head.isInterim());
    findings.add(...read.findings);
    if (!read.isAmountRegular) noteOnce('ingest.amount_notation', 'The amount has no decimal comma', line, ':61:');
    tally.add(read.entry);
    return read.entry;
  };

  return {
    take(field) {
      if (field.tag === '86') {
        // Behind the closing balance, or before any entry, it speaks of the statement.
        open?.information.push(...field.lines);
        return null;
      }
      // Name and address of the account holder, between an entry and its :86:.
      if (field.tag === 'NS') return null;
      const completed = closeEntry();
      if (field.tag === '61') open = { statementLine: field, information: [] };
      else head.take(field);
      return completed;
    },
    lastEntry: closeEntry,
    hasContent: () => !head.isEmpty() || entryCount > 0 || open !== null,
    hasClosing: head.hasClosing,
    format,
    finish: () => {
      const end = { statementIndex, ...head.values(), totals: null, findings: findings.all(), at };
      return summarizeStatement(format(), end, tally);
    },
  };
}
