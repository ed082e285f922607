/** Amounts as they stand: decimal strings, grouped for reading, never turned into floating numbers. */
import { useSpeech, type Language } from '../words/words.ts';

export type AmountValue = Readonly<{ value: string; currency: string }>;

/** `1,234.50`, or `1 234,50` with narrow spaces that do not break. */
export function grouped(value: string, language: Language): string {
  const [whole = '', fraction] = value.replace('-', '').split('.');
  const digits = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, language === 'fr' ? '\u202F' : ',');
  const sign = value.startsWith('-') ? '\u2212' : '';
  return `${sign}${digits}${fraction === undefined ? '' : `${language === 'fr' ? ',' : '.'}${fraction}`}`;
}

/** @param isOut - money out: with a minus. */
export function Amount({ value, currency, isOut = false }: AmountValue & Readonly<{ isOut?: boolean }>) {
  const { language } = useSpeech();
  return (
    <span class={`number ${/^-?0(?:\.0*)?$/.test(value) ? 'soft' : ''}`}>
      {isOut ? '\u2212' : ''}
      {grouped(value, language)} <span class="soft small">{currency}</span>
    </span>
  );
}

/** A day as people of the language write it; the day itself where it is none. */
export function dayText(day: string, language: Language): string {
  const [year, month, date] = day.split('-');
  return language === 'fr' ? `${date}/${month}/${year}` : `${date}.${month}.${year}`;
}

export function Day({ day }: Readonly<{ day: string }>) {
  const { language } = useSpeech();
  return <time dateTime={day}>{dayText(day, language)}</time>;
}
