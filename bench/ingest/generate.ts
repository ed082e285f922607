/**
 * Statement files of any size, the same bytes every time, whose sums are known before anybody reads them.
 *
 *     npx tsx bench/ingest/generate.ts camt.053 200 /tmp/camt-200.xml     # megabytes; prints the facts as JSON
 *
 * The shape is that of bank files we have seen: 1,023 bytes for a camt entry and 213 for one of MT940; three camt
 * entries in a hundred are batches with details; one entry in six goes out; names have accents and ampersands.
 */
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { camtHead, camtStatementFoot, camtStatementHead, camtFoot, camtEntryText } from './generated-camt.ts';
import { entryAt } from './generated-entries.ts';
import { mt940EntryText, mt940StatementFoot, mt940StatementHead } from './generated-mt940.ts';

/** What a reader of the file has to find: minor units, all statements together. */
export type FileFacts = Readonly<{
  path: string;
  sizeBytes: number;
  statementCount: number;
  entryCount: number;
  creditsMinor: bigint;
  debitsMinor: bigint;
}>;

export type GeneratedFormat = 'camt.053' | 'mt940';

/** One statement of a generated file: its entries go from `firstEntry` up to `endEntry`, which is the next one's. */
export type StatementPlan = Readonly<{
  statementIndex: number;
  firstEntry: number;
  endEntry: number;
  openingMinor: bigint;
  closingMinor: bigint;
}>;

/** The account of every generated file; register it before publishing one. */
export const generatedAccount = { 'camt.053': 'FR7630006000011234567890189', mt940: '12345678/0000123456' } as const;

type Shape = Readonly<{
  bytesPerEntry: number;
  entriesPerStatement: number;
  head: string;
  statementHead: (plan: StatementPlan) => string;
  entry: (entryIndex: number, plan: StatementPlan) => string;
  statementFoot: (plan: StatementPlan) => string;
  foot: string;
}>;

const shapes: Readonly<Record<GeneratedFormat, Shape>> = {
  'camt.053': {
    bytesPerEntry: 1_023,
    entriesPerStatement: Number.MAX_SAFE_INTEGER,
    head: camtHead,
    statementHead: camtStatementHead,
    entry: camtEntryText,
    statementFoot: () => camtStatementFoot,
    foot: camtFoot,
  },
  mt940: {
    bytesPerEntry: 213,
    entriesPerStatement: 400,
    head: '',
    statementHead: mt940StatementHead,
    entry: mt940EntryText,
    statementFoot: mt940StatementFoot,
    foot: '',
  },
};

const openingMinor = 1_000_000_00n;
const bufferedCharacters = 1 << 20;

/**
 * Writes a file of about `sizeBytes`.
 *
 * @param entriesPerStatement - one statement for the whole file when not said for camt, 400 entries for MT940.
 */
export function generateFile(
  format: GeneratedFormat,
  path: string,
  sizeBytes: number,
  entriesPerStatement: number = shapes[format].entriesPerStatement,
): FileFacts {
  const shape = shapes[format];
  const entryCount = Math.max(1, Math.round(sizeBytes / shape.bytesPerEntry));
  const total = { statementCount: 0, creditsMinor: 0n, debitsMinor: 0n };
  const file = openSync(path, 'w');
  let text = shape.head;
  const put = (more: string): void => {
    text += more;
    if (text.length < bufferedCharacters) return;
    writeSync(file, text);
    text = '';
  };
  try {
    for (let firstEntry = 0; firstEntry < entryCount; firstEntry += entriesPerStatement) {
      const endEntry = Math.min(firstEntry + entriesPerStatement, entryCount);
      const before = openingMinor + total.creditsMinor - total.debitsMinor;
      // The closing balance stands above the entries: they are summed before the first of them is written.
      const { creditsMinor, debitsMinor } = sumsOf(firstEntry, endEntry);
      const closingMinor = before + creditsMinor - debitsMinor;
      const plan = {
        statementIndex: total.statementCount,
        firstEntry,
        endEntry,
        openingMinor: before,
        closingMinor,
      };
      put(shape.statementHead(plan));
      for (let entryIndex = firstEntry; entryIndex < endEntry; entryIndex++) put(shape.entry(entryIndex, plan));
      put(shape.statementFoot(plan));
      total.statementCount += 1;
      total.creditsMinor += creditsMinor;
      total.debitsMinor += debitsMinor;
    }
    writeSync(file, text + shape.foot);
  } finally {
    closeSync(file);
  }
  return { path, sizeBytes: statSync(path).size, entryCount, ...total };
}

function sumsOf(firstEntry: number, endEntry: number): Readonly<{ creditsMinor: bigint; debitsMinor: bigint }> {
  let creditsMinor = 0n;
  let debitsMinor = 0n;
  for (let entryIndex = firstEntry; entryIndex < endEntry; entryIndex++) {
    const { side, amountMinor } = entryAt(entryIndex);
    if (side === 'credit') creditsMinor += BigInt(amountMinor);
    else debitsMinor += BigInt(amountMinor);
  }
  return { creditsMinor, debitsMinor };
}

/** Plain JSON: bigints as decimal text. */
const factsJson = (facts: FileFacts): string =>
  JSON.stringify(facts, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [format, megabytes, path, entriesPerStatement] = process.argv.slice(2);
  if ((format !== 'camt.053' && format !== 'mt940') || megabytes === undefined || path === undefined) {
    throw new Error('usage: tsx bench/ingest/generate.ts camt.053|mt940 MEGABYTES FILE [ENTRIES-PER-STATEMENT]');
  }
  const sizeBytes = Number(megabytes) * 1_000_000;
  const perStatement = entriesPerStatement === undefined ? undefined : Number(entriesPerStatement);
  console.log(factsJson(generateFile(format, path, sizeBytes, perStatement)));
}
