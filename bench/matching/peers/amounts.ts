/** From documents to what is cleared of each. */
import type { BenchLine, Suggestion } from '../types.ts';
import type { OpenDocument } from './desk.ts';

/** What the line pays in the document's currency, minor units; null when the line does not say. */
export function paidIn(currency: string, line: BenchLine): number | null {
  if (line.ccy === currency) return line.amount;
  return line.instd?.ccy === currency ? line.instd.amount : null;
}

/** True when the line pays exactly what is left of the document. */
export const paysExactly = (line: BenchLine, { item, residual }: OpenDocument): boolean =>
  paidIn(item.ccy, line) === residual;

/** Clears each document in full, whatever was paid: for a discount, and for sets whose sum is known to fit. */
export const clearWhole = (documents: readonly OpenDocument[]): Suggestion => ({
  customer: customerOf(documents),
  alloc: documents.map(({ item, residual }) => ({ item: item.id, cleared: residual })),
});

/** Clears the documents in the order given as far as the money goes. */
export function clearInOrder(line: BenchLine, documents: readonly OpenDocument[]): Suggestion {
  const alloc: { item: number; cleared: number }[] = [];
  let left = paidIn(documents[0]?.item.ccy ?? line.ccy, line) ?? line.amount;
  for (const { item, residual } of documents) {
    const cleared = Math.min(left, residual);
    if (cleared === 0) continue;
    alloc.push({ item: item.id, cleared });
    left -= cleared;
  }
  return { customer: customerOf(documents), alloc };
}

function customerOf(documents: readonly OpenDocument[]): number | null {
  const customers = new Set(documents.map(({ item }) => item.customer));
  const [only] = customers;
  return customers.size === 1 && only !== undefined ? only : null;
}
