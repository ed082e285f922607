/** One night: what the ERP says, then what the banks say, then matching. Safe to start again wherever it stopped. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes, type ExitCode, type Output } from '../output.ts';
import { importKinds } from '../../workers/jobs/import-records.ts';
import type { Session } from '../session.ts';
import { importFile } from './import.ts';
import { ingest } from './ingest.ts';
import { matchWhatIsDue } from './match.ts';

/**
 * `lettrage night FOLDER`: imports `bank-accounts`, `customers` and `open-items` where they are there (`.csv` or
 * `.jsonl`), ingests the statement files beside them, matches what is due.
 */
export async function night(
  session: Pick<Session, 'context'>,
  output: Output,
  { ledger, folder }: Readonly<{ ledger: string; folder: string }>,
): Promise<ExitCode> {
  const codes: ExitCode[] = [];
  for (const kind of importKinds) {
    const files = ['csv', 'jsonl']
      .map((ending) => join(folder, `${kind}.${ending}`))
      .filter((file) => existsSync(file));
    for (const file of files) codes.push(await importFile(session, output, { ledger, kind, file }));
  }
  codes.push(await ingest(session, output, { ledger, paths: [folder] }));
  await matchWhatIsDue(session, output, ledger);
  return codes.includes(exitCodes.refused) ? exitCodes.refused : exitCodes.done;
}
