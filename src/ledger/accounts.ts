/**
 * General-ledger accounts of the French chart (PCG) that the service posts to. Bank accounts bring their own 512….
 *
 * @see Règlement ANC 2014-03, as amended by 2022-06
 */
export const accounts = {
  /** Clients: the receivables, one auxiliary account per customer; the account that is lettered. */
  receivables: '411',
  /** Comptes d'attente: cash whose purpose is not yet known. Its balance is what is unapplied. */
  suspense: '471',
  /** Clients, avances et acomptes reçus: money before its invoice. */
  advances: '4191',
  /** Clients, retenues de garantie. */
  retentions: '4117',
  /** Autres comptes créditeurs: what is to be paid back. */
  refunds: '467',
  /** Escomptes accordés, without VAT; the tax on them comes back on `vat`. */
  discounts: '665',
  /** TVA collectée. */
  vat: '44571',
  /** Charges and products of ordinary differences of settlement. */
  differenceLost: '658',
  differenceGained: '758',
  /** Exchange differences on trade receivables (ANC 2015-05). */
  exchangeLost: '656',
  exchangeGained: '756',
  /** Services bancaires. */
  bank_charge: '627',
  /** État, impôts. */
  tax: '447',
  /** Virements internes: both legs meet here, and it is then zero. */
  internal_transfer: '58',
  /** Personnel, rémunérations dues. */
  payroll: '421',
  /** Créditeurs et débiteurs divers. */
  other: '467',
} as const;

/**
 * Accounts that only settlements write to, and their sub-accounts: customers' own, 471, the banks', and those of
 * differences, which have their limits. Nobody books a payment there by its number.
 */
const ownAccounts = ['411', '4191', '44571', '471', '512', '656', '658', '665', '756', '758'] as const;

export const isOwnAccount = (account: string): boolean => ownAccounts.some((own) => account.startsWith(own));
