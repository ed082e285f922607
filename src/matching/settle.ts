/**
 * Settles the claims of a day. Each open item goes to one payment at most, whole claims or nothing; the strongest go
 * first, and who lost, or was not sure, is looked at again against what is left. The answer depends on the set of
 * payments, never on their order or on how many threads looked at them.
 */
import type { PaymentId } from '../domain/ids.ts';
import type { PartitionColumns } from './index/partition.ts';
import type { Claim, Outlook } from './propose.ts';

/** `contested`: payments that stand equal want the item, and nothing tells which: it stays open for a person. */
export type LostClaim = Readonly<{
  paymentId: PaymentId;
  reason: 'item_taken_by_other_payment' | 'several_explanations';
}>;

/** Claims on one item are of several rounds: the later counts on what the earlier leaves. */
export type AppliedClaim = Claim & Readonly<{ paymentId: PaymentId; round: number }>;

export type Settlement = Readonly<{
  /** Takes what a payment wants, or wants now: the later outlook of a payment replaces the earlier. */
  add(outlook: Outlook): void;
  /** Applies the strongest claims; returns the payments to look at again, ascending. Empty: the day is settled. */
  settleRound(): readonly PaymentId[];
  /** What is left of the items, by row, after the rounds so far: shared memory, for threads that look again. */
  residuals: Float64Array;
  result(): Readonly<{ applied: readonly AppliedClaim[]; lost: readonly LostClaim[] }>;
}>;

/** Rounds in which payments are looked at again; what is still claimed then is decided by the last look. */
const mostRounds = 4;

export function openSettlement(columns: PartitionColumns): Settlement {
  const residuals = new Float64Array(new SharedArrayBuffer(columns.itemResiduals.byteLength));
  residuals.set(columns.itemResiduals);
  const waiting = new Map<PaymentId, Outlook>();
  const applied: AppliedClaim[] = [];
  const contested = new Set<number>();
  let round = 0;

  function apply(outlook: Outlook, claim: Claim): void {
    for (const { item, clearedMinor } of claim.lines) {
      const residual = residuals[item] ?? 0;
      residuals[item] = residual < 0 ? residual + Number(clearedMinor) : residual - Number(clearedMinor);
    }
    const { points, isNamed, twinKey, lines, writeOff, basis } = claim;
    applied.push({ points, isNamed, twinKey, lines, writeOff, basis, paymentId: outlook.paymentId, round });
    waiting.delete(outlook.paymentId);
  }

  function settleRound(): readonly PaymentId[] {
    round += 1;
    if (round > mostRounds) return [];
    const touched = new Set<number>();
    const taken = new Set<number>();
    const named = new Set(
      [...waiting.values()].filter(({ claim }) => claim === null).flatMap((outlook) => outlook.named),
    );
    for (const tier of tiersOf([...waiting.values()], round === 1)) {
      const free = tier.filter(({ claim }) => isFree(claim, taken, contested, residuals) && !takesNamed(claim, named));
      for (const item of itemsOfSeveral(free)) contested.add(item);
      for (const { outlook, claim } of free) {
        if (!isFree(claim, taken, contested, residuals)) continue;
        apply(outlook, claim);
        for (const { item } of claim.lines) {
          taken.add(item);
          touched.add(columns.itemCustomers[item] ?? 0);
        }
      }
    }
    if (round === mostRounds || (taken.size === 0 && round > 1)) return [];
    return [...waiting.values()]
      .filter(({ customers }) => customers.some((customer) => touched.has(customer)))
      .map(({ paymentId }) => paymentId)
      .toSorted();
  }

  return {
    residuals,
    add: (outlook) => void waiting.set(outlook.paymentId, outlook),
    settleRound() {
      const again = settleRound();
      // The first round settles named claims only: the others have their turn even when nobody is looked at again.
      return again.length === 0 && round === 1 ? settleRound() : again;
    },
    result: () => ({
      applied: applied.toSorted((a, b) => (a.paymentId < b.paymentId ? -1 : 1)),
      lost: [...waiting.values()]
        .flatMap(({ paymentId, claim }): LostClaim[] => {
          if (claim === null) return [];
          const isContested = claim.lines.some(({ item }) => contested.has(item));
          return [{ paymentId, reason: isContested ? 'several_explanations' : 'item_taken_by_other_payment' }];
        })
        .toSorted((a, b) => (a.paymentId < b.paymentId ? -1 : 1)),
    }),
  };
}

type Claimant = Readonly<{ outlook: Outlook; claim: Claim }>;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const compareRank = (a: Claimant, b: Claimant): number =>
  b.claim.points - a.claim.points || compareText(a.outlook.bookingDate, b.outlook.bookingDate);

/** Claims of equal rank together, best rank first, each tier by payment id. */
function tiersOf(outlooks: readonly Outlook[], isNamedOnly: boolean): readonly (readonly Claimant[])[] {
  const ordered = outlooks
    .flatMap((outlook) =>
      outlook.claim === null || (isNamedOnly && !outlook.claim.isNamed) ? [] : [{ outlook, claim: outlook.claim }],
    )
    .toSorted((a, b) => compareRank(a, b) || compareText(a.outlook.paymentId, b.outlook.paymentId));
  const tiers: Claimant[][] = [];
  let last: Claimant | undefined;
  for (const claimant of ordered) {
    if (last === undefined || compareRank(last, claimant) !== 0) tiers.push([]);
    tiers.at(-1)?.push(claimant);
    last = claimant;
  }
  return tiers;
}

/** Nobody took an item in this round, nobody else may have it, and as much is left of it as the claim saw. */
const isFree = (
  { lines }: Claim,
  taken: ReadonlySet<number>,
  contested: ReadonlySet<number>,
  residuals: Float64Array,
): boolean =>
  lines.every(
    ({ item, residualMinor }) =>
      !taken.has(item) && !contested.has(item) && Math.abs(residuals[item] ?? 0) === Number(residualMinor),
  );

/** What another payment names, though not surely enough, is not taken by an amount alone. */
const takesNamed = (claim: Claim, named: ReadonlySet<number>): boolean =>
  !claim.isNamed && claim.lines.some(({ item }) => named.has(item));

/** Items wanted by claims that are no twins of each other. */
function itemsOfSeveral(claimants: readonly Claimant[]): ReadonlySet<number> {
  const wantedBy = new Map<number, string>();
  const several = new Set<number>();
  for (const { claim } of claimants)
    for (const { item } of claim.lines) {
      const other = wantedBy.get(item);
      if (other !== undefined && other !== claim.twinKey) several.add(item);
      wantedBy.set(item, claim.twinKey);
    }
  return several;
}
