/** Refusals that several commands share. */
import type { LedgerErrorCode } from '../../../ledger/errors.ts';

/** Of amounts that are set against each other. */
export const settlementRefusals = [
  'ledger.not_found',
  'ledger.stale',
  'ledger.amount_invalid',
  'ledger.item_overpaid',
] as const satisfies readonly LedgerErrorCode[];

/** Of a payment that is used, with differences. */
export const paymentRefusals = [
  'ledger.not_found',
  'ledger.base_value_unknown',
  'ledger.payment_overdrawn',
  'ledger.discount_late',
  'ledger.discount_too_large',
  'ledger.write_off_over_limit',
  'ledger.several_customers',
] as const satisfies readonly LedgerErrorCode[];
