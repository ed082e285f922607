/** A hypothesis in rows and minor units: what a payment would clear, how it is named, what the amount says. */
import {
  type AmountClass,
  type CombinationProof,
  type Selection,
  type PayerLevel,
  referenceLevel,
  type ReferenceLevel,
} from '../../domain/match.ts';

export { amountClasses, selections, type AmountClass, type Selection } from '../../domain/match.ts';

export type DraftLine = Readonly<{
  item: number;
  /** Minor units of the item's currency, ≥ 0; what is cleared of a credit note counts against the payment. */
  cleared: number;
}>;

export type Draft = {
  readonly customer: number;
  readonly lines: readonly DraftLine[];
  readonly selection: Selection;
  /** Of the member named least certainly. */
  readonly reference: ReferenceLevel;
  readonly amountClass: AmountClass;
  readonly payer: PayerLevel;
  /** Other sets that explain the payment as well as this one. */
  readonly rivals: number;
  /** Further words of the evidence cell. */
  readonly notes: string[];
  /** Hits that named the members, by item row. */
  readonly namedBy: ReadonlyMap<number, NamedBy>;
  /** How much had to be looked through to find the set, in bits: it orders sets that a search offers, and says no more. */
  readonly bits: number;
  /** The search that found the members, or those that are not named; null where there was none. */
  readonly proof: CombinationProof | null;
};

/** Numbers of the text from `first` to `last` that name an item; -1: the structured field. */
export type NamedBy = Readonly<{ level: ReferenceLevel; first: number; last: number }>;

const noNames: Draft['namedBy'] = new Map();

type Needed = 'customer' | 'lines' | 'selection' | 'amountClass' | 'payer';

/**
 * A draft; what is left out is that of items which only the amount speaks for. All have their fields in one order: they
 * are ranked by the hundred for a payment, and V8 finds a field faster where it always stands in the same place.
 */
export const makeDraft = ({
  customer,
  lines,
  selection,
  reference = referenceLevel.none,
  amountClass,
  payer,
  rivals = 0,
  notes = [],
  namedBy = noNames,
  bits = 0,
  proof = null,
}: Pick<Draft, Needed> & Partial<Draft>): Draft => ({
  customer,
  lines,
  selection,
  reference,
  amountClass,
  payer,
  rivals,
  notes,
  namedBy,
  bits,
  proof,
});
