/**
 * Writes a statement as a bank writes camt.053: element order as in the ISO 20022 schemas of versions 02 and 08.
 * The versions differ where a party got a wrapper (`Pty`), a BIC its new name, and a status its `Cd`.
 */
import { companyName } from './company.ts';
import type { BookedEntry, DemoPayment } from './model.ts';
import { amountOf, decimal, signedSum } from './money-text.ts';
import type { DemoStatement } from './statement.ts';

type Camt053Version = '02' | '08';

type Lines = readonly string[];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const leaf = (name: string, text: string, attributes = ''): string =>
  `<${name}${attributes}>${escaped(text)}</${name}>`;
const inside = (name: string, ...children: readonly (string | Lines)[]): Lines => {
  const lines = children.flat().map((line) => `  ${line}`);
  return lines.length === 0 ? [] : [`<${name}>`, ...lines, `</${name}>`];
};
const when = <T>(value: T | null, write: (value: T) => Lines): Lines => (value === null ? [] : write(value));

const amount = (name: string, minor: bigint): string => leaf(name, decimal(minor), ' Ccy="EUR"');
const indicator = (isCredit: boolean): string => leaf('CdtDbtInd', isCredit ? 'CRDT' : 'DBIT');
const absolute = (minor: bigint): bigint => (minor < 0n ? -minor : minor);

function bankTransactionCode([domain, family, subFamily]: readonly [string, string, string]): Lines {
  return inside(
    'BkTxCd',
    inside('Domn', leaf('Cd', domain), inside('Fmly', leaf('Cd', family), leaf('SubFmlyCd', subFamily))),
  );
}

function party(entry: BookedEntry, { name, iban }: DemoPayment, version: Camt053Version): Lines {
  const role = entry.side === 'credit' ? 'Dbtr' : 'Cdtr';
  return inside(
    'RltdPties',
    when(name, (text) => inside(role, version === '02' ? leaf('Nm', text) : inside('Pty', leaf('Nm', text)))),
    when(iban, (text) => inside(`${role}Acct`, inside('Id', leaf('IBAN', text)))),
  );
}

function remittance({ remittance: lines, creditorReference }: DemoPayment): Lines {
  return inside(
    'RmtInf',
    lines.map((line) => leaf('Ustrd', line)),
    when(creditorReference, (reference) =>
      inside(
        'Strd',
        inside('CdtrRefInf', inside('Tp', inside('CdOrPrtry', leaf('Cd', 'SCOR'))), leaf('Ref', reference)),
      ),
    ),
  );
}

function instructedAmount({ instructed, amountMinor }: DemoPayment, version: Camt053Version): Lines {
  const exchange = when(instructed, ({ currency, rate }) =>
    inside(
      'CcyXchg',
      leaf('SrcCcy', currency),
      leaf('TrgtCcy', 'EUR'),
      leaf('UnitCcy', currency),
      leaf('XchgRate', rate),
    ),
  );
  const ordered = when(instructed, ({ amount: value, currency }) =>
    inside('InstdAmt', leaf('Amt', value, ` Ccy="${currency}"`), exchange),
  );
  // Version 02 has no amount of its own in a detail: it stands here.
  const booked = version === '02' || instructed !== null ? inside('TxAmt', amount('Amt', amountMinor)) : [];
  return inside('AmtDtls', ordered, booked);
}

function transaction(entry: BookedEntry, payment: DemoPayment, version: Camt053Version): Lines {
  return inside(
    'TxDtls',
    inside(
      'Refs',
      leaf('EndToEndId', payment.endToEndId ?? 'NOTPROVIDED'),
      when(payment.mandateId, (mandate) => [leaf('MndtId', mandate)]),
    ),
    version === '02' ? [] : [amount('Amt', payment.amountMinor), indicator(entry.side === 'credit')],
    instructedAmount(payment, version),
    party(entry, payment, version),
    remittance(payment),
    when(payment.returnReason, (code) => inside('RtrInf', inside('Rsn', leaf('Cd', code)))),
  );
}

function entryDetails(entry: BookedEntry, version: Camt053Version): Lines {
  if (entry.shows === 'none') return [];
  const isBatch = entry.batchCount !== null || entry.payments.length > 1;
  const batch = isBatch
    ? inside(
        'Btch',
        leaf('NbOfTxs', String(entry.batchCount ?? entry.payments.length)),
        amount('TtlAmt', amountOf(entry)),
        indicator(entry.side === 'credit'),
      )
    : [];
  const details = entry.shows === 'count' ? [] : entry.payments.map((payment) => transaction(entry, payment, version));
  return inside('NtryDtls', batch, details.flat());
}

function entryElement(entry: BookedEntry, { date }: DemoStatement, version: Camt053Version): Lines {
  return inside(
    'Ntry',
    amount('Amt', amountOf(entry)),
    indicator(entry.side === 'credit'),
    entry.isReversal ? [leaf('RvslInd', 'true')] : [],
    version === '02' ? leaf('Sts', 'BOOK') : inside('Sts', leaf('Cd', 'BOOK')),
    inside('BookgDt', leaf('Dt', date)),
    inside('ValDt', leaf('Dt', date)),
    when(entry.bankReference, (reference) => [leaf('AcctSvcrRef', reference)]),
    bankTransactionCode(entry.code.iso),
    entryDetails(entry, version),
    leaf('AddtlNtryInf', entry.label),
  );
}

function balance(code: 'OPBD' | 'CLBD', minor: bigint, date: string): Lines {
  return inside(
    'Bal',
    inside('Tp', inside('CdOrPrtry', leaf('Cd', code))),
    amount('Amt', absolute(minor)),
    indicator(minor >= 0n),
    inside('Dt', leaf('Dt', date)),
  );
}

function totals(name: string, entries: readonly BookedEntry[]): Lines {
  return inside(name, leaf('NbOfNtries', String(entries.length)), leaf('Sum', decimal(absolute(signedSum(entries)))));
}

function ownAccount({ account }: DemoStatement, version: Camt053Version): Lines {
  return inside(
    'Acct',
    inside('Id', leaf('IBAN', account.iban)),
    leaf('Ccy', 'EUR'),
    inside('Ownr', leaf('Nm', companyName)),
    inside(
      'Svcr',
      inside('FinInstnId', leaf(version === '02' ? 'BIC' : 'BICFI', account.bic), leaf('Nm', account.bank)),
    ),
  );
}

/** The whole document, UTF-8 text with a final line break. */
export function camt053File(statement: DemoStatement, version: Camt053Version): string {
  const { account, date, sequence, entries } = statement;
  const credits = entries.filter((entry) => entry.side === 'credit');
  const debits = entries.filter((entry) => entry.side === 'debit');
  const id = `${account.bic.slice(0, 4)}-${account.iban.slice(-6)}-${sequence}`;
  const created = leaf('CreDtTm', `${date}T21:30:00+01:00`);
  const body = inside(
    'BkToCstmrStmt',
    inside(
      'GrpHdr',
      leaf('MsgId', `M${id}`),
      created,
      inside('MsgPgntn', leaf('PgNb', '1'), leaf('LastPgInd', 'true')),
    ),
    inside(
      'Stmt',
      leaf('Id', id),
      leaf('ElctrncSeqNb', String(sequence)),
      created,
      inside('FrToDt', leaf('FrDtTm', `${date}T00:00:00+01:00`), leaf('ToDtTm', `${date}T23:59:59+01:00`)),
      ownAccount(statement, version),
      balance('OPBD', statement.openingMinor, date),
      balance('CLBD', statement.closingMinor, date),
      inside('TxsSummry', totals('TtlCdtNtries', credits), totals('TtlDbtNtries', debits)),
      entries.flatMap((entry) => entryElement(entry, statement, version)),
    ),
  );
  const root = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}">`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', root, ...body, '</Document>', ''].join('\n');
}
