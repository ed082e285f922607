/**
 * Bytes to lines, for a format that is lines of mostly ASCII. LF, CRLF and a lone CR each end a line.
 *
 * Each line is UTF-8 where its bytes allow it, else Windows-1252 (or what the format assumes): so the answer never depends on how the bytes were
 * cut, one bad name does not spoil the file, and amounts, which are ASCII, are right either way.
 *
 * Hot path: a piece becomes one latin1 string, whose characters are its bytes, and lines are slices of it. Decoding
 * line by line was the largest single cost of a file (16 MB/s in all). Only lines with an odd byte are decoded again.
 */
import { Buffer, isUtf8 } from 'node:buffer';
import { encodingOfFirstBytes } from './decode-text.ts';
import { refusal } from './findings.ts';
import type { IngestLimits } from './limits.ts';
import { hasOddBytes } from './odd-bytes.ts';
import { fromWindows1252 } from './windows-1252.ts';

type LineReader = Readonly<{
  push: (bytes: Uint8Array) => void;
  /** The last line, if it has no line end: it may have been cut. Ended ones go to `take` before. */
  end: () => Readonly<{ text: string; number: number }> | null;
  encoding: () => string;
  /** Lines that were not UTF-8. */
  assumedCount: () => number;
}>;

const lineFeed = 10;
const carriageReturn = 13;
const pieceBytes = 65_536;
const loneReturn = /\r(?!\n)/;
const oddCharacter = /[^\t\u0020-\u007F]/;
const notAscii = /[\u0080-\u00FF]/;
// SOH, ETX, SUB and NUL stand around messages in real files; TAB is text.
// oxlint-disable-next-line no-control-regex
const controlCharacters = /[\u0000-\u0008\u000B-\u001F\uFEFF]/g;

/**
 * @param take - is called with each line that has ended, without its end; numbers from 1.
 * @param fromLatin1 - what a line that is not UTF-8 is in, from its bytes as characters.
 */
export function lineReader(
  head: Uint8Array,
  limits: IngestLimits,
  take: (text: string, number: number) => void,
  fromLatin1: (latin1: string) => string = fromWindows1252,
): LineReader {
  const shown = encodingOfFirstBytes(head);
  const wide = shown?.startsWith('utf-16') === true ? new TextDecoder(shown) : null;
  const encoder = new TextEncoder();
  // What is not yet read: the beginning of a line from the pieces before, then the piece. Allocated once.
  const unread = Buffer.alloc(Math.ceil((limits.fieldChars + 2 + pieceBytes) / 4) * 4);
  let unreadBytes = 0;
  let lineNumber = 0;
  let assumedCount = 0;

  const decodeAgain = (line: string): string => {
    if (!oddCharacter.test(line)) return line;
    if (!notAscii.test(line)) return line.replace(controlCharacters, '');
    const bytes = Buffer.from(line, 'latin1');
    const isTrusted = isUtf8(bytes);
    if (!isTrusted) assumedCount++;
    return (isTrusted ? bytes.toString('utf8') : fromLatin1(line)).replace(controlCharacters, '');
  };
  const checkLength = (chars: number): void => {
    if (chars <= limits.fieldChars) return;
    throw refusal('ingest.field_too_long', 'A line does not end', { line: lineNumber + 1, path: 'line' });
  };
  /** Reads whole lines: the first bytes of `unread`. */
  const readLines = (byteCount: number): void => {
    const isOdd = hasOddBytes(unread, byteCount);
    let text = unread.toString('latin1', 0, byteCount);
    if (isOdd && loneReturn.test(text)) text = text.replace(/\r\n?/g, '\n');
    let start = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      const isReturned = end > start && text.charCodeAt(end - 1) === carriageReturn;
      const line = text.slice(start, isReturned ? end - 1 : end);
      checkLength(line.length);
      take(isOdd ? decodeAgain(line) : line, ++lineNumber);
      start = end + 1;
    }
    unread.copyWithin(0, byteCount, unreadBytes);
    unreadBytes -= byteCount;
  };
  const pushPiece = (piece: Uint8Array): void => {
    const from = unreadBytes;
    unread.set(piece, from);
    unreadBytes += piece.length;
    const byteCount = endOfLines(unread, from, unreadBytes);
    if (byteCount > 0) readLines(byteCount);
    // One more for the return of a line that is just short enough.
    checkLength(unreadBytes - 1);
  };

  return {
    push(written) {
      const bytes = wide === null ? written : encoder.encode(wide.decode(written, { stream: true }));
      for (let start = 0; start < bytes.length; start += pieceBytes) {
        pushPiece(bytes.subarray(start, start + pieceBytes));
      }
    },
    end() {
      if (unreadBytes === 0) return null;
      // Nothing comes that could make it CRLF.
      if (unread[unreadBytes - 1] === carriageReturn) {
        readLines(unreadBytes);
        return null;
      }
      checkLength(unreadBytes);
      return { text: decodeAgain(unread.toString('latin1', 0, unreadBytes)), number: ++lineNumber };
    },
    encoding: () => (wide !== null && shown !== null ? shown : assumedCount > 0 ? 'windows-1252' : 'utf-8'),
    assumedCount: () => assumedCount,
  };
}

/** How many bytes are whole lines. A return counts once something stands behind it: before, it may be half a CRLF. */
function endOfLines(bytes: Uint8Array, from: number, end: number): number {
  for (let index = end - 1; index >= 0 && index >= from - 1; index--) {
    if (bytes[index] === lineFeed || (bytes[index] === carriageReturn && index < end - 1)) return index + 1;
  }
  return 0;
}
