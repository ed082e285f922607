/**
 * Who is to be asked for money, and who not: asking for what is disputed, or for what was paid and not applied yet, costs
 * more than it brings. Pure.
 */
import { differenceOf, isZero, type Amount } from '../../money.ts';

export type Balance = Readonly<{ overdue: Amount; disputed: Amount; credits: Amount }>;

/**
 * `nothing_due`: nothing is overdue. `disputed` and `credits`: settle the dispute, apply the credits; nothing would be left
 * to ask for. `chase`: at least `amount` is overdue, undisputed and not covered by money of the customer.
 */
export type Advice = Readonly<{ verdict: 'nothing_due' | 'disputed' | 'credits' | 'chase'; amount: Amount }>;

const isPositive = (amount: Amount): boolean => !isZero(amount) && !amount.value.startsWith('-');

/** What is disputed may not be due yet: all of it is taken off, so that nobody is chased for too much. */
export function adviceOn({ overdue, disputed, credits }: Balance): Advice {
  const undisputed = differenceOf(overdue, disputed);
  const uncovered = differenceOf(undisputed, credits);
  if (!isPositive(overdue)) return { verdict: 'nothing_due', amount: overdue };
  if (!isPositive(undisputed)) return { verdict: 'disputed', amount: disputed };
  if (!isPositive(uncovered)) return { verdict: 'credits', amount: credits };
  return { verdict: 'chase', amount: uncovered };
}
