/** Everything that is known about one payment, and every hypothesis about it, best first. */
import { exponentOf } from '../domain/currency.ts';
import { type Payment, payerLevel, type PayerLevel, referenceLevel } from '../domain/match.ts';
import type { DeclinedPair } from '../domain/partition.ts';
import { rankDrafts, type Ranked } from './decision/rank.ts';
import { draftsByAmount, draftsByEqualAmount, draftsOfAnybody } from './hypotheses/by-amount.ts';
import { draftsByCollection } from './hypotheses/by-collection.ts';
import { draftsByNearNumber, draftsByPart } from './hypotheses/by-part.ts';
import { draftsByReference } from './hypotheses/by-reference.ts';
import { draftsAcross } from './hypotheses/by-several-customers.ts';
import type { Draft } from './hypotheses/draft.ts';
import { findNamedItems, type NamedItems } from './hypotheses/named-items.ts';
import { creditNoteKind, type Partition } from './index/partition.ts';
import { dayNumberOf } from './index/day-number.ts';
import { identifyPayer, identifyPayerByIban, nobody, levelOf, type Payer } from './payer/identify-payer.ts';
import { findReferences, type Hit } from './references/find-references.ts';
import type { Situation } from './situation.ts';
import { emptyNumbers, readNumbers, says, type Numbers } from './text/numbers.ts';
import { textScanner } from './text/scan.ts';
import { wordClass } from './text/word-classes.ts';

type Survey = Readonly<{ situation: Situation; ranked: readonly Ranked[] }>;
type Surveyor = Readonly<{
  /**
   * Looks at a payment; the situation is valid until the next call.
   *
   * @param isOffered - false for money that settles nothing, whatever it says: only its words are read.
   */
  survey(payment: Payment, declined: readonly DeclinedPair[], isOffered: boolean): Survey;
}>;

/** Customers that are looked at for one payment. */
const mostCustomers = 12;
/** Customers of whose items a part is offered. */
const mostForParts = 3;
const crossBorderCode = /XBCT/;

/** @param residuals - what is left of the items now; the partition's own, or a copy that the day's settlement changes. */
export function openSurveyor(partition: Partition, residuals: Float64Array): Surveyor {
  const scanner = textScanner();
  const numbers = emptyNumbers();
  return {
    survey(payment, declined, isOffered) {
      const lines = payment.endToEndId === null ? payment.remittance : [...payment.remittance, payment.endToEndId];
      const scan = scanner.scan(lines, payment.endToEndId === null ? lines.length : lines.length - 1);
      readNumbers(scan, numbers, partition.isSeriesPrefix);
      setAmountAside(numbers, payment);
      const hits = !isOffered ? [] : findReferences(scan, numbers, payment.creditorReference, partition);
      const byIban = isOffered ? identifyPayerByIban(payment, partition) : null;
      const first: Situation = {
        payment,
        partition,
        residuals,
        amount: Number(payment.unappliedMinor),
        currency: partition.columns.currencies.indexOf(payment.currency),
        day: dayNumberOf(payment.bookingDate),
        scan,
        numbers,
        hits,
        payer: byIban ?? nobody,
        namesOwnCreditNote: namesOwnCreditNote(hits, numbers, partition),
        namesOnlyPaid: hits.length > 0 && hits.every(({ item }) => residuals[item] === 0),
        isCrossBorder: payment.bankTransactionCode !== null && crossBorderCode.test(payment.bankTransactionCode),
      };
      const { situation, drafts } = isOffered ? explain(first) : { situation: first, drafts: [] };
      const offered =
        declined.length === 0 ? drafts : drafts.filter((draft) => !isDeclined(draft, declined, partition));
      return { situation, ranked: rankDrafts(offered) };
    },
  };
}

/**
 * All hypotheses. Names are dear to look up, and asked only where they can change an answer: a payer that the IBAN tells
 * and that names items to the cent is the first by any name, and nothing is compared with it (`docs/decisions/0022`).
 */
function explain(situation: Situation): Readonly<{ situation: Situation; drafts: readonly Draft[] }> {
  const { payment, partition } = situation;
  // Beyond this a double rounds; zero is nothing to apply.
  const isPayable = situation.amount > 0 && situation.amount <= Number.MAX_SAFE_INTEGER;
  const collected = isPayable ? draftsByCollection(situation) : [];
  const known = isPayable && collected.length === 0 ? lookAtKnown(situation) : null;
  if (known?.byReference.some(isExactlyNamed) === true) return { situation, drafts: known.byReference };
  const complete: Situation = { ...situation, payer: identifyPayer(payment, partition) };
  if (!isPayable || collected.length > 0) return { situation: complete, drafts: collected };
  return { situation: complete, drafts: draftsOf(complete, known) };
}

type Look = Readonly<{ customer: number; level: PayerLevel; named: NamedItems; byReference: readonly Draft[] }>;

/** What the text says about the items of one customer. */
function lookAt(situation: Situation, customer: number, level: PayerLevel): Look {
  const named = findNamedItems(situation, customer, level >= payerLevel.weak);
  return { customer, level, named, byReference: draftsByReference(situation, customer, level, named) };
}

/** The same about the customer that the IBAN tells; null where none does, or where another may be paid for. */
function lookAtKnown(situation: Situation): Look | null {
  const [known] = situation.payer.candidates;
  return known === undefined || says(situation.numbers, wordClass.onBehalf)
    ? null
    : lookAt(situation, known.customer, known.level);
}

/** Behind a word such as `AVOIR` stands a number that only invoices of ours have. */
function namesOwnCreditNote(hits: readonly Hit[], numbers: Numbers, { columns }: Partition): boolean {
  const isInvoice = ({ item }: Hit): boolean => columns.itemKinds[item] !== creditNoteKind;
  return hits.some(
    (hit) =>
      hit.first >= 0 &&
      numbers.context[hit.first] === wordClass.creditNote &&
      hits.every((other) => other.first !== hit.first || isInvoice(other)),
  );
}

/** `MONTANT 12000`: the payment's own amount, in units or minor units, where no word says that it is a document. */
function setAmountAside(numbers: Numbers, { unappliedMinor, currency }: Payment): void {
  const minor = Number(unappliedMinor);
  const units = minor / 10 ** exponentOf(currency);
  for (let number = 0; number < numbers.count; number += 1) {
    const value = numbers.value[number];
    if (value !== minor && value !== units) continue;
    if (numbers.context[number] !== wordClass.document && numbers.prefix[number] === 0) numbers.isAside[number] = 1;
  }
}

/** A person turned it down for this payment: the customer as a whole, or one of the items. */
function isDeclined({ customer, lines }: Draft, declined: readonly DeclinedPair[], partition: Partition): boolean {
  const customerId = partition.customerId(customer);
  return declined.some(
    (pair) =>
      pair.customerId === customerId &&
      (pair.openItemId === null || lines.some(({ item }) => partition.itemId(item) === pair.openItemId)),
  );
}

/** Customers by how sure it is that they are meant; and what the text says of others. */
function customersOf(situation: Situation): ReadonlyMap<number, PayerLevel> {
  const { payer, hits, numbers, partition, payment } = situation;
  const customers = new Map<number, PayerLevel>();
  const isOnBehalf = says(numbers, wordClass.onBehalf);
  for (const { customer, level } of payer.candidates) customers.set(customer, level);
  for (const { item } of hits) {
    if (customers.size >= mostCustomers) break;
    const customer = partition.columns.itemCustomers[item] ?? 0;
    if (!customers.has(customer)) customers.set(customer, levelOf(payer, customer));
  }
  for (let number = 0; number < numbers.count; number += 1) {
    if (numbers.context[number] !== wordClass.customer) continue;
    for (const customer of partition.customersByCode(numbers.value[number] ?? -1))
      noteNamed(customers, customer, payer, isOnBehalf);
  }
  if (payer.best < payerLevel.good || isOnBehalf || payer.isContradictory)
    for (const { owner, level } of partition.names.findInText(payment.remittance.join(' '), 3)) {
      if (isOnBehalf) demoteOthers(customers, level === 'weak' ? -1 : owner);
      if (level !== 'weak') noteNamed(customers, owner, payer, isOnBehalf);
      else if (isOnBehalf && !customers.has(owner)) customers.set(owner, payerLevel.weak);
    }
  return customers;
}

/** Who pays for a customer by name pays for no other, whatever was learned of that payer; -1: the name is of several. */
function demoteOthers(customers: Map<number, PayerLevel>, named: number): void {
  for (const [customer, level] of customers)
    if (customer !== named && level > payerLevel.weak && level !== payerLevel.iban)
      customers.set(customer, payerLevel.weak);
}

/** The text names the customer: as good as a name that fits, whoever the payer is. */
function noteNamed(customers: Map<number, PayerLevel>, customer: number, payer: Payer, isOnBehalf: boolean): void {
  const level = customers.get(customer) ?? levelOf(payer, customer);
  if (level === payerLevel.other && !isOnBehalf) return;
  if (level < payerLevel.named && customers.size < mostCustomers + 4) customers.set(customer, payerLevel.named);
}

const isExactlyNamed = ({ selection, amountClass, rivals, reference, notes }: Draft): boolean =>
  selection === 'named' &&
  amountClass === 'exact' &&
  rivals === 0 &&
  reference >= referenceLevel.order &&
  !notes.includes('paid');

/** @param known - what was looked at already. */
function draftsOf(situation: Situation, known: Look | null): readonly Draft[] {
  const drafts: Draft[] = [];
  const { payer } = situation;
  let unknown: readonly number[] = [];
  let isFirst = true;
  const customers = customersOf(situation);
  for (const [customer, level] of customers) {
    const isKnown = known?.customer === customer && known.level === level;
    const { named, byReference } = isKnown ? known : lookAt(situation, customer, level);
    if (isFirst) unknown = named.unknown;
    isFirst = false;
    for (const draft of byReference) drafts.push(draft);
    const isNamedExactly = byReference.some(isExactlyNamed);
    // Nothing can stand beside it: a payer that is known names the items, and they are the payment to the cent.
    if (isNamedExactly && level >= payerLevel.good) return drafts;
    if (level < payerLevel.weak || isNamedExactly) continue;
    for (const draft of draftsByAmount(situation, customer, level, named)) drafts.push(draft);
    for (const draft of draftsByNearNumber(situation, customer, level, named)) drafts.push(draft);
  }
  if (drafts.length === 0 && customers.size === 0) unknown = findNamedItems(situation, -1, false).unknown;
  const payerOf = (customer: number): PayerLevel => customers.get(customer) ?? levelOf(payer, customer);
  if (payer.best < payerLevel.good) drafts.push(...draftsByEqualAmount(situation, unknown, payerOf));
  if (customers.size > 1) {
    drafts.push(...draftsAcross(situation));
    noteWhoElseOwes(drafts);
  }
  if (!payer.isCustomer && drafts.every(({ reference }) => reference === 0))
    drafts.push(...draftsOfAnybody(situation, payerOf));
  for (const { customer, level } of payer.candidates.slice(0, mostForParts))
    drafts.push(...draftsByPart(situation, customer, level));
  return drafts;
}

/** Where the text names a customer that owes just this amount, the number of another's document may be mistyped. */
function noteWhoElseOwes(drafts: readonly Draft[]): void {
  const owing = drafts.find(
    ({ payer, selection, amountClass }) =>
      payer >= payerLevel.named && amountClass === 'exact' && (selection === 'single' || selection === 'mended'),
  );
  if (owing === undefined) return;
  for (const { customer, payer, selection, notes } of drafts)
    if (
      selection === 'named' &&
      payer <= payerLevel.weak &&
      customer !== owing.customer &&
      !notes.includes('others_owe')
    )
      notes.push('others_owe');
}
