/** What the page says: no word that nobody uses, and the same values filled in by both languages. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { en } from '../../web/src/words/en.ts';
import { fr } from '../../web/src/words/fr.ts';

const source = fileURLToPath(new URL('../../web/src', import.meta.url));

/** Quoted words; beginnings that a value completes, as in `nav.${page}`; and groups, as in `term('reason', …)`. */
function usesIn(texts: readonly string[]) {
  const all = texts.join('\n');
  const caught = (pattern: RegExp) => [...all.matchAll(pattern)].map(([, word = '']) => word);
  return {
    literals: new Set(caught(/'([\w.]+)'/g)),
    beginnings: [...caught(/`([\w.]+\.)\$\{/g), ...caught(/\bterm\(\s*'(\w+)'/g).map((group) => `${group}.`)],
  };
}

const unusedOf = (words: readonly string[], texts: readonly string[]): readonly string[] => {
  const { literals, beginnings } = usesIn(texts);
  return words.filter((word) => !literals.has(word) && !beginnings.some((beginning) => word.startsWith(beginning)));
};

const pages = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/[\\/](en|fr)\.ts$/.test(path))
  .map((path) => readFileSync(join(source, path), 'utf8'));

test('every word is used by a page', () => {
  expect(unusedOf(Object.keys(en), pages)).toEqual([]);
});

test('a word that nobody uses is found', () => {
  const texts = ["t('a.used')", 't(`b.${name}`)', "term('c', name)"];
  expect(unusedOf(['a.used', 'a.left', 'b.any', 'c.any', 'd.left'], texts)).toEqual(['a.left', 'd.left']);
});

test('both languages fill in the same values', () => {
  const values = (sentence: string) =>
    [...new Set([...sentence.matchAll(/\{(\w+)/g)].map(([, name = '']) => name))].toSorted((a, b) =>
      a.localeCompare(b),
    );
  const differing = Object.entries(en).filter(([word, sentence]) => {
    const other: string = fr[word as keyof typeof fr];
    return values(sentence).join(' ') !== values(other).join(' ');
  });
  expect(differing).toEqual([]);
});
