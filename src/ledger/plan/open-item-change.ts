/**
 * Decides what a row of an open-item import does to an item we already have. Pure.
 *
 * The ERP's residual is the ERP's view. When it falls, either the ERP took over what we cleared (nothing changes
 * here), or the item was cleared elsewhere (our residual falls too). What we cleared and the ERP has not yet
 * taken over tells the two apart. When it rises again, the ERP took a clearing of its own back; where we have
 * allocated, it could be one of ours, and a person has to say which. Without a later date on the row, a rise is most
 * likely an older export sent again: it is refused, because a reopened item would take the next payment that names it.
 */
import type { OpenItemRecord, VatShare } from '../../domain/open-item.ts';
import { err, ok, type Result } from '../../domain/result.ts';

/** What the ERP says of a document beside its money: the last word stands. */
const describedFields = [
  'issueDate',
  'dueDate',
  'creditorReference',
  'purchaseOrder',
  'discountBp',
  'discountUntil',
] as const;
export type DescribedField = (typeof describedFields)[number];

/** The same of what matching does not read, `vat` beside. */
const furtherFields = ['dueDateSource', 'baseAmountMinor'] as const;

/** The stored item; amounts in minor units. */
export type StoredOpenItem = Readonly<{
  amountMinor: bigint;
  residualMinor: bigint;
  importedResidualMinor: bigint;
  /** Σ of our allocations. */
  clearedMinor: bigint;
  /** The part of `clearedMinor` that the ERP's residual already reflects. */
  acknowledgedMinor: bigint;
  currency: string;
  issueDate: string;
  dueDate: string;
  dueDateSource: 'given' | 'derived';
  creditorReference: string | null;
  purchaseOrder: string | null;
  discountBp: number | null;
  discountUntil: string | null;
  vat: readonly VatShare[] | null;
  baseAmountMinor: bigint | null;
  importedAsOf: string | null;
}>;

export type OpenItemChange = Readonly<{
  amountMinor: bigint;
  residualMinor: bigint;
  acknowledgedMinor: bigint;
  /** What was cleared (or, negative, restored) outside our allocations. */
  clearedElsewhereMinor: bigint;
  /** By how much the document's own amount changed: never while something is allocated. */
  amountChangedMinor: bigint;
  changedFields: readonly string[];
}>;

type OpenItemRefusal =
  | 'import.amount_changed_after_allocation'
  | 'import.currency_changed'
  | 'import.residual_rises_after_allocation'
  | 'import.residual_rises_undated';

/**
 * @returns `stale` when the item was last told of on a later day than the row's: the row changes nothing then;
 *   `confirmed` when the row says on a later day what stands here: rows from between the two days are stale from now on.
 */
export function planOpenItemChange(
  stored: StoredOpenItem,
  row: OpenItemRecord,
): Result<OpenItemChange | 'nothing_new' | 'confirmed' | 'stale', OpenItemRefusal> {
  const age = compareDays(row.asOf, stored.importedAsOf);
  if (age === 'earlier') return ok('stale');
  if (row.currency !== stored.currency) return err('import.currency_changed');
  const amountChangedMinor = row.amountMinor - stored.amountMinor;
  if (amountChangedMinor !== 0n && stored.clearedMinor > 0n) return err('import.amount_changed_after_allocation');

  const fellMinor = stored.importedResidualMinor + amountChangedMinor - row.residualMinor;
  if (fellMinor < 0n && stored.clearedMinor > 0n) return err('import.residual_rises_after_allocation');
  if (fellMinor < 0n && age !== 'later') return err('import.residual_rises_undated');
  const unacknowledgedMinor = stored.clearedMinor - stored.acknowledgedMinor;
  const takenOverMinor = fellMinor > 0n ? smaller(fellMinor, unacknowledgedMinor) : 0n;
  const clearedElsewhereMinor = fellMinor - takenOverMinor;
  const residualMinor = stored.residualMinor + amountChangedMinor - clearedElsewhereMinor;
  if (residualMinor < 0n || residualMinor > row.amountMinor) throw new Error('an import broke the sum of an item');

  const told = { ...row, discountBp: row.discount?.bp ?? null, discountUntil: row.discount?.until ?? null };
  const changedFields: string[] = [...describedFields, ...furtherFields].filter(
    (field) => told[field] !== stored[field],
  );
  if (vatKey(row.vat) !== vatKey(stored.vat)) changedFields.push('vat');
  if (amountChangedMinor === 0n && fellMinor === 0n && changedFields.length === 0) {
    const isFirstDated = row.asOf !== null && stored.importedAsOf === null;
    return ok(age === 'later' || isFirstDated ? 'confirmed' : 'nothing_new');
  }
  return ok({
    amountMinor: row.amountMinor,
    residualMinor,
    acknowledgedMinor: stored.acknowledgedMinor + takenOverMinor,
    clearedElsewhereMinor,
    amountChangedMinor,
    changedFields,
  });
}

function compareDays(asOf: string | null, known: string | null): 'earlier' | 'same' | 'later' | 'unknown' {
  if (asOf === null || known === null) return 'unknown';
  return asOf === known ? 'same' : asOf < known ? 'earlier' : 'later';
}

/** The same shares in another order say the same. */
const vatKey = (vat: readonly VatShare[] | null): string | null =>
  vat === null
    ? null
    : vat
        .map(({ rateBp, grossMinor }) => `${rateBp}:${grossMinor}`)
        .toSorted()
        .join();

const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);
