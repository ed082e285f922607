/** Files made to hurt: each is refused with a code, soon, and without much memory. */
import { describe, expect, test } from 'vitest';
import { ingestLimits } from '../../src/ingest/limits.ts';
import { codesOf, readPieces, readText, utf8 } from './read-file.ts';

const begin = '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>';
const end = '</Stmt></BkToCstmrStmt></Document>';

const answerTo = (text: string): readonly string[] => {
  const result = readText(text);
  return [result.file.outcome, ...codesOf(result)];
};

describe('a document type declaration', () => {
  test.each([
    ['plain', '<!DOCTYPE Document>'],
    ['in small letters', '<!doctype Document>'],
    ['after a comment', '<!-- camt --><!DOCTYPE Document>'],
    ['with an entity bomb', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'],
    ['with an external entity', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'],
    ['after a processing instruction', '<?camt style?>\n\t<!DOCTYPE Document>'],
    ['cut off', '<!D'],
  ])('%s is refused before the XML parser sees it', (_, declaration) => {
    expect(answerTo(`<?xml version="1.0"?>${declaration}${begin}${end}`)).toEqual([
      'refused',
      'ingest.doctype_refused',
    ]);
  });

  test('in UTF-16 is refused too', () => {
    const text = `\uFEFF<!DOCTYPE Document>${begin}${end}`;
    const bytes = new Uint8Array(Uint16Array.from(text, (character) => character.charCodeAt(0)).buffer);
    expect(codesOf(readPieces([bytes]))).toEqual(['ingest.doctype_refused']);
  });

  test('inside the root is refused as bad XML', () => {
    expect(readText(`${begin}<!DOCTYPE x>${end}`).file.outcome).toBe('refused');
  });
});

test('an entity that nobody declared is refused', () => {
  expect(answerTo(`${begin}<Id>&bank;</Id>${end}`)).toEqual(['refused', 'ingest.xml_not_well_formed']);
});

test('100,000 nested elements are refused', () => {
  expect(answerTo(`${begin}${'<a>'.repeat(100_000)}`)).toEqual(['refused', 'ingest.xml_too_deep']);
});

test.each([
  ['a text', `<Id>${'x'.repeat(70_000)}</Id>`],
  ['a CDATA section', `<Id><![CDATA[${'x'.repeat(70_000)}]]></Id>`],
  ['a comment', `<!--${'x'.repeat(70_000)}-->`],
  ['the name of an element', `<${'x'.repeat(70_000)}>`],
  ['a text in pieces', `<Id>${'x&#120;<!-- -->'.repeat(40_000)}</Id>`],
])('%s of more than 64 KiB is refused', (_, content) => {
  expect(answerTo(begin + content + end)).toEqual(['refused', 'ingest.xml_text_too_long']);
});

test('a prolog without end is refused', () => {
  const text = `<!-- camt.053 -->${'<!-- padding -->'.repeat(8_000)}${begin}${end}`;
  expect(answerTo(text)).toEqual(['refused', 'ingest.xml_text_too_long']);
});

test('an endless text is refused while it comes in, not kept', () => {
  const piece = utf8('x'.repeat(32_768));
  const result = readPieces([utf8(`${begin}<Id>`), ...Array.from({ length: 2_000 }, () => piece)]);
  expect(codesOf(result)).toEqual(['ingest.xml_text_too_long']);
});

test.each([
  ['10,000 attributes', Array.from({ length: 10_000 }, (_, index) => `a${String(index)}="1"`).join(' ')],
  ['an attribute of 2 KiB', `a="${'x'.repeat(2_048)}"`],
])('%s are refused', (_, attributes) => {
  expect(answerTo(`${begin}<Id ${attributes}/>${end}`)).toEqual(['refused', 'ingest.xml_attribute_too_long']);
});

test('more elements in one entry than the limit are refused', () => {
  const text = begin + '<Acct><a/><a/></Acct>'.repeat(3) + end;
  expect(codesOf(readText(text, { ...ingestLimits, xmlElementsPerEntry: 2 }))).toEqual([
    'ingest.xml_too_many_elements',
  ]);
  expect(readText(text, { ...ingestLimits, xmlElementsPerEntry: 3 }).file.outcome).toBe('accepted');
});

test('a lone ampersand is damage, not a missing end', () => {
  expect(answerTo(`${begin}<Id>A & B</Id>${end}`)).toEqual(['refused', 'ingest.xml_not_well_formed']);
});

const message = ':20:A\n:25:1\n:60F:C260302EUR1,00\n';

test.each([
  ['a line', `${message}:86:${'x'.repeat(100_000)}`],
  ['a field', `${message}:61:2603020302C1,00NTRFNONREF\n:86:${`${'x'.repeat(60)}\n`.repeat(2_000)}`],
])('%s of an MT940 of more than 64 KiB is refused', (_, text) => {
  expect(answerTo(text)).toEqual(['refused', 'ingest.field_too_long']);
});

test('after a refusal the rest is swallowed', () => {
  const rest = Array.from({ length: 100 }, () => utf8(`${begin}${end}`));
  const result = readPieces([utf8(`${begin}<Id>&bank;</Id>`), utf8(' '.repeat(20_000)), ...rest]);
  expect(result.records).toHaveLength(1);
  expect(result.file.findings).toHaveLength(1);
});
