/** One transaction `STMTTRN`, or `STMTTRNP` when it is pending: an entry with one detail. */
import { isIban } from '../../domain/check-digits.ts';
import { parseCurrency, type CurrencyCode } from '../../domain/currency.ts';
import { money } from '../../domain/money.ts';
import type { Entry, EntryDetail, SourcePosition } from '../../domain/statement.ts';
import { refusal } from '../findings.ts';
import { normalizeAccount, realReference } from '../written-values.ts';
import { ibanOfAccount } from './account.ts';
import type { Fields } from './fields.ts';
import { readAmount, readDate, requiredDate } from './values.ts';

/** What is read of a transaction, by its path inside it. */
export const transactionPaths: ReadonlySet<string> = new Set([
  ...'TRNTYPE DTPOSTED DTTRAN DTAVAIL TRNAMT FITID CHECKNUM REFNUM NAME EXTDNAME PAYEE/NAME MEMO CORRECTFITID'.split(
    ' ',
  ),
  ...'CURRENCY/CURSYM CURRENCY/CURRATE ORIGCURRENCY/CURSYM ORIGCURRENCY/CURRATE'.split(' '),
  ...'BANKACCTTO/BANKID BANKACCTTO/BRANCHID BANKACCTTO/ACCTID BANKACCTTO/ACCTKEY CCACCTTO/ACCTID'.split(' '),
]);

/**
 * @param statementCurrency - `CURDEF`; null when the bank left it empty.
 * @throws IngestRefusal `ingest.amount_…`, `ingest.currency_unknown`, `ingest.date_unreadable`
 */
export function readTransaction(
  of: Fields,
  entryIndex: number,
  statementCurrency: CurrencyCode | null,
  isPending: boolean,
  at: SourcePosition,
): Entry {
  const currency = currencyOf(of, statementCurrency, at);
  const written = of.get('TRNAMT');
  if (written === null) throw refusal('ingest.amount_missing', 'The transaction has no TRNAMT', at);
  const { minor } = readAmount(written, currency, at);
  const side = minor < 0n ? 'debit' : 'credit';
  const amount = money(minor < 0n ? -minor : minor, currency);
  const dateName = isPending ? 'DTTRAN' : 'DTPOSTED';
  const bookingDate = requiredDate(of.get(dateName) ?? '', dateName, at);
  const reference = realReference(of.get('REFNUM'));
  const checkNumber = realReference(of.get('CHECKNUM'));
  const detail: EntryDetail = {
    amount,
    side,
    endToEndId: reference ?? checkNumber,
    counterpartyName: oneLine(of.get('EXTDNAME') ?? of.get('NAME') ?? of.get('PAYEE/NAME')),
    counterpartyIban: otherIban(of),
    ultimateCounterpartyName: null,
    // OFX gives the other currency and a rate, never the amount in it.
    instructedAmount: null,
    exchangeRate: rateOf(of, statementCurrency),
    charges: null,
    remittance: linesOf(of.get('MEMO')),
    creditorReference: null,
    mandateId: null,
    returnReason: null,
  };
  const notes = [
    ...(reference !== null && checkNumber !== null && reference !== checkNumber ? [`CHECKNUM ${checkNumber}`] : []),
    ...originalCurrency(of, statementCurrency),
  ];
  return {
    entryIndex,
    amount,
    side,
    isReversal: false,
    status: isPending ? 'pending' : 'booked',
    bookingDate,
    valueDate: readDate(of.get('DTAVAIL') ?? ''),
    bankTransactionCode: of.get('TRNTYPE'),
    accountServicerReference: realReference(of.get('FITID')),
    additionalInformation: notes.length === 0 ? null : notes.join('\n'),
    batchCount: null,
    batchReference: null,
    charges: null,
    details: saysSomething(detail) ? [detail] : [],
    at,
  };
}

/** `CURRENCY` says that the amount is in another currency than the account; `ORIGCURRENCY`, that it was converted. */
function currencyOf(of: Fields, statementCurrency: CurrencyCode | null, at: SourcePosition): CurrencyCode {
  const own = of.get('CURRENCY/CURSYM');
  const code = own ?? statementCurrency ?? '';
  const parsed = parseCurrency(code);
  if (parsed.ok) return parsed.value;
  const what = code === '' ? 'Neither CURDEF nor the transaction names a currency' : `"${code}" is not in ISO 4217`;
  throw refusal('ingest.currency_unknown', what, at, own);
}

const isForeign = (code: string | null, statementCurrency: CurrencyCode | null): boolean =>
  code !== null && statementCurrency !== null && code !== statementCurrency;

function rateOf(of: Fields, statementCurrency: CurrencyCode | null): string | null {
  for (const aggregate of ['ORIGCURRENCY', 'CURRENCY']) {
    const rate = of.get(`${aggregate}/CURRATE`)?.replace(',', '.') ?? '';
    if (isForeign(of.get(`${aggregate}/CURSYM`), statementCurrency) && /^\d{1,20}(?:\.\d{1,20})?$/.test(rate))
      return rate;
  }
  return null;
}

function originalCurrency(of: Fields, statementCurrency: CurrencyCode | null): readonly string[] {
  const code = of.get('ORIGCURRENCY/CURSYM');
  return isForeign(code, statementCurrency) ? [`ORIGCURRENCY ${code ?? ''}`] : [];
}

function otherIban(of: Fields): string | null {
  const card = normalizeAccount(of.get('CCACCTTO/ACCTID') ?? '');
  return ibanOfAccount((name) => of.get(`BANKACCTTO/${name}`)) ?? (isIban(card) ? card : null);
}

const oneLine = (text: string | null): string | null => text?.replace(/\s*[\r\n]\s*/g, ' ') ?? null;

const linesOf = (text: string | null): readonly string[] =>
  (text ?? '')
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const saysSomething = ({
  endToEndId,
  counterpartyName,
  counterpartyIban,
  exchangeRate,
  remittance,
}: EntryDetail): boolean =>
  remittance.length > 0 ||
  [endToEndId, counterpartyName, counterpartyIban, exchangeRate].some((value) => value !== null);
