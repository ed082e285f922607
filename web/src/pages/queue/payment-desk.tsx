/** One payment: what the bank says, what the engine suggests, what speaks against it, and the hands to decide. */
import { useState } from 'preact/hooks';
import type { Decide, Decisions } from '../../commands.ts';
import { useKeys } from '../../parts/keys.ts';
import type { PaymentAssignment, QueuedPayment } from '../../types.ts';
import { useSpeech, type Word } from '../../words/words.ts';
import { AskDialog } from './ask-dialog.tsx';
import { useClaim } from './claims.ts';
import { HandDialog } from './hand-dialog.tsx';
import { OtherUseDialog } from './other-use-dialog.tsx';
import { Colleagues, PaymentCard, PaymentHeader } from './payment-card.tsx';
import type { Proposals } from './proposals.ts';
import { SuggestionCard } from './suggestion-card.tsx';
import { useSuggestions } from './suggestions.ts';
import { TransferDialog } from './transfer-dialog.tsx';
import { WaitingCommands } from './waiting-commands.tsx';

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
  const close = () => setHand(null);
  const claim = useClaim(ledger, payment.id);
  const { suggestion, inFull, shown, count, next, rest, setRest, accept, decline } = useSuggestions({
    ledger,
    queued,
    proposals,
    decide,
    decideInPlace: decisions.decide,
  });
  const canPutOnAccount = payment.side === 'credit';
  const hands: readonly HandKey[] = [
    { key: 'Enter', word: 'suggestion.accept', act: accept },
    { key: 'n', word: 'suggestion.next', act: count > 1 ? next : null },
    { key: 'x', word: 'suggestion.decline', act: decline },
    { key: 'h', word: 'hand.allocate', act: () => setHand('items') },
    { key: 'o', word: 'hand.onAccount', act: canPutOnAccount ? () => setHand('on_account') : null },
    { key: 'c', word: 'hand.classify', act: () => setHand('not_receivable') },
    { key: 't', word: 'transfer.title', act: () => setHand('transfer') },
    { key: 'a', word: 'ask.title', act: () => setHand('ask') },
  ];
  useKeys(Object.fromEntries(hands.flatMap(({ key, act }) => (act === null ? [] : [[key, act]]))));

  return (
    <div class="desk stack">
      <PaymentHeader queued={queued} />
      <Colleagues queued={queued} claim={claim} />
      <WaitingCommands ledger={ledger} queued={queued} />
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
          decideInPlace={decisions.decide}
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
  /** Null: not with this payment. */
  act: (() => void) | null;
}>;

const Hands = ({ hands }: Readonly<{ hands: readonly HandKey[] }>) => {
  const { t } = useSpeech();
  return (
    <footer class="row hands">
      {hands.map(({ key, word, act }, position) => (
        <button
          key={key}
          type="button"
          class={position === 0 ? 'main' : ''}
          disabled={act === null}
          onClick={() => act?.()}
        >
          <kbd>{key === 'Enter' ? '⏎' : key}</kbd> {t(word)}
        </button>
      ))}
    </footer>
  );
};
