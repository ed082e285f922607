/** Each of the 256 bytes in each encoding that a camt file may declare: read as the character that it is, or refused. */
import { expect, test } from 'vitest';
import { readBytes } from './read-file.ts';

/** Where ISO 8859-15 is not ISO 8859-1. */
const latin9: ReadonlyMap<number, string> = new Map([
  [0xa4, '€'],
  [0xa6, 'Š'],
  [0xa8, 'š'],
  [0xb4, 'Ž'],
  [0xb8, 'ž'],
  [0xbc, 'Œ'],
  [0xbd, 'œ'],
  [0xbe, 'Ÿ'],
]);

type Written = Readonly<{ bytes: Uint8Array; character: string }>;

/** How a text that ASCII can write around the byte, and the byte itself, are written in the encoding. */
const encodings: Readonly<Record<string, (before: string, byte: number, after: string) => Written>> = {
  'UTF-8': (before, byte, after) => {
    const character = String.fromCodePoint(byte);
    return { bytes: Buffer.from(before + character + after, 'utf8'), character };
  },
  'UTF-16': (before, byte, after) => {
    const character = String.fromCodePoint(byte);
    return { bytes: Buffer.from(`\uFEFF${before}${character}${after}`, 'utf16le'), character };
  },
  'ISO-8859-1': (before, byte, after) => ({
    bytes: Buffer.concat([Buffer.from(before), Uint8Array.of(byte), Buffer.from(after)]),
    character: String.fromCodePoint(byte),
  }),
  'ISO-8859-15': (before, byte, after) => ({
    bytes: Buffer.concat([Buffer.from(before), Uint8Array.of(byte), Buffer.from(after)]),
    character: latin9.get(byte) ?? String.fromCodePoint(byte),
  }),
};

const before = (encoding: string): string =>
  `<?xml version="1.0" encoding="${encoding}"?>` +
  '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>S</Id>' +
  '<Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>EUR</Ccy></Acct>' +
  '<Ntry><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-03-02</Dt></BookgDt>' +
  '<NtryDtls><TxDtls><RmtInf><Ustrd>a';
const after = 'z</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>';

const isMarkup = (byte: number): boolean => byte === 0x26 || byte === 0x3c;
const isForbidden = (byte: number): boolean => byte < 0x20 && ![0x09, 0x0a, 0x0d].includes(byte);
// Browsers and banks write Windows-1252 and call it ISO 8859-1: these are then letters and quotes.
const isUnsettled = (byte: number): boolean => byte >= 0x80 && byte < 0xa0;

test.each(Object.entries(encodings))('%s keeps every character of its 256 bytes', (encoding, write) => {
  for (let byte = 0; byte < 256; byte++) {
    const { bytes, character } = write(before(encoding), byte, after);
    const { file, statements } = readBytes(bytes);
    if (isMarkup(byte) || isForbidden(byte)) {
      expect([byte, file.outcome]).toEqual([byte, 'refused']);
      continue;
    }
    expect([byte, file.outcome]).toEqual([byte, 'accepted']);
    const text = statements[0]?.entries[0]?.details[0]?.remittance.join('|') ?? '';
    if (isUnsettled(byte)) expect(text).toMatch(/^a[^\uFFFD]z$/u);
    // XML reads a line end of any kind as one line feed.
    else expect([byte, text]).toEqual([byte, `a${byte === 0x0d ? '\n' : character}z`]);
  }
});
