/** The words of `lettrage export`: what accounting software, an invoicing platform or a person takes from the books. */
import { Argument, Option, type Command } from 'commander';
import { exportFormats, exportKinds, type ExportKind } from '../domain/export.ts';
import { exportLedger, type ExportOptions } from './commands/export.ts';
import type { ExitCode, Output } from './output.ts';
import type { Session } from './session.ts';

type InBooks = (name: string, description: string) => Command;
type InSession = (work: (session: Session) => Promise<ExitCode>) => Promise<void>;

export function addTakingOut(inBooks: InBooks, output: Output, inSession: InSession): void {
  inBooks(
    'export',
    'Write what stands in the books for other programs: lettering, postings, what was paid, what is owed.',
  )
    .addArgument(new Argument('<what>').choices(exportKinds))
    .option('--from <day>', 'first day, YYYY-MM-DD')
    .option('--to <day>', 'last day; aged-balance: the day that past due is counted to')
    .addOption(new Option('--format <format>', 'fec: in the shape of the FEC').choices(exportFormats))
    .option('--after <cursor>', 'cash-events: only what comes after the last that was taken', '0')
    .option('--out <file>', 'instead of stdout; written whole or not at all')
    .action((kind: ExportKind, options: ExportOptions) =>
      inSession((session) => exportLedger(session, output, kind, options)),
    );
}
