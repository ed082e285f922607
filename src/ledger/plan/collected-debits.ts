/** Collections as debits, and the payments that are certainly theirs: by reference and exact sum. Pure. */
import type { CurrencyCode } from '../../domain/currency.ts';
import type { OpenItemId, PaymentId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';

/** One stored line of a collection, and the collection's own amount. */
export type CollectedLine = Readonly<{
  reference: string;
  collectionDate: LocalDate;
  currency: CurrencyCode;
  collectionMinor: bigint;
  endToEndId: string;
  mandateId: string | null;
  openItemId: OpenItemId;
  amountMinor: bigint;
}>;

/** One debit of a collection: what its rows have together. */
export type Debit = Omit<CollectedLine, 'openItemId'> &
  Readonly<{ lines: readonly Readonly<{ openItemId: OpenItemId; amountMinor: bigint }>[] }>;

/** In the order given. */
export function debitsOf(collected: readonly CollectedLine[]): readonly Debit[] {
  const byKey = new Map<string, Debit>();
  for (const { openItemId, ...line } of collected) {
    const key = JSON.stringify([line.reference, line.endToEndId]);
    const known = byKey.get(key) ?? { ...line, amountMinor: 0n, lines: [] };
    byKey.set(key, {
      ...known,
      amountMinor: known.amountMinor + line.amountMinor,
      lines: [...known.lines, { openItemId, amountMinor: line.amountMinor }],
    });
  }
  return [...byKey.values()];
}

/** Shorter ones stand in too many texts by chance. */
const shortestInText = 6;
const isInside = /[\p{L}\p{N}]/u;

/** Whether one of the texts is the reference, or has it as a word. */
export function namesCollection(texts: readonly string[], reference: string): boolean {
  return texts.some((text) => {
    if (text === reference) return true;
    if (reference.length < shortestInText) return false;
    for (let at = text.indexOf(reference); at !== -1; at = text.indexOf(reference, at + 1)) {
      const around = [text[at - 1] ?? ' ', text[at + reference.length] ?? ' '];
      if (!around.some((character) => isInside.test(character))) return true;
    }
    return false;
  });
}

/** Money in that may be a collection's: what it has the amount of. `endToEndId`: of one debit; null: of all of them. */
export type CollectedCandidate = Readonly<{
  paymentId: PaymentId;
  version: number;
  reference: string;
  endToEndId: string | null;
  texts: readonly string[];
}>;

/**
 * Those that are certain: the payment names the collection or the debit, and nothing else could be meant by it. Two
 * payments of the same amount that name the same are left to people.
 */
export function certainlyCollected(candidates: readonly CollectedCandidate[]): readonly CollectedCandidate[] {
  const batches = candidates.filter(
    ({ endToEndId, texts, reference }) => endToEndId === null && namesCollection(texts, reference),
  );
  const isBatch = ({ paymentId, reference }: CollectedCandidate): boolean =>
    batches.some((batch) => batch.paymentId === paymentId && batch.reference === reference);
  // A collection of one debit is named by either.
  const named = [...batches, ...candidates.filter((one) => one.endToEndId !== null && !isBatch(one))];
  const meantBy = countBy(named, ({ paymentId }) => paymentId);
  const namedBy = countBy(named, targetOf);
  return named.filter((one) => meantBy.get(one.paymentId) === 1 && namedBy.get(targetOf(one)) === 1);
}

const targetOf = ({ reference, endToEndId }: CollectedCandidate): string => JSON.stringify([reference, endToEndId]);

function countBy<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
}
