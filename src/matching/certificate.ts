/** Writes down what was decided about one payment, so that it can be read and checked without this engine. */
import type { GateResult, MatchCertificate, Proposal, ReviewReason } from '../domain/match.ts';
import { formatDecimal } from '../domain/money.ts';
import { sideOfKind } from '../domain/open-item.ts';
import type { Draft, Situation } from './strategy.ts';

/** Grows with any change of outcome; each certificate carries it. */
export const engineVersion = 'ladder/1';

function toProposal({ payment, partition }: Situation, draft: Draft): Proposal {
  const decimal = (minor: bigint): string => formatDecimal({ minor, currency: payment.currency });
  return {
    strategy: draft.strategy,
    customerId: partition.customerId(draft.customer),
    lines: draft.lines.map(({ item, clearedMinor }) => ({
      openItemId: partition.itemId(item),
      documentNumber: partition.documentNumberOf(item),
      kind: partition.kindOf(item),
      residual: decimal(partition.residualOf(item)),
      cleared: decimal(clearedMinor),
    })),
    evidence: draft.evidence,
    confidenceBp: draft.confidenceBp,
  };
}

/** What the payment would leave unapplied, minor units. */
function leftOver({ payment, partition }: Situation, draft: Draft): bigint {
  return draft.lines.reduce(
    (left, { item, clearedMinor }) =>
      sideOfKind(partition.kindOf(item)) === 'credit' ? left + clearedMinor : left - clearedMinor,
    payment.unappliedMinor,
  );
}

/**
 * The certificate of one payment. It is plain JSON with a fixed order of fields: equal situations give equal bytes.
 *
 * @param drafts - ranked, the chosen one first, three at most.
 */
export function writeCertificate(
  situation: Situation,
  drafts: readonly Draft[],
  gates: readonly GateResult[],
  reason: ReviewReason | null,
): MatchCertificate {
  const { payment, reading } = situation;
  const [chosen, ...others] = drafts;
  const decimal = (minor: bigint): string => formatDecimal({ minor, currency: payment.currency });
  return {
    form: 'lettrage.certificate/1',
    engine: engineVersion,
    paymentId: payment.id,
    paymentAmount: decimal(payment.unappliedMinor),
    currency: payment.currency,
    action: reason === null ? 'apply' : 'review',
    reason,
    chosen: chosen === undefined ? null : toProposal(situation, chosen),
    difference: chosen === undefined ? null : decimal(leftOver(situation, chosen)),
    alternatives: others.map((draft) => toProposal(situation, draft)),
    gates,
    searched: {
      referenceCount: reading.references.length,
      openItemCount: new Set(reading.references.flatMap(({ items }) => items)).size,
    },
  };
}
