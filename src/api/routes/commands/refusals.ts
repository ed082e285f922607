/** Refusals that several commands share. */
import type { LedgerErrorCode } from '../../../ledger/errors.ts';

/** Of amounts that are set against each other. */
export const settlementRefusals = [
  'ledger.not_found',
  'ledger.stale',
  'ledger.amount_invalid',
  'ledger.side_mismatch',
  'ledger.item_overpaid',
  'ledger.settlement_unbalanced',
  'ledger.base_value_unknown',
] as const satisfies readonly LedgerErrorCode[];

/** Of money that is used, with differences. */
export const paymentRefusals = [
  ...settlementRefusals,
  'ledger.payment_overdrawn',
  'ledger.currencies_mixed',
  'ledger.over_and_under',
  'ledger.discount_late',
  'ledger.discount_too_large',
  'ledger.vat_unknown',
  'ledger.write_off_over_limit',
  'ledger.account_refused',
] as const satisfies readonly LedgerErrorCode[];
