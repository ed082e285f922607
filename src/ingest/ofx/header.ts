/** The header block of OFX 1 (`OFXHEADER:100 …`) or the declarations of OFX 2 (`<?xml …?><?OFX …?>`). */
import { refusal } from '../findings.ts';
import { lineEndsIn } from './lines.ts';

export type OfxHeader = Readonly<{
  /** OFX 2: every element is closed, as in all XML. */
  isXml: boolean;
  /** `102`, `211`; null where there is none. */
  version: string | null;
  /** As a name that `TextDecoder` knows; null where none is named. */
  encoding: string | null;
}>;

const declaration = /<\?xml\s([^>]*)\?>/i;
const instruction = /<\?OFX\s([^>]*)\?>/i;
const readOver = /<\?[^>]*\?>|<!--[^]*?-->/g;
/** As UTF-8, one character per byte. */
const byteOrderMark = /^\s*\u00EF\u00BB\u00BF/;

/**
 * @param text - all before `<OFX>`, one character per byte.
 * @throws IngestRefusal `ingest.doctype_refused`, `ingest.encoding_unsupported`, `ingest.ofx_not_well_formed`
 */
export function readHeader(text: string): OfxHeader {
  refuseDoctype(text);
  const xml = declaration.exec(text)?.[1] ?? null;
  const ofx = instruction.exec(text)?.[1] ?? null;
  const isXml = xml !== null || ofx !== null;
  const unread = text.replace(readOver, '').replace(byteOrderMark, '').trim();
  // Keys and values stand before an OFX 1, and before an OFX 2 nothing: never what is left of another file.
  if (isXml ? unread !== '' : /[<>]/.test(unread)) {
    throw refusal('ingest.ofx_not_well_formed', 'A text stands before <OFX>', { line: 1, path: 'header' }, text);
  }
  if (!isXml) return fromHeaderBlock(text);
  const encoding = attribute(xml ?? '', 'encoding');
  return {
    isXml: true,
    version: attribute(ofx ?? '', 'VERSION'),
    // Bytes that were one per character when this was found are no UTF-16, whatever it says.
    encoding: encoding === null || /^(?:utf-16|ucs-2)/i.test(encoding) ? null : known(encoding),
  };
}

/** @throws IngestRefusal `ingest.doctype_refused` */
export function refuseDoctype(text: string): void {
  const doctype = text.search(/<!DOCTYPE/i);
  if (doctype === -1) return;
  const at = { line: lineEndsIn(text.slice(0, doctype)) + 1, path: '<!DOCTYPE' };
  throw refusal('ingest.doctype_refused', 'The OFX has a document type declaration', at);
}

const attribute = (text: string, name: string): string | null =>
  new RegExp(`\\b${name}\\s*=\\s*["']([^"']{1,40})["']`, 'i').exec(text)?.[1] ?? null;

function fromHeaderBlock(text: string): OfxHeader {
  const value = (key: string): string =>
    new RegExp(`\\b${key}[ \\t]*:[ \\t]*([^\\s:]{1,40})`, 'i').exec(text)?.[1] ?? '';
  const charset = value('CHARSET');
  const isUnicode = /^(?:UTF-?8|UNICODE)$/i.test(value('ENCODING')) || /^(?:UTF-?8|CSUNICODE)$/i.test(charset);
  const windows = /^(?:windows-|cp)?(125\d)$/i.exec(charset)?.[1];
  const iso = /^(?:ISO-?)?(8859-\d{1,2})$/i.exec(charset)?.[1];
  const named = isUnicode
    ? 'utf-8'
    : windows !== undefined
      ? `windows-${windows}`
      : iso === undefined
        ? null
        : `iso-${iso}`;
  return { isXml: false, version: value('VERSION') || null, encoding: named === null ? null : known(named) };
}

const supported = /^(?:utf-8|iso-8859-\d{1,2}|windows-125\d|windows-874|koi8-[ru]|macintosh)$/;

/** The name that `TextDecoder` gives it, `ascii` and `iso-8859-1` as the Windows-1252 that they are part of. */
function known(label: string): string {
  try {
    const { encoding } = new TextDecoder(label);
    if (supported.test(encoding)) return encoding;
  } catch {
    // Node knows no such encoding: said below.
  }
  const at = { line: 1, path: 'header' };
  throw refusal('ingest.encoding_unsupported', `The header names the encoding "${label}"`, at, label);
}
