/** What is well-formed in each dialect of OFX, and what is damage. */
import { describe, expect, test } from 'vitest';
import { ofxHeader, ofxOf, xmlHeader } from './ofx-text.ts';
import { codesOf, readText, type ReadResult } from './read-file.ts';

const sgml = ofxOf({ NAME: 'Zoe', MEMO: 'for you' });
const xml = ofxOf({ NAME: 'Zoe', MEMO: 'for you' }, 'xml');
const detailOf = ({ statements }: ReadResult) => statements[0]?.entries[0]?.details[0];

describe.each([
  ['OFX 1', sgml, ofxHeader],
  ['OFX 2', xml, xmlHeader],
])('%s', (_, whole, header) => {
  test.each([
    ['as it is', (text: string) => text],
    ['with tags in lower case', (text: string) => text.replace(/<\/?[A-Z]+>/g, (tag) => tag.toLowerCase())],
    ['with blanks around values', (text: string) => text.replace('Zoe', '  Zoe ').replace('for you', '\n for you\t')],
    ['with blanks in closing tags', (text: string) => text.replaceAll('</STMTTRN>', '</STMTTRN \n>')],
    ['with comments', (text: string) => text.replace('<STMTTRN>', '<!-- <TRNAMT>5 -- > --><STMTTRN>')],
    ['with CDATA', (text: string) => text.replace('Zoe', '<![CDATA[Zoe]]>')],
    ['with an instruction', (text: string) => text.replace('<STMTTRN>', '<?page 1?><STMTTRN>')],
    ['with character references', (text: string) => text.replace('Zoe', '&#90;oe').replace('for you', 'for&#x20;you')],
    ['with a prefix', (text: string) => text.replaceAll(/<(\/?)([A-Z])/g, '<$1x:$2')],
    ['with attributes', (text: string) => text.replace('<STMTTRN>', '<STMTTRN id="1" note=\'a b\'>')],
    ['with padding behind its end', (text: string) => `${text}\n\u0000\u001A \n`],
    ['with CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with CR', (text: string) => text.replaceAll('\n', '\r')],
  ])('%s is read', (_name, change) => {
    const result = readText(change(whole));
    expect(result.file).toMatchObject({ outcome: 'accepted', findings: [] });
    expect(detailOf(result)).toMatchObject({ counterpartyName: 'Zoe', remittance: ['for you'] });
  });

  test.each([
    ['a DOCTYPE before the root', whole.replace('<OFX>', '<!DOCTYPE OFX><OFX>'), 'doctype_refused'],
    ['a DOCTYPE behind it', whole.replace('<OFX>', '<OFX><!DOCTYPE OFX [<!ENTITY a "b">]>'), 'doctype_refused'],
    ['an entity declaration', whole.replace('<OFX>', '<OFX><!ENTITY a "b">'), 'doctype_refused'],
    ['a marked section', whole.replace('<OFX>', '<OFX><![INCLUDE[]]>'), 'doctype_refused'],
    ['a tag that is none', whole.replace('<STMTTRN>', '< STMTTRN>'), 'ofx_not_well_formed'],
    ['a bare <', whole.replace('Zoe', 'Zoe < C'), 'ofx_not_well_formed'],
    ['a wrong closing tag', whole.replace('</STMTTRN>', '</STMTTRNS>'), 'ofx_not_well_formed'],
    ['a closing tag too many', whole.replace('</STMTTRN>', '</STMTTRN></STMTTRN>'), 'ofx_not_well_formed'],
    ['a missing closing tag', whole.replace('</BANKTRANLIST>', ''), 'ofx_not_well_formed'],
    ['a text between elements', whole.replace('<STMTTRN>', 'text<STMTTRN>'), 'ofx_not_well_formed'],
    ['a control character', whole.replace('Zoe', 'Zoe\u0001'), 'ofx_not_well_formed'],
    ['a second root', `${whole}<OFX></OFX>`, 'ofx_not_well_formed'],
    ['a text behind the end', `${whole}more`, 'ofx_not_well_formed'],
    [
      'a statement in a statement',
      whole.replace('<BANKTRANLIST>', '<STMTRS></STMTRS><BANKTRANLIST>'),
      'ofx_not_well_formed',
    ],
    [
      'a transaction of no statement',
      `${header}<OFX><STMTTRN><TRNAMT>1</TRNAMT></STMTTRN></OFX>`,
      'ofx_not_well_formed',
    ],
    ['half of another file before it', whole.slice(0, -30) + whole, 'ofx_not_well_formed'],
    ['the end of another before its root', whole.replace('<OFX>', 'E>4</STMTRS>\n<OFX>'), 'ofx_not_well_formed'],
    ['no end', whole.replace('</OFX>', ''), 'file_truncated'],
    ['half an end', whole.trimEnd().slice(0, -1), 'file_truncated'],
    ['only its header', header, 'file_truncated'],
  ])('with %s is refused', (_name, text, code) => {
    expect(readText(text).file.findings.map((finding) => finding.code)).toEqual([`ingest.${code}`]);
  });
});

describe('only in OFX 1', () => {
  test.each([
    ['a value is not closed', '<FITID>A1'],
    ['an empty value is not closed', '<CHECKNUM>\n<FITID>A1'],
    ['a & refers to nothing', '<FITID>A1<REFNUM>R & D'],
    ['a blank is named', '<FITID>A1<REFNUM>R&nbsp;D'],
  ])('%s', (_, written) => {
    expect(readText(sgml.replace('<FITID>A1', written)).file.outcome).toBe('accepted');
    const { file } = readText(xml.replace('<FITID>A1</FITID>', written));
    expect([file.outcome, file.findings[0]?.code]).toEqual(['refused', 'ingest.ofx_not_well_formed']);
  });

  test('an unknown element that is empty and not closed is taken for no aggregate, and refused', () => {
    const { file } = readText(sgml.replace('<FITID>A1', '<X.THING><FITID>A1'));
    expect(file.findings[0]).toMatchObject({
      code: 'ingest.ofx_not_well_formed',
      at: { path: 'BANKTRANLIST/STMTTRN/X.THING' },
    });
  });

  test('an unknown aggregate is read over with all that is in it', () => {
    const result = readText(sgml.replace('<FITID>A1', '<X.THING><TRNAMT>99<NAME>other</X.THING><FITID>A1'));
    expect(result.statements[0]?.entries[0]?.amount.minor).toBe(1_000n);
    expect(detailOf(result)?.counterpartyName).toBe('Zoe');
  });
});

test('a text before the root of XML is refused; before that of OFX 1 stands the header', () => {
  expect(codesOf(readText(xml.replace('<OFX>', 'text <OFX>')))).toEqual(['ingest.ofx_not_well_formed']);
});

test('places are counted through the whole file', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const text = sgml.replace('<TRNAMT>10.00', '<TRNAMT>ten').replaceAll('\n', end);
    expect(readText(text).file.findings[0]?.at).toEqual({ line: 14, path: 'STMTTRN' });
  }
});
