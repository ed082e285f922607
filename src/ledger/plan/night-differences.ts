/**
 * What a run's decision writes off, booked as a person alone would be allowed to. Pure.
 *
 * The legs are a person's: the decision becomes the parts that an accepted suggestion would be. What a person would be
 * refused, or would need another for, is asked about instead, by its name. Differences of a chunk are counted one after the
 * other, in the order in which they are applied, on top of what stands in the books: the limit of a month may be reached in
 * the middle of a chunk.
 */
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId, MatchRunId, OpenItemId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { DecidedWriteOff, ReviewReason } from '../../domain/match.ts';
import { formatDecimal } from '../../domain/money.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { SettlementMeans } from '../../domain/settlement.ts';
import type { LockedItemRow } from '../commands/lock-settlement-rows.ts';
import { LedgerError, type LedgerErrorCode } from '../errors.ts';
import { concededOf, concessionsOf, monthKey, overpaidBy, type StandingLetOff } from './let-off.ts';
import { legsOfParts } from './payment-use.ts';
import type { Valued } from './exchange.ts';
import { partsOfProposal } from './proposal-parts.ts';
import type { DatedPayment, SettledItem, SettlementLeg } from './settlement-model.ts';
import { defaultTolerances, judgeLetOff, type Tolerances } from './tolerances.ts';

export type DifferenceRows = Readonly<{
  ledgerId: LedgerId;
  runId: MatchRunId;
  baseCurrency: CurrencyCode;
  /** Null: the ledger has set none, and lets nothing off by itself. */
  limits: Tolerances | null;
  /** Those of the decisions that write something off, as they stood before the chunk. */
  items: ReadonlyMap<OpenItemId, LockedItemRow>;
  standing: StandingLetOff;
}>;

/** A decision of which everything that it saw still holds. */
export type NightDifference = Readonly<{
  payment: DatedPayment;
  lines: readonly Readonly<{ openItemId: OpenItemId; residualMinor: bigint; clearedMinor: bigint }>[];
  writeOff: DecidedWriteOff;
  postingDate: LocalDate;
}>;

export type NightDifferences = Readonly<{
  /** @param items - as the chunk has left them so far. @returns the legs, counted from now on; or why it is asked about. */
  take(
    difference: NightDifference,
    items: ReadonlyMap<OpenItemId, SettledItem>,
  ): Result<readonly SettlementLeg[], ReviewReason>;
}>;

/** What a person is told as an error a run asks about. */
const reasons: Partial<Record<LedgerErrorCode, ReviewReason>> = {
  'ledger.discount_late': 'discount_late',
  'ledger.vat_unknown': 'vat_unknown',
  'ledger.discount_too_large': 'over_limit',
};

export function openNightDifferences(rows: DifferenceRows): NightDifferences {
  const counted = openCount(rows);
  return {
    take(difference, items) {
      const { payment, writeOff } = difference;
      if (payment.currency !== rows.baseCurrency) return err('not_bookable');
      if (rows.limits === null && writeOff.kind !== 'discount') return err('not_bookable');
      try {
        const wholeItems = wholeItemsOf(rows, difference, items);
        const legs = legsOf(rows, difference, wholeItems);
        return counted.allows(difference, legs, wholeItems) ? ok(legs) : err('over_limit');
      } catch (error) {
        const reason = error instanceof LedgerError ? reasons[error.refusal.code] : undefined;
        if (reason === undefined) throw error;
        return err(reason);
      }
    },
  };
}

/** The items with what is left of them now. */
function wholeItemsOf(rows: DifferenceRows, { lines }: NightDifference, items: ReadonlyMap<OpenItemId, SettledItem>) {
  return new Map(
    lines.map(({ openItemId }) => {
      const [whole, now] = [rows.items.get(openItemId), items.get(openItemId)];
      if (whole === undefined || now === undefined) throw new Error(`open item ${openItemId} was not read`);
      return [openItemId, { ...whole, residualMinor: now.residualMinor }] as const;
    }),
  );
}

/** @throws LedgerError what a person's settlement would be refused for. */
function legsOf(
  { ledgerId, runId, baseCurrency }: DifferenceRows,
  { payment, lines, writeOff }: NightDifference,
  items: ReadonlyMap<OpenItemId, LockedItemRow>,
): readonly SettlementLeg[] {
  const { currency } = payment;
  const decimal = (minor: bigint): string => formatDecimal({ minor, currency });
  const proposal = {
    currency,
    lines: lines.map(({ openItemId, residualMinor, clearedMinor }) => {
      return { openItemId, residual: decimal(residualMinor), cleared: decimal(clearedMinor) };
    }),
    writeOff: { kind: writeOff.kind, amount: decimal(writeOff.minor), currency },
  };
  const { part } = partsOfProposal(proposal, payment, items);
  // A person may say that the tax stays as it is; a run does not know that the invoice says so.
  const isGross = part.lines.some(({ differences = [] }) =>
    differences.some((each) => each.as === 'discount' && each.vat === 'gross'),
  );
  if (isGross) throw new LedgerError('ledger.vat_unknown', { payment: payment.id });
  const worth = { baseCurrency, documents: new Map<OpenItemId, Valued>(), payment: null };
  const legs = legsOfParts({ ledgerId, commandId: runId, payment, items, worth }, [part]);
  const cashMinor = legs.reduce((sum, leg) => (leg.kind === 'cash' ? sum + leg.amountMinor : sum), 0n);
  return [{ kind: 'cash', amountMinor: cashMinor }, ...legs.filter(({ kind }) => kind !== 'cash')];
}

/** What stands, and what the chunk has added to it so far. */
function openCount({ limits, baseCurrency, standing }: DifferenceRows) {
  const clearedById = new Map<OpenItemId, Map<SettlementMeans, bigint>>();
  for (const { openItemId, means, minor } of standing.cleared) byMeans(openItemId).set(means, minor);
  const overpaidById = new Map(standing.overpaidById);
  const monthly = new Map(standing.monthly);

  function byMeans(openItemId: OpenItemId): Map<SettlementMeans, bigint> {
    const known = clearedById.get(openItemId) ?? new Map<SettlementMeans, bigint>();
    clearedById.set(openItemId, known);
    return known;
  }

  /** Counts the settlement where one person alone would be allowed it. @throws LedgerError `ledger.discount_too_large` */
  function allows(
    { payment, postingDate }: NightDifference,
    legs: readonly SettlementLeg[],
    items: ReadonlyMap<OpenItemId, LockedItemRow>,
  ): boolean {
    const concessions = concessionsOf(legs);
    const sums = concessions.flatMap(({ openItemId, means, amountMinor }) => {
      const after = new Map(byMeans(openItemId)).set(means, (byMeans(openItemId).get(means) ?? 0n) + amountMinor);
      return [...after].map(([each, minor]) => ({ openItemId, means: each, minor }));
    });
    const { writtenOff, conceded } = concededOf(sums, items, payment.bookingDate, (_, minor) => minor);
    const overpaid = overpaidBy(legs);
    const overpaidMinor = (overpaidById.get(payment.id) ?? 0n) + overpaid;
    const ofPayment = {
      subject: payment.id,
      ofMinor: payment.amountMinor,
      writtenOffMinor: overpaidMinor,
      baseMinor: overpaidMinor,
    };
    const counted = overpaid === 0n ? writtenOff : [...writtenOff, ofPayment];
    const [first] = items.values();
    const customer = first?.customerId ?? '';
    const month = monthKey(customer, postingDate);
    const before = monthly.get(month);
    if (before === null && counted.length > 0) return false;
    const writtenOffNow = concessions.reduce(
      (sum, leg) => (leg.means === 'write_off' ? sum + leg.amountMinor : sum),
      0n,
    );
    const monthMinor = (before ?? 0n) + writtenOffNow + overpaid;
    const judged = judgeLetOff(limits ?? defaultTolerances(baseCurrency), baseCurrency, {
      writtenOff: counted,
      monthly: counted.length === 0 ? [] : [{ customer, baseMinor: monthMinor }],
      conceded,
      exchange: { differenceMinor: 0n, bookedMinor: 0n },
    });
    if (judged.refusal !== null || judged.reasons.length > 0) return false;
    for (const { openItemId, means, minor } of sums) byMeans(openItemId).set(means, minor);
    overpaidById.set(payment.id, overpaidMinor);
    if (before !== null) monthly.set(month, monthMinor);
    return true;
  }
  return { allows };
}
