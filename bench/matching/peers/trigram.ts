/**
 * pg_trgm of PostgreSQL (the extension as shipped with the server): documents by the similarity of their references to
 * the numbers of the line, and documents of the amount by the similarity of the customer's name to the payer's.
 *
 * GIN indexes over trigrams. `%` compares whole texts, so the numbers are cut out of the line first: a document number
 * inside 140 characters of text shares too few trigrams with it, and `<%` has an index only where the long text is stored.
 *
 * A document that was paid in part keeps its first amount in the table: such a payment is found by number only.
 *
 * @see https://www.postgresql.org/docs/current/pgtrgm.html
 */
import { Client } from 'pg';
import type { BenchLine, OpenEngine } from '../types.ts';
import { paidIn } from './amounts.ts';
import type { OpenDocument } from './desk.ts';
import { numbersIn } from './numbers-in-text.ts';
import { hitLimit, searchPeer, type DocumentSearch, type Hit } from './search-peer.ts';

const tables = `
  create extension if not exists pg_trgm;
  create temporary table reference (document int not null, text text not null);
  create temporary table payer (document int primary key, name text not null, residual bigint not null);
  create index on reference using gin (text gin_trgm_ops);
  create index on reference (document);
  create index on payer using gin (name gin_trgm_ops);
  create index on payer (residual);
  set pg_trgm.similarity_threshold = 0.45`;

const byNumber = `
  select r.document, max(similarity(r.text, n.number)) as score
  from unnest($1::text[]) as n (number) join reference r on r.text % n.number
  group by r.document order by score desc, r.document limit $2`;

const byPayer = `
  select document, similarity(name, $1) / 2 as score
  from payer where residual = any ($2::bigint[]) and name % $1 order by score desc, document limit $3`;

type Row = Readonly<{ document: number; score: number }>;

/** @param connectionUrl - of a role that may create extensions in its database; tables are temporary, one session each. */
export const pgTrigram = (connectionUrl: string): OpenEngine =>
  searchPeer('pg_trgm, numbers and payer', () => openTrigram(connectionUrl));

async function openTrigram(connectionString: string): Promise<DocumentSearch> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query(tables);
  const documentById = new Map<number, OpenDocument>();

  const ask = async (text: string, values: readonly unknown[]): Promise<readonly Hit[]> => {
    const { rows } = await client.query<Row>(text, [...values]);
    return rows.flatMap(({ document: id, score }) => {
      const document = documentById.get(id);
      return document === undefined ? [] : [{ document, score }];
    });
  };

  return {
    async add(documents) {
      for (const document of documents) documentById.set(document.item.id, document);
      await insertDocuments(client, documents);
    },
    async remove(documents) {
      const ids = documents.map(({ item }) => item.id);
      await client.query('delete from reference where document = any ($1::int[])', [ids]);
      await client.query('delete from payer where document = any ($1::int[])', [ids]);
    },
    async search(line) {
      const numbers = numbersIn(line);
      const found = numbers.length === 0 ? [] : await ask(byNumber, [numbers, hitLimit]);
      if (line.name === '') return found;
      const named = await ask(byPayer, [line.name, amountsOf(line), hitLimit]);
      const known = new Set(found.map(({ document }) => document));
      return [...found, ...named.filter(({ document }) => !known.has(document))].slice(0, hitLimit);
    },
    close: () => client.end(),
  };
}

const amountsOf = (line: BenchLine): readonly number[] =>
  [line.ccy, line.instd?.ccy].flatMap((currency) => (currency === undefined ? [] : (paidIn(currency, line) ?? [])));

async function insertDocuments(client: Client, documents: readonly OpenDocument[]): Promise<void> {
  const references = documents.flatMap(({ item }) =>
    [item.number, item.sref, item.po].filter((text) => text !== '').map((text) => ({ id: item.id, text })),
  );
  await client.query('insert into reference select * from unnest ($1::int[], $2::text[])', [
    references.map(({ id }) => id),
    references.map(({ text }) => text),
  ]);
  await client.query('insert into payer select * from unnest ($1::int[], $2::text[], $3::bigint[])', [
    documents.map(({ item }) => item.id),
    documents.map(({ customerName }) => customerName),
    documents.map(({ residual }) => residual),
  ]); // Temporary tables are not analysed by the server on its own.
  await client.query('analyze reference; analyze payer');
}
