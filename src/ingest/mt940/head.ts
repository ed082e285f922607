/** What the fields around the entries say: references, account, balances, and whether it is MT940 or MT942. */
import { parseCurrency, type CurrencyCode } from '../../domain/currency.ts';
import type { Balance } from '../../domain/statement.ts';
import type { StatementEnd } from '../statement-summary.ts';
import { readBalanceLine } from './balance.ts';
import type { Field } from './message.ts';

export type MtHead = Readonly<{
  take: (field: Field) => void;
  /** Of the opening balance, else of the floor limit; null before both. */
  currency: () => CurrencyCode | null;
  /** MT942 has no balances, but a floor limit, an instant or sums of its own. */
  isInterim: () => boolean;
  hasClosing: () => boolean;
  isEmpty: () => boolean;
  values: () => Omit<StatementEnd, 'statementIndex' | 'totals' | 'findings' | 'at'>;
}>;

/** @param note - says something once per statement. */
export function mtHead(
  isAnnouncedAsInterim: boolean,
  note: (code: 'ingest.amount_notation' | 'ingest.page_not_final', what: string, line: number, path: string) => void,
): MtHead {
  const texts = new Map<string, string>();
  let opening: Balance | null = null;
  let closing: Balance | null = null;
  let floorCurrency: CurrencyCode | null = null;
  let hasInterimField = isAnnouncedAsInterim;

  const takeBalance = (field: Field): void => {
    const path = `:${field.tag}:`;
    const { balance, isRegular } = readBalanceLine(field.lines[0] ?? '', { line: field.line, path });
    if (!isRegular) note('ingest.amount_notation', 'The amount has no decimal comma', field.line, path);
    if (field.tag === '62M') note('ingest.page_not_final', 'The page ends with :62M:', field.line, path);
    if (field.tag.startsWith('60')) opening ??= balance;
    else closing ??= balance;
  };

  return {
    take(field) {
      const content = (field.lines[0] ?? '').trim();
      if (/^6[02]/.test(field.tag)) takeBalance(field);
      else if (/^2[058]/.test(field.tag)) texts.set(field.tag.slice(0, 2), content);
      else if (/^(?:34F|13D?|90[CD])$/.test(field.tag)) hasInterimField = true;
      if (field.tag === '34F') floorCurrency ??= currencyOf(content);
    },
    currency: () => opening?.amount.currency ?? floorCurrency,
    isInterim: () => hasInterimField && opening === null,
    hasClosing: () => closing !== null || (hasInterimField && opening === null),
    isEmpty: () => opening === null && closing === null && !hasInterimField,
    values: () => ({
      bankStatementId: texts.get('20') || null,
      sequence: texts.get('28') || null,
      accountAsWritten: texts.get('25') || null,
      accountIban: null,
      currency: opening?.amount.currency ?? floorCurrency,
      fromDate: opening?.date ?? null,
      toDate: closing?.date ?? null,
      openingBalance: opening,
      closingBalance: closing,
      additionalInformation: null,
    }),
  };
}

function currencyOf(floorLimit: string): CurrencyCode | null {
  const parsed = parseCurrency(floorLimit.slice(0, 3));
  return parsed.ok ? parsed.value : null;
}
