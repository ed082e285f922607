/** What may be asked of matching without a run, for a door that is open to many: one question at a time, the others wait. */
import type { CurrencyCode } from '../domain/currency.ts';
import type { LedgerId } from '../domain/ids.ts';
import type { RunNamed } from '../ledger/queries/replayed-run.ts';
import { dryRunMatching, type DryRun } from './jobs/ask-matching.ts';
import { backTestSetting, type BackTestAsked, type BackTested } from './jobs/back-test.ts';
import { replayRun, type Replay } from './jobs/replay-run.ts';
import { openTurns } from './in-turn.ts';
import type { WorkContext } from './work-context.ts';

export type MatchingQuestions = Readonly<{
  /** @throws LedgerError `ledger.not_found`, `ledger.run_not_replayable` */
  replay(ledgerId: LedgerId, named: RunNamed): Promise<Replay>;
  backTest(ledgerId: LedgerId, asked: BackTestAsked): Promise<BackTested>;
  /** What the next run of the currency would do. */
  dryRun(ledgerId: LedgerId, currency: CurrencyCode): Promise<DryRun>;
}>;

/** Each question holds connections and threads while it is answered; those that wait hold nothing. */
export function openMatchingQuestions(context: WorkContext): MatchingQuestions {
  const inTurn = openTurns();
  return {
    replay: (ledgerId, named) => inTurn(() => replayRun(context, ledgerId, named)),
    dryRun: (ledgerId, currency) => inTurn(() => dryRunMatching(context, ledgerId, currency)),
    backTest: (ledgerId, asked) => inTurn(() => backTestSetting(context, ledgerId, asked)),
  };
}
