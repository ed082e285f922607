/** The certificate that the engine writes about one payment to a little ledger; and random ones, of every kind. */
import * as fc from 'fast-check';
import type { CurrencyCode } from '../../src/domain/currency.ts';
import type { MatchCertificate, Payment } from '../../src/domain/match.ts';
import type { PartitionAlias, PartitionCustomer, PartitionItem } from '../../src/domain/partition.ts';
import { everything } from '../../src/matching/decision/verdict.ts';
import { openPartition, partitionBuilder } from '../../src/matching/index/partition.ts';
import { openProposer } from '../../src/matching/propose.ts';
import { atelier, customer, customerId, day, garage, item, payment } from './sample-ledger.ts';

/* oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a sample */
export const dollars = 'USD' as CurrencyCode;
export const holding = customer(3, 'GARAGE MULLER SA', 'DE89370400440532013000');

export type Books = Readonly<{
  items: readonly PartitionItem[];
  customers?: readonly PartitionCustomer[];
  aliases?: readonly PartitionAlias[];
  /** Direct debits, by the reference of their collection. */
  collections?: Readonly<Record<string, readonly PartitionItem[]>>;
  /** EUR for one USD. */
  dollarRate?: number;
}>;

export function certificateOf(
  fields: Partial<Payment>,
  { items, customers = [garage, atelier], aliases = [], collections = {}, dollarRate }: Books,
): MatchCertificate {
  const builder = partitionBuilder({
    itemCount: items.length,
    customerCount: customers.length,
    ibanCount: 4,
    textBytes: 16,
  });
  for (const each of customers) builder.addCustomer(each);
  for (const each of aliases) builder.addAlias(each);
  for (const each of items) builder.addItem(each);
  for (const [reference, debits] of Object.entries(collections))
    builder.addCollection({ reference, openItemIds: debits.map(({ openItemId }) => openItemId) });
  if (dollarRate !== undefined) builder.addRate({ from: dollars, to: payment().currency, rate: dollarRate });
  const partition = openPartition(builder.finish());
  const residuals = Float64Array.from(partition.columns.itemResiduals);
  return openProposer(partition, residuals, everything).propose(payment(fields)).certificate;
}

const numberOf = (sequence: number): string => `FA2026-${String(sequence).padStart(5, '0')}`;

/** Equal amounts, closed items, credit notes, shared numbers, discounts, dollars. Ids go by place. */
const ledgers: fc.Arbitrary<readonly PartitionItem[]> = fc
  .array(
    fc.record({
      residualMinor: fc.constantFrom(0n, 10_000n, 25_000n, 25_000n, 40_050n, 65_075n, 12_345n),
      kind: fc.constantFrom('invoice' as const, 'invoice' as const, 'invoice' as const, 'credit_note' as const),
      owner: fc.constantFrom(1, 1, 1, 2, 3),
      creditorReference: fc.constantFrom(null, null, 'RF96R24000941'),
      purchaseOrder: fc.constantFrom(null, null, '4500012345'),
      dueDate: fc.constantFrom(day('2026-02-10'), day('2026-02-20'), day('2026-03-31')),
      hasDiscount: fc.boolean(),
      isForeign: fc.constantFrom(false, false, false, true),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((rows) =>
    rows.map(({ owner, hasDiscount, isForeign, ...fields }, index) =>
      item(index, numberOf(index), {
        ...fields,
        amountMinor: fields.residualMinor + 100n,
        ...(isForeign ? { currency: dollars } : {}),
        customerId: customerId(owner),
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

export type Case = Readonly<{ books: Books; payment: Partial<Payment> }>;

export const cases: fc.Arbitrary<Case> = ledgers.chain((items) =>
  fc.record({
    books: fc.constant({ items, customers: [garage, atelier, holding], dollarRate: 0.92 }),
    payment: paymentOf(items),
  }),
);
