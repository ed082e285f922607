/** Which limits a command passes, as people of the language write them. */
import { isWord, type Speech } from './say.ts';
import { dayText, grouped } from './written.ts';

export type PassedLimit = Readonly<{ limit: string; found: string; allowed: string }>;

/** French sets a colon apart, by a space that does not break. */
const colon = { en: ':', fr: '\u00A0:' } as const;

export const limitsInWords = (limits: readonly PassedLimit[], speech: Speech): string =>
  limits
    .map(({ limit, found, allowed }) => {
      return `${speech.term('limit', limit)}${colon[speech.language]} ${measured(found, speech)} > ${measured(allowed, speech)}`;
    })
    .join('; ');

/** An amount with its currency, a day with the word before it, or a count of people, as the service wrote it. */
export function measured(text: string, { t, language }: Speech): string {
  const [, amount, currency] = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(text) ?? [];
  if (amount !== undefined) return `${grouped(amount, language)} ${currency}`;
  const [, words = '', day] = /^(?:(.*) )?(\d{4}-\d{2}-\d{2})$/.exec(text) ?? ['', text];
  const word = `measure.${words}`;
  const said = isWord(word) ? t(word) : words;
  return [said, ...(day === undefined ? [] : [dayText(day, language)])].filter((part) => part !== '').join(' ');
}
