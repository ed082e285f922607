/** Pages of the queue, as they are asked for; what is decided leaves it at once, and comes back when it is refused. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { given } from '../../../../src/client/client.ts';
import { lettrage } from '../../session.ts';
import type { QueuedPayment } from '../../types.ts';
import { refusalOf } from '../../words/refusals.ts';
import { askPage } from './first-page.ts';
import type { QueueFilter, QueueOrder } from './queue-view.ts';

type Loaded = Readonly<{ items: readonly QueuedPayment[]; next: string | null; isAsked: boolean }>;

export type QueueList = Readonly<{
  waiting: readonly QueuedPayment[];
  problem: ReturnType<typeof refusalOf> | null;
  /** All of it is loaded. */
  isWhole: boolean;
  /** The first answer was there: what else the page asks can be asked. */
  isThere: boolean;
  more: () => void;
  /** From the first page on. */
  again: () => void;
  hide: (paymentId: string) => void;
  /** As it stands now, unless it no longer waits. */
  bringBack: (paymentId: string) => void;
  /** What is known of it without asking: who was asked about it. */
  change: (paymentId: string, changes: Partial<QueuedPayment>) => void;
}>;

export function useQueueList(ledger: string, filter: QueueFilter & QueueOrder): QueueList {
  const [loaded, setLoaded] = useState<Loaded>({ items: [], next: null, isAsked: true });
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<QueueList['problem']>(null);
  const [round, setRound] = useState(0);
  const [isThere, setIsThere] = useState(false);
  const wanted = useRef(0);
  const asked = JSON.stringify(filter);

  const ask = useCallback(
    async (after: string | null) => {
      const mine = wanted.current;
      try {
        const page = given(await askPage(ledger, filter, after));
        if (mine !== wanted.current) return;
        setLoaded(({ items }) => ({
          items: after === null ? page.items : [...items, ...page.items],
          next: page.next,
          isAsked: false,
        }));
      } catch (error) {
        if (mine === wanted.current) setProblem(refusalOf(error));
      } finally {
        setIsThere(true);
      }
    },
    [ledger, asked],
  );

  // Other filters are another list; the same asked again stays until the answer is there, and who is at it is not disturbed.
  useEffect(() => setLoaded({ items: [], next: null, isAsked: true }), [ask]);
  useEffect(() => {
    wanted.current += 1;
    setHidden(new Set());
    setProblem(null);
    void ask(null);
  }, [ask, round]);

  const more = useCallback(() => {
    if (loaded.isAsked || loaded.next === null) return;
    setLoaded((known) => ({ ...known, isAsked: true }));
    void ask(loaded.next);
  }, [ask, loaded]);

  const change = useCallback((paymentId: string, changes: Partial<QueuedPayment>) => {
    setLoaded((known) => ({
      ...known,
      items: known.items.map((one) => (one.payment.id === paymentId ? { ...one, ...changes } : one)),
    }));
  }, []);

  const bringBack = async (paymentId: string) => {
    const params = { path: { ledger, paymentId } };
    const { data } = await lettrage.GET('/v1/ledgers/{ledger}/payments/{paymentId}', { params });
    if (data !== undefined && data.status !== 'in_review') return;
    // Its version is another than that which was decided on, and so may be the reason why it waits.
    if (data !== undefined)
      change(paymentId, { payment: data, ...(data.reviewReason !== null && { reason: data.reviewReason }) });
    setHidden((ids) => new Set([...ids].filter((id) => id !== paymentId)));
  };

  const waiting = useMemo(() => loaded.items.filter(({ payment }) => !hidden.has(payment.id)), [loaded.items, hidden]);
  return {
    waiting,
    problem,
    isWhole: !loaded.isAsked && loaded.next === null,
    isThere,
    more,
    again: () => setRound((count) => count + 1),
    hide: (id) => setHidden((ids) => new Set([...ids, id])),
    bringBack: (id) => void bringBack(id),
    change,
  };
}
