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
} as const;
