/**
 * The rows of a collection file, put together by collection. Pure.
 *
 * A collection is taken whole or not at all, so nothing is taken before the end of the file. A row that can not be read
 * damns the collection it names; one that names none could be of any, and damns those without a control sum.
 */
import type { CollectionRow } from '../../domain/collection.ts';
import type { RowProblem } from '../../domain/open-item.ts';
import type { ReadCollectionRow } from '../../ingest/open-items/collection-row.ts';
import type { RowRecord } from '../../ingest/open-items/rows.ts';
import { importProblem } from '../../ledger/commands/import-refusals.ts';

export type FileCollection = Readonly<{
  reference: string;
  rows: readonly Readonly<{ line: number; row: CollectionRow }>[];
}>;

export type GatheredCollections = Readonly<{
  /** In the order of their first rows. */
  whole: readonly FileCollection[];
  refused: readonly RowProblem[];
}>;

/** Rows of a file, held in memory until its end: about 60 MB. */
const mostCollectionRows = 200_000;

type Gathered = { firstLine: number; rows: { line: number; row: CollectionRow }[]; isWhole: boolean };

/** Takes every row of a file; `end` gives what came together. */
export function gatherCollections(largestCount: number = mostCollectionRows) {
  const refused: RowProblem[] = [];
  const byReference = new Map<string, Gathered>();
  let rowCount = 0;
  let hasNamelessProblem = false;

  function add(record: RowRecord<ReadCollectionRow>): void {
    rowCount += 1;
    if (rowCount > largestCount) {
      byReference.clear();
      if (rowCount === largestCount + 1)
        refused.push(importProblem('import.collections_too_many', lineOf(record), String(largestCount)));
      return;
    }
    if (record.kind === 'problem') {
      refused.push(record.problem);
      hasNamelessProblem = true;
      return;
    }
    const { line, value } = record;
    const gathered = byReference.get(value.reference) ?? { firstLine: line, rows: [], isWhole: true };
    byReference.set(value.reference, gathered);
    if (value.read.ok) gathered.rows.push({ line, row: value.read.value });
    else {
      refused.push(value.read.error);
      gathered.isWhole = false;
    }
  }

  function end(): GatheredCollections {
    const whole: FileCollection[] = [];
    for (const [reference, { firstLine, rows, isWhole }] of byReference) {
      const isControlled = rows.every(({ row }) => row.controlMinor !== null);
      if (isWhole && (isControlled || !hasNamelessProblem)) whole.push({ reference, rows });
      else refused.push(importProblem('import.collection_incomplete', firstLine, reference));
    }
    return { whole, refused };
  }

  return { add, end };
}

const lineOf = (record: RowRecord<ReadCollectionRow>): number =>
  record.kind === 'problem' ? record.problem.line : record.line;
