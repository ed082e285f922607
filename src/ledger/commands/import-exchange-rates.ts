/** What a currency was worth on a day, as somebody outside says: what is valued later is valued by it. */
import type { Pool, PoolClient } from 'pg';
import type { ExchangeRate } from '../../domain/exchange-rate.ts';
import type { LedgerId } from '../../domain/ids.ts';
import type { RowProblem } from '../../domain/open-item.ts';
import { appendAuditEvents, type Act } from '../audit.ts';
import { inLedger } from '../transaction.ts';
import { importProblem } from './import-refusals.ts';
import { readBaseCurrency } from './lock-settlement-rows.ts';

export type ExchangeRatesImported = Readonly<{
  added: number;
  changed: number;
  unchanged: number;
  refused: readonly RowProblem[];
}>;

type NumberedRate = Readonly<{ line: number; value: ExchangeRate }>;
type Kept = Pick<ExchangeRate, 'rate' | 'source'>;

const rateSpace = 0x4c45_5452;
const keyOf = ({ currency, rateDate }: Pick<ExchangeRate, 'currency' | 'rateDate'>): string =>
  `${currency} ${rateDate}`;

/**
 * Takes the rates of a batch. A rate that is known otherwise is replaced, and the audit chain keeps what it was: what was
 * booked by it stays as it was booked. The same batch again changes nothing.
 *
 * @param refusing - `pass` takes the rows around one that can't be taken; `stop` those before it.
 */
export async function importExchangeRates(
  pool: Pool,
  ledgerId: LedgerId,
  rows: readonly NumberedRate[],
  act: Act,
  refusing: 'pass' | 'stop' = 'pass',
): Promise<ExchangeRatesImported> {
  return inLedger(pool, ledgerId, async (tx) => {
    // Two imports take turns, though there may be no row yet to lock.
    await tx.query('select pg_advisory_xact_lock($1, $2)', [rateSpace, ledgerId]);
    const { rates, refused, takenCount } = sift(rows, await readBaseCurrency(tx, ledgerId), refusing);
    const before = await readKept(tx, ledgerId, rates);
    const news = rates.filter((rate) => {
      const kept = before.get(keyOf(rate));
      return kept === undefined || kept.rate !== rate.rate || kept.source !== rate.source;
    });
    await write(tx, ledgerId, news);
    if (news.length > 0) {
      const told = news.map((rate) => ({ ...rate, before: before.get(keyOf(rate)) ?? null }));
      const event = { type: 'exchange_rates.set', subject: String(ledgerId), details: { rates: told } };
      await appendAuditEvents(tx, ledgerId, [event], act);
    }
    const added = news.filter((rate) => !before.has(keyOf(rate))).length;
    return { added, changed: news.length - added, unchanged: takenCount - news.length, refused };
  });
}

/** One rate for each currency and day; what the file says a second time, and otherwise, is refused. */
function sift(rows: readonly NumberedRate[], baseCurrency: string, refusing: 'pass' | 'stop') {
  const rates = new Map<string, ExchangeRate>();
  const refused: RowProblem[] = [];
  let takenCount = 0;
  for (const { line, value } of rows) {
    if (refused.length > 0 && refusing === 'stop') break;
    const key = keyOf(value);
    const first = rates.get(key);
    if (value.currency === baseCurrency)
      refused.push(importProblem('import.rate_of_base_currency', line, baseCurrency));
    else if (first !== undefined && first.rate !== value.rate)
      refused.push(importProblem('import.rate_twice', line, key));
    else {
      takenCount += 1;
      if (first === undefined) rates.set(key, value);
    }
  }
  return { rates: [...rates.values()], refused, takenCount };
}

async function readKept(
  tx: PoolClient,
  ledgerId: LedgerId,
  rates: readonly ExchangeRate[],
): Promise<ReadonlyMap<string, Kept>> {
  const { rows } = await tx.query<ExchangeRate>(
    `select r.currency, r.rate_date as "rateDate", r.rate, r.source
     from unnest($2::text[], $3::date[]) as t (currency, day)
     join exchange_rate r on r.ledger_id = $1 and r.currency = t.currency and r.rate_date = t.day`,
    [ledgerId, rates.map(({ currency }) => currency), rates.map(({ rateDate }) => rateDate)],
  );
  return new Map(rows.map((row) => [keyOf(row), { rate: row.rate, source: row.source }]));
}

async function write(tx: PoolClient, ledgerId: LedgerId, rates: readonly ExchangeRate[]): Promise<void> {
  await tx.query(
    `insert into exchange_rate (ledger_id, currency, rate_date, rate, source)
     select $1, * from unnest($2::text[], $3::date[], $4::text[], $5::text[])
     on conflict (ledger_id, currency, rate_date) do update set rate = excluded.rate, source = excluded.source`,
    [
      ledgerId,
      rates.map(({ currency }) => currency),
      rates.map(({ rateDate }) => rateDate),
      rates.map(({ rate }) => rate),
      rates.map(({ source }) => source),
    ],
  );
}
