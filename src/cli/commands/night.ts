/** One night: what the ERP says, then what the banks say, then matching. Safe to start again wherever it stopped. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes, type ExitCode, type Output } from '../output.ts';
import type { Session } from '../session.ts';
import { importFile } from './import.ts';
import { ingest } from './ingest.ts';
import { matchWhatIsDue } from './match.ts';

const imports = [
  { kind: 'bank-accounts', name: 'bank-accounts.csv' },
  { kind: 'customers', name: 'customers.csv' },
  { kind: 'open-items', name: 'open-items.csv' },
] as const;

/**
 * `lettrage night FOLDER`: imports `bank-accounts.csv`, `customers.csv` and `open-items.csv` where they are there,
 * ingests the statement files beside them, matches what is due.
 */
export async function night(
  session: Pick<Session, 'context'>,
  output: Output,
  { ledger, folder }: Readonly<{ ledger: string; folder: string }>,
): Promise<ExitCode> {
  const codes: ExitCode[] = [];
  for (const { kind, name } of imports) {
    const file = join(folder, name);
    if (existsSync(file)) codes.push(await importFile(session, output, { ledger, kind, file }));
  }
  codes.push(await ingest(session, output, { ledger, paths: [folder] }));
  await matchWhatIsDue(session, output, ledger);
  return codes.includes(exitCodes.refused) ? exitCodes.refused : exitCodes.done;
}
