/** The words of `lettrage disputes`. */
import { Option, type Command } from 'commander';
import { disputeCategories, type DisputeCategory } from '../domain/dispute.ts';
import { disputeCauses, disputeSynthesis, listDisputesOf } from './commands/disputes.ts';
import type { ExitCode, Output } from './output.ts';
import type { Session } from './session.ts';

type InSession = (work: (session: Session) => Promise<ExitCode>) => Promise<void>;
type Asked = Readonly<{ ledger: string; csv: boolean }>;

const asOfUsage = 'as it was known then: a day (its end, UTC) or an instant such as 2026-12-31T18:00:00+01:00';

export function addDisputes(disputes: Command, output: Output, inSession: InSession): void {
  const inBooks = (name: string, description: string): Command =>
    disputes
      .command(name)
      .description(description)
      .option('--json', 'print data instead of text')
      .option('--csv', 'print CSV for a spreadsheet', false)
      .option('--ledger <code>', 'the legal entity whose books are meant', 'main');

  inBooks('list', 'Disputes by the due date of their document, and who sees to them.')
    .addOption(new Option('--state <state>').choices(['open', 'resolved', 'all']).default('open'))
    .addOption(new Option('--category <category>').choices(disputeCategories))
    .option('--customer <code>', 'only of this customer')
    .option('--owner <name>', 'only those that this person sees to')
    .option('--limit <count>', 'how many', '200')
    .action(
      (
        options: Asked &
          Readonly<{
            state: 'open' | 'resolved' | 'all';
            category?: DisputeCategory;
            customer?: string;
            owner?: string;
            limit: string;
          }>,
      ) => inSession((session) => listDisputesOf(session, output, options)),
    );

  inBooks('synthesis', 'Everything overdue by the cause for which it is not paid.')
    .option('--as-of <when>', asOfUsage)
    .option('--since <when>', 'compare with what was known then')
    .option('--currency <code>', 'of the documents', 'EUR')
    .action((options: Asked & Readonly<{ asOf?: string; since?: string; currency: string }>) =>
      inSession((session) => disputeSynthesis(session, output, options)),
    );

  inBooks('causes', 'Disputes by reason: how much, how many, how long.')
    .option('--as-of <when>', asOfUsage)
    .option('--currency <code>', 'of the documents', 'EUR')
    .action((options: Asked & Readonly<{ asOf?: string; currency: string }>) =>
      inSession((session) => disputeCauses(session, output, options)),
    );
}
