/** Small camt.053 texts for tests: one statement, whatever stands inside. */

const balance = (type: string, amount: string): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>` +
  '<Dt><Dt>2026-03-02</Dt></Dt></Bal>';

export const ownIban = 'FR7630006000011234567890189';

export const camt053 = (content: string): string =>
  '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>' +
  `<Id>S-1</Id><Acct><Id><IBAN>${ownIban}</IBAN></Id><Ccy>EUR</Ccy></Acct>${content}` +
  '</Stmt></BkToCstmrStmt></Document>';

export const statement = (opening: string, closing: string, ...entries: readonly string[]): string =>
  camt053(balance('OPBD', opening) + balance('CLBD', closing) + entries.join(''));

type EntryParts = Readonly<{ amount?: string; side?: string; status?: string; more?: string }>;

export const ntry = ({ amount = '1.00', side = 'CRDT', status = 'BOOK', more = '' }: EntryParts = {}): string =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd><Sts><Cd>${status}</Cd></Sts>` +
  `<BookgDt><Dt>2026-03-02</Dt></BookgDt>${more}</Ntry>`;
