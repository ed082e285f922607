/** Statements and chains of one account as the planner sees them, made from a few facts. */
import { defaultPolicy, type AccountPolicy } from '../../src/domain/account-policy.ts';
import type { CurrencyCode } from '../../src/domain/currency.ts';
import type { BankAccountId } from '../../src/domain/ids.ts';
import type { LocalDate } from '../../src/domain/local-date.ts';
import type { StatementFormat, StatementSummary } from '../../src/domain/statement.ts';
import type { ArrivedStatement, JudgedAccount } from '../../src/ledger/plan/judge-statement.ts';
import type { ChainLink } from '../../src/ledger/plan/statement-chain.ts';

export const eur = 'EUR' as CurrencyCode;
const account: JudgedAccount = {
  id: 'account-a' as BankAccountId,
  currency: eur,
  masterFormat: null,
  policy: defaultPolicy,
};

export type Given = Readonly<{
  day: string;
  opening: bigint;
  closing: bigint;
  id?: string;
  sequence?: string;
  content?: string;
  overlap?: number;
  format?: StatementFormat;
  entries?: number;
  rank?: number;
}>;

export type Circumstances = Readonly<{
  policy?: Partial<AccountPolicy>;
  masterFormat?: StatementFormat;
  isReleased?: boolean;
  lack?: Partial<StatementSummary>;
}>;

const contentOf = ({ day, opening, closing, content = `${day}/${opening}/${closing}` }: Given): string => content;

export function statement(given: Given, statementIndex = 0, around: Circumstances = {}): ArrivedStatement {
  const {
    day,
    opening,
    closing,
    id = `S-${day}`,
    sequence = null,
    overlap = 0,
    format = 'camt.053',
    entries = 1,
  } = given;
  const { policy = {}, masterFormat = null, isReleased = false, lack = {} } = around;
  const date = day as LocalDate;
  return {
    digest: contentOf(given),
    format,
    bankAccount: { ...account, masterFormat, policy: { ...defaultPolicy, ...policy } },
    overlapCount: overlap,
    isReleased,
    summary: {
      statementIndex,
      bankStatementId: id,
      sequence,
      account: 'FR76',
      accountAsWritten: 'FR76',
      accountIban: null,
      currency: eur,
      fromDate: null,
      toDate: null,
      openingBalance: { amount: { minor: opening, currency: eur }, date },
      closingBalance: { amount: { minor: closing, currency: eur }, date },
      entryCount: entries,
      bookedCount: entries,
      bookedCreditsMinor: closing > opening ? closing - opening : 0n,
      bookedDebitsMinor: closing < opening ? opening - closing : 0n,
      proves: true,
      additionalInformation: null,
      findings: [],
      at: { line: 1, path: 'Stmt' },
      ...lack,
    },
  };
}

export const linkOf = (given: Given): ChainLink => ({
  statementDate: given.day as LocalDate,
  dayRank: given.rank ?? 0,
  format: given.format ?? 'camt.053',
  bankStatementId: given.id ?? `S-${given.day}`,
  sequence: given.sequence ?? null,
  digest: contentOf(given),
  openingMinor: given.opening,
  closingMinor: given.closing,
  entryCount: given.entries ?? 1,
  creditsMinor: given.closing > given.opening ? given.closing - given.opening : 0n,
  debitsMinor: given.closing < given.opening ? given.opening - given.closing : 0n,
});

export const chainOf = (...links: readonly Given[]): ReadonlyMap<BankAccountId, readonly ChainLink[]> =>
  new Map([[account.id, links.map(linkOf)]]);

/** Days in a row, from the balances between them: n + 1 balances make n days. */
export const daysFrom = (first: string, balances: readonly bigint[]): readonly Given[] =>
  balances.slice(1).map((closing, index) => {
    const instant = new Date(`${first}T00:00:00Z`);
    instant.setUTCDate(instant.getUTCDate() + index);
    return { day: instant.toISOString().slice(0, 10), opening: balances[index] ?? 0n, closing };
  });
