/**
 * What is left of each line of a receivable account: all of it where nothing was lettered, nothing where the lines of a
 * letter balance, and in between what the other side leaves of the lines, oldest first (Code civil, 1342-10).
 *
 * A letter means something only within one account of one customer. Whether its lines balance is asked in euros, and where all of them have one other currency, in that one too: an unbooked exchange difference is no debt.
 */
import type { FecLine } from './fec-line.ts';

/** `leftMinor`: of `line.own`, on its side; null when nobody can know it, and why. */
export type LineLeft = Readonly<
  { line: FecLine } & ({ leftMinor: bigint } | { leftMinor: null; why: 'rest_unknown' | 'currencies_mixed' })
>;

/** Where a letter means one thing. */
export const letteringKey = (account: string, customerCode: string, letter: string): string =>
  `${account}\t${customerCode}\t${letter}`;

/**
 * @param isBroken - whether a line of this lettering could not be read: what does not balance then says nothing.
 * @returns each line once, in the order given.
 */
export function leftOfLines(lines: readonly FecLine[], isBroken: (lettering: string) => boolean): readonly LineLeft[] {
  const groups = new Map<string, FecLine[]>();
  for (const line of lines) {
    if (line.letter === '') continue;
    const key = letteringKey(line.account, line.customerCode, line.letter);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  const lettered = new Map<FecLine, LineLeft>();
  for (const [key, group] of groups) {
    for (const left of leftOfGroup(group, isBroken(key))) lettered.set(left.line, left);
  }
  return lines.map((line) => lettered.get(line) ?? { line, leftMinor: line.own.minor });
}

function leftOfGroup(group: readonly FecLine[], isBroken: boolean): readonly LineLeft[] {
  const isOneCurrency = group.every(({ own }) => own.currency === group[0]?.own.currency);
  const ownSum = sumOf(group, ({ own }) => own.minor);
  const isBalanced = sumOf(group, ({ bookMinor }) => bookMinor) === 0n || (isOneCurrency && ownSum === 0n);
  if (isBalanced) return group.map((line) => ({ line, leftMinor: 0n }));
  if (isBroken) return group.map((line) => ({ line, leftMinor: null, why: 'rest_unknown' }));
  if (!isOneCurrency) return group.map((line) => ({ line, leftMinor: null, why: 'currencies_mixed' }));
  return reduced(group, ownSum);
}

/** The lesser side is used up; it takes the oldest lines of the greater one with it. */
function reduced(group: readonly FecLine[], ownSum: bigint): readonly LineLeft[] {
  const isGreater = ({ own }: FecLine): boolean => own.minor > 0n === ownSum > 0n;
  const greater = group.filter(isGreater).toSorted(byAge);
  let clearedMinor = sumOf(greater, ({ own }) => own.minor) - ownSum;
  const left = new Map<FecLine, bigint>();
  for (const line of greater) {
    const takenMinor = nearerZero(line.own.minor, clearedMinor);
    clearedMinor -= takenMinor;
    left.set(line, line.own.minor - takenMinor);
  }
  return group.map((line) => ({ line, leftMinor: left.get(line) ?? 0n }));
}

const byAge = (a: FecLine, b: FecLine): number => compare(dayOf(a), dayOf(b)) || a.line - b.line;
const dayOf = ({ pieceDate, entryDate }: FecLine): string => pieceDate ?? entryDate;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of two amounts on one side, or zero. */
const nearerZero = (a: bigint, b: bigint): bigint => (a < 0n ? (a > b ? a : b) : a < b ? a : b);
const sumOf = (lines: readonly FecLine[], read: (line: FecLine) => bigint): bigint =>
  lines.reduce((sum, line) => sum + read(line), 0n);
