/** A certificate in words, for a person at a terminal or in the review queue. Fixed-width text. */
import type { CurrencyCode } from '../domain/currency.ts';
import {
  payerLevels,
  type Evidence,
  type FoundAt,
  type MatchCertificate,
  type Payment,
  type Proposal,
  type ProposedLine,
} from '../domain/match.ts';
import { formatDecimal, parseAmount } from '../domain/money.ts';
import { sideOfKind } from '../domain/open-item.ts';
import { convertedMinor } from './certificate/exchange.ts';
import { amountWords, evidenceWords, shownText } from './explain/evidence-words.ts';
import { reasonWords, ruleWords, selectionWords } from './explain/reason-words.ts';

/**
 * Readable text about one decision: what was decided, the evidence with its place in the payer's text, the arithmetic
 * to the last minor unit, why it is certain or what is missing, and the next best explanation.
 */
export function explainInWords(certificate: MatchCertificate, payment: Payment): string {
  const { chosen, reason, rule, action } = certificate;
  const sections = [headline(certificate, payment), quotedText(payment, chosen)];
  if (reason !== null) sections.push([`Why not by itself: ${reasonWords[reason]}`]);
  if (rule !== null) sections.push([`Why by itself: ${ruleWords(rule)}`]);
  if (chosen !== null) {
    const title = action === 'apply' ? 'Evidence' : 'Best suggestion';
    sections.push([
      `${title}: ${selectionWords[chosen.selection]}`,
      ...evidenceWords(chosen).map((each) => `  - ${each}`),
    ]);
    sections.push(arithmetic(certificate, chosen));
  }
  sections.push(runnersUp(certificate), gateLines(certificate));
  return (
    sections
      .filter((lines) => lines.length > 0)
      .map((lines) => lines.join('\n'))
      .join('\n\n') + '\n'
  );
}

function headline(
  { action, paymentAmount, currency, chosen, paymentId }: MatchCertificate,
  payment: Payment,
): string[] {
  const payer = payment.counterpartyName ?? payment.counterpartyIban ?? 'an unnamed payer';
  const ordered = payment.instructed === null ? '' : `, ordered in ${payment.instructed.currency}`;
  const subject = `${paymentAmount} ${currency} of ${payment.bookingDate} from ${shownText(payer)}${ordered}`;
  const count = chosen?.lines.length ?? 0;
  const decision = action === 'apply' ? `Applied to ${count} open item${count === 1 ? '' : 's'}` : 'Left for review';
  return [`${decision}: ${subject}`, `Payment ${paymentId}`];
}

/** The remittance lines, with `^` under each place where a reference was read that names an item. */
function quotedText(payment: Payment, chosen: Proposal | null): string[] {
  const places = (chosen?.evidence ?? []).flatMap((each) => ('found' in each ? [each.found] : []));
  const lines = payment.remittance.flatMap((text, line) => {
    const shown = shownText(text);
    const marks = markLine(text, line, places);
    return marks === '' ? [`  | ${shown}`] : [`  | ${shown}`, `  | ${marks}`];
  });
  if (payment.creditorReference !== null) lines.push(`  creditor reference: ${shownText(payment.creditorReference)}`);
  if (payment.endToEndId !== null) lines.push(`  end-to-end id: ${shownText(payment.endToEndId)}`);
  return ['The payer wrote', ...(lines.length === 0 ? ['  (nothing)'] : lines)];
}

function markLine(text: string, line: number, places: readonly FoundAt[]): string {
  let marks = '';
  let start = 0;
  for (const character of text) {
    const at = start;
    marks += places.some((place) => covers(place, line, at)) ? '^' : ' ';
    start += character.length;
  }
  return marks.trimEnd();
}

function covers(place: FoundAt, line: number, at: number): boolean {
  if (place.field !== 'remittance' || line < place.line || line > place.endLine) return false;
  return (line > place.line || at >= place.start) && (line < place.endLine || at < place.end);
}

const isCredit = (line: ProposedLine): boolean => sideOfKind(line.kind) === 'credit';
const negated = (decimal: string): string => (decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`);

type Row = readonly [label: string, amount: string, note: string];

/** The sum in columns: what each line takes, what is written off or left over, and the payment that they make up. */
function arithmetic({ currency, paymentAmount }: MatchCertificate, chosen: Proposal): string[] {
  const { lines, writeOff, unapplied, evidence } = chosen;
  const rows: Row[] = lines.map((line) => [
    `${line.documentNumber} (${line.kind.replace('_', ' ')})`,
    isCredit(line) ? negated(line.cleared) : line.cleared,
    line.cleared === line.residual ? 'in full' : `of ${line.residual}`,
  ]);
  const exchange = evidence.find((each) => each.kind === 'amount_exchanged');
  if (exchange !== undefined) rows.push(...exchangeRows(exchange, currency));
  if (writeOff !== null) rows.push([writeOffWords[writeOff.kind], negated(writeOff.amount), 'written off']);
  if (writeOff === null && exchange === undefined) rows.push(['not applied', unapplied, '']);
  const total: Row = ['payment', paymentAmount, currency];
  const wide = Math.max(...[...rows, total].map(([label]) => label.length));
  const high = Math.max(...[...rows, total].map(([, amount]) => amount.length));
  const format = ([label, amount, note]: Row): string =>
    `  ${label.padEnd(wide)}  ${amount.padStart(high)}  ${note}`.trimEnd();
  return ['Arithmetic', ...rows.map(format), `  ${' '.repeat(wide)}  ${'-'.repeat(high)}`, format(total)];
}

/** What the items come to in their currency; at a rate that was looked up, also in the payment's. */
function exchangeRows(
  { itemAmount, itemCurrency, basis, rate }: Extract<Evidence, { kind: 'amount_exchanged' }>,
  currency: CurrencyCode,
): readonly Row[] {
  const items = parseAmount(itemAmount, itemCurrency);
  const minor = basis === 'day_rate' && items.ok ? convertedMinor(items.value, rate, currency) : null;
  const converted = minor === null ? '' : formatDecimal({ minor, currency });
  return [
    ['together', itemAmount, itemCurrency],
    [`at ${rate} ${currency} for 1 ${itemCurrency}`, converted, converted === '' ? '' : currency],
  ];
}

const writeOffWords = {
  discount: 'early-payment discount',
  rounding: 'rounding',
  fee: 'bank charges',
  exchange: 'exchange difference',
} as const;

/** The other explanations, and what each has less of than the chosen one. */
function runnersUp({ alternatives, chosen }: MatchCertificate): string[] {
  if (alternatives.length === 0) return chosen === null ? [] : ['No other explanation was found.'];
  const described = alternatives.flatMap((other, index) => {
    const items = other.lines.map((line) => `${line.documentNumber} (${line.cleared} ${other.currency})`).join(', ');
    return [`  ${index + 1}. ${items}: ${selectionWords[other.selection]}`, `     ${weakness(other, chosen)}`];
  });
  return ['Next best', ...described];
}

/** In one clause, the most telling thing that an alternative lacks. */
function weakness(other: Proposal, chosen: Proposal | null): string {
  if (chosen === null || other.points === chosen.points) return 'stands equal';
  if (other.reference === 'none' && chosen.reference !== 'none') return 'weaker: the payer does not name it';
  if (rankOf(other) < rankOf(chosen)) return 'weaker: it is less sure that the payer is its customer';
  if (other.amountClass !== chosen.amountClass) return `weaker: ${amountWords(other)}`;
  if (other.evidence.some(({ kind }) => kind === 'item_added')) return 'weaker: the payer does not name all of it';
  if (other.rivals > 0) return `weaker: ${other.rivals} more like it`;
  return `weaker: ${other.points} points against ${chosen.points}`;
}

const rankOf = ({ payer }: Proposal): number => payerLevels.indexOf(payer);

const gateLines = ({ gates, searched }: MatchCertificate): string[] => {
  const failed = gates.filter(({ passed }) => !passed).map(({ gate }) => gate);
  const passed = failed.length === 0 ? `all ${gates.length} passed` : `not passed: ${failed.join(', ')}`;
  return [
    `Gates: ${passed}. References read: ${searched.referenceCount}; items they lead to: ${searched.openItemCount}.`,
  ];
};
