/** Everything that is known about one payment, and every hypothesis about it, best first. */
import { exponentOf } from '../domain/currency.ts';
import type { Payment } from '../domain/match.ts';
import type { DeclinedPair } from '../domain/partition.ts';
import { rankDrafts, type Ranked } from './decision/rank.ts';
import { mayStandBefore } from './decision/verdict.ts';
import { draftsOf, type Decides } from './gather-drafts.ts';
import type { Draft } from './hypotheses/draft.ts';
import { creditNoteKind, type Partition } from './index/partition.ts';
import { dayNumberOf } from './index/day-number.ts';
import { identifyPayerByIban, nobody } from './payer/identify-payer.ts';
import { findReferences, type Hit } from './references/find-references.ts';
import type { Situation } from './situation.ts';
import { emptyNumbers, readNumbers, type Numbers } from './text/numbers.ts';
import { textScanner } from './text/scan.ts';
import { wordClass } from './text/word-classes.ts';

type Survey = Readonly<{ situation: Situation; ranked: readonly Ranked[] }>;
type Surveyor = Readonly<{
  /**
   * Looks at a payment; the situation is valid until the next call.
   *
   * @param isOffered - false for money that settles nothing, whatever it says: only its words are read.
   * @param decides - where it says so, what could not change the answer is not looked for.
   */
  survey(
    payment: Payment,
    declined: readonly DeclinedPair[],
    isOffered: boolean,
    decides?: Decides<readonly Ranked[]>,
  ): Survey;
}>;

const crossBorderCode = /XBCT/;

/** @param residuals - what is left of the items now; the partition's own, or a copy that the day's settlement changes. */
export function openSurveyor(partition: Partition, residuals: Float64Array): Surveyor {
  const scanner = textScanner();
  const numbers = emptyNumbers();
  return {
    survey(payment, declined, isOffered, decides = () => false) {
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
      const isPossible = (draft: Draft): boolean => !isDeclined(draft, declined, partition);
      const rank = (drafts: readonly Draft[]): readonly Ranked[] =>
        rankDrafts(declined.length === 0 ? drafts : drafts.filter(isPossible));
      if (!isOffered) return { situation: first, ranked: [] };
      const { situation, drafts } = draftsOf(
        first,
        (sofar, found, limits) => mayStandBefore(found, limits) && decides(sofar, rank(found), limits),
      );
      return { situation, ranked: rank(drafts) };
    },
  };
}

/** Behind a word such as `AVOIR` stands a number that only invoices of ours have. */
function namesOwnCreditNote(hits: readonly Hit[], numbers: Numbers, { columns }: Partition): boolean {
  const behindWord = hits.filter(({ first }) => first >= 0 && numbers.context[first] === wordClass.creditNote);
  const oursByNumber = new Set(
    behindWord.filter(({ item }) => columns.itemKinds[item] === creditNoteKind).map(({ first }) => first),
  );
  return behindWord.some(({ first }) => !oursByNumber.has(first));
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
