/** The words of `lettrage replay`, `backtest` and `calibration`: questions about nights that are over. */
import type { Command } from 'commander';
import { backTest } from './commands/backtest.ts';
import { calibration } from './commands/calibration.ts';
import { replay } from './commands/replay.ts';
import type { ExitCode, Output } from './output.ts';
import type { Session } from './session.ts';

type InBooks = (name: string, description: string) => Command;
type InSession = (work: (session: Session) => Promise<ExitCode>) => Promise<void>;

export function addLookingBack(inBooks: InBooks, output: Output, inSession: InSession): void {
  inBooks('replay', 'Decide a run again on the books as they were; compare every decision byte by byte.')
    .argument('<run>', 'its number in the ledger, or its id')
    .action((run: string, { ledger }: { ledger: string }) =>
      inSession((session) => replay(session, output, { ledger, run })),
    );

  inBooks('backtest', 'Try another setting on nights that are over, against what is confirmed by now.')
    .option('--without-rule <names...>', 'rules of the ladder to switch off', [])
    .option('--budget <wrong/applied>', 'calibrate from what was confirmed before these runs, such as 1/10000')
    .option('--runs <count>', 'the latest runs, this many at most', '10')
    .option('--currency <code>', 'whose runs', 'EUR')
    .action((options: { ledger: string; withoutRule: string[]; budget?: string; runs: string; currency: string }) =>
      inSession((session) => backTest(session, output, { ...options, budget: options.budget ?? null })),
    );

  inBooks('calibration', "Show what the ledger's own record says of each kind of evidence; it decides nothing.")
    .option('--budget <wrong/applied>', 'errors that are allowed', '1/10000')
    .action((options: { ledger: string; budget: string }) =>
      inSession((session) => calibration(session, output, options)),
    );
}
