import { absolute, bankAccount, dayBefore, decimalOf, type BankDay } from './days.ts';

type CamtStyle = Readonly<{
  /** `p` writes `<p:Document>`. */
  prefix?: string;
  indent?: boolean;
  lineEnd?: string;
  /** `TxsSummry`: the bank's own counts. */
  withTotals?: boolean;
  messageId?: string;
}>;

/** One camt.053.001.08 with one statement a day. */
export function writeCamt053(days: readonly BankDay[], style: CamtStyle = {}): string {
  const {
    prefix = '',
    indent = true,
    lineEnd = '\n',
    withTotals = false,
    messageId = `MSG-${days[0]?.sequence ?? 0}`,
  } = style;
  const name = prefix === '' ? '' : `${prefix}:`;
  const declared = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<Document ${declared}="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">`,
    '<BkToCstmrStmt>',
    `<GrpHdr><MsgId>${messageId}</MsgId><CreDtTm>2026-06-01T06:00:00</CreDtTm></GrpHdr>`,
    ...days.flatMap((day) => statementLines(day, withTotals)),
    '</BkToCstmrStmt>',
    '</Document>',
    '',
  ];
  const text = lines.map((line) => line.replace(/<(\/?)([A-Z])/g, `<$1${name}$2`)).join(indent ? lineEnd : '');
  return indent ? text : text.trimEnd();
}

function statementLines(day: BankDay, withTotals: boolean): readonly string[] {
  const { iban } = bankAccount;
  return [
    `<Stmt><Id>STMT-${day.sequence}</Id><ElctrncSeqNb>${day.sequence}</ElctrncSeqNb>`,
    `<FrToDt><FrDtTm>${day.date}T00:00:00</FrDtTm><ToDtTm>${day.date}T23:59:59</ToDtTm></FrToDt>`,
    `<Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>`,
    balance('OPBD', day.openingMinor, dayBefore(day.date)),
    balance('CLBD', day.closingMinor, day.date),
    ...(withTotals ? [totals(day)] : []),
    ...day.entries.flatMap((entry) => [
      '<Ntry>',
      `<Amt Ccy="EUR">${decimalOf(entry.amountMinor)}</Amt><CdtDbtInd>${sideOf(entry.side === 'credit')}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>`,
      `<BookgDt><Dt>${day.date}</Dt></BookgDt><ValDt><Dt>${entry.valueDate}</Dt></ValDt>`,
      `<AcctSvcrRef>${entry.reference}</AcctSvcrRef>`,
      `<NtryDtls><TxDtls><RmtInf><Ustrd>${entry.text}</Ustrd></RmtInf></TxDtls></NtryDtls>`,
      '</Ntry>',
    ]),
    '</Stmt>',
  ];
}

const sideOf = (isCredit: boolean): string => (isCredit ? 'CRDT' : 'DBIT');

const balance = (type: string, minor: bigint, date: string): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${decimalOf(absolute(minor))}</Amt>` +
  `<CdtDbtInd>${sideOf(minor >= 0n)}</CdtDbtInd><Dt><Dt>${date}</Dt></Dt></Bal>`;

function totals({ entries }: BankDay): string {
  const group = (name: string, side: 'credit' | 'debit'): string => {
    const own = entries.filter((entry) => entry.side === side);
    const sum = own.reduce((total, { amountMinor }) => total + amountMinor, 0n);
    return `<${name}><NbOfNtries>${own.length}</NbOfNtries><Sum>${decimalOf(sum)}</Sum></${name}>`;
  };
  return `<TxsSummry>${group('TtlCdtNtries', 'credit')}${group('TtlDbtNtries', 'debit')}</TxsSummry>`;
}
