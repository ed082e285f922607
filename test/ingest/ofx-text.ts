/** Writes OFX in both dialects from what it is to say. */

export type OfxTransaction = Readonly<Record<string, string>>;

const headerLines =
  'OFXHEADER:100 DATA:OFXSGML VERSION:102 SECURITY:NONE ENCODING:USASCII CHARSET:1252 COMPRESSION:NONE OLDFILEUID:NONE NEWFILEUID:NONE';
export const ofxHeader = `${headerLines.replaceAll(' ', '\n')}\n\n`;
export const xmlHeader =
  '<?xml version="1.0" encoding="UTF-8"?>\n<?OFX OFXHEADER="200" VERSION="220" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>\n';

/** How elements are written: unclosed values of OFX 1, or all closed. */
export type Dialect = 'open' | 'closed' | 'xml';

const aggregate = (name: string, content: string): string => `<${name}>${content}</${name}>`;

/** A value; aggregates of values are written as `NAME/PART`. */
function value(path: string, text: string, dialect: Dialect): string {
  const [name = '', part] = path.split('/');
  if (part !== undefined) return aggregate(name, value(part, text, dialect));
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return dialect === 'open' ? `<${name}>${escaped}\n` : aggregate(name, escaped);
}

const values = (of: OfxTransaction, dialect: Dialect): string =>
  Object.entries(of)
    .map(([path, text]) => value(path, text, dialect))
    .join('');

type StatementStyle = Readonly<{
  currency?: string;
  account?: string;
  balance?: string;
  kind?: string;
  dialect?: Dialect;
}>;

/** One statement; `CURDEF` and `ACCTID` are left out where they are empty. */
export function ofxStatement(transactions: readonly OfxTransaction[], style: StatementStyle = {}): string {
  const { currency = 'EUR', account = '4711', balance = '10.00', kind = 'STMTRS', dialect = 'open' } = style;
  const content = [
    currency === '' ? '' : value('CURDEF', currency, dialect),
    account === '' ? '' : aggregate('BANKACCTFROM', values({ BANKID: '071000505', ACCTID: account }, dialect)),
    aggregate('BANKTRANLIST', transactions.map((of) => `${aggregate('STMTTRN', values(of, dialect))}\n`).join('')),
    balance === '' ? '' : aggregate('LEDGERBAL', values({ BALAMT: balance, DTASOF: '20260302' }, dialect)),
  ].join('');
  return aggregate('STMTTRNRS', aggregate(kind, content));
}

export const ofxFile = (statements: readonly string[], dialect: Dialect = 'open'): string =>
  `${dialect === 'xml' ? xmlHeader : ofxHeader}${aggregate('OFX', aggregate('BANKMSGSRSV1', statements.join('\n')))}\n`;

export const transaction = (of: OfxTransaction = {}): OfxTransaction => ({
  TRNTYPE: 'CREDIT',
  DTPOSTED: '20260302',
  TRNAMT: '10.00',
  FITID: 'A1',
  ...of,
});

/** One file of one statement of one transaction. */
export const ofxOf = (of: OfxTransaction, dialect: Dialect = 'open'): string =>
  ofxFile([ofxStatement([transaction(of)], { dialect })], dialect);
