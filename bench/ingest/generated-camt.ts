/** The camt.053.001.08 spelling of generated entries: 1,023 bytes an entry on average, one element a line. */
import type { StatementPlan } from './generate.ts';
import { dayOf, decimal, entryAt, type GeneratedDetail } from './generated-entries.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const camtHead = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
<BkToCstmrStmt>
<GrpHdr><MsgId>GENERATED</MsgId><CreDtTm>2026-03-03T02:00:00+01:00</CreDtTm></GrpHdr>
`;
export const camtStatementFoot = '</Stmt>\n';
export const camtFoot = '</BkToCstmrStmt>\n</Document>\n';

const balance = (kind: string, minor: bigint, day: string): string => `<Bal>
<Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp>
<Amt Ccy="EUR">${decimal(minor < 0n ? -minor : minor, '.')}</Amt>
<CdtDbtInd>${minor < 0n ? 'DBIT' : 'CRDT'}</CdtDbtInd>
<Dt><Dt>${day}</Dt></Dt>
</Bal>
`;

export function camtStatementHead({ statementIndex, openingMinor, closingMinor }: StatementPlan): string {
  const day = dayOf(statementIndex);
  return `<Stmt>
<Id>STMT-${statementIndex + 1}</Id>
<ElctrncSeqNb>${statementIndex + 1}</ElctrncSeqNb>
<CreDtTm>${day}T23:00:00+01:00</CreDtTm>
<FrToDt><FrDtTm>${day}T00:00:00+01:00</FrDtTm><ToDtTm>${day}T23:59:59+01:00</ToDtTm></FrToDt>
<Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>EUR</Ccy></Acct>
${balance('OPBD', openingMinor, day)}${balance('CLBD', closingMinor, day)}`;
}

export function camtEntryText(entryIndex: number, { statementIndex }: StatementPlan): string {
  const { side, amountMinor, reference, details } = entryAt(entryIndex);
  const day = dayOf(statementIndex);
  const indicator = side === 'credit' ? 'CRDT' : 'DBIT';
  const family = side === 'credit' ? 'RCDT' : 'ICDT';
  const batch = details.length > 1 ? `<Btch><NbOfTxs>${details.length}</NbOfTxs></Btch>` : '';
  const detailTexts = details.map((detail, detailIndex) =>
    detailText(detail, side, `E2E-${entryIndex}-${detailIndex}`),
  );
  return `<Ntry>
  <Amt Ccy="EUR">${decimal(amountMinor, '.')}</Amt>
  <CdtDbtInd>${indicator}</CdtDbtInd>
  <Sts><Cd>BOOK</Cd></Sts>
  <BookgDt><Dt>${day}</Dt></BookgDt>
  <ValDt><Dt>${day}</Dt></ValDt>
  <AcctSvcrRef>${reference}</AcctSvcrRef>
  <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>${family}</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
  <NtryDtls>${batch}
${detailTexts.join('')}  </NtryDtls>
</Ntry>
`;
}

function detailText(detail: GeneratedDetail, side: 'credit' | 'debit', endToEndId: string): string {
  const role = side === 'credit' ? 'Dbtr' : 'Cdtr';
  return `  <TxDtls>
    <Refs>
      <InstrId>I-${endToEndId}</InstrId>
      <EndToEndId>${endToEndId}</EndToEndId>
    </Refs>
    <Amt Ccy="EUR">${decimal(detail.amountMinor, '.')}</Amt>
    <CdtDbtInd>${side === 'credit' ? 'CRDT' : 'DBIT'}</CdtDbtInd>
    <RltdPties>
      <${role}><Pty><Nm>${escaped(detail.name)}</Nm><PstlAdr><Ctry>FR</Ctry></PstlAdr></Pty></${role}>
      <${role}Acct><Id><IBAN>${detail.iban}</IBAN></Id></${role}Acct>
    </RltdPties>
    <RltdAgts><${role}Agt><FinInstnId><BICFI>AGRIFRPPXXX</BICFI></FinInstnId></${role}Agt></RltdAgts>
    <RmtInf><Ustrd>${escaped(detail.remittance)}</Ustrd></RmtInf>
  </TxDtls>
`;
}
