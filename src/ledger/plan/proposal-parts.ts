/**
 * A suggestion as a use of the payment. Pure.
 *
 * It writes an amount off its lines together; here each line says what of it was not paid. A discount falls on the items
 * that grant it, those that still do before the others, in order; a rounding or a fee on the greatest. What the payment brought for items in another currency is
 * shared among them by what is cleared, so that the shares add up to the payment.
 */
import type { Difference, PaymentPart, SettledLine } from '../../domain/command.ts';
import type { OpenItemId } from '../../domain/ids.ts';
import type { Proposal } from '../../domain/match.ts';
import { formatDecimal, parseAmount } from '../../domain/money.ts';
import type { LockedItemRow } from '../commands/lock-settlement-rows.ts';
import { LedgerError } from '../errors.ts';
import { minorOf } from './amount-text.ts';
import { isLate } from './discount.ts';
import { shareOf } from './rounding.ts';
import type { DatedPayment } from './settlement-model.ts';

type SettledProposal = Pick<Proposal, 'writeOff' | 'currency'> &
  Readonly<{ lines: readonly Pick<Proposal['lines'][number], 'openItemId' | 'residual' | 'cleared'>[] }>;
export type ProposalUse = Readonly<{ part: Extract<PaymentPart, { use: 'items' }>; takenMinor: bigint }>;

type Line = Readonly<{ item: LockedItemRow; residual: string; cleared: string; clearedMinor: bigint }>;

/** @returns the part that clears its lines, and what that takes of the payment. */
export function partsOfProposal(
  proposal: SettledProposal,
  payment: DatedPayment,
  items: ReadonlyMap<OpenItemId, LockedItemRow>,
): ProposalUse {
  const lines = proposal.lines.map(({ openItemId, residual, cleared }): Line => {
    const item = items.get(openItemId);
    if (item === undefined) throw new LedgerError('ledger.not_found', { openItem: openItemId });
    return { item, residual, cleared, clearedMinor: minorOf(cleared, item.currency) };
  });
  if (proposal.currency !== payment.currency) return exchanged(lines, payment);
  const offMinor = signedMinor(proposal.writeOff);
  const takenMinor = lines.reduce((sum, line) => sum + valueOf(line, payment), 0n) - offMinor;
  if (offMinor < 0n) {
    const overpaidWrittenOff = formatDecimal({ minor: -offMinor, currency: payment.currency });
    return { part: { use: 'items', lines: lines.map((line) => settledLine(line)), overpaidWrittenOff }, takenMinor };
  }
  const offs =
    proposal.writeOff === null ? new Map<OpenItemId, bigint>() : shareOff(lines, offMinor, proposal.writeOff, payment);
  const settled = lines.map((line) => {
    const off = offs.get(line.item.id) ?? 0n;
    return off === 0n || proposal.writeOff === null
      ? settledLine(line)
      : { ...settledLine(line), differences: [differenceOf(line.item, off, proposal.writeOff.kind)] };
  });
  return { part: { use: 'items', lines: settled }, takenMinor };
}

const settledLine = ({ item, residual, cleared }: Line): SettledLine => ({ openItemId: item.id, residual, cleared });

/** What a line takes of the payment; a credit note gives. */
const valueOf = ({ item, clearedMinor }: Line, { side }: DatedPayment): bigint =>
  (item.side === 'debit') === (side === 'credit') ? clearedMinor : -clearedMinor;

function signedMinor(off: Proposal['writeOff']): bigint {
  if (off === null) return 0n;
  const amount = parseAmount(off.amount, off.currency);
  if (!amount.ok) throw new Error(`a certificate writes off ${off.amount} ${off.currency}`);
  return amount.value.minor;
}

function shareOff(
  lines: readonly Line[],
  offMinor: bigint,
  { kind }: NonNullable<Proposal['writeOff']>,
  { bookingDate }: DatedPayment,
): ReadonlyMap<OpenItemId, bigint> {
  const claims = lines.filter(({ item }) => item.side === 'debit');
  const rankOf = ({ item }: Line): number => Number(isLate(item, bookingDate));
  const grantedFirst = claims.toSorted((a, b) => rankOf(a) - rankOf(b));
  const greatestFirst = claims.toSorted((a, b) => Number(b.clearedMinor - a.clearedMinor));
  const offs = new Map<OpenItemId, bigint>();
  let left = offMinor;
  for (const { item, clearedMinor } of kind === 'discount' ? grantedFirst : greatestFirst) {
    const most = kind === 'discount' ? shareOf(clearedMinor, BigInt(item.discountBp ?? 0), 10_000n) : clearedMinor;
    const off = left < most ? left : most;
    offs.set(item.id, off);
    left -= off;
  }
  if (left > 0n) throw new LedgerError('ledger.discount_too_large', { discount: String(offMinor) });
  return offs;
}

function differenceOf(item: LockedItemRow, minor: bigint, kind: NonNullable<Proposal['writeOff']>['kind']): Difference {
  const amount = formatDecimal({ minor, currency: item.currency });
  if (kind === 'discount') return { as: 'discount', amount, vat: item.vat === null ? 'gross' : 'net' };
  return { as: kind === 'fee' ? 'bank_charge' : 'write_off', amount };
}

/** The whole payment for the whole of the lines: the difference to their value is the exchange difference. */
function exchanged(lines: readonly Line[], payment: DatedPayment): ProposalUse {
  const takenMinor = payment.unappliedMinor;
  const total = lines.reduce((sum, line) => sum + valueOf(line, payment), 0n);
  if (total <= 0n) throw new LedgerError('ledger.settlement_unbalanced', { by: String(total) });
  let cleared = 0n;
  let taken = 0n;
  const settled = lines.map((line): SettledLine => {
    cleared += valueOf(line, payment);
    const share = (takenMinor * cleared) / total - taken;
    taken += share;
    const minor = share < 0n ? -share : share;
    return { ...settledLine(line), paid: formatDecimal({ minor, currency: payment.currency }) };
  });
  return { part: { use: 'items', lines: settled }, takenMinor };
}
