/** The words of `lettrage keys`. */
import { Option, type Command } from 'commander';
import { accessRoles } from '../domain/access.ts';
import { createKey, listKeys, revokeKey, type KeyAsked } from './commands/keys.ts';
import type { ExitCode, Output } from './output.ts';
import type { Session } from './session.ts';

type InSession = (work: (session: Session) => Promise<ExitCode>) => Promise<void>;

export function addKeys(keys: Command, output: Output, inSession: InSession): void {
  const word = (name: string, description: string): Command =>
    keys.command(name).description(description).option('--json', 'print data instead of text');

  word('create', 'Make a key and print it, once.')
    .requiredOption('--actor <name>', 'who acts by it, as the audit will name them')
    .addOption(new Option('--role <role>', 'what it may').choices(accessRoles).makeOptionMandatory())
    .option('--ledger <code>', 'the only ledger that it opens; otherwise all')
    .option('--days <count>', 'how long it is valid, 1 to 1098', '365')
    .action((asked: KeyAsked) => inSession((session) => createKey(session, output, asked)));

  word('list', 'List the keys, those that are over too, without their secrets.').action(() =>
    inSession((session) => listKeys(session, output)),
  );

  word('revoke', 'Have a key open nothing from now on.')
    .argument('<key>', 'its id')
    .action((id: string) => inSession((session) => revokeKey(session, output, id)));
}
