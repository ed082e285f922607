/**
 * Small books made with the ledger's own commands: what stands in them got there the way it does in service. Files are
 * not read and payments not matched here; what reading and matching would say is given.
 */
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { inLedger } from '../../src/ledger/transaction.ts';
import { parseCurrency, type CurrencyCode } from '../../src/domain/currency.ts';
import type { FileSha256, LedgerId, OpenItemId, PaymentId } from '../../src/domain/ids.ts';
import { addDays, parseLocalDate, type LocalDate } from '../../src/domain/local-date.ts';
import type { MatchCertificate, Proposal, ReviewReason } from '../../src/domain/match.ts';
import { formatDecimal, money, parseAmount, type Money, type Side } from '../../src/domain/money.ts';
import type { EarlyPaymentDiscount, OpenItemKind } from '../../src/domain/open-item.ts';
import type { Entry, Finding, StatementSummary } from '../../src/domain/statement.ts';
import type { Act } from '../../src/ledger/audit.ts';
import { applyChunk } from '../../src/ledger/commands/apply-chunk.ts';
import { customerIdOf, importCustomers } from '../../src/ledger/commands/import-customers.ts';
import { importOpenItems } from '../../src/ledger/commands/import-open-items.ts';
import { publishStatementFile, type PublishedFile } from '../../src/ledger/commands/publish-statement-file.ts';
import { nextMatchRun, recordDecisions, stageCertificates } from '../../src/ledger/commands/record-decisions.ts';
import { ensureLedger } from '../../src/ledger/commands/register.ts';
import { registerBankAccount } from '../../src/ledger/commands/register-bank-account.ts';
import { stageEntries } from '../../src/ledger/commands/stage-entries.ts';
import { storeStatementFile } from '../../src/ledger/commands/store-statement-file.ts';

export const act: Act = { actor: 'test', now: new Date('2026-03-31T08:15:00.000Z') };

/** The value, or the test stops with the problem. */
function expectOk<T>(result: { ok: true; value: T } | { ok: false; error: string }): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

export const day = (text: string): LocalDate => expectOk(parseLocalDate(text));
export const euros = (decimal: string): Money => expectOk(parseAmount(decimal, 'EUR'));
export const currencyOf = (code: string): CurrencyCode => expectOk(parseCurrency(code));
const eur = currencyOf('EUR');

export type ItemSpec = Readonly<{
  number: string;
  customer: string;
  amount: string;
  residual?: string;
  kind?: OpenItemKind;
  due?: string;
  discount?: EarlyPaymentDiscount;
  purchaseOrder?: string;
  /** EUR unless said; amounts have its decimals. */
  currency?: string;
  /** What it totals by VAT rate, and what it was booked at in euros. */
  vat?: readonly Readonly<{ rateBp: number; gross: string }>[];
  booked?: string;
}>;

export type PaymentSpec = Readonly<{
  /** Its end-to-end id: what a test calls it. */
  name: string;
  amount: string;
  side?: Side;
  bookedOn: string;
  from?: string;
  iban?: string;
  text?: string;
  /** The bank transaction code; a SEPA transfer in unless said. */
  code?: string;
  /** Why it came back, as the bank says. */
  returned?: string;
  /** The end-to-end id, where it is not the name; null: the bank does not say it. */
  endToEndId?: string | null;
  /** Of the direct debit. */
  mandate?: string;
  /** The batch that it is, and of how many. */
  batch?: Readonly<{ reference: string; count: number }>;
  /** What was ordered in dollars, and the rate. */
  dollars?: Readonly<{ amount: string; rate: string | null }>;
}>;

export type StatementSpec = Readonly<{
  account: string;
  content: string;
  opening: string;
  closedOn: string;
  /** EUR unless said; amounts have its decimals. */
  currency?: string;
}>;

/** Opens a ledger with one bank account. `account` belongs to one ledger only. */
export async function openBooks(pool: Pool, code: string, account: string): Promise<LedgerId> {
  const ledgerId = await ensureLedger(pool, code, `Company ${code}`);
  await registerBankAccount(
    pool,
    ledgerId,
    { identifier: account, currency: eur, name: 'Main', glAccount: '512100' },
    act,
  );
  return ledgerId;
}

/** Customers are called like their codes; their open items follow. */
export async function enterItems(
  pool: Pool,
  ledgerId: LedgerId,
  items: readonly ItemSpec[],
  by: Act = act,
): Promise<void> {
  const codes = [...new Set(items.map(({ customer }) => customer))];
  await importCustomers(
    pool,
    ledgerId,
    codes.map((code) => ({ code, name: `Customer ${code}`, ibans: [], paymentTerms: null })),
    by,
  );
  const rows = items.map((item, index) => {
    const dueDate = day(item.due ?? '2026-03-15');
    const total = expectOk(parseAmount(item.amount, item.currency ?? 'EUR'));
    return {
      line: index + 2,
      record: {
        customerCode: item.customer,
        documentNumber: item.number,
        kind: item.kind ?? 'invoice',
        currency: total.currency,
        amountMinor: total.minor,
        residualMinor: expectOk(parseAmount(item.residual ?? item.amount, total.currency)).minor,
        issueDate: addDays(dueDate, -30),
        dueDate,
        dueDateSource: 'given' as const,
        creditorReference: null,
        purchaseOrder: item.purchaseOrder ?? null,
        discount: item.discount ?? null,
        vat:
          item.vat?.map(({ rateBp, gross }) => ({
            rateBp,
            grossMinor: expectOk(parseAmount(gross, total.currency)).minor,
          })) ?? null,
        baseAmountMinor: item.booked === undefined ? null : euros(item.booked).minor,
        asOf: null,
      },
    };
  });
  const { refused } = await importOpenItems(pool, ledgerId, rows, by);
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
}

export const sha256Of = (content: string | Uint8Array): FileSha256 =>
  createHash('sha256').update(content).digest('hex') as FileSha256;

/** Stores `content` and publishes it as one statement of these payments; `opening` must follow the last closing. */
export async function publishPayments(
  pool: Pool,
  ledgerId: LedgerId,
  statement: StatementSpec,
  payments: readonly PaymentSpec[],
  by: Act = act,
): Promise<PublishedFile> {
  const sha256 = await storeText(pool, ledgerId, statement.content, `${statement.closedOn}.xml`);
  const entries = payments.map((payment, index) => entryOf(payment, index, statement.currency ?? 'EUR'));
  await inLedger(pool, ledgerId, async (tx) => {
    const stage = await stageEntries(tx, ledgerId, sha256);
    for (const entry of entries) await stage.add(0, entry, sha256Of(`${sha256} ${entry.entryIndex}`));
    await stage.end();
  });
  const summary = summaryOf(statement, entries);
  const read = {
    sha256,
    format: 'camt.053',
    version: '08',
    parser: 'test/1',
    outcome: 'accepted',
    findings: [],
  } as const;
  const digest = sha256Of(`digest of ${statement.content}`);
  const file = await publishStatementFile(pool, ledgerId, { ...read, statements: [{ summary, digest }] }, by);
  if (file.state !== 'published') throw new Error(`${file.state}: ${JSON.stringify(file.findings)}`);
  return file;
}

export async function storeText(pool: Pool, ledgerId: LedgerId, content: string, name: string): Promise<FileSha256> {
  async function* read() {
    yield Buffer.from(content);
  }
  return (await storeStatementFile(pool, ledgerId, { name, read, largestBytes: 1 << 20 }, act)).sha256;
}

/** A file that could be read and was refused. */
export async function quarantine(
  pool: Pool,
  ledgerId: LedgerId,
  content: string,
  finding: Finding,
): Promise<FileSha256> {
  const sha256 = await storeText(pool, ledgerId, content, 'refused.xml');
  const read = { sha256, format: null, version: null, parser: 'test/1', outcome: 'refused', statements: [] } as const;
  await publishStatementFile(pool, ledgerId, { ...read, findings: [finding] }, act);
  return sha256;
}

function entryOf(
  {
    name,
    amount,
    side = 'credit',
    bookedOn,
    from,
    iban,
    text,
    code,
    dollars,
    returned,
    endToEndId,
    mandate,
    batch,
  }: PaymentSpec,
  entryIndex: number,
  currency: string,
): Entry {
  return {
    entryIndex,
    amount: expectOk(parseAmount(amount, currency)),
    side,
    isReversal: false,
    status: 'booked',
    bookingDate: day(bookedOn),
    valueDate: day(bookedOn),
    bankTransactionCode: code ?? 'PMNT/RCDT/ESCT',
    accountServicerReference: `bank-${name}`,
    additionalInformation: null,
    batchCount: batch?.count ?? null,
    batchReference: batch?.reference ?? null,
    charges: null,
    details: [
      {
        amount: null,
        side,
        endToEndId: endToEndId === undefined ? (batch === undefined ? name : null) : endToEndId,
        counterpartyName: from ?? null,
        counterpartyIban: iban ?? null,
        ultimateCounterpartyName: null,
        instructedAmount: dollars === undefined ? null : expectOk(parseAmount(dollars.amount, 'USD')),
        exchangeRate: dollars?.rate ?? null,
        charges: null,
        remittance: text === undefined ? [] : [text],
        creditorReference: null,
        mandateId: mandate ?? null,
        returnReason: returned ?? null,
      },
    ],
    at: { line: 10 + entryIndex, path: 'Ntry' },
  };
}

function summaryOf(
  { account, content, opening, closedOn, currency = 'EUR' }: StatementSpec,
  entries: readonly Entry[],
): StatementSummary {
  const sumOf = (side: Side) =>
    entries.filter((entry) => entry.side === side).reduce((sum, { amount }) => sum + amount.minor, 0n);
  const [credits, debits] = [sumOf('credit'), sumOf('debit')];
  const date = day(closedOn);
  const openingAmount = expectOk(parseAmount(opening, currency));
  return {
    statementIndex: 0,
    bankStatementId: `statement ${sha256Of(content).slice(0, 8)}`,
    sequence: null,
    account,
    accountAsWritten: account,
    accountIban: null,
    currency: openingAmount.currency,
    fromDate: date,
    toDate: date,
    openingBalance: { amount: openingAmount, date },
    closingBalance: { amount: money(openingAmount.minor + credits - debits, openingAmount.currency), date },
    entryCount: entries.length,
    bookedCount: entries.length,
    bookedCreditsMinor: credits,
    bookedDebitsMinor: debits,
    proves: true,
    additionalInformation: null,
    findings: [],
    at: { line: 1, path: 'Stmt' },
  };
}

/** Payments and items by the names that the specs gave them. */
export type Names = Readonly<{ payment(name: string): PaymentId; item(number: string): OpenItemId }>;

export async function readNames(pool: Pool, ledgerId: LedgerId): Promise<Names> {
  return inLedger(pool, ledgerId, async (tx) => {
    const payments = await tx.query<{ id: PaymentId; name: string }>('select id, end_to_end_id as name from payment');
    const items = await tx.query<{ id: OpenItemId; number: string }>(
      'select id, document_number as number from open_item',
    );
    const paymentByName = new Map(payments.rows.map(({ name, id }) => [name, id]));
    const itemByNumber = new Map(items.rows.map(({ number, id }) => [number, id]));
    return { payment: (name) => known(paymentByName, name), item: (number) => known(itemByNumber, number) };
  });
}

function known<Id>(ids: ReadonlyMap<string, Id>, name: string): Id {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`Nothing is called ${name}.`);
  return id;
}

/** What the engine would have decided of a payment: applied to one item in full, or put into the queue. */
type DecisionSpec = Readonly<{
  payment: string;
  amount: string;
  customer: string;
  item: string | null;
  reason: ReviewReason | null;
  /** Of the suggestion, what is not the item paid in full. */
  chosen?: Partial<Proposal>;
}>;

/** Records one run with these decisions; applies its first `chunks` chunks of `chunkSize` payments. */
export async function runDecisions(
  pool: Pool,
  ledgerId: LedgerId,
  decisions: readonly DecisionSpec[],
  {
    chunkSize = 100,
    chunks = Number.POSITIVE_INFINITY,
    by = act,
  }: { chunkSize?: number; chunks?: number; by?: Act } = {},
) {
  const names = await readNames(pool, ledgerId);
  const job = { ledgerId, id: 0n };
  const next = await nextMatchRun(pool, job, eur);
  if (next.kind !== 'undecided') throw new Error('The run before is not applied.');
  const certificates = decisions.map((decision) => certificateOf(ledgerId, decision, names));
  await inLedger(pool, ledgerId, async (tx) => {
    const stage = stageCertificates(tx, ledgerId, next.id);
    for (const [index, certificate] of certificates.entries()) {
      const { minor: unappliedMinor } = euros(decisions[index]?.amount ?? '0.00');
      await stage.add(certificate, { bookingDate: day('2026-03-31'), unappliedMinor });
    }
    await stage.end();
  });
  const lines = decisions.flatMap(({ payment, item, reason, amount }) => {
    if (item === null || reason !== null) return [];
    const { minor } = euros(amount);
    return [
      { paymentId: names.payment(payment), openItemId: names.item(item), residualMinor: minor, clearedMinor: minor },
    ];
  });
  const inputs = { auditSequence: 0n, inputsSha256: sha256Of('not matched'), policy: {} };
  const run = { ...next, currency: eur, engine: 'test/1', chunkSize, ...inputs };
  const recorded = await recordDecisions(pool, job, run, { applied: [], lines, demotions: [] }, by);
  for (let chunkIndex = 0; chunkIndex < Math.min(chunks, recorded.chunkCount); chunkIndex += 1) {
    await applyChunk(pool, ledgerId, next.id, chunkIndex, by);
  }
  return recorded;
}

function certificateOf(ledgerId: LedgerId, decision: DecisionSpec, names: Names): MatchCertificate {
  const { payment, amount, customer, item, reason, chosen: otherwise } = decision;
  const paid = formatDecimal(euros(amount));
  const chosen: Proposal | null =
    item === null
      ? null
      : {
          selection: 'named',
          reference: 'full',
          amountClass: 'exact',
          payer: 'none',
          rivals: 0,
          notes: [],
          cell: 'named full exact none',
          points: 90,
          customerId: customerIdOf(ledgerId, customer),
          currency: eur,
          lines: [
            { openItemId: names.item(item), documentNumber: item, kind: 'invoice', residual: paid, cleared: paid },
          ],
          writeOff: null,
          unapplied: '0.00',
          evidence: [
            {
              kind: 'item_named',
              openItemId: names.item(item),
              level: 'full',
              found: { field: 'remittance', line: 0, start: 0, endLine: 0, end: item.length },
            },
            { kind: 'amount_equal', amount: paid },
          ],
          ...otherwise,
        };
  return {
    form: 'lettrage.certificate/2',
    engine: 'test/1',
    paymentId: names.payment(payment),
    paymentAmount: paid,
    currency: eur,
    action: reason === null ? 'apply' : 'review',
    reason,
    rule: reason === null ? 'full_reference' : null,
    chosen,
    alternatives: [],
    gates: reason === null ? [] : [{ gate: reason, passed: false }],
    searched: { referenceCount: item === null ? 0 : 1, openItemCount: item === null ? 0 : 1 },
  };
}
