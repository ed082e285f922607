/**
 * Every real file beside the checkout, through the function behind `lettrage parse`, against the facts that were
 * computed from the raw text by other means: 100 %, except what `docs/formats/deviations.md` lists with its reason. A
 * listed file that is read as its facts say fails too, so that the list cannot grow old.
 */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/cli/commands/parse.ts';
import type { ParsedEntryJson, ParsedStatementJson } from '../../src/ingest/json.ts';
import { realReference } from '../../src/ingest/written-values.ts';
import { listedDeviations } from './deviations.ts';
import {
  allEntryFacts,
  allFileFacts,
  corpusFolder,
  hasCorpus,
  plainDecimal,
  withoutBlanks,
  type EntryFacts,
  type FileFacts,
  type StatementFacts,
} from './shared-corpus.ts';

type StatementLine = ParsedStatementJson & Readonly<{ entries: readonly ParsedEntryJson[] }>;
type Line = Readonly<{ file: string; format: string | null; outcome: string; statements: readonly StatementLine[] }>;
type Facts = Readonly<Record<string, unknown>>;

async function parsed(path: string): Promise<Line> {
  let text = '';
  await parse([corpusFolder + path], { summary: false }, { write: (piece) => void (text += piece) });
  return JSON.parse(text) as Line;
}

const decimal = (written: string | null): string | null => (written === null ? null : plainDecimal(written));
const isNational = (format: string): boolean => !/^(?:camt|mt)/.test(format);

/** What the facts say of a statement; what they do not say, or what means nothing, is left out. */
function statedFacts(facts: StatementFacts, format: string): Facts {
  // Sums of several currencies mean nothing; reports of the running day are not booked.
  const isSummed = (facts.entry_currencies?.length ?? 1) <= 1 && format !== 'mt942';
  return {
    account: facts.account === null ? null : withoutBlanks(facts.account).toUpperCase(),
    ...(facts.currency !== null && { currency: facts.currency }),
    openingBalance: decimal(facts.opening),
    closingBalance: decimal(facts.closing),
    entryCount: facts.entries,
    ...(isSummed && {
      bookedCount: facts.booked ?? facts.entries,
      bookedCredits: decimal(facts.booked_credits ?? facts.credits),
      bookedDebits: decimal(facts.booked_debits ?? facts.debits),
    }),
    proves: facts.holds,
  };
}

/** The facts know national numbers alone; a reader may put bank and branch before them. */
function readFacts(statement: StatementLine, facts: StatementFacts, format: string): Facts {
  const isSameNumber = isNational(format) && facts.account !== null && statement.account?.includes(facts.account);
  return {
    ...statement,
    ...(isSameNumber === true && { account: facts.account }),
    openingBalance: decimal(statement.openingBalance),
    closingBalance: decimal(statement.closingBalance),
    bookedCredits: decimal(statement.bookedCredits),
    bookedDebits: decimal(statement.bookedDebits),
  };
}

function statedEntry(facts: EntryFacts, isCamt: boolean): Facts {
  // German banks count interest in a month of thirty days.
  const valueDate = facts.value_date === 'invalid 160230' ? '2016-02-29' : facts.value_date;
  return {
    amount: plainDecimal(facts.amount),
    valueDate,
    bookingDate: isCamt ? facts.booking_date : (facts.entry_date ?? valueDate),
    accountServicerReference: realReference(isCamt ? facts.acct_svcr_ref : facts.bank_ref),
    bankTransactionCode: isCamt ? facts.btc : (facts.type?.trim() ?? null),
    ...(isCamt && { isReversal: facts.reversal, endToEndIds: facts.tx.map(({ e2e }) => realReference(e2e)) }),
  };
}

const readEntry = (entry: ParsedEntryJson): Facts => ({
  ...entry,
  amount: plainDecimal(entry.amount),
  endToEndIds: entry.details.map(({ endToEndId }) => endToEndId),
});

/** What differs, one sentence each; empty when all is as the facts say. */
function differences(line: Line, facts: FileFacts, entries: readonly (readonly EntryFacts[])[] | undefined): string[] {
  const isAccepted = line.outcome === 'accepted';
  const isReadable = facts.ok && facts.statements.length > 0;
  if (isAccepted !== isReadable) return [`is ${line.outcome}, though it is ${isReadable ? '' : 'not '}readable`];
  if (!isReadable) return [];
  const found: string[] = [];
  const compare = (where: string, stated: Facts, read: Facts): void => {
    for (const [name, value] of Object.entries(stated)) {
      const [expected, actual] = [JSON.stringify(value), JSON.stringify(read[name])];
      if (expected !== actual) found.push(`${where} ${name}: ${actual}, not ${expected}`);
    }
  };
  compare('file', { statements: facts.statements.length }, { statements: line.statements.length });
  facts.statements.forEach((stated, index) => {
    const statement = line.statements[index];
    if (statement === undefined) return;
    compare(`statement ${index}`, statedFacts(stated, facts.format), readFacts(statement, stated, facts.format));
    entries?.[index]?.forEach((entry, entryIndex) => {
      const read = statement.entries[entryIndex];
      const isCamt = facts.format.startsWith('camt');
      if (read !== undefined) compare(`entry ${index}/${entryIndex}`, statedEntry(entry, isCamt), readEntry(read));
    });
  });
  return found;
}

describe.runIf(hasCorpus)('the shared corpus, where present', () => {
  const facts = allFileFacts();
  const entryFacts = allEntryFacts();
  const deviations = listedDeviations();

  test('is read file by file: each has its facts, and each listed deviation is one of them', () => {
    const files = readdirSync(corpusFolder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !['derived', 'xsd', 'bulk'].includes(entry.name))
      .flatMap(({ name }) => readdirSync(corpusFolder + name).map((file) => `${name}/${file}`));
    const bulk = readdirSync(`${corpusFolder}bulk`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => readdirSync(`${corpusFolder}bulk/${name}`).map((file) => `bulk/${name}/${file}`));
    expect([...facts.keys()].toSorted()).toEqual([...files, ...bulk].toSorted());
    expect([...deviations.keys()].filter((path) => !facts.has(path))).toEqual([]);
  });

  test('has forty net batches, whose details of both sides make the entry to the cent', async () => {
    const batches = [...facts.keys()].filter((path) => path.startsWith('bulk/camt054/'));
    expect(batches).toHaveLength(40);
    const codes = new Map<string, number>();
    let detailCount = 0;
    for (const path of batches) {
      for (const { entries, findings } of (await parsed(path)).statements) {
        detailCount += entries.reduce((count, { details }) => count + details.length, 0);
        for (const { code } of findings) codes.set(code, (codes.get(code) ?? 0) + 1);
      }
    }
    expect(detailCount).toBeGreaterThan(1_000);
    expect(codes.get('ingest.details_mismatch')).toBeUndefined();
  });

  test.each([...facts])('%s is read as its facts say, or is listed with its reason', async (path, stated) => {
    const found = differences(await parsed(path), stated, entryFacts.get(path));
    if (deviations.has(path)) expect(found, 'listed, but read as its facts say: take it off the list').not.toEqual([]);
    else expect(found).toEqual([]);
  });
});
