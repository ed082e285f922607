/**
 * Every way to read a statement file that is compared, as one function: path in, number and sums of the entries out.
 *
 * The peers take the whole text, as their documentation shows it. What they leave to the caller is done here as cheaply
 * as it can be: a tree of XML is walked to the amounts and no further, while our reader fills in every field.
 */
import { createReadStream, readFileSync } from 'node:fs';
import { statementFileReader } from '../../src/ingest/statement-file.ts';
import type { StatementRecord } from '../../src/domain/statement.ts';
import { loadPeer } from '../decisions/peers.ts';
import { fastXmlParser, strictOptions } from '../decisions/xml-readers.ts';
import type { GeneratedFormat } from './generate.ts';

export type Sums = { entryCount: number; creditsMinor: bigint; debitsMinor: bigint };
/** `limit`: reads and decodes the bytes and does nothing with them. No reader can be faster. */
export type Reader = Readonly<{ kind: 'limit' | 'ours' | 'peer'; read: (path: string) => Promise<Sums> }>;

const nothing = (): Sums => ({ entryCount: 0, creditsMinor: 0n, debitsMinor: 0n });

function count(sums: Sums, minor: bigint, isCredit: boolean): void {
  sums.entryCount += 1;
  if (isCredit) sums.creditsMinor += minor;
  else sums.debitsMinor += minor;
}

const chunksOf = (path: string) =>
  createReadStream(path, { highWaterMark: 256 * 1024 }) as unknown as AsyncIterable<Uint8Array>;

const limit: Reader = {
  kind: 'limit',
  read: async (path) => {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let characterCount = 0;
    for await (const bytes of chunksOf(path)) characterCount += decoder.decode(bytes, { stream: true }).length;
    if (characterCount === 0) throw new Error('the file is empty');
    return nothing();
  },
};

const ours: Reader = {
  kind: 'ours',
  read: async (path) => {
    const sums = nothing();
    const take = (records: readonly StatementRecord[]): void => {
      for (const record of records) {
        if (record.kind === 'entry') count(sums, record.entry.amount.minor, record.entry.side === 'credit');
      }
    };
    const reader = statementFileReader();
    for await (const bytes of chunksOf(path)) take(reader.push(bytes));
    const { records, file } = reader.end();
    take(records);
    if (file.outcome !== 'accepted') throw new Error(`${file.outcome}: ${file.findings[0]?.message ?? ''}`);
    return sums;
  },
};

/** Cents of `1234.50`; of a float, rounded: peers that give floats have decided for their callers. */
const cents = (amount: string | number): bigint =>
  typeof amount === 'number' ? BigInt(Math.round(amount * 100)) : BigInt(amount.replace('.', ''));

type FastTree = Readonly<{
  Document: {
    BkToCstmrStmt: { Stmt: { Ntry: readonly { Amt: { '#text': string }; CdtDbtInd: string }[] } };
  };
}>;
type Xml2jsTree = Readonly<{
  Document: {
    BkToCstmrStmt: [{ Stmt: readonly { Ntry: readonly { Amt: [{ _: string }]; CdtDbtInd: [string] }[] }[] }];
  };
}>;
type CamtParser = Readonly<{
  parseCamt053: (xml: string) => Promise<{
    statements: readonly { transactions: readonly { amount: { value: string }; creditDebitIndicator: string }[] }[];
  }>;
}>;
type Mt940Js = Readonly<{
  read: (bytes: Buffer) => Promise<readonly { transactions: readonly { amount: number; isCredit: boolean }[] }[]>;
}>;
type Mt940js = Readonly<{
  Parser: new () => { parse: (text: string) => readonly { transactions: readonly { amount: number }[] }[] };
}>;

const peer = (read: Reader['read']): Reader => ({ kind: 'peer', read });
const textOf = (path: string): string => readFileSync(path, 'utf8');

const fastXml = peer(async (path) => {
  const sums = nothing();
  const tree = new (fastXmlParser().XMLParser)(strictOptions).parse(textOf(path)) as FastTree;
  for (const { Amt, CdtDbtInd } of tree.Document.BkToCstmrStmt.Stmt.Ntry) {
    count(sums, cents(Amt['#text']), CdtDbtInd === 'CRDT');
  }
  return sums;
});

const xml2js = peer(async (path) => {
  const sums = nothing();
  const { parseStringPromise } = loadPeer<{ parseStringPromise: (xml: string) => Promise<Xml2jsTree> }>('xml2js');
  const tree = await parseStringPromise(textOf(path));
  for (const { Ntry } of tree.Document.BkToCstmrStmt[0].Stmt) {
    for (const { Amt, CdtDbtInd } of Ntry) count(sums, cents(Amt[0]._), CdtDbtInd[0] === 'CRDT');
  }
  return sums;
});

const camtParser = peer(async (path) => {
  const sums = nothing();
  const { statements } = await loadPeer<CamtParser>('camt-parser').parseCamt053(textOf(path));
  for (const { transactions } of statements) {
    for (const { amount, creditDebitIndicator } of transactions) {
      count(sums, cents(amount.value), creditDebitIndicator === 'CRDT');
    }
  }
  return sums;
});

const mt940Js = peer(async (path) => {
  const sums = nothing();
  for (const { transactions } of await loadPeer<Mt940Js>('mt940-js').read(readFileSync(path))) {
    for (const { amount, isCredit } of transactions) count(sums, cents(amount), isCredit);
  }
  return sums;
});

const mt940js = peer(async (path) => {
  const sums = nothing();
  const { Parser } = loadPeer<Mt940js>('mt940js');
  for (const { transactions } of new Parser().parse(textOf(path))) {
    for (const { amount } of transactions) count(sums, cents(Math.abs(amount)), amount > 0);
  }
  return sums;
});

export const readersOf: Readonly<Record<GeneratedFormat, Readonly<Record<string, Reader>>>> = {
  'camt.053': {
    'read and decode only': limit,
    lettrage: ours,
    'fast-xml-parser 5.12.1': fastXml,
    'xml2js 0.6.2': xml2js,
    'camt-parser 1.1.0': camtParser,
  },
  mt940: {
    'read and decode only': limit,
    lettrage: ours,
    'mt940-js 1.0.0 with tslib': mt940Js,
    'mt940js 1.3.5': mt940js,
  },
};
