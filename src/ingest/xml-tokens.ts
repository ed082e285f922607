/**
 * Cuts an XML text into its tokens while it streams in, and refuses what is not well-formed.
 *
 *     prolog ──start tag──► content ──last end tag──► epilog ──<?xml──► prolog of the next document in the file
 *
 * One function reads one kind of token. It is given the place where the token begins and answers with the place behind
 * it, or with {@link cutOff}: then everything from the beginning of the token waits for more text and is read again.
 * So no function has a state of its own, and a token is reported only when all of it was seen and found right.
 *
 * Everything is read left to right: what is wrong is refused where it stands, before the end of its token is there.
 * Limits hold before memory is spent. Comments and processing instructions are checked and left out, as are blanks
 * between two tags. There is no DOCTYPE, and so there are no entities but the five of XML.
 *
 * @see XML 1.0, fifth edition. Names may have several colons; prefixes are not resolved.
 */
import { refusal } from './findings.ts';
import type { IngestLimits } from './limits.ts';
import {
  beginsDeclaration,
  kindOfDeclaration,
  readComment,
  readInstruction,
  readSection,
  readXmlDeclaration,
} from './xml-asides.ts';
import * as is from './xml-characters.ts';
import { firstHash, nameTable, nextHash, standsAt, type ElementName } from './xml-names.ts';
import { readAttributes, readReference, type XmlAttribute } from './xml-tags.ts';
import { textOfRaw, textOfRawSection } from './xml-text.ts';
import {
  countLine,
  cutOff,
  newWindow,
  refuseCharacter,
  refuseForm,
  showText,
  skipBlanks,
  skipPadding,
  type Refuse,
} from './xml-window.ts';

/** `line` counts from 1 through the file; it is the one on which the tag ends. */
type XmlEvents = Readonly<{
  opened: (name: ElementName, attributes: readonly XmlAttribute[], line: number) => void;
  /** A text or CDATA section, never blanks alone between two tags. May come several times in one element. */
  text: (text: string) => void;
  closed: (name: ElementName, line: number) => void;
}>;

export type XmlTokenizer = Readonly<{
  write: (text: string) => void;
  /** Says that the file ends here. */
  close: () => void;
  refuse: Refuse;
}>;

const noAttributes: readonly XmlAttribute[] = [];

/** @param pieceChars - shorter pieces wait for each other, so that the beginning of a token is not read for each. */
export function xmlTokenizer(events: XmlEvents, limits: IngestLimits, pieceChars = 4_096): XmlTokenizer {
  const names = nameTable();
  const open: ElementName[] = [];
  let state: 'start' | 'prolog' | 'content' | 'epilog' = 'start';
  let waiting = '';
  /** How much of `waiting` was looked at in vain. */
  let cutOffChars = 0;
  let isEnd = false;
  let isBehindTag = false;
  let prologChars = 0;

  const refuse: Refuse = (code, what) => {
    const path = open.slice(-8).map(({ local }) => local);
    throw refusal(code, what, { line: window.line, path: path.join('/') || '/' });
  };
  const window = newWindow(refuse);
  const refuseTooLong = (what = 'A text, comment or tag is too long'): never =>
    refuse('ingest.xml_text_too_long', what);

  function scan(): void {
    showText(window, waiting);
    let at = 0;
    while (at < window.length) {
      const lineBefore = window.line;
      const end = state === 'content' ? readContent(at) : readOutside(at);
      if (end === cutOff) {
        window.line = lineBefore;
        break;
      }
      if (end - at > limits.xmlTextChars) refuseTooLong();
      at = end;
    }
    waiting = waiting.slice(at);
    cutOffChars = waiting.length;
    if (cutOffChars > limits.xmlTextChars) refuseTooLong();
  }

  function readContent(start: number): number {
    if (window.units[start] !== is.lessThan) return readText(start);
    const unit = window.units[start + 1] ?? 0;
    if (unit === is.slash) return readEndTag(start);
    if (is.isNameStart(unit)) return readStartTag(start);
    return readAside(start, unit);
  }

  function readAside(start: number, unit: number): number {
    if (unit === is.questionMark) return readInstruction(window, start);
    if (start + 1 === window.length) return cutOff;
    const kind = unit === is.exclamationMark ? kindOfDeclaration(window, start) : 'other';
    if (kind === 'cut off') return cutOff;
    if (kind === 'comment') return readComment(window, start);
    if (kind === 'section' && state === 'content') {
      const { content, end, next } = readSection(window, start);
      if (end === cutOff) return cutOff;
      isBehindTag = false;
      events.text(textOfRawSection(window.text.slice(content, end)));
      return next;
    }
    const isDoctype = unit === is.exclamationMark && /^d$/i.test(window.text.charAt(start + 2));
    if (isDoctype && state === 'prolog') refuse('ingest.doctype_refused', 'The XML has a document type declaration');
    return refuseForm(window, 'disallowed character behind <');
  }

  function readText(start: number): number {
    const { units } = window;
    let at = skipBlanks(window, start);
    if (units[at] === is.lessThan && isBehindTag) {
      const unit = units[at + 1] ?? 0;
      if (unit !== is.exclamationMark && unit !== is.questionMark) return unit === 0 ? cutOff : at;
    }
    // Blanks that were stepped over may be carriage returns.
    let isAsWritten = at === start;
    for (; at < window.length; at++) {
      const unit = units[at] ?? 0;
      if (is.isPlain(unit)) continue;
      if (unit === is.lessThan) {
        const raw = window.text.slice(start, at);
        isBehindTag = false;
        events.text(isAsWritten ? raw : textOfRaw(raw));
        return at;
      }
      if (unit === is.ampersand) {
        isAsWritten = false;
        at = readReference(window, at);
        if (at === cutOff) return cutOff;
      } else if (unit === is.greaterThan) {
        const isSectionEnd =
          at - start >= 2 && units[at - 1] === is.closingBracket && units[at - 2] === is.closingBracket;
        if (isSectionEnd) return refuseForm(window, ']]> in a text');
      } else if (unit === is.lineFeed || unit === is.carriageReturn) {
        countLine(window, at);
        if (unit === is.carriageReturn) isAsWritten = false;
      } else if (is.isForbidden(unit)) return refuseCharacter(window);
    }
    return cutOff;
  }

  function readStartTag(start: number): number {
    const { units } = window;
    let at = start + 1;
    let hash = firstHash;
    for (let unit = units[at] ?? 0; is.isNameUnit(unit); unit = units[++at] ?? 0) hash = nextHash(hash, unit);
    if (at === window.length) return cutOff;
    const name = names(window, start + 1, at, hash);
    let attributes = noAttributes;
    if (units[at] !== is.greaterThan) {
      const read: XmlAttribute[] = [];
      at = readAttributes(window, at, read, limits);
      if (at === cutOff) return cutOff;
      if (read.length > 0) attributes = read;
    }
    const isEmpty = units[at] === is.slash;
    if (isEmpty && at + 1 === window.length) return cutOff;
    if (isEmpty && units[at + 1] !== is.greaterThan) return refuseForm(window, 'a / within a tag');
    if (state === 'epilog') return refuseForm(window, 'a second root element');
    state = 'content';
    isBehindTag = true;
    open.push(name);
    if (open.length > limits.xmlDepth) refuse('ingest.xml_too_deep', 'The elements nest too deep');
    events.opened(name, attributes, window.line);
    if (isEmpty) closeElement(name);
    return isEmpty ? at + 2 : at + 1;
  }

  function readEndTag(start: number): number {
    const name = open[open.length - 1];
    if (name === undefined) return refuseForm(window, 'an end tag without a start tag');
    if (!standsAt(name, window, start + 2)) {
      const isCut = start + 2 + name.units.length > window.length;
      return isCut && name.written.startsWith(window.text.slice(start + 2)) ? cutOff : refuseEndTag(name);
    }
    const at = skipBlanks(window, start + 2 + name.units.length);
    if (at === window.length) return cutOff;
    if (window.units[at] !== is.greaterThan) return refuseEndTag(name);
    isBehindTag = true;
    closeElement(name);
    return at + 1;
  }
  const refuseEndTag = ({ written }: ElementName): never => refuseForm(window, `</${written.slice(0, 40)}> expected`);

  function closeElement(name: ElementName): void {
    events.closed(name, window.line);
    open.pop();
    if (open.length === 0) state = 'epilog';
  }

  /** Prolog and epilog: nothing but blanks and asides may stand outside the root element. */
  function readOutside(start: number): number {
    if (state === 'start') {
      const first = window.units[start] === is.byteOrderMark ? start + 1 : start;
      const answer = beginsDeclaration(window, first);
      if (answer === 'cut off' && !isEnd) return cutOff;
      const end = answer === 'yes' ? readXmlDeclaration(window, first) : first;
      if (end !== cutOff) state = 'prolog';
      return end;
    }
    const blanks = skipBlanks(window, start);
    const at = state === 'epilog' ? skipPadding(window, blanks) : blanks;
    if (at === window.length) return isEnd ? at : cutOff;
    const unit = window.units[at];
    if (unit !== is.lessThan) return refuseForm(window, 'text outside the root element');
    if (state === 'epilog') {
      const answer = beginsDeclaration(window, at);
      if (answer === 'cut off') return cutOff;
      if (answer === 'yes') {
        state = 'start';
        prologChars = 0;
        return at;
      }
      if (at > blanks) return refuseForm(window, 'padding inside the XML');
    }
    const end = at === start ? readContent(at) : at;
    if (state === 'prolog' && end !== cutOff) prologChars += end - start;
    if (prologChars > limits.xmlTextChars)
      refuseTooLong('The XML has no root element after its first 65,536 characters');
    return end;
  }

  return {
    refuse,
    write(text) {
      waiting += text;
      if (waiting.length - cutOffChars >= pieceChars) scan();
    },
    close() {
      isEnd = true;
      scan();
      if (state !== 'epilog') refuse('ingest.file_truncated', 'The XML ends too early');
      if (waiting !== '') refuseForm(window, 'unexpected end');
    },
  };
}
