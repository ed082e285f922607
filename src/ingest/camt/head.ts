/** What stands around the entries of a statement: account, balances, period, totals. @see ISO 20022 `Stmt` */
import { parseCurrency, type CurrencyCode } from '../../domain/currency.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { parseAmount } from '../../domain/money.ts';
import { roleOfFormat, type Finding, type StatementFormat } from '../../domain/statement.ts';
import type { ControlTotals } from '../check-statement.ts';
import { refusal } from '../findings.ts';
import type { StatementEnd } from '../statement-summary.ts';
import { normalizeAccount } from '../written-values.ts';
import type { XmlElement } from '../xml-elements.ts';
import { provingBalances, readBalance, type NamedBalance } from './balance.ts';
import { readPage, type Page } from './pages.ts';
import { child, plainDecimal, positionOf, readDate, textAt } from './read-element.ts';

type HeadValues = Readonly<{ end: Omit<StatementEnd, 'statementIndex' | 'findings' | 'at'>; page: Page | null }>;

type CamtHead = Readonly<{
  /** Takes a direct child that is no entry; answers with what was odd about it. */
  take: (child: XmlElement) => Finding | null;
  /** The account in comparable form, once it was read. */
  ownAccount: () => string | null;
  /**
   * @param firstEntryCurrency - the currency to fall back to.
   * @param messagePage - the page of the message, where the statement has no word of its own.
   */
  values: (firstEntryCurrency: CurrencyCode | null, messagePage: Page | null) => HeadValues;
}>;

/** What the bank says of the statement, report or notification as a whole. */
const additionalNames = ['AddtlStmtInf', 'AddtlRptInf', 'AddtlNtfctnInf'] as const;
const keptTexts: ReadonlySet<string> = new Set(['Id', 'LglSeqNb', 'ElctrncSeqNb', ...additionalNames]);

export function camtHead(format: StatementFormat): CamtHead {
  const balances: NamedBalance[] = [];
  const texts = new Map<string, string>();
  let accountAsWritten: string | null = null;
  let accountCurrency: CurrencyCode | null = null;
  let period: Readonly<{ fromDate: LocalDate | null; toDate: LocalDate | null }> = { fromDate: null, toDate: null };
  let summary: XmlElement | null = null;
  let pagination: XmlElement | null = null;

  return {
    take(element) {
      if (element.name === 'Bal') {
        const read = readBalance(element);
        balances.push(read.balance);
        return read.finding;
      }
      if (element.name === 'Acct') {
        accountAsWritten = accountOf(element);
        accountCurrency = currencyOf(element);
      } else if (element.name === 'FrToDt') {
        period = { fromDate: edgeOf(element, 'Fr'), toDate: edgeOf(element, 'To') };
      } else if (element.name === 'TxsSummry') {
        summary = element;
      } else if (element.name.endsWith('Pgntn')) {
        pagination = element;
      } else if (keptTexts.has(element.name)) {
        texts.set(element.name, element.text.trim());
      }
      return null;
    },
    ownAccount: () => (accountAsWritten === null ? null : normalizeAccount(accountAsWritten)),
    values(firstEntryCurrency, messagePage) {
      const announced = pagination === null ? messagePage : readPage(pagination);
      // In a report `ITBD` is the balance of the hour, whatever its pages.
      const proving = provingBalances(balances, roleOfFormat[format] === 'booked' ? announced : null);
      const { opening, closing } = proving;
      const page = proving.isPage ? announced : null;
      // Available balances come last: some banks show them in another currency.
      const currency =
        accountCurrency ??
        opening?.amount.currency ??
        closing?.amount.currency ??
        firstEntryCurrency ??
        balances[0]?.amount.currency ??
        null;
      const sequence = texts.get('LglSeqNb') || texts.get('ElctrncSeqNb') || null;
      const end = {
        bankStatementId: texts.get('Id') || null,
        // As MT940 writes it: without the page, the second page would pass for another version of the first.
        sequence: page === null ? sequence : `${sequence ?? ''}/${String(page.number)}`,
        accountAsWritten,
        accountIban: null,
        currency,
        ...period,
        openingBalance: opening,
        closingBalance: closing,
        additionalInformation: additionalNames.map((name) => texts.get(name)).find((text) => !!text) ?? null,
        totals: summary === null || currency === null || page !== null ? null : controlTotals(summary, currency),
      };
      return { end, page };
    },
  };
}

/** IBAN, else the bank's own number; `PrtryAcct` and `BBAN` in version 01. */
function accountOf(account: XmlElement): string | null {
  const identification = child(account, 'Id');
  return (
    textAt(identification, 'IBAN') ??
    textAt(identification, 'Othr', 'Id') ??
    textAt(identification, 'PrtryAcct', 'Id') ??
    textAt(identification, 'BBAN')
  );
}

function currencyOf(account: XmlElement): CurrencyCode | null {
  const written = textAt(account, 'Ccy');
  if (written === null) return null;
  const parsed = parseCurrency(written);
  if (parsed.ok) return parsed.value;
  const what = `The account's currency "${written.slice(0, 20)}" is not in ISO 4217`;
  throw refusal('ingest.currency_unknown', what, positionOf(account, 'Acct/Ccy'), written);
}

const edgeOf = (period: XmlElement, edge: 'Fr' | 'To'): LocalDate | null =>
  readDate(child(period, `${edge}DtTm`) ?? child(period, `${edge}Dt`), `FrToDt/${edge}DtTm`);

/** An unreadable total counts as a different one: -1 equals nothing. */
function controlTotals(summary: XmlElement, currency: CurrencyCode): ControlTotals {
  const countAt = (name: string): number | null => {
    const written = textAt(summary, name, 'NbOfNtries');
    return written === null ? null : /^\d{1,15}$/.test(written) ? +written : -1;
  };
  const sumAt = (name: string): bigint | null => {
    const written = textAt(summary, name, 'Sum');
    if (written === null) return null;
    const parsed = parseAmount(plainDecimal(written), currency);
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
