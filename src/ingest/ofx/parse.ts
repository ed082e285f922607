/**
 * Reads OFX 1 (SGML) and OFX 2 (XML) as the bytes arrive.
 *
 *     header ──<OFX>──► elements ──</OFX>──► whole
 *
 * Each `STMTRS`, `CCSTMTRS` and `INVSTMTRS` is a statement; each `STMTTRN` in it an entry, wherever it stands: banks
 * write one list of transactions or many. OFX knows no opening balance, so that no statement of it proves itself.
 *
 * @see OFX 1.0.3 and 2.3, chapter 11
 */
import { noteFinding, setFormat, type FileProgress } from '../file-progress.ts';
import { finding, refusal, type IngestRefusal } from '../findings.ts';
import type { FormatParser } from '../format.ts';
import type { IngestLimits } from '../limits.ts';
import { byteText, textBytes, type TextBytes } from './bytes.ts';
import { elementReader, type ElementReader, type Value } from './elements.ts';
import { withoutEntities } from './entities.ts';
import { readHeader, refuseDoctype, type OfxHeader } from './header.ts';
import { lineEndsIn } from './lines.ts';
import { responseReader } from './responses.ts';
import { tokenizer, type Tokenizer } from './tokens.ts';

/** What is read behind the header. */
type Body = Readonly<{ header: OfxHeader; texts: TextBytes; elements: ElementReader; tokens: Tokenizer }>;

/** Real ones have some 200. */
const headerChars = 16_384;
const rootTag = /<(?:[A-Za-z]\w*:)?OFX(?=[\s>])/i;

/** @param head - the first bytes of the file, which show UTF-16. They are pushed again. */
export function ofxParser(progress: FileProgress, head: Uint8Array, limits: IngestLimits): FormatParser {
  const bytes = byteText(head);
  let body: Body | null = null;
  let before = '';

  const begin = (headerText: string): Body => {
    const header = readHeader(headerText);
    progress.version = header.version;
    progress.encoding = header.encoding ?? 'utf-8';
    setFormat(progress, 'ofx');
    const texts = textBytes(header);
    const responses = responseReader(progress, limits);
    const value = (name: string, written: Value, path: readonly string[], line: number): void =>
      responses.value(name, textOf(written, texts, header.isXml, { line, path: name }), path, line);
    const elements = elementReader({ ...responses, value }, header.isXml, limits);
    return { header, texts, elements, tokens: tokenizer(elements, lineEndsIn(headerText) + 1, limits) };
  };
  const write = (text: string): void => {
    if (body !== null) return body.tokens.write(text);
    before += text;
    const root = rootTag.exec(before);
    if (root === null && before.length > headerChars) {
      throw refusal('ingest.ofx_not_well_formed', 'There is no <OFX>', { line: 1, path: 'header' });
    }
    if (root === null) return;
    body = begin(before.slice(0, root.index));
    body.tokens.write(before.slice(root.index));
    before = '';
  };

  return {
    push: (more) => bytes.push(more).forEach(write),
    end() {
      bytes.end().forEach(write);
      if (body === null) {
        refuseDoctype(before);
        throw truncated({ line: 1, path: 'header' });
      }
      const { elements, tokens, texts, header } = body;
      tokens.end();
      if (!elements.isRootClosed()) throw truncated(elements.place());
      noteEncoding(progress, texts, header);
      if (progress.statementCount === 0) {
        throw refusal('ingest.no_statement', 'The file has no STMTRS, CCSTMTRS or INVSTMTRS');
      }
    },
  };
}

const truncated = (at: Readonly<{ line: number; path: string }>): IngestRefusal =>
  refusal('ingest.file_truncated', 'The file ends before </OFX>', at);

function textOf(value: Value, texts: TextBytes, isXml: boolean, at: Readonly<{ line: number; path: string }>): string {
  let whole = '';
  for (const { text, isLiteral } of value) {
    const decoded = texts.decode(text, at);
    const read = isLiteral ? decoded : withoutEntities(decoded, isXml);
    if (read === null) throw refusal('ingest.ofx_not_well_formed', 'A & refers to nothing', at, decoded);
    whole += read;
  }
  return whole.trim();
}

function noteEncoding(progress: FileProgress, texts: TextBytes, { encoding }: OfxHeader): void {
  if (texts.contradictedCount() > 0) {
    const what = `The header names ${encoding ?? ''}, ${String(texts.contradictedCount())} texts are UTF-8`;
    noteFinding(progress, finding('ingest.encoding_contradicted', what, null, encoding));
  }
  if (texts.assumedCount() > 0) {
    progress.encoding = 'windows-1252';
    noteFinding(progress, finding('ingest.encoding_assumed', `${String(texts.assumedCount())} texts are not UTF-8`));
  }
}
