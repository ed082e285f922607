/**
 * Small books to torture: a few customers, three currencies of 2, 0 and 3 decimals, invoices and credit notes, money in
 * and out, a closed period. From a seed: the same seed gives the same books, but for the number of the ledger.
 */
import type { Pool } from 'pg';
import type { Command } from '../../src/domain/command.ts';
import type { CurrencyCode } from '../../src/domain/currency.ts';
import type { LedgerId, MatchRunId } from '../../src/domain/ids.ts';
import { addDays } from '../../src/domain/local-date.ts';
import type { Act } from '../../src/ledger/audit.ts';
import { importCollection } from '../../src/ledger/commands/import-collections.ts';
import { customerIdOf } from '../../src/ledger/commands/import-customers.ts';
import { registerBankAccount } from '../../src/ledger/commands/register-bank-account.ts';
import { carryOut, decideApproval, type CommandResult } from '../../src/ledger/commands/carry-out.ts';
import {
  act,
  day,
  enterItems,
  openBooks,
  publishPayments,
  readNames,
  runDecisions,
  type ItemSpec,
  type PaymentSpec,
} from '../../test/support/books.ts';
import { random as seeded, type Random } from '../../test/support/random.ts';
import { decimal, euro, partOf, type Model, type ModelItem, type ModelPayment } from './model.ts';

export type Books = Readonly<{
  pool: Pool;
  model: Model;
  /** Commands that were carried out, with their answers. */
  done: Map<string, Readonly<{ command: Command; result: CommandResult }>>;
}>;

export type BooksSize = Readonly<{ customers: number; items: number; payments: number }>;
export const smallBooks: BooksSize = { customers: 4, items: 30, payments: 16 };

const statementDays = { EUR: '2026-03-02', JPY: '2026-02-10', TND: '2026-03-20' } as const;
type Currency = keyof typeof statementDays;
const closedThrough = day('2026-02-15');
const dueDate = '2026-03-15';
const discountBp = 200;
/** Before and after the payments. */
const discountDays = [day('2026-03-01'), day('2026-03-10')] as const;

/** Half of all in euros. */
const currencyOf = (random: Random): Currency => random.pick(['EUR', 'EUR', 'JPY', 'TND'] as const);

// Few different sizes: amounts meet by chance, as they do in business.
const amountOf = (random: Random): bigint =>
  random.below(2) === 0 ? BigInt(1 + random.below(20)) * 1_000n : BigInt(1 + random.below(200_000));

/** @param code - of the ledger, and of its bank accounts: unique in the database. */
export async function makeBooks(pool: Pool, code: string, seed: string, size: BooksSize = smallBooks): Promise<Books> {
  const random = seeded(`books ${seed}`);
  const ledgerId = await openBooks(pool, code, `${code}EUR`);
  for (const currency of ['JPY', 'TND'] as const)
    await registerBankAccount(
      pool,
      ledgerId,
      {
        identifier: `${code}${currency}`,
        currency: currency as string as CurrencyCode,
        name: currency,
        glAccount: '512200',
      },
      act,
    );
  const items = Array.from({ length: size.items }, (_, index) => itemOf(index, size, random));
  await enterItems(
    pool,
    ledgerId,
    items.map(({ spec }) => spec),
  );
  const collections = await collect(pool, ledgerId, items, random);
  const payments = [
    ...Array.from({ length: size.payments }, (_, index) => paymentOf(index, items, random)),
    ...collections.flatMap(paymentsOfCollection),
  ];
  for (const currency of ['EUR', 'JPY', 'TND'] as const) {
    const specs = payments.filter((payment) => payment.currency === currency).map(({ spec }) => spec);
    const closedOn = statementDays[currency];
    const opening = decimal(1_000_000_000n, currency as string as CurrencyCode);
    const statement = { account: `${code}${currency}`, content: `${code} ${currency}`, opening, closedOn, currency };
    if (specs.length > 0) await publishPayments(pool, ledgerId, statement, specs);
  }
  const run = await suggest(pool, ledgerId, items, payments);
  const done = await setRules(pool, ledgerId, random);
  return { pool, model: await modelOf({ pool, ledgerId, items, payments, collections, run, size }), done };
}

const plenty = '1000000000.00';

/** Whatever is let go is within them; some of it takes two. */
export const limits = {
  writeOff: plenty,
  writeOffBp: 10_000,
  writeOffMonthly: plenty,
  approveWriteOff: '100.00',
  approveRefund: '50.00',
  approveTransfer: '100.00',
} as const;

type MadeCollection = Readonly<{
  reference: string;
  lines: readonly Readonly<{ endToEndId: string; number: string; minor: bigint }>[];
}>;

/** Two batches of direct debits: of whole invoices and of parts; the first debit may be for two documents. */
async function collect(
  pool: Pool,
  ledgerId: LedgerId,
  items: readonly MadeItem[],
  random: Random,
): Promise<readonly MadeCollection[]> {
  const invoices = items.filter(({ spec, currency }) => currency === euro && spec.kind === 'invoice');
  const collections: MadeCollection[] = [];
  for (const reference of ['BATCH-1', 'BATCH-2']) {
    const chosen = random.shuffled(invoices).slice(0, 1 + random.below(3));
    if (chosen.length === 0) continue;
    const rows = chosen.map(({ spec, amountMinor }, index) => ({
      reference,
      collectionDate: day(statementDays.EUR),
      scheme: 'core' as const,
      currency: euro,
      endToEndId: `${reference}-${index === 2 ? 0 : index}`,
      mandateId: null,
      customerCode: spec.customer,
      documentNumber: spec.number,
      amountMinor: partOf(amountMinor, random),
      controlMinor: null,
    }));
    const numbered = rows.map((row, index) => ({ line: index + 1, row }));
    const { refused } = await importCollection(pool, ledgerId, reference, numbered, act);
    if (refused.length > 0) throw new Error(`${reference} is refused: ${JSON.stringify(refused)}`);
    const lines = rows.map(({ endToEndId, documentNumber: number, amountMinor: minor }) => {
      return { endToEndId, number, minor };
    });
    collections.push({ reference, lines });
  }
  return collections;
}

/** The bank credits the batch, and once more the first of its debits by itself: only one of them can be right. */
function paymentsOfCollection({ reference, lines }: MadeCollection): readonly MadePayment[] {
  const creditOf = (name: string, of: MadeCollection['lines']): MadePayment => {
    const amountMinor = of.reduce((sum, { minor }) => sum + minor, 0n);
    const amount = decimal(amountMinor, euro);
    return { spec: { name, amount, side: 'credit', bookedOn: statementDays.EUR }, amountMinor, currency: 'EUR' };
  };
  const [first] = lines;
  const ofFirst = lines.filter(({ endToEndId }) => endToEndId === first?.endToEndId);
  return [creditOf(reference, lines), creditOf(`${reference} DEBIT`, ofFirst)];
}

type Run = Readonly<{
  id: MatchRunId;
  suggestions: readonly Readonly<{ payment: string; item: string; minor: bigint }>[];
}>;

/** A run that leaves everything to people: for money in, the invoice of just its amount. Null: there is none. */
async function suggest(
  pool: Pool,
  ledgerId: LedgerId,
  items: readonly MadeItem[],
  payments: readonly MadePayment[],
): Promise<Run | null> {
  const pairs = payments.flatMap((payment) => {
    const { spec, currency, amountMinor } = payment;
    const item = items.find(
      (one) => one.currency === currency && one.amountMinor === amountMinor && one.spec.kind === 'invoice',
    );
    return item === undefined || currency !== euro || spec.side === 'debit' ? [] : [{ payment, item }];
  });
  if (pairs.length === 0) return null;
  const decisions = pairs.map(({ payment, item }) => ({
    payment: payment.spec.name,
    amount: payment.spec.amount,
    customer: item.spec.customer,
    item: item.spec.number,
    reason: 'several_explanations' as const,
  }));
  const { id } = await runDecisions(pool, ledgerId, decisions);
  const suggestions = pairs.map(({ payment, item }) => {
    return { payment: payment.spec.name, item: item.spec.number, minor: item.amountMinor };
  });
  return { id, suggestions };
}

/** A closed period, and the limits. */
async function setRules(pool: Pool, ledgerId: LedgerId, random: Random): Promise<Books['done']> {
  const done: Books['done'] = new Map();
  const close: Command = { id: uuidOf(random), kind: 'close_period', reason: 'torture', request: { closedThrough } };
  done.set(close.id, { command: close, result: await carryOut(pool, ledgerId, close, act) });
  const change: Command = { id: uuidOf(random), kind: 'set_tolerances', reason: 'torture', request: limits };
  const asked = await carryOut(pool, ledgerId, change, act);
  if (asked.state !== 'waiting') throw new Error(`limits are ${asked.state} without a second person`);
  const decision = { requestId: change.id, requestSha256: asked.requestSha256, reason: 'torture' } as const;
  done.set(change.id, {
    command: change,
    result: await decideApproval(pool, ledgerId, { ...decision, decision: 'approved' }, secondPerson),
  });
  return done;
}

/** Of version 4, as anybody would make it, but from the seed. */
export function uuidOf(random: Random): string {
  const hex = Buffer.from(random.bytes(16)).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const secondPerson: Act = { ...act, actor: 'second' };

type MadeItem = Readonly<{ spec: ItemSpec; amountMinor: bigint; currency: Currency }>;
type MadePayment = Readonly<{ spec: PaymentSpec; amountMinor: bigint; currency: Currency }>;

function itemOf(index: number, { customers }: BooksSize, random: Random): MadeItem {
  const currency = currencyOf(random);
  const amountMinor = amountOf(random);
  const amount = decimal(amountMinor, currency as string as CurrencyCode);
  const kind = random.below(5) === 0 ? ('credit_note' as const) : ('invoice' as const);
  const customer = `C${1 + random.below(customers)}`;
  const spec = { number: `D-${index}`, customer, amount, kind, currency, due: dueDate };
  // What it was booked at: a euro for a few hundred of its smallest unit.
  if (currency !== euro && random.below(2) === 0)
    return { spec: { ...spec, booked: decimal(1n + amountMinor / 3n, euro) }, amountMinor, currency };
  const isDiscounted = currency === euro && kind === 'invoice' && random.below(3) === 0;
  if (!isDiscounted) return { spec, amountMinor, currency };
  const vat = [{ rateBp: random.pick([2_000, 550]), gross: amount }];
  return {
    spec: { ...spec, discount: { bp: discountBp, until: random.pick(discountDays) }, vat },
    amountMinor,
    currency,
  };
}

/** A third pay just one item. */
function paymentOf(index: number, items: readonly MadeItem[], random: Random): MadePayment {
  const { currency, amountMinor } =
    random.below(3) === 0 ? random.pick(items) : { currency: currencyOf(random), amountMinor: amountOf(random) };
  const amount = decimal(amountMinor, currency as string as CurrencyCode);
  const side = random.below(5) === 0 ? ('debit' as const) : ('credit' as const);
  return { spec: { name: `P-${index}`, amount, side, bookedOn: statementDays[currency] }, amountMinor, currency };
}

async function modelOf({
  pool,
  ledgerId,
  items,
  payments,
  collections,
  run,
  size: { customers },
}: Readonly<{
  pool: Pool;
  ledgerId: LedgerId;
  items: readonly MadeItem[];
  payments: readonly MadePayment[];
  collections: readonly MadeCollection[];
  run: Run | null;
  size: BooksSize;
}>): Promise<Model> {
  const names = await readNames(pool, ledgerId);
  const modelItems = items.map(({ spec, amountMinor, currency }): ModelItem => ({
    id: names.item(spec.number),
    customerId: customerIdOf(ledgerId, spec.customer),
    kind: spec.kind ?? 'invoice',
    documentNumber: spec.number,
    side: spec.kind === 'credit_note' ? 'credit' : 'debit',
    currency: currency as string as CurrencyCode,
    amountMinor,
    residualMinor: amountMinor,
    issueDate: addDays(day(dueDate), -30),
    isWorthKnown: currency === euro || spec.booked !== undefined,
    discount:
      spec.discount === undefined
        ? null
        : { mostMinor: (amountMinor * BigInt(discountBp) + 9_999n) / 10_000n, until: spec.discount.until },
  }));
  const modelPayments = payments.map(({ spec, amountMinor, currency }): ModelPayment => ({
    id: names.payment(spec.name),
    side: spec.side ?? 'credit',
    currency: currency as string as CurrencyCode,
    amountMinor,
    bookingDate: day(spec.bookedOn),
    unappliedMinor: amountMinor,
    overpaidMinor: 0n,
    // A run that left it to people touched it.
    version: run?.suggestions.some(({ payment }) => payment === spec.name) === true ? 2 : 1,
  }));
  const used = new Set(items.map(({ spec }) => spec.customer));
  const codes = Array.from({ length: customers }, (_, index) => `C${index + 1}`).filter((code) => used.has(code));
  return {
    ledgerId,
    customerIds: codes.map((code) => customerIdOf(ledgerId, code)),
    items: new Map(modelItems.map((item) => [item.id, item])),
    payments: new Map(modelPayments.map((payment) => [payment.id, payment])),
    postings: new Map(),
    reversed: new Set(),
    cleared: new Map(),
    disputes: new Map(),
    collections: collections.map(({ reference, lines }) => ({
      reference,
      lines: lines.map(({ endToEndId, number, minor }) => ({ endToEndId, itemId: names.item(number), minor })),
    })),
    suggestions: new Map(
      run?.suggestions.map(({ payment, item, minor }) => [names.payment(payment), { itemId: names.item(item), minor }]),
    ),
    matchRunId: run?.id ?? null,
    closedThrough,
  };
}
