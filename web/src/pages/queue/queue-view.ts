/**
 * What of the queue is looked at, and in which order. It stands in the address, so that a view can be sent to a colleague
 * and kept under a name. Pure.
 */
import { minorOf } from '../../money.ts';
import type { QueuedPayment } from '../../types.ts';

/** In the order of the address. */
const words = [
  'text',
  'reason',
  'account',
  'side',
  'customer',
  'owner',
  'age',
  'ageTo',
  'currency',
  'from',
  'to',
  'sort',
] as const;
type ViewWord = (typeof words)[number];

/** As written in the address; what is absent does not matter. `from` and `to` are amounts, `age` and `ageTo` days. */
export type QueueView = Readonly<Partial<Record<ViewWord, string>>>;

export const owners = ['mine', 'nobody'] as const;
export const sides = ['credit', 'debit'] as const;
export const ages = ['7', '30', '60', '90'] as const;
export const sorts = ['oldest', 'newest', 'largest', 'smallest'] as const;

/** What the list, the counts and the bulk preview all take. */
export type QueueFilter = Readonly<{
  text?: string;
  reason?: QueuedPayment['reason'];
  bankAccount?: string;
  side?: (typeof sides)[number];
  customerId?: string;
  assignee?: string;
  isAssigned?: boolean;
  ageFrom?: number;
  ageTo?: number;
  currency?: string;
  amountFrom?: string;
  amountTo?: string;
}>;
export type QueueOrder = Readonly<{ sort?: 'bookingDate' | 'amount'; order?: 'ascending' | 'descending' }>;

export function readView(query: URLSearchParams): QueueView {
  return Object.fromEntries(
    words.flatMap((word) => {
      const value = query.get(word)?.trim() ?? '';
      return value === '' ? [] : [[word, value]];
    }),
  );
}

/** The view as the query of an address, the same for the same view. */
export const queryOfView = (view: QueueView): string =>
  new URLSearchParams(words.flatMap((word) => (view[word] === undefined ? [] : [[word, view[word]]]))).toString();

/** How much of it narrows the list. */
export const filterCount = (view: QueueView): number =>
  words.filter((word) => word !== 'sort' && word !== 'currency' && view[word] !== undefined).length;

/** @param actor - who looks: `mine` are the payments that this person was asked about. */
export function filterOf(view: QueueView, actor: string): QueueFilter {
  const { text, reason, account, customer, owner, currency } = view;
  const side = sides.find((one) => one === view.side);
  const [ageFrom, ageTo] = [daysOf(view.age), daysOf(view.ageTo)];
  const [amountFrom, amountTo] = [plainDecimal(view.from), plainDecimal(view.to)];
  return {
    ...(text !== undefined && { text }),
    // A word that an address of long ago has and the service no longer knows is refused, and told.
    ...(reason !== undefined && { reason: reason as QueuedPayment['reason'] }),
    ...(account !== undefined && { bankAccount: account }),
    ...(side !== undefined && { side }),
    ...(customer !== undefined && { customerId: customer }),
    // While it is not known who looks, nothing can be theirs.
    ...(owner === 'mine' && actor !== '' && { assignee: actor }),
    ...(owner === 'nobody' && { isAssigned: false }),
    ...(ageFrom !== null && { ageFrom }),
    ...(ageTo !== null && { ageTo }),
    ...(currency !== undefined && { currency }),
    // Amounts are of a currency, and mean nothing without.
    ...(currency !== undefined && amountFrom !== null && { amountFrom }),
    ...(currency !== undefined && amountTo !== null && { amountTo }),
  };
}

export function orderOf({ sort, currency }: QueueView): QueueOrder {
  if (sort === 'newest') return { sort: 'bookingDate', order: 'descending' };
  if (currency === undefined) return {};
  if (sort === 'largest') return { sort: 'amount', order: 'descending' };
  return sort === 'smallest' ? { sort: 'amount', order: 'ascending' } : {};
}

const daysOf = (text = ''): number | null => (/^\d{1,4}$/.test(text) ? Number(text) : null);

/** As the service takes it: `1 250,5` is `1250.5`; null for what is no amount. */
function plainDecimal(typed = ''): string | null {
  const mostDigits = 3;
  if (minorOf(typed, mostDigits) === null || typed.startsWith('-')) return null;
  return typed
    .replaceAll(/[\s\u00A0\u202F]/g, '')
    .replace(',', '.')
    .replace(/\.$/, '');
}
