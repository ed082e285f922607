/**
 * By which rule a payment clears these debts of the customer and no others.
 *
 * The debtor says which debts it pays, and the creditor cannot refuse that. Where it says nothing, the law does: debts that
 * are due before those that are not, then the oldest. Where only one debt, or one set of debts, can be meant by the amount,
 * there is nothing to choose between, and neither has to be asked. A clerk who decides has its reasons in the command.
 *
 * @see Code civil art. 1342-10
 */
import type { Grounds, ImputationBasis, Selection, Structure } from './match.ts';

/** Sets of items that stand for themselves: the text names none of them. */
const unnamed: ReadonlySet<Selection> = new Set(['single', 'structured', 'proven']);
/** Sets of items in the order of the law: what is due, what is oldest. */
const inLegalOrder: ReadonlySet<string> = new Set<Structure>(['all_due', 'oldest', 'first_issued']);

/** The basis on which a proposal is applied without a person. `notes` name the structure of a structured set. */
export function imputationOf({ selection, notes }: Pick<Grounds, 'selection' | 'notes'>): ImputationBasis {
  if (!unnamed.has(selection)) return 'named_by_debtor';
  return selection === 'structured' && notes.some((note) => inLegalOrder.has(note)) ? 'legal_order' : 'only_possible';
}
