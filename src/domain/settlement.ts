/**
 * What settles a document, and the items that the ledger makes itself when it does.
 *
 * An item that the ERP told of is an invoice, a credit note or a down-payment invoice. Settling may make more: money whose
 * invoice nobody knows yet, an advance, a guarantee kept back, a repayment that is owed.
 */
import type { OpenItemKind } from './open-item.ts';

/** What cleared an amount of an item: money of a payment, or what was booked instead. */
export const settlementMeans = [
  'payment',
  'netting',
  'discount',
  'write_off',
  'bank_charge',
  'exchange_difference',
  'retention',
  'transfer',
  'refund',
  /** An item of ours is gone with the posting that made it. */
  'taken_back',
] as const;
export type SettlementMeans = (typeof settlementMeans)[number];

/** On account: the payer is known, the invoice is not (411 credit). Advance: before any invoice (4191). */
const ownItemKinds = ['on_account', 'advance', 'retention', 'refund'] as const;
export type OwnItemKind = (typeof ownItemKinds)[number];

export const ledgerItemKinds = ['invoice', 'credit_note', 'down_payment', ...ownItemKinds] as const;
export type LedgerItemKind = OpenItemKind | OwnItemKind;

const debitKinds: ReadonlySet<LedgerItemKind> = new Set(['invoice', 'down_payment', 'retention']);

/** The side of its account on which an item stands. */
export const sideOfItem = (kind: LedgerItemKind): 'debit' | 'credit' => (debitKinds.has(kind) ? 'debit' : 'credit');
