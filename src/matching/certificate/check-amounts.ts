/** The arithmetic of a proposal, to the last minor unit, and whether it is what the proposal calls itself. */
import { parseCurrency } from '../../domain/currency.ts';
import type { AmountClass, Evidence, Proposal } from '../../domain/match.ts';
import { parseAmount, type Money } from '../../domain/money.ts';
import { sideOfKind, type OpenItemKind } from '../../domain/open-item.ts';
import { convertedMinor, impliedRate } from './exchange.ts';

/** Takes down what does not hold. */
export type Report = (problem: string) => void;

/** Reads an amount in minor units; what is none is reported and counts as 0. */
export function readMinor(written: string, currency: string, where: string, report: Report): bigint {
  const amount = typeof written === 'string' ? parseAmount(written, currency) : null;
  if (amount?.ok === true) return amount.value.minor;
  report(`${where}: ${written} is no amount in ${currency}`);
  return 0n;
}

const openItemKinds: ReadonlySet<string> = new Set<OpenItemKind>(['invoice', 'credit_note', 'down_payment']);

type Sums = Readonly<{ cleared: bigint; residual: bigint; isWhole: boolean }>;

/** Each line is sound by itself: of a known kind, 0 < cleared ≤ residual, no item twice. Returns what they add up to. */
function checkLines({ lines, currency }: Proposal, report: Report): Sums {
  let cleared = 0n;
  let residual = 0n;
  let isWhole = true;
  for (const line of lines) {
    const taken = readMinor(line.cleared, currency, `${line.documentNumber}, cleared`, report);
    const left = readMinor(line.residual, currency, `${line.documentNumber}, residual`, report);
    if (!openItemKinds.has(line.kind)) report(`${line.documentNumber} is of no known kind`);
    if (taken <= 0n) report(`${line.documentNumber} clears nothing`);
    if (taken > left) report(`${line.documentNumber} clears more than its residual`);
    isWhole &&= taken === left;
    const isCredit = sideOfKind(line.kind) === 'credit';
    cleared += isCredit ? -taken : taken;
    residual += isCredit ? -left : left;
  }
  if (lines.length === 0) report('no lines');
  if (new Set(lines.map(({ openItemId }) => openItemId)).size !== lines.length) report('an item stands on two lines');
  return { cleared, residual, isWhole };
}

/** Classes that leave a part of the items open; all others settle them whole. */
const openClasses: ReadonlySet<AmountClass> = new Set(['retention', 'partial', 'short']);
const writtenClasses: ReadonlySet<AmountClass> = new Set(['discount', 'rounding', 'fee', 'exchange']);

/**
 * Payment = Σ cleared of debit items − Σ cleared of credit notes − written off + unapplied; and the proposal's amount
 * class and its one sentence about the amount say just that.
 */
export function checkAmounts(proposal: Proposal, payment: Money, report: Report): void {
  const sums = checkLines(proposal, report);
  const { amountClass, writeOff, currency } = proposal;
  const written = writeOff === null ? 0n : readMinor(writeOff.amount, writeOff.currency, 'writeOff', report);
  const unapplied = readMinor(proposal.unapplied, payment.currency, 'unapplied', report);
  if (writeOff !== null && writeOff.currency !== payment.currency)
    report('writeOff: not in the currency of the payment');
  if (writeOff !== null && (writeOff.kind !== amountClass || !writtenClasses.has(amountClass)))
    report(`writeOff: ${writeOff.kind}, where the amount class is ${amountClass}`);
  if (writeOff !== null && written === 0n) report('writeOff: of nothing');
  if (unapplied > 0n !== (amountClass === 'over') || unapplied < 0n) report('unapplied: goes with over alone');
  if (!openClasses.has(amountClass) && !sums.isWhole) report(`${amountClass}: a line is not cleared whole`);
  if (amountClass === 'partial' && (proposal.lines.length !== 1 || sums.isWhole))
    report('partial: not one item that stays open');
  if ((amountClass === 'discount' || amountClass === 'fee') && written <= 0n)
    report(`${amountClass}: nothing kept back`);
  if (amountClass === 'rounding' && written === 0n) report('rounding: nothing was rounded');
  if ((amountClass === 'exchange') !== (currency !== payment.currency)) report('exchange: goes with another currency');
  else if (amountClass === 'exchange') checkExchange(proposal, payment, sums, written, report);
  else {
    if (sums.cleared - written + unapplied !== payment.minor)
      report('the payment is not the lines, less what is written off, and what is left over');
    checkSentence(proposal, payment, sums, report);
  }
}

const amountKinds: ReadonlySet<string> = new Set<Evidence['kind']>([
  'amount_equal',
  'amount_differs',
  'amount_exchanged',
]);

/** The one sentence about the amount; null, and reported, when there is none or another. */
function sentenceOf({ evidence }: Proposal, report: Report): Evidence | null {
  const [only, ...others] = evidence.filter(({ kind }) => amountKinds.has(kind));
  if (only !== undefined && others.length === 0) return only;
  report('not one sentence about the amount');
  return null;
}

function checkSentence(proposal: Proposal, payment: Money, sums: Sums, report: Report): void {
  const sentence = sentenceOf(proposal, report);
  if (sentence === null) return;
  const isTrue =
    proposal.amountClass === 'exact'
      ? sentence.kind === 'amount_equal' &&
        sums.residual === payment.minor &&
        readMinor(sentence.amount, payment.currency, 'amount_equal', report) === payment.minor
      : sentence.kind === 'amount_differs' &&
        readMinor(sentence.by, payment.currency, 'amount_differs', report) === payment.minor - sums.residual;
  if (!isTrue) report(`${sentence.kind} does not agree with the lines`);
}

/** Both amounts are those of the certificate, and the rate between them, with the difference written off, is as stated. */
function checkExchange(proposal: Proposal, payment: Money, sums: Sums, written: bigint, report: Report): void {
  const sentence = sentenceOf(proposal, report);
  const itemCurrency = parseCurrency(proposal.currency);
  if (sentence?.kind !== 'amount_exchanged' || !itemCurrency.ok) return report('exchange: without its sentence');
  const items = { minor: sums.cleared, currency: itemCurrency.value };
  if (sentence.itemCurrency !== proposal.currency) report('amount_exchanged: of another currency than the lines');
  if (readMinor(sentence.itemAmount, proposal.currency, 'itemAmount', report) !== items.minor || items.minor <= 0n)
    return report('amount_exchanged: not the amount of the lines');
  if (readMinor(sentence.amount, payment.currency, 'amount', report) !== payment.minor)
    report('amount_exchanged: not the amount of the payment');
  const isTrue =
    sentence.basis === 'instructed'
      ? written === 0n && sentence.rate === impliedRate(payment, items)
      : sentence.basis === 'day_rate' &&
        convertedMinor(items, sentence.rate, payment.currency) === payment.minor + written;
  if (!isTrue) report('amount_exchanged: the rate does not lead from one amount to the other');
}
