/**
 * One entry: the movement with detail number 0000, and the details that the bank wrote beneath it.
 *
 * The first digit of the transaction code says what a detail is. Of a globalised movement (1, 2) the details (5, 6, 7)
 * are payments of their own. Of a movement with its calculation (3) the details (8) are its parts: gross amount,
 * commission, tax; so are the details (9) of a detail of type 7.
 *
 * @see Febelfin, CODA 2.6, 3.1 and annex II
 */
import { add, type Money } from '../../domain/money.ts';
import type { Entry, EntryDetail, Finding } from '../../domain/statement.ts';
import { checkDetails } from '../check-statement.ts';
import { finding } from '../findings.ts';
import { realReference } from '../written-values.ts';
import { readCommunication, type Communication } from './communication.ts';
import { informationLines, type Movement } from './movement.ts';

/** A movement, what it says, and the parts that it is calculated from. */
type Payment = Readonly<{ movement: Movement; said: Communication; parts: Payment[] }>;

const paymentOf = (movement: Movement): Payment => ({
  movement,
  said: readCommunication(movement.communication, movement.isStructured),
  parts: [],
});

/** Categories of what a bank keeps for itself or for the state: commissions, costs, VAT on them. */
const chargeCategories: ReadonlySet<string> = new Set(
  '004 006 008 011 012 013 014 015 016 020 022 026 027 029 031 033 035 036 037 039 041 042 045 061 074 200'.split(' '),
);

/** Family and transaction of what came back: unexecutable transfers, unpaid cheques, unpaid and repaid direct debits. */
const returnTransactions: ReadonlySet<string> = new Set('0154 0254 0309 0338 0503 0505 0554'.split(' '));

export function readEntry(
  main: Movement,
  details: readonly Movement[],
  entryIndex: number,
): Readonly<{ entry: Entry; findings: readonly Finding[] }> {
  const all = details.map(paymentOf);
  const own = paymentOf(main);
  const payments = withoutParts(own, all);
  // What its maker put together has one reference for all of it.
  const isBatch = payments.length > 0 || main.transactionCode.startsWith('1');
  const single = payments.length > 0 ? null : readSingle(own, isBatch);
  const words = payments.length > 0 ? own.said.remittance : [];
  const entry: Entry = {
    entryIndex,
    amount: main.amount,
    side: main.side,
    isReversal: returnTypeOf(own) === reversal,
    status: 'booked',
    bookingDate: main.bookingDate,
    valueDate: main.valueDate,
    bankTransactionCode: main.transactionCode.trim() || null,
    accountServicerReference: bankReference(main),
    additionalInformation: [...words, ...notesOf(own)].join('\n') || null,
    batchCount: null,
    batchReference: isBatch ? realReference(main.customerReference) : null,
    charges: null,
    details: single === null ? payments.map(readPayment) : [single],
    at: { line: main.line, path: '21' },
  };
  const findings = payments.length === 0 ? [] : checkDetails(entry);
  return { entry, findings: [...findings, ...checkReference(own), ...all.flatMap(checkReference)] };
}

/** Puts the parts of a calculation beside what they calculate; answers with the details that are payments. */
function withoutParts(own: Payment, details: readonly Payment[]): readonly Payment[] {
  const payments: Payment[] = [];
  for (const detail of details) {
    if (detail.movement.transactionCode.startsWith('9')) (payments.at(-1) ?? own).parts.push(detail);
    else if (own.movement.transactionCode.startsWith('3')) own.parts.push(detail);
    else payments.push(detail);
  }
  return payments;
}

/** What the bank tells of an entry beside the payer's words. */
const notesOf = ({ movement, said, parts }: Payment): readonly string[] => [
  ...said.notes,
  ...movement.notes,
  ...movement.purposes,
  ...informationLines(movement),
  ...parts.flatMap((part) => [...part.said.notes, ...part.movement.notes]),
];

/** A payment inside a globalised movement: its information has no other place. */
function readPayment(payment: Payment): EntryDetail {
  const detail = detailOf(payment);
  const information = [...payment.said.notes, ...informationLines(payment.movement)];
  return { ...detail, remittance: [...detail.remittance, ...information] };
}

/** Null when the movement says nothing beyond its amount. */
function readSingle(payment: Payment, isBatch: boolean): EntryDetail | null {
  const read = detailOf(payment);
  const detail: EntryDetail = {
    ...read,
    endToEndId: isBatch ? null : read.endToEndId,
    // Where the payer wrote nothing, the words of the bank are all there is.
    remittance: read.remittance.length > 0 ? read.remittance : informationLines(payment.movement),
  };
  return saysSomething(detail) ? detail : null;
}

const saysSomething = (detail: EntryDetail): boolean =>
  detail.remittance.length > 0 ||
  detail.counterpartyName !== null ||
  detail.counterpartyIban !== null ||
  detail.ultimateCounterpartyName !== null ||
  detail.endToEndId !== null ||
  detail.creditorReference !== null ||
  detail.mandateId !== null ||
  detail.returnReason !== null ||
  detail.instructedAmount !== null ||
  detail.charges !== null;

function detailOf(payment: Payment): EntryDetail {
  const { movement, said, parts } = payment;
  return {
    amount: movement.amount,
    side: movement.side,
    endToEndId: realReference(movement.customerReference),
    counterpartyName: movement.counterpartyName,
    counterpartyIban: movement.counterpartyIban,
    ultimateCounterpartyName: movement.ultimateName,
    instructedAmount: said.instructedAmount,
    exchangeRate: said.exchangeRate,
    charges: chargesIn(parts),
    remittance: [
      ...said.remittance,
      ...parts.flatMap((part) => [...part.said.remittance, ...informationLines(part.movement)]),
    ],
    creditorReference: said.creditorReference,
    mandateId: said.mandateId,
    returnReason: returnReason(payment),
  };
}

function chargesIn(parts: readonly Payment[]): Money | null {
  let sum: Money | null = null;
  for (const { movement } of parts) {
    if (movement.side !== 'debit' || !chargeCategories.has(movement.transactionCode.slice(5))) continue;
    sum = sum === null ? movement.amount : add(sum, movement.amount);
  }
  return sum;
}

/** Type of an R-transaction: the creditor took a direct debit back. */
const reversal = '4';

const returnTypeOf = ({ movement, said }: Payment): string => movement.returnType || said.returnType;

function returnReason(payment: Payment): string | null {
  const { movement, said } = payment;
  const reason = movement.returnReason ?? said.returnReason;
  if (reason !== null) return reason;
  const isReturn = /[1-5]/.test(returnTypeOf(payment)) || returnTransactions.has(movement.transactionCode.slice(1, 5));
  return isReturn ? 'NOTPROVIDED' : null;
}

/** Zeros are no reference. */
function bankReference({ bankReference: written }: Movement): string | null {
  return written === null || /^0+$/.test(written) ? null : realReference(written);
}

function checkReference({ movement, said }: Payment): readonly Finding[] {
  if (said.mistypedReference === null) return [];
  const at = { line: movement.line, path: '21[66-77]' };
  const what = `The check digits of ${said.mistypedReference} are wrong`;
  return [finding('ingest.creditor_reference_check_failed', what, at, said.mistypedReference)];
}
