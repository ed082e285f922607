/**
 * Reads MT940 and MT942 line by line as the bytes arrive.
 *
 * Nothing at the end of such a file says that it is the end. So a statement counts as whole when its closing balance
 * is there to the last digit, and, inside a SWIFT envelope, its `-}` too; otherwise the file is incomplete.
 */
import { noteFinding, setFormat, type FileProgress } from '../file-progress.ts';
import { finding, IngestRefusal, refusal } from '../findings.ts';
import type { Entry, Finding } from '../../domain/statement.ts';
import type { FormatParser } from '../format.ts';
import type { IngestLimits } from '../limits.ts';
import { isBalanceLineWhole } from './balance.ts';
import { lineReader } from '../lines.ts';
import { messageReader, type MessageHandler } from './message.ts';
import { pageChain } from './pages.ts';
import { mtStatement, type MtStatement } from './statement.ts';

/** @param head - the first bytes of the file, which show UTF-16. They are pushed again. */
export function mt940Parser(progress: FileProgress, head: Uint8Array, limits: IngestLimits): FormatParser {
  let statement: MtStatement | null = null;
  let statementIndex = 0;
  let isInterim = false;
  let firstMissing: Finding | null = null;
  const pages = pageChain();

  const emit = (entry: Entry | null): void => {
    if (entry !== null) progress.ready.push({ kind: 'entry', statementIndex, entry });
  };
  const handler: MessageHandler = {
    envelope: (text) => void (isInterim = /\{2:[IO]942/.test(text)),
    begin(line, isFragment) {
      statementIndex = progress.statementCount;
      const at = { line, path: isFragment ? 'fragment' : ':20:' };
      statement = mtStatement(statementIndex, at, isInterim, pages, limits);
    },
    field: (field) => emit(statement?.take(field) ?? null),
    end({ isEnveloped, hasTerminator }) {
      if (statement === null) return;
      emit(statement.lastEntry());
      const isWhole = statement.hasClosing() && (hasTerminator || !isEnveloped);
      const summary = statement.finish();
      if (!isWhole) firstMissing ??= missingEnd(summary.at.line, statement.hasClosing());
      if (statement.hasContent()) {
        setFormat(progress, statement.format());
        progress.statementCount++;
        progress.ready.push({ kind: 'statement', statement: summary });
      }
      statement = null;
    },
  };
  const messages = messageReader(handler, limits);
  const lines = lineReader(head, limits, messages.line);

  return {
    push: lines.push,
    end() {
      const last = lines.end();
      if (last !== null && (messages.isPastClosing() || isInterim || isWhole(last.text))) {
        messages.line(last.text, last.number);
      }
      messages.end();
      progress.encoding = lines.encoding();
      if (lines.assumedCount() > 0) {
        const what = `${String(lines.assumedCount())} lines are not UTF-8`;
        noteFinding(progress, finding('ingest.encoding_assumed', what));
      }
      if (firstMissing !== null) throw new IngestRefusal(firstMissing);
      if (progress.statementCount === 0) throw refusal('ingest.no_statement', 'No message with a balance or an entry');
    },
  };
}

function missingEnd(line: number, hasClosing: boolean): Finding {
  const what = hasClosing ? 'The statement lacks its terminator `-}`' : 'The statement has no closing balance :62F:';
  return finding('ingest.closing_balance_missing', what, { line, path: hasClosing ? '-}' : ':62F:' });
}

/** A last line without line end may be cut: before the closing balance it counts only when it is that to the last digit, or `-}`. */
function isWhole(text: string): boolean {
  if (text.startsWith('-}')) return true;
  const content = /^:62[FM]:(.*)$/s.exec(text)?.[1];
  return content !== undefined && isBalanceLineWhole(content);
}
