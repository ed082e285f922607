/** The letter groups of a settlement: which it joins, opens, ties together or ends. Pure. */
import type { LedgerId, LetteringId, OpenItemId } from '../../domain/ids.ts';
import { contentId } from '../content-id.ts';
import { regroup, type GroupedItem, type GroupMember, type LiveGroup, type PlannedGroup } from './lettering-groups.ts';
import {
  counterKey,
  itemOf,
  unitKey,
  type ItemLeg,
  type LetteringUnit,
  type PlannedLettering,
  type PlannedSettlement,
  type SettlementOrder,
  type SettlementRows,
} from './settlement-model.ts';

export type Lettered = Readonly<{
  units: readonly Readonly<{ unit: LetteringUnit; own: LetteringId }>[];
  letterings: readonly PlannedLettering[];
  ended: readonly LiveGroup[];
  moves: PlannedSettlement['moves'];
}>;

/** Letters what the settlement clears, account by account of each customer. */
export function letter(
  ledgerId: LedgerId,
  order: SettlementOrder,
  itemLegs: readonly ItemLeg[],
  rows: SettlementRows,
  residualById: ReadonlyMap<OpenItemId, bigint>,
): Lettered {
  const itemAfter = (id: OpenItemId): GroupedItem => {
    const { issueDate, residualMinor } = itemOf(rows, id);
    return { issueDate, residualMinor: residualById.get(id) ?? residualMinor };
  };
  const legsByUnit = new Map<string, [ItemLeg, ...ItemLeg[]]>();
  for (const leg of itemLegs) {
    const key = unitKey(itemOf(rows, leg.openItemId));
    const known = legsByUnit.get(key);
    if (known === undefined) legsByUnit.set(key, [leg]);
    else known.push(leg);
  }
  const issued = new Map<string, number>();
  const nextNumber = (counter: string): number => {
    const number = (issued.get(counter) ?? rows.lastNumbers.get(counter) ?? 0) + 1;
    issued.set(counter, number);
    return number;
  };
  const parts = [...legsByUnit].map(([key, legs]) => {
    const { members, live } = rows.units.get(key) ?? { members: [], live: [] };
    const { account, customerId, currency } = itemOf(rows, legs[0].openItemId);
    const unit = { account, customerId, currency };
    const cleared = new Map<OpenItemId, bigint>();
    for (const { openItemId, amountMinor } of legs)
      cleared.set(openItemId, (cleared.get(openItemId) ?? 0n) + amountMinor);
    const { postingId, postingDate, reversesPostingId } = order;
    const added: GroupMember = { postingId, postingDate, reversesPostingId, letteringId: null, cleared };
    const { groups, ended } = regroup(added, members, live, itemAfter);
    return { unit, ended, ...named(ledgerId, order, unit, groups, nextNumber) };
  });
  return {
    units: parts.map(({ unit, own }) => ({ unit, own })),
    letterings: parts.flatMap(({ letterings }) => letterings),
    ended: parts.flatMap(({ ended }) => ended),
    moves: parts.flatMap(({ moves }) => moves),
  };
}

/** Gives groups their identity and number, and says which members change to them. */
function named(
  ledgerId: LedgerId,
  { postingId }: SettlementOrder,
  unit: LetteringUnit,
  groups: readonly PlannedGroup[],
  nextNumber: (counter: string) => number,
): Pick<Lettered, 'letterings' | 'moves'> & Readonly<{ own: LetteringId }> {
  const counter = counterKey(unit);
  let own: LetteringId | null = null;
  const moves: { postingId: string; unit: LetteringUnit; letteringId: LetteringId }[] = [];
  const letterings = groups.map(({ lettering, members, isBalanced, letteringDate }): PlannedLettering => {
    const codeNumber = lettering?.codeNumber ?? nextNumber(counter);
    const letteringId =
      lettering?.letteringId ?? contentId<LetteringId>('lettering', ledgerId, postingId, unitKey(unit), codeNumber);
    for (const member of members) {
      if (member.postingId === postingId) own = letteringId;
      else if (member.letteringId !== letteringId) moves.push({ postingId: member.postingId, unit, letteringId });
    }
    const eventIndex = lettering?.eventCount ?? 0;
    return { unit, letteringId, codeNumber, eventIndex, members, isBalanced, letteringDate };
  });
  if (own === null) throw new Error('a posting was left out of its own letter groups');
  return { letterings, moves, own };
}
