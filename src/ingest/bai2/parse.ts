/**
 * Reads BAI2 and BTRS record by record as the bytes arrive.
 *
 *     outside ──01──► file ──02──► group ──03──► account (16 …) ──49──► group ──98──► file ──99──► outside
 *
 * The file is whole when its trailer `99` is there with its `/` or its line end. `88` continues the record before it.
 *
 * A statement is handed out only when the next account begins or the file ends: trailers of group and file may
 * contradict it, and what is said of them is said with the last account before them.
 *
 * @see BAI, Cash Management Balance Reporting Specifications, version 2; ANSI X9.121 (BTRS, version 3)
 */
import type { Finding, StatementSummary } from '../../domain/statement.ts';
import { noteFinding, setFormat, type FileProgress } from '../file-progress.ts';
import { finding, IngestRefusal, refusal } from '../findings.ts';
import type { FormatParser } from '../format.ts';
import type { IngestLimits } from '../limits.ts';
import { lineReader } from '../lines.ts';
import { checkTrailer, nothingCounted, type TrailerCode } from './controls.ts';
import { fieldsOf, placeOf, type LogicalRecord } from './fields.ts';
import { readGroup, type Group } from './group.ts';
import { logicalRecordReader } from './logical-records.ts';
import type { RecordCode } from './physical-records.ts';
import { baiStatement, type BaiStatement } from './statement.ts';

type Place = 'outside' | 'file' | 'group' | 'account';

/** From where to where each record leads. `88` never comes here. */
const ways: Readonly<Record<Exclude<RecordCode, '88'>, readonly [Place, Place]>> = {
  '01': ['outside', 'file'],
  '02': ['file', 'group'],
  '03': ['group', 'account'],
  '16': ['account', 'account'],
  '49': ['account', 'group'],
  '98': ['group', 'file'],
  '99': ['file', 'outside'],
};

/** @param head - the first bytes of the file, which show UTF-16. They are pushed again. */
export function bai2Parser(progress: FileProgress, head: Uint8Array, limits: IngestLimits): FormatParser {
  let place: Place = 'outside';
  let version = '2';
  let group: Group | null = null;
  let statement: BaiStatement | null = null;
  let statementIndex = 0;
  let finished: StatementSummary | null = null;
  let ofFile = nothingCounted();
  let ofGroup = nothingCounted();
  let ofAccount = nothingCounted();

  const handOut = (): void => {
    if (finished !== null) progress.ready.push({ kind: 'statement', statement: finished });
    finished = null;
  };
  const say = (findings: readonly Finding[]): void => {
    const [first] = findings;
    if (first === undefined) return;
    if (finished === null) throw new IngestRefusal(first);
    finished = { ...finished, findings: [...finished.findings, ...findings] };
  };
  const trailer = (code: TrailerCode, record: LogicalRecord): void => {
    if (code === '49') {
      ofAccount.sumMinor = statement?.sumMinor() ?? 0n;
      const { findings, statedMinor } = checkTrailer(code, record, ofAccount);
      finished = statement?.finish(findings) ?? null;
      statement = null;
      ofGroup.sumMinor += statedMinor;
      ofGroup.partCount++;
    } else if (code === '98') {
      const { findings, statedMinor } = checkTrailer(code, record, ofGroup);
      say(findings);
      ofFile.sumMinor += statedMinor;
      ofFile.partCount++;
    } else {
      say(checkTrailer(code, record, ofFile).findings);
    }
  };
  const begin = (record: LogicalRecord): void => {
    if (record.code === '01') {
      version = readVersion(record);
      progress.version = version;
      setFormat(progress, 'bai2');
      ofFile = nothingCounted();
    } else if (record.code === '02') {
      group = readGroup(record, version);
      ofGroup = nothingCounted();
    } else if (record.code === '03' && group !== null) {
      handOut();
      ofAccount = nothingCounted();
      statementIndex = progress.statementCount++;
      statement = baiStatement(statementIndex, record, group, limits);
    }
  };
  const take = (record: LogicalRecord): void => {
    const { code } = record;
    const way = code === '88' ? undefined : ways[code];
    if (way === undefined || way[0] !== place) {
      throw refusal('ingest.record_out_of_place', `A record ${code} stands ${whereIs[place]}`, placeOf(record));
    }
    begin(record);
    for (const counted of [ofAccount, ofGroup, ofFile]) counted.recordCount += record.recordCount;
    if (code === '16') {
      const entry = statement?.detail(record) ?? null;
      if (entry !== null) progress.ready.push({ kind: 'entry', statementIndex, entry });
    } else if (code === '49' || code === '98' || code === '99') {
      trailer(code, record);
    }
    place = way[1];
  };
  const records = logicalRecordReader(limits);
  const lines = lineReader(head, limits, (text, number) => records.line(text, number).forEach(take));

  return {
    push: lines.push,
    end() {
      const rest = lines.end();
      progress.encoding = lines.encoding();
      // A last line without line end and without `/` may be cut: then the file is, whatever it says.
      if (rest !== null && rest.text.trim() !== '') {
        if (!rest.text.trimEnd().endsWith('/')) throw truncated(rest.number);
        records.line(rest.text, rest.number).forEach(take);
      }
      const last = records.last();
      if (last?.code !== '99') throw truncated(last?.line ?? 1);
      take(last);
      if (progress.statementCount === 0) throw refusal('ingest.no_statement', 'The file has no account record 03');
      handOut();
      if (lines.assumedCount() > 0) {
        noteFinding(
          progress,
          finding('ingest.encoding_assumed', `${String(lines.assumedCount())} lines are not UTF-8`),
        );
      }
    },
  };
}

const whereIs: Readonly<Record<Place, string>> = {
  outside: 'outside of a file (01 to 99)',
  file: 'between the groups (02 to 98)',
  group: 'between the accounts (03 to 49)',
  account: 'inside an account (03 to 49)',
};

const truncated = (line: number): IngestRefusal =>
  refusal('ingest.file_truncated', 'The file ends before its trailer 99', { line, path: '99' });

/** @throws IngestRefusal `ingest.version_unsupported` */
function readVersion(record: LogicalRecord): string {
  const fields = fieldsOf(record);
  for (let skipped = 0; skipped < 7; skipped++) fields.next();
  const version = fields.next();
  if (version === '2' || version === '3') return version;
  throw refusal(
    'ingest.version_unsupported',
    `The file says version "${version.slice(0, 20)}"`,
    placeOf(record),
    version,
  );
}
