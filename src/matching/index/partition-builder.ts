/** Rows in, in any order; shared columns out, always in the same order. */
import type { CurrencyCode } from '../../domain/currency.ts';
import type { CustomerId, OpenItemId } from '../../domain/ids.ts';
import type {
  PartitionAlias,
  PartitionCustomer,
  PartitionItem,
  PartitionSize,
  RecentPayment,
} from '../../domain/partition.ts';
import { byteHeap } from './byte-heap.ts';
import type { PartitionColumns } from './columns.ts';
import { monthOf, yearOf } from './day-number.ts';
import { seriesVotes, type DocumentDigits } from './document-number.ts';
import { stagedItems, stageItem } from './staged-items.ts';
import { mostItems, writeAmounts } from './write-amounts.ts';
import { writeCollections, type PartitionCollection } from './write-collections.ts';
import { writeItems } from './write-items.ts';
import { writeKeys } from './write-keys.ts';
import { writeCustomers, writePaid, writePayers } from './write-payers.ts';

export type { PartitionCollection } from './write-collections.ts';
export type { RecentPayment } from '../../domain/partition.ts';

export type PartitionBuilder = Readonly<{
  addCustomer(customer: PartitionCustomer): void;
  /** After the customer it names. Aliases of the same IBAN for two customers are both kept. */
  addAlias(alias: PartitionAlias): void;
  addItem(item: PartitionItem): void;
  /** After its items. */
  addCollection(collection: PartitionCollection): void;
  addRate(rate: PartitionRate): void;
  /** What was applied lately: a payment that repeats one is asked about. */
  addPaid(paid: RecentPayment): void;
  finish(): PartitionColumns;
}>;

/** Units of `to` for one of `from`: finds what may be meant, never what is booked. */
export type PartitionRate = Readonly<{ from: CurrencyCode; to: CurrencyCode; rate: number }>;

const largestExact = BigInt(Number.MAX_SAFE_INTEGER);

/** An amount that matching would have to round: nothing of its currency is matched until it is gone. */
export class ResidualTooLarge extends RangeError {
  override readonly name = 'ResidualTooLarge';
  constructor(openItemId: OpenItemId, residualMinor: bigint) {
    super(
      `Open item ${openItemId} has ${residualMinor} minor units left; matching counts to ${largestExact}. Correct or close it in the ERP, import it and run again.`,
    );
  }
}

/**
 * Collects one partition: all customers first, then their aliases and items.
 *
 * @throws RangeError when more items come than were announced, for an item of a customer never added, an id that is no
 * UUID, or a residual below 0; {@link ResidualTooLarge} for more minor units than a double holds exactly (90 trillion
 * euros), which matching refuses rather than rounds.
 */
export function partitionBuilder(size: PartitionSize): PartitionBuilder {
  if (size.itemCount > mostItems) throw new RangeError(`${size.itemCount} items; one partition holds ${mostItems}`);
  const customers: PartitionCustomer[] = [];
  const addedAt = new Map<CustomerId, number>();
  const aliases: PartitionAlias[] = [];
  const collections: PartitionCollection[] = [];
  const rates: PartitionRate[] = [];
  const paid: RecentPayment[] = [];
  const currencies: CurrencyCode[] = [];
  const staged = stagedItems(size.itemCount);
  const texts = byteHeap(size.textBytes + size.itemCount * 3);
  const votes = seriesVotes();
  let itemCount = 0;
  const customerPlace = (customerId: CustomerId): number => {
    const place = addedAt.get(customerId);
    if (place === undefined) throw new RangeError(`a row of customer ${customerId}, which was not added`);
    return place;
  };
  const currencyPlace = (currency: CurrencyCode): number => {
    const place = currencies.indexOf(currency);
    return place === -1 ? currencies.push(currency) - 1 : place;
  };
  const read: DocumentDigits = { digits: 0, size: 0, prefix: 0, grouping: 0 };
  return {
    addCustomer(customer) {
      addedAt.set(customer.customerId, customers.length);
      customers.push(customer);
    },
    addAlias(alias) {
      customerPlace(alias.customerId);
      aliases.push(alias);
    },
    addCollection: (collection) => void collections.push(collection),
    addRate: (rate) => void rates.push(rate),
    addPaid: (one) => void paid.push(one),
    addItem(item) {
      if (itemCount === size.itemCount) throw new RangeError(`more items than ${size.itemCount}`);
      if (item.residualMinor > largestExact) throw new ResidualTooLarge(item.openItemId, item.residualMinor);
      if (item.residualMinor < 0n) throw new RangeError(`residual of item ${item.openItemId} below 0`);
      const row = itemCount;
      staged.customers[row] = customerPlace(item.customerId);
      staged.currencies[row] = currencyPlace(item.currency);
      stageItem(staged, row, item, read, texts);
      votes.add(read.grouping, read.digits, read.size, yearOf(item.issueDate), monthOf(item.issueDate));
      itemCount += 1;
    },
    finish() {
      const order = customers.map((_, place) => place);
      order.sort((a, b) => ((customers[a]?.customerId ?? '') < (customers[b]?.customerId ?? '') ? -1 : 1));
      const rowOfAdded = new Uint32Array(customers.length);
      for (const [row, place] of order.entries()) rowOfAdded[place] = row;
      const sorted = order.flatMap((place) => customers[place] ?? []);
      const byId = (customerId: CustomerId): number => rowOfAdded[customerPlace(customerId)] ?? 0;
      const written = writeItems(staged, itemCount, rowOfAdded, texts.bytes(), votes.decide());
      const items = written.columns;
      // Cloned as a thread receives it: memory stays shared, and all partitions have one shape. What is spread has a shape
      // of its own, for which V8 compiles everything that reads it again.
      return structuredClone({
        ...items,
        ...writeKeys(written, sorted),
        ...writeAmounts(items.itemResiduals, items.itemDisputed),
        ...writeCustomers(sorted),
        ...writePayers(sorted, aliases, byId),
        ...writePaid(paid, byId),
        collections: writeCollections(collections, items.itemIds),
        rates,
        currencies,
        itemCount,
        customerCount: sorted.length,
      });
    },
  };
}
