/** Accepting many suggestions at once: which of them nobody has to look at one by one. Pure. */
import { createHash } from 'node:crypto';
import type { MatchRunId, PaymentId } from '../../domain/ids.ts';
import type { MatchCertificate, ReviewReason } from '../../domain/match.ts';
import { canonicalJson } from '../canonical-json.ts';

/**
 * Reasons that ask for a decision about a kind of payment, not about this one: no rule is sure enough, or the difference
 * wants a yes. Behind every other reason (a dispute, another payer, a repetition, several explanations …) somebody has to
 * see the payment itself.
 */
export const bulkReasons: readonly ReviewReason[] = ['amount_differs', 'not_certain', 'not_bookable'];

/** The best suggestion is the only one that explains the payment, and no gate asks for a look at this payment. */
export const mayAcceptUnseen = ({ chosen, gates }: Pick<MatchCertificate, 'chosen' | 'gates'>): boolean =>
  chosen !== null && chosen.rivals === 0 && gates.every(({ gate, passed }) => passed || bulkReasons.includes(gate));

/** The best suggestion of a run for a payment, as it was seen. */
export type SeenProposal = Readonly<{ paymentId: PaymentId; matchRunId: MatchRunId; version: number }>;

/** What becomes of what the suggestions leave over. */
export type BulkRest = 'leave' | 'on_account';

/** SHA-256 of what was looked at, in its order: who accepts says that it is this and nothing else. */
export const bulkToken = (rest: BulkRest, list: readonly SeenProposal[]): string =>
  createHash('sha256')
    .update(
      canonicalJson({
        rest,
        list: list.map(({ paymentId, matchRunId, version }) => ({ paymentId, matchRunId, version })),
      }),
      'utf8',
    )
    .digest('hex');
