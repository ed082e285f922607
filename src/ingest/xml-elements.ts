/**
 * Streaming XML with one element in memory at a time.
 *
 * The reader tells about each element that opens and is answered `descend` (tell me of its children) or `collect`
 * (give it to me whole, once it is closed). Names lose their prefix.
 */
import type { IngestLimits } from './limits.ts';
import type { XmlAttribute } from './xml-tags.ts';
import { xmlTokenizer, type XmlTokenizer } from './xml-tokens.ts';

/**
 * A collected element. Children hang in a chain, each holding the next: most have one or two, and a chain of them costs
 * no array.
 */
export type XmlElement = Readonly<{
  name: string;
  /** Counts from 1 through the file. */
  line: number;
  attributes: readonly XmlAttribute[];
  /** Its own text without its children's. */
  text: string;
  firstChild: XmlElement | null;
  nextSibling: XmlElement | null;
}>;

type BuiltElement = { -readonly [Key in keyof XmlElement]: XmlElement[Key] };

export type OpenedElement = Readonly<{ name: string; line: number; attributes: readonly XmlAttribute[] }>;

export type ElementHandler = Readonly<{
  opened: (element: OpenedElement) => 'descend' | 'collect';
  collected: (element: XmlElement) => void;
  /** Only for elements answered with `descend`. */
  closed: (name: string, line: number) => void;
}>;

/** Reads the XML documents of one file into elements. */
export function xmlElements(handler: ElementHandler, limits: IngestLimits): XmlTokenizer {
  const open: BuiltElement[] = [];
  let innermost: BuiltElement | null = null;
  /** The child of `innermost` that was closed last. */
  let elder: BuiltElement | null = null;
  let elementCount = 0;

  const begin = (element: BuiltElement): void => {
    if (innermost === null) {
      elementCount = 1;
    } else {
      if (elder === null) innermost.firstChild = element;
      else elder.nextSibling = element;
      if (++elementCount > limits.xmlElementsPerEntry) {
        const what = `The element at line ${String(open[0]?.line)} holds too many others`;
        tokenizer.refuse('ingest.xml_too_many_elements', what);
      }
    }
    open.push(element);
    innermost = element;
    elder = null;
  };
  const tokenizer = xmlTokenizer(
    {
      opened({ local: name }, attributes, line) {
        const element: BuiltElement = { name, line, attributes, text: '', firstChild: null, nextSibling: null };
        if (innermost !== null || handler.opened(element) === 'collect') begin(element);
      },
      text(text) {
        if (innermost === null) return;
        const whole = innermost.text === '' ? text : innermost.text + text;
        innermost.text = whole;
        if (whole.length > limits.xmlTextChars) tokenizer.refuse('ingest.xml_text_too_long', 'A text is too long');
      },
      closed({ local: name }, line) {
        if (innermost === null) return handler.closed(name, line);
        elder = innermost;
        open.pop();
        innermost = open.at(-1) ?? null;
        if (innermost !== null) return;
        const whole = elder;
        elder = null;
        handler.collected(whole);
      },
    },
    limits,
  );
  return tokenizer;
}
