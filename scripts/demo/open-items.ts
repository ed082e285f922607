/** The receivables ledger: about 300 open documents, some that are already paid, and a few made for one scenario. */
import { addDays, type LocalDate } from '../../src/domain/local-date.ts';
import type { OpenItemKind } from '../../src/domain/open-item.ts';
import { creditorReferenceOf } from './check-digits.ts';
import type { Customer, Night, OpenItem } from './model.ts';
import type { RandomSource } from './random.ts';
import { day } from './trusted.ts';

type Draft = Readonly<{
  customer: Customer;
  kind: OpenItemKind;
  amountMinor: bigint;
  issueDate: LocalDate;
  night: Night;
  isClosed: boolean;
  plant: string | null;
}>;

const firstIssueDate = day('2025-12-01');
const issueDayCount = 89; // To the end of February.

/** Tax of 20 % on top, rounded half up: invoices total odd cents, as they do. */
const withTax = (netMinor: number): bigint => BigInt(Math.floor((netMinor * 120 + 50) / 100));

const catalogueMinor = [186_00n, 486_00n, 1_152_00n, 2_340_00n];

function amountOf(kind: OpenItemKind, random: RandomSource): bigint {
  if (kind === 'credit_note') return withTax(random.between(2_500, 24_000));
  if (kind === 'invoice' && random.chance(120)) return random.pick(catalogueMinor);
  // Three sizes of order: most are hundreds, some are thousands.
  const [least, most] = random.pick([
    [9_000, 60_000],
    [40_000, 220_000],
    [60_000, 350_000],
    [200_000, 980_000],
  ] as const);
  return withTax(random.between(least, most));
}

// Heavy-tailed: a few customers have a dozen documents, most have two or three.
function pickCustomer(customers: readonly Customer[], random: RandomSource): Customer {
  const reach = random.pick([6, 20, customers.length, customers.length]);
  const spread = (random.below(reach) * 17) % customers.length;
  const customer = customers[spread];
  if (customer === undefined) throw new Error('no customers');
  return customer;
}

function draftsOf(
  count: number,
  kind: OpenItemKind,
  night: Night,
  isClosed: boolean,
  customers: readonly Customer[],
  random: RandomSource,
): readonly Draft[] {
  return Array.from({ length: count }, () => ({
    customer: pickCustomer(customers, random),
    kind,
    amountMinor: amountOf(kind, random),
    issueDate:
      night === 1 ? addDays(firstIssueDate, random.below(issueDayCount)) : addDays(day('2026-03-01'), night - 1),
    night,
    isClosed,
    plant: null,
  }));
}

type Plant = Readonly<{ name: string; code: string; issueDate: string; amounts: readonly bigint[]; night: Night }>;

/** Documents made for one scenario each. */
const plants: readonly Plant[] = [
  { name: 'same_amount', code: 'C1022', issueDate: '2026-01-31', amounts: [198_00n, 198_00n, 198_00n], night: 1 },
  {
    name: 'consecutive',
    code: 'C2004',
    issueDate: '2026-01-20',
    amounts: [1_914_36n, 702_24n, 2_251_80n, 988_68n],
    night: 1,
  },
  { name: 'shared_reference', code: 'C1018', issueDate: '2026-02-03', amounts: [3_207_48n, 1_433_52n], night: 1 },
  { name: 'homonym', code: 'C1008', issueDate: '2026-01-15', amounts: [412_80n], night: 1 },
  { name: 'other_homonym', code: 'C1009', issueDate: '2026-01-26', amounts: [365_16n], night: 1 },
  { name: 'sister_company', code: 'C1027', issueDate: '2026-01-13', amounts: [5_120_64n], night: 1 },
  { name: 'sister_company_reference', code: 'C1027', issueDate: '2026-01-27', amounts: [2_418_96n], night: 1 },
  { name: 'closed_elsewhere', code: 'C1033', issueDate: '2026-01-08', amounts: [1_660_92n], night: 1 },
  { name: 'due_date_corrected', code: 'C1019', issueDate: '2026-02-11', amounts: [2_874_00n], night: 1 },
  { name: 'refused_row', code: 'C1031', issueDate: '2026-03-02', amounts: [1_284_60n], night: 2 },
];

function plantedDrafts(customers: readonly Customer[]): readonly Draft[] {
  return plants.flatMap(({ name, code, issueDate, amounts, night }) => {
    const customer = customers.find((candidate) => candidate.code === code);
    if (customer === undefined) throw new Error(`no customer ${code}`);
    return amounts.map((amountMinor) => ({
      customer,
      kind: 'invoice' as const,
      amountMinor,
      issueDate: day(issueDate),
      night,
      isClosed: false,
      plant: name,
    }));
  });
}

const prefixOf: Readonly<Record<OpenItemKind, string>> = { invoice: 'FA', credit_note: 'AV', down_payment: 'AC' };

/** Numbers documents as the ERP does: one series per kind and year, rising with the day, with gaps. */
function documentNumbers(random: RandomSource): (draft: Draft, follows: boolean) => string {
  const last = new Map([
    ['FA2025', 1_940],
    ['AV2025', 118],
    ['AC2025', 31],
  ]);
  return ({ kind, issueDate }, follows) => {
    const series = `${prefixOf[kind]}${issueDate.slice(0, 4)}`;
    const sequence = (last.get(series) ?? 0) + (follows || kind !== 'invoice' ? 1 : random.between(1, 3));
    last.set(series, sequence);
    return `${series}-${String(sequence).padStart(kind === 'invoice' ? 5 : 4, '0')}`;
  };
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

function residualOf(draft: Draft, random: RandomSource): bigint {
  if (draft.isClosed) return 0n;
  const isPartlyPaid = draft.kind === 'invoice' && draft.plant === null && random.chance(40);
  return isPartlyPaid ? draft.amountMinor - draft.amountMinor / 3n : draft.amountMinor;
}

/** All documents of the three nights, in the order the ERP issued them. */
export function makeOpenItems(customers: readonly Customer[], random: RandomSource): readonly OpenItem[] {
  const drafts: readonly Draft[] = [
    ...draftsOf(236, 'invoice', 1, false, customers, random),
    ...draftsOf(18, 'credit_note', 1, false, customers, random),
    ...draftsOf(7, 'down_payment', 1, false, customers, random),
    ...draftsOf(28, 'invoice', 1, true, customers, random),
    ...draftsOf(16, 'invoice', 2, false, customers, random),
    ...draftsOf(14, 'invoice', 3, false, customers, random),
    ...plantedDrafts(customers),
  ].toSorted((a, b) => (a.issueDate < b.issueDate ? -1 : a.issueDate > b.issueDate ? 1 : 0));

  const numberOf = documentNumbers(random);
  let sharedReference: string | null = null;
  return drafts.map((draft, index) => {
    const follows = draft.plant !== null && drafts[index - 1]?.plant === draft.plant;
    const documentNumber = numberOf(draft, follows);
    const year = draft.issueDate.slice(2, 4);
    const own = creditorReferenceOf(digitsOf(draft.customer.code) + year + digitsOf(documentNumber).slice(-5));
    const isReferenced = draft.plant === 'sister_company_reference' || random.chance(340);
    const isShared = draft.plant === 'shared_reference';
    if (isShared) sharedReference ??= own;
    return {
      customer: draft.customer,
      documentNumber,
      kind: draft.kind,
      amountMinor: draft.amountMinor,
      residualMinor: residualOf(draft, random),
      issueDate: draft.issueDate,
      dueDate: addDays(draft.issueDate, draft.customer.termDays),
      creditorReference: isShared ? sharedReference : draft.kind === 'invoice' && isReferenced ? own : null,
      purchaseOrder: draft.kind === 'invoice' && random.chance(300) ? `45000${random.digits(5)}` : null,
      night: draft.night,
      plant: draft.plant,
    };
  });
}
