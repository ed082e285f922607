/** Balances of a statement, and which two of them it proves. @see ISO 20022 `Stmt/Bal` */
import { signed } from '../../domain/money.ts';
import type { Balance, Finding } from '../../domain/statement.ts';
import { finding, refusal } from '../findings.ts';
import type { XmlElement } from '../xml-elements.ts';
import type { Page } from './pages.ts';
import { child, positionOf, readAmount, readDate, readSide, textAt } from './read-element.ts';

/** A balance with the bank's word for it: `OPBD`, `CLBD`, or a proprietary code, which is never guessed at. */
export type NamedBalance = Balance & Readonly<{ type: string }>;

/**
 * @returns the balance, and a finding when `CdtDbtInd` is missing: then it is taken as a credit, which the balance
 * equation confirms or refutes.
 * @throws IngestRefusal when the amount or the date can't be read.
 */
export function readBalance(element: XmlElement): Readonly<{ balance: NamedBalance; finding: Finding | null }> {
  const written = child(element, 'Amt');
  if (written === null) {
    throw refusal('ingest.amount_missing', 'A balance has no Amt', positionOf(element, 'Bal'));
  }
  const type =
    textAt(element, 'Tp', 'CdOrPrtry', 'Cd') ??
    textAt(element, 'Tp', 'CdOrPrtry', 'Prtry') ??
    textAt(element, 'Tp', 'Cd');
  const hasSide = textAt(element, 'CdtDbtInd') !== null;
  const balance: NamedBalance = {
    type: type ?? '',
    amount: signed(readAmount(written, 'Bal/Amt'), hasSide ? readSide(element, 'Bal') : 'credit'),
    date: readDate(child(element, 'Dt'), 'Bal/Dt'),
  };
  const what = `The balance ${balance.type} has no CdtDbtInd`;
  return {
    balance,
    finding: hasSide ? null : finding('ingest.balance_side_missing', what, positionOf(element, 'Bal')),
  };
}

/** What a statement is proven by. `isPage`: by an interim balance, because the bank cut it into pages. */
type ProvingBalances = Readonly<{ opening: Balance | null; closing: Balance | null; isPage: boolean }>;

/**
 * Opening is the earliest `OPBD`, else the previous closing `PRCD`; closing is the latest `CLBD`. Interim balances
 * `ITBD` stand in for them only on pages, the first and the last of them as written. Available balances and proprietary
 * codes prove nothing.
 *
 * A page number alone is not trusted: some banks number whole statements so.
 */
export function provingBalances(balances: readonly NamedBalance[], page: Page | null): ProvingBalances {
  const ofType = (type: string): readonly NamedBalance[] => balances.filter((balance) => balance.type === type);
  const interim = page === null ? [] : ofType('ITBD');
  const booked = earliest(ofType('OPBD'))[0] ?? earliest(ofType('PRCD'))[0];
  const opens = booked === undefined && page !== null && page.number > 1 ? interim[0] : undefined;
  const closed = earliest(ofType('CLBD')).at(-1);
  const last = closed === undefined && page?.isLast === false ? interim.at(-1) : undefined;
  const closes = last === opens ? undefined : last;
  return {
    opening: withoutType(booked ?? opens ?? null),
    closing: withoutType(closed ?? closes ?? null),
    isPage: opens !== undefined || closes !== undefined,
  };
}

const earliest = (balances: readonly NamedBalance[]): readonly NamedBalance[] =>
  balances.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : (a.date ?? '') > (b.date ?? '') ? 1 : 0));

const withoutType = (balance: NamedBalance | null): Balance | null =>
  balance === null ? null : { amount: balance.amount, date: balance.date };
