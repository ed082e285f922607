/**
 * Checks a match certificate from its own words: no engine, no database, no text of the payment.
 *
 * It answers what an auditor asks of an entry made by a machine. Do the lines add up, to the cent? Is nothing cleared
 * beyond its residual? Does each line have a reason, was every gate passed, and does the rule allow it on these grounds?
 */
import { parseCurrency } from '../domain/currency.ts';
import { gates as gateOrder, laterReasons, type MatchCertificate, type Proposal } from '../domain/match.ts';
import { checkAmounts, readMinor, type Report } from './certificate/check-amounts.ts';
import { checkEvidence } from './certificate/check-evidence.ts';
import { ruleOf } from './decision/ladder.ts';

/**
 * Everything that does not hold, in words; empty when the certificate is whole.
 *
 * Suggestions of a review are checked like what was applied; only what is applied needs a rule of the ladder.
 *
 * @throws TypeError for JSON of another shape than a certificate's.
 */
export function checkCertificate(certificate: MatchCertificate): readonly string[] {
  const problems: string[] = [];
  const report: Report = (problem) => problems.push(problem);
  if (certificate.form !== 'lettrage.certificate/2') return ['form: not a certificate of a known form'];
  const currency = parseCurrency(certificate.currency);
  if (!currency.ok) return [`currency: ${certificate.currency} is none`];
  const minor = readMinor(certificate.paymentAmount, currency.value, 'paymentAmount', report);
  if (certificate.action === 'apply' && minor <= 0n) report('paymentAmount: applied without money');
  checkDecision(certificate, report);
  checkRanking(certificate, report);
  for (const [place, proposal] of proposalsOf(certificate).entries()) {
    const where = place === 0 ? 'chosen' : `alternative ${place}`;
    const reportThere: Report = (problem) => report(`${where}: ${problem}`);
    checkAmounts(proposal, { minor, currency: currency.value }, reportThere);
    checkEvidence(proposal, reportThere);
  }
  return problems;
}

const proposalsOf = ({ chosen, alternatives }: MatchCertificate): readonly Proposal[] =>
  chosen === null ? alternatives : [chosen, ...alternatives];

/** The gates are all there, and the reason is the first that was not passed; or there is none, and a rule. */
function checkDecision({ action, reason, rule, gates, chosen }: MatchCertificate, report: Report): void {
  if (gates.map(({ gate }) => gate).join(' ') !== gateOrder.join(' '))
    report('gates: not every gate is listed once, in order');
  // A certificate comes from outside: `"passed": "yes"` is not passed.
  if (!gates.every(({ passed }) => typeof passed === 'boolean')) report('gates: passed is neither true nor false');
  const failed = gates.find(({ passed }) => !passed)?.gate ?? null;
  if (action === 'apply') {
    if (reason !== null) report(`reason: applied, and yet ${reason}`);
    if (failed !== null) report(`gates: applied without passing ${failed}`);
    if (chosen === null) report('chosen: applied without a proposal');
    else if (rule === null || rule !== ruleOf(chosen)) report(`rule: ${rule ?? 'none'} does not allow this`);
    return;
  }
  if (action !== 'review') report('action: neither apply nor review');
  if (rule !== null) report(`rule: a review, and yet ${rule}`);
  if (reason === null) return report('reason: a review without one');
  // Claims that stand equal for one item are seen only beside each other: behind the gates.
  const isLater = reason === 'several_explanations' || laterReasons.some((later) => later === reason);
  if (reason !== failed && !(failed === null && isLater && chosen !== null))
    report(`reason: ${reason}, but the first gate not passed is ${failed ?? 'none'}`);
}

/** Two alternatives at most, best first, none like another, none better than the one chosen. */
function checkRanking(certificate: MatchCertificate, report: Report): void {
  const { chosen, alternatives } = certificate;
  const ranked = proposalsOf(certificate);
  if (alternatives.length > 2 || (chosen === null && alternatives.length > 0))
    report('alternatives: more than two, or beside no proposal');
  if (ranked.some(({ points }, index) => points > (ranked[index - 1]?.points ?? points)))
    report('alternatives: not in the order of their points');
  const settled = ranked.map(({ lines }) =>
    lines
      .map((line) => `${line.openItemId} ${line.cleared}`)
      .toSorted()
      .join(', '),
  );
  if (new Set(settled).size !== ranked.length) report('alternatives: one proposal stands there twice');
}
