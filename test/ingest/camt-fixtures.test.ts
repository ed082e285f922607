/** What each camt fixture is there to show: the claim that its golden file is to be read against. */
import { describe, expect, test } from 'vitest';
import { parsedStatementToJson } from '../../src/ingest/json.ts';
import { entryToJson } from './entry-json.ts';
import { camtFixtures, readFixture } from './fixtures.ts';
import { codesOf, readBytes } from './read-file.ts';

/** One value for each statement of the file; `entries` are those of all its statements, and only the fields named. */
type Claim = Readonly<{
  proves: readonly (boolean | null)[];
  codes: readonly string[];
  format?: string;
  version?: string | null;
  encoding?: string;
  ids?: readonly string[];
  accounts?: readonly string[];
  currencies?: readonly string[];
  sequences?: readonly string[];
  opening?: readonly (string | null)[];
  closing?: readonly (string | null)[];
  information?: readonly string[];
  entries?: readonly object[];
}>;

const claims: Readonly<Record<string, Claim>> = {
  'account-without-iban.xml': { proves: [true], codes: [], accounts: ['0012345678'] },
  'available-balances-prove-nothing.xml': {
    proves: [null],
    codes: ['ingest.balance_missing'],
    opening: [null],
    closing: [null],
  },
  'balance-without-side.xml': { proves: [true], codes: ['ingest.balance_side_missing'], opening: ['0.00'] },
  'balances-of-several-days.xml': { proves: [true], codes: [], opening: ['10.00'], closing: ['12.00'] },
  'batch-counts-more-than-it-details.xml': {
    proves: [true],
    codes: ['ingest.batch_count_differs', 'ingest.details_mismatch'],
    entries: [{ batchCount: 3, batchReference: 'COLL-9' }],
  },
  'batch-in-several-entry-details.xml': {
    proves: [true],
    codes: [],
    entries: [
      {
        amountMinor: '6000',
        details: [
          { amountMinor: '1000', endToEndId: 'E2E-1' },
          { amountMinor: '2000' },
          { amountMinor: '3000', remittance: ['FA-3'] },
        ],
      },
    ],
  },
  'batch-without-details.xml': {
    proves: [true],
    codes: [],
    entries: [{ batchCount: 12, batchReference: 'PAYROLL-03', details: [] }],
  },
  'byte-order-mark.xml': { proves: [true], codes: [], encoding: 'utf-8', ids: ['Relevé é'] },
  'cdata-references-and-comments.xml': {
    proves: [true],
    codes: [],
    entries: [{ details: [{ endToEndId: 'A-B', remittance: ['R&D <2026> & €uros'] }] }],
  },
  'charges-in-records.xml': {
    proves: [true],
    codes: [],
    entries: [{ amountMinor: '9500', charges: null, details: [{ amountMinor: '9500', charges: '5.00 EUR' }] }],
  },
  'charges-of-version-02.xml': {
    proves: [true],
    codes: [],
    entries: [{ amountMinor: '9500', charges: '5.00 EUR', details: [{ amountMinor: '9500', charges: '1.10 USD' }] }],
  },
  'charges-partly-returned.xml': { proves: [true], codes: [], entries: [{ amountMinor: '9500', charges: '4.50 EUR' }] },
  'counter-value-in-account-currency.xml': {
    proves: [true],
    codes: [],
    entries: [
      {
        details: [
          { amountMinor: '10000', instructedAmount: '95.00 CHF', exchangeRate: '0.95' },
          { amountMinor: '2000', instructedAmount: null, exchangeRate: null },
        ],
      },
    ],
  },
  'creditor-reference-rf-with-wrong-check-digits.xml': {
    proves: [true],
    codes: ['ingest.creditor_reference_check_failed'],
    entries: [{ details: [{ creditorReference: 'RF19539007547034' }] }],
  },
  'creditor-reference-rf.xml': {
    proves: [true],
    codes: [],
    entries: [{ details: [{ creditorReference: 'RF18539007547034', remittance: [] }] }],
  },
  'currency-from-the-balance.xml': { proves: [true], codes: [], currencies: ['JPY'], closing: ['500'] },
  'date-times-with-offset.xml': {
    proves: [true],
    codes: [],
    entries: [{ bookingDate: '2026-03-02', valueDate: '2026-03-02' }],
  },
  'debit-balances.xml': { proves: [true], codes: [], opening: ['-100.00'], closing: ['-25.50'] },
  'decimal-spellings.xml': {
    proves: [true],
    codes: [],
    entries: [{ amountMinor: '12000' }, { amountMinor: '50' }, { amountMinor: '1200' }, { amountMinor: '37' }],
  },
  'detail-in-another-currency-only.xml': {
    proves: [true],
    codes: ['ingest.detail_amount_missing'],
    entries: [{ details: [{ amountMinor: '6000' }, { amountMinor: null, instructedAmount: '43.40 USD' }] }],
  },
  'entry-of-zero.xml': {
    proves: [true],
    codes: [],
    entries: [
      { amountMinor: '0', side: 'credit' },
      { amountMinor: '0', side: 'debit' },
    ],
  },
  'equal-entries-of-one-day.xml': {
    proves: [true],
    codes: [],
    entries: [
      { entryIndex: 0, amountMinor: '1000' },
      { entryIndex: 1, amountMinor: '1000' },
    ],
  },
  'exchange-at-the-entry.xml': {
    proves: [true],
    codes: [],
    entries: [{ details: [{ amountMinor: '10000', instructedAmount: '85.00 GBP', exchangeRate: '.85' }] }],
  },
  'information-beside-details.xml': {
    proves: [true],
    codes: [],
    information: ['Conditions change on 1 April'],
    entries: [{ additionalInformation: 'SEPA credit, branch 12', details: [{ remittance: ['FA-1'] }] }],
  },
  'instructed-in-dollars.xml': {
    proves: [true],
    codes: [],
    entries: [{ details: [{ amountMinor: '10000', instructedAmount: '108.50 USD', exchangeRate: '1.085' }] }],
  },
  'interim-balances-without-pages.xml': {
    proves: [null],
    codes: ['ingest.balance_missing'],
    opening: [null],
    closing: [null],
  },
  'ipi-reference.xml': {
    proves: [true],
    codes: [],
    entries: [{ details: [{ creditorReference: '12345678901234567890' }] }],
  },
  'isr-reference-as-proprietary.xml': {
    proves: [true],
    codes: [],
    entries: [{ details: [{ creditorReference: '210000000003139471430009017' }] }],
  },
  'latin-1.xml': { proves: [true], codes: [], encoding: 'iso-8859-1', ids: ['Relevé é'] },
  'many-details-without-amounts.xml': {
    proves: [true],
    codes: ['ingest.detail_amount_missing'],
    entries: [{ details: [{ amountMinor: null }, { amountMinor: null }] }],
  },
  'many-unstructured-lines.xml': {
    proves: [true],
    codes: [],
    entries: [{ details: [{ remittance: ['Rechnung 2026-01', '17 vom 02.02.', 'Kunde 4711'] }] }],
  },
  'net-batch-of-both-sides.xml': {
    proves: [true],
    codes: [],
    entries: [
      {
        amountMinor: '7000',
        side: 'credit',
        batchCount: null,
        batchReference: 'CARDS-0302',
        details: [{ side: 'credit' }, { side: 'credit' }, { side: 'debit', amountMinor: '2000' }],
      },
    ],
  },
  'no-namespace.xml': { proves: [true], codes: ['ingest.namespace_missing'], version: null },
  'notification-of-a-batch-of-qr-references.xml': {
    proves: [null],
    codes: [],
    format: 'camt.054',
    entries: [
      {
        batchCount: null,
        details: [
          { creditorReference: '210000000003139471430009017' },
          { creditorReference: '000000000000000000000000011' },
        ],
      },
    ],
  },
  'notification-of-a-return.xml': {
    proves: [null],
    codes: [],
    format: 'camt.054',
    entries: [{ details: [{ returnReason: 'MD06' }] }],
  },
  'notification-of-another-day.xml': { proves: [null], codes: [], format: 'camt.054', information: ['Sent again'] },
  'notification-of-one-credit.xml': {
    proves: [null],
    codes: [],
    format: 'camt.054',
    entries: [{ details: [{ counterpartyName: 'Maison Durand', remittance: ['FA-2026-100'] }] }],
  },
  'nul-padding-behind-the-end.xml': { proves: [true], codes: [] },
  'only-page-is-the-last.xml': { proves: [true], codes: [], sequences: ['61'] },
  'opening-from-the-day-before.xml': { proves: [true], codes: [], opening: ['100.00'], closing: ['90.00'] },
  'other-party-with-iban-in-other.xml': {
    proves: [true],
    codes: [],
    entries: [{ details: [{ counterpartyIban: 'NL91ABNA0417164300' }] }],
  },
  'page-missing-between-two.xml': { proves: [true, true], codes: ['ingest.page_missing'], sequences: ['61/1', '61/3'] },
  'pages-that-chain.xml': {
    proves: [true, true, true],
    codes: [],
    opening: ['100.00', '110.00', '105.00'],
    closing: ['110.00', '105.00', '125.00'],
    sequences: ['61/1', '61/2', '61/3'],
  },
  'pages-without-the-last.xml': { proves: [true, true], codes: ['ingest.page_missing'] },
  'prefixed-names.xml': { proves: [true], codes: [], version: 'camt.053.001.08' },
  'proprietary-balance-codes.xml': {
    proves: [null],
    codes: ['ingest.balance_missing'],
    opening: [null],
    closing: [null],
  },
  'qr-reference-with-leading-zeros.xml': {
    proves: [true],
    codes: [],
    entries: [{ details: [{ endToEndId: null, creditorReference: '000000000000000000000012347' }] }],
  },
  'qr-reference-with-wrong-check-digit.xml': {
    proves: [true],
    codes: ['ingest.creditor_reference_check_failed'],
    entries: [{ details: [{ creditorReference: '210000000003139471430009018' }] }],
  },
  'reference-in-free-text.xml': {
    proves: [true],
    codes: [],
    entries: [{ details: [{ creditorReference: null, remittance: ['RF18539007547034 merci'] }] }],
  },
  'references-not-provided.xml': {
    proves: [true],
    codes: [],
    entries: [{ accountServicerReference: null, details: [{ endToEndId: null, mandateId: null }] }],
  },
  'report-before-the-day-is-closed.xml': {
    proves: [null],
    codes: [],
    opening: ['100.00'],
    closing: [null],
    format: 'camt.052',
  },
  'report-of-version-01.xml': {
    proves: [null],
    codes: [],
    format: 'camt.052',
    version: 'camt.052.001.01',
    accounts: ['00-44-123456'],
    entries: [{ batchCount: 3, batchReference: 'PAIN-3' }],
  },
  'report-that-does-not-prove.xml': { proves: [false], codes: ['ingest.balance_mismatch'], format: 'camt.052' },
  'report-that-proves.xml': { proves: [true], codes: [], format: 'camt.052' },
  'returned-credit-transfer.xml': {
    proves: [true],
    codes: [],
    entries: [
      {
        side: 'credit',
        details: [
          {
            endToEndId: 'OUT-2026-9',
            counterpartyName: 'Supplier',
            counterpartyIban: 'BE71096123456769',
            returnReason: 'AC04',
          },
        ],
      },
    ],
  },
  'returned-direct-debit.xml': {
    proves: [true],
    codes: [],
    entries: [
      {
        side: 'debit',
        details: [{ counterpartyName: 'Client', mandateId: 'MANDATE-5', returnReason: 'REFUSED BY DEBTOR' }],
      },
    ],
  },
  'reversal-keeps-its-sign.xml': {
    proves: [true],
    codes: [],
    entries: [{ amountMinor: '5000', side: 'debit', isReversal: true }],
  },
  'reversal-whose-sign-was-turned.xml': {
    proves: [false],
    codes: ['ingest.balance_mismatch', 'ingest.reversals_look_flipped'],
    entries: [{ side: 'debit', isReversal: true }],
  },
  'second-page-of-a-message.xml': { proves: [true], codes: [], opening: ['110.00'], sequences: ['61/2'] },
  'several-structured-parts.xml': {
    proves: [true],
    codes: [],
    entries: [
      {
        details: [
          {
            creditorReference: 'RF18539007547034',
            remittance: ['March', 'PUOR 4500012', 'FA-1', 'CREN AV-2', 'RF45G72UUR'],
          },
        ],
      },
    ],
  },
  'single-detail-without-amount.xml': { proves: [true], codes: [], entries: [{ details: [{ amountMinor: '1234' }] }] },
  'statement-without-entries.xml': { proves: [true], codes: [], entries: [] },
  'statements-of-two-accounts.xml': {
    proves: [true, true],
    codes: [],
    accounts: ['FR7630006000011234567890189', 'CH9300762011623852957'],
    currencies: ['EUR', 'CHF'],
  },
  'status-as-code.xml': {
    proves: [true],
    codes: [],
    entries: [{ status: 'booked' }, { status: 'pending' }, { status: 'information' }, { status: 'pending' }],
  },
  'status-as-plain-text.xml': {
    proves: [true],
    codes: [],
    entries: [{ status: 'booked' }, { status: 'pending' }, { status: 'information' }],
  },
  'status-missing.xml': { proves: [true], codes: [], entries: [{ status: 'booked' }] },
  'three-decimals-of-the-dinar.xml': { proves: [true], codes: [], closing: ['1.500'] },
  'transaction-codes-of-all-kinds.xml': {
    proves: [true],
    codes: [],
    entries: [
      { bankTransactionCode: 'PMNT/RCDT/ESCT' },
      { bankTransactionCode: 'NTRF+166' },
      { bankTransactionCode: 'PMNT/RCDT/ESCT' },
      { bankTransactionCode: null },
    ],
  },
  'ultimate-debtor.xml': {
    proves: [true],
    codes: [],
    entries: [
      { details: [{ counterpartyName: 'Property office', ultimateCounterpartyName: 'Tenant of flat 4' }] },
      { details: [{ counterpartyName: 'Collector', ultimateCounterpartyName: null }] },
    ],
  },
  'utf-16.xml': { proves: [true], codes: [], encoding: 'utf-16le', ids: ['Relevé é'] },
  'version-from-the-future.xml': { proves: [true], codes: [], version: 'camt.053.001.14' },
  'words-beside-the-remittance.xml': {
    proves: [true],
    codes: [],
    entries: [{ details: [{ remittance: ['VIR FA-2026-44'] }] }],
  },
  'wrapped-with-application-header.xml': { proves: [true], codes: [], version: 'camt.053.001.08' },
  'zeros-behind-the-cents.xml': { proves: [true], codes: [], entries: [{ amountMinor: '110' }] },
};

function factsOf(name: string, { entries: claimed, ...claim }: Claim): object {
  const result = readBytes(readFixture(`camt/${name}`));
  const statements = result.statements.map(({ summary }) => ({ ...summary, ...parsedStatementToJson(summary) }));
  const { format, version, encoding } = result.file;
  const facts: Readonly<Record<keyof Omit<Claim, 'entries'>, unknown>> = {
    proves: statements.map(({ proves }) => proves),
    codes: codesOf(result),
    format,
    version,
    encoding,
    ids: statements.map(({ bankStatementId }) => bankStatementId),
    accounts: statements.map(({ account }) => account),
    currencies: statements.map(({ currency }) => currency),
    sequences: statements.map(({ sequence }) => sequence),
    opening: statements.map(({ openingBalance }) => openingBalance),
    closing: statements.map(({ closingBalance }) => closingBalance),
    information: statements.map(({ additionalInformation }) => additionalInformation),
  };
  const named = Object.entries(facts).filter(([key]) => key in claim);
  const entries = result.statements.flatMap((statement) => statement.entries).map(entryToJson);
  return { outcome: result.file.outcome, ...Object.fromEntries(named), ...(claimed !== undefined && { entries }) };
}

describe('the fixture', () => {
  test.each(Object.entries(claims))('%s shows what it is named after', (name, claim) => {
    expect(factsOf(name, claim)).toMatchObject({ outcome: 'accepted', ...claim });
  });

  test('is claimed something of, each', () => {
    const unclaimed = camtFixtures.map((name) => name.replace('camt/', '')).filter((name) => !(name in claims));
    expect(unclaimed.toSorted()).toEqual([
      'notification-with-net-batch.xml',
      'report-with-pending-entry.xml',
      'statement-that-does-not-add-up.xml',
      'statement-with-batch-and-return.xml',
      'two-documents-in-one-file.xml',
    ]);
  });
});
