/**
 * Measures the tokens of an XML text while they come in. saxes keeps a token in memory until it ends, and looks for the
 * end of an entity up to the end of the file: both are cut short here.
 */
import type { SaxesParser } from 'saxes';
import type { IngestFindingCode } from './findings.ts';
import type { IngestLimits } from './limits.ts';

/** Throws the refusal of the file; `line` where the parser stands, unless it is said. */
export type Refuse = (code: IngestFindingCode, what: string, line?: number) => never;

export type TokenGuard = Readonly<{
  /** Feeds the parser. */
  write: (text: string) => void;
  /** To be called from the events of the parser, each of which ends a token. */
  textEnds: () => void;
  tagEnds: () => void;
  attributeEnds: (attribute: Readonly<{ name: string; value: string }>) => void;
  /** Before the parser is closed: without it, a lone `&` would pass for a missing end. */
  refuseLoneAmpersand: () => void;
}>;

// An `&` that begins no entity; comments, CDATA and processing instructions may hold one.
const loneAmpersand = /^(?!<[!?])[^&]*(?:&[^;\s<]*;[^&]*)*&[^;\s<]*[\s<]/;

export function tokenGuard(parser: SaxesParser, limits: IngestLimits, line: () => number, refuse: Refuse): TokenGuard {
  let tokenStart = 0;
  let tokenLine = line();
  let writtenChars = 0;
  let attributeCount = 0;
  // What came in since the last token ended: at most one token, cut off.
  let pending = '';

  const refuseTooLong = (chars: number): void => {
    if (chars > limits.xmlTextChars) refuse('ingest.xml_text_too_long', 'A text, comment or tag is too long');
  };
  const end = (): void => {
    refuseTooLong(parser.position - tokenStart);
    tokenStart = parser.position;
    tokenLine = line();
  };
  const refuseLoneAmpersand = (): void => {
    if (!loneAmpersand.test(pending)) return;
    refuse('ingest.xml_not_well_formed', 'The XML has an `&` that begins no entity', tokenLine);
  };
  return {
    textEnds: end,
    refuseLoneAmpersand,
    tagEnds: () => {
      end();
      attributeCount = 0;
    },
    attributeEnds: ({ name, value }) => {
      end();
      if (value.length <= limits.xmlAttributeChars && ++attributeCount <= limits.xmlAttributesPerElement) return;
      refuse('ingest.xml_attribute_too_long', `The attribute ${name.slice(0, 40)} is too long, or one of too many`);
    },
    write: (text) => {
      parser.write(text);
      writtenChars += text.length;
      const pendingChars = writtenChars - tokenStart;
      pending = pendingChars === 0 ? '' : (pending + text).slice(-pendingChars);
      refuseLoneAmpersand();
      refuseTooLong(pendingChars);
    },
  };
}
