/** Letter groups as postings come and are taken back, in any order: what belongs together, and under which code. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LetteringId, OpenItemId } from '../../src/domain/ids.ts';
import { regroup, type GroupedItem, type GroupMember, type LiveGroup } from '../../src/ledger/plan/lettering-groups.ts';
import { day } from '../support/books.ts';

const items = ['A', 'B', 'C', 'D'] as OpenItemId[];
const amountOfItem = 4n;

/** Postings of one or two items, or the taking back of an earlier one: how people work on one customer's account. */
const steps = fc.array(
  fc.oneof(
    fc.record({ clears: fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 2 }) }),
    fc.record({ takesBack: fc.nat(20) }),
  ),
  { maxLength: 14 },
);

type Books = {
  members: GroupMember[];
  live: Map<LetteringId, LiveGroup>;
  residuals: Map<OpenItemId, bigint>;
  lastNumber: number;
};

function book(books: Books, added: GroupMember): void {
  for (const [itemId, minor] of added.cleared) books.residuals.set(itemId, (books.residuals.get(itemId) ?? 0n) - minor);
  const itemAfter = (id: OpenItemId): GroupedItem => ({
    issueDate: day('2026-01-01'),
    residualMinor: books.residuals.get(id) ?? 0n,
  });
  const { groups, ended } = regroup(added, books.members, [...books.live.values()], itemAfter);
  for (const { letteringId } of ended) books.live.delete(letteringId);
  const regrouped = new Set(groups.flatMap(({ members }) => members));
  books.members = books.members.filter((member) => !regrouped.has(member));
  for (const { lettering, members } of groups) {
    const group = lettering ?? {
      letteringId: `L${++books.lastNumber}` as LetteringId,
      codeNumber: books.lastNumber,
      eventCount: 0,
    };
    books.live.set(group.letteringId, { ...group, eventCount: group.eventCount + 1 });
    books.members.push(...members.map((member) => ({ ...member, letteringId: group.letteringId })));
  }
}

test('everything is in one group, an item that is still cleared in one only, and no code comes twice', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const books: Books = {
        members: [],
        live: new Map(),
        residuals: new Map(items.map((id) => [id, amountOfItem])),
        lastNumber: 0,
      };
      const reversed = new Set<string>();
      const everLive = new Set<LetteringId>();
      for (const [index, step] of taken.entries()) {
        const postingId = `P${index}`;
        const base = { postingId, postingDate: day('2026-01-02'), letteringId: null };
        if ('clears' in step) {
          const cleared = new Map(
            step.clears.filter((id) => (books.residuals.get(id) ?? 0n) > 0n).map((id) => [id, 1n]),
          );
          if (cleared.size > 0) book(books, { ...base, reversesPostingId: null, cleared });
        } else {
          const original = books.members.find((member) => member.postingId === `P${step.takesBack}`);
          if (original === undefined || reversed.has(original.postingId)) continue;
          // What took back something may be taken back, what took back that not; its items must still be open.
          const taken = books.members.find(({ postingId: id }) => id === original.reversesPostingId);
          if (taken !== undefined && taken.reversesPostingId !== null) continue;
          if ([...original.cleared].some(([id, minor]) => minor < 0n && (books.residuals.get(id) ?? 0n) < -minor))
            continue;
          reversed.add(original.postingId);
          if (taken !== undefined) reversed.delete(taken.postingId);
          const cleared = new Map([...original.cleared].map(([id, minor]) => [id, -minor]));
          book(books, { ...base, reversesPostingId: original.postingId, cleared });
        }
        for (const id of books.live.keys()) everLive.add(id);
      }
      const groupOfItem = new Map<OpenItemId, Set<LetteringId | null>>();
      for (const letteringId of books.live.keys())
        for (const id of items) {
          const members = books.members.filter((member) => member.letteringId === letteringId);
          const net = members.reduce((sum, { cleared }) => sum + (cleared.get(id) ?? 0n), 0n);
          if (net !== 0n) groupOfItem.set(id, (groupOfItem.get(id) ?? new Set()).add(letteringId));
        }
      for (const [id, groups] of groupOfItem) expect([...groups], id).toHaveLength(1);
      expect(books.members.every(({ letteringId }) => letteringId !== null && books.live.has(letteringId))).toBe(true);
      expect(everLive.size).toBe(books.lastNumber);
    }),
  );
});
