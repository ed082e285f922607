/** Writes down what was decided about one payment, so that it can be read and checked without this engine. */
import type { MatchCertificate, Proposal } from '../domain/match.ts';
import { formatDecimal } from '../domain/money.ts';
import { amountsOf } from './certificate/write-amounts.ts';
import { evidenceOf } from './certificate/write-evidence.ts';
import { cellOfGrounds, groundsOf } from './decision/evidence-cell.ts';
import type { Ranked } from './decision/rank.ts';
import type { Verdict } from './decision/verdict.ts';
import type { Draft } from './hypotheses/draft.ts';
import type { Situation } from './situation.ts';

/** Grows with any change of outcome; each certificate carries it. */
export const engineVersion = 'ladder/4';

/** The chosen proposal and two alternatives: what a person can compare at a glance. */
export const mostProposals = 3;

/** Null for items of several customers: then no one customer is meant. */
function customerOf({ partition }: Situation, { customer, lines }: Draft): Proposal['customerId'] {
  const { itemCustomers } = partition.columns;
  const isOfOne = lines.every(({ item }) => itemCustomers[item] === customer);
  return isOfOne ? partition.customerId(customer) : null;
}

function toProposal(situation: Situation, { draft, points }: Ranked): Proposal {
  const grounds = groundsOf(draft);
  const { currency, lines, writeOff, unapplied, sentence } = amountsOf(situation, draft);
  return {
    // One by one: a hundred thousand copies of an object take seconds.
    selection: grounds.selection,
    reference: grounds.reference,
    amountClass: grounds.amountClass,
    payer: grounds.payer,
    rivals: grounds.rivals,
    notes: grounds.notes,
    cell: cellOfGrounds(grounds),
    points,
    customerId: customerOf(situation, draft),
    currency,
    lines,
    writeOff,
    unapplied,
    evidence: [...evidenceOf(situation, draft, lines), sentence],
  };
}

function searchedOf({ hits }: Situation): MatchCertificate['searched'] {
  const readings = new Set(hits.map(({ first, last }) => first * 1_024 + last));
  return { referenceCount: readings.size, openItemCount: new Set(hits.map(({ item }) => item)).size };
}

/**
 * The certificate of one payment. It is plain JSON with a fixed order of fields: equal situations give equal bytes.
 *
 * @param situation - as surveyed: residuals and the scan of the text are those that `ranked` was made from.
 * @param ranked - best first; three are told.
 */
export function writeCertificate(situation: Situation, ranked: readonly Ranked[], verdict: Verdict): MatchCertificate {
  const { payment } = situation;
  const [chosen = null, ...alternatives] = ranked.slice(0, mostProposals).map((one) => toProposal(situation, one));
  return {
    form: 'lettrage.certificate/2',
    engine: engineVersion,
    paymentId: payment.id,
    paymentAmount: formatDecimal({ minor: payment.unappliedMinor, currency: payment.currency }),
    currency: payment.currency,
    action: verdict.action,
    reason: verdict.reason,
    rule: verdict.rule,
    chosen,
    alternatives,
    gates: verdict.gates,
    searched: searchedOf(situation),
  };
}
