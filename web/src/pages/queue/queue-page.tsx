/** The queue: payments on the left, the chosen one with its suggestions on the right, all of it by keyboard. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { given } from '../../../../src/client/client.ts';
import { refusalOf, useAnswer } from '../../answer.ts';
import { useDecisions } from '../../commands.ts';
import { Amount, Day } from '../../parts/amount.tsx';
import { useKeys } from '../../parts/keys.ts';
import { plainText } from '../../parts/plain-text.ts';
import { Notice } from '../../parts/states.tsx';
import { VirtualList } from '../../parts/virtual-list.tsx';
import { addressOf, goTo, type Place } from '../../place.ts';
import { lettrage } from '../../session.ts';
import type { QueuedPayment } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';
import { PaymentDesk } from './payment-desk.tsx';
import { useProposals } from './proposals.ts';

const rowHeight = 72;
const pageSize = 100;

export function QueuePage({ place }: Readonly<{ place: Place }>) {
  const { ledger, query } = place;
  const { t, term } = useSpeech();
  const reason = query.get('reason');
  const queue = useQueue(ledger, reason);
  const [counts, countAgain] = useAnswer(`counts ${ledger}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/review-queue/counts', { params: { path: { ledger } } }),
  );
  const [index, setIndex] = useState(0);
  const { decide, undoLast } = useDecisions(ledger);
  const waiting = queue.waiting;
  const at = Math.min(index, Math.max(0, waiting.length - 1));
  const chosen = waiting[at];
  const proposals = useProposals(ledger);
  // What comes next is there before it is looked at.
  useEffect(() => {
    for (const next of waiting.slice(at + 1, at + 4)) void proposals.of(next.payment.id);
  }, [chosen?.payment.id]);
  const move = (by: number) => setIndex(Math.max(0, Math.min(waiting.length - 1, at + by)));
  useKeys({ j: () => move(1), ArrowDown: () => move(1), k: () => move(-1), ArrowUp: () => move(-1), u: undoLast });
  useEffect(() => setIndex(0), [ledger, reason]);

  const filter = (value: string) => goTo(addressOf(ledger, 'queue', null, { reason: value }), 'replace');
  return (
    <div class="queue">
      <section class="queue-list" aria-label={t('queue.title')}>
        <div class="queue-head">
          <h1>{t('queue.title')}</h1>
          <label>
            <span class="hidden-label">{t('queue.filter')}</span>
            <select value={reason ?? ''} onChange={({ currentTarget }) => filter(currentTarget.value)}>
              <option value="">{t('queue.allReasons')}</option>
              {counts.data?.reasons.map(({ reason: one, paymentCount }) => (
                <option key={one} value={one}>
                  {term('reason', one)} ({paymentCount})
                </option>
              ))}
            </select>
          </label>
        </div>
        {queue.problem !== null && (
          <Notice>
            <strong role="alert">{t('app.failed')}</strong>
            <span>{queue.problem}</span>
            <button type="button" onClick={queue.again}>
              {t('app.again')}
            </button>
          </Notice>
        )}
        {queue.isWhole && waiting.length === 0 && (
          <Notice>{t(reason === null ? 'queue.empty' : 'queue.emptyFiltered')}</Notice>
        )}
        <VirtualList
          count={waiting.length}
          rowHeight={rowHeight}
          label={t('queue.title')}
          selected={at}
          onNearEnd={queue.more}
          row={(position) => {
            const one = waiting[position];
            return one === undefined ? null : (
              <Row queued={one} isChosen={position === at} onChoose={() => setIndex(position)} />
            );
          }}
        />
      </section>
      <section class="queue-desk" aria-label={t('payment.payment')}>
        {chosen === undefined ? (
          <Notice>{queue.isWhole ? t('queue.empty') : t('app.loading')}</Notice>
        ) : (
          <PaymentDesk
            key={chosen.payment.id}
            ledger={ledger}
            queued={chosen}
            proposals={proposals}
            decideInPlace={decide}
            decide={({ ask, onDone, onBack, ...rest }) => {
              // The next payment is on the screen while the books are written; if they refuse, this one comes back.
              queue.hide(chosen.payment.id);
              return decide({
                ask,
                ...rest,
                onDone: (state) => {
                  onDone?.(state);
                  countAgain();
                },
                onBack: () => {
                  onBack?.();
                  queue.bringBack(chosen.payment.id);
                  countAgain();
                },
              });
            }}
          />
        )}
      </section>
    </div>
  );
}

function Row({
  queued,
  isChosen,
  onChoose,
}: Readonly<{ queued: QueuedPayment; isChosen: boolean; onChoose: () => void }>) {
  const { t, term } = useSpeech();
  const { payment, reason } = queued;
  const text = payment.remittance.join(' ');
  return (
    <div class="queue-row" role="option" aria-selected={isChosen} onClick={onChoose}>
      <div>
        <span class="payer cut" dir="auto">
          {plainText(payment.counterpartyName ?? t('payment.unknownPayer'))}
        </span>
        <Amount {...payment.unapplied} isOut={payment.side === 'debit'} />
      </div>
      <div class="soft small">
        <span class="cut" dir="auto">
          {plainText(text.slice(0, 160))}
        </span>
      </div>
      <div class="soft small">
        <span class="cut">{term('reason', reason)}</span>
        <span class="when">
          <Day day={payment.bookingDate} />
        </span>
      </div>
    </div>
  );
}

type Loaded = Readonly<{ items: readonly QueuedPayment[]; next: string | null; isAsked: boolean }>;

/** Pages of the queue, as they are asked for; what is decided leaves it at once. */
function useQueue(ledger: string, reason: string | null) {
  const [loaded, setLoaded] = useState<Loaded>({ items: [], next: null, isAsked: true });
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const wanted = useRef(0);

  const ask = useCallback(
    async (after: string | null) => {
      const mine = wanted.current;
      const query = {
        limit: pageSize,
        ...(reason !== null && { reason: reason as QueuedPayment['reason'] }),
        ...(after !== null && { after }),
      };
      try {
        const page = given(
          await lettrage.GET('/v1/ledgers/{ledger}/review-queue', { params: { path: { ledger }, query } }),
        );
        if (mine !== wanted.current) return;
        setLoaded(({ items }) => ({
          items: after === null ? page.items : [...items, ...page.items],
          next: page.next,
          isAsked: false,
        }));
      } catch (error) {
        if (mine === wanted.current) setProblem(refusalOf(error).says);
      }
    },
    [ledger, reason],
  );

  useEffect(() => {
    wanted.current += 1;
    setLoaded({ items: [], next: null, isAsked: true });
    setHidden(new Set());
    setProblem(null);
    void ask(null);
  }, [ask, round]);

  const more = useCallback(() => {
    if (loaded.isAsked || loaded.next === null) return;
    setLoaded((known) => ({ ...known, isAsked: true }));
    void ask(loaded.next);
  }, [ask, loaded]);

  const waiting = useMemo(() => loaded.items.filter(({ payment }) => !hidden.has(payment.id)), [loaded.items, hidden]);
  const bringBack = async (paymentId: string) => {
    const found = loaded.items.findIndex(({ payment }) => payment.id === paymentId);
    const params = { path: { ledger, paymentId } };
    const { data } = await lettrage.GET('/v1/ledgers/{ledger}/payments/{paymentId}', { params });
    // As it stands now: its version is another than that which was decided on.
    if (data !== undefined && found >= 0)
      setLoaded((known) => ({
        ...known,
        items: known.items.map((one, position) => (position === found ? { ...one, payment: data } : one)),
      }));
    setHidden((ids) => new Set([...ids].filter((id) => id !== paymentId)));
  };
  return {
    waiting,
    problem,
    isWhole: !loaded.isAsked && loaded.next === null,
    more,
    again: () => setRound((count) => count + 1),
    hide: (id: string) => setHidden((ids) => new Set([...ids, id])),
    bringBack: (id: string) => void bringBack(id),
  };
}
