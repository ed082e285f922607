/** Hands out documents to scenarios, each once, so that no two payments meet on an item unless a scenario wants it. */
import type { Country, Customer, Night, OpenItem } from './model.ts';
import type { RandomSource } from './random.ts';

export type SettledBy = 'transfer' | 'collection';

export type ItemPool = Readonly<{
  /** An open invoice that a customer of these countries could be paying tonight. */
  takeInvoice(night: Night, countries: readonly Country[], isFit?: (item: OpenItem) => boolean): OpenItem;
  /** `count` open invoices of one customer, oldest first. */
  takeInvoices(
    night: Night,
    countries: readonly Country[],
    count: number,
    isFit?: (item: OpenItem) => boolean,
  ): readonly OpenItem[];
  /** An invoice and a smaller credit note of the same customer. */
  takeWithCreditNote(night: Night): Readonly<{ invoice: OpenItem; creditNote: OpenItem }>;
  takeDownPayment(): OpenItem;
  takeCreditNote(): OpenItem;
  /** Every open document of a customer that has `least` to `most` of them and is part of no other case. */
  takeWholeAccount(night: Night, least: number, most: number): readonly OpenItem[];
  takePlanted(plant: string): readonly OpenItem[];
  /** A document that the ERP already shows as paid. */
  takeClosed(): OpenItem;
  /** Says that a payment of `night` settles these. */
  noteSettled(night: Night, by: SettledBy, items: readonly OpenItem[]): void;
  /** An invoice of a French customer settled on an earlier night; each is given once. */
  takeSettledBefore(night: Night, by: SettledBy): OpenItem;
}>;

type Pick = RandomSource['pick'];

/** The documents nobody has taken yet, with the rules of taking. */
function shelf(items: readonly OpenItem[]) {
  const taken = new Set<OpenItem>();
  const takenAmounts = new Set<bigint>();
  const take = (item: OpenItem | undefined): OpenItem => {
    if (item === undefined) throw new Error('the demo has run out of documents of this kind');
    taken.add(item);
    takenAmounts.add(item.residualMinor);
    return item;
  };
  const isFree = (item: OpenItem): boolean => !taken.has(item) && item.residualMinor > 0n && item.plant === null;
  // Prices of the catalogue come often, but are paid once: account, day and amount are to tell payments apart.
  const freeInvoices = (night: Night, countries: readonly Country[]): readonly OpenItem[] =>
    items.filter(
      (item) =>
        isFree(item) &&
        item.kind === 'invoice' &&
        item.night <= night &&
        countries.includes(item.customer.country) &&
        !takenAmounts.has(item.residualMinor),
    );
  return { items, taken, take, isFree, freeInvoices };
}

type Shelf = ReturnType<typeof shelf>;

function groupedByCustomer(items: readonly OpenItem[]): readonly (readonly OpenItem[])[] {
  const groups = new Map<Customer, OpenItem[]>();
  for (const item of items) groups.set(item.customer, [...(groups.get(item.customer) ?? []), item]);
  return [...groups.values()];
}

function takeInvoices(stock: Shelf, pick: Pick, invoices: readonly OpenItem[], count: number) {
  const rich = groupedByCustomer(invoices).filter((group) => group.length >= count);
  return pick(rich).slice(0, count).map(stock.take);
}

function takeWithCreditNote(stock: Shelf, pick: Pick, night: Night) {
  const pairs = stock.items
    .filter((note) => stock.isFree(note) && note.kind === 'credit_note')
    .flatMap((creditNote) =>
      stock
        .freeInvoices(night, ['FR', 'ES', 'GB'])
        .filter((item) => item.customer === creditNote.customer && item.residualMinor > 2n * creditNote.residualMinor)
        .slice(0, 1)
        .map((invoice) => ({ invoice, creditNote })),
    );
  const pair = pick(pairs);
  stock.take(pair.invoice);
  stock.take(pair.creditNote);
  return pair;
}

function takeWholeAccount(stock: Shelf, pick: Pick, night: Night, least: number, most: number) {
  const french = stock.items.filter(
    (item) => item.customer.country === 'FR' && item.residualMinor > 0n && item.night <= night,
  );
  const untouched = groupedByCustomer(french).filter(
    (group) =>
      group.length >= least &&
      group.length <= most &&
      group.every((item) => stock.isFree(item) && item.kind === 'invoice'),
  );
  return pick(untouched).map(stock.take);
}

export function itemPool(items: readonly OpenItem[], { pick }: RandomSource): ItemPool {
  const stock = shelf(items);
  const settled: { night: Night; by: SettledBy; item: OpenItem }[] = [];
  const takeKind = (kind: OpenItem['kind']): OpenItem =>
    stock.take(pick(items.filter((item) => stock.isFree(item) && item.kind === kind && item.night === 1)));
  return {
    takeInvoice: (night, countries, isFit = () => true) =>
      stock.take(pick(stock.freeInvoices(night, countries).filter(isFit))),
    takeInvoices: (night, countries, count, isFit = () => true) =>
      takeInvoices(stock, pick, stock.freeInvoices(night, countries).filter(isFit), count),
    takeWithCreditNote: (night) => takeWithCreditNote(stock, pick, night),
    takeDownPayment: () => takeKind('down_payment'),
    takeCreditNote: () => takeKind('credit_note'),
    takeWholeAccount: (night, least, most) => takeWholeAccount(stock, pick, night, least, most),
    takePlanted: (plant) => items.filter((item) => item.plant === plant && !stock.taken.has(item)).map(stock.take),
    takeClosed: () => stock.take(pick(items.filter((item) => item.residualMinor === 0n && !stock.taken.has(item)))),
    noteSettled(night, by, done) {
      settled.push(...done.map((item) => ({ night, by, item })));
    },
    takeSettledBefore(night, by) {
      const index = settled.findIndex(
        (one) =>
          one.night < night && one.by === by && one.item.kind === 'invoice' && one.item.customer.country === 'FR',
      );
      const [one] = settled.splice(index, 1);
      if (index === -1 || one === undefined) throw new Error('nothing was settled before');
      return one.item;
    },
  };
}
