/** Statements written for the decision scripts: small, of any length, and their balances hold. */

const amountOf = (entryIndex: number): bigint => 10_000n + BigInt((entryIndex * 7_919) % 900_000);
const decimal = (minor: bigint, point: '.' | ','): string =>
  `${minor / 100n}${point}${String(minor % 100n).padStart(2, '0')}`;

function sumOf(entryCount: number): bigint {
  let sum = 0n;
  for (let index = 0; index < entryCount; index++) sum += amountOf(index);
  return sum;
}

const camtEntry = (index: number): string => `
<Ntry><Amt Ccy="EUR">${decimal(amountOf(index), '.')}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>2026-03-02</Dt></BookgDt><ValDt><Dt>2026-03-02</Dt></ValDt><AcctSvcrRef>S${index}</AcctSvcrRef>
<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
<NtryDtls><TxDtls><Refs><EndToEndId>00${String(index).padStart(6, '0')}</EndToEndId></Refs>
<Amt Ccy="EUR">${decimal(amountOf(index), '.')}</Amt><CdtDbtInd>CRDT</CdtDbtInd>
<RltdPties><Dbtr><Pty><Nm>Atelier Lin &amp; Fils ${index % 97}</Nm></Pty></Dbtr>
<DbtrAcct><Id><IBAN>FR7612345678901234567890185</IBAN></Id></DbtrAcct></RltdPties>
<RmtInf><Ustrd>Facture 2026-${index} du 15 janvier, merci de votre livraison</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;

const camtBalance = (kind: string, minor: bigint): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${decimal(minor, '.')}</Amt>` +
  `<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-02</Dt></Dt></Bal>`;

/** A camt.053.001.08 of one statement, about 1 KB an entry. */
export function camtStatement(entryCount: number): string {
  const entries = Array.from({ length: entryCount }, (_, index) => camtEntry(index)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-03-03T02:00:00+01:00</CreDtTm></GrpHdr>
<Stmt><Id>0042</Id><ElctrncSeqNb>42</ElctrncSeqNb><CreDtTm>2026-03-03T02:00:00+01:00</CreDtTm>
<FrToDt><FrDtTm>2026-03-02T00:00:00+01:00</FrDtTm><ToDtTm>2026-03-02T23:59:59+01:00</ToDtTm></FrToDt>
<Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>EUR</Ccy></Acct>
${camtBalance('OPBD', 100_000n)}${camtBalance('CLBD', 100_000n + sumOf(entryCount))}${entries}
</Stmt></BkToCstmrStmt></Document>
`;
}

/** An MT940 message of one statement. `lines` are its `:61:` lines, each with a `:86:` after it. */
export function mt940Statement(lines: readonly string[], closing: string): string {
  const entries = lines.flatMap((line) => [`:61:${line}`, ':86:166?00VIREMENT?20FACTURE 2026-17']);
  return [
    ':20:STARTUMS',
    ':25:12345678/0000123456',
    ':28C:42/1',
    ':60F:C260301EUR1000,00',
    ...entries,
    closing,
    '-',
    '',
  ].join('\r\n');
}
