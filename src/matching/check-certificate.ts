/**
 * Checks a match certificate from its own words: no engine, no database, no text of the payment.
 *
 * It answers what an auditor asks of an entry made by a machine. Do the lines add up, to the cent? Is nothing cleared
 * beyond its residual? Does each line have a reason, and was every gate passed?
 */
import type { Evidence, MatchCertificate, Proposal, ProposedLine } from '../domain/match.ts';
import { parseAmount } from '../domain/money.ts';
import { sideOfKind } from '../domain/open-item.ts';
import { lowestAppliedBp } from './confidence.ts';
import { gateOrder } from './gate-order.ts';

type Problems = string[];

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
  if (certificate.action === 'apply') checkApplied(certificate, readAmount, problems);
  return problems;
}

/** The gates are all there, and the reason is the first that was not passed. */
function checkDecision({ action, reason, gates, chosen }: MatchCertificate, problems: Problems): void {
  const names = gates.map(({ gate }) => gate).join(' ');
  if (names !== gateOrder.join(' ')) problems.push('gates: not every gate is listed once, in order');
  const failed = gates.find(({ passed }) => !passed)?.gate ?? null;
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
    if (cleared <= 0n) problems.push(`${where}: ${line.documentNumber} clears nothing`);
    if (cleared > residual) problems.push(`${where}: ${line.documentNumber} clears more than its residual`);
    clearedSum += sign(line) * cleared;
    residualSum += sign(line) * residual;
  }
  if (proposal.lines.length === 0) problems.push(`${where}: no lines`);
  if (clearedSum > paymentMinor) problems.push(`${where}: clears more than the payment`);
  if (new Set(proposal.lines.map((line) => line.openItemId)).size !== proposal.lines.length)
    problems.push(`${where}: an item stands on two lines`);
  if (proposal.confidenceBp < 0 || proposal.confidenceBp > 10_000)
    problems.push(`${where}: confidence outside 0 to 10,000`);
  checkEvidence(proposal, where, problems);
  checkAmountEvidence(proposal, where, paymentMinor, paymentMinor - residualSum, readAmount, problems);
}

/** Each sentence is about a line of this proposal, or about its customer; one is about the payer. */
function checkEvidence({ lines, evidence, customerId }: Proposal, where: string, problems: Problems): void {
  const lineById = new Map(lines.map((line) => [line.openItemId, line]));
  for (const each of evidence) {
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
  if (chosen.confidenceBp < lowestAppliedBp) problems.push('chosen: applied below the lowest rung for it');
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
