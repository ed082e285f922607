/**
 * An evidence cell is the kind of reason for a hypothesis, in words: `named full exact iban`. All hypotheses of one cell
 * are believed alike; what a ledger confirms or undoes counts for its cell (`calibration.ts`).
 */
import { payerLevels, referenceLevels, type Grounds } from '../../domain/match.ts';
import type { Draft } from '../hypotheses/draft.ts';

/** A hypothesis as the ladder sees it: levels by their names, so that a certificate can be asked the same questions. */
export const groundsOf = ({ selection, reference, amountClass, payer, rivals, notes }: Draft): Grounds => ({
  selection,
  reference: referenceLevels[reference],
  amountClass,
  payer: payerLevels[payer],
  rivals,
  notes,
});

export const cellOfGrounds = ({ selection, reference, amountClass, payer, rivals, notes }: Grounds): string =>
  [selection, reference, amountClass, payer, ...(rivals > 0 ? ['rivals'] : []), ...notes].join(' ');

export const cellOf = (draft: Draft): string => cellOfGrounds(groundsOf(draft));
