import { Type, type Static } from 'typebox';
import type { NightReport } from '../../ledger/queries/night-report.ts';
import { paymentStatusSchema } from './payment.ts';
import {
  amountSchema,
  countSchema,
  dayText,
  nullableText,
  shared,
  sideSchema,
  strictObject,
  textSchema,
  toAmount,
} from './shared.ts';
import { findingSchema, toFinding } from './statement-file.ts';

export const nightReportSchema = strictObject(
  {
    statements: Type.Array(
      strictObject({
        account: textSchema,
        statementDate: dayText,
        opening: shared(amountSchema),
        credits: shared(amountSchema),
        debits: shared(amountSchema),
        closing: shared(amountSchema),
        entryCount: countSchema,
      }),
      { description: 'Each proved: opening + credits - debits = closing.' },
    ),
    missingNumbers: Type.Array(
      strictObject({ account: textSchema, after: dayText, from: Type.Integer(), to: Type.Integer() }),
      { description: "Numbers of the bank's sequence that no statement has, though the balances continue." },
    ),
    files: Type.Array(
      strictObject({
        sha256: textSchema,
        name: textSchema,
        state: textSchema,
        findings: Type.Array(shared(findingSchema)),
      }),
      { description: 'Kept aside: quarantined or held.' },
    ),
    payments: Type.Array(
      strictObject({
        side: sideSchema,
        status: paymentStatusSchema,
        reason: nullableText,
        count: countSchema,
        amount: shared(amountSchema),
      }),
    ),
    items: Type.Array(
      strictObject({ openCount: countSchema, open: shared(amountSchema), letteredGroupCount: countSchema }),
      { description: 'One for each currency: what is owed less what is owed to customers.' },
    ),
  },
  { $id: 'NightReport', description: 'What came, what was proved, what was applied, what waits and why.' },
);

export const toNightReport = (report: NightReport): Static<typeof nightReportSchema> => ({
  statements: report.statements.map(({ account, statementDate, entryCount, currency, ...balances }) => ({
    account,
    statementDate,
    opening: toAmount({ minor: balances.openingMinor, currency }),
    credits: toAmount({ minor: balances.creditsMinor, currency }),
    debits: toAmount({ minor: balances.debitsMinor, currency }),
    closing: toAmount({ minor: balances.closingMinor, currency }),
    entryCount,
  })),
  missingNumbers: [...report.missingNumbers],
  files: report.files.map(({ findings, ...file }) => ({ ...file, findings: findings.map(toFinding) })),
  payments: report.payments.map(({ currency, amountMinor, ...row }) => ({
    ...row,
    amount: toAmount({ minor: amountMinor, currency }),
  })),
  items: report.items.map(({ currency, openMinor, ...row }) => ({
    ...row,
    open: toAmount({ minor: openMinor, currency }),
  })),
});
