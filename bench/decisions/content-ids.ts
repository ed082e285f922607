/**
 * Decision 0009: what an id made from content costs, and that the order of delivery does not change it.
 *
 * Run: `npx tsx bench/decisions/content-ids.ts` (about 15 seconds)
 */
import { createHash, randomUUID } from 'node:crypto';
import { contentId } from '../../src/ledger/content-id.ts';
import { compareMs, printMachine, printTable, ratioRows } from './measure.ts';

const entryCount = 200_000;

/** Account, day, signed minor units, bank reference: what names an entry. The rank tells equal ones apart. */
const naturalKeys = Array.from({ length: entryCount }, (_, index) => {
  const day = String((index % 28) + 1).padStart(2, '0');
  return `FR7630006000011234567890189|2026-03-${day}|${(index * 37) % 5_000}`;
});

/** Equal keys are told apart by their rank among equals, so two real payments of the same amount stay two. */
function idsOf(keys: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const rank = seen.get(key) ?? 0;
    seen.set(key, rank + 1);
    return contentId<string>('entry', key, rank);
  });
}

const fingerprint = (ids: readonly string[]): string =>
  createHash('sha256').update(ids.toSorted().join()).digest('hex').slice(0, 12);

printMachine();
printTable(
  `Ids for ${entryCount} entries`,
  ratioRows(
    await compareMs({
      randomUUID: () => naturalKeys.map(() => randomUUID()),
      'from content': () => idsOf(naturalKeys),
    }),
  ),
);

const forwards = idsOf(naturalKeys);
const backwards = idsOf(naturalKeys.toReversed());
const deliveries = { 'in order': forwards, backwards, 'twice, in both orders': [...forwards, ...backwards] };
printTable(
  `${entryCount} entries of which ${entryCount - new Set(naturalKeys).size} look like an earlier one`,
  Object.entries(deliveries).map(([delivered, ids]) => {
    const distinct = [...new Set(ids)];
    return { delivered, 'distinct ids': distinct.length, 'hash of all ids': fingerprint(distinct) };
  }),
);
