/**
 * Bytes to lines, for formats that are lines of mostly ASCII. LF, CRLF and a lone CR each end a line.
 *
 * Each line is UTF-8 where its bytes allow it, else Windows-1252: so the answer never depends on how the bytes were
 * cut, one bad name does not spoil the file, and amounts, which are ASCII, are right either way.
 */
import { encodingOfFirstBytes } from '../decode-text.ts';
import { refusal } from '../findings.ts';
import type { IngestLimits } from '../limits.ts';

/** `isEnded` is false for a last line without line end, which may have been cut. */
export type Line = Readonly<{ text: string; number: number; isEnded: boolean }>;

export type LineReader = Readonly<{
  push: (bytes: Uint8Array) => readonly Line[];
  end: () => readonly Line[];
  encoding: () => string;
  /** Lines that were not UTF-8. */
  assumedCount: () => number;
}>;

const lineFeed = 10;
const carriageReturn = 13;
// SOH, ETX, SUB and NUL stand around messages in real files; TAB is text.
// oxlint-disable-next-line no-control-regex
const controlCharacters = /[\u0000-\u0008\u000B-\u001F\uFEFF]/g;

export function lineReader(head: Uint8Array, limits: IngestLimits): LineReader {
  const shown = encodingOfFirstBytes(head);
  const wide = shown?.startsWith('utf-16') === true ? new TextDecoder(shown) : null;
  const encoder = new TextEncoder();
  const strict = new TextDecoder('utf-8', { fatal: true });
  const assumed = new TextDecoder('windows-1252');
  let pending: Uint8Array[] = [];
  let pendingBytes = 0;
  let lineNumber = 0;
  let assumedCount = 0;
  let lastByte = 0;

  const decodeLine = (bytes: Uint8Array): string => {
    try {
      return strict.decode(bytes);
    } catch {
      assumedCount++;
      return assumed.decode(bytes);
    }
  };
  const takePending = (last: Uint8Array): Uint8Array => {
    if (pending.length === 0) return last;
    const whole = new Uint8Array(pendingBytes + last.length);
    let offset = 0;
    for (const part of [...pending, last]) {
      whole.set(part, offset);
      offset += part.length;
    }
    pending = [];
    pendingBytes = 0;
    return whole;
  };
  const line = (bytes: Uint8Array, isEnded: boolean): Line => ({
    text: decodeLine(bytes).replace(controlCharacters, ''),
    number: ++lineNumber,
    isEnded,
  });
  const split = (bytes: Uint8Array): readonly Line[] => {
    const lines: Line[] = [];
    let start = 0;
    for (let index = 0; index < bytes.length; index++) {
      const byte = bytes[index];
      if (byte === lineFeed && lastByte === carriageReturn) start = index + 1;
      else if (byte === lineFeed || byte === carriageReturn) {
        lines.push(line(takePending(bytes.subarray(start, index)), true));
        start = index + 1;
      }
      lastByte = byte ?? 0;
    }
    // Copied, because the caller may reuse its buffer.
    if (start < bytes.length) pending.push(bytes.slice(start));
    pendingBytes += bytes.length - start;
    if (pendingBytes > limits.fieldChars) {
      throw refusal('ingest.field_too_long', 'A line does not end', { line: lineNumber + 1, path: 'line' });
    }
    return lines;
  };

  return {
    push: (bytes) => split(wide === null ? bytes : encoder.encode(wide.decode(bytes, { stream: true }))),
    end: () => (pendingBytes === 0 ? [] : [line(takePending(new Uint8Array()), false)]),
    encoding: () => (wide !== null && shown !== null ? shown : assumedCount > 0 ? 'windows-1252' : 'utf-8'),
    assumedCount: () => assumedCount,
  };
}
