/**
 * When a document falls due, from its day and what was agreed.
 *
 * "45 days end of month" has two lawful readings, and the contract has to say which: 45 days on and then to the end of
 * that month (`eom:45`), or to the end of the month and then 45 days on (`eom_then:45`). They lie up to 15 days apart.
 *
 * @see Code de commerce, L441-10: 30 days unless agreed otherwise; 60 days, or 45 days end of month, at most
 */
import { addDays, type LocalDate } from './local-date.ts';
import { err, ok, type Result } from './result.ts';

const bases = ['net', 'eom', 'eom_then'] as const;

/** `net`: days from the document. `eom`: days, then the end of the month. `eom_then`: the end of the month, then days. */
export type PaymentTerms = Readonly<{ basis: (typeof bases)[number]; days: number }>;

/** The terms of a customer, by its code. */
export type TermsOf = (customerCode: string) => PaymentTerms;

/** What the law says where nothing was agreed: 30 days (L441-10). */
export const legalTerms: PaymentTerms = { basis: 'net', days: 30 };

/** Accepts `net:30`, `eom:45` and `eom_then:45`; 0 to 999 days. */
export function parsePaymentTerms(text: string): Result<PaymentTerms, 'terms_unknown'> {
  const parts = /^([a-z_]+):(\d{1,3})$/.exec(text);
  const basis = bases.find((known) => known === parts?.[1]);
  return basis === undefined ? err('terms_unknown') : ok({ basis, days: +(parts?.[2] ?? '') });
}

/** The inverse of {@link parsePaymentTerms}. */
export const formatPaymentTerms = ({ basis, days }: PaymentTerms): string => `${basis}:${days}`;

/** The last day on which a document of `issueDate` may be paid. Public holidays and weekends do not move it. */
export function dueDateOf(issueDate: LocalDate, { basis, days }: PaymentTerms): LocalDate {
  switch (basis) {
    case 'net':
      return addDays(issueDate, days);
    case 'eom':
      return endOfMonth(addDays(issueDate, days));
    case 'eom_then':
      return addDays(endOfMonth(issueDate), days);
  }
}

function endOfMonth(date: LocalDate): LocalDate {
  const [year = 0, month = 0] = date.split('-').map((part) => +part);
  // The day before the first of the next month; `month` counts from 1 here and from 0 there.
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) as LocalDate;
}
