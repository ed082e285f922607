/**
 * The tables. `ledger_id` comes first in every key, so that one legal entity's books are one partition: the second wall
 * of row-level security now, a Citus distribution column later. No trigger, no constraint across ledgers.
 *
 * Three kinds of table, told apart in {@link appendOnlyTables}, {@link stateTables} and {@link stagingTables}:
 * facts that are only ever inserted; current state that can be rebuilt from them (`lettrage verify` compares);
 * and what may be lost: staging of the running job, and who is at which payment.
 */
export * from './schema/parties.ts';
export * from './schema/statements.ts';
export * from './schema/reports.ts';
export * from './schema/open-items.ts';
export * from './schema/commands.ts';
export * from './schema/disputes.ts';
export * from './schema/collections.ts';
export * from './schema/match-runs.ts';
export * from './schema/lessons.ts';
export * from './schema/letterings.ts';
export * from './schema/operations.ts';
export * from './schema/access.ts';
export * from './schema/desk.ts';
export * from './schema/outgoing.ts';

/** Inserted, never changed: the service's role has neither UPDATE nor DELETE on them. */
export const appendOnlyTables = [
  'statement_file_chunk',
  'statement_file_arrival',
  'statement',
  'entry',
  'reported_entry',
  'entry_report',
  'open_item_adjustment',
  'match_run',
  'match_decision',
  'match_decision_line',
  'match_chunk',
  'match_run_cancellation',
  'declined_pair',
  'lettering',
  'lettering_event',
  'lettering_move',
  'command',
  'approval',
  'tolerance',
  'period_close',
  'dispute_event',
  'collection',
  'collection_line',
  'allocation',
  'posting',
  'posting_line',
  'audit_event',
] as const;

/** Current state, kept beside the facts in the same transaction. */
export const stateTables = [
  'bank_account',
  'bank_account_alias',
  'statement_file',
  'payment',
  'customer',
  'customer_iban',
  'open_item',
  'payer_alias',
  'lettering_counter',
  'approval_request',
  'dispute',
  'dispute_reason',
  'exchange_rate',
  'payment_assignment',
  'payment_claim',
  'export',
  'export_chunk',
  'webhook_position',
  'webhook_dead_letter',
  'audit_head',
] as const;

export const stagingTables = ['staged_entry', 'staged_decision'] as const;

/** Shared by all ledgers; small. */
export const sharedTables = ['ledger', 'bank_account_directory', 'job', 'api_key'] as const;
