/**
 * The statements of each account as a chain: opening + credits − debits = closing, and every opening is the closing
 * before. The service publishes nothing that does not add up; it is reckoned here once more, so that the page proves it.
 */
import { differenceOf, type Amount } from '../../money.ts';
import type { NightReport } from '../../types.ts';

export type Proved = NightReport['statements'][number];
export type Missing = NightReport['missingNumbers'][number];
export type Link = Readonly<{ statement: Proved; gap: Amount | null; missing: Missing | null }>;
type Chain = Readonly<{ account: string; links: readonly Link[] }>;

/** @returns one chain an account, in the order in which the accounts first come; the statements by day, the latest first. */
export function chainsOf(statements: readonly Proved[], missing: readonly Missing[]): readonly Chain[] {
  const accounts = [...new Set(statements.map(({ account }) => account))];
  return accounts.map((account) => {
    const own = statements.filter((statement) => statement.account === account);
    const links = own.map((statement, index): Link => {
      const before = own[index - 1];
      return {
        statement,
        gap: before === undefined ? null : differenceOf(statement.opening, before.closing),
        missing: missing.find((one) => one.account === account && one.after === before?.statementDate) ?? null,
      };
    });
    return { account, links: links.toReversed() };
  });
}

/** What is left of opening + credits − debits − closing. */
export const remainderOf = ({ opening, credits, debits, closing }: Proved): Amount =>
  differenceOf(differenceOf(opening, closing), differenceOf(debits, credits));
