/** Writes records of fixed length from their zones. */

/** Each text at its first position, from 1; blanks between. */
export function placed(width: number, zones: readonly (readonly [first: number, text: string])[]): string {
  const characters = Array.from({ length: width }, () => ' ');
  for (const [first, text] of zones) {
    if (first - 1 + Array.from(text).length > width) throw new Error(`"${text}" leaves the record`);
    Array.from(text).forEach((character, index) => (characters[first - 1 + index] = character));
  }
  return characters.join('');
}

/** `2026-03-02` as `020326`. */
export const dayMonthYear = (day: string): string => day.slice(8, 10) + day.slice(5, 7) + day.slice(2, 4);
