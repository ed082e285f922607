/** A tiny reader of camt for the mutation test: fast-xml-parser for the tree, a walk for the facts. */
import { XMLParser } from 'fast-xml-parser';
import { plainNumber, type Oracle, type OracleEntry, type OracleStatement } from './oracle.ts';

type Node = { readonly [name: string]: unknown };

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  removeNSPrefix: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
const child = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((at, name) => (isNode(at) ? listOf(at[name])[0] : undefined), value);
const textOf = (value: unknown, ...path: readonly string[]): string | null => {
  const found = child(value, ...path);
  // A text with an element in its midst is two halves of something.
  if (isNode(found) && Object.keys(found).some((key) => !/^(?:#text|@_)/.test(key))) throw new CannotTell('mixed');
  const text = isNode(found) ? found['#text'] : found;
  return typeof text === 'string' ? text.trim() : null;
};
const childrenOf = (value: unknown, name: string): readonly unknown[] => (isNode(value) ? listOf(value[name]) : []);

class CannotTell extends Error {}

/** Every value of a name, anywhere below. */
function* all(value: unknown, name: string): Generator {
  if (Array.isArray(value)) for (const one of value) yield* all(one, name);
  if (!isNode(value)) return;
  for (const [key, below] of Object.entries(value)) {
    if (key === name) yield* listOf(below);
    else yield* all(below, name);
  }
}

function signedAmount(element: unknown, isSideNeeded: boolean): string {
  const side = textOf(element, 'CdtDbtInd');
  const written = textOf(element, 'Amt');
  if (side === null && isSideNeeded) throw new CannotTell('no side');
  const amount = written === null ? null : plainNumber(written, side === 'DBIT');
  if (amount === null || (side !== null && side !== 'DBIT' && side !== 'CRDT')) throw new CannotTell('no amount');
  return amount;
}

const dayIn = (entry: unknown, name: string): string | null =>
  (textOf(entry, name, 'Dt') ?? textOf(entry, name, 'DtTm'))?.slice(0, 10) ?? null;

function readEntry(entry: unknown): OracleEntry {
  return {
    amount: signedAmount(entry, true),
    bookingDate: dayIn(entry, 'BookgDt'),
    valueDate: dayIn(entry, 'ValDt'),
  };
}

/** Null when it is not there; undefined when which one is meant is a matter of rules. */
function balance(statement: unknown, code: string, others: readonly string[]): string | null | undefined {
  const balances = childrenOf(statement, 'Bal');
  const own = balances.filter((one) => textOf(one, 'Tp', 'CdOrPrtry', 'Cd') === code);
  const isOther = balances.some((one) => others.includes(textOf(one, 'Tp', 'CdOrPrtry', 'Cd') ?? ''));
  if (isOther) return undefined;
  if (own.length === 0) return null;
  return own.length > 1 ? undefined : signedAmount(own[0], false);
}

function readStatement(statement: unknown): OracleStatement {
  return {
    opening: balance(statement, 'OPBD', ['PRCD', 'ITBD']),
    closing: balance(statement, 'CLBD', ['ITBD', 'CLAV']),
    entries: childrenOf(statement, 'Ntry').map(readEntry),
  };
}

const containers = ['Stmt', 'Rpt', 'Ntfctn'];

/** Only plain UTF-8: character references and entities are left to those who know them. */
export const readCamtFacts: Oracle = (bytes) => {
  const text = new TextDecoder().decode(bytes);
  if (/&#|<!\[|\uFFFD/.test(text) || text.includes('\0')) return null;
  try {
    // Several documents in one file: each by itself.
    const documents = text.split(/(?=<\?xml\s)/).filter((part) => part.trim() !== '');
    const trees = documents.map((document) => parser.parse(document) as unknown);
    return trees.flatMap((tree) => containers.flatMap((name) => [...all(tree, name)].map(readStatement)));
  } catch (error) {
    if (error instanceof CannotTell) return null;
    throw error;
  }
};
