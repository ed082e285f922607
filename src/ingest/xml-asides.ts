/** What stands beside the elements: comments, CDATA sections, processing instructions, the XML declaration. */
import * as is from './xml-characters.ts';
import { isXmlDeclaration } from './xml-text.ts';
import { cutOff, findEnd, refuseForm, type XmlWindow } from './xml-window.ts';

const commentStart = '<!--';
const sectionStart = '<![CDATA[';
const declarationStart = '<?xml';

/** What begins with `<!`: a comment, a CDATA section, or else the beginning of what we refuse. */
export function kindOfDeclaration(window: XmlWindow, start: number): 'comment' | 'section' | 'cut off' | 'other' {
  const shown = window.text.slice(start, start + sectionStart.length);
  if (shown.startsWith(commentStart)) return 'comment';
  if (shown === sectionStart) return 'section';
  const mayGoOn = start + shown.length === window.length;
  return mayGoOn && (sectionStart.startsWith(shown) || commentStart.startsWith(shown)) ? 'cut off' : 'other';
}

/** Answers with the place behind the comment. */
export function readComment(window: XmlWindow, start: number): number {
  const end = findEnd(window, start + commentStart.length, '--');
  if (end === cutOff || end + 2 === window.length) return cutOff;
  return window.units[end + 2] === is.greaterThan ? end + 3 : refuseForm(window, '-- in a comment');
}

/** Where the content of a CDATA section lies; `end` is {@link cutOff} when it is not all there. */
export function readSection(
  window: XmlWindow,
  start: number,
): Readonly<{ content: number; end: number; next: number }> {
  const content = start + sectionStart.length;
  const end = findEnd(window, content, ']]>');
  return { content, end, next: end + 3 };
}

/** Answers with the place behind the processing instruction. An XML declaration is none. */
export function readInstruction(window: XmlWindow, start: number): number {
  const { units, length } = window;
  let at = start + 2;
  while (is.isNameUnit(units[at] ?? 0)) at++;
  if (at === length) return cutOff;
  const target = window.text.slice(start + 2, at);
  if (!is.isNameStart(units[start + 2] ?? 0)) return refuseForm(window, 'a processing instruction without a name');
  const isEmpty = units[at] === is.questionMark && (at + 1 === length || units[at + 1] === is.greaterThan);
  if (!isEmpty && !is.isBlank(units[at] ?? 0)) {
    return refuseForm(window, 'disallowed character in the name of a processing instruction');
  }
  if (target.toLowerCase() === 'xml') return refuseForm(window, 'the XML declaration is not at the beginning');
  const end = findEnd(window, at, '?>');
  return end === cutOff ? cutOff : end + 2;
}

/** Whether an XML declaration begins here. */
export function beginsDeclaration(window: XmlWindow, start: number): 'yes' | 'no' | 'cut off' {
  const shown = window.text.slice(start, start + declarationStart.length + 1);
  if (shown.length <= declarationStart.length) return declarationStart.startsWith(shown) ? 'cut off' : 'no';
  return shown.startsWith(declarationStart) && is.isBlank(shown.charCodeAt(declarationStart.length)) ? 'yes' : 'no';
}

/** Answers with the place behind the XML declaration. */
export function readXmlDeclaration(window: XmlWindow, start: number): number {
  const end = findEnd(window, start, '?>');
  if (end === cutOff) return cutOff;
  return isXmlDeclaration(window.text.slice(start, end + 2)) ? end + 2 : refuseForm(window, 'the XML declaration');
}
