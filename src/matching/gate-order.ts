import type { ReviewReason } from '../domain/match.ts';

/** Review reasons that arise later, between proposal and ledger; every other one is a gate. */
type LaterReason = 'item_taken_by_other_payment' | 'item_changed_meanwhile';
export type Gate = Exclude<ReviewReason, LaterReason>;

/** The order in which gates are checked, listed in a certificate and win as the reason for review. */
export const gateOrder: readonly Gate[] = [
  'returned_payment',
  'outgoing_payment',
  'batch_without_details',
  'refund_wording',
  'no_reference_found',
  'reference_already_paid',
  'reference_ambiguous',
  'payer_is_other_customer',
  'several_explanations',
  'amount_differs',
];
