/** What is written into an OFX file comes out of it again, in every dialect and layout. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDecimal, signed } from '../../src/domain/money.ts';
import { ofxFile, ofxStatement, type Dialect, type OfxTransaction } from './ofx-text.ts';
import { expectOnlyTheWhole } from './check-cuts.ts';
import { readText, utf8, type ReadResult } from './read-file.ts';

const text = fc.stringMatching(/^[A-Za-z0-9&<>éÜß](?:[A-Za-z0-9 &<>'"/.,:;+éÜß-]{0,40}[A-Za-z0-9éÜß])?$/);
const minor = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const euros = (cents: bigint): string => formatDecimal({ minor: cents, currency: 'EUR' as never });

const one: fc.Arbitrary<OfxTransaction> = fc.record({
  TRNTYPE: fc.constantFrom('CREDIT', 'DEBIT', 'CHECK', 'XFER'),
  DTPOSTED: fc.constantFrom('20260301', '20260302235959.999[-8:PST]', '199912310000'),
  TRNAMT: minor.map(euros),
  FITID: fc.stringMatching(/^[A-Z0-9]{1,20}$/),
  NAME: text,
  MEMO: text,
});
type Written = Readonly<{ account: string; balance: string; transactions: readonly OfxTransaction[] }>;
const statements: fc.Arbitrary<readonly Written[]> = fc.array(
  fc.record({
    account: fc.stringMatching(/^[0-9]{4,12}$/),
    balance: minor.map(euros),
    transactions: fc.array(one, { maxLength: 6 }),
  }),
  { minLength: 1, maxLength: 3 },
);

const write = (written: readonly Written[], dialect: Dialect): string =>
  ofxFile(
    written.map(({ account, balance, transactions }) => ofxStatement(transactions, { account, balance, dialect })),
    dialect,
  );

const factsOf = ({ statements: read }: ReadResult) =>
  read.map(({ summary, entries }) => ({
    account: summary.account,
    balance: summary.closingBalance === null ? null : formatDecimal(summary.closingBalance.amount),
    transactions: entries.map(
      ({ amount, side, bookingDate, bankTransactionCode, accountServicerReference, details }) => [
        formatDecimal(signed(amount, side)),
        bookingDate,
        bankTransactionCode,
        accountServicerReference,
        details[0]?.counterpartyName,
        details[0]?.remittance.join('\n'),
      ],
    ),
  }));

const writtenFacts = (written: readonly Written[]) =>
  written.map(({ account, balance, transactions }) => ({
    account,
    balance,
    transactions: transactions.map(({ TRNAMT, DTPOSTED = '', TRNTYPE, FITID, NAME, MEMO }) => [
      TRNAMT,
      DTPOSTED.replace(/^(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3'),
      TRNTYPE,
      FITID,
      NAME,
      MEMO,
    ]),
  }));

test.each(['open', 'closed', 'xml'] as const)('a file says what was written into it: %s', (dialect) => {
  fc.assert(
    fc.property(statements, (written) => {
      const result = readText(write(written, dialect));
      expect(result.file.outcome).toBe('accepted');
      expect(factsOf(result)).toEqual(writtenFacts(written));
    }),
    { numRuns: 150 },
  );
});

describe.each(['open', 'closed', 'xml'] as const)('a disguise of %s gives the same facts', (dialect) => {
  test.each([
    ['CRLF', (whole: string) => whole.replaceAll('\n', '\r\n')],
    ['CR', (whole: string) => whole.replaceAll('\n', '\r')],
    ['a byte order mark', (whole: string) => `\uFEFF${whole}`],
    ['blanks before tags', (whole: string) => whole.replace(/<(?![?!])/g, ' \n\t<')],
    ['blanks behind tags', (whole: string) => whole.replace(/(<\/?[A-Z]+[^<>]*>)/g, '$1\n  ')],
    ['tags in lower case', (whole: string) => whole.replace(/<\/?[A-Z0-9]+>/g, (tag) => tag.toLowerCase())],
    ['decimal commas', (whole: string) => whole.replace(/(<(?:TRNAMT|BALAMT)>-?\d+)\./g, '$1,')],
    ['blank lines at the end', (whole: string) => `${whole}\n\n \n`],
  ])('%s', (_, disguise) => {
    fc.assert(
      fc.property(statements, (written) => {
        expect(factsOf(readText(disguise(write(written, dialect))))).toEqual(writtenFacts(written));
      }),
      { numRuns: 30 },
    );
  });
});

test.each(['open', 'xml'] as const)(
  '10 KB of %s cut at every byte: only the whole is accepted, however it is handed in',
  (dialect) => {
    const transactions = fc.sample(one, { numRuns: 100, seed: 20_260_301 });
    const whole = utf8(ofxFile([ofxStatement(transactions, { dialect })], dialect).trimEnd());
    expect(whole.length).toBeGreaterThan(10_000);
    expectOnlyTheWhole(whole);
  },
);
