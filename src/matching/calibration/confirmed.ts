/** What is known by now of what a payment was for, and what that says of a decision. */
import type { OpenItemId } from '../../domain/ids.ts';

export type ClearedLine = Readonly<{ openItemId: OpenItemId; clearedMinor: bigint }>;

/** What stands of a payment's allocations today, and what was applied and undone. */
export type Confirmed = Readonly<{ standing: readonly ClearedLine[]; undone: readonly ClearedLine[] }>;

/** `unconfirmed`: nobody has applied the payment, or not where the decision would. */
export type Outcome = 'right' | 'wrong' | 'unconfirmed';

/**
 * A decision is right when all that it clears stands, to the minor unit: what else the payment cleared later speaks
 * neither for nor against it.
 */
export function outcomeOf(lines: readonly ClearedLine[], { standing, undone }: Confirmed): Outcome {
  if (standing.length > 0) return lines.every((line) => isAmong(line, standing)) ? 'right' : 'wrong';
  return lines.some((line) => isAmong(line, undone)) ? 'wrong' : 'unconfirmed';
}

const isAmong = ({ openItemId, clearedMinor }: ClearedLine, lines: readonly ClearedLine[]): boolean =>
  lines.some((line) => line.openItemId === openItemId && line.clearedMinor === clearedMinor);
