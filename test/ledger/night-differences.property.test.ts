/** A chunk of made-up decisions that write something off: no cent is lost, and no limit of one person is passed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CurrencyCode } from '../../src/domain/currency.ts';
import type { CustomerId, LedgerId, MatchRunId, OpenItemId, PaymentId } from '../../src/domain/ids.ts';
import type { LocalDate } from '../../src/domain/local-date.ts';
import type { DecidedWriteOff } from '../../src/domain/match.ts';
import { formatDecimal } from '../../src/domain/money.ts';
import type { LockedItemRow } from '../../src/ledger/commands/lock-settlement-rows.ts';
import { openChunkBooks, planDecisions, type Decision, type LockedPayment } from '../../src/ledger/plan/application.ts';
import type { PlannedSettlement } from '../../src/ledger/plan/settlement-model.ts';
import type { Tolerances } from '../../src/ledger/plan/tolerances.ts';

/* oxlint-disable typescript/no-unsafe-type-assertion -- sample ids and days are branded by hand */
const eur = 'EUR' as CurrencyCode;
const today = '2026-03-02' as LocalDate;
const decimal = (minor: bigint): string => formatDecimal({ minor, currency: eur });

type Case = Readonly<{
  amountMinor: bigint;
  /** Of the amount, at 5.5 %; the rest is at 20 %. Null: the document does not say. */
  reducedMinor: bigint | null;
  customer: number;
  discountBp: number;
  isLate: boolean;
  off: DecidedWriteOff;
}>;

const cases: fc.Arbitrary<Case> = fc
  .record({
    amountMinor: fc.bigInt(1_000n, 500_000n),
    reducedPart: fc.option(fc.bigInt(0n, 99n), { freq: 4 }),
    customer: fc.nat(2),
    discountBp: fc.constantFrom(150, 200, 333),
    isLate: fc.boolean(),
    kind: fc.constantFrom('discount', 'rounding', 'fee'),
    minor: fc.bigInt(1n, 900n),
    isOver: fc.boolean(),
  })
  .map(({ reducedPart, kind, minor, isOver, ...made }) => {
    const discountMinor = (made.amountMinor * BigInt(made.discountBp) + 5_000n) / 10_000n;
    const off = kind === 'discount' ? discountMinor : kind === 'rounding' && isOver ? -minor : minor;
    return {
      ...made,
      reducedMinor: reducedPart === null ? null : (made.amountMinor * reducedPart) / 100n,
      off: { kind, minor: off },
    };
  });

const limitsOf: fc.Arbitrary<Tolerances> = fc.record({
  writeOffMinor: fc.bigInt(0n, 900n),
  writeOffBp: fc.nat(500),
  writeOffMonthlyMinor: fc.bigInt(0n, 2_000n),
  approveWriteOffMinor: fc.bigInt(0n, 900n),
  approveRefundMinor: fc.constant(0n),
  approveTransferMinor: fc.constant(0n),
});

const itemOf = ({ amountMinor, reducedMinor, customer, discountBp, isLate }: Case, index: number): LockedItemRow => ({
  id: `item ${index}` as OpenItemId,
  customerId: `customer ${customer}` as CustomerId,
  account: '411',
  side: 'debit',
  currency: eur,
  issueDate: today,
  dueDate: today,
  amountMinor,
  residualMinor: amountMinor,
  version: 1,
  kind: 'invoice',
  documentNumber: `FA${index}`,
  disputedMinor: 0n,
  baseMinor: null,
  vat:
    reducedMinor === null
      ? null
      : [
          { rateBp: 550, gross: decimal(reducedMinor) },
          { rateBp: 2_000, gross: decimal(amountMinor - reducedMinor) },
        ],
  discountBp,
  discountUntil: (isLate ? '2026-03-01' : today) as LocalDate,
});

const paymentOf = ({ amountMinor, off }: Case, index: number): LockedPayment => ({
  id: `payment ${index}` as PaymentId,
  side: 'credit',
  currency: eur,
  bookingDate: today,
  amountMinor: amountMinor - off.minor,
  unappliedMinor: amountMinor - off.minor,
  status: 'received',
  reviewReason: null,
});

function planOf(made: readonly Case[], limits: Tolerances | null) {
  const items = new Map(made.map((each, index) => [itemOf(each, index).id, itemOf(each, index)]));
  const payments = new Map(made.map((each, index) => [paymentOf(each, index).id, paymentOf(each, index)]));
  const decisions = made.map(({ amountMinor, off }, index): Decision => ({
    paymentId: `payment ${index}` as PaymentId,
    unappliedMinor: amountMinor - off.minor,
    action: 'apply',
    reason: null,
    lines: [{ openItemId: `item ${index}` as OpenItemId, residualMinor: amountMinor, clearedMinor: amountMinor }],
    writeOff: off,
    basis: 'named_by_debtor',
  }));
  const [ledgerId, runId] = [1 as LedgerId, 'run' as MatchRunId];
  const books = openChunkBooks({
    baseCurrency: eur,
    openFrom: '1900-01-01' as LocalDate,
    payments,
    items,
    units: new Map(),
    lastNumbers: new Map(),
    differences: {
      ledgerId,
      runId,
      baseCurrency: eur,
      limits,
      items,
      standing: { cleared: [], overpaidById: new Map(), monthly: new Map() },
    },
  });
  // In parts, as a chunk is written.
  const [first, second] = [decisions.slice(0, 7), decisions.slice(7)].map((part) =>
    planDecisions(ledgerId, runId, part, books),
  );
  return {
    applications: [...(first?.applications ?? []), ...(second?.applications ?? [])],
    reviews: [...(first?.reviews ?? []), ...(second?.reviews ?? [])],
  };
}

const onAccounts = ({ lines }: PlannedSettlement, ...accounts: readonly string[]): bigint =>
  lines.reduce((sum, line) => (accounts.includes(line.account) ? sum + line.amountMinor : sum), 0n);
const balanceOf = ({ lines }: PlannedSettlement): bigint =>
  lines.reduce((sum, { side, amountMinor }) => sum + (side === 'debit' ? amountMinor : -amountMinor), 0n);

test('a chunk with differences loses no cent and passes no limit', () => {
  fc.assert(
    fc.property(fc.array(cases, { minLength: 1, maxLength: 30 }), fc.option(limitsOf, { freq: 5 }), (made, limits) => {
      const { applications, reviews } = planOf(made, limits);
      expect(applications.length + reviews.length).toBe(made.length);
      const months = new Map<number, bigint>();
      for (const plan of applications) {
        const each = made[Number(plan.paymentId?.slice(8))];
        if (each === undefined) throw new Error(`${plan.paymentId} was not asked about`);
        const { amountMinor, off, customer } = each;
        expect(balanceOf(plan)).toBe(0n);
        expect(plan.cashMinor).toBe(amountMinor - off.minor);
        expect(onAccounts(plan, '471')).toBe(amountMinor - off.minor);
        expect(onAccounts(plan, '411')).toBe(amountMinor);
        expect([...plan.residualById.values()]).toEqual([0n]);
        const size = off.minor < 0n ? -off.minor : off.minor;
        const booked = { discount: ['665', '44571'], fee: ['627'], rounding: [off.minor < 0n ? '758' : '658'] };
        expect(onAccounts(plan, ...booked[off.kind])).toBe(size);
        if (off.kind === 'discount') {
          // Two per cent of the tax at most is the tax of two per cent, to a cent a rate.
          const reduced = each.reducedMinor ?? 0n;
          const tax = (reduced * 550n) / 10_550n + ((amountMinor - reduced) * 2_000n) / 12_000n;
          const expected = (tax * BigInt(each.discountBp)) / 10_000n;
          expect(Number(onAccounts(plan, '44571') - expected)).toBeGreaterThanOrEqual(-2);
          expect(Number(onAccounts(plan, '44571') - expected)).toBeLessThanOrEqual(2);
          expect([each.isLate, each.reducedMinor === null]).toEqual([false, false]);
        } else {
          if (limits === null) throw new Error('let off without limits');
          expect(size).toBeLessThanOrEqual(limits.approveWriteOffMinor);
          if (off.kind === 'fee') continue;
          expect(size).toBeLessThanOrEqual(limits.writeOffMinor);
          const month = (months.get(customer) ?? 0n) + size;
          expect(month).toBeLessThanOrEqual(limits.writeOffMonthlyMinor);
          months.set(customer, month);
        }
      }
      // What is asked about has a reason that is so.
      for (const { paymentId, reason } of reviews) {
        const each = made[Number(paymentId.slice(8))];
        if (each?.off.kind !== 'discount') expect(['over_limit', 'not_bookable']).toContain(reason);
        else expect(reason).toBe(each.reducedMinor === null ? 'vat_unknown' : 'discount_late');
      }
    }),
    { numRuns: 500 },
  );
});
