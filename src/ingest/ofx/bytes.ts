/**
 * Bytes to text in two steps. Markup is ASCII in every encoding of OFX, so the tags are found with one character per
 * byte; only a text that has other bytes is decoded, by itself.
 */
import { encodingOfFirstBytes } from '../decode-text.ts';
import { refusal } from '../findings.ts';
import type { SourcePosition } from '../../domain/statement.ts';
import type { OfxHeader } from './header.ts';

/** Gathers bytes as they come, and gives them with one character per byte; UTF-16 comes out as UTF-8 does. */
type ByteText = Readonly<{
  /** Text in slices of some 64 KiB; small pieces wait for more, so that nothing is looked at byte by byte. */
  push: (bytes: Uint8Array) => readonly string[];
  end: () => readonly string[];
}>;

const leastChars = 8_192;
const sliceBytes = 65_536;

export function byteText(head: Uint8Array): ByteText {
  const shown = encodingOfFirstBytes(head);
  const wide = shown?.startsWith('utf-16') === true ? new TextDecoder(shown) : null;
  const encoder = new TextEncoder();
  let waiting: string[] = [];
  let waitingChars = 0;

  const release = (): readonly string[] => {
    const text = waiting.join('');
    waiting = [];
    waitingChars = 0;
    return text === '' ? [] : [text];
  };
  const take = (bytes: Uint8Array): readonly string[] => {
    const ready: string[] = [];
    for (let start = 0; start < bytes.length; start += sliceBytes) {
      const length = Math.min(sliceBytes, bytes.length - start);
      waiting.push(Buffer.from(bytes.buffer, bytes.byteOffset + start, length).toString('latin1'));
      waitingChars += length;
      if (waitingChars >= leastChars) ready.push(...release());
    }
    return ready;
  };

  return {
    push: (bytes) => take(wide === null ? bytes : encoder.encode(wide.decode(bytes, { stream: true }))),
    end: () => [...(wide === null ? [] : take(encoder.encode(wide.decode()))), ...release()],
  };
}

/** Turns the bytes of one text into characters, and remembers how. */
export type TextBytes = Readonly<{
  decode: (text: string, at: SourcePosition) => string;
  /** Texts that were UTF-8 although the header names another encoding. */
  contradictedCount: () => number;
  /** Texts that were neither UTF-8 nor of a named encoding, and were read as Windows-1252. */
  assumedCount: () => number;
}>;

const beyondAscii = /[\u0080-\u00FF]/;

export function textBytes({ encoding, isXml }: OfxHeader): TextBytes {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const isNamed = encoding !== null && encoding !== 'utf-8';
  const other = new TextDecoder(isNamed ? encoding : 'windows-1252');
  let contradictedCount = 0;
  let assumedCount = 0;

  return {
    decode(text, at) {
      if (!beyondAscii.test(text)) return text;
      const bytes = Buffer.from(text, 'latin1');
      try {
        const decoded = utf8.decode(bytes);
        if (isNamed) contradictedCount++;
        return decoded;
      } catch {
        if (isNamed) return decodeBytes(other, bytes);
        if (isXml) throw refusal('ingest.text_not_decodable', 'The text is not UTF-8', at);
        assumedCount++;
        return decodeBytes(other, bytes);
      }
    },
    contradictedCount: () => contradictedCount,
    assumedCount: () => assumedCount,
  };
}

/**
 * A text in an encoding of one byte per character. Asked for a whole text, Node 20 reads Windows-1252 as ISO 8859-1 and
 * turns `€` into a control character; asked for a piece of a stream, it does not.
 */
const decodeBytes = (decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string =>
  decoder.decode(bytes, { stream: true });
