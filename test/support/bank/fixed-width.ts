/** Records of one width, as CFONB 120 and CODA have them. */

/** @returns a function that joins the zones of a record; it throws where they are not `width` characters together */
export const recordOf =
  (width: number) =>
  (...zones: readonly (string | readonly string[])[]): string => {
    const text = zones.flat().join('');
    if (text.length !== width) throw new Error(`a record has ${width} characters, not ${text.length}: ${text}`);
    return text;
  };

/** Accents are dropped with whatever else is not ASCII. */
export const ascii = (text: string, width: number): string =>
  text
    .normalize('NFD')
    .replace(/[^\u0020-\u007E]/g, '')
    .slice(0, width)
    .padEnd(width);
