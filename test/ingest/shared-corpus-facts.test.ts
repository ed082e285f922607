/** Facts of each statement and entry of real files, against facts computed from the raw text by other means. */
import { describe, expect, test } from 'vitest';
import { formatDecimal, money, signed } from '../../src/domain/money.ts';
import type { Entry, EntryDetail, StatementSummary } from '../../src/domain/statement.ts';
import { isIban } from '../../src/domain/check-digits.ts';
import { fromWindows1252 } from '../../src/ingest/windows-1252.ts';
import { realReference } from '../../src/ingest/written-values.ts';
import { readPath, type ReadResult } from './read-file.ts';
import {
  corpusFolder,
  entryFacts,
  fileFacts,
  hasCorpus,
  plainDecimal,
  withoutBlanks,
  type DetailFacts,
  type EntryFacts,
  type FileFacts,
  type StatementFacts,
} from './shared-corpus.ts';

/** Files that are refused although the facts describe what can be guessed of them. */
const refusedOnPurpose: ReadonlyMap<string, string> = new Map([
  ['camt053/OCA-bank-statement-import__test-camt053-wrong-amount', 'an entry without Amt'],
  ['mt940/wolph-mt940__cmxl_statement_details.sta', 'a lone :61: without the balance that names its currency'],
  ['mt940/wolph-mt940__cmxl_statement_line.sta', 'a lone :61: without the balance that names its currency'],
]);

type Facts = Readonly<Record<string, unknown>>;

function expectedOutcome(path: string, facts: FileFacts): string {
  if (refusedOnPurpose.has(path)) return 'refused';
  const hasEmptyBlock = facts.notes.some((note) => note.includes('without balances or entries'));
  const isCut = facts.format === 'mt940' && (hasEmptyBlock || facts.statements.some(({ closing }) => closing === null));
  if (isCut) return 'incomplete';
  return facts.ok && facts.statements.length > 0 ? 'accepted' : 'refused';
}

const decimalOrNull = (written: string | null): string | null => (written === null ? null : plainDecimal(written));

function factsOfTruth(facts: StatementFacts, format: string): Facts {
  // Sums of several currencies mean nothing; MT942 is not booked.
  const isSummed = (facts.entry_currencies?.length ?? 1) <= 1 && format !== 'mt942';
  return {
    account: facts.account === null ? null : withoutBlanks(facts.account).toUpperCase(),
    ...(facts.currency !== null && { currency: facts.currency }),
    opening: decimalOrNull(facts.opening),
    closing: decimalOrNull(facts.closing),
    entries: facts.entries,
    ...(isSummed && {
      booked: facts.booked ?? facts.entries,
      credits: plainDecimal(facts.booked_credits ?? facts.credits),
      debits: plainDecimal(facts.booked_debits ?? facts.debits),
    }),
    proves: facts.holds,
  };
}

const balance = (of: StatementSummary['openingBalance']): string | null =>
  of === null ? null : plainDecimal(formatDecimal(of.amount));

function factsOf(summary: StatementSummary): Facts {
  const decimal = (minor: bigint): string =>
    summary.currency === null ? '0' : plainDecimal(formatDecimal(money(minor, summary.currency)));
  return {
    account: summary.account,
    currency: summary.currency,
    opening: balance(summary.openingBalance),
    closing: balance(summary.closingBalance),
    entries: summary.entryCount,
    booked: summary.bookedCount,
    credits: decimal(summary.bookedCreditsMinor),
    debits: decimal(summary.bookedDebitsMinor),
    proves: summary.proves,
  };
}

const signedAmount = (entry: Entry): string => plainDecimal(formatDecimal(signed(entry.amount, entry.side)));

function expectCamtDetail(detail: EntryDetail, facts: DetailFacts, entry: Entry, account: string | null): void {
  expect(detail.endToEndId).toBe(realReference(facts.e2e));
  expect(detail.remittance.slice(0, facts.ustrd.length)).toEqual(facts.ustrd.map((line) => line.trim()));
  const [reference] = facts.strd;
  expect(detail.creditorReference).toBe(reference === undefined ? null : withoutBlanks(reference));
  if (facts.ccy === entry.amount.currency && facts.amount !== null && detail.amount !== null) {
    expect(plainDecimal(formatDecimal(detail.amount))).toBe(plainDecimal(facts.amount));
  }
  // The facts name the party by the sign alone: where that is the account itself, the other one is meant.
  if (facts.iban === account && account !== null) return;
  expect(detail.counterpartyName).toBe(facts.name);
  const iban = facts.iban === null ? null : withoutBlanks(facts.iban).toUpperCase();
  if (iban === null || isIban(iban)) expect(detail.counterpartyIban).toBe(iban);
}

function expectCamtEntry(entry: Entry, facts: EntryFacts, account: string | null): void {
  expect({
    amount: signedAmount(entry),
    valueDate: entry.valueDate,
    bookingDate: entry.bookingDate,
    isReversal: entry.isReversal,
    reference: entry.accountServicerReference,
    code: entry.bankTransactionCode,
    details: entry.details.length,
  }).toEqual({
    amount: plainDecimal(facts.amount),
    valueDate: facts.value_date,
    bookingDate: facts.booking_date,
    isReversal: facts.reversal,
    reference: realReference(facts.acct_svcr_ref),
    code: facts.btc,
    details: facts.tx.length,
  });
  entry.details.forEach((detail, index) => {
    const detailFacts = facts.tx[index];
    if (detailFacts !== undefined) expectCamtDetail(detail, detailFacts, entry, account);
  });
}

function expectMtEntry(entry: Entry, facts: EntryFacts): void {
  const valueDate = facts.value_date === 'invalid 160230' ? '2016-02-29' : facts.value_date;
  expect({
    amount: signedAmount(entry),
    valueDate: entry.valueDate,
    bookingDate: entry.bookingDate,
    type: entry.bankTransactionCode,
    reference: entry.accountServicerReference,
    // The kind of posting (`166 GUTSCHRIFT`) may stand behind it.
    supplementary: withoutBlanks(entry.additionalInformation ?? '').slice(
      0,
      latin1AsRead(facts.supplementary ?? '').length,
    ),
  }).toEqual({
    amount: plainDecimal(facts.amount),
    valueDate,
    bookingDate: facts.entry_date ?? valueDate,
    type: facts.type?.trim() ?? null,
    reference: realReference(facts.bank_ref),
    supplementary: latin1AsRead(facts.supplementary ?? ''),
  });
  // Decoded texts leave subfield numbers out: what is left has to stand in the raw text, in the same order.
  const raw = latin1AsRead(facts.text86);
  const withoutNumbers = raw.replace(/[?>+]\d\d/g, '');
  for (const line of entry.details.flatMap((detail) => detail.remittance)) {
    const text = withoutBlanks(line);
    const isKept = raw.includes(text) || withoutNumbers.includes(text) || raw.includes(text.slice(0, 20));
    // A lone dash inside the text ends it in the facts, not for us.
    expect(isKept || raw.endsWith('//MARF/MND'), `${line} in ${raw}`).toBe(true);
  }
}

/** The facts were read byte by byte; UTF-8 in them has to be put together again. */
function latin1AsRead(text: string): string {
  const bytes = Buffer.from(text, 'latin1');
  try {
    return withoutBlanks(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return withoutBlanks(fromWindows1252(text));
  }
}

function expectStatements(result: ReadResult, facts: FileFacts): void {
  expect(result.statements.map(({ summary }) => factsOf(summary))).toMatchObject(
    facts.statements.map((statement) => factsOfTruth(statement, facts.format)),
  );
}

describe.runIf(hasCorpus)('the shared corpus, where present', () => {
  const files = fileFacts();

  test.each([...files])('reads the facts of %s', (path, facts) => {
    const result = readPath(corpusFolder + path);
    expect(result.file.outcome).toBe(expectedOutcome(path, facts));
    if (result.file.outcome === 'refused') return;
    expectStatements(result, facts);
  });

  test.each([...entryFacts()].filter(([path]) => files.get(path)?.ok === true && !refusedOnPurpose.has(path)))(
    'reads each entry of %s',
    (path, statements) => {
      const result = readPath(corpusFolder + path);
      expect(result.statements.map(({ entries }) => entries.length)).toEqual(
        statements.map((entries) => entries.length),
      );
      result.statements.forEach(({ summary, entries }, statementIndex) => {
        entries.forEach((entry, index) => {
          const facts = statements[statementIndex]?.[index];
          if (facts === undefined) return;
          if (path.startsWith('camt')) expectCamtEntry(entry, facts, summary.account);
          else expectMtEntry(entry, facts);
        });
      });
    },
  );
});
