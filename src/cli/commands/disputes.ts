/** `lettrage disputes`: what customers dispute, as a list, by category over all that is overdue, and by reason. */
import { parseCurrency, type CurrencyCode } from '../../domain/currency.ts';
import { disputeCategoryLabels, type DisputeCategory } from '../../domain/dispute.ts';
import { readMoment, type Moment } from '../../ledger/moment.ts';
import type { Money } from '../../domain/money.ts';
import { listDisputeCauses, type DisputeCause } from '../../ledger/queries/dispute-causes.ts';
import {
  readDisputeSynthesis,
  type Synthesis,
  type SynthesisCounts,
  type SynthesisStatus,
} from '../../ledger/queries/dispute-synthesis.ts';
import { listDisputes, type ListedDispute } from '../../ledger/queries/disputes.ts';
import { exitCodes, toJson, type ExitCode, type Output } from '../output.ts';
import { ledgerFor, type Session } from '../session.ts';
import { tableCsv, tableText, type Table } from '../table.ts';

type Asked = Readonly<{ ledger: string; csv: boolean }>;
type InContext = Pick<Session, 'context'>;

const mostRows = 10_000;

export async function listDisputesOf(
  session: InContext,
  output: Output,
  {
    ledger,
    csv,
    state,
    limit,
    ...filter
  }: Asked &
    Readonly<{
      state: 'open' | 'resolved' | 'all';
      category?: DisputeCategory;
      customer?: string;
      owner?: string;
      limit: string;
    }>,
): Promise<ExitCode> {
  const count = /^\d{1,5}$/.test(limit) ? Number(limit) : 0;
  if (count < 1 || count > mostRows) {
    output.say(`--limit takes a whole number from 1 to ${mostRows}.`);
    return exitCodes.usage;
  }
  const ledgerId = await ledgerFor(session, ledger, 'use');
  const asked = { ...filter, state: state === 'all' ? undefined : state };
  const { items, next } = await listDisputes(session.context.pool, ledgerId, asked, { limit: count });
  if (output.isJson) output.write(`${toJson({ items, next })}\n`);
  else if (items.length === 0 && !csv) output.write('Nothing is disputed.\n');
  else writeTable(output, csv, listTable(items));
  if (next !== null && !output.isJson) output.say('There are more; --limit shows them.');
  return exitCodes.done;
}

const listTable = (items: readonly ListedDispute[]): Table => ({
  alignments: ['left', 'left', 'left', 'left', 'right', 'left', 'left', 'left', 'left', 'left'],
  heading: ['dispute', 'customer', 'document', 'due', 'amount', 'currency', 'reason', 'owner', 'until', 'state'],
  rows: items.map(({ id, customer, item, amount, category, reason, owner, dueDate, state, resolution }) => [
    id,
    customer.code,
    item.documentNumber,
    item.dueDate,
    amount,
    amount.currency,
    `${category} ${reason.code}`,
    owner,
    dueDate,
    resolution ?? state,
  ]),
});

export async function disputeSynthesis(
  session: InContext,
  output: Output,
  { ledger, csv, asOf, since, currency }: Asked & Readonly<{ asOf?: string; since?: string; currency: string }>,
): Promise<ExitCode> {
  const asked = readAsked(session, { asOf, since, currency });
  if (typeof asked === 'string') {
    output.say(asked);
    return exitCodes.usage;
  }
  const ledgerId = await ledgerFor(session, ledger, 'use');
  const synthesis = await readDisputeSynthesis(session.context.pool, ledgerId, asked);
  if (output.isJson) output.write(`${toJson(synthesis)}\n`);
  else writeTable(output, csv, synthesisTable(synthesis));
  return exitCodes.done;
}

const statusWords: Readonly<Record<SynthesisStatus, string>> = {
  ...disputeCategoryLabels,
  unqualified: 'no dispute says why',
};

/** Customers of the last line are counted once, though they stand in several. */
function synthesisTable({ now, former }: Readonly<{ now: Synthesis; former: Synthesis | null }>): Table {
  const { currency, total } = now;
  const before = new Map(former?.rows.map((row) => [row.status, row]));
  const line = (words: readonly string[], counts: SynthesisCounts, permille: number, then?: SynthesisCounts) => [
    ...words,
    { minor: counts.amountMinor, currency },
    percent(permille),
    counts.invoiceCount,
    counts.customerCount,
    ...(then === undefined ? [] : trendOf(counts, then, currency)),
  ];
  return {
    alignments: ['left', 'left', 'right', 'right', 'right', 'right', 'right', 'right', 'right'],
    heading: [
      'status',
      'why',
      currency,
      'share %',
      'invoices',
      'customers',
      ...(former === null ? [] : [`${currency} change`, 'invoices change', 'customers change']),
    ],
    rows: [
      ...now.rows.map((row) =>
        line([row.status, statusWords[row.status]], row, row.sharePermille, before.get(row.status)),
      ),
      line(['total', ''], total, total.amountMinor === 0n ? 0 : 1_000, former?.total),
    ],
  };
}

const trendOf = (
  now: SynthesisCounts,
  then: SynthesisCounts,
  currency: CurrencyCode,
): readonly [Money, number, number] => [
  { minor: now.amountMinor - then.amountMinor, currency },
  now.invoiceCount - then.invoiceCount,
  now.customerCount - then.customerCount,
];

const percent = (permille: number): string => `${Math.floor(permille / 10)}.${permille % 10}`;

export async function disputeCauses(
  session: InContext,
  output: Output,
  { ledger, csv, asOf, currency }: Asked & Readonly<{ asOf?: string; currency: string }>,
): Promise<ExitCode> {
  const asked = readAsked(session, { asOf, currency });
  if (typeof asked === 'string') {
    output.say(asked);
    return exitCodes.usage;
  }
  const ledgerId = await ledgerFor(session, ledger, 'use');
  const { instant } = asked.asOf;
  const causes = await listDisputeCauses(session.context.pool, ledgerId, { currency: asked.currency, instant });
  if (output.isJson) output.write(`${toJson({ asOf: instant, currency: asked.currency, causes })}\n`);
  else if (causes.length === 0 && !csv) output.write('Nothing was ever disputed.\n');
  else writeTable(output, csv, causesTable(causes, asked.currency));
  return exitCodes.done;
}

const causesTable = (causes: readonly DisputeCause[], currency: CurrencyCode): Table => ({
  alignments: ['left', 'left', ...Array.from({ length: 9 }, () => 'right' as const)],
  heading: [
    'reason',
    'why',
    currency,
    'disputes',
    'resolved',
    'median days',
    '90 % within',
    'open',
    `${currency} open`,
    'median age',
    'oldest',
  ],
  rows: causes.map((cause) => [
    `${cause.category} ${cause.reasonCode}`,
    cause.label,
    { minor: cause.amountMinor, currency },
    cause.count,
    cause.resolvedCount,
    cause.medianCycleDays,
    cause.p90CycleDays,
    cause.openCount,
    { minor: cause.openMinor, currency },
    cause.medianAgeDays,
    cause.oldestAgeDays,
  ]),
});

const writeTable = (output: Output, csv: boolean, table: Table): void =>
  output.write(csv ? tableCsv(table) : tableText(table));

/** @returns a sentence about what can't be read. */
function readAsked(
  { context }: InContext,
  {
    asOf,
    since,
    currency: code,
  }: Readonly<{ asOf?: string | undefined; since?: string | undefined; currency: string }>,
): string | Readonly<{ currency: CurrencyCode; asOf: Moment; since: Moment | null }> {
  const currency = parseCurrency(code);
  if (!currency.ok) return '--currency takes an ISO 4217 code, such as EUR.';
  const now = readMoment(asOf ?? context.now().toISOString());
  const former = since === undefined ? null : readMoment(since);
  if (now === null || (since !== undefined && former === null))
    return '--as-of and --since take a day, or an instant with its zone: 2026-12-31T18:00:00+01:00.';
  return { currency: currency.value, asOf: now, since: former };
}
