/** The letter groups of a settlement: which it joins, opens, ties together or ends. Pure. */
import type { LedgerId, LetteringId, OpenItemId } from '../../domain/ids.ts';
import { contentId } from '../content-id.ts';
import { regroup, type GroupedItem, type GroupMember, type LiveGroup, type PlannedGroup } from './lettering-groups.ts';
import {
  counterKey,
  itemOf,
  unitKey,
  type LetteringUnit,
  type PlannedLettering,
  type PlannedSettlement,
  type SettlementOrder,
  type SettlementRows,
  type UnitLegs,
} from './settlement-model.ts';

export type Lettered = Readonly<{
  /** The group that the posting is in, by {@link unitKey}. */
  ownByUnit: ReadonlyMap<string, LetteringId>;
  letterings: readonly PlannedLettering[];
  ended: readonly LiveGroup[];
  moves: PlannedSettlement['moves'];
}>;

/** Letters what the settlement clears, account by account of each customer. */
export function letter(
  ledgerId: LedgerId,
  order: SettlementOrder,
  units: ReadonlyMap<string, UnitLegs>,
  rows: SettlementRows,
  residualById: ReadonlyMap<OpenItemId, bigint>,
): Lettered {
  const itemAfter = (id: OpenItemId): GroupedItem => {
    const { issueDate, residualMinor } = itemOf(rows, id);
    return { issueDate, residualMinor: residualById.get(id) ?? residualMinor };
  };
  const issued = new Map<string, number>();
  const nextNumber = (counter: string): number => {
    const number = (issued.get(counter) ?? rows.lastNumbers.get(counter) ?? 0) + 1;
    issued.set(counter, number);
    return number;
  };
  const ownByUnit = new Map<string, LetteringId>();
  const letterings: PlannedLettering[] = [];
  const allEnded: LiveGroup[] = [];
  const allMoves: Move[] = [];
  for (const [key, { unit, legs }] of units) {
    const { members, live } = rows.units.get(key) ?? { members: [], live: [] };
    const cleared = new Map<OpenItemId, bigint>();
    for (const { openItemId, amountMinor } of legs)
      cleared.set(openItemId, (cleared.get(openItemId) ?? 0n) + amountMinor);
    const { postingId, postingDate, reversesPostingId } = order;
    const added: GroupMember = { postingId, postingDate, reversesPostingId, letteringId: null, cleared };
    const { groups, ended } = regroup(added, members, live, itemAfter);
    const part = named(ledgerId, order, unit, groups, nextNumber);
    ownByUnit.set(key, part.own);
    letterings.push(...part.letterings);
    allEnded.push(...ended);
    allMoves.push(...part.moves);
  }
  return { ownByUnit, letterings, ended: allEnded, moves: allMoves };
}

type Move = PlannedSettlement['moves'][number];

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
  const moves: Move[] = [];
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
