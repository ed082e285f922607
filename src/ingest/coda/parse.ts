/**
 * Reads CODA, version 2, record by record as the bytes arrive. One file holds any number of statements, each from its
 * header 0 to its trailer 9:
 *
 *     0 ─► 1 ─► (2.1 ─► 2.2 ─► 2.3 ─► (3.1 ─► 3.2 ─► 3.3)…)… ─► 8 ─► 4… ─► 9
 *
 * 2.2, 2.3, 3 and 4 may be absent; on a day without movement so may 8, or all between 0 and 9.
 *
 * @see Febelfin, Coded statement of account (CODA) 2.6
 */
import type { Entry } from '../../domain/statement.ts';
import { noteFinding, setFormat, type FileProgress } from '../file-progress.ts';
import { finding, refusal } from '../findings.ts';
import { fixedRecordReader } from '../fixed-records.ts';
import { zone } from '../fixed-values.ts';
import type { FormatParser } from '../format.ts';
import type { IngestLimits } from '../limits.ts';
import { codaStatement, type CodaStatement } from './statement.ts';
import { codeOf } from './values.ts';

const recordChars = 128;

const behindMovement = ['21', '22', '23', '31', '32', '33'];
/** Behind which records each may stand; '' is the beginning of the file. */
const predecessors: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    '0': ['', '9'],
    '1': ['0'],
    '21': ['1', ...behindMovement],
    '22': ['21'],
    '23': ['21', '22'],
    '31': behindMovement,
    '32': ['31'],
    '33': ['31', '32'],
    '8': ['1', ...behindMovement],
    '4': ['1', '8', '4'],
    '9': ['0', '1', ...behindMovement, '8', '4'],
  }).map(([code, before]) => [code, new Set(before)]),
);

export function codaParser(progress: FileProgress, head: Uint8Array, limits: IngestLimits): FormatParser {
  let statement: CodaStatement | null = null;
  let statementIndex = 0;
  let previous = '';
  let previousCode = '';
  let lastLine = 1;

  const emit = (entry: Entry | null): void => {
    if (entry !== null) progress.ready.push({ kind: 'entry', statementIndex, entry });
  };
  const begin = (record: string, line: number): void => {
    const version = zone(record, 128, 128);
    if (version !== '2') {
      const what = `The header names version "${version}" of CODA; version 2 is read`;
      throw refusal('ingest.version_unsupported', what, { line, path: '0[128-128]' });
    }
    progress.version = version;
    statementIndex = progress.statementCount;
    statement = codaStatement(record, line, statementIndex, limits);
  };
  const endStatement = (): void => {
    if (statement === null) return;
    emit(statement.lastEntry());
    if (statement.hasBalance()) {
      progress.statementCount++;
      progress.ready.push({ kind: 'statement', statement: statement.finish() });
    }
    statement = null;
  };
  const take = (record: string, line: number, _writtenChars: number, isEnded: boolean): void => {
    const code = codeOf(record);
    if (!isEnded) throw refusal('ingest.file_truncated', 'The file ends within a record', { line, path: code });
    const allowed = predecessors.get(code);
    if (allowed === undefined) {
      throw refusal(
        'ingest.record_unreadable',
        'There is no such record in CODA',
        { line, path: code },
        record.trimEnd(),
      );
    }
    if (!allowed.has(previousCode)) {
      const what = previousCode === '' ? 'no header 0' : `the record ${previousCode}`;
      throw refusal('ingest.record_out_of_place', `Before the record ${code} stands ${what}`, { line, path: code });
    }
    if (code === '0') begin(record, line);
    else emit(statement?.take(code, record, line) ?? null);
    if (isContinuationMissing(previous, previousCode, code)) {
      const what = `The record ${previousCode} announces another one`;
      statement?.note('ingest.continuation_missing', what, lastLine, `${previousCode}[126-128]`);
    }
    if (code === '9') {
      const isBroken = statement?.lacksClosing() === true;
      endStatement();
      if (isBroken) {
        throw refusal('ingest.closing_balance_missing', 'Movements have no new balance 8 behind them', {
          line,
          path: '8',
        });
      }
    }
    previous = record;
    previousCode = code;
    lastLine = line;
  };
  const records = fixedRecordReader(recordChars, head, take);
  setFormat(progress, 'coda');

  return {
    push: records.push,
    end() {
      records.end();
      progress.encoding = records.encoding();
      if (records.assumedCount() > 0) {
        const what = `${String(records.assumedCount())} records are not UTF-8`;
        noteFinding(progress, finding('ingest.encoding_assumed', what));
      }
      if (previousCode !== '9') {
        endStatement();
        throw refusal('ingest.file_truncated', 'The trailer 9 is missing', { line: lastLine, path: previousCode });
      }
      if (zone(previous, 128, 128) === '1') {
        const what = 'The trailer announces another statement in this file';
        noteFinding(progress, finding('ingest.continuation_missing', what, { line: lastLine, path: '9[128-128]' }));
      }
      if (progress.statementCount === 0) throw refusal('ingest.no_statement', 'The file has headers and trailers only');
    },
  };
}

/** Position 126: the movement or information goes on. Position 128: information, or a free message, follows. */
function isContinuationMissing(previous: string, previousCode: string, code: string): boolean {
  if (previousCode === '0' || previousCode === '9' || previousCode === '1' || previousCode === '') return false;
  const isMessage = previousCode === '8' || previousCode === '4';
  if (!isMessage && previous.charAt(125) === '1')
    return code.charAt(0) !== previousCode.charAt(0) || code.endsWith('1');
  return previous.charAt(127) === '1' && code !== (isMessage ? '4' : '31');
}
