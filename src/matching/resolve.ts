/**
 * Settles the claims of a day: each open item goes to one payment at most, whole claims or nothing.
 *
 * Stronger claims go first, then earlier booking dates. Payments that stand equal in both and want the same item are
 * undecidable, so nobody gets it and a person is asked; unless nothing tells them apart (the same invoice paid twice),
 * where it does not matter which one settles it. The answer depends on the set of claims, never on their order.
 */
import type { OpenItemId, PaymentId } from '../domain/ids.ts';
import type { Claim } from './propose.ts';

export type Resolution =
  | Readonly<{ paymentId: PaymentId; action: 'apply' }>
  | Readonly<{
      paymentId: PaymentId;
      action: 'review';
      reason: 'item_taken_by_other_payment' | 'several_explanations';
    }>;

/** `taken`: an earlier claim has it. `contested`: equal claims wanted it, and it stays open for a person. */
type Held = Map<OpenItemId, 'taken' | 'contested'>;

/**
 * Decides every claim, ordered by payment id.
 *
 * @throws Error when one payment claims twice: the caller lost track of its own proposals.
 */
export function resolve(claims: readonly Claim[]): readonly Resolution[] {
  const held: Held = new Map();
  const resolutions: Resolution[] = [];
  for (const tier of tiersOf(claims)) resolutions.push(...resolveTier(tier, held));
  return resolutions.toSorted((a, b) => compareText(a.paymentId, b.paymentId));
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const compareRank = (a: Claim, b: Claim): number =>
  b.confidenceBp - a.confidenceBp || compareText(a.bookingDate, b.bookingDate);

/** Claims of equal rank together, best rank first, each tier by payment id. */
function tiersOf(claims: readonly Claim[]): readonly (readonly Claim[])[] {
  const ordered = claims.toSorted((a, b) => compareRank(a, b) || compareText(a.paymentId, b.paymentId));
  if (new Set(claims.map((claim) => claim.paymentId)).size !== claims.length)
    throw new Error('a payment claims more than once');
  const tiers: Claim[][] = [];
  let best: Claim | undefined;
  for (const claim of ordered) {
    if (best === undefined || compareRank(best, claim) !== 0) tiers.push([]);
    tiers.at(-1)?.push(claim);
    best = claim;
  }
  return tiers;
}

function resolveTier(tier: readonly Claim[], held: Held): readonly Resolution[] {
  const contested = contestedItems(tier.filter((claim) => stateOf(claim, held) === 'free'));
  const resolutions = tier.map((claim): Resolution => {
    const { paymentId } = claim;
    const state = stateOf(claim, held);
    if (state === 'taken') return { paymentId, action: 'review', reason: 'item_taken_by_other_payment' };
    if (state === 'contested' || claim.lines.some((line) => contested.has(line.openItemId)))
      return { paymentId, action: 'review', reason: 'several_explanations' };
    for (const line of claim.lines) held.set(line.openItemId, 'taken');
    return { paymentId, action: 'apply' };
  });
  for (const item of contested) held.set(item, 'contested');
  return resolutions;
}

function stateOf(claim: Claim, held: Held): 'free' | 'taken' | 'contested' {
  const states = claim.lines.map((line) => held.get(line.openItemId));
  if (states.includes('taken')) return 'taken';
  return states.includes('contested') ? 'contested' : 'free';
}

/** Items wanted by claims that are no twins of each other. */
function contestedItems(claims: readonly Claim[]): ReadonlySet<OpenItemId> {
  const wantedBy = new Map<OpenItemId, string>();
  const contested = new Set<OpenItemId>();
  for (const { lines, twinKey } of claims)
    for (const { openItemId } of lines) {
      const other = wantedBy.get(openItemId);
      if (other !== undefined && other !== twinKey) contested.add(openItemId);
      wantedBy.set(openItemId, twinKey);
    }
  return contested;
}
