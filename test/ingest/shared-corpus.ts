/** Real bank files beside the checkout with facts computed by other means; tests run on them only where they are present. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const corpusFolder = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
export const hasCorpus = existsSync(`${corpusFolder}truth.json`);

export type StatementFacts = Readonly<{
  account: string | null;
  currency: string | null;
  opening: string | null;
  closing: string | null;
  entries: number;
  booked?: number;
  credits: string;
  debits: string;
  booked_credits?: string;
  booked_debits?: string;
  entry_currencies?: readonly string[];
  holds: boolean | null;
}>;

export type FileFacts = Readonly<{
  format: string;
  ok: boolean;
  notes: readonly string[];
  statements: readonly StatementFacts[];
}>;

export type DetailFacts = Readonly<{
  e2e: string | null;
  amount: string | null;
  ccy: string | null;
  name: string | null;
  iban: string | null;
  ustrd: readonly string[];
  strd: readonly string[];
}>;

export type EntryFacts = Readonly<{
  amount: string;
  currency: string;
  value_date: string | null;
  booking_date: string | null;
  entry_date: string | null;
  reversal: boolean;
  acct_svcr_ref: string | null;
  btc: string | null;
  tx: readonly DetailFacts[];
  type: string | null;
  bank_ref: string | null;
  supplementary: string | null;
  text86: string;
}>;

const read = (name: string): string => readFileSync(`${corpusFolder}${name}`, 'utf8');

const isOurs = (path: string): boolean => /^(?:bulk\/)?(?:camt05[234]|mt94[02])/.test(path);

const ours = <Type>(facts: ReadonlyMap<string, Type>): ReadonlyMap<string, Type> =>
  new Map([...facts].filter(([path]) => isOurs(path)));

/** By path inside the corpus, of every format. */
export function allFileFacts(): ReadonlyMap<string, FileFacts> {
  if (!hasCorpus) return new Map();
  const single: Readonly<Record<string, FileFacts>> = JSON.parse(read('truth.json'));
  const bulk: Readonly<Record<string, FileFacts>> = JSON.parse(read('bulk/truth.json'));
  return new Map(Object.entries({ ...single, ...bulk }));
}

/** Of the formats for which there are facts of each entry. */
export function allEntryFacts(): ReadonlyMap<string, readonly (readonly EntryFacts[])[]> {
  if (!hasCorpus) return new Map();
  const facts: Readonly<Record<string, readonly (readonly EntryFacts[])[]>> = JSON.parse(read('truth_entries.json'));
  return new Map(Object.entries(facts));
}

/** Those of camt and MT. */
export const fileFacts = (): ReadonlyMap<string, FileFacts> => ours(allFileFacts());
export const entryFacts = (): ReadonlyMap<string, readonly (readonly EntryFacts[])[]> => ours(allEntryFacts());

type DerivedFile = Readonly<{ file: string; base: string; expect: string; what: string }>;

/** Variants made from the files: other encodings and layouts, and damage. */
export function derivedFiles(): readonly DerivedFile[] {
  if (!hasCorpus) return [];
  const [, ...rows] = read('derived/expect.tsv').trimEnd().split(/\r?\n/);
  return rows
    .map((row) => row.split('\t'))
    .map(([file = '', base = '', expect = '', what = '']) => ({ file, base, expect, what }))
    .filter(({ base }) => isOurs(base));
}

/** `1405.30`, `.5` and `1405.3` as one spelling. */
export function plainDecimal(written: string): string {
  const padded = written.replace(/^(-?)\./, '$10.');
  return padded.includes('.') ? padded.replace(/\.?0+$/, '') : padded;
}

export const withoutBlanks = (text: string): string => text.replace(/\s+/g, '');
