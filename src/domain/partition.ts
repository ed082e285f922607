/** What matching works on: the open items of one ledger and currency, and the customers who may pay them. */
import type { CustomerId, OpenItemId } from './ids.ts';
import type { OpenItemKind } from './open-item.ts';

export type PartitionItem = Readonly<{
  openItemId: OpenItemId;
  customerId: CustomerId;
  kind: OpenItemKind;
  documentNumber: string;
  creditorReference: string | null;
  /** What is left of the item. 0 is closed: it stays in the index so that a reference to it is recognised. */
  residualMinor: bigint;
}>;

export type PartitionCustomer = Readonly<{ customerId: CustomerId; name: string; ibans: readonly string[] }>;

/** Row counts to reserve; `textBytes` is a first guess for all texts together, and grows when it was too small. */
export type PartitionSize = Readonly<{
  itemCount: number;
  customerCount: number;
  ibanCount: number;
  textBytes: number;
}>;
