/** The words of `lettrage quarantine`. */
import { userInfo } from 'node:os';
import { Option, type Command } from 'commander';
import type { ReleaseAs } from '../ledger/commands/quarantine.ts';
import { listSetAside, releaseSetAside, retrySetAside, showSetAside } from './commands/quarantine.ts';
import type { ExitCode, Output } from './output.ts';
import type { Session } from './session.ts';

type InSession = (work: (session: Session) => Promise<ExitCode>) => Promise<void>;

export function addQuarantine(quarantine: Command, output: Output, inSession: InSession): void {
  const inBooks = (name: string, description: string): Command =>
    quarantine
      .command(name)
      .description(description)
      .option('--json', 'print data instead of text')
      .option('--ledger <code>', 'the legal entity whose books are meant', 'main');

  inBooks('list', 'Each file with its reason and place.').action(({ ledger }: { ledger: string }) =>
    inSession((session) => listSetAside(session, output, { ledger })),
  );

  inBooks('show', 'All that is known of one file.')
    .argument('<sha256>', 'its identity, or the beginning of it')
    .option('--bytes <file>', 'write the file as it came')
    .action((sha256: string, { ledger, bytes }: { ledger: string; bytes?: string }) =>
      inSession((session) => showSetAside(session, output, { ledger, sha256, bytes })),
    );

  inBooks('retry', 'Read files again with the parser as it is now.')
    .argument('[sha256...]')
    .option('--all', 'all that are set aside', false)
    .action((files: string[], { ledger, all }: { ledger: string; all: boolean }) =>
      inSession((session) => retrySetAside(session, output, { ledger, files, all })),
    );

  inBooks('release', 'Decide about one file, with a reason that is kept.')
    .argument('<sha256>', 'its identity, or the beginning of it')
    .requiredOption('--reason <text>', 'why; an auditor will read it')
    .addOption(
      new Option('--as <outcome>', 'publish it despite its doubts, or discard it')
        .choices(['publish', 'discard'])
        .default('publish'),
    )
    .option('--actor <name>', 'who decides', userInfo().username)
    .action((sha256: string, options: { ledger: string; reason: string; as: ReleaseAs; actor: string }) =>
      inSession((session) => releaseSetAside(session, output, { sha256, ...options })),
    );
}
