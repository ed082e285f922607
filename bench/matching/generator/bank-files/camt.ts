/** Lines as camt.053.001.08: one entry and one detail for each. @see ISO 20022 `BkToCstmrStmt/Stmt` */
import type { BenchLine } from '../../types.ts';
import { decimal, type DayStatement } from './statement.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const indicator = (minor: number): string => (minor < 0 ? 'DBIT' : 'CRDT');

const balance = (kind: string, minor: number, { currency, date }: DayStatement): string => `<Bal>
<Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp>
<Amt Ccy="${currency}">${decimal(minor, '.')}</Amt><CdtDbtInd>${indicator(minor)}</CdtDbtInd>
<Dt><Dt>${date}</Dt></Dt>
</Bal>
`;

const optional = (text: string, write: (escapedText: string) => string): string =>
  text === '' ? '' : write(escaped(text));

function references({ id, e2e }: BenchLine): string {
  const endToEndId = e2e === '' ? 'NOTPROVIDED' : escaped(e2e);
  return `<Refs><AcctSvcrRef>L${id}</AcctSvcrRef><EndToEndId>${endToEndId}</EndToEndId></Refs>`;
}

function instructed({ instd }: BenchLine): string {
  if (instd === null) return '';
  const rate = `<CcyXchg><SrcCcy>${instd.ccy}</SrcCcy><TrgtCcy>EUR</TrgtCcy><XchgRate>${instd.rate}</XchgRate></CcyXchg>`;
  const amount = `<Amt Ccy="${instd.ccy}">${decimal(instd.amount, '.')}</Amt>`;
  return `<AmtDtls><InstdAmt>${amount}${rate}</InstdAmt></AmtDtls>`;
}

function party({ amount, name, iban }: BenchLine): string {
  if (name === '' && iban === '') return '';
  const role = amount < 0 ? 'Cdtr' : 'Dbtr';
  const named = optional(name, (text) => `<${role}><Pty><Nm>${text}</Nm></Pty></${role}>`);
  const account = optional(iban, (text) => `<${role}Acct><Id><IBAN>${text}</IBAN></Id></${role}Acct>`);
  return `<RltdPties>${named}${account}</RltdPties>`;
}

/** Lines as they were broken, cut where the element is full. @see `Max140Text` */
function remittance({ text, sref }: BenchLine): string {
  const pieces = text.split('\n').flatMap((line) => line.match(/.{1,140}/gu) ?? []);
  const unstructured = pieces.map((piece) => `<Ustrd>${escaped(piece)}</Ustrd>`).join('');
  const type = /^\d{27}$/.test(sref) ? '<Prtry>QRR</Prtry>' : '<Cd>SCOR</Cd>';
  const reference = `<CdtrRefInf><Tp><CdOrPrtry>${type}</CdOrPrtry></Tp><Ref>${sref}</Ref></CdtrRefInf>`;
  const structured = sref === '' ? '' : `<Strd>${reference}</Strd>`;
  return unstructured + structured === '' ? '' : `<RmtInf>${unstructured}${structured}</RmtInf>`;
}

function bankCode(code: string): string {
  const [domain = '', family = '', subFamily = ''] = code.split('-');
  return `<BkTxCd><Domn><Cd>${domain}</Cd><Fmly><Cd>${family}</Cd><SubFmlyCd>${subFamily}</SubFmlyCd></Fmly></Domn></BkTxCd>`;
}

const returned = ({ code }: BenchLine): string =>
  code === 'PMNT-RDDT-UPDD' ? '<RtrInf><Rsn><Cd>MS03</Cd></Rsn></RtrInf>' : '';

function entry(line: BenchLine, { currency, date }: DayStatement): string {
  const amount = `<Amt Ccy="${currency}">${decimal(line.amount, '.')}</Amt>`;
  const batch = optional(line.batchId, (id) => `<Btch><PmtInfId>${id}</PmtInfId></Btch>`);
  return `<Ntry>
${amount}<CdtDbtInd>${indicator(line.amount)}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>${date}</Dt></BookgDt><ValDt><Dt>${date}</Dt></ValDt><AcctSvcrRef>L${line.id}</AcctSvcrRef>
${bankCode(line.code)}
<NtryDtls>${batch}<TxDtls>${references(line)}${amount}<CdtDbtInd>${indicator(line.amount)}</CdtDbtInd>
${instructed(line)}${party(line)}${remittance(line)}${returned(line)}</TxDtls></NtryDtls>
</Ntry>
`;
}

/** A whole document with one statement. */
export function camtText(statement: DayStatement): string {
  const { account, currency, date, sequence, openingMinor, closingMinor, lines } = statement;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
<BkToCstmrStmt>
<GrpHdr><MsgId>${account}-${sequence}</MsgId><CreDtTm>${date}T23:30:00+01:00</CreDtTm></GrpHdr>
<Stmt>
<Id>${account}-${sequence}</Id><ElctrncSeqNb>${sequence}</ElctrncSeqNb><CreDtTm>${date}T23:30:00+01:00</CreDtTm>
<FrToDt><FrDtTm>${date}T00:00:00+01:00</FrDtTm><ToDtTm>${date}T23:59:59+01:00</ToDtTm></FrToDt>
<Acct><Id><IBAN>${account}</IBAN></Id><Ccy>${currency}</Ccy></Acct>
${balance('OPBD', openingMinor, statement)}${balance('CLBD', closingMinor, statement)}${lines
    .map((line) => entry(line, statement))
    .join('')}</Stmt>
</BkToCstmrStmt>
</Document>
`;
}
