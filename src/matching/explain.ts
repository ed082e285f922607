/** A certificate in words, for a person at a terminal or in the review queue. Fixed-width text, 100 columns or less. */
import type {
  Evidence,
  FoundAt,
  MatchCertificate,
  Payment,
  Proposal,
  ProposedLine,
  ReviewReason,
} from '../domain/match.ts';
import { sideOfKind } from '../domain/open-item.ts';

/** Why a payment waits, and what would help. */
const reasonWords: Readonly<Record<ReviewReason, string>> = {
  returned_payment: 'Money that came back is no payment of an invoice: find the payment it undoes.',
  outgoing_payment: 'Money went out; only money that came in settles what customers owe.',
  batch_without_details: "The bank's details are missing or do not explain the sum it booked: ask for the details.",
  refund_wording: 'The text speaks of a refund or a credit note, so it may not be a payment of an invoice.',
  no_reference_found: 'Nothing in it leads to a document of ours, or a number like ours leads nowhere.',
  reference_already_paid: 'A document it names is already paid: a duplicate, or quoted for information.',
  reference_ambiguous: 'A number it quotes may mean something else, or its numbers lead to several customers.',
  payer_is_other_customer: 'The payer is known as another customer than the one whose items are named.',
  several_explanations: 'More than one explanation fits exactly, so none is proved.',
  amount_differs: 'The items named do not add up to the amount paid.',
  item_taken_by_other_payment: 'Another payment of the same run has settled an item it names.',
  item_changed_meanwhile: 'An item changed while this was being decided: it will be tried again.',
};

/**
 * Readable text about one decision: what was decided, the evidence with its place in the payer's text, the arithmetic
 * to the last minor unit, and the next best explanation with what it lacks.
 */
export function explainInWords(certificate: MatchCertificate, payment: Payment): string {
  const { chosen } = certificate;
  const sections = [headline(certificate, payment), quotedText(payment, chosen)];
  if (certificate.reason !== null) sections.push([`Why not by itself: ${reasonWords[certificate.reason]}`]);
  if (chosen !== null) {
    const title = certificate.action === 'apply' ? 'Evidence' : 'Best suggestion';
    sections.push([
      `${title} (rule ${chosen.strategy}, confidence ${chosen.confidenceBp} of 10000)`,
      ...reasons(chosen),
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
  const subject = `${paymentAmount} ${currency} of ${payment.bookingDate} from ${shownText(payer)}`;
  const count = chosen?.lines.length ?? 0;
  const decision = action === 'apply' ? `Applied to ${count} open item${count === 1 ? '' : 's'}` : 'Left for review';
  return [`${decision}: ${subject}`, `Payment ${paymentId}`];
}

/** Without what would command the terminal, or turn the order of the letters: a payer writes what it likes. */
const shownText = (text: string): string => text.replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, ' ');

/** The remittance lines, with `^` under each place where a named reference was read. */
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

function reasons({ evidence, lines }: Proposal): string[] {
  const numberOf = new Map(lines.map((line) => [line.openItemId, line.documentNumber]));
  return evidence.map((each) => `  - ${sentence(each, numberOf)}`);
}

function sentence(evidence: Evidence, numberOf: ReadonlyMap<string, string>): string {
  const number = 'openItemId' in evidence ? (numberOf.get(evidence.openItemId) ?? 'an item') : '';
  switch (evidence.kind) {
    case 'creditor_reference_equal':
      return `creditor reference ${evidence.reference}, ${placeWords(evidence.found)}, names ${number}`;
    case 'document_number_equal':
      return `document number ${number} stands ${placeWords(evidence.found)}`;
    case 'amount_equal':
      return `the amount ${evidence.amount} is what is left of these items, exactly`;
    case 'amount_differs':
      return `the payment is ${differenceWords(evidence.by)} what is left of these items`;
    case 'payer_iban_known':
      return `the payer's IBAN ${evidence.iban} belongs to this customer`;
    case 'payer_name_equal':
      return `the payer's name "${shownText(evidence.name)}" is this customer's, and nobody else's`;
    case 'payer_unknown':
      return 'the payer is not known as exactly one customer';
    case 'payer_is_other_customer':
      return `the payer is known as another customer (${evidence.customerId})`;
    case 'only_item_with_amount':
      break;
  }
  return `of ${evidence.openItemCount} open items of this customer, only ${number} has this amount`;
}

const differenceWords = (by: string): string => (by.startsWith('-') ? `${by.slice(1)} less than` : `${by} more than`);

function placeWords(found: FoundAt): string {
  if (found.field !== 'remittance')
    return found.field === 'end_to_end_id' ? 'in the end-to-end id' : 'in the creditor reference';
  const lines =
    found.line === found.endLine ? `line ${found.line + 1}` : `lines ${found.line + 1} to ${found.endLine + 1}`;
  return `in ${lines} of the text`;
}

const isCredit = (line: ProposedLine): boolean => sideOfKind(line.kind) === 'credit';

/** The sum in columns: what each line takes, what is left over, and the payment they make up. */
function arithmetic(certificate: MatchCertificate, chosen: Proposal): string[] {
  const { currency, difference, paymentAmount } = certificate;
  const rows: [string, string, string][] = chosen.lines.map((line) => {
    const rest = line.cleared === line.residual ? 'in full' : `of ${line.residual}`;
    return [
      `${line.documentNumber} (${line.kind.replace('_', ' ')})`,
      `${isCredit(line) ? '-' : ''}${line.cleared}`,
      rest,
    ];
  });
  rows.push(['not applied', difference ?? '', '']);
  const total: [string, string, string] = ['payment', paymentAmount, currency];
  const wide = Math.max(...[...rows, total].map(([label]) => label.length));
  const high = Math.max(...[...rows, total].map(([, amount]) => amount.length));
  const format = ([label, amount, note]: [string, string, string]): string =>
    `  ${label.padEnd(wide)}  ${amount.padStart(high)}  ${note}`.trimEnd();
  return ['Arithmetic', ...rows.map(format), `  ${' '.repeat(wide)}  ${'-'.repeat(high)}`, format(total)];
}

/** The other explanations, and what each has less of than the chosen one. */
function runnersUp({ alternatives, chosen, currency }: MatchCertificate): string[] {
  if (alternatives.length === 0) return chosen === null ? [] : ['No other explanation was found.'];
  const described = alternatives.flatMap((other, index) => {
    const numbers = other.lines.map((line) => `${line.documentNumber} (${line.cleared} ${currency})`).join(', ');
    return [
      `  ${index + 1}. ${numbers}: rule ${other.strategy}, confidence ${other.confidenceBp}`,
      `     ${weakness(other)}`,
    ];
  });
  return ['Next best', ...described];
}

/** In one clause, the most telling thing that an alternative lacks. */
function weakness({ evidence, lines }: Proposal): string {
  const named = evidence.filter(({ kind }) => kind === 'document_number_equal' || kind === 'creditor_reference_equal');
  const differs = evidence.find((each) => each.kind === 'amount_differs');
  if (named.length === 0) return 'weaker: the payer does not name it; only the amount speaks for it';
  if (named.length < lines.length) return 'weaker: the payer does not name all of it';
  if (differs !== undefined) return `weaker: the amount differs by ${differs.by}`;
  return 'weaker: it leaves out something the payer names';
}

const gateLines = ({ gates, searched }: MatchCertificate): string[] => {
  const failed = gates.filter(({ passed }) => !passed).map(({ gate }) => gate);
  const passed = failed.length === 0 ? `all ${gates.length} passed` : `not passed: ${failed.join(', ')}`;
  return [
    `Gates: ${passed}. References read: ${searched.referenceCount}; items they lead to: ${searched.openItemCount}.`,
  ];
};
