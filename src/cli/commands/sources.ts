import { LedgerError } from '../../ledger/errors.ts';
import type { Source } from '../../config/sources.ts';
import { checkSource } from '../../transfer/check-source.ts';
import { statusOf, type SourceStatus } from '../../transfer/source-status.ts';
import { exitCodes, toJson, type ExitCode, type Output } from '../output.ts';
import { ledgerFor, type Session } from '../session.ts';

/** `lettrage sources check [SOURCE…]`: tries the way to each source and prints the key its server shows; no database. */
export async function checkSources(output: Output, sources: readonly Source[]): Promise<ExitCode> {
  const checked = await Promise.all(sources.map((source) => checkSource(source)));
  if (output.isJson) output.write(`${toJson({ sources: checked })}\n`);
  else
    for (const { source, fingerprint, folders, problems } of checked) {
      output.write(`${source}: ${problems.length === 0 ? 'ready' : 'not ready'}\n`);
      if (fingerprint !== null) output.write(`  the server shows ${fingerprint}\n`);
      for (const { folder, fileCount } of folders) output.write(`  ${folder}: ${fileCount} name(s)\n`);
      for (const { code, message } of problems) output.say(`  ${code}: ${message}`);
    }
  return checked.every(({ problems }) => problems.length === 0) ? exitCodes.done : exitCodes.failed;
}

/** `lettrage sources status [SOURCE…]`: when the last file came from each, and whether one is overdue. */
export async function sourcesStatus(
  session: Pick<Session, 'context'>,
  output: Output,
  sources: readonly Source[],
): Promise<ExitCode> {
  const { context } = session;
  const statuses: SourceStatus[] = [];
  for (const source of sources) {
    try {
      const ledgerId = await ledgerFor(session, source.ledger, 'use');
      statuses.push(await statusOf(context.pool, ledgerId, source, context.now()));
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      const alerts = [{ code: error.refusal.code, message: error.message }];
      statuses.push({ source: source.name, ledger: source.ledger, lastArrivalAt: null, alerts });
    }
  }
  if (output.isJson) output.write(`${toJson({ sources: statuses })}\n`);
  else
    for (const { source, lastArrivalAt, alerts } of statuses) {
      output.write(
        `${source}: ${lastArrivalAt === null ? 'no file yet' : `last file ${lastArrivalAt.toISOString()}`}\n`,
      );
      for (const { code, message } of alerts) output.say(`  ${code}: ${message}`);
    }
  return statuses.every(({ alerts }) => alerts.length === 0) ? exitCodes.done : exitCodes.refused;
}
