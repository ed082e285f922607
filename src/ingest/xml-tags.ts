/** What stands inside a start tag: attributes, their values, references to characters. */
import type { IngestLimits } from './limits.ts';
import * as is from './xml-characters.ts';
import { characterNamed, textOfRawAttribute } from './xml-text.ts';
import { countLine, cutOff, refuseCharacter, refuseForm, skipBlanks, type XmlWindow } from './xml-window.ts';

/** As written, prefix and all, in the order of the tag. */
export type XmlAttribute = Readonly<{ name: string; value: string }>;

/**
 * Reads all attributes of a tag into `read`, from behind its name.
 *
 * @returns the place of the `>` or `/` behind them.
 */
export function readAttributes(window: XmlWindow, start: number, read: XmlAttribute[], limits: IngestLimits): number {
  let at = start;
  for (;;) {
    const blanks = skipBlanks(window, at);
    if (blanks === window.length) return cutOff;
    const unit = window.units[blanks] ?? 0;
    if (unit === is.greaterThan || unit === is.slash) return blanks;
    if (blanks === at || !is.isNameStart(unit)) return refuseForm(window, 'disallowed character in a tag');
    at = readAttribute(window, blanks, read, limits);
    if (at === cutOff) return cutOff;
  }
}

function readAttribute(window: XmlWindow, start: number, read: XmlAttribute[], limits: IngestLimits): number {
  let at = start + 1;
  while (is.isNameUnit(window.units[at] ?? 0)) at++;
  const name = window.text.slice(start, at);
  at = skipBlanks(window, at);
  if (at === window.length) return cutOff;
  if (window.units[at] !== is.equalsSign) return refuseForm(window, 'an attribute without value');
  at = skipBlanks(window, at + 1);
  if (at === window.length) return cutOff;
  const quote = window.units[at] ?? 0;
  if (quote !== is.quotationMark && quote !== is.apostrophe) {
    return refuseForm(window, 'an attribute without quotation marks');
  }
  const end = readValue(window, at + 1, quote);
  if (end === cutOff) return cutOff;
  if (read.some((other) => other.name === name)) return refuseForm(window, `the attribute ${name.slice(0, 40)} twice`);
  const value = textOfRawAttribute(window.text.slice(at + 1, end));
  read.push({ name, value });
  if (value.length > limits.xmlAttributeChars || read.length > limits.xmlAttributesPerElement) {
    const what = `The attribute ${name.slice(0, 40)} is too long, or one of too many`;
    return window.refuse('ingest.xml_attribute_too_long', what);
  }
  return end + 1;
}

/** @returns the place of the closing quotation mark. */
function readValue(window: XmlWindow, start: number, quote: number): number {
  for (let at = start; at < window.length; at++) {
    const unit = window.units[at] ?? 0;
    if (unit === quote) return at;
    if (is.isPlain(unit)) continue;
    if (unit === is.lessThan) return refuseForm(window, 'a < in an attribute');
    if (unit === is.lineFeed || unit === is.carriageReturn) countLine(window, at);
    else if (is.isForbidden(unit)) return refuseCharacter(window);
    else if (unit === is.ampersand) {
      at = readReference(window, at);
      if (at === cutOff) return cutOff;
    }
  }
  return cutOff;
}

/** Reads `&name;` or `&#number;`. @returns the place of the `;`. */
export function readReference(window: XmlWindow, start: number): number {
  let at = start + 1;
  if (window.units[at] === is.numberSign) at++;
  while (is.isNameUnit(window.units[at] ?? 0)) at++;
  if (at === window.length) return cutOff;
  if (window.units[at] !== is.semicolon) return refuseForm(window, 'an & that begins no reference');
  const name = window.text.slice(start + 1, at);
  return characterNamed(name) === null ? refuseForm(window, `&${name.slice(0, 40)}; stands for nothing`) : at;
}
