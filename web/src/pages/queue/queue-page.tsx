/** The queue: payments on the left, the chosen one with its suggestions on the right, all of it by keyboard. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useAnswer } from '../../answer.ts';
import { useDecisions, type Decide } from '../../commands.ts';
import { useKeys } from '../../parts/keys.ts';
import { Notice } from '../../parts/states.tsx';
import { VirtualList } from '../../parts/virtual-list.tsx';
import { addressOf, goTo, type Place } from '../../place.ts';
import { lettrage } from '../../session.ts';
import type { QueuedPayment } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import { useClaims, type ClaimByPayment } from './claims.ts';
import { FilterBar } from './filter-bar.tsx';
import { PaymentDesk } from './payment-desk.tsx';
import { useProposals } from './proposals.ts';
import { useQueueList, type QueueList } from './queue-list.ts';
import { QueueRow, rowHeight } from './queue-row.tsx';
import { filterCount, filterOf, orderOf, queryOfView, readView } from './queue-view.ts';
import { ViewsDialog } from './views-dialog.tsx';

export function QueuePage({ place, actor }: Readonly<{ place: Place; actor: string }>) {
  const { ledger } = place;
  const { t } = useSpeech();
  const view = readView(place.query);
  const viewQuery = queryOfView(view);
  const filter = useMemo(() => filterOf(view, actor), [viewQuery, actor]);
  const queue = useQueueList(ledger, { ...filter, ...orderOf(view) });
  const { reason: _, ...others } = filter;
  // The first rows wait for nothing but themselves.
  const { isThere } = queue;
  const [counts, countAgain] = useAnswer(
    `counts ${ledger} ${JSON.stringify(others)} ${String(isThere)}`,
    isThere
      ? () => lettrage.GET('/v1/ledgers/{ledger}/review-queue/counts', { params: { path: { ledger }, query: others } })
      : null,
  );
  const [dialog, setDialog] = useState<'views' | 'bulk' | null>(null);
  const [index, setIndex] = useState(0);
  const decisions = useDecisions(ledger);
  const claims = useClaims(ledger, isThere);
  const { waiting } = queue;
  const at = Math.min(index, Math.max(0, waiting.length - 1));
  const chosen = waiting[at];
  const proposals = useProposals(ledger);
  // What comes next is there before it is looked at.
  useEffect(() => {
    for (const next of waiting.slice(at + 1, at + 4)) void proposals.of(next.payment.id);
  }, [chosen?.payment.id]);
  useEffect(() => setIndex(0), [ledger, viewQuery]);
  const colleagues = useMemo(() => colleaguesOf(waiting, claims, actor), [waiting, claims, actor]);
  const openAt = (paymentId: string) => {
    const holder = claims.get(paymentId)?.actor ?? actor;
    return holder === actor ? null : holder;
  };
  const emptyWord = filterCount(view) > 0 ? 'queue.emptyFiltered' : 'queue.empty';
  const move = (by: number) => setIndex(Math.max(0, Math.min(waiting.length - 1, at + by)));
  useKeys({
    j: () => move(1),
    ArrowDown: () => move(1),
    k: () => move(-1),
    ArrowUp: () => move(-1),
    u: decisions.undoLast,
    '/': () => document.getElementById('queue-search')?.focus(),
    v: () => setDialog('views'),
    b: () => setDialog('bulk'),
  });
  const open = (query: string) =>
    goTo(addressOf(ledger, 'queue', null, Object.fromEntries(new URLSearchParams(query))), 'replace');

  return (
    <div class="queue">
      <section class="queue-list" aria-label={t('queue.title')}>
        <div class="queue-head">
          <div class="row apart">
            <h1>{t('queue.title')}</h1>
            <span class="row">
              <button type="button" onClick={() => setDialog('bulk')}>
                <kbd>b</kbd> {t('bulk.open')}
              </button>
              <button type="button" onClick={() => setDialog('views')}>
                <kbd>v</kbd> {t('queue.views')}
              </button>
            </span>
          </div>
          <FilterBar
            ledger={ledger}
            view={view}
            counts={counts.data}
            isListThere={isThere}
            onChange={(changed) => open(queryOfView(changed))}
          />
        </div>
        <Rows queue={queue} at={at} empty={t(emptyWord)} openAt={openAt} onChoose={setIndex} />
      </section>
      <section class="queue-desk" aria-label={t('payment.payment')}>
        {chosen === undefined ? (
          <Notice>{t(queue.isWhole ? emptyWord : 'app.loading')}</Notice>
        ) : (
          <PaymentDesk
            key={chosen.payment.id}
            ledger={ledger}
            actor={actor}
            queued={chosen}
            proposals={proposals}
            colleagues={colleagues}
            decisions={decisions}
            decide={leaving(queue, chosen.payment.id, countAgain, decisions.decide)}
            onAsked={(assignment) => queue.change(chosen.payment.id, { assignment })}
          />
        )}
      </section>
      {dialog === 'bulk' && (
        <BulkDialog
          ledger={ledger}
          filter={filter}
          tell={decisions.tell}
          onChanged={() => {
            queue.again();
            countAgain();
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'views' && (
        <ViewsDialog
          key={actor}
          ledger={ledger}
          actor={actor}
          query={viewQuery}
          onOpen={open}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}

function Rows({
  queue,
  at,
  empty,
  openAt,
  onChoose,
}: Readonly<{
  queue: QueueList;
  /** Which is chosen. */
  at: number;
  /** Said where there are none. */
  empty: string;
  /** At whose desk, if not one's own, a payment is open. */
  openAt: (paymentId: string) => string | null;
  onChoose: (position: number) => void;
}>) {
  const { t } = useSpeech();
  const { waiting } = queue;
  return (
    <div class="queue-rows">
      <ListState queue={queue} empty={empty} />
      <VirtualList
        count={waiting.length}
        rowHeight={rowHeight}
        label={t('queue.title')}
        selected={at}
        onNearEnd={queue.more}
        row={(position) => {
          const one = waiting[position];
          return one === undefined ? null : (
            <QueueRow
              queued={one}
              openAt={openAt(one.payment.id)}
              isChosen={position === at}
              onChoose={() => onChoose(position)}
            />
          );
        }}
      />
    </div>
  );
}

/** The next payment is on the screen while the books are written; if they refuse, this one comes back. */
function leaving(queue: QueueList, paymentId: string, countAgain: () => void, decide: Decide): Decide {
  return ({ onDone, onBack, ...asked }) => {
    queue.hide(paymentId);
    return decide({
      ...asked,
      onDone: (...done) => {
        onDone?.(...done);
        countAgain();
      },
      onBack: () => {
        onBack?.();
        queue.bringBack(paymentId);
        countAgain();
      },
    });
  };
}

/** Other people whom the queue names, to be asked. */
function colleaguesOf(waiting: readonly QueuedPayment[], claims: ClaimByPayment, actor: string): readonly string[] {
  const asked = waiting.flatMap(({ assignment }) =>
    assignment === null ? [] : [assignment.assignee, assignment.assignedBy],
  );
  const names = new Set([...asked, ...[...claims.values()].map((claim) => claim.actor)]);
  return [...names]
    .flatMap((name) => (name === null || name === actor ? [] : [name]))
    .toSorted((a, b) => a.localeCompare(b));
}

/** Why there are no rows, where there are none. */
function ListState({ queue, empty }: Readonly<{ queue: QueueList; empty: string }>) {
  const { t, coded } = useSpeech();
  if (queue.problem !== null)
    return (
      <Notice>
        <strong role="alert">{t('app.failed')}</strong>
        <span>{coded(queue.problem.code, queue.problem.says)}</span>
        <button type="button" onClick={queue.again}>
          {t('app.again')}
        </button>
      </Notice>
    );
  if (!queue.isWhole || queue.waiting.length > 0) return null;
  return <Notice>{empty}</Notice>;
}
