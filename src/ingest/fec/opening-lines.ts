/**
 * Opening entries repeat what was open when the year before closed. Where a file holds both, or two openings, each line
 * is to count once: an opening line takes the place of a line that was entered before it and is the same in account,
 * customer, document, day and signed amount; of two such lines it takes the place of one.
 */
import type { FecLine } from './fec-line.ts';

const sameLine = ({ account, customerCode, pieceRef, pieceDate, own }: FecLine): string =>
  [account, customerCode, pieceRef, pieceDate ?? '', own.minor, own.currency].join('\t');

/** The lines without those that a later opening repeats, in the order given. */
export function withoutRepeated(lines: readonly FecLine[]): readonly FecLine[] {
  const opened = new Set(lines.filter(({ isOpening }) => isOpening).map(sameLine));
  if (opened.size === 0) return lines;
  const candidates = new Map<string, FecLine[]>();
  for (const line of lines) {
    const key = sameLine(line);
    if (!opened.has(key)) continue;
    const same = candidates.get(key);
    if (same === undefined) candidates.set(key, [line]);
    else same.push(line);
  }
  const repeated = new Set([...candidates.values()].flatMap(repeatedAmong));
  return lines.filter((line) => !repeated.has(line));
}

/** Of lines that are the same: those in whose place a later opening line stands. */
function repeatedAmong(same: readonly FecLine[]): readonly FecLine[] {
  const repeated: FecLine[] = [];
  const standing: FecLine[] = [];
  for (const line of same.toSorted((a, b) => (a.entryDate < b.entryDate ? -1 : a.entryDate > b.entryDate ? 1 : 0))) {
    const isRepeated = (earlier: FecLine | undefined): earlier is FecLine =>
      line.isOpening && earlier !== undefined && earlier.entryDate < line.entryDate;
    const [oldest] = standing;
    if (isRepeated(oldest)) repeated.push(...standing.splice(0, 1));
    standing.push(line);
  }
  return repeated;
}

/**
 * Whether an opening line says nothing of the documents behind it: a balance, of one customer or of all. It names no
 * document or day, or has the number of the opening entry itself, which then stands on lines of several customers.
 */
export function globalOpenings(lines: readonly FecLine[]): (line: FecLine) => boolean {
  const customerByNumber = new Map<string, string>();
  const shared = new Set<string>();
  for (const { isOpening, pieceRef, customerCode } of lines) {
    if (!isOpening || pieceRef === '') continue;
    const known = customerByNumber.get(pieceRef);
    if (known === undefined) customerByNumber.set(pieceRef, customerCode);
    else if (known !== customerCode) shared.add(pieceRef);
  }
  return ({ isOpening, pieceRef, pieceDate, customerCode, entry }) =>
    isOpening &&
    (pieceRef === '' ||
      pieceDate === null ||
      customerCode === '' ||
      shared.has(pieceRef) ||
      entry.split('\t').includes(pieceRef));
}
