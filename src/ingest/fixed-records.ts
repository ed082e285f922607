/**
 * Bytes to records of a fixed number of characters, for formats from the time of tapes: CFONB 120, CODA.
 *
 * Records follow each other with or without line ends; a line may have lost its trailing blanks. Each record is UTF-8
 * where its bytes allow it, else Windows-1252, and its width is counted in characters either way. So the answer never
 * depends on how the bytes were cut, and amounts, which are ASCII, are right in both.
 */
import { encodingOfFirstBytes } from './decode-text.ts';

/**
 * Takes one record, padded with blanks to its width.
 *
 * @param writtenChars - how many characters stood there.
 * @param isEnded - false for the last record of the file when neither a line end nor its width says that it is whole.
 */
type TakeRecord = (record: string, line: number, writtenChars: number, isEnded: boolean) => void;

type FixedRecordReader = Readonly<{
  push: (bytes: Uint8Array) => void;
  end: () => void;
  encoding: () => string;
  /** Records that were not UTF-8. */
  assumedCount: () => number;
}>;

const lineFeed = 10;
const carriageReturn = 13;
const blank = 32;

/** Nothing but printable ASCII and line ends: no decoding needed. */
// oxlint-disable-next-line no-control-regex
const unusual = /[^\n\r\u0020-\u007E]/;
// TAB, NUL and their like would move or spoil what stands behind them; a blank keeps the positions.
// oxlint-disable-next-line no-control-regex
const controlCharacters = /[\u0000-\u001F\u007F-\u009F\uFEFF]/g;

/** Bytes of a character in UTF-8. */
const longestCharacter = 4;

const isContinuation = (byte: number): boolean => byte >= 0x80 && byte < 0xc0;

/** @param width - characters of a record. @param head - the first bytes, which show a byte order mark or UTF-16. */
export function fixedRecordReader(width: number, head: Uint8Array, take: TakeRecord): FixedRecordReader {
  const shown = encodingOfFirstBytes(head);
  const wide = shown?.startsWith('utf-16') === true ? new TextDecoder(shown) : null;
  const encoder = new TextEncoder();
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const byteByByte = new TextDecoder('windows-1252');
  // A decoder that streams: the short cut that Node takes otherwise gives U+0080 for the euro sign (nodejs/node#56542).
  const assumed = new TextDecoder('windows-1252');
  let pending: Uint8Array = new Uint8Array();
  let leadingBytes = shown === 'utf-8' ? 3 : 0;
  let line = 1;
  let isLineOpen = false;
  let lastByte = 0;
  let assumedCount = 0;

  /** Past line ends, blanks and padding between records: none begins with any of them. */
  const skipBetween = (buffer: Uint8Array, from: number): number => {
    let place = from;
    for (; place < buffer.length; place++) {
      const byte = buffer[place] ?? 0;
      if (byte > blank) break;
      if (byte === carriageReturn || (byte === lineFeed && lastByte !== carriageReturn)) {
        line++;
        isLineOpen = false;
      }
      lastByte = byte;
    }
    return place;
  };
  const hand = (record: string, isEnded: boolean): void => {
    // Without line ends, every record counts as a line.
    if (isLineOpen) line++;
    isLineOpen = true;
    lastByte = 0;
    const writtenChars = record.length;
    take(writtenChars < width ? record.padEnd(width) : record, line, writtenChars, isEnded || writtenChars >= width);
  };
  /** Where a record in UTF-8 ends, or null when that can't be said before more bytes come. */
  const utf8End = (buffer: Uint8Array, start: number, stop: number, isLast: boolean): number | null => {
    const limit = Math.min(stop, start + width * longestCharacter);
    let chars = 0;
    for (let place = start; place < limit; place++) {
      if (isContinuation(buffer[place] ?? 0)) continue;
      if (chars === width) return place;
      chars++;
    }
    return limit < buffer.length || isLast ? limit : null;
  };
  /** Takes the records of `buffer` that are whole; answers with the place where the next one begins. */
  const readFrom = (buffer: Uint8Array, isLast: boolean): number => {
    // One character for each byte, so that places in both are the same.
    const text = byteByByte.decode(buffer);
    const isPlain = !unusual.test(text);
    const nextLineEnd = lineEnds(text);
    let place = skipBetween(buffer, 0);
    while (place < buffer.length) {
      const stop = nextLineEnd(place);
      let end = Math.min(place + width, stop);
      if (!isPlain && unusual.test(text.slice(place, end))) {
        const wideEnd = utf8End(buffer, place, stop, isLast);
        if (wideEnd === null) break;
        let decoded = decodeOrNull(strict, buffer.subarray(place, wideEnd));
        if (decoded === null) {
          assumedCount++;
          decoded = assumed.decode(buffer.subarray(place, end), { stream: true });
        } else end = wideEnd;
        hand(decoded.replace(controlCharacters, ' '), end < buffer.length);
      } else {
        if (end === buffer.length && end < place + width && !isLast) break;
        hand(text.slice(place, end), end < buffer.length);
      }
      place = skipBetween(buffer, end);
    }
    return place;
  };
  const read = (bytes: Uint8Array, isLast: boolean): void => {
    const buffer = pending.length === 0 ? bytes : concatenated(pending, bytes);
    if (leadingBytes > 0 && buffer.length < leadingBytes && !isLast) {
      pending = buffer.slice();
      return;
    }
    const content = buffer.subarray(leadingBytes);
    leadingBytes = 0;
    // Copied, because the caller may reuse its buffer.
    pending = content.slice(readFrom(content, isLast));
  };

  return {
    push: (bytes) => read(wide === null ? bytes : encoder.encode(wide.decode(bytes, { stream: true })), false),
    end: () => read(new Uint8Array(), true),
    encoding: () => (wide !== null && shown !== null ? shown : assumedCount > 0 ? 'windows-1252' : 'utf-8'),
    assumedCount: () => assumedCount,
  };
}

/** A search for the next line end that looks at each character once, also where there is none for megabytes. */
function lineEnds(text: string): (from: number) => number {
  const searchFor = (character: string): ((from: number) => number) => {
    let found = -1;
    return (from) => {
      if (found < from) found = text.indexOf(character, from);
      if (found === -1) found = text.length;
      return found;
    };
  };
  const nextLineFeed = searchFor('\n');
  const nextCarriageReturn = searchFor('\r');
  return (from) => Math.min(nextLineFeed(from), nextCarriageReturn(from));
}

function decodeOrNull(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function concatenated(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
