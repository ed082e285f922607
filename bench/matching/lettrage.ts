/** The product's own engine under the benchmark's protocol. */
import type { CurrencyCode } from '../../src/domain/currency.ts';
import type { CustomerId, OpenItemId, PaymentId } from '../../src/domain/ids.ts';
import type { LocalDate } from '../../src/domain/local-date.ts';
import type { Payment } from '../../src/domain/match.ts';
import { openPartition, partitionBuilder, type Partition } from '../../src/matching/index/partition.ts';
import { cellOf } from '../../src/matching/decision/evidence-cell.ts';
import type { Ranked } from '../../src/matching/decision/rank.ts';
import { everything, type MatchingPolicy } from '../../src/matching/decision/verdict.ts';
import { openProposer } from '../../src/matching/propose.ts';
import { openSettlement } from '../../src/matching/settle.ts';
import type { NightLedger } from './night-ledger.ts';
import type { BenchClosed, BenchData, BenchItem, BenchLine, BenchTruth, Decision, OpenEngine } from './types.ts';

export const idOf = <Id>(kind: string, number: number): Id =>
  `${kind.padStart(8, '0')}-0000-4000-8000-${number.toString(16).padStart(12, '0')}` as Id;
const numberOf = (id: string): number => Number.parseInt(id.slice(24), 16);
const kinds = { inv: 'invoice', cn: 'credit_note', dp: 'down_payment' } as const;

type Paid = Readonly<{ customer: number; amount: number; date: string }>;
type Learned = { customer: number; name: string; iban: string; date: string; count: number };

/**
 * What the ledger lets be applied, whether payments are looked at again after others were settled, and who books the
 * differences of a company's documents: without, all are.
 */
type Way = Readonly<{
  policy: MatchingPolicy;
  isLookedAtAgain: boolean;
  openLedger?: (documents: readonly BenchItem[]) => NightLedger;
}>;

/** Everything that a rule of the ladder allows, whether the ledger can book the difference or not. */
export const openLettrage: OpenEngine = (data) => openLettrageWith({ policy: everything, isLookedAtAgain: true })(data);

export const openLettrageWith =
  (way: Way): OpenEngine =>
  (data) => {
    const residuals = new Map<number, number>(data.items.map((item) => [item.id, Math.abs(item.amount)]));
    const aliases = new Map<string, Learned>();
    const byId = new Map(data.items.map((item) => [item.id, item]));
    const learn = (company: number, customer: number, name: string, iban: string, date: string): void => {
      const key = `${company} ${customer} ${name} ${iban}`;
      const known = aliases.get(key);
      if (known === undefined) aliases.set(key, { customer, name, iban, date, count: 1 });
      else aliases.set(key, { ...known, count: known.count + 1, date });
    };
    for (const row of data.history) learn(row.company, row.customer, row.name, row.iban, row.date);
    const ledgers = new Map(
      data.companies.map(({ id }) => [
        id,
        way.openLedger?.(data.items.filter(({ company }) => company === id)) ?? null,
      ]),
    );
    const seen = new Map<number, BenchLine>();
    const paid: Paid[] = [];
    // The benchmark asks with no lines first, so that the index is timed apart.
    const morning = new Map<number, Partition>();
    return {
      name: 'lettrage',
      decideDay(_day, date, lines) {
        const decisions: Decision[] = [];
        for (const company of data.companies) {
          const own = lines.filter((line) => line.company === company.id);
          for (const line of own) seen.set(line.id, line);
          const partition =
            morning.get(company.id) ?? build(data, company.id, date, residuals, [...aliases.values()], paid);
          morning.set(company.id, partition);
          decisions.push(...decide(own.map(paymentOf), partition, way, ledgers.get(company.id) ?? null));
        }
        return decisions;
      },
      learn(_day, truths) {
        for (const truth of truths) {
          const line = seen.get(truth.line);
          if (line === undefined) continue;
          clear(residuals, byId, truth);
          if (truth.customer !== null && truth.alloc.length > 0)
            paid.push({ customer: truth.customer, amount: line.amount, date: line.date });
          if (truth.customer !== null && truth.alloc.length > 0)
            learn(line.company, truth.customer, line.name, line.iban, line.date);
        }
        seen.clear();
        morning.clear();
      },
    };
  };

function clear(residuals: Map<number, number>, items: ReadonlyMap<number, BenchItem>, { alloc }: BenchTruth): void {
  for (const { item, cleared } of alloc)
    if (items.has(item)) residuals.set(item, Math.max(0, (residuals.get(item) ?? 0) - Math.abs(cleared)));
}

function build(
  data: Omit<BenchData, 'truth' | 'lines'>,
  company: number,
  date: string,
  residuals: ReadonlyMap<number, number>,
  aliases: readonly Learned[],
  paid: readonly Paid[],
): Partition {
  const customers = data.customers.filter((customer) => customer.company === company);
  const owned = new Set(customers.map(({ id }) => id));
  const open = data.items.filter((item) => item.company === company && item.issued <= date);
  const closed = data.closed.filter((item) => item.company === company);
  const builder = partitionBuilder({
    itemCount: open.length + closed.length,
    customerCount: customers.length,
    ibanCount: 0,
    textBytes: 0,
  });
  for (const { id, code, name, ibans } of customers)
    builder.addCustomer({ customerId: idOf<CustomerId>('c', id), code, name, ibans });
  for (const { customer, name, iban, count, date: lastDate } of aliases) {
    if (!owned.has(customer)) continue;
    const alias = {
      customerId: idOf<CustomerId>('c', customer),
      confirmedCount: count,
      lastDate: lastDate as LocalDate,
    };
    if (iban !== '') builder.addAlias({ ...alias, kind: 'iban', value: iban });
    if (name !== '') builder.addAlias({ ...alias, kind: 'name', value: name });
  }
  for (const item of open) builder.addItem(itemOf(item, 'd', residuals.get(item.id) ?? 0));
  for (const item of closed) builder.addItem(itemOf(item, 'e', 0));
  for (const { id, company: owner, items } of data.batches)
    if (owner === company)
      builder.addCollection({ reference: id, openItemIds: items.map((item) => idOf<OpenItemId>('d', item)) });
  for (const { customer, amount, date: day } of paid)
    if (owned.has(customer))
      builder.addPaid({
        customerId: idOf<CustomerId>('c', customer),
        amountMinor: BigInt(amount),
        date: day as LocalDate,
      });
  for (const [from, rate] of Object.entries(data.rates))
    for (const [to, other] of Object.entries(data.rates))
      builder.addRate({ from: from as CurrencyCode, to: to as CurrencyCode, rate: rate / other });
  return openPartition(builder.finish());
}

export const itemOf = (item: BenchItem | BenchClosed, kind: string, residual: number) => ({
  openItemId: idOf<OpenItemId>(kind, item.id),
  customerId: idOf<CustomerId>('c', item.customer),
  kind: kinds[item.kind],
  documentNumber: item.number,
  creditorReference: item.sref === '' ? null : item.sref,
  purchaseOrder: item.po === '' ? null : item.po,
  currency: item.ccy as CurrencyCode,
  issueDate: item.issued as LocalDate,
  dueDate: item.due as LocalDate,
  amountMinor: BigInt(Math.abs(item.amount)),
  residualMinor: BigInt(residual),
  disputedMinor: 0n,
  discount: item.disc === null ? null : { bp: Math.round(item.disc.pct * 100), until: item.disc.until as LocalDate },
});

const orNull = (text: string): string | null => (text === '' ? null : text);

export const paymentOf = (line: BenchLine): Payment => ({
  id: idOf<PaymentId>('f', line.id),
  side: line.amount < 0 ? 'debit' : 'credit',
  currency: line.ccy as CurrencyCode,
  unappliedMinor: BigInt(Math.abs(line.amount)),
  bookingDate: line.date as LocalDate,
  isReversal: false,
  returnReason: null,
  bankTransactionCode: line.code === '' ? null : line.code,
  batchCount: null,
  counterpartyName: orNull(line.name),
  counterpartyIban: orNull(line.iban),
  remittance: line.text === '' ? [] : line.text.split('\n'),
  creditorReference: orNull(line.sref),
  endToEndId: orNull(line.batchId === '' ? line.e2e : line.batchId),
  instructed:
    line.instd === null
      ? null
      : { minor: BigInt(line.instd.amount), currency: line.instd.ccy as CurrencyCode, rate: String(line.instd.rate) },
});

/** A day of one company, as the service settles it. */
function decide(
  payments: readonly Payment[],
  partition: Partition,
  { policy, isLookedAtAgain }: Way,
  ledger: NightLedger | null,
): readonly Decision[] {
  const settlement = openSettlement(partition.columns);
  const proposer = openProposer(partition, settlement.residuals, policy);
  const byId = new Map(payments.map((payment) => [payment.id, payment]));
  const weighed = new Map<PaymentId, Readonly<{ ranked: readonly Ranked[]; reason: string | null }>>();
  let again: readonly PaymentId[] = payments.map(({ id }) => id);
  while (again.length > 0) {
    for (const id of again) {
      const payment = byId.get(id);
      if (payment === undefined) continue;
      const { outlook, ranked, verdict } = proposer.weigh(payment);
      weighed.set(id, { ranked: ranked.slice(0, 3), reason: verdict.reason });
      settlement.add(outlook);
    }
    again = isLookedAtAgain ? settlement.settleRound() : [];
  }
  // Everybody keeps the first claim: later rounds only settle those against each other.
  if (!isLookedAtAgain) while (settlement.settleRound().length > 0);
  const { applied, lost } = settlement.result();
  const isApplied = new Set<PaymentId>();
  const lostBy = new Map<PaymentId, string>(lost.map(({ paymentId, reason }) => [paymentId, reason]));
  for (const claim of inOrder(applied, byId)) {
    const payment = byId.get(claim.paymentId);
    const refusal = payment === undefined || ledger === null ? null : ledger.refusalOf(payment, claim);
    if (refusal === null) isApplied.add(claim.paymentId);
    else lostBy.set(claim.paymentId, refusal);
  }
  return payments.map(({ id }) => {
    const { ranked, reason } = weighed.get(id) ?? { ranked: [], reason: null };
    return decisionOf(id, ranked, isApplied.has(id), lostBy.get(id) ?? reason, partition);
  });
}

/** As a run applies its payments: by round, booking date, id. */
function inOrder<Applied extends Readonly<{ paymentId: PaymentId; round: number }>>(
  applied: readonly Applied[],
  payments: ReadonlyMap<PaymentId, Payment>,
): readonly Applied[] {
  const dayOf = ({ paymentId }: Applied): string => payments.get(paymentId)?.bookingDate ?? '';
  const textOf = (claim: Applied): string => `${dayOf(claim)} ${claim.paymentId}`;
  return applied.toSorted((a, b) => a.round - b.round || (textOf(a) < textOf(b) ? -1 : 1));
}

function decisionOf(
  id: PaymentId,
  ranked: readonly Ranked[],
  isApplied: boolean,
  reason: string | null,
  partition: Partition,
): Decision {
  const isCredit = (item: number): boolean => partition.columns.itemKinds[item] === 1;
  const suggestions = ranked.map(({ draft }) => ({
    customer: numberOf(partition.customerId(draft.customer)),
    alloc: draft.lines.map(({ item, cleared }) => ({
      item: numberOf(partition.itemId(item)),
      cleared: isCredit(item) ? -cleared : cleared,
    })),
  }));
  const [best] = suggestions;
  const [first] = ranked;
  const cell = first === undefined ? 'nothing' : cellOf(first.draft);
  return {
    line: numberOf(id),
    action: isApplied ? 'auto' : ranked.length > 0 ? 'review' : 'none',
    customer: best?.customer ?? null,
    alloc: isApplied ? (best?.alloc ?? []) : [],
    suggestions,
    reason: isApplied ? cell : `${reason ?? 'no claim'}: ${cell}`,
    confidence: first?.points ?? 0,
  };
}
