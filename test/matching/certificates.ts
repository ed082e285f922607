/** The certificate that the engine writes about one payment to a little ledger; and random ones, of every kind. */
import * as fc from 'fast-check';
import type { MatchCertificate, Payment } from '../../src/domain/match.ts';
import type { PartitionItem } from '../../src/domain/partition.ts';
import { everything } from '../../src/matching/decision/verdict.ts';
import { openProposer } from '../../src/matching/propose.ts';
import {
  atelier,
  currency,
  customer,
  day,
  garage,
  invoice,
  itemId,
  partitionOf,
  payment,
  type Ledger,
} from './ledgers.ts';

export const dollars = currency('USD');
const holding = customer(3, 'GARAGE MULLER SA', 'DE89370400440532013000');

export type Books = Pick<Ledger, 'items' | 'customers' | 'aliases'> &
  Readonly<{
    /** Direct debits, by the reference of their collection. */
    collections?: Readonly<Record<string, readonly PartitionItem[]>>;
    /** EUR for one USD. */
    dollarRate?: number;
  }>;

/** A payment of 120.00 EUR from nobody in particular, without a word, unless `fields` say otherwise. */
export const paymentWith = (fields: Partial<Payment>): Payment => ({ ...payment(12_000), ...fields });

export function certificateOf(
  fields: Partial<Payment>,
  { collections = {}, dollarRate, ...parties }: Books,
): MatchCertificate {
  const partition = partitionOf({
    ...parties,
    collections: Object.entries(collections).map(([reference, debits]) => ({
      reference,
      openItemIds: debits.map(({ openItemId }) => openItemId),
    })),
    rates: dollarRate === undefined ? [] : [{ from: dollars, to: currency('EUR'), rate: dollarRate }],
  });
  const residuals = Float64Array.from(partition.columns.itemResiduals);
  return openProposer(partition, residuals, everything).propose(paymentWith(fields)).certificate;
}

const numberOf = (sequence: number): string => `FA2026-${String(sequence).padStart(5, '0')}`;

/** Equal amounts, closed items, credit notes, shared numbers, discounts, dollars. Ids go by place. */
const ledgers: fc.Arbitrary<readonly PartitionItem[]> = fc
  .array(
    fc.record({
      residual: fc.constantFrom(0, 10_000, 25_000, 25_000, 40_050, 65_075, 12_345),
      kind: fc.constantFrom('invoice' as const, 'invoice' as const, 'invoice' as const, 'credit_note' as const),
      of: fc.constantFrom(1, 1, 1, 2, 3),
      creditorReference: fc.constantFrom(null, null, 'RF96R24000941'),
      purchaseOrder: fc.constantFrom(null, null, '4500012345'),
      dueDate: fc.constantFrom(day('2026-02-10'), day('2026-02-20'), day('2026-03-31')),
      hasDiscount: fc.boolean(),
      isForeign: fc.constantFrom(false, false, false, true),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((rows) =>
    rows.map(({ residual, hasDiscount, isForeign, ...fields }, index) =>
      invoice(numberOf(index), residual, {
        ...fields,
        openItemId: itemId(`row ${index}`),
        amountMinor: BigInt(residual + 100),
        ...(isForeign ? { currency: dollars } : {}),
        discount: hasDiscount ? { bp: 200, until: day('2026-03-20') } : null,
      }),
    ),
  );

const noise = fc.constantFrom(
  '',
  '',
  '',
  '',
  'DU 12/05/2026',
  'REMBOURSEMENT',
  'SOLDE',
  'RF96R24000941',
  'CDE 4500012345',
);

/** A payment of up to three items, mostly named, mostly their sum or less by a discount, a fee, some cents. */
const paymentOf = (rows: readonly PartitionItem[]): fc.Arbitrary<Partial<Payment>> =>
  fc
    .record({
      paid: fc.subarray([...rows], { minLength: 1, maxLength: Math.min(3, rows.length) }),
      says: fc.constantFrom('all', 'all', 'all', 'some', 'none', 'typed', 'short'),
      noise,
      share: fc.constantFrom(10_000n, 10_000n, 10_000n, 9_800n, 5_000n, 9_500n),
      off: fc.constantFrom(0n, 0n, 0n, 0n, 3n, -7n, 15_000n, -15_00n),
      counterpartyName: fc.constantFrom(null, 'Garage Müller', 'GARAGE MULLER SARL', 'Atelier Nord', 'Factofrance'),
      counterpartyIban: fc.constantFrom(null, null, 'FR7630006000011234567890189', 'DE89370400440532013000'),
      creditorReference: fc.constantFrom(null, null, null, 'RF96R24000941'),
      endToEndId: fc.constantFrom(null, null, 'NOTPROVIDED', numberOf(1)),
      bankTransactionCode: fc.constantFrom('PMNT/RCDT/ESCT', 'PMNT/RCDT/XBCT'),
    })
    .map(({ paid, says, noise: more, share, off, ...fields }) => {
      let net = 0n;
      for (const { kind, residualMinor } of paid) net += kind === 'credit_note' ? -residualMinor : residualMinor;
      const amount = (net * share) / 10_000n + off;
      const written = paid.map(({ documentNumber }) => wordsFor(documentNumber, says));
      const remittance = [[...(says === 'some' ? written.slice(1) : written), more].join(' ').trim()];
      return { ...fields, remittance, unappliedMinor: amount > 0n ? amount : 25_000n };
    });

function wordsFor(documentNumber: string, says: string): string {
  if (says === 'none') return '';
  if (says === 'typed') return documentNumber.replace('2026', '2062');
  return says === 'short' ? documentNumber.slice(-5) : documentNumber;
}

type Case = Readonly<{ books: Books; payment: Partial<Payment> }>;

export const cases: fc.Arbitrary<Case> = ledgers.chain((items) =>
  fc.record({
    books: fc.constant({ items, customers: [garage, atelier, holding], dollarRate: 0.92 }),
    payment: paymentOf(items),
  }),
);
