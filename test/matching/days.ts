/** Random days of a random little ledger, for property tests: equal amounts, shared numbers, decoys, twins. */
import * as fc from 'fast-check';
import type { Payment } from '../../src/domain/match.ts';
import type { PartitionItem } from '../../src/domain/partition.ts';
import {
  alias,
  atelier,
  currency,
  customer,
  customerId,
  day,
  garage,
  half,
  invoice,
  itemId,
  payment,
  type Ledger,
} from './ledgers.ts';

export type Day = Readonly<{ ledger: Ledger; payments: readonly Payment[] }>;

const customers = [garage, atelier, customer(3, 'GARAGE MULLER SA', 'GB82WEST12345698765432')];
const structured = 'RF96R24000941';

const numberOf = (place: number): string => `FA2026-${String(place * 3 + 1).padStart(5, '0')}`;

/** Ids go by place, so that the rows may be shuffled; one number in eight belongs to a neighbour as well. */
const itemsOf: fc.Arbitrary<readonly PartitionItem[]> = fc
  .array(
    fc.record({
      sharesNumber: fc.integer({ min: 0, max: 7 }).map((draw) => draw === 0),
      residual: fc.constantFrom(0, 10_000, 25_000, 25_000, 40_000, 65_010),
      kind: fc.constantFrom('invoice' as const, 'invoice' as const, 'invoice' as const, 'credit_note' as const),
      of: fc.constantFrom(1, 1, 1, 2, 3),
      creditorReference: fc.constantFrom(null, null, null, structured),
      purchaseOrder: fc.constantFrom(null, null, '4500088'),
      discount: fc.constantFrom(null, null, { bp: 200, until: day('2026-03-05') }),
      currency: fc.constantFrom(...['EUR', 'EUR', 'EUR', 'EUR', 'USD'].map(currency)),
      dueDate: fc.constantFrom(day('2026-02-01'), day('2026-03-02'), day('2026-04-15')),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((rows) =>
    rows.map(({ sharesNumber, residual, ...fields }, place) =>
      invoice(numberOf(sharesNumber ? place + 1 : place), residual, { ...fields, openItemId: itemId(`row ${place}`) }),
    ),
  );

const noise = fc.constantFrom(
  '',
  '',
  '',
  'CDE 4500088',
  'DU 12/05/2026',
  'REMBOURSEMENT',
  'RF96 R240 00941',
  'SOLDE',
  numberOf(3),
  'RETENUE',
  '1/3',
);
const payers = fc.constantFrom(
  {},
  { by: 'Garage Müller' },
  { by: 'Garage Müller' },
  { by: 'Atelier Nord SAS' },
  { by: 'Factofrance' },
  half,
  { from: 'DE89370400440532013000' },
  { by: 'Holding Dupond' },
);

/** Payments that name up to three of the items and are mostly, but not always, exactly their sum. */
const paymentsOf = (rows: readonly PartitionItem[]): fc.Arbitrary<readonly Payment[]> =>
  fc
    .array(
      fc.record({
        named: fc.subarray([...rows], { minLength: 1, maxLength: Math.min(3, rows.length) }),
        isSilent: fc.integer({ min: 0, max: 3 }).map((draw) => draw === 0),
        noise,
        off: fc.constantFrom(0, 0, 0, 0, 0, 1, -1, -50, 4_000, -4_000, -500),
        payer: payers,
        creditorReference: fc.constantFrom(null, null, null, null, null, structured),
        endToEndId: fc.constantFrom(null, 'NOTPROVIDED', 'SDD-2026-03'),
        bankTransactionCode: fc.constantFrom('PMNT/RCDT/ESCT', 'PMNT/RCDT/XBCT'),
        bookingDate: fc.constantFrom(day('2026-03-02'), day('2026-03-03')),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map((rows) =>
      rows.map(({ named, isSilent, noise: more, off, payer, ...fields }, index) => {
        const net = named.reduce<number>(
          (sum, { kind, residualMinor }) => sum + Number(kind === 'credit_note' ? -residualMinor : residualMinor),
          off,
        );
        const numbers = isSilent ? [] : named.map(({ documentNumber }) => documentNumber);
        return payment(net > 0 ? net : 25_000, [...numbers, more].join(' '), { id: index + 1, ...payer, ...fields });
      }),
    );

export const days: fc.Arbitrary<Day> = itemsOf.chain((items) =>
  paymentsOf(items).map((payments) => ({
    payments,
    ledger: {
      items,
      customers,
      aliases: [alias(1, 'name', 'Holding Dupond'), alias(1, 'iban', half.from), alias(3, 'iban', half.from)],
      collections: [{ reference: 'SDD-2026-03', openItemIds: items.slice(0, 2).map(({ openItemId }) => openItemId) }],
      rates: [
        { from: currency('USD'), to: currency('EUR'), rate: 0.92 },
        { from: currency('EUR'), to: currency('USD'), rate: 1.087 },
      ],
      paid: [{ customerId: customerId(1), amountMinor: 25_000n, date: day('2026-02-25') }],
    },
  })),
);
