/** One payment: what the bank says, what the engine suggests, what speaks against it, and the hands to decide. */
import { useEffect, useState } from 'preact/hooks';
import { ifMatch } from '../../../../src/client/client.ts';
import type { Decide } from '../../commands.ts';
import { Amount, Day } from '../../parts/amount.tsx';
import { useKeys } from '../../parts/keys.ts';
import { plainText } from '../../parts/plain-text.ts';
import { lettrage } from '../../session.ts';
import type { QueuedPayment, StandingProposal } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';
import { HandDialog } from './hand-dialog.tsx';
import { OtherUseDialog, type OtherUse } from './other-use-dialog.tsx';
import type { Proposals } from './proposals.ts';
import { RemittanceText } from './remittance-text.tsx';
import { SuggestionCard } from './suggestion-card.tsx';

type Props = Readonly<{
  ledger: string;
  queued: QueuedPayment;
  proposals: Proposals;
  /** What settles the payment: it leaves the queue. */
  decide: Decide;
  /** What leaves it where it is. */
  decideInPlace: Decide;
}>;

export function PaymentDesk({ ledger, queued, proposals, decide, decideInPlace }: Props) {
  const { t, term } = useSpeech();
  const { payment, reason, failedGates } = queued;
  const [declined, setDeclined] = useState<readonly number[]>([]);
  const suggestions = queued.suggestions.filter(({ index }) => !declined.includes(index));
  const [position, setPosition] = useState(0);
  const [hand, setHand] = useState<'items' | OtherUse | null>(null);
  const [standing, setStanding] = useState<readonly StandingProposal[]>([]);
  useEffect(() => {
    let isWanted = true;
    void proposals.of(payment.id).then((found) => isWanted && setStanding(found));
    return () => {
      isWanted = false;
    };
  }, [payment.id]);
  const shown = suggestions.length === 0 ? 0 : position % suggestions.length;
  const suggestion = suggestions[shown];
  const inFull = standing.find(({ index }) => index === suggestion?.index);
  const next = () => setPosition(shown + 1);

  const ofProposal = (key: string) => ({
    path: { ledger, paymentId: payment.id, matchRunId: payment.matchRunId ?? '', index: suggestion?.index ?? 0 },
    header: { 'Idempotency-Key': key, 'If-Match': ifMatch(payment.version) },
  });
  const canDecline = suggestion !== undefined && payment.matchRunId !== null;
  const canAccept = canDecline && payment.side === 'credit';
  const accept = () => {
    if (!canAccept) return;
    void decide({
      ask: (key) =>
        lettrage.POST('/v1/ledgers/{ledger}/payments/{paymentId}/proposals/{matchRunId}/{index}/accept', {
          params: ofProposal(key),
          body: { rest: 'leave', reason: t('suggestion.accept') },
        }),
    });
  };
  const decline = () => {
    if (!canDecline) return;
    const { index } = suggestion;
    void decideInPlace({
      ask: (key) =>
        lettrage.POST('/v1/ledgers/{ledger}/payments/{paymentId}/proposals/{matchRunId}/{index}/decline', {
          params: ofProposal(key),
          body: { reason: t('suggestion.decline') },
        }),
      says: t('done.declined'),
      onDone: () => setDeclined((all) => [...all, index]),
    });
  };
  useKeys({
    Enter: accept,
    n: next,
    x: decline,
    h: () => setHand('items'),
    o: () => setHand('on_account'),
    c: () => setHand('not_receivable'),
  });

  return (
    <div class="desk stack">
      <header class="row apart">
        <div>
          <h2 dir="auto">{plainText(payment.counterpartyName ?? t('payment.unknownPayer'))}</h2>
          <p class="soft small">
            {t('payment.booked')} <Day day={payment.bookingDate} />
            {payment.counterpartyIban !== null && <> · {payment.counterpartyIban}</>}
          </p>
        </div>
        <p class="total">
          <Amount {...payment.unapplied} isOut={payment.side === 'debit'} />
        </p>
      </header>
      <section class="card stack">
        <h3>{t('payment.remittance')}</h3>
        <RemittanceText lines={payment.remittance} evidence={inFull?.proposal.evidence ?? []} />
        <p>
          <span class="soft">{t('payment.why')}: </span>
          <span class="tag">{term('reason', reason)}</span>
        </p>
        {failedGates.length > 1 && (
          <p>
            <span class="soft">{t('payment.speaksAgainst')}: </span>
            {failedGates.map((gate) => (
              <span key={gate} class="tag bad">
                {term('reason', gate)}
              </span>
            ))}
          </p>
        )}
      </section>
      {suggestion === undefined ? (
        <p class="card soft">{t('suggestion.none')}</p>
      ) : (
        inFull !== undefined && (
          <SuggestionCard
            payment={payment}
            suggestion={inFull.proposal}
            number={shown + 1}
            count={suggestions.length}
          />
        )
      )}
      <footer class="row hands">
        <button type="button" class="main" disabled={!canAccept} onClick={accept}>
          <kbd>⏎</kbd> {t('suggestion.accept')}
        </button>
        <button type="button" disabled={suggestions.length < 2} onClick={next}>
          <kbd>n</kbd> {t('suggestion.next')}
        </button>
        <button type="button" disabled={!canDecline} onClick={decline}>
          <kbd>x</kbd> {t('suggestion.decline')}
        </button>
        <button type="button" onClick={() => setHand('items')}>
          <kbd>h</kbd> {t('hand.allocate')}
        </button>
        <button type="button" disabled={payment.side !== 'credit'} onClick={() => setHand('on_account')}>
          <kbd>o</kbd> {t('hand.onAccount')}
        </button>
        <button type="button" onClick={() => setHand('not_receivable')}>
          <kbd>c</kbd> {t('hand.classify')}
        </button>
      </footer>
      {hand === 'items' && (
        <HandDialog
          ledger={ledger}
          payment={payment}
          suggestion={inFull?.proposal ?? null}
          onClose={() => setHand(null)}
          decide={decide}
        />
      )}
      {hand !== null && hand !== 'items' && (
        <OtherUseDialog ledger={ledger} queued={queued} use={hand} onClose={() => setHand(null)} decide={decide} />
      )}
    </div>
  );
}
