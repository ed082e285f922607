/* oxlint-disable typescript/no-unsafe-type-assertion -- made-up ids are branded by hand */
/**
 * Made-up customers, items and payments for the matching benchmark: the same seed gives the same ledger.
 *
 * The shape follows what receivables look like: few customers hold many items, many amounts recur, texts carry a bank's
 * boilerplate, and a third of the payments name nothing.
 */
import type { CurrencyCode } from '../../src/domain/currency.ts';
import type { CustomerId, OpenItemId, PaymentId } from '../../src/domain/ids.ts';
import type { LocalDate } from '../../src/domain/local-date.ts';
import type { Payment } from '../../src/domain/match.ts';
import type { PartitionCustomer, PartitionItem } from '../../src/domain/partition.ts';

export type GeneratedLedger = Readonly<{
  customers: readonly PartitionCustomer[];
  items: readonly PartitionItem[];
  payments: readonly Payment[];
}>;

/** Uniform in [0, 1), from a 32-bit seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const uuid = (kind: number, index: number): string =>
  `${kind}0000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
const words = 'ATELIER GARAGE CLINIQUE PHARMACIE NORD SUD OPTIQUE TRANSPORTS MENUISERIE LABO HOTEL SERVICES'.split(' ');
const forms = ['SARL', 'SAS', 'GmbH', 'SA', 'Ltd'];

/** One item in two is closed: a decoy. One in three carries a creditor reference. */
export function generateLedger(size: Readonly<{ itemCount: number; paymentCount: number }>): GeneratedLedger {
  const random = randomFrom(20_260_301);
  const below = (limit: number): number => Math.floor(random() * limit);
  const customerCount = Math.ceil(size.itemCount / 18);
  const customers = Array.from({ length: customerCount }, (_, index): PartitionCustomer => {
    const name = `${words[below(words.length)] ?? ''} ${words[below(words.length)] ?? ''} ${index} ${forms[below(forms.length)] ?? ''}`;
    const ibans = random() < 0.6 ? [`DE${String(index).padStart(20, '0')}`] : [];
    return { customerId: uuid(1, index) as CustomerId, code: `C${index}`, name, ibans };
  });
  const items = Array.from({ length: size.itemCount }, (_, index): PartitionItem => {
    const owner = Math.floor(customerCount * random() ** 2);
    const amountMinor = random() < 0.3 ? BigInt(990 * (1 + below(40))) : BigInt(500 + below(5_000_000));
    return {
      openItemId: uuid(2, index) as OpenItemId,
      customerId: uuid(1, owner) as CustomerId,
      kind: random() < 0.05 ? 'credit_note' : 'invoice',
      documentNumber: `FA2026-${String(index).padStart(6, '0')}`,
      creditorReference: index % 3 === 0 ? String(10_000_000_000 + index * 97) : null,
      purchaseOrder: null,
      currency: 'EUR' as CurrencyCode,
      issueDate: '2026-01-30' as LocalDate,
      dueDate: '2026-03-01' as LocalDate,
      amountMinor,
      residualMinor: index % 2 === 0 ? amountMinor : 0n,
      discount: null,
    };
  });
  const payments = Array.from({ length: size.paymentCount }, (_, index) => makePayment(index, customers, items, below));
  return { customers, items, payments };
}

function makePayment(
  index: number,
  customers: readonly PartitionCustomer[],
  items: readonly PartitionItem[],
  below: (limit: number) => number,
): Payment {
  const item = items[below(items.length / 2) * 2];
  const customer = customers[Number.parseInt((item?.customerId ?? '').slice(-12), 16)];
  if (item === undefined || customer === undefined) throw new RangeError('the ledger is empty');
  const shape = index % 6;
  const number = item.documentNumber;
  const texts: readonly string[] = [
    `VIR SEPA RECU /FRM ${customer.name} /EID NOTPROVIDED /RNF FACTURE ${number} DU 14/02/2026`,
    `SVWZ+RE ${number.replace('-', ' ')} KD 4711 TEL 01 41 57 92 95 EREF+NOTPROVIDED`,
    `REGLEMENT ${number} MERCI CDE 24004265 IBAN FR76 3000 6000 0112 3456 7890 189`,
    'VIREMENT',
    `PAIEMENT FACTURES MARS SIRET 73282932000074 REF ${below(100_000_000)}`,
    `ZAHLUNG ${number} ABZUEGLICH SKONTO 2%`,
  ];
  return {
    id: uuid(3, index) as PaymentId,
    side: 'credit',
    currency: 'EUR' as CurrencyCode,
    unappliedMinor: shape === 5 ? (item.residualMinor * 98n) / 100n : item.residualMinor,
    bookingDate: '2026-03-02' as LocalDate,
    isReversal: false,
    returnReason: null,
    bankTransactionCode: 'PMNT/RCDT/ESCT',
    batchCount: null,
    counterpartyName: shape === 1 ? null : customer.name,
    counterpartyIban: customer.ibans[0] ?? null,
    remittance: [texts[shape] ?? ''],
    creditorReference: shape === 3 ? item.creditorReference : null,
    endToEndId: null,
    instructed: null,
  };
}
