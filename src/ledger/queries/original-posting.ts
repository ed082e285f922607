/** SQL for the posting that one counts with: what a posting cleared, and what was taken back of that, are one account. */

/**
 * The id of the posting itself, or of the one that it takes back; a return that was taken back counts with what it had
 * taken back.
 *
 * @param posting - alias of a row of `posting`.
 */
export const originalOf = (posting: string): string =>
  `coalesce((select taken.reverses_posting_id from posting taken where taken.ledger_id = ${posting}.ledger_id
     and taken.id = ${posting}.reverses_posting_id), ${posting}.reverses_posting_id, ${posting}.id)`;

/** Whether something stands that takes the posting back: what takes it back has not been taken back itself. */
export const isTakenBack = (posting: string): string =>
  `exists (select from posting back where back.ledger_id = ${posting}.ledger_id and back.reverses_posting_id = ${posting}.id
     and not exists (select from posting again where again.ledger_id = back.ledger_id
       and again.reverses_posting_id = back.id))`;
