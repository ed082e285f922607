/** Suggestions in full, asked for once while the queue is open: those of the next payments ahead of time. */
import { useMemo } from 'preact/hooks';
import { lettrage } from '../../session.ts';
import type { StandingProposal } from '../../types.ts';

export type Proposals = Readonly<{
  /** None when they can't be read: the payment is decided by hand. */
  of(paymentId: string): Promise<readonly StandingProposal[]>;
  forget(paymentId: string): void;
}>;

const mostKept = 200;

export function useProposals(ledger: string): Proposals {
  return useMemo(() => {
    const asked = new Map<string, Promise<readonly StandingProposal[]>>();
    return {
      of(paymentId) {
        const known = asked.get(paymentId);
        if (known !== undefined) return known;
        const [oldest] = asked.keys();
        if (asked.size >= mostKept && oldest !== undefined) asked.delete(oldest);
        const found = lettrage
          .GET('/v1/ledgers/{ledger}/payments/{paymentId}/proposals', { params: { path: { ledger, paymentId } } })
          .then(({ data }) => data?.proposals ?? [])
          .catch(() => []);
        asked.set(paymentId, found);
        return found;
      },
      forget(paymentId) {
        asked.delete(paymentId);
      },
    };
  }, [ledger]);
}
