/** Builds {@link NameColumns} from names in any order: the same names give the same bytes. */
import { lettersBuffer } from './letters-key.ts';
import { collectLetters, weightOf, wordsHash, type NameColumns } from './name-columns.ts';
import { nameReader } from './name-reader.ts';
import { rowTableOf } from './row-table.ts';
import { sharedUint32, wordColumnsOf } from './word-table.ts';

export type NameIndexBuilder = Readonly<{
  /** Another name of an owner: any number of them, in any order. A name without letter or digit is left out. */
  add(owner: number, name: string): void;
  finish(): NameColumns;
}>;

type NameRow = Readonly<{ owner: number; forms: number; words: readonly string[] }>;

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const compareRows = (a: NameRow, b: NameRow): number =>
  a.owner - b.owner || a.forms - b.forms || compareTexts(a.words.join(' '), b.words.join(' '));
const fromBehind = (word: string): string => word.split('').toReversed().join('');

/** Collects names. Owners are whole numbers from 0 to 2^32 - 1, such as rows of customers. */
export function nameIndexBuilder(): NameIndexBuilder {
  const { read } = nameReader();
  const names: NameRow[] = [];
  // Words repeat: one text for all names keeps a build small.
  const wordTexts = new Map<string, string>();
  const add = (owner: number, name: string): void => {
    const { bytes, starts, ends, wordCount, forms } = read(name);
    const words: string[] = [];
    for (let word = 0; word < wordCount; word += 1) {
      const text = String.fromCharCode(...bytes.subarray(starts[word], ends[word]));
      const held = wordTexts.get(text) ?? text;
      wordTexts.set(held, held);
      words.push(held);
    }
    if (words.length > 0) names.push({ owner, forms, words });
  };
  const finish = (): NameColumns => {
    const sorted = names.toSorted(compareRows);
    const once = sorted.filter((name, at) => at === 0 || compareRows(sorted[at - 1] ?? name, name) !== 0);
    return columnsOf(once, [...wordTexts.keys()].toSorted(compareTexts));
  };
  return { add, finish };
}

function columnsOf(names: readonly NameRow[], texts: readonly string[]): NameColumns {
  const words = wordColumnsOf(texts);
  const nameColumns = nameColumnsOf(names, texts);
  const { nameStarts, nameWords } = nameColumns;
  const { rowStarts, rows } = rowsOfWords(texts.length, nameStarts, nameWords);
  const weights = new Uint16Array(new SharedArrayBuffer(texts.length * 2));
  for (let word = 0; word < texts.length; word += 1)
    weights[word] = weightOf(names.length, (rowStarts[word + 1] ?? 0) - (rowStarts[word] ?? 0));
  const letters = lettersBuffer();
  return {
    words,
    byEnding: sortByEnding(texts),
    weights,
    rowStarts,
    rows,
    ...nameColumns,
    byWords: rowTableOf(names.length, (row) => wordsHash(nameWords, nameStarts[row] ?? 0, nameStarts[row + 1] ?? 0)),
    byLetters: rowTableOf(names.length, (row) => {
      collectLetters({ words, nameStarts, nameWords }, row, letters);
      return letters.hash();
    }),
  };
}

function nameColumnsOf(
  names: readonly NameRow[],
  texts: readonly string[],
): Pick<NameColumns, 'nameStarts' | 'nameWords' | 'owners' | 'forms'> {
  const numberOf = new Map(texts.map((text, number) => [text, number]));
  const nameStarts = sharedUint32(names.length + 1);
  const nameWords = sharedUint32(names.reduce((sum, { words }) => sum + words.length, 0));
  const owners = sharedUint32(names.length);
  const forms = sharedUint32(names.length);
  let end = 0;
  for (const [row, name] of names.entries()) {
    for (const word of name.words) {
      nameWords[end] = numberOf.get(word) ?? 0;
      end += 1;
    }
    nameStarts[row + 1] = end;
    owners[row] = name.owner;
    forms[row] = name.forms;
  }
  return { nameStarts, nameWords, owners, forms };
}

function sortByEnding(texts: readonly string[]): Uint32Array<SharedArrayBuffer> {
  const endings = texts.map((text, number) => ({ number, ending: fromBehind(text) }));
  endings.sort((a, b) => compareTexts(a.ending, b.ending));
  const byEnding = sharedUint32(texts.length);
  byEnding.set(endings.map(({ number }) => number));
  return byEnding;
}

/** The rows of each word; a word that stands twice in a name lists it once. */
function rowsOfWords(
  wordCount: number,
  nameStarts: Uint32Array,
  nameWords: Uint32Array,
): Pick<NameColumns, 'rowStarts' | 'rows'> {
  const eachWordOfRow = (visit: (word: number, row: number) => void): void => {
    for (let row = 0; row + 1 < nameStarts.length; row += 1) {
      const words = nameWords.subarray(nameStarts[row], nameStarts[row + 1]);
      for (const [place, word] of words.entries()) if (words.indexOf(word) === place) visit(word, row);
    }
  };
  const rowStarts = sharedUint32(wordCount + 1);
  eachWordOfRow((word) => {
    rowStarts[word + 1] = (rowStarts[word + 1] ?? 0) + 1;
  });
  for (let word = 0; word < wordCount; word += 1)
    rowStarts[word + 1] = (rowStarts[word + 1] ?? 0) + (rowStarts[word] ?? 0);
  const rows = sharedUint32(rowStarts[wordCount] ?? 0);
  const free = Uint32Array.from(rowStarts);
  eachWordOfRow((word, row) => {
    const at = free[word] ?? 0;
    rows[at] = row;
    free[word] = at + 1;
  });
  return { rowStarts, rows };
}
