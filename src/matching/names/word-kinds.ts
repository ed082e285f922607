/** Tells legal forms, joining words and abbreviations from the words that make a name, on folded bytes. */
import { isWithinOneEdit } from './one-edit.ts';
import { abbreviations, formLines, joiningWords } from './special-words.ts';
import { beginsWord, findWord, noWord, wordColumnsOf } from './word-table.ts';

type SpecialWord = Readonly<{
  /** From 1; 0 for a word that is no form. */
  form: number;
  /** What an abbreviation stands for; null where the word falls away. */
  longForm: Uint8Array | null;
}>;

const [capitalA, capitalE, capitalO, capitalU] = [65, 69, 79, 85];

/** `AE`, `OE` and `UE` are the second spelling of an umlaut: the `E` goes, in every name alike. */
export const isUmlautEnding = (before: number, unit: number): boolean =>
  unit === capitalE && (before === capitalA || before === capitalO || before === capitalU);

function withoutUmlautEndings(word: string): string {
  let kept = '';
  for (const letter of word) {
    if (!isUmlautEnding(kept.charCodeAt(kept.length - 1), letter.charCodeAt(0))) kept += letter;
  }
  return kept;
}

const asBytes = (word: string): Uint8Array => Uint8Array.from(word, (letter) => letter.charCodeAt(0));

function collectSpecialWords(): readonly (readonly [string, SpecialWord])[] {
  const special = new Map<string, SpecialWord>();
  for (const [short, long] of Object.entries(abbreviations))
    special.set(withoutUmlautEndings(short), { form: 0, longForm: asBytes(withoutUmlautEndings(long)) });
  for (const word of joiningWords) special.set(withoutUmlautEndings(word), { form: 0, longForm: null });
  for (const [line, words] of formLines.entries())
    for (const word of words) special.set(withoutUmlautEndings(word), { form: line + 1, longForm: null });
  return [...special].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

const specialWords = collectSpecialWords();
const table = wordColumnsOf(specialWords.map(([word]) => word));
const formTable = wordColumnsOf(specialWords.filter(([, { form }]) => form > 0).map(([word]) => word));
const shortestMistypedForm = 3;

/** What a word is beside a telling one, or undefined. */
export function specialWordAt(bytes: Uint8Array, start: number, end: number): SpecialWord | undefined {
  const number = findWord(table, bytes, start, end);
  return number === noWord ? undefined : specialWords[number]?.[1];
}

/** True for the beginning of a legal form: `HAFTUNGSB`, where a bank cut the name. */
export const beginsForm = (bytes: Uint8Array, start: number, end: number): boolean =>
  beginsWord(formTable, bytes, start, end);

/** True for a legal form with one typing error: `SALR`. */
export function isMistypedForm(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < shortestMistypedForm) return false;
  for (let form = 0; form + 1 < formTable.starts.length; form += 1) {
    const from = formTable.starts[form] ?? 0;
    const to = formTable.starts[form + 1] ?? 0;
    if (to - from >= shortestMistypedForm && isWithinOneEdit(bytes, start, end, formTable.bytes, from, to)) return true;
  }
  return false;
}

/** Adds a form to packed ones: a byte each, ascending, each once; a fifth is left out. */
export function withForm(packed: number, form: number): number {
  const forms = [packed & 255, (packed >>> 8) & 255, (packed >>> 16) & 255, packed >>> 24].filter((held) => held > 0);
  if (form === 0 || forms.includes(form) || forms.length === 4) return packed;
  forms.push(form);
  forms.sort((a, b) => a - b);
  return forms.reduce((sum, held, place) => (sum | (held << (8 * place))) >>> 0, 0);
}

/** True where one form stands in both. */
export function shareForm(a: number, b: number): boolean {
  for (let left = a; left !== 0; left >>>= 8) {
    for (let right = b; right !== 0; right >>>= 8) if ((left & 255) === (right & 255)) return true;
  }
  return false;
}
