/** The night in words and columns: statements proved, files kept aside, payments applied, and what waits for whom. */
import { formatDecimal, money } from '../domain/money.ts';
import type { CurrencyCode } from '../domain/currency.ts';
import type { NightReport, ReportedPayments } from '../ledger/queries/night-report.ts';
import type { Verification } from '../ledger/queries/verify.ts';
import { findingLine } from './output.ts';
import { grouped, textTable } from './text-table.ts';

const amount = (minor: bigint, currency: CurrencyCode): string => grouped(formatDecimal(money(minor, currency)));

export function nightReportText(title: string, report: NightReport): string {
  const sections = [
    title,
    statementsText(report),
    numbersText(report),
    filesText(report),
    paymentsText(report),
    itemsText(report),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function statementsText({ statements }: NightReport): string {
  if (statements.length === 0) return 'Statements: none';
  const rows = statements.map((statement) => [
    statement.statementDate,
    statement.account,
    `${statement.entryCount} entries`,
    amount(statement.openingMinor, statement.currency),
    `+ ${amount(statement.creditsMinor, statement.currency)}`,
    `- ${amount(statement.debitsMinor, statement.currency)}`,
    `= ${amount(statement.closingMinor, statement.currency)}`,
    statement.currency,
  ]);
  return `Statements, each proved (opening + credits - debits = closing)\n${textTable(['left', 'left', 'right', 'right', 'right', 'right', 'right', 'left'], rows)}`;
}

function numbersText({ missingNumbers }: NightReport): string {
  if (missingNumbers.length === 0) return '';
  const lines = missingNumbers.map(({ account, after, from, to }) => {
    const numbers = from === to ? `number ${from}` : `numbers ${from} to ${to}`;
    return `  ${account}: ${numbers} after ${after}; the balances continue without`;
  });
  return `Numbers that no statement has\n${lines.join('\n')}`;
}

function filesText({ files }: NightReport): string {
  if (files.length === 0) return '';
  const lines = files.map(({ name, state, findings }) => {
    const reasons = findings.map((finding) => `    ${findingLine(finding)}`);
    return [`  ${name} is ${state}; nothing of it was posted`, ...reasons].join('\n');
  });
  return `Files kept aside\n${lines.join('\n')}`;
}

function paymentsText({ payments }: NightReport): string {
  const applied = payments.filter(({ status }) => status === 'applied');
  const waiting = payments.filter(({ status, side }) => status === 'in_review' && side === 'credit');
  const out = payments.filter(({ status, side }) => status === 'in_review' && side === 'debit');
  const received = payments.filter(({ status }) => status === 'received');
  const parts = [
    section('Applied and lettered', applied, ({ side }) => (side === 'credit' ? 'money in' : 'money out')),
    section('Review queue, money in', waiting, ({ reason }) => reason ?? ''),
    section('Review queue, money out', out, ({ reason }) => reason ?? ''),
    section('Not matched yet', received, () => 'run `lettrage match`'),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function section(title: string, rows: readonly ReportedPayments[], label: (row: ReportedPayments) => string): string {
  if (rows.length === 0) return '';
  const lines = rows.map((row) => [String(row.count), amount(row.amountMinor, row.currency), row.currency, label(row)]);
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  return `${title}: ${count}\n${textTable(['right', 'right', 'left', 'left'], lines)}`;
}

function itemsText({ items }: NightReport): string {
  const lines = items.map(
    ({ currency, openCount, openMinor, letteredGroupCount }) =>
      `Open items: ${openCount}, ${amount(openMinor, currency)} ${currency}; ${letteredGroupCount} letter groups`,
  );
  return lines.join('\n');
}

const equationWords = {
  statement_proves: 'opening + entries = closing, chained',
  payment_adds_up: 'payment = allocated + unapplied',
  item_adds_up: 'item = residual + cleared',
  postings_balance: 'postings and letter groups balance',
  audit_chain_whole: 'audit chain whole',
} as const;

export function verificationText({ violations, checkedCounts, auditHead }: Verification): string {
  const rows = Object.entries(equationWords).map(([equation, words]) => {
    const key = equation as keyof typeof equationWords;
    const count = violations.filter((violation) => violation.equation === key).length;
    return [count === 0 ? 'ok' : 'BROKEN', words, `${checkedCounts[key]} checked`, count === 0 ? '' : `${count} off`];
  });
  const details = violations.map(
    ({ check, subject, off }) => `  ${subject}: ${check}: ${/^-?\d+$/.test(off) ? `off by ${off}` : off}`,
  );
  const head = `Audit head: event ${auditHead.sequence}, ${auditHead.hash}`;
  return `${['Books', textTable(['left', 'left', 'right', 'left'], rows), ...details, head].join('\n')}\n`;
}
