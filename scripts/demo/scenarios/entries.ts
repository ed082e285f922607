/** What scenarios are made of: payments, the entries that book them, and what is expected of them. */
import type { ReviewReason } from '../../../src/domain/match.ts';
import type { SettledBy } from '../item-pool.ts';
import type { BankCode, Country, Customer, DemoEntry, DemoPayment, Expectation, OpenItem, Stage } from '../model.ts';
import { payerName } from '../texts.ts';

export const codes = {
  transferIn: { iso: ['PMNT', 'RCDT', 'ESCT'], swift: 'NTRF', german: ['166', 'GUTSCHRIFT'] },
  instantIn: { iso: ['PMNT', 'RRCT', 'ESCT'], swift: 'NTRF', german: ['168', 'ECHTZEIT-GUTSCHRIFT'] },
  transferOut: { iso: ['PMNT', 'ICDT', 'ESCT'], swift: 'NTRF', german: ['116', 'UEBERWEISUNG'] },
  salary: { iso: ['PMNT', 'ICDT', 'SALA'], swift: 'NTRF', german: ['153', 'LOHN/GEHALT'] },
  collection: { iso: ['PMNT', 'IDDT', 'ESDD'], swift: 'NDDT', german: ['171', 'LASTSCHRIFTEINZUG'] },
  collectionReturned: { iso: ['PMNT', 'IDDT', 'UPDD'], swift: 'NRTI', german: ['109', 'RUECKLASTSCHRIFT'] },
  debitPaid: { iso: ['PMNT', 'RDDT', 'ESDD'], swift: 'NDDT', german: ['105', 'LASTSCHRIFT'] },
  cheques: { iso: ['PMNT', 'RCHQ', 'CCHQ'], swift: 'NCHK', german: ['070', 'SCHECKEINREICHUNG'] },
  cards: { iso: ['PMNT', 'MCRD', 'POSP'], swift: 'NMSC', german: ['198', 'KARTENUMSAETZE'] },
  fee: { iso: ['ACMT', 'MDOP', 'CHRG'], swift: 'NCHG', german: ['808', 'ENTGELTE'] },
  interest: { iso: ['ACMT', 'MCOP', 'INTR'], swift: 'NINT', german: ['814', 'ZINSEN'] },
} as const satisfies Readonly<Record<string, BankCode>>;

/** Whose customers pay onto which account. */
export const payersOf: Readonly<Record<'A' | 'B', readonly Country[]>> = { A: ['FR', 'ES', 'GB'], B: ['DE', 'BE'] };

export const takeInvoice = (stage: Stage, account: 'A' | 'B', isFit?: (item: OpenItem) => boolean): OpenItem =>
  stage.pool.takeInvoice(stage.night, payersOf[account], isFit);

/** The first of some documents; a scenario without any is a mistake in the demo. */
export function first(items: readonly OpenItem[]): OpenItem {
  const [item] = items;
  if (item === undefined) throw new Error('this scenario needs a document');
  return item;
}

export const review = (reason: ReviewReason): Expectation => ({ action: 'review', settles: [], reason });

/** Expects the items to be cleared: in full, or one of them by `clearedMinor`. */
export const clears = (items: readonly OpenItem[], clearedMinor?: bigint): Expectation => ({
  action: 'apply',
  settles: items.map(({ documentNumber, residualMinor }) => ({
    documentNumber,
    clearedMinor: clearedMinor ?? residualMinor,
  })),
  reason: null,
});

/** Expects the item to be opened again, in full. */
export const takesBack = ({ documentNumber, residualMinor }: OpenItem): Expectation => ({
  action: 'return',
  settles: [{ documentNumber, clearedMinor: -residualMinor }],
  reason: null,
});

/** Expects the items to be cleared in full, and remembers that they are: a later night may pay or return them again. */
export function apply(stage: Stage, items: readonly OpenItem[], by: SettledBy = 'transfer'): Expectation {
  stage.pool.noteSettled(stage.night, by, items);
  return clears(items);
}

/** What is due on these documents together: a credit note counts against the payment. */
export const sumOf = (items: readonly OpenItem[]): bigint =>
  items.reduce((sum, item) => (item.kind === 'credit_note' ? sum - item.residualMinor : sum + item.residualMinor), 0n);

/** An end-to-end id as payers' systems number them, or none. */
function endToEndId({ random, date }: Stage): string | null {
  return random.pick([
    null,
    null,
    `VIR${random.digits(7)}`,
    `${date.replaceAll('-', '')}-${random.digits(6)}`,
    `SCT/${random.digits(5)}/${random.digits(3)}`,
  ]);
}

type PaymentParts = Pick<DemoPayment, 'amountMinor' | 'expected'> & Partial<DemoPayment>;

/** A payment with nothing but its amount, unless said. */
export const payment = (parts: PaymentParts): DemoPayment => ({
  endToEndId: null,
  name: null,
  iban: null,
  remittance: [],
  creditorReference: null,
  mandateId: null,
  returnReason: null,
  instructed: null,
  ...parts,
});

/** A payment by a customer from its own account. One in ten banks does not pass the payer's IBAN on. */
export const paymentBy = (stage: Stage, customer: Customer, parts: PaymentParts): DemoPayment =>
  payment({
    endToEndId: endToEndId(stage),
    name: payerName(customer, stage.random),
    iban: stage.random.chance(900) ? customer.iban : null,
    ...parts,
  });

const plain = { isReversal: false, shows: 'details', batchCount: null } as const;

/** What we gave the bank for a direct debit, and get back with it: mandate and end-to-end id. */
export const debitIds = ({ customer, documentNumber }: OpenItem): Pick<DemoPayment, 'mandateId' | 'endToEndId'> => ({
  mandateId: `MND-${customer.code}-01`,
  endToEndId: `PRLV-${customer.code}-${documentNumber.slice(-5)}`,
});

/** Money in, by transfer unless said; an entry of several payments is a batch with details. */
export const credit = (
  account: DemoEntry['account'],
  payments: readonly DemoPayment[],
  more: Partial<DemoEntry> = {},
): DemoEntry => ({
  account,
  side: 'credit',
  code: codes.transferIn,
  label: payments.length > 1 ? 'VIREMENTS RECUS' : 'VIREMENT RECU',
  ...plain,
  payments,
  ...more,
});

/** Money out. */
export const debit = (
  account: DemoEntry['account'],
  one: DemoPayment,
  code: BankCode,
  label: string,
  more: Partial<DemoEntry> = {},
): DemoEntry => ({ account, side: 'debit', code, label, ...plain, payments: [one], ...more });

/** The usual case: one customer pays `amountMinor` by transfer and writes `remittance`. */
export const customerTransfer = (
  stage: Stage,
  account: 'A' | 'B',
  customer: Customer,
  parts: PaymentParts,
): readonly DemoEntry[] => [credit(account, [paymentBy(stage, customer, parts)])];
