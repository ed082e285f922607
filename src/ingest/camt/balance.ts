/** Balances of a statement, and which two of them it proves. @see ISO 20022 `Stmt/Bal` */
import { signed } from '../../domain/money.ts';
import type { Balance, Finding } from '../../domain/statement.ts';
import { finding, refusal } from '../findings.ts';
import type { XmlElement } from '../xml-elements.ts';
import { find, positionOf, readAmount, readDate, readSide, textAt } from './read-element.ts';

/** A balance with the bank's word for it: `OPBD`, `CLBD`, or a proprietary code, which is never guessed at. */
export type NamedBalance = Balance & Readonly<{ type: string }>;

/**
 * @returns the balance, and a finding when `CdtDbtInd` is missing: then it is taken as a credit, which the balance
 * equation confirms or refutes.
 * @throws IngestRefusal when the amount or the date can't be read.
 */
export function readBalance(element: XmlElement): Readonly<{ balance: NamedBalance; finding: Finding | null }> {
  const written = find(element, 'Amt');
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
    date: readDate(find(element, 'Dt'), 'Bal/Dt'),
  };
  const what = `The balance ${balance.type} has no CdtDbtInd`;
  return {
    balance,
    finding: hasSide ? null : finding('ingest.balance_side_missing', what, positionOf(element, 'Bal')),
  };
}

/**
 * Opening is the earliest `OPBD`, else the previous closing `PRCD`; closing is the latest `CLBD`. Interim and
 * available balances prove nothing.
 */
export function provingBalances(
  balances: readonly NamedBalance[],
): Readonly<{ opening: Balance | null; closing: Balance | null }> {
  const ofType = (type: string): readonly NamedBalance[] =>
    balances
      .filter((balance) => balance.type === type)
      .toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : (a.date ?? '') > (b.date ?? '') ? 1 : 0));
  const opening = ofType('OPBD')[0] ?? ofType('PRCD')[0] ?? null;
  const closing = ofType('CLBD').at(-1) ?? null;
  return { opening: withoutType(opening), closing: withoutType(closing) };
}

const withoutType = (balance: NamedBalance | null): Balance | null =>
  balance === null ? null : { amount: balance.amount, date: balance.date };
