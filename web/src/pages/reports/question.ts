/** What the poste client is asked: as of when, in which buckets, and which lines; all of it stands in the address. */
import { readSorting, sortedBy, sortingQuery, type Order } from '../../parts/sorting.ts';
import { addressOf, type Place } from '../../place.ts';
import { useSpeech } from '../../words/words.ts';

const views = ['overview', 'documents', 'on_account', 'advance'] as const;
export type View = (typeof views)[number];

export type Question = Readonly<{
  ledger: string;
  /** A day, to its end, or an instant: as it was known then. Null: now. */
  asOf: string | null;
  /** Last days past due of each bucket, as the service takes them. */
  buckets: string;
  /** The whole, or the lines behind a part of it: what is owed document by document, money on account, advances. */
  view: View;
  /** Of the documents: one customer's, by code, and one bucket's, or all that is past due; null: all. */
  customer: string | null;
  bucket: number | 'past_due' | null;
  /** Of the customers. */
  by: Readonly<{ sort: AgedSort; order: Order }>;
}>;

const agedSorts = ['code', 'name', 'overdue', 'owed'] as const;
type AgedSort = (typeof agedSorts)[number];

export const bucketChoices = ['30,60,90', '15,30,45,60', '30,60,90,120,180'] as const;
const usualBuckets = bucketChoices[0];

export function questionOf({ ledger, query }: Place): Question {
  const bucket = query.get('bucket');
  return {
    ledger,
    asOf: query.get('asOf'),
    buckets: query.get('buckets') ?? usualBuckets,
    view: views.find((view) => view === query.get('view')) ?? 'overview',
    customer: query.get('customer'),
    bucket: readBucket(bucket),
    by: readSorting(query, agedSorts),
  };
}

const readBucket = (text: string | null): Question['bucket'] =>
  text === null || text === 'past_due' ? text : Number(text);

/** The address of the same question with something of it changed. */
export function addressWith(question: Question, changes: Partial<Question>): string {
  const { ledger, asOf, buckets, view, customer, bucket, by } = { ...question, ...changes };
  return addressOf(ledger, 'reports', null, {
    asOf,
    buckets: buckets === usualBuckets ? null : buckets,
    view: view === 'overview' ? null : view,
    customer,
    bucket: bucket === null ? null : String(bucket),
    ...sortingQuery(by, agedSorts[0]),
  });
}

/** The same question with its customers in the order of a column, or that turned round. */
export const addressSortedBy = (question: Question, sort: string): string => {
  const { sort: column, order } = sortedBy(question.by, sort);
  return addressWith(question, { by: { sort: agedSorts.find((one) => one === column) ?? agedSorts[0], order } });
};

/** As the routes take it: nothing is now. */
export const asOfQuery = ({ asOf }: Question): { asOf?: string } => (asOf === null ? {} : { asOf });

/** `not due`, `1–30`, … , `over 90`: one more than there are limits, and the one that is not due. */
export function useBucketTitles({ buckets }: Question): readonly string[] {
  const { t } = useSpeech();
  return [t('reports.notDue'), ...ageTitles(buckets.split(',').map(Number), t('reports.over'), 1)];
}

/** `0–7`, `8–30`, … , `over 90`. @param first - the first day of all. */
export const ageTitles = (limits: readonly number[], over: string, first: 0 | 1 = 0): readonly string[] => [
  ...limits.map((limit, index) => {
    const from = index === 0 ? first : (limits[index - 1] ?? 0) + 1;
    return from === limit ? String(limit) : `${from}–${limit}`;
  }),
  `${over} ${limits.at(-1) ?? 0}`,
];
