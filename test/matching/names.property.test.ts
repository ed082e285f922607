import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameColumnsSizeBytes, nameIndexBuilder, openNameIndex } from '../../src/matching/names/name-index.ts';
import { nearWords } from '../../src/matching/names/near-words.ts';
import { isWithinOneEdit } from '../../src/matching/names/one-edit.ts';
import { wordText } from '../../src/matching/names/word-table.ts';

const trades = ['GARAGE', 'TAXI', 'Hôtel', 'Bäckerei', 'TRANSPORTS', 'Maçonnerie', 'Spedition'];
const families = ['MARTIN', 'Müller', 'DURAND', 'König', 'Lefèvre', 'GARCÍA', 'SMITH', 'MERTEN'];
const towns = ['LYON', 'NICE', 'Saint-Étienne', 'AMIENS', ''];
const forms = ['SARL', 'GmbH & Co. KG', 'S.L.', '', 'Ltd'];
const customerName = fc
  .tuple(fc.constantFrom(...trades), fc.constantFrom(...families), fc.constantFrom(...towns), fc.constantFrom(...forms))
  .map((words) => words.filter((word) => word !== '').join(' '));
const customers = fc.array(fc.record({ owner: fc.nat({ max: 30 }), name: customerName }), {
  minLength: 1,
  maxLength: 40,
});
/** What a bank makes of a name. */
const damage = fc.constantFrom<(name: string) => string>(
  (name) => name.toUpperCase(),
  (name) => name.slice(0, 27),
  (name) => name.replaceAll(' ', ''),
  (name) => name.split(' ').toReversed().join(' '),
  (name) => name.slice(0, 3) + name.slice(4),
);

function indexOf(list: readonly Readonly<{ owner: number; name: string }>[]) {
  const builder = nameIndexBuilder();
  for (const { owner, name } of list) builder.add(owner, name);
  return builder.finish();
}

test('the order of adding changes neither the columns nor an answer', () => {
  fc.assert(
    fc.property(customers, customerName, damage, (list, name, change) => {
      const forwards = indexOf(list);
      const backwards = indexOf(list.toReversed());
      expect(backwards).toEqual(forwards);
      expect(openNameIndex(backwards).find(change(name))).toEqual(openNameIndex(forwards).find(change(name)));
    }),
  );
});

test('an answer does not depend on the questions before', () => {
  fc.assert(
    fc.property(
      customers,
      fc.array(customerName, { maxLength: 5 }),
      customerName,
      damage,
      (list, before, name, change) => {
        const columns = indexOf(list);
        const index = openNameIndex(columns);
        for (const other of before) {
          index.find(other);
          index.findInText(other);
        }
        expect(index.find(change(name))).toEqual(openNameIndex(columns).find(change(name)));
        expect(index.findInText(name)).toEqual(openNameIndex(columns).findInText(name));
      },
    ),
  );
});

test('a name on file is found as it stands, exact or beside its namesakes', () => {
  fc.assert(
    fc.property(customers, (list) => {
      const { find } = openNameIndex(indexOf(list));
      for (const { owner, name } of list) {
        const matches = find(name, 40);
        const match = matches.find((each) => each.owner === owner);
        expect(match?.score).toBeGreaterThanOrEqual(0.99);
        expect(match?.score).toBe(matches[0]?.score);
      }
    }),
  );
});

test('only the first match is more than weak, owners come once, scores fall and stay within 0 and 1', () => {
  fc.assert(
    fc.property(customers, customerName, damage, (list, name, change) => {
      const matches = openNameIndex(indexOf(list)).find(change(name), 10);
      expect(matches.slice(1).every(({ level }) => level === 'weak')).toBe(true);
      expect(new Set(matches.map(({ owner }) => owner)).size).toBe(matches.length);
      for (const [at, { score }] of matches.entries()) {
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(matches[at - 1]?.score ?? 1);
      }
    }),
  );
});

test('any text is answered, on file and as a question', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
    fc.string({ unit: fc.constantFrom('A', 'E', 'U', '&', '.', ' ', '?', 'ﷺ', 'ß'), maxLength: 900 }),
  );
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 8 }), anyText, (list, question) => {
      const index = openNameIndex(indexOf(list.map((name, owner) => ({ owner, name }))));
      for (const text of [...list, question]) {
        expect(index.find(text).length).toBeLessThanOrEqual(5);
        expect(index.findInText(text).length).toBeLessThanOrEqual(3);
      }
    }),
    { numRuns: 30 },
  );
});

test('the end of a very long name changes nothing', () => {
  const index = openNameIndex(indexOf([{ owner: 1, name: 'GARAGE MARTIN LYON SARL' }]));
  const long = `GARAGE MARTIN ${'LYON '.repeat(2_000)}`;
  expect(index.find(long)).toEqual(index.find(long.slice(0, 280)));
});

/** Damerau's distance of at most one, by writing out every word that one error makes. */
function spellings(word: string): ReadonlySet<string> {
  const all = new Set([word]);
  for (let at = 0; at <= word.length; at += 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    all.add(head + tail.slice(1));
    all.add(head + tail.slice(1, 2) + tail.slice(0, 1) + tail.slice(2));
    for (const letter of 'ABC') {
      all.add(head + letter + tail);
      all.add(head + letter + tail.slice(1));
    }
  }
  return all;
}
const shortWord = fc.string({ unit: fc.constantFrom('A', 'B', 'C'), minLength: 1, maxLength: 7 });

test('one error apart is what writing out all errors says', () => {
  fc.assert(
    fc.property(shortWord, shortWord, (a, b) => {
      const [left, right] = [Buffer.from(a), Buffer.from(b)];
      expect(isWithinOneEdit(left, 0, a.length, right, 0, b.length)).toBe(spellings(a).has(b));
    }),
    { numRuns: 2_000 },
  );
});

test('looking in the two halves finds every word one error away', () => {
  const words = fc.uniqueArray(fc.string({ unit: fc.constantFrom('B', 'C', 'D'), minLength: 5, maxLength: 8 }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(
      words,
      fc.string({ unit: fc.constantFrom('B', 'C', 'D'), minLength: 5, maxLength: 8 }),
      (list, asked) => {
        const columns = indexOf(list.map((name, owner) => ({ owner, name })));
        const bytes = Buffer.from(asked);
        const found = new Set<string>();
        nearWords(columns)(bytes, 0, bytes.length, (word) => found.add(wordText(columns.words, word)));
        const near = list.filter((word) => {
          const other = Buffer.from(word);
          return isWithinOneEdit(bytes, 0, bytes.length, other, 0, other.length);
        });
        expect([...found].toSorted()).toEqual(near.toSorted());
      },
    ),
  );
});

test('columns are shared memory of less than 120 bytes a name', () => {
  const list = Array.from({ length: 5_000 }, (_, owner) => ({
    owner,
    name: `${trades[owner % 7] ?? ''} ${families[owner % 8] ?? ''} ${String(owner)} SARL`,
  }));
  const columns = indexOf(list);
  expect(columns.rows.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(nameColumnsSizeBytes(columns) / list.length).toBeLessThan(120);
  expect(openNameIndex(structuredClone(columns)).find('GARAGE MARTIN 0')[0]).toMatchObject({
    owner: 0,
    level: 'exact',
  });
});
