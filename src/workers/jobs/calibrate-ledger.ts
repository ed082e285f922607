import type { LedgerId } from '../../domain/ids.ts';
import { countConfirmedCells } from '../../ledger/queries/confirmed-history.ts';
import {
  calibrate,
  type Calibration,
  type CalibrationMode,
  type ErrorBudget,
} from '../../matching/decision/calibration.ts';
import type { WorkContext } from '../work-context.ts';

/**
 * What the ledger's own record says of each kind of evidence: what its runs applied, and whether that stands. Nothing is
 * stored and nothing switched on.
 *
 * @param beforeRun - learned from runs with a lower number only; null: from all.
 */
export async function calibrateLedger(
  { pool }: Pick<WorkContext, 'pool'>,
  ledgerId: LedgerId,
  { budget, mode, beforeRun }: Readonly<{ budget: ErrorBudget; mode: CalibrationMode; beforeRun: number | null }>,
): Promise<Calibration> {
  const cells = await countConfirmedCells(pool, ledgerId, beforeRun);
  const outcomes = cells.flatMap(({ cell, rule, right, wrong }) => [
    ...Array.from({ length: right }, () => ({ cell, rule, isRight: true })),
    ...Array.from({ length: wrong }, () => ({ cell, rule, isRight: false })),
  ]);
  return calibrate(outcomes, budget, mode);
}
