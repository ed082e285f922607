import { describe, expect, test } from 'vitest';
import { camtFormat } from '../../src/ingest/camt/format.ts';
import { describeBeginning, detectFormat } from '../../src/ingest/detect.ts';
import { mt940Format } from '../../src/ingest/mt940/format.ts';
import { camt053 } from './camt-text.ts';
import { codesOf, readPieces, readText, utf8 } from './read-file.ts';

const named = (declaration: string): string =>
  camt053('').replace('<?xml version="1.0"?>', declaration).replace('S-1', 'Zoë');

const inUtf16 = (text: string, isLittleEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), isLittleEndian);
  return bytes;
};
const inLatin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('the encoding of an XML file', () => {
  test.each([
    ['UTF-8 without declaration', utf8(named('')), 'utf-8'],
    ['a byte order mark', utf8(`\uFEFF${named('<?xml version="1.0"?>')}`), 'utf-8'],
    ['a declaration', inLatin1(named("<?xml version='1.0' encoding='ISO-8859-1'?>")), 'iso-8859-1'],
    ['UTF-16, little end first', inUtf16(`\uFEFF${named('')}`, true), 'utf-16le'],
    ['UTF-16, big end first', inUtf16(`\uFEFF${named('')}`, false), 'utf-16be'],
    ['UTF-16 without mark', inUtf16(named('<?xml version="1.0" encoding="UTF-16"?>'), true), 'utf-16le'],
  ])('is taken from %s', (_, bytes, encoding) => {
    const { file, statements } = readPieces([bytes]);
    expect(file).toMatchObject({ outcome: 'accepted', encoding, findings: [] });
    expect(statements[0]?.summary.bankStatementId).toBe('Zoë');
  });

  test('is UTF-8 where the declaration says UTF-16 and the bytes are not', () => {
    const result = readText(named('<?xml version="1.0" encoding="utf-16"?>'));
    expect(result.file.outcome).toBe('accepted');
    expect(codesOf(result)).toContain('ingest.encoding_contradicted');
  });

  test('is refused when a byte is none of it, instead of being replaced', () => {
    expect(codesOf(readPieces([inLatin1(named(''))]))).toEqual(['ingest.text_not_decodable']);
  });
});

describe('the format', () => {
  test.each([
    ['<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.02">', camtFormat],
    ['  \r\n<a:Document><a:BkToCstmrStmt>', camtFormat],
    [':20:A\r\n:25:1\r\n', mt940Format],
    ['{1:F01BANK}{2:I940BANK}{4:\n:20:A\n:28C:1\n', mt940Format],
    [':20:A\n:28D:1/1\n:50H:/123\n', null],
    ['<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03">', null],
    ['PK\u0003\u0004', null],
  ])('of %j is known by its content', (text, format) => {
    expect(detectFormat(utf8(text))).toBe(format);
  });

  test('that is unknown is described by its first characters', () => {
    expect(describeBeginning(utf8('\uFEFFDate;Amount\n'))).toBe('"Date;Amount"');
    expect(describeBeginning(new Uint8Array([0, 1, 2]))).toBe('no readable text');
  });
});

test('padding behind the end of the XML is no text', () => {
  expect(readText(`${camt053('')}\n\u0000\u0000\u001A`).file.outcome).toBe('accepted');
  expect(codesOf(readText(`${camt053('')}\nmore`))).toContain('ingest.xml_not_well_formed');
});

test('lines are counted through the file, also after a CDATA section and a second document', () => {
  const two = `${camt053('<Nb><![CDATA[a\n\nb]]></Nb>\n')}\r\n${camt053('\n<Ntry/>')}`;
  expect(readText(two).file.findings[0]?.at).toEqual({ line: 6, path: 'Ntry' });
});
