/** What stands around the entries of a statement: account, balances, period, totals. @see ISO 20022 `Stmt` */
import { parseCurrency, type CurrencyCode } from '../../domain/currency.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { parseAmount } from '../../domain/money.ts';
import type { Finding } from '../../domain/statement.ts';
import type { ControlTotals } from '../check-statement.ts';
import { refusal } from '../findings.ts';
import type { StatementEnd } from '../statement-summary.ts';
import { normalizeAccount } from '../written-values.ts';
import type { XmlElement } from '../xml-elements.ts';
import { provingBalances, readBalance, type NamedBalance } from './balance.ts';
import { find, firstText, positionOf, readDate, textAt } from './read-element.ts';

export type CamtHead = Readonly<{
  /** Takes a direct child that is no entry; answers with what was odd about it. */
  take: (child: XmlElement) => Finding | null;
  /** The account in comparable form, once it was read. */
  ownAccount: () => string | null;
  /** @param firstEntryCurrency - the currency to fall back to. */
  values: (firstEntryCurrency: CurrencyCode | null) => Omit<StatementEnd, 'statementIndex' | 'findings' | 'at'>;
}>;

export function camtHead(): CamtHead {
  const balances: NamedBalance[] = [];
  const texts = new Map<string, string>();
  let accountAsWritten: string | null = null;
  let accountCurrency: CurrencyCode | null = null;
  let period: Readonly<{ fromDate: LocalDate | null; toDate: LocalDate | null }> = { fromDate: null, toDate: null };
  let summary: XmlElement | null = null;

  return {
    take(child) {
      if (child.name === 'Bal') {
        const read = readBalance(child);
        balances.push(read.balance);
        return read.finding;
      }
      if (child.name === 'Acct') {
        accountAsWritten = accountOf(child);
        accountCurrency = currencyOf(child);
      } else if (child.name === 'FrToDt') {
        period = { fromDate: edgeOf(child, 'Fr'), toDate: edgeOf(child, 'To') };
      } else if (child.name === 'TxsSummry') {
        summary = child;
      } else if (child.name === 'Id' || child.name === 'LglSeqNb' || child.name === 'ElctrncSeqNb') {
        texts.set(child.name, child.text.trim());
      }
      return null;
    },
    ownAccount: () => (accountAsWritten === null ? null : normalizeAccount(accountAsWritten)),
    values(firstEntryCurrency) {
      const { opening, closing } = provingBalances(balances);
      // Available balances come last: some banks show them in another currency.
      const currency =
        accountCurrency ??
        opening?.amount.currency ??
        closing?.amount.currency ??
        firstEntryCurrency ??
        balances[0]?.amount.currency ??
        null;
      return {
        bankStatementId: texts.get('Id') || null,
        sequence: texts.get('LglSeqNb') || texts.get('ElctrncSeqNb') || null,
        accountAsWritten,
        accountIban: null,
        currency,
        ...period,
        openingBalance: opening,
        closingBalance: closing,
        additionalInformation: null,
        totals: summary === null || currency === null ? null : controlTotals(summary, currency),
      };
    },
  };
}

/** IBAN, else the bank's own number; `PrtryAcct` and `BBAN` in version 01. */
const accountOf = (account: XmlElement): string | null =>
  firstText(
    find(account, 'Id', 'IBAN'),
    find(account, 'Id', 'Othr', 'Id'),
    find(account, 'Id', 'PrtryAcct', 'Id'),
    find(account, 'Id', 'BBAN'),
  );

function currencyOf(account: XmlElement): CurrencyCode | null {
  const written = textAt(account, 'Ccy');
  if (written === null) return null;
  const parsed = parseCurrency(written);
  if (parsed.ok) return parsed.value;
  const what = `The account's currency "${written.slice(0, 20)}" is not in ISO 4217`;
  throw refusal('ingest.currency_unknown', what, positionOf(account, 'Acct/Ccy'), written);
}

const edgeOf = (period: XmlElement, edge: 'Fr' | 'To'): LocalDate | null =>
  readDate(find(period, `${edge}DtTm`) ?? find(period, `${edge}Dt`), `FrToDt/${edge}DtTm`);

/** An unreadable total counts as a different one: -1 equals nothing. */
function controlTotals(summary: XmlElement, currency: CurrencyCode): ControlTotals {
  const countAt = (name: string): number | null => {
    const written = textAt(summary, name, 'NbOfNtries');
    return written === null ? null : /^\d{1,15}$/.test(written) ? +written : -1;
  };
  const sumAt = (name: string): bigint | null => {
    const written = textAt(summary, name, 'Sum');
    if (written === null) return null;
    const parsed = parseAmount(written, currency);
    return parsed.ok ? parsed.value.minor : -1n;
  };
  return {
    entryCount: countAt('TtlNtries'),
    creditCount: countAt('TtlCdtNtries'),
    debitCount: countAt('TtlDbtNtries'),
    sumMinor: sumAt('TtlNtries'),
    creditsMinor: sumAt('TtlCdtNtries'),
    debitsMinor: sumAt('TtlDbtNtries'),
  };
}
