/**
 * Letter groups of one account of a customer, as a set of postings and the items that they clear. Pure.
 *
 * Postings belong together when they clear the same item, and one that takes back another with that. A posting that joins a group
 * grows it, and two groups that it ties together become one, under the older code. A posting that takes something back
 * ends the groups it touches: what is left of them is lettered again, under new codes.
 */
import type { LetteringId, OpenItemId } from '../../domain/ids.ts';
import { latest, type LocalDate } from '../../domain/local-date.ts';

/** What a posting did to the items of one account of a customer. */
export type GroupMember = Readonly<{
  postingId: string;
  postingDate: LocalDate;
  reversesPostingId: string | null;
  /** The group it is in; null: in none. */
  letteringId: LetteringId | null;
  /** Minor units by item; cleared > 0, opened again < 0. */
  cleared: ReadonlyMap<OpenItemId, bigint>;
}>;

export type GroupedItem = Readonly<{ issueDate: LocalDate; residualMinor: bigint }>;

export type LiveGroup = Readonly<{ letteringId: LetteringId; codeNumber: number; eventCount: number }>;

/** A group after the posting: `lettering` is null for one that has to be opened. */
export type PlannedGroup = Readonly<{
  lettering: LiveGroup | null;
  members: readonly GroupMember[];
  isBalanced: boolean;
  /** Greatest date of what is in it, null while partial. */
  letteringDate: LocalDate | null;
}>;

export type Regrouping = Readonly<{ groups: readonly PlannedGroup[]; ended: readonly LiveGroup[] }>;

/**
 * @param added - the new posting, in no group yet.
 * @param members - of the groups of its account, at least of those that it touches.
 * @param live - those groups.
 * @param itemAfter - an item as it is after the posting.
 */
export function regroup(
  added: GroupMember,
  members: readonly GroupMember[],
  live: readonly LiveGroup[],
  itemAfter: (id: OpenItemId) => GroupedItem,
): Regrouping {
  if (members.length === 0) return { ended: [], groups: [groupOf(null, [added], itemAfter)] };
  const touched = groupsTouched(added, members);
  const known = members.filter(({ letteringId }) => letteringId !== null && touched.has(letteringId));
  const groups = live.filter(({ letteringId }) => touched.has(letteringId));
  const components = connected([...known, added]);
  if ([...added.cleared.values()].some((minor) => minor < 0n)) {
    // What remains takes the next codes, and what is gone the last.
    const isGone = (one: readonly GroupMember[]): boolean => one.includes(added);
    const ordered = [...components.filter((one) => !isGone(one)), ...components.filter((one) => isGone(one))];
    return { ended: groups, groups: ordered.map((one) => groupOf(null, one, itemAfter)) };
  }
  const [oldest = null, ...others] = groups.toSorted((a, b) => a.codeNumber - b.codeNumber);
  const [grown, ...apart] = components;
  if (grown === undefined || apart.length > 0) throw new Error('a posting joins groups that have nothing in common');
  return { ended: others, groups: [groupOf(oldest, grown, itemAfter)] };
}

/** The groups that still clear one of the items of a posting, and that of the posting which it takes back. */
function groupsTouched(added: GroupMember, members: readonly GroupMember[]): ReadonlySet<LetteringId> {
  const netByGroup = new Map<LetteringId, Map<OpenItemId, bigint>>();
  const touched = new Set<LetteringId>();
  for (const { postingId, letteringId, cleared } of members) {
    if (letteringId === null) continue;
    if (postingId === added.reversesPostingId) touched.add(letteringId);
    const net = netByGroup.get(letteringId) ?? new Map<OpenItemId, bigint>();
    for (const [itemId, minor] of cleared)
      if (added.cleared.has(itemId)) net.set(itemId, (net.get(itemId) ?? 0n) + minor);
    netByGroup.set(letteringId, net);
  }
  for (const [letteringId, net] of netByGroup)
    if ([...net.values()].some((minor) => minor !== 0n)) touched.add(letteringId);
  return touched;
}

function groupOf(
  lettering: LiveGroup | null,
  members: readonly GroupMember[],
  itemAfter: (id: OpenItemId) => GroupedItem,
): PlannedGroup {
  const itemIds = [...netOf(members)].filter(([, minor]) => minor !== 0n).map(([id]) => id);
  const cleared = itemIds.map((id) => itemAfter(id));
  const isBalanced = cleared.every(({ residualMinor }) => residualMinor === 0n);
  const dates = [...members.map(({ postingDate }) => postingDate), ...cleared.map(({ issueDate }) => issueDate)];
  return { lettering, members, isBalanced, letteringDate: isBalanced ? dates.reduce(latest) : null };
}

function netOf(members: readonly GroupMember[]): ReadonlyMap<OpenItemId, bigint> {
  const net = new Map<OpenItemId, bigint>();
  for (const { cleared } of members)
    for (const [itemId, minor] of cleared) net.set(itemId, (net.get(itemId) ?? 0n) + minor);
  return net;
}

/** Members in groups, by the items that they still clear together; in the order given. */
function connected(members: readonly GroupMember[]): readonly (readonly GroupMember[])[] {
  let groups: readonly Readonly<{ itemIds: ReadonlySet<OpenItemId>; members: readonly GroupMember[] }>[] = [];
  for (const tied of withReversals(members)) {
    const itemIds = [...netOf(tied)].filter(([, minor]) => minor !== 0n).map(([itemId]) => itemId);
    const shares = (group: (typeof groups)[number]): boolean => itemIds.some((itemId) => group.itemIds.has(itemId));
    const joined = groups.filter((group) => shares(group));
    groups = [
      ...groups.filter((group) => !shares(group)),
      {
        itemIds: new Set([...joined.flatMap((group) => [...group.itemIds]), ...itemIds]),
        members: [...joined.flatMap((group) => group.members), ...tied],
      },
    ];
  }
  return groups.map((group) => group.members);
}

/** A posting and what takes it back are one: items that they clear and open again tie them to nobody else. */
function withReversals(members: readonly GroupMember[]): readonly (readonly GroupMember[])[] {
  const takenBackBy = new Map(members.map(({ postingId, reversesPostingId }) => [postingId, reversesPostingId]));
  // A return that is taken back is one with what it had taken back.
  const originalOf = ({ postingId, reversesPostingId: taken }: GroupMember): string =>
    taken === null ? postingId : (takenBackBy.get(taken) ?? taken);
  const byPosting = new Map<string, GroupMember[]>();
  for (const member of members) {
    const key = originalOf(member);
    byPosting.set(key, [...(byPosting.get(key) ?? []), member]);
  }
  return [...byPosting.values()];
}
