/** The suggestions for the payment that is open: one shown, accepted or declined. */
import { useEffect, useState } from 'preact/hooks';
import { ifMatch } from '../../../../src/client/client.ts';
import type { Decide } from '../../commands.ts';
import { lettrage } from '../../session.ts';
import type { QueuedPayment, StandingProposal } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';
import type { Proposals } from './proposals.ts';
import type { Rest } from './rest-choice.tsx';

type OfPayment = Readonly<{
  ledger: string;
  queued: QueuedPayment;
  proposals: Proposals;
  /** What settles the payment: it leaves the queue. */
  decide: Decide;
  /** What leaves it where it is. */
  decideInPlace: Decide;
}>;

/** @returns `accept` and `decline` of the one that is shown; null where that can't be done. */
export function useSuggestions({ ledger, queued, proposals, decide, decideInPlace }: OfPayment) {
  const { t } = useSpeech();
  const { payment } = queued;
  const [declined, setDeclined] = useState<readonly number[]>([]);
  const [position, setPosition] = useState(0);
  const [rest, setRest] = useState<Rest>('leave');
  const standing = useStanding(proposals, payment.id);
  const left = queued.suggestions.filter(({ index }) => !declined.includes(index));
  const shown = left.length === 0 ? 0 : position % left.length;
  const suggestion = left[shown];

  const ofSuggestion = (index: number, key: string) => ({
    path: { ledger, paymentId: payment.id, matchRunId: payment.matchRunId ?? '', index },
    header: { 'Idempotency-Key': key, 'If-Match': ifMatch(payment.version) },
  });
  const accept = (index: number) =>
    decide({
      ask: (key) =>
        lettrage.POST('/v1/ledgers/{ledger}/payments/{paymentId}/proposals/{matchRunId}/{index}/accept', {
          params: ofSuggestion(index, key),
          body: { rest, reason: t('suggestion.accept') },
        }),
    });
  const decline = (index: number) =>
    decideInPlace({
      ask: (key) =>
        lettrage.POST('/v1/ledgers/{ledger}/payments/{paymentId}/proposals/{matchRunId}/{index}/decline', {
          params: ofSuggestion(index, key),
          body: { reason: t('suggestion.decline') },
        }),
      says: t('done.declined'),
      onDone: () => setDeclined((all) => [...all, index]),
    });

  const isThere = suggestion !== undefined && payment.matchRunId !== null;
  return {
    suggestion,
    inFull: standing.find(({ index }) => index === suggestion?.index),
    shown,
    count: left.length,
    next: () => setPosition(shown + 1),
    rest,
    setRest,
    accept: isThere && payment.side === 'credit' ? () => void accept(suggestion.index) : null,
    decline: isThere ? () => void decline(suggestion.index) : null,
  };
}

/** In full, as soon as they are there. */
function useStanding(proposals: Proposals, paymentId: string): readonly StandingProposal[] {
  const [standing, setStanding] = useState<readonly StandingProposal[]>([]);
  useEffect(() => {
    let isWanted = true;
    void proposals.of(paymentId).then((found) => isWanted && setStanding(found));
    return () => {
      isWanted = false;
    };
  }, [paymentId]);
  return standing;
}
