/** Amounts and days as people of the language write them. */
import type { Language } from './say.ts';

/** `1,234.50`, or `1 234,50` with narrow spaces that do not break. */
export function grouped(value: string, language: Language): string {
  const [whole = '', fraction] = value.replace('-', '').split('.');
  const digits = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, language === 'fr' ? '\u202F' : ',');
  const sign = value.startsWith('-') ? '\u2212' : '';
  return `${sign}${digits}${fraction === undefined ? '' : `${language === 'fr' ? ',' : '.'}${fraction}`}`;
}

/** A day as people of the language write it; the day itself where it is none. */
export function dayText(day: string, language: Language): string {
  const [year, month, date] = day.split('-');
  return language === 'fr' ? `${date}/${month}/${year}` : `${date}.${month}.${year}`;
}

/** The day and the time of the clock on the wall, to the second. */
export function instantText(instant: string, language: Language): string {
  const at = new Date(instant);
  // Swedish and British write them as ISO 8601 does.
  return `${dayText(at.toLocaleDateString('sv-SE'), language)} ${at.toLocaleTimeString('en-GB')}`;
}
