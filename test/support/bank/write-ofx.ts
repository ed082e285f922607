import { bankAccount, compactDate, decimalOf, signedMinor, type BankDay } from './days.ts';

/** OFX 1.02, SGML: one file a day. It has a closing balance and no opening one. */
export function writeOfx(day: BankDay, lineEnd = '\r\n'): string {
  const { bank, branch, number } = bankAccount;
  const header =
    'OFXHEADER:100 DATA:OFXSGML VERSION:102 SECURITY:NONE ENCODING:USASCII CHARSET:1252 COMPRESSION:NONE ' +
    'OLDFILEUID:NONE NEWFILEUID:NONE';
  const date = compactDate(day.date);
  return [
    ...header.split(' '),
    '',
    '<OFX>',
    `<SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>${date}070000<LANGUAGE>FRA</SONRS></SIGNONMSGSRSV1>`,
    '<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS>',
    `<STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>${bank}<BRANCHID>${branch}<ACCTID>${number}<ACCTTYPE>CHECKING</BANKACCTFROM>`,
    `<BANKTRANLIST><DTSTART>${date}<DTEND>${date}`,
    ...day.entries.map(
      (entry, index) =>
        `<STMTTRN><TRNTYPE>${entry.side === 'credit' ? 'CREDIT' : 'DEBIT'}<DTPOSTED>${date}` +
        `<TRNAMT>${decimalOf(signedMinor(entry))}<FITID>${day.sequence}-${index}-${entry.reference}` +
        `<NAME>${entry.text.normalize('NFD').replace(/[^\u0020-\u007E]/g, '')}</STMTTRN>`,
    ),
    '</BANKTRANLIST>',
    `<LEDGERBAL><BALAMT>${decimalOf(day.closingMinor)}<DTASOF>${date}</LEDGERBAL>`,
    '</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>',
    '',
  ].join(lineEnd);
}
