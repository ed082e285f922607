/**
 * How much of the money in was applied without a person, how much of that was taken back, and how long it took.
 *
 * Of the payments in that were booked in a period: `automatic` are those that runs applied to the last cent, with no
 * command of a person beside, none of it taken back. `precision` is told of all that runs applied something of: the share
 * of which nobody took anything back. What comes back from the bank was no mistake of the run, and counts as applied. As of a
 * past instant, what was done since is left out.
 */
import type { Pool } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { inLedger } from '../transaction.ts';
import { booksAsOf, findAuditSequence } from './as-of.ts';

/** Minor units. */
export type CountAndSum = Readonly<{ count: number; minor: bigint }>;

/** From the arrival of the file to the last application, of payments applied to the last cent; null where there are none. */
export type TimeToApply = Readonly<{ count: number; medianSeconds: number | null; p90Seconds: number | null }>;

export type MatchingRates = Readonly<{
  received: CountAndSum;
  automatic: CountAndSum;
  /** Applied to the last cent, with a command of a person. */
  byPersons: CountAndSum;
  /** Not applied, or not wholly. */
  waiting: CountAndSum;
  appliedByRuns: CountAndSum;
  /** Of these, what a person took back. */
  takenBackOfRuns: CountAndSum;
  settledByPersons: CountAndSum;
  takenBackOfPersons: CountAndSum;
  timeToApply: Readonly<{ all: TimeToApply; automatic: TimeToApply; byPersons: TimeToApply }>;
}>;

/** Days are included at both ends. `asOf`: the instant at which it was known; null: now. */
export type RatesQuestion = Readonly<{ currency: CurrencyCode; from: LocalDate; to: LocalDate; asOf: Date | null }>;

/** Currencies of what was booked in a period, by code. */
export async function listBookedCurrencies(
  pool: Pool,
  ledgerId: LedgerId,
  { from, to }: Pick<RatesQuestion, 'from' | 'to'>,
): Promise<readonly CurrencyCode[]> {
  const { rows } = await inLedger(
    pool,
    ledgerId,
    (tx) =>
      tx.query<{ currency: CurrencyCode }>(
        `select distinct currency from payment where ledger_id = $1 and booking_date between $2 and $3 order by currency`,
        [ledgerId, from, to],
      ),
    'snapshot',
  );
  return rows.map(({ currency }) => currency);
}

export async function readMatchingRates(
  pool: Pool,
  ledgerId: LedgerId,
  { currency, from, to, asOf }: RatesQuestion,
): Promise<MatchingRates> {
  const { rows } = await inLedger(
    pool,
    ledgerId,
    async (tx) => {
      const sequence = asOf === null ? 0n : await findAuditSequence(tx, ledgerId, asOf);
      return tx.query<RatesRow>(ratesSql, [ledgerId, asOf, sequence, currency, from, to]);
    },
    'snapshot',
  );
  const [rates] = rows;
  if (rates === undefined) throw new Error('an aggregate has one row');
  return readSums(rates);
}

/** Numbers of JSON would lose cents: sums come as text. */
type SumRow = Readonly<{ count: number; minor: string }>;
type RatesRow = Pick<MatchingRates, 'timeToApply'> &
  Readonly<Record<Exclude<keyof MatchingRates, 'timeToApply'>, SumRow>>;

function readSums(rates: RatesRow): MatchingRates {
  const read = ({ count, minor }: SumRow): CountAndSum => ({ count, minor: BigInt(minor) });
  return {
    ...rates,
    received: read(rates.received),
    automatic: read(rates.automatic),
    byPersons: read(rates.byPersons),
    waiting: read(rates.waiting),
    appliedByRuns: read(rates.appliedByRuns),
    takenBackOfRuns: read(rates.takenBackOfRuns),
    settledByPersons: read(rates.settledByPersons),
    takenBackOfPersons: read(rates.takenBackOfPersons),
  };
}

const counted = (which: string): string =>
  `json_build_object('count', count(*) filter (where ${which}),
    'minor', coalesce(sum(amount_minor) filter (where ${which}), 0)::text)`;

const timed = (which: string): string =>
  `json_build_object('count', count(*) filter (where ${which}),
    'medianSeconds', percentile_disc(0.5) within group (order by seconds) filter (where ${which}),
    'p90Seconds', percentile_disc(0.9) within group (order by seconds) filter (where ${which}))`;

const ratesSql = `
  with ${booksAsOf},
  received as (
    select id, entry_id, amount_minor, unapplied_minor = 0 as is_applied from payment_then
    where currency = $4 and side = 'credit' and booking_date between $5 and $6),
  run as (
    select a.payment_id, max(a.allocated_at) as at from received p
    join allocation a on a.ledger_id = $1 and a.payment_id = p.id
    where a.match_run_id is not null and a.amount_minor > 0 and ($2::timestamptz is null or a.allocated_at <= $2)
    group by a.payment_id),
  person as (
    select o.payment_id, max(k.done_at) as at, bool_or(o.reverses_posting_id is null) as has_settled,
      bool_or(o.label = 'taken_back' and taken.source = 'application') as has_taken_run_back,
      bool_or(o.label = 'taken_back' and taken.source = 'command') as has_taken_back
    from received p
    join posting o on o.ledger_id = $1 and o.source = 'command' and o.payment_id = p.id
    join command k on k.ledger_id = $1 and k.id = o.source_id and ($2::timestamptz is null or k.done_at <= $2)
    left join posting taken on taken.ledger_id = $1 and taken.id = o.reverses_posting_id
    group by o.payment_id),
  arrival as (
    select sha256, min(arrived_at) as at from statement_file_arrival where ledger_id = $1 group by sha256),
  told as (
    select p.amount_minor, p.is_applied, run.payment_id is not null as by_run,
      coalesce(person.has_settled, false) as by_person, coalesce(person.has_taken_run_back, false) as run_back,
      coalesce(person.has_taken_back, false) as person_back,
      extract(epoch from greatest(run.at, person.at) - arrival.at)::int as seconds
    from received p
    join entry e on e.ledger_id = $1 and e.id = p.entry_id
    join statement s on s.ledger_id = $1 and s.id = e.statement_id
    left join arrival on arrival.sha256 = s.sha256
    left join run on run.payment_id = p.id
    left join person on person.payment_id = p.id)
  select ${counted('true')} as received,
    ${counted('is_applied and by_run and not by_person and not run_back')} as automatic,
    ${counted('is_applied and by_person')} as "byPersons",
    ${counted('not is_applied')} as waiting,
    ${counted('by_run')} as "appliedByRuns",
    ${counted('by_run and run_back')} as "takenBackOfRuns",
    ${counted('by_person')} as "settledByPersons",
    ${counted('by_person and person_back')} as "takenBackOfPersons",
    json_build_object(
      'all', ${timed('is_applied and seconds is not null')},
      'automatic', ${timed('is_applied and by_run and not by_person and seconds is not null')},
      'byPersons', ${timed('is_applied and by_person and seconds is not null')}) as "timeToApply"
  from told`;
