/** Amounts as they stand: decimal strings, grouped for reading, never turned into floating numbers. */
import { useSpeech } from '../words/words.ts';
import { dayText, grouped } from '../words/written.ts';

export type AmountValue = Readonly<{ value: string; currency: string }>;

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

export function Day({ day }: Readonly<{ day: string }>) {
  const { language } = useSpeech();
  return <time dateTime={day}>{dayText(day, language)}</time>;
}
