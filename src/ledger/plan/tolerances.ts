/**
 * What one person may let go alone, what takes two, and what nobody may. Pure.
 *
 * A write-off has to keep to three limits: an amount, a share of its document, and what one customer is let off in a
 * calendar month. All are counted over everything that was let off before, so that no claim is given up in slices, and
 * less what was taken back. Amounts are compared as minor units of the base currency, shares in the document's own.
 */
import type { ApprovalReason } from '../commands/approval-needed.ts';
import { exponentOf, type CurrencyCode } from '../../domain/currency.ts';
import { formatDecimal } from '../../domain/money.ts';
import type { Refusal } from '../errors.ts';

/** Minor units of the base currency; `writeOffBp` in hundredths of a percent of the document. */
export type Tolerances = Readonly<{
  writeOffMinor: bigint;
  writeOffBp: number;
  writeOffMonthlyMinor: bigint;
  approveWriteOffMinor: bigint;
  approveRefundMinor: bigint;
  approveTransferMinor: bigint;
}>;

/**
 * Until a ledger sets its own: 5 units and 1 % of the document, 25 units of a customer in a month, alone up to 1 unit;
 * every refund takes two, and a claim moved to another customer above 500 units.
 */
export function defaultTolerances(baseCurrency: CurrencyCode): Tolerances {
  const unit = 10n ** BigInt(exponentOf(baseCurrency));
  return {
    writeOffMinor: 5n * unit,
    writeOffBp: 100,
    writeOffMonthlyMinor: 25n * unit,
    approveWriteOffMinor: unit,
    approveRefundMinor: 0n,
    approveTransferMinor: 500n * unit,
  };
}

/** All that was let off of a document, or of a payment that was too much; `baseMinor` is that in the base currency. */
export type WrittenOff = Readonly<{ subject: string; ofMinor: bigint; writtenOffMinor: bigint; baseMinor: bigint }>;

export type LetOff = Readonly<{
  writtenOff: readonly WrittenOff[];
  /** By customer, in the month of the posting. */
  monthly: readonly Readonly<{ customer: string; baseMinor: bigint }>[];
  /** Bank charges and late discounts by document, in the base currency. */
  conceded: readonly Readonly<{ what: 'bank charge' | 'late discount'; baseMinor: bigint }>[];
  /** The exchange difference, and what it is the difference of, in the base currency. */
  exchange: Readonly<{ differenceMinor: bigint; bookedMinor: bigint }>;
}>;

/** A rate may move this far between invoice and payment before somebody else looks: hundredths of a percent. */
const usualExchangeBp = 1_000n;

/** @returns the refusal when a limit is passed that nobody may pass, and why a second person is needed. */
export function judgeLetOff(
  limits: Tolerances,
  baseCurrency: CurrencyCode,
  { writtenOff, monthly, conceded, exchange }: LetOff,
): Readonly<{ refusal: Refusal | null; reasons: readonly ApprovalReason[] }> {
  const text = (minor: bigint): string => `${formatDecimal({ minor, currency: baseCurrency })} ${baseCurrency}`;
  const refusal = refusalOf(limits, text, writtenOff, monthly);
  const reasons: ApprovalReason[] = [];
  const allowed = text(limits.approveWriteOffMinor);
  const above = (limit: string, minor: bigint): void => {
    if (minor > limits.approveWriteOffMinor) reasons.push({ limit, found: text(minor), allowed });
  };
  for (const { baseMinor } of writtenOff) above('write-off', baseMinor);
  for (const { what, baseMinor } of conceded) above(what, baseMinor);
  if (exchange.differenceMinor * 10_000n > exchange.bookedMinor * usualExchangeBp)
    above('exchange difference', exchange.differenceMinor);
  return { refusal, reasons };
}

function refusalOf(
  limits: Tolerances,
  text: (minor: bigint) => string,
  writtenOff: LetOff['writtenOff'],
  monthly: LetOff['monthly'],
): Refusal | null {
  const refuse = (limit: string, subject: string, found: string, allowed: string): Refusal => ({
    code: 'ledger.write_off_over_limit',
    details: { limit, subject, found, allowed },
  });
  for (const { subject, ofMinor, writtenOffMinor, baseMinor } of writtenOff) {
    if (baseMinor > limits.writeOffMinor) return refuse('amount', subject, text(baseMinor), text(limits.writeOffMinor));
    if (writtenOffMinor * 10_000n > ofMinor * BigInt(limits.writeOffBp))
      return refuse('share', subject, `${writtenOffMinor} of ${ofMinor}`, `${limits.writeOffBp} of 10000`);
  }
  const over = monthly.find(({ baseMinor }) => baseMinor > limits.writeOffMonthlyMinor);
  return over === undefined
    ? null
    : refuse('month', over.customer, text(over.baseMinor), text(limits.writeOffMonthlyMinor));
}
