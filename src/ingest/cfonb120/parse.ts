/**
 * Reads CFONB 120 (AFB 120) record by record as the bytes arrive.
 *
 *     between ──01──► inside ──04, 05 …──► inside ──07──► between
 *
 * A statement is whole when its closing balance is there; a file holds any number of them and has no end of its own.
 *
 * @see CFONB, Relevé de compte sur support informatique, July 2004
 */
import type { Entry, Finding } from '../../domain/statement.ts';
import { noteFinding, setFormat, type FileProgress } from '../file-progress.ts';
import { finding, IngestRefusal, refusal } from '../findings.ts';
import { fixedRecordReader } from '../fixed-records.ts';
import { zone } from '../fixed-values.ts';
import type { FormatParser } from '../format.ts';
import type { IngestLimits } from '../limits.ts';
import { cfonbStatement, type CfonbStatement } from './statement.ts';

const recordChars = 120;
/** Behind its amount a record 07 is blank. */
const charsOfClosing = 104;

export function cfonbParser(progress: FileProgress, head: Uint8Array, limits: IngestLimits): FormatParser {
  let statement: CfonbStatement | null = null;
  let statementIndex = 0;
  let firstMissing: Finding | null = null;

  const emit = (entry: Entry | null): void => {
    if (entry !== null) progress.ready.push({ kind: 'entry', statementIndex, entry });
  };
  const closeStatement = (): void => {
    if (statement === null) return;
    emit(statement.lastEntry());
    const summary = statement.finish();
    if (!statement.hasClosing()) firstMissing ??= missingClosing(summary.at.line);
    progress.ready.push({ kind: 'statement', statement: summary });
    statement = null;
  };
  const take = (record: string, line: number, writtenChars: number, isEnded: boolean): void => {
    const code = zone(record, 1, 2);
    const at = { line, path: code };
    if (!isEnded && (code !== '07' || writtenChars < charsOfClosing)) {
      throw refusal('ingest.file_truncated', 'The file ends within a record', at);
    }
    if (code === '01') {
      closeStatement();
      statementIndex = progress.statementCount++;
      statement = cfonbStatement(record, line, statementIndex, limits);
      return;
    }
    if (code !== '04' && code !== '05' && code !== '07') {
      throw refusal('ingest.record_unreadable', 'The record is none of 01, 04, 05 and 07', at, record.trimEnd());
    }
    if (statement === null) {
      throw refusal('ingest.record_out_of_place', `A record ${code} stands before any opening balance 01`, at);
    }
    emit(statement.take(record, line));
    if (code === '07') closeStatement();
  };
  const records = fixedRecordReader(recordChars, head, take);
  setFormat(progress, 'cfonb120');

  return {
    push: records.push,
    end() {
      records.end();
      closeStatement();
      progress.encoding = records.encoding();
      if (records.assumedCount() > 0) {
        const what = `${String(records.assumedCount())} records are not UTF-8`;
        noteFinding(progress, finding('ingest.encoding_assumed', what));
      }
      if (firstMissing !== null) throw new IngestRefusal(firstMissing);
    },
  };
}

const missingClosing = (line: number): Finding =>
  finding('ingest.closing_balance_missing', 'The statement has no closing balance 07', { line, path: '07' });
