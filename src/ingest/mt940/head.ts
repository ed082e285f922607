/** What the fields around the entries say: references, account, balances, and whether it is MT940 or MT942. */
import { parseCurrency, type CurrencyCode } from '../../domain/currency.ts';
import type { Balance } from '../../domain/statement.ts';
import type { ControlTotals } from '../check-statement.ts';
import type { IngestFindingCode } from '../findings.ts';
import type { StatementEnd } from '../statement-summary.ts';
import { normalizeAccount } from '../written-values.ts';
import { ibanWithin } from './account.ts';
import { readBalanceLine } from './balance.ts';
import { controlTotals } from './control-totals.ts';
import type { Field } from './message.ts';
import { detached } from './text.ts';

type MtHead = Readonly<{
  take: (field: Field) => void;
  /** Of the opening balance, else of the floor limit; null before both. */
  currency: () => CurrencyCode | null;
  /** MT942 has no balances, but a floor limit, an instant or sums of its own. */
  isInterim: () => boolean;
  hasClosing: () => boolean;
  isEmpty: () => boolean;
  /** `:90D:` and `:90C:`; null when there is neither. */
  totals: () => ControlTotals | null;
  /** Tags of the balances, `60M` or `60F`: which place the page has in its statement. */
  balanceTags: () => Readonly<{ opening: string | null; closing: string | null }>;
  values: () => Omit<StatementEnd, 'statementIndex' | 'totals' | 'findings' | 'at' | 'additionalInformation'>;
}>;

type Note = (code: IngestFindingCode, what: string, line: number, path: string) => void;

/** @param note - says something once per statement. */
export function mtHead(isAnnouncedAsInterim: boolean, note: Note): MtHead {
  const texts = new Map<string, string>();
  const totals = controlTotals();
  let opening: Balance | null = null;
  let closing: Balance | null = null;
  let openingTag: string | null = null;
  let closingTag: string | null = null;
  let floorCurrency: CurrencyCode | null = null;
  let hasInterimField = isAnnouncedAsInterim;

  const takeBalance = (field: Field): void => {
    const path = `:${field.tag}:`;
    const { balance, isRegular } = readBalanceLine(field.lines[0] ?? '', { line: field.line, path });
    if (!isRegular) note('ingest.amount_notation', 'The amount has no decimal comma', field.line, path);
    if (field.tag === '62M') note('ingest.page_not_final', 'The page ends with :62M:', field.line, path);
    const isOpening = field.tag.startsWith('60');
    const earlier = isOpening ? opening : closing;
    if (earlier !== null && !isSame(earlier, balance)) {
      note('ingest.balance_conflict', `${path} differs from the one before it`, field.line, path);
    }
    if (isOpening) {
      opening ??= balance;
      openingTag ??= field.tag;
    } else {
      closing ??= balance;
      // A final balance that repeats the intermediate one ends the statement after all.
      if (closingTag !== '62F') closingTag = field.tag;
    }
  };
  const takeFloorLimit = (field: Field, content: string): void => {
    const currency = currencyOf(content);
    if (floorCurrency !== null && currency !== null && currency !== floorCurrency) {
      note('ingest.currency_differs', `Floor limits in ${floorCurrency} and ${currency}`, field.line, ':34F:');
    }
    floorCurrency ??= currency;
  };
  const currency = (): CurrencyCode | null => opening?.amount.currency ?? floorCurrency;
  const isInterim = (): boolean => hasInterimField && opening === null;

  return {
    take(field) {
      const content = (field.lines[0] ?? '').trim();
      if (/^6[02]/.test(field.tag)) takeBalance(field);
      else if (/^2[058]/.test(field.tag)) texts.set(field.tag.slice(0, 2), detached(content));
      else if (/^(?:34F|13D?|90[CD])$/.test(field.tag)) hasInterimField = true;
      if (field.tag === '34F') takeFloorLimit(field, content);
      if (field.tag.startsWith('90')) totals.take(field.tag, content, currency());
    },
    currency,
    isInterim,
    hasClosing: () => closing !== null || isInterim(),
    isEmpty: () => opening === null && closing === null && !hasInterimField,
    totals: totals.values,
    balanceTags: () => ({ opening: openingTag, closing: closingTag }),
    values: () => {
      const account = texts.get('25') || null;
      return {
        bankStatementId: texts.get('20') || null,
        sequence: texts.get('28') || null,
        accountAsWritten: account,
        accountIban: account === null ? null : ibanWithin(normalizeAccount(account)),
        currency: currency(),
        fromDate: opening?.date ?? null,
        toDate: closing?.date ?? null,
        openingBalance: opening,
        closingBalance: closing,
      };
    },
  };
}

const isSame = (a: Balance, b: Balance): boolean =>
  a.amount.minor === b.amount.minor && a.amount.currency === b.amount.currency;

function currencyOf(floorLimit: string): CurrencyCode | null {
  const parsed = parseCurrency(floorLimit.slice(0, 3));
  return parsed.ok ? parsed.value : null;
}
