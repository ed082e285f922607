/** What a settlement is made of, the rows it is planned from and those it writes. Amounts are minor units. */
import type { CurrencyCode } from '../../domain/currency.ts';
import type { CustomerId, LetteringId, MatchRunId, OpenItemId, PaymentId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { ImputationBasis } from '../../domain/match.ts';
import type { Side } from '../../domain/money.ts';
import type { LedgerItemKind, SettlementMeans } from '../../domain/settlement.ts';
import type { StoredVatShare } from '../vat-column.ts';
import type { GroupMember, LiveGroup } from './lettering-groups.ts';

/** An item that the settlement makes: money on account, an advance, a retention, a claim moved to another customer. */
export type NewItem = Readonly<{
  id: OpenItemId;
  customerId: CustomerId;
  kind: LedgerItemKind;
  account: string;
  documentNumber: string;
  currency: CurrencyCode;
  amountMinor: bigint;
  /** In the base currency; null: it is in that currency, or nobody said. */
  baseMinor: bigint | null;
  /** What it totals by VAT rate, of the document that it comes from. */
  vat: readonly StoredVatShare[] | null;
  issueDate: LocalDate;
  dueDate: LocalDate;
}>;

/** Minor units. `baseMinor`: the value in the base currency, where the leg is in another and the values are known. */
export type SettlementLeg =
  /** Of the payment's unapplied amount; given back when negative. */
  | Readonly<{ kind: 'cash'; amountMinor: bigint; baseMinor?: bigint }>
  /** Cleared of the item; opened again when negative. */
  | Readonly<{ kind: 'item'; openItemId: OpenItemId; amountMinor: bigint; means: SettlementMeans; baseMinor?: bigint }>
  | Readonly<{ kind: 'new_item'; item: NewItem }>
  | Readonly<{
      kind: 'account';
      account: string;
      side: Side;
      amountMinor: bigint;
      currency: CurrencyCode;
      baseMinor?: bigint;
    }>;

/** What a posting is about; its letters say the same. */
export type SettlementLabel =
  | 'matched'
  | 'suggestion_accepted'
  | 'settled'
  | 'netted'
  | 'transferred'
  | 'written_off'
  | 'to_be_paid_back'
  | 'collected'
  | 'returned'
  | 'taken_back';

export type SettlementOrder = Readonly<{
  postingId: string;
  source: 'application' | 'command';
  /** The command, or the run, that asks for it. */
  causeId: string;
  label: SettlementLabel;
  postingDate: LocalDate;
  reversesPostingId: string | null;
  /** The run whose suggestion is applied. */
  matchRunId: MatchRunId | null;
  basis: ImputationBasis;
  legs: readonly SettlementLeg[];
}>;

export type SettledPayment = Readonly<{
  id: PaymentId;
  side: Side;
  currency: CurrencyCode;
  amountMinor: bigint;
  unappliedMinor: bigint;
}>;

export type DatedPayment = SettledPayment & Readonly<{ bookingDate: LocalDate }>;

export type SettledItem = Readonly<{
  id: OpenItemId;
  customerId: CustomerId;
  account: string;
  side: Side;
  currency: CurrencyCode;
  amountMinor: bigint;
  residualMinor: bigint;
  issueDate: LocalDate;
}>;

/** An account of a customer in a currency: what is lettered together. */
export type LetteringUnit = Readonly<{ account: string; customerId: CustomerId; currency: CurrencyCode }>;
export const unitKey = ({ account, customerId, currency }: LetteringUnit): string =>
  `${account}|${customerId}|${currency}`;
/** Codes are numbered by account and customer, whatever the currency. */
export const counterKey = ({ account, customerId }: Omit<LetteringUnit, 'currency'>): string =>
  `${account}|${customerId}`;

/** The groups of an account that the settlement touches, as they are. */
export type UnitRows = Readonly<{ members: readonly GroupMember[]; live: readonly LiveGroup[] }>;

export type SettlementRows = Readonly<{
  baseCurrency: CurrencyCode;
  payment: SettledPayment | null;
  /** Those of the legs, and those of the groups that they touch. */
  items: ReadonlyMap<OpenItemId, SettledItem>;
  /** By {@link unitKey}; absent: the settlement touches none. */
  units: ReadonlyMap<string, UnitRows>;
  /** Last code number issued by {@link counterKey}; absent: none yet. */
  lastNumbers: ReadonlyMap<string, number>;
}>;

export type PlannedLine = Readonly<{
  account: string;
  customerId: CustomerId | null;
  side: Side;
  amountMinor: bigint;
  currency: CurrencyCode;
  baseMinor: bigint | null;
  letteringId: LetteringId | null;
}>;

export type PlannedAllocation = Readonly<{
  openItemId: OpenItemId;
  side: Side;
  amountMinor: bigint;
  currency: CurrencyCode;
  means: SettlementMeans;
  /** What the item gives up of its value; null: it is in the base currency, or its value is unknown. */
  baseMinor: bigint | null;
  letteringId: LetteringId;
}>;

export type PlannedLettering = Readonly<{
  unit: LetteringUnit;
  letteringId: LetteringId;
  codeNumber: number;
  /** 0: the group is new. */
  eventIndex: number;
  members: readonly GroupMember[];
  isBalanced: boolean;
  letteringDate: LocalDate | null;
}>;

export type PlannedSettlement = Readonly<{
  order: SettlementOrder;
  paymentId: PaymentId | null;
  cashMinor: bigint | null;
  lines: readonly PlannedLine[];
  allocations: readonly PlannedAllocation[];
  newItems: readonly NewItem[];
  residualById: ReadonlyMap<OpenItemId, bigint>;
  letterings: readonly PlannedLettering[];
  ended: readonly LiveGroup[];
  moves: readonly Readonly<{ postingId: string; unit: LetteringUnit; letteringId: LetteringId }>[];
}>;

export type ItemLeg = Extract<SettlementLeg, { kind: 'item' }>;

/** What a settlement clears, account by account of each customer. */
export type UnitLegs = Readonly<{ unit: LetteringUnit; legs: readonly ItemLeg[] }>;

/** By {@link unitKey}, in the order of their first legs. */
export function legsByUnit(itemLegs: readonly ItemLeg[], rows: SettlementRows): ReadonlyMap<string, UnitLegs> {
  const units = new Map<string, { unit: LetteringUnit; legs: ItemLeg[] }>();
  for (const leg of itemLegs) {
    const item = itemOf(rows, leg.openItemId);
    const key = unitKey(item);
    const known = units.get(key);
    if (known !== undefined) known.legs.push(leg);
    else {
      const { account, customerId, currency } = item;
      units.set(key, { unit: { account, customerId, currency }, legs: [leg] });
    }
  }
  return units;
}

/** A row that was read under lock: its absence is a bug. */
export function itemOf(rows: SettlementRows, id: OpenItemId): SettledItem {
  const item = rows.items.get(id);
  if (item === undefined) throw new Error(`open item ${id} was not read`);
  return item;
}
