/** Random little ledgers with a payment each, for property tests: equal amounts, shared numbers, closed items, decoys. */
import * as fc from 'fast-check';
import type { Payment } from '../../src/domain/match.ts';
import type { PartitionItem } from '../../src/matching/partition.ts';
import { atelier, customer, customerId, garage, item, payment } from './sample-ledger.ts';

export const customers = [garage, atelier, customer(3, 'GARAGE MULLER SA', 'DE89370400440532013000')];

export type Case = Readonly<{ items: readonly PartitionItem[]; payment: Payment }>;

const numberOf = (sequence: number): string => `FA2026-${String(sequence).padStart(5, '0')}`;

/** Ids go by place, so that the rows may be shuffled; one number in eight belongs to a neighbour as well. */
const ledgers: fc.Arbitrary<readonly PartitionItem[]> = fc
  .array(
    fc.record({
      sharesNumber: fc.integer({ min: 0, max: 7 }).map((draw) => draw === 0),
      residualMinor: fc.constantFrom(0n, 100n, 250n, 250n, 400n, 650n),
      kind: fc.constantFrom('invoice' as const, 'invoice' as const, 'credit_note' as const),
      owner: fc.constantFrom(1, 1, 1, 2, 3),
      creditorReference: fc.constantFrom(null, null, 'RF96R24000941', '12345678'),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((rows) =>
    rows.map(({ sharesNumber, owner, ...fields }, index) =>
      item(index, numberOf(sharesNumber ? index + 1 : index), { ...fields, customerId: customerId(owner) }),
    ),
  );

const noise = fc.constantFrom(
  '',
  '',
  '',
  'CDE FA2026-00001',
  'DU 12/05/2026',
  'REMBOURSEMENT',
  'RF96 R240 00941',
  numberOf(3),
);

/** A payment that names up to three of the items and is mostly, but not always, exactly their sum. */
const paymentOf = (rows: readonly PartitionItem[]): fc.Arbitrary<Payment> =>
  fc
    .record({
      named: fc.subarray([...rows], { minLength: 1, maxLength: Math.min(3, rows.length) }),
      noise,
      off: fc.constantFrom(0n, 0n, 0n, 0n, 1n, -1n, 150n),
      counterpartyName: fc.constantFrom(null, 'Garage Müller', 'Atelier Nord', 'Factofrance'),
      counterpartyIban: fc.constantFrom(null, null, 'FR7630006000011234567890189', 'DE89370400440532013000'),
      creditorReference: fc.constantFrom(null, null, null, null, 'RF96R24000941', '0012345678'),
      side: fc.constantFrom('credit' as const, 'credit' as const, 'credit' as const, 'debit' as const),
    })
    .map(({ named, noise: more, off, ...fields }) => {
      let net = off;
      for (const { kind, residualMinor } of named) net += kind === 'invoice' ? residualMinor : -residualMinor;
      const remittance = [[...named.map(({ documentNumber }) => documentNumber), more].join(' ')];
      return payment({ ...fields, remittance, unappliedMinor: net > 0n ? net : 250n });
    });

export const cases: fc.Arbitrary<Case> = ledgers.chain((items) =>
  fc.record({ items: fc.constant(items), payment: paymentOf(items) }),
);
