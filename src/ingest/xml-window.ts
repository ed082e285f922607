/**
 * The part of an XML text that is being read, held twice: as a string to cut texts from, and as numbers to look at.
 *
 * Reading a number from a typed array is several times faster than asking a string for its nth unit. Behind the last
 * unit stands a zero, which no XML allows: a loop that steps over names or blanks stops there by itself.
 */
import { Buffer } from 'node:buffer';
import type { IngestFindingCode } from './findings.ts';
import { carriageReturn, isBlank, isForbidden, isPadding, lineFeed } from './xml-characters.ts';

/** Throws the refusal of the file, at the line that was reached. */
export type Refuse = (code: IngestFindingCode, what: string) => never;

export type XmlWindow = {
  text: string;
  units: Uint16Array;
  length: number;
  /** Of the file, from 1. Only whole tokens count: it is set back when a token is cut off. */
  line: number;
  readonly refuse: Refuse;
};

/** A token whose end is not in the window: it waits for more text, and is read again from its beginning. */
export const cutOff = -1;

export const newWindow = (refuse: Refuse): XmlWindow => ({
  text: '',
  units: new Uint16Array(1),
  length: 0,
  line: 1,
  refuse,
});

export function showText(window: XmlWindow, text: string): void {
  if (window.units.length <= text.length) window.units = new Uint16Array(2 * text.length + 1);
  const { buffer, byteOffset, byteLength } = window.units;
  Buffer.from(buffer, byteOffset, byteLength).write(text, 'utf16le');
  window.units[text.length] = 0;
  window.text = text;
  window.length = text.length;
}

export const refuseForm = (window: XmlWindow, what: string): never =>
  window.refuse('ingest.xml_not_well_formed', `The XML is not well-formed (${what})`);

export const refuseCharacter = (window: XmlWindow): never => refuseForm(window, 'disallowed character');

/** Counts the line that a line feed or carriage return ends: the one before a line feed ends none. */
export function countLine(window: XmlWindow, at: number): void {
  if (window.units[at] === lineFeed || window.units[at + 1] !== lineFeed) window.line++;
}

export function skipBlanks(window: XmlWindow, start: number): number {
  const { units } = window;
  let at = start;
  for (let unit = units[at] ?? 0; isBlank(unit); unit = units[++at] ?? 0) {
    if (unit === lineFeed || unit === carriageReturn) countLine(window, at);
  }
  return at;
}

/** Padding and the blanks between; the place itself where there is no padding. */
export function skipPadding(window: XmlWindow, start: number): number {
  let at = start;
  while (at < window.length && isPadding(window.units[at] ?? 0)) at = skipBlanks(window, at + 1);
  return at;
}

/**
 * Finds what ends a token whose content is not looked into, after checking and counting all before it.
 *
 * @returns the place of `terminator`, or {@link cutOff}.
 */
export function findEnd(window: XmlWindow, start: number, terminator: string): number {
  const found = window.text.indexOf(terminator, start);
  const end = found === -1 ? window.length : found;
  for (let at = start; at < end; at++) {
    const unit = window.units[at] ?? 0;
    if (unit === lineFeed || unit === carriageReturn) countLine(window, at);
    else if (isForbidden(unit)) return refuseCharacter(window);
  }
  return found === -1 ? cutOff : found;
}
