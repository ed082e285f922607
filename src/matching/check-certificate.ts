/**
 * Checks a match certificate from its own words: no engine, no database, no text of the payment.
 *
 * It answers what an auditor asks of an entry made by a machine. Do the lines add up, to the cent? Is nothing cleared
 * beyond its residual? Does each line have a reason, and was every gate passed?
 */
import type { Evidence, FoundAt, MatchCertificate, Proposal, ProposedLine } from '../domain/match.ts';
import { parseAmount } from '../domain/money.ts';
import { sideOfKind, type OpenItemKind } from '../domain/open-item.ts';
import { confidenceBp } from './confidence.ts';
import { gateOrder } from './gate-order.ts';

type Problems = string[];

const openItemKinds: ReadonlySet<string> = new Set<OpenItemKind>(['invoice', 'credit_note', 'down_payment']);
const evidenceKinds: ReadonlySet<string> = new Set<Evidence['kind']>([
  'creditor_reference_equal',
  'document_number_equal',
  'amount_equal',
  'amount_differs',
  'payer_iban_known',
  'payer_name_equal',
  'payer_unknown',
  'payer_is_other_customer',
  'only_item_with_amount',
]);

/** Reads an amount of the certificate; what is no amount becomes a problem and counts as 0. */
type ReadAmount = (written: string, where: string) => bigint;

/**
 * Everything that does not hold, in words; empty when the certificate is whole.
 *
 * A review certificate is checked for its arithmetic and its reason; one that was applied also for completeness.
 */
export function checkCertificate(certificate: MatchCertificate): readonly string[] {
  const problems: Problems = [];
  const readAmount: ReadAmount = (written, where) => {
    const amount = parseAmount(written, certificate.currency);
    if (!amount.ok) problems.push(`${where}: ${written} is no amount in ${certificate.currency}`);
    return amount.ok ? amount.value.minor : 0n;
  };
  const paymentMinor = readAmount(certificate.paymentAmount, 'paymentAmount');
  if (certificate.form !== 'lettrage.certificate/1') problems.push('form: not a certificate of a known form');
  checkDecision(certificate, problems);
  checkDifference(certificate, paymentMinor, readAmount, problems);
  const proposals = [certificate.chosen, ...certificate.alternatives];
  for (const [index, proposal] of proposals.entries())
    if (proposal !== null)
      checkProposal(proposal, index === 0 ? 'chosen' : `alternative ${index}`, paymentMinor, readAmount, problems);
  checkRanking(certificate, problems);
  if (certificate.action === 'apply') {
    if (paymentMinor <= 0n) problems.push('paymentAmount: applied without money');
    checkApplied(certificate, readAmount, problems);
  }
  return problems;
}

/** The gates are all there, and the reason is the first that was not passed. */
function checkDecision({ action, reason, gates, chosen }: MatchCertificate, problems: Problems): void {
  const names = gates.map(({ gate }) => gate).join(' ');
  if (names !== gateOrder.join(' ')) problems.push('gates: not every gate is listed once, in order');
  // A certificate comes from outside: `"passed": "yes"` is not passed.
  if (!gates.every(({ passed }) => typeof passed === 'boolean'))
    problems.push('gates: passed is neither true nor false');
  const failed = gates.find(({ passed }) => !passed)?.gate ?? null;
  if (action !== 'apply' && action !== 'review') problems.push('action: neither apply nor review');
  if (action === 'apply') {
    if (reason !== null) problems.push(`reason: applied, and yet ${reason}`);
    if (failed !== null) problems.push(`gates: applied without passing ${failed}`);
    if (chosen === null) problems.push('chosen: applied without a proposal');
    return;
  }
  if (reason === null) problems.push('reason: a review without one');
  // These two arise after the gates, when other payments and the ledger have been seen.
  const isLater = reason === 'item_taken_by_other_payment' || reason === 'item_changed_meanwhile';
  const isContested = reason === 'several_explanations' && failed === null;
  if (reason !== failed && !(failed === null && (isLater || isContested)))
    problems.push(`reason: ${reason ?? 'none'}, but the first gate not passed is ${failed ?? 'none'}`);
}

/** Two alternatives at most, best first, none like another, none better than the one chosen. */
function checkRanking({ chosen, alternatives }: MatchCertificate, problems: Problems): void {
  const ranked = chosen === null ? alternatives : [chosen, ...alternatives];
  if (alternatives.length > 2 || (chosen === null && alternatives.length > 0))
    problems.push('alternatives: more than two, or beside no proposal');
  if (ranked.some(({ confidenceBp }, index) => confidenceBp > (ranked[index - 1]?.confidenceBp ?? 10_000)))
    problems.push('alternatives: not in the order of their confidence');
  const settled = ranked.map(({ lines }) =>
    lines
      .map((line) => `${line.openItemId} ${line.cleared}`)
      .toSorted()
      .join(', '),
  );
  if (new Set(settled).size !== ranked.length) problems.push('alternatives: one proposal stands there twice');
}

const sign = (line: ProposedLine): bigint => (sideOfKind(line.kind) === 'credit' ? -1n : 1n);

function checkDifference(
  { chosen, difference }: MatchCertificate,
  paymentMinor: bigint,
  readAmount: ReadAmount,
  problems: Problems,
): void {
  if ((chosen === null) !== (difference === null)) problems.push('difference: must stand exactly beside a proposal');
  if (chosen === null || difference === null) return;
  const cleared = chosen.lines.reduce((sum, line) => sum + sign(line) * readAmount(line.cleared, 'cleared'), 0n);
  if (cleared + readAmount(difference, 'difference') !== paymentMinor)
    problems.push('difference: payment is not the sum of the lines plus the difference');
}

function checkProposal(
  proposal: Proposal,
  where: string,
  paymentMinor: bigint,
  readAmount: ReadAmount,
  problems: Problems,
): void {
  let clearedSum = 0n;
  let residualSum = 0n;
  for (const line of proposal.lines) {
    const cleared = readAmount(line.cleared, `${where}, ${line.documentNumber}, cleared`);
    const residual = readAmount(line.residual, `${where}, ${line.documentNumber}, residual`);
    if (!openItemKinds.has(line.kind)) problems.push(`${where}: ${line.documentNumber} is of no known kind`);
    if (cleared <= 0n) problems.push(`${where}: ${line.documentNumber} clears nothing`);
    if (cleared > residual) problems.push(`${where}: ${line.documentNumber} clears more than its residual`);
    clearedSum += sign(line) * cleared;
    residualSum += sign(line) * residual;
  }
  if (proposal.lines.length === 0) problems.push(`${where}: no lines`);
  if (clearedSum > paymentMinor) problems.push(`${where}: clears more than the payment`);
  if (new Set(proposal.lines.map((line) => line.openItemId)).size !== proposal.lines.length)
    problems.push(`${where}: an item stands on two lines`);
  if (!(Number.isInteger(proposal.confidenceBp) && proposal.confidenceBp >= 0 && proposal.confidenceBp <= 10_000))
    problems.push(`${where}: confidence is no integer from 0 to 10,000`);
  checkEvidence(proposal, where, problems);
  checkAmountEvidence(proposal, where, paymentMinor, paymentMinor - residualSum, readAmount, problems);
}

/** Each sentence is about a line of this proposal, or about its customer; one is about the payer. */
function checkEvidence({ lines, evidence, customerId }: Proposal, where: string, problems: Problems): void {
  const lineById = new Map(lines.map((line) => [line.openItemId, line]));
  for (const each of evidence) {
    if (!evidenceKinds.has(each.kind)) problems.push(`${where}: ${each.kind} is no known evidence`);
    if ('found' in each && !isPlace(each.found)) problems.push(`${where}: ${each.kind} was found nowhere`);
    if ('openItemId' in each && !lineById.has(each.openItemId))
      problems.push(`${where}: ${each.kind} is about an item that is not on the lines`);
    if (each.kind === 'document_number_equal' && lineById.get(each.openItemId)?.documentNumber !== each.documentNumber)
      problems.push(`${where}: the number found is not the number of the line`);
    if (isPayerAgreement(each) && each.customerId !== customerId)
      problems.push(`${where}: ${each.kind} names another customer`);
    if (each.kind === 'payer_is_other_customer' && each.customerId === customerId)
      problems.push(`${where}: the other customer is the customer`);
  }
  const payerCount = evidence.filter(({ kind }) => kind.startsWith('payer_')).length;
  if (payerCount !== 1) problems.push(`${where}: ${payerCount} sentences about the payer instead of one`);
}

/** A field, or characters of the remittance from a place to a later one. */
function isPlace(found: FoundAt): boolean {
  if (found.field !== 'remittance') return found.field === 'creditor_reference' || found.field === 'end_to_end_id';
  const { line, start, endLine, end } = found;
  const isCounted = [line, start, endLine, end].every((count) => Number.isInteger(count) && count >= 0);
  return isCounted && (line < endLine || (line === endLine && start < end));
}

const isPayerAgreement = (each: Evidence) => each.kind === 'payer_iban_known' || each.kind === 'payer_name_equal';

/** The sentence about the amount says what payment minus residuals is. */
function checkAmountEvidence(
  { evidence }: Proposal,
  where: string,
  paymentMinor: bigint,
  byMinor: bigint,
  readAmount: ReadAmount,
  problems: Problems,
): void {
  const sentences = evidence.filter((each) => each.kind === 'amount_equal' || each.kind === 'amount_differs');
  const [only] = sentences;
  if (only === undefined || sentences.length > 1) {
    problems.push(`${where}: ${sentences.length} sentences about the amount instead of one`);
    return;
  }
  const isTrue =
    only.kind === 'amount_equal'
      ? byMinor === 0n && readAmount(only.amount, `${where}, amount_equal`) === paymentMinor
      : byMinor !== 0n && readAmount(only.by, `${where}, amount_differs`) === byMinor;
  if (!isTrue) problems.push(`${where}: ${only.kind} does not agree with the lines`);
}

/** What is applied without a person clears whole items, exactly, each of them named by the payer. */
function checkApplied({ chosen, difference }: MatchCertificate, readAmount: ReadAmount, problems: Problems): void {
  if (chosen === null) return;
  if (difference === null || readAmount(difference, 'difference') !== 0n)
    problems.push('difference: applied, not zero');
  if (chosen.confidenceBp !== appliedRungOf(chosen))
    problems.push(`chosen: rule ${chosen.strategy} applies nothing with this evidence at ${chosen.confidenceBp}`);
  const named = new Set(
    chosen.evidence.flatMap((each) =>
      each.kind === 'creditor_reference_equal' || each.kind === 'document_number_equal' ? [each.openItemId] : [],
    ),
  );
  for (const line of chosen.lines) {
    if (!named.has(line.openItemId)) problems.push(`chosen: ${line.documentNumber} was not named by the payer`);
    if (readAmount(line.cleared, 'cleared') !== readAmount(line.residual, 'residual'))
      problems.push(`chosen: ${line.documentNumber} is not cleared whole`);
  }
  if (chosen.evidence.some(({ kind }) => kind === 'payer_is_other_customer'))
    problems.push('chosen: applied to the items of another customer');
}

/** The rung that the evidence earns, where the rule may be applied without a person; else null. */
function appliedRungOf({ strategy, lines, evidence }: Proposal): number | null {
  if (strategy === 'creditor_reference/1')
    return lines.length === 1 && evidence.some(({ kind }) => kind === 'creditor_reference_equal')
      ? confidenceBp.creditorReference
      : null;
  if (strategy !== 'document_numbers/1') return null;
  return evidence.some(isPayerAgreement)
    ? confidenceBp.documentNumbersPayerAgrees
    : confidenceBp.documentNumbersPayerUnknown;
}
