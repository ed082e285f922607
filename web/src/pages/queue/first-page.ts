/**
 * The first page of the queue, asked before the page that shows it stands: who opens the queue by its address waits for one
 * answer, not for the ledgers and then for the list. Whoever asks the same first gets that answer, once.
 */
import type { Page as PageOf } from '../../parts/more.ts';
import type { Place } from '../../place.ts';
import { lettrage } from '../../session.ts';
import type { QueuedPayment } from '../../types.ts';
import { filterOf, orderOf, readView, type QueueFilter, type QueueOrder } from './queue-view.ts';

/** The first rows are there soon, and fill the screen; those that follow come in larger pages. */
const [firstSize, nextSize] = [30, 100];

type Asked = Readonly<{ data?: PageOf<QueuedPayment>; error?: unknown; response: Response }>;
let ahead: Readonly<{ key: string; answer: Promise<Asked> }> | null = null;

const keyOf = (ledger: string, filter: QueueFilter & QueueOrder): string => `${ledger} ${JSON.stringify(filter)}`;

function ask(ledger: string, filter: QueueFilter & QueueOrder, after: string | null): Promise<Asked> {
  const query = after === null ? { ...filter, limit: firstSize } : { ...filter, limit: nextSize, after };
  return lettrage.GET('/v1/ledgers/{ledger}/review-queue', { params: { path: { ledger }, query } });
}

/** A page of the queue. @param after - null: the first. */
export function askPage(ledger: string, filter: QueueFilter & QueueOrder, after: string | null): Promise<Asked> {
  const known = ahead;
  ahead = null;
  if (after !== null || known?.key !== keyOf(ledger, filter)) return ask(ledger, filter, after);
  // Asked before somebody signed in, it was refused.
  return known.answer.then((answer) => (answer.response.ok ? answer : ask(ledger, filter, null)));
}

/** Asks ahead, if this is where somebody goes. What is one's own is not known before it is known who one is. */
export function askAhead({ ledger, page, query }: Place): void {
  const view = readView(query);
  if (ledger === '' || page !== 'queue' || view.owner === 'mine') return;
  const filter = { ...filterOf(view, ''), ...orderOf(view) };
  const answer = ask(ledger, filter, null);
  ahead = { key: keyOf(ledger, filter), answer };
  // Who takes the answer hears of it; nobody else has to.
  answer.catch(() => undefined);
}
