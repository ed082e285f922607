/**
 * Bytes to text, strictly: bytes that are no text in their encoding refuse the file instead of turning into `�`.
 *
 * The encoding is the byte order mark, else the XML declaration, else UTF-8.
 */
import { finding, refusal } from './findings.ts';
import type { Finding } from '../domain/statement.ts';

/** A strict decoder for a stream of bytes; `encoding` is the name that is shown. */
type TextDecoding = Readonly<{
  encoding: string;
  finding: Finding | null;
  decode: (bytes: Uint8Array) => string;
  /** The rest; refuses as truncated when a character is cut. */
  end: () => string;
}>;

const supportedEncoding =
  /^(?:utf-8|utf-16le|utf-16be|iso-8859-\d{1,2}|windows-125\d|windows-874|koi8-[ru]|macintosh)$/;

/** The encoding that a byte order mark or the two-byte spelling of `<` shows. */
export function encodingOfFirstBytes(head: Uint8Array): string | null {
  const [first, second, third] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== 0 && second === 0) return 'utf-16le';
  if (first === 0 && second !== 0) return 'utf-16be';
  return null;
}

/** The beginning as text for recognition only: never fails, byte by byte where no UTF-16 shows. */
export function roughText(head: Uint8Array): string {
  const shown = encodingOfFirstBytes(head);
  return new TextDecoder(shown?.startsWith('utf-16') === true ? shown : 'windows-1252').decode(head);
}

/**
 * Chooses the encoding of an XML file from its first bytes.
 *
 * @throws IngestRefusal `ingest.encoding_unsupported`
 * @see XML 1.0, appendix F.
 */
export function xmlDecoding(head: Uint8Array): TextDecoding {
  const declared = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']{1,40})["']/.exec(
    roughText(head).replace(/^(?:\uFEFF|)/, ''),
  );
  const label = declared?.[1]?.toLowerCase() ?? null;
  const shown = encodingOfFirstBytes(head);
  if (shown !== null) return strictDecoding(shown, contradiction(label, shown));
  if (label === null) return strictDecoding('utf-8', null);
  // A declaration that was read byte by byte can't be in UTF-16, whatever it says.
  if (label.startsWith('utf-16') || label.startsWith('ucs-2'))
    return strictDecoding('utf-8', contradiction(label, 'utf-8'));
  return strictDecoding(label, null);
}

function contradiction(label: string | null, shown: string): Finding | null {
  if (label === null || shown.startsWith(label) || label === 'ucs-2') return null;
  return finding('ingest.encoding_contradicted', `Declared as "${label}", read as ${shown}`, null, label);
}

function strictDecoding(label: string, problem: Finding | null): TextDecoding {
  const decoder = makeDecoder(label);
  const run = (work: () => string): string => {
    try {
      return work();
    } catch {
      throw refusal(
        'ingest.text_not_decodable',
        `The file is to be read as "${label}", but some bytes are no such text`,
      );
    }
  };
  return {
    encoding: label,
    finding: problem,
    decode: (bytes) => run(() => decoder.decode(bytes, { stream: true })),
    end: () => {
      try {
        return decoder.decode();
      } catch {
        throw refusal('ingest.file_truncated', 'The file ends within a character');
      }
    },
  };
}

function makeDecoder(label: string): InstanceType<typeof TextDecoder> {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    if (supportedEncoding.test(decoder.encoding)) return decoder;
  } catch {
    // Node knows no such encoding: said below.
  }
  throw refusal('ingest.encoding_unsupported', `The XML declares the encoding "${label}"`, null, label);
}
