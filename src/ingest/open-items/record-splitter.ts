/**
 * Cuts text into records as it arrives: a record ends at a line break that no quote encloses.
 *
 * The same text gives the same records wherever it is cut into chunks, and no more than one record is held back.
 * A quote that is never closed would swallow the rest of the file: the line it stands on is given up instead,
 * and reading goes on with the next line.
 */
export type TextRecord = Readonly<{
  /** Of its first character, from 1. */
  line: number;
  text: string;
  state: 'whole' | 'unclosed' | 'too_long';
}>;

type RecordSplitter = Readonly<{ push(chunk: string): void; end(): void }>;

/** Longest record taken, in characters. */
const longestRecord = 65_536;

const lineFeed = 10;
const quoteMark = 34;
const shownLength = 200;

// `after_quote`: a quote was read inside quotes. It closes them, unless the next character is a quote too.
type Place = 'field_start' | 'plain' | 'quoted' | 'after_quote';

function nextPlace(place: Place, code: number, isSeparator: boolean): Place {
  if (place === 'quoted') return code === quoteMark ? 'after_quote' : 'quoted';
  if (code === quoteMark && (place === 'field_start' || place === 'after_quote')) return 'quoted';
  return isSeparator ? 'field_start' : 'plain';
}

/**
 * @param onRecord - called with each record as soon as it ends, blank lines left out.
 * @param isSeparator - whether a character separates two values, so that a quote after it opens a quoted value; null
 *   when quotes mean nothing (JSON lines). Asked while reading, so that it can learn from the record before.
 */
export function recordSplitter(
  onRecord: (record: TextRecord) => void,
  isSeparator: ((code: number) => boolean) | null,
): RecordSplitter {
  let text = ''; // From the first character of the record that is being read.
  let start = 0;
  let at = 0;
  let line = 1;
  let place: Place = 'field_start';
  let isSkipping = false; // The record is already given up: drop what is left of its line.

  const beginAt = (position: number, lineBreakCount: number): void => {
    start = position;
    at = position;
    line += lineBreakCount;
    place = 'field_start';
    isSkipping = false;
  };

  const closeRecord = (): void => {
    const written = text.slice(start, at);
    if (!isSkipping && written.trim() !== '') {
      onRecord({ line, text: written.replace(/\r$/, ''), state: 'whole' });
    }
    beginAt(at + 1, written.split('\n').length);
  };

  const giveUp = (state: 'unclosed' | 'too_long'): void => {
    const lineEnd = text.indexOf('\n', start);
    const isInside = lineEnd !== -1 && lineEnd < at;
    const shown = text.slice(start, Math.min(isInside ? lineEnd : at, start + shownLength));
    onRecord({ line, text: shown, state: isInside ? 'unclosed' : state });
    if (isInside) beginAt(lineEnd + 1, 1);
    else isSkipping = true;
  };

  const scan = (): void => {
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code === lineFeed && (place !== 'quoted' || isSkipping)) {
        closeRecord();
      } else if (!isSkipping && at - start >= longestRecord) {
        giveUp('too_long');
      } else {
        if (isSeparator !== null) place = nextPlace(place, code, isSeparator(code));
        at += 1;
      }
    }
  };

  const isLeftOpen = (): boolean => place === 'quoted' && !isSkipping;

  return {
    push(chunk) {
      text = (isSkipping ? '' : text.slice(start)) + chunk;
      at = isSkipping ? 0 : at - start;
      start = 0;
      scan();
    },
    end() {
      while (isLeftOpen()) {
        giveUp('unclosed');
        scan();
      }
      closeRecord();
      text = '';
    },
  };
}
