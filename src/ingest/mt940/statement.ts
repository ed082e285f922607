/** Builds one statement from the fields of one MT940 or MT942 message, entry by entry. */
import type { Entry, SourcePosition, StatementFormat, StatementSummary } from '../../domain/statement.ts';
import { finding, refusal, type IngestFindingCode } from '../findings.ts';
import type { IngestLimits } from '../limits.ts';
import { checkTotals } from '../check-statement.ts';
import { findingList, summarizeStatement } from '../statement-summary.ts';
import { statementTally } from '../statement-tally.ts';
import { readEntry, type EntryNotes } from './entry.ts';
import { mtHead } from './head.ts';
import type { Field } from './message.ts';
import type { PageChain } from './pages.ts';
import { detached } from './text.ts';

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
  pages: PageChain,
  limits: IngestLimits,
): MtStatement {
  const tally = statementTally();
  // Without the expected entries (EC, ED) of a report, which banks count in their totals or leave out.
  const firmTally = statementTally();
  const findings = findingList(limits.findingsPerStatement);
  // Of the statement as a whole: `:86:` behind `:62F:`, or before the first entry.
  let additional: readonly string[] = [];
  const saidOnce = new Set<IngestFindingCode>();
  let open: { statementLine: Field; information: readonly string[] } | null = null;
  let entryCount = 0;

  const noteOnce = (code: IngestFindingCode, what: string, line: number, path: string): void => {
    if (saidOnce.has(code)) return;
    saidOnce.add(code);
    findings.add(finding(code, what, { line, path }));
  };
  const head = mtHead(isAnnouncedAsInterim, noteOnce);
  const notes: EntryNotes = {
    add: findings.add,
    irregularAmount: ({ line, path }) =>
      noteOnce('ingest.amount_notation', 'The amount has no decimal comma', line, path),
  };
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
    const isInterim = head.isInterim();
    const entry = readEntry(fields, entryCount++, currency, isInterim, notes);
    tally.add(entry);
    if (isInterim && !expectedMark.test(fields.statementLine.lines[0] ?? '')) firmTally.add(entry);
    return entry;
  };
  /** Several fields are one text, which is no longer than one may be. */
  const joined = (before: readonly string[], field: Field): readonly string[] => {
    if (before.length === 0) return field.lines;
    const lines = [...before, ...field.lines];
    if (lines.reduce((chars, line) => chars + line.length, 0) > limits.fieldChars) {
      throw refusal('ingest.field_too_long', 'The :86: of an entry have too much text', {
        line: field.line,
        path: ':86:',
      });
    }
    return lines;
  };
  const finish = (): StatementSummary => {
    const values = head.values();
    const isInterim = head.isInterim();
    if (!isInterim) findings.add(...pages.add(values, head.balanceTags(), at));
    const stated = head.totals();
    const isFirm =
      stated !== null && checkTotals(stated, firmTally.counts(), firmTally.sumsOf(values.currency), at).length === 0;
    const end = {
      statementIndex,
      ...values,
      totals: isFirm ? null : stated,
      additionalInformation: wordsOf(additional),
      findings: findings.all(),
      at,
    };
    return summarizeStatement(format(), end, tally);
  };

  return {
    take(field) {
      if (field.tag === '86') {
        if (open === null) additional = joined(additional, field);
        else open.information = joined(open.information, field);
        return null;
      }
      // Name and address of the account holder, between an entry and its :86:.
      if (field.tag === 'NS') return null;
      const completed = closeEntry();
      if (field.tag === '61') open = { statementLine: field, information: noLines };
      else head.take(field);
      return completed;
    },
    lastEntry: closeEntry,
    hasContent: () => !head.isEmpty() || entryCount > 0 || open !== null,
    hasClosing: head.hasClosing,
    format,
    finish,
  };
}

const noLines: readonly string[] = [];

const expectedMark = /^\d{6}(?:\d{4}| {4})?E/;

function wordsOf(lines: readonly string[]): string | null {
  const texts = lines.map((line) => line.trim()).filter((line) => line !== '');
  return texts.length === 0 ? null : detached(texts.join('\n'));
}
