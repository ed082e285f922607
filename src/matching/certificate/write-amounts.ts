/** The arithmetic of a proposal: what each line takes, what is written off, what is left, and the sentence about it. */
import { exponentOf, type CurrencyCode } from '../../domain/currency.ts';
import type { DecidedWriteOff, Evidence, Proposal, ProposedLine } from '../../domain/match.ts';
import { formatDecimal } from '../../domain/money.ts';
import type { Draft, DraftLine } from '../hypotheses/draft.ts';
import { itemKinds } from '../index/columns.ts';
import type { Situation } from '../situation.ts';
import { convertedMinor, impliedRate, rateText } from './exchange.ts';

export type Amounts = Pick<Proposal, 'currency' | 'lines' | 'writeOff' | 'unapplied'> &
  Readonly<{ sentence: Evidence }>;

/** As `formatDecimal`, without a bigint for each amount of each line. @param minor - a safe integer. */
function decimalOf(minor: number, currency: CurrencyCode): string {
  const exponent = exponentOf(currency);
  if (exponent === 2 && minor >= 0) {
    const rest = minor % 100;
    return `${(minor - rest) / 100}${rest < 10 ? '.0' : '.'}${rest}`;
  }
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return exponent === 0 ? sign + digits : `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

function lineOf(
  { partition, residuals }: Situation,
  { item, cleared }: DraftLine,
  currency: CurrencyCode,
): ProposedLine {
  const left = Math.abs(residuals[item] ?? 0);
  const residual = decimalOf(left, currency);
  return {
    openItemId: partition.itemId(item),
    documentNumber: partition.documentNumberOf(item),
    kind: itemKinds[partition.columns.itemKinds[item] ?? 0] ?? 'invoice',
    residual,
    cleared: cleared === left ? residual : decimalOf(cleared, currency),
  };
}

/** Σ cleared and Σ residuals, credit notes deducted. */
function sumsOf({ residuals }: Situation, lines: readonly DraftLine[]) {
  let cleared = 0;
  let residual = 0;
  for (const line of lines) {
    const left = residuals[line.item] ?? 0;
    cleared += left < 0 ? -line.cleared : line.cleared;
    residual += left;
  }
  return { cleared, residual };
}

const writtenOff = new Set<string>(['discount', 'rounding', 'fee'] satisfies readonly DecidedWriteOff['kind'][]);
const isWrittenOff = (kind: Draft['amountClass']): kind is DecidedWriteOff['kind'] => writtenOff.has(kind);

/** What a draft clears without its having been paid; null: nothing, or an exchange difference. */
export function writeOffOf(situation: Situation, { amountClass, lines }: Draft): DecidedWriteOff | null {
  if (!isWrittenOff(amountClass)) return null;
  return { kind: amountClass, minor: BigInt(sumsOf(situation, lines).cleared - situation.amount) };
}

/** Everything about amounts that a certificate says of a draft. */
export function amountsOf(situation: Situation, draft: Draft): Amounts {
  const { payment, partition, amount } = situation;
  const [first] = draft.lines;
  const place = first === undefined ? situation.currency : (partition.columns.itemCurrencies[first.item] ?? 0);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- columns hold what the builder took as currency codes
  const currency =
    place === situation.currency ? payment.currency : (partition.columns.currencies[place] as CurrencyCode);
  const lines = draft.lines.map((line) => lineOf(situation, line, currency));
  const sums = sumsOf(situation, draft.lines);
  if (currency !== payment.currency) return { currency, lines, ...exchanged(situation, sums.cleared, currency) };
  const missing = sums.cleared - amount;
  const writeOff = isWrittenOff(draft.amountClass)
    ? { kind: draft.amountClass, amount: decimalOf(missing, currency), currency }
    : null;
  const unapplied = decimalOf(writeOff === null ? -missing : 0, currency);
  const sentence: Evidence =
    draft.amountClass === 'exact'
      ? { kind: 'amount_equal', amount: decimalOf(amount, currency) }
      : { kind: 'amount_differs', by: decimalOf(amount - sums.residual, currency) };
  return { currency, lines, writeOff, unapplied, sentence };
}

/** Items in another currency: by what the payer ordered in it, or at the day's rate, which writes a difference off. */
function exchanged(
  { payment, partition, amount }: Situation,
  itemSum: number,
  itemCurrency: CurrencyCode,
): Pick<Amounts, 'writeOff' | 'unapplied' | 'sentence'> {
  const { currency, instructed } = payment;
  const paid = { minor: BigInt(amount), currency };
  const items = { minor: BigInt(itemSum), currency: itemCurrency };
  const isInstructed = instructed !== null && instructed.currency === itemCurrency;
  const dayRate = isInstructed ? null : partition.rateOf(itemCurrency, currency);
  const rate = dayRate === null ? impliedRate(paid, items) : rateText(dayRate);
  const difference = dayRate === null ? 0n : (convertedMinor(items, rate, currency) ?? 0n) - paid.minor;
  return {
    writeOff:
      difference === 0n ? null : { kind: 'exchange', amount: formatDecimal({ minor: difference, currency }), currency },
    unapplied: decimalOf(0, currency),
    sentence: {
      kind: 'amount_exchanged',
      amount: formatDecimal(paid),
      itemAmount: formatDecimal(items),
      itemCurrency,
      basis: isInstructed ? 'instructed' : 'day_rate',
      rate,
    },
  };
}
