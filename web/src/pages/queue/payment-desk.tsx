/** One payment: what the bank says, what the engine suggests, what speaks against it, and the hands to decide. */
import { useEffect, useState } from 'preact/hooks';
import { ifMatch } from '../../../../src/client/client.ts';
import type { Decide, Decisions } from '../../commands.ts';
import { useKeys } from '../../parts/keys.ts';
import { lettrage } from '../../session.ts';
import type { PaymentAssignment, QueuedPayment, StandingProposal } from '../../types.ts';
import { useSpeech, type Word } from '../../words/words.ts';
import { AskDialog } from './ask-dialog.tsx';
import { useClaim } from './claims.ts';
import { HandDialog } from './hand-dialog.tsx';
import { OtherUseDialog } from './other-use-dialog.tsx';
import { Colleagues, PaymentCard, PaymentHeader } from './payment-card.tsx';
import type { Proposals } from './proposals.ts';
import type { Rest } from './rest-choice.tsx';
import { SuggestionCard } from './suggestion-card.tsx';
import { TransferDialog } from './transfer-dialog.tsx';

type Props = Readonly<{
  ledger: string;
  actor: string;
  queued: QueuedPayment;
  proposals: Proposals;
  colleagues: readonly string[];
  /** What settles the payment: it leaves the queue. */
  decide: Decide;
  /** What leaves it where it is. */
  decisions: Decisions;
  onAsked: (assignment: PaymentAssignment | null) => void;
}>;
type Hand = 'items' | 'on_account' | 'not_receivable' | 'ask' | 'transfer';

export function PaymentDesk({ ledger, actor, queued, proposals, colleagues, decide, decisions, onAsked }: Props) {
  const { t } = useSpeech();
  const { payment } = queued;
  const [hand, setHand] = useState<Hand | null>(null);
  const [rest, setRest] = useState<Rest>('leave');
  const close = () => setHand(null);
  const claim = useClaim(ledger, payment.id);
  const { suggestion, inFull, shown, count, next, setDeclined } = useSuggestions(queued, proposals);

  const canDecline = suggestion !== undefined && payment.matchRunId !== null;
  const canAccept = canDecline && payment.side === 'credit';
  const ofProposal = (key: string) => ({
    path: { ledger, paymentId: payment.id, matchRunId: payment.matchRunId ?? '', index: suggestion?.index ?? 0 },
    header: { 'Idempotency-Key': key, 'If-Match': ifMatch(payment.version) },
  });
  const accept = () => {
    if (!canAccept) return;
    void decide({
      ask: (key) =>
        lettrage.POST('/v1/ledgers/{ledger}/payments/{paymentId}/proposals/{matchRunId}/{index}/accept', {
          params: ofProposal(key),
          body: { rest, reason: t('suggestion.accept') },
        }),
    });
  };
  const decline = () => {
    if (!canDecline) return;
    const { index } = suggestion;
    void decisions.decide({
      ask: (key) =>
        lettrage.POST('/v1/ledgers/{ledger}/payments/{paymentId}/proposals/{matchRunId}/{index}/decline', {
          params: ofProposal(key),
          body: { reason: t('suggestion.decline') },
        }),
      says: t('done.declined'),
      onDone: () => setDeclined((all) => [...all, index]),
    });
  };
  const canPutOnAccount = payment.side === 'credit';
  const hands: readonly HandKey[] = [
    { key: 'Enter', word: 'suggestion.accept', act: accept, isPossible: canAccept },
    { key: 'n', word: 'suggestion.next', act: next, isPossible: count > 1 },
    { key: 'x', word: 'suggestion.decline', act: decline, isPossible: canDecline },
    { key: 'h', word: 'hand.allocate', act: () => setHand('items') },
    { key: 'o', word: 'hand.onAccount', act: () => setHand('on_account'), isPossible: canPutOnAccount },
    { key: 'c', word: 'hand.classify', act: () => setHand('not_receivable') },
    { key: 't', word: 'transfer.title', act: () => setHand('transfer') },
    { key: 'a', word: 'ask.title', act: () => setHand('ask') },
  ];
  useKeys(Object.fromEntries(hands.flatMap(({ key, act, isPossible = true }) => (isPossible ? [[key, act]] : []))));

  return (
    <div class="desk stack">
      <PaymentHeader queued={queued} />
      <Colleagues queued={queued} claim={claim} />
      <PaymentCard queued={queued} evidence={inFull?.proposal.evidence ?? []} />
      {suggestion === undefined ? (
        <p class="card soft">{t('suggestion.none')}</p>
      ) : (
        inFull !== undefined && (
          <SuggestionCard
            payment={payment}
            suggestion={inFull.proposal}
            number={shown + 1}
            count={count}
            rest={rest}
            onRest={setRest}
          />
        )
      )}
      <Hands hands={hands} />
      {hand === 'items' && (
        <HandDialog
          ledger={ledger}
          payment={payment}
          suggestion={inFull?.proposal ?? null}
          onClose={close}
          decide={decide}
        />
      )}
      {(hand === 'on_account' || hand === 'not_receivable') && (
        <OtherUseDialog ledger={ledger} queued={queued} use={hand} onClose={close} decide={decide} />
      )}
      {hand === 'transfer' && <TransferDialog ledger={ledger} decide={decisions.decide} onClose={close} />}
      {hand === 'ask' && (
        <AskDialog {...{ ledger, actor, queued, colleagues, onAsked }} tell={decisions.tell} onClose={close} />
      )}
    </div>
  );
}

type HandKey = Readonly<{
  /** By which it is done from anywhere on the page. */
  key: string;
  word: Word;
  act: () => void;
  isPossible?: boolean;
}>;

const Hands = ({ hands }: Readonly<{ hands: readonly HandKey[] }>) => {
  const { t } = useSpeech();
  return (
    <footer class="row hands">
      {hands.map(({ key, word, act, isPossible = true }, position) => (
        <button key={key} type="button" class={position === 0 ? 'main' : ''} disabled={!isPossible} onClick={act}>
          <kbd>{key === 'Enter' ? '⏎' : key}</kbd> {t(word)}
        </button>
      ))}
    </footer>
  );
};

/** The suggestions that nobody declined, one of them shown. */
function useSuggestions({ payment, suggestions }: QueuedPayment, proposals: Proposals) {
  const [declined, setDeclined] = useState<readonly number[]>([]);
  const [position, setPosition] = useState(0);
  const [standing, setStanding] = useState<readonly StandingProposal[]>([]);
  useEffect(() => {
    let isWanted = true;
    void proposals.of(payment.id).then((found) => isWanted && setStanding(found));
    return () => {
      isWanted = false;
    };
  }, [payment.id]);
  const left = suggestions.filter(({ index }) => !declined.includes(index));
  const shown = left.length === 0 ? 0 : position % left.length;
  const suggestion = left[shown];
  return {
    suggestion,
    inFull: standing.find(({ index }) => index === suggestion?.index),
    shown,
    count: left.length,
    next: () => setPosition(shown + 1),
    setDeclined,
  };
}
