/** What the page says, in two languages. A word that one of them lacks does not compile. */
import { en } from './en.ts';
import { findingsFr } from './codes/findings-fr.ts';
import { refusalsFr } from './codes/refusals-fr.ts';
import { fr } from './fr.ts';

export type Language = 'en' | 'fr';
export type Word = keyof typeof en;
type Values = Readonly<Record<string, string | number>>;

const dictionaries: Readonly<Record<Language, Readonly<Record<Word, string>>>> = { en, fr };

/** `{name}` in a sentence is replaced by its value; `{count|one|many}` by the form for the count. */
export function say(language: Language, word: Word, values: Values = {}): string {
  return dictionaries[language][word].replaceAll(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_all, name, one, many) => {
    const value = values[String(name)] ?? '';
    if (one === undefined) return typeof value === 'number' ? value.toLocaleString(localeOf(language)) : value;
    // French counts zero as one.
    const isOne = value === 1 || (language === 'fr' && value === 0);
    return String(isOne ? one : many);
  });
}

/** English is what the service speaks. */
const codes: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {},
  fr: { ...findingsFr, ...refusalsFr },
};

export const localeOf = (language: Language): string => (language === 'fr' ? 'fr-FR' : 'en-GB');

export const isWord = (text: string): text is Word => Object.hasOwn(en, text);

export type Speech = Readonly<{
  language: Language;
  t: (word: Word, values?: Values) => string;
  /** A term of the service, such as a reason; the term itself where the page has no word for it. */
  term: (group: string, name: string) => string;
  /** What a code of the service means. @param sentence - the service's own, in English: for what has no other. */
  coded: (code: string, sentence: string) => string;
}>;

export function speechOf(language: Language): Speech {
  return {
    language,
    t: (word, values) => say(language, word, values),
    term: (group, name) => {
      const word = `${group}.${name}`;
      return isWord(word) ? say(language, word) : name.replaceAll('_', ' ');
    },
    coded: (code, sentence) =>
      (code === 'page.unreachable' ? say(language, 'app.unreachable') : codes[language][code]) ?? sentence,
  };
}
