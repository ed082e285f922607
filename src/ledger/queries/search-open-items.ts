/**
 * Open items by what a person types: the beginning of a document number, an amount, a part of the customer's code or
 * name, in this order. Each way walks an index in the order of its answers and stops at the end of the page, so that a
 * word that fits every item costs what one that fits few does. An amount with decimals is no part of a name: all names
 * would be read for it.
 */
import { sql, type SQL } from 'drizzle-orm';
import { currencies, type CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId, OpenItemId } from '../../domain/ids.ts';
import { parseAmount } from '../../domain/money.ts';
import type { Orm } from './orm.ts';
import { CursorInvalid, keysAfter, type PageRequest } from './page.ts';

const ways = ['number', 'amount', 'customer'] as const;
type SearchWay = (typeof ways)[number];
/** An item, and how it was first found: it is no answer of the ways after that. */
export type FoundItem = Readonly<{ way: SearchWay; id: OpenItemId }>;

/** The item that a page starts after, as the ways sort it. */
type Place = Readonly<{ documentNumber: string; amountMinor: string; kind: string; customerCode: string; id: string }>;
type Search = Readonly<{
  text: string;
  ledgerId: LedgerId;
  /** Of `open_item`, beside the search. */
  filter: SQL;
  /** The text as typed and in one letter case: a row-secured table lets no index see `lower(…)`. */
  prefixes: readonly string[];
  /** The text as an amount: minor units, and the currencies in which they are that. */
  amounts: readonly Readonly<{ minor: string; codes: readonly CurrencyCode[] }>[];
  limit: number;
}>;

/** One row more than the page, best first: to know whether another follows. @throws CursorInvalid */
export async function searchOpenItems(
  orm: Orm,
  { text, ledgerId, filter }: Pick<Search, 'text' | 'ledgerId' | 'filter'>,
  request: PageRequest,
): Promise<readonly FoundItem[]> {
  const [lastWay, lastId] = keysAfter(['text', 'uuid'], request);
  const firstWay = lastWay === undefined ? 0 : ways.findIndex((way) => way === lastWay);
  if (firstWay === -1) throw new CursorInvalid();
  let place = lastId === undefined ? null : await findPlace(orm, ledgerId, lastId);
  const prefixes = [...new Set([text, text.toUpperCase(), text.toLowerCase()])];
  const search = { text, ledgerId, filter, prefixes, amounts: amountsOf(text) };
  const found: FoundItem[] = [];
  for (const way of ways.slice(firstWay)) {
    if (way === 'customer' && isDecimal(search)) break;
    const limit = request.limit + 1 - found.length;
    if (limit === 0) break;
    const { rows } = await orm.execute<{ id: OpenItemId }>(questions[way]({ ...search, limit }, place));
    found.push(...rows.map(({ id }) => ({ way, id })));
    place = null;
  }
  return found;
}

/** `1 250,50` and `1250.5` are 1250.50 EUR; in yen there is no such amount. */
function amountsOf(text: string): Search['amounts'] {
  const decimal = text.replace(/\s/g, '').replace(/,(?=\d*$)/, '.');
  const codesOfMinor = new Map<string, CurrencyCode[]>();
  for (const currency of currencies) {
    const amount = parseAmount(decimal, currency);
    if (!amount.ok) continue;
    const minor = String(amount.value.minor);
    codesOfMinor.set(minor, [...(codesOfMinor.get(minor) ?? []), currency]);
  }
  return [...codesOfMinor].map(([minor, codes]) => ({ minor, codes }));
}

const isDecimal = ({ text, amounts }: Pick<Search, 'text' | 'amounts'>): boolean =>
  amounts.length > 0 && /[.,]\d+\s*$/.test(text);

async function findPlace(orm: Orm, ledgerId: LedgerId, id: string): Promise<Place> {
  const { rows } = await orm.execute<Place>(
    sql`select i.id, i.document_number as "documentNumber", i.amount_minor::text as "amountMinor", i.kind,
          c.code as "customerCode"
        from open_item i join customer c on c.ledger_id = i.ledger_id and c.id = i.customer_id
        where i.ledger_id = ${ledgerId} and i.id = ${id}::uuid`,
  );
  const [place] = rows;
  if (place === undefined) throw new CursorInvalid();
  return place;
}

// Above every character that a number goes on with, in the order of bytes.
const lastCharacter = '\u{10FFFF}';

const leastId = '00000000-0000-0000-0000-000000000000';

const wantedAmounts = ({ amounts }: Search): SQL =>
  sql`unnest(${sql.param(amounts.map(({ minor }) => minor))}::bigint[],
        ${sql.param(amounts.map(({ codes }) => codes.join()))}::text[]) as wanted (minor, codes)`;
const isWantedAmount = sql`open_item.amount_minor = wanted.minor
  and open_item.currency::text = any(string_to_array(wanted.codes, ','))`;
const hasNumber = ({ prefixes }: Search): SQL =>
  sql`open_item.document_number ^@ any(${sql.param([...prefixes])}::text[])`;

const questions: Readonly<Record<SearchWay, (search: Search, after: Place | null) => SQL>> = {
  // One lower bound, not two with a comparison of rows: PostgreSQL would begin at either.
  number: ({ ledgerId, filter, prefixes, limit }, after) =>
    sql`select item.id from unnest(${sql.param([...prefixes])}::text[]) as typed (prefix) cross join lateral (
          select open_item.id, open_item.document_number as number from open_item
          where open_item.ledger_id = ${ledgerId} and ${filter}
            and open_item.document_number collate "C" >= greatest(typed.prefix, ${after?.documentNumber ?? ''} collate "C")
            and open_item.document_number collate "C" < typed.prefix || ${lastCharacter}
            ${after === null ? sql`` : sql`and not (open_item.document_number = ${after.documentNumber} and open_item.id <= ${after.id}::uuid)`}
          order by open_item.document_number collate "C", open_item.id limit ${limit}) as item
        order by item.number collate "C", item.id limit ${limit}`,
  amount: (search, after) =>
    sql`select item.id from ${wantedAmounts(search)} cross join lateral (
          select open_item.id from open_item
          where open_item.ledger_id = ${search.ledgerId} and ${isWantedAmount} and not ${hasNumber(search)} and ${search.filter}
            ${after === null ? sql`` : sql`and open_item.id > case wanted.minor when ${after.amountMinor}::bigint then ${after.id}::uuid else ${leastId}::uuid end`}
          order by open_item.id limit ${search.limit}) as item
        where wanted.minor >= ${after?.amountMinor ?? '0'}::bigint
        order by wanted.minor, item.id limit ${search.limit}`,
  customer: (search, after) =>
    sql`select item.id from customer cross join lateral (
          select open_item.id, open_item.kind, open_item.document_number as number from open_item
          where open_item.ledger_id = ${search.ledgerId} and open_item.customer_id = customer.id and ${search.filter}
            and not ${hasNumber(search)} and not exists (select from ${wantedAmounts(search)} where ${isWantedAmount})
            ${after === null ? sql`` : sql`and (customer.code, open_item.kind, open_item.document_number) > (${after.customerCode}, ${after.kind}, ${after.documentNumber})`}
          order by open_item.kind, open_item.document_number limit ${search.limit}) as item
        where customer.ledger_id = ${search.ledgerId}
          and position(lower(${search.text}) in lower(customer.code || ' ' || customer.name)) > 0
          ${after === null ? sql`` : sql`and customer.code >= ${after.customerCode}`}
        order by customer.code, item.kind, item.number limit ${search.limit}`,
};
