/** Open and closed documents: who owes what since when, numbered in the order of issue. */
import type { BenchClosed, BenchItem } from '../types.ts';
import { inventAmount } from './amounts.ts';
import { dayText } from './calendar.ts';
import { numberGiver, structuredReferenceOf, type DocumentKind } from './numbering.ts';
import type { Random } from './random.ts';
import type { SimulatedCompany, SimulatedCustomer, World } from './world.ts';

type Draft = Readonly<{ company: number; customer: number; kind: DocumentKind; issueDay: number; isOpen: boolean }>;

type Documents = Readonly<{ items: readonly BenchItem[]; closed: readonly BenchClosed[] }>;

type Window = Readonly<{ firstDay: number; lastDay: number }>;

/** Few customers hold many documents: the square pulls towards the first. */
const pickHeavyTailed = (customers: readonly number[], random: Random): number => {
  const position = random.unit();
  return customers[Math.floor(customers.length * position * position)] ?? 0;
};

function issueDayOf(isOpen: boolean, { firstDay, lastDay }: Window, random: Random): number {
  const position = random.unit();
  if (!isOpen) return firstDay - 12 - Math.floor(320 * position);
  // One in eight is issued while the window runs.
  if (random.chance(0.12)) return random.between(firstDay, lastDay);
  return firstDay - 1 - Math.floor(290 * position * position * position);
}

function draftsOf(world: World, sizes: Readonly<{ items: number; closed: number }>, window: Window, random: Random) {
  const companies = world.companies.map((company) => [company.weight, company] as const);
  return Array.from({ length: sizes.items + sizes.closed }, (_, index): Draft => {
    const company = random.weighted(companies);
    const isOpen = index < sizes.items;
    return {
      company: company.id,
      customer: pickHeavyTailed(company.customers, random),
      kind: random.weighted<DocumentKind>([
        [92, 'inv'],
        [5.5, 'cn'],
        [2.5, 'dp'],
      ]),
      issueDay: issueDayOf(isOpen, window, random),
      isOpen,
    };
  });
}

/** Numbers for all drafts, by their index: each company counts on in the order of issue. */
function numbersOf(world: World, drafts: readonly Draft[], random: Random): readonly string[] {
  const numbers = Array.from<string>({ length: drafts.length });
  const order = drafts.map((_, index) => index);
  order.sort((a, b) => (drafts[a]?.issueDay ?? 0) - (drafts[b]?.issueDay ?? 0) || a - b);
  const givers = world.companies.map(({ scheme }) => numberGiver(scheme, random));
  for (const index of order) {
    const draft = drafts[index];
    if (draft !== undefined) numbers[index] = givers[draft.company]?.(draft.kind, draft.issueDay) ?? '';
  }
  return numbers;
}

function amountOf(company: SimulatedCompany, customer: SimulatedCustomer, kind: DocumentKind, random: Random): number {
  if (kind === 'cn') return -Math.max(200, Math.floor(inventAmount(random) / random.between(2, 9)));
  if (customer.isSubscriber && kind === 'inv' && random.chance(0.9)) {
    return company.prices[customer.row.id % company.prices.length] ?? 1_000;
  }
  return random.chance(company.catalogueShare) ? random.pick(company.prices) : inventAmount(random);
}

function purchaseOrder(customer: SimulatedCustomer, random: Random): string {
  if (!random.chance(0.12)) return '';
  const style = customer.row.id % 4;
  if (style === 0) return `BC${random.digits(5)}`;
  if (style === 1) return `45${random.digits(8)}`;
  return style === 2 ? `PO-${random.digits(6)}` : `C${random.digits(3)}/${random.digits(4)}`;
}

function itemOf(id: number, draft: Draft, number: string, world: World, random: Random): BenchItem {
  const company = world.companies[draft.company];
  const customer = world.customers[draft.customer];
  if (company === undefined || customer === undefined) throw new RangeError('a draft of nobody');
  const { kind, issueDay } = draft;
  const { disc, terms, ccy } = customer.row;
  return {
    id,
    company: company.id,
    customer: customer.row.id,
    kind,
    number,
    sref: kind === 'cn' ? '' : structuredReferenceOf(company.scheme, number, customer.row.id),
    po: kind === 'inv' ? purchaseOrder(customer, random) : '',
    issued: dayText(issueDay),
    due: dayText(issueDay + terms),
    amount: amountOf(company, customer, kind, random),
    ccy: random.chance(0.8) ? ccy : 'EUR',
    disc: disc !== null && kind === 'inv' ? { pct: disc.pct, until: dayText(issueDay + disc.days) } : null,
  };
}

export function inventDocuments(
  world: World,
  sizes: Readonly<{ items: number; closed: number }>,
  window: Window,
  random: Random,
): Documents {
  const drafts = draftsOf(world, sizes, window, random);
  const numbers = numbersOf(world, drafts, random);
  const items: BenchItem[] = [];
  const closed: BenchClosed[] = [];
  for (const [index, draft] of drafts.entries()) {
    const id = draft.isOpen ? items.length : closed.length;
    const item = itemOf(id, draft, numbers[index] ?? '', world, random);
    if (draft.isOpen) items.push(item);
    else {
      const terms = world.customers[draft.customer]?.row.terms ?? 30;
      const paidDay = Math.min(window.firstDay - 1, draft.issueDay + 5 + random.below(terms + 25));
      closed.push({ ...item, paid: dayText(paidDay) });
    }
  }
  return { items, closed };
}
