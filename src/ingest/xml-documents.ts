/**
 * Cuts a text into its XML documents: some banks put several into one file, one behind the other.
 *
 * The prolog of each, all before its root element, is looked at as raw text first: a document type declaration is
 * refused here, so that no XML parser ever sees one. A new document begins at `<?xml` once the root before it is closed.
 */
import { refusal } from './findings.ts';
import type { IngestLimits } from './limits.ts';

/** Reads one document, beginning with its first character. */
export type DocumentReader = Readonly<{
  write: (text: string) => void;
  isRootClosed: () => boolean;
  /** Lines read so far, to number the next document's. */
  lineCount: () => number;
  close: () => void;
}>;

export type XmlDocuments = Readonly<{ write: (text: string) => void; close: () => void }>;

const sliceChars = 32_768;
const declaration = '<?xml';

/** @param open - makes a reader for the next document; `firstLine` counts from 1 through the whole file. */
export function xmlDocuments(open: (firstLine: number) => DocumentReader, limits: IngestLimits): XmlDocuments {
  let reader = guarded(open(1), limits);
  let carried = '';

  const feed = (slice: string): void => {
    let start = 0;
    for (let at = slice.indexOf(declaration); at !== -1; at = slice.indexOf(declaration, at + 1)) {
      reader.write(slice.slice(start, at));
      start = at;
      if (!reader.isRootClosed()) continue;
      const firstLine = reader.lineCount();
      reader.close();
      reader = guarded(open(firstLine), limits);
    }
    reader.write(slice.slice(start));
  };

  return {
    write(text) {
      const whole = carried + text;
      const kept = beginningOfDeclaration(whole);
      carried = whole.slice(whole.length - kept);
      for (let start = 0; start < whole.length - kept; start += sliceChars) {
        feed(whole.slice(start, Math.min(start + sliceChars, whole.length - kept)));
      }
    },
    close() {
      if (carried !== '') feed(carried);
      reader.close();
    },
  };
}

/** How many characters at the end may be the beginning of `<?xml`: they wait for the next piece. */
function beginningOfDeclaration(text: string): number {
  for (let length = Math.min(declaration.length - 1, text.length); length > 0; length--) {
    if (text.endsWith(declaration.slice(0, length))) return length;
  }
  return 0;
}

/** Holds the prolog back until the root element begins, and refuses a DOCTYPE in it. */
function guarded(reader: DocumentReader, limits: IngestLimits): DocumentReader {
  let prolog: string | null = '';
  let padding = '';
  const writePastProlog = (text: string): void => {
    const whole = padding + text;
    const end = paddingStart(whole);
    padding = whole.slice(end);
    if (padding.length > limits.xmlTextChars) {
      throw refusal('ingest.xml_text_too_long', 'The XML has too many blanks in one place');
    }
    if (end > 0) reader.write(whole.slice(0, end));
  };
  const flushPadding = (): void => {
    // Behind the root it is left out; elsewhere the parser says what is wrong with it.
    if (padding !== '') reader.write(reader.isRootClosed() ? padding.replaceAll(/[^\s]|\uFEFF/g, '') : padding);
    padding = '';
  };
  const release = (): void => {
    if (prolog === null) return;
    const text = prolog;
    prolog = null;
    writePastProlog(text);
  };
  return {
    ...reader,
    write(text) {
      if (prolog === null) return writePastProlog(text);
      prolog += text;
      if (prologEnds(prolog)) return release();
      if (prolog.length > limits.xmlTextChars) {
        throw refusal('ingest.xml_text_too_long', 'The XML has no root element after its first 65,536 characters');
      }
    },
    lineCount() {
      flushPadding();
      return reader.lineCount();
    },
    close() {
      release();
      flushPadding();
      reader.close();
    },
  };
}

const paddingCharacters: ReadonlySet<string> = new Set(['\u0000', '\u001A', '\uFEFF', ' ', '\t', '\r', '\n']);

/** Where the padding at the end begins: blanks, NUL of fixed-length records, SUB of old DOS tools. No XML allows them. */
function paddingStart(text: string): number {
  let start = text.length;
  while (start > 0 && paddingCharacters.has(text.charAt(start - 1))) start--;
  return start;
}

/** True once the root element's tag begins; false while more text may belong to the prolog. */
function prologEnds(text: string): boolean {
  const skipped = /^\uFEFF?(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/.exec(text)?.[0] ?? '';
  const rest = text.slice(skipped.length);
  if (/^<!d/i.test(rest)) {
    throw refusal('ingest.doctype_refused', 'The XML begins with a document type declaration', null, rest);
  }
  // `<!-` and `<?…` may still go on; anything else is the root element, or an error that the XML parser names.
  return rest !== '' && !/^<(?:$|\?|!(?:$|-))/.test(rest);
}
