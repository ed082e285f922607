/** Whether a file has its end: only its content can say so. A drop folder knows no other mark of "written completely". */
import { openSource } from '../ingest/archive/open-source.ts';
import { meansIncomplete } from '../ingest/findings.ts';
import { statementFileReader } from '../ingest/statement-file.ts';
import type { SpooledFile } from './spool.ts';

// So little may be the beginning of anything: a name of a message that is still being written.
const beginningBytes = 1_024;

/**
 * Reads the file once. A file that is damaged or no statement has its end all the same: quarantine shows it to a person.
 *
 * @returns the code of what says that more is to come; null when the file is whole
 */
export async function whatIsMissing(name: string, { read, sizeBytes }: SpooledFile): Promise<string | null> {
  const { files, refusal } = await openSource({ name, read });
  if (refusal !== null) return meansIncomplete(refusal.code) ? refusal.code : null;
  for (const file of files) {
    const reader = statementFileReader();
    for await (const bytes of file.read()) reader.push(bytes);
    const { outcome, findings } = reader.end().file;
    const codes = findings.map(({ code }) => code as string);
    if (outcome === 'incomplete') return codes.find(meansIncomplete) ?? 'ingest.file_truncated';
    const isBeginning = codes.includes('ingest.unknown_format') && sizeBytes < beginningBytes;
    if (isBeginning || codes.includes('ingest.file_empty')) return codes[0] ?? 'ingest.file_empty';
  }
  return null;
}
