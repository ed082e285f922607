/**
 * Every refusal of the ledger: its status for the API and its sentence. `docs/errors.md` lists the same codes.
 */
export const ledgerErrors = {
  'ledger.ledger_unknown': { status: 404, says: 'There is no ledger with this code.' },
  'ledger.ledger_differs': {
    status: 409,
    says: 'A ledger with this code is open, under another name or in another currency.',
  },
  'ledger.bank_account_in_other_ledger': { status: 409, says: 'This bank account already belongs to another ledger.' },
  'ledger.bank_account_changed': {
    status: 409,
    says: 'This bank account exists with another currency; an account has one currency.',
  },
  'ledger.bank_account_alias_taken': {
    status: 409,
    says: 'This number names another bank account of the ledger already; a number names one.',
  },
  'ledger.code_invalid': { status: 422, says: 'A ledger code is 1 to 35 printable characters, without blanks around.' },
  'ledger.file_changed': { status: 409, says: 'The file changed while it was read. Send it again when it is whole.' },
  'ledger.file_not_set_aside': {
    status: 409,
    says: 'Only a file that is quarantined or held can be released or discarded; this one is not.',
  },
  'ledger.release_refused': {
    status: 422,
    says: 'This finding can not be overruled: what can not be read, does not add up or would be posted twice stays out. Mend its cause and retry, or discard the file.',
  },
  'ledger.reason_missing': {
    status: 422,
    says: 'A decision needs its reason, in 1 to 500 characters: an auditor will read it.',
  },
  'ledger.not_found': { status: 404, says: 'There is no such record in this ledger.' },
  'ledger.run_not_replayable': {
    status: 409,
    says: 'This run was made by a version that did not note its inputs; runs from now on can be replayed.',
  },
  'ledger.key_refused': {
    status: 422,
    says: 'A key is for an actor of 1 to 100 printable characters and for 1 to 1,098 days.',
  },
  'ledger.command_reused': {
    status: 422,
    says: 'This command id was used for something else; a new command needs a new id.',
  },
  'ledger.command_running': {
    status: 409,
    says: 'A command with this id is being carried out; ask again for its answer.',
  },
  'ledger.approval_unknown': { status: 404, says: 'There is no request for approval with this id.' },
  'ledger.approval_decided': { status: 409, says: 'This request was decided already.' },
  'ledger.approval_changed': {
    status: 409,
    says: 'What is approved is not what was asked: look at the request again and approve its hash.',
  },
  'ledger.approval_by_author': { status: 403, says: 'Nobody approves a request of their own; a second person has to.' },
  'ledger.withdrawal_by_another': {
    status: 403,
    says: 'A request is withdrawn by who made it; a second person rejects it.',
  },
  'ledger.stale': {
    status: 412,
    says: 'This changed since it was read: look at it again, with what stands here, and decide anew.',
  },
  'ledger.amount_invalid': {
    status: 422,
    says: 'An amount is a decimal of its currency, greater than zero, such as 120.50.',
  },
  'ledger.currencies_mixed': {
    status: 422,
    says: 'The item is in another currency than the payment: say what of the payment clears it.',
  },
  'ledger.side_mismatch': {
    status: 422,
    says: 'Money in clears what a customer owes, and money out what is owed to one; this is the other way round.',
  },
  'ledger.several_customers': {
    status: 422,
    says: 'Items that clear each other are of one customer and one currency.',
  },
  'ledger.item_not_disputable': {
    status: 422,
    says: 'Only what a customer owes can be disputed, and no more of it than is left and not disputed already.',
  },
  'ledger.dispute_reason_unknown': {
    status: 422,
    says: "This category has no such reason; the list of reasons is the ledger's own, and can be added to.",
  },
  'ledger.dispute_reason_moved': {
    status: 409,
    says: 'A reason stays in its category, so that past disputes keep theirs; a new category wants a new reason.',
  },
  'ledger.dispute_resolved': { status: 409, says: 'This dispute is resolved; reopen it first.' },
  'ledger.dispute_open': { status: 409, says: 'This dispute is open; only one that is resolved can be reopened.' },
  'ledger.dispute_unchanged': { status: 422, says: 'Nothing of the dispute would change.' },
  'ledger.dispute_not_cleared': {
    status: 409,
    says: 'The disputed amount has not been cleared of the item: book what clears it, name the credit note, or reject the dispute.',
  },
  'ledger.posting_not_reversible': {
    status: 409,
    says: 'What a run or a person booked can be taken back, once, and so can a return; what a person took back is done anew instead, and a statement of the bank stands.',
  },
  'ledger.posting_built_on': {
    status: 409,
    says: 'Something that was done later counts on this: take that back first.',
  },
  'ledger.payment_overdrawn': { status: 422, says: 'This is more than is left of the payment.' },
  'ledger.item_overpaid': { status: 422, says: 'This is more than is left of the open item.' },
  'ledger.settlement_unbalanced': {
    status: 422,
    says: 'What is taken and what is cleared are not the same amount; say what the difference is.',
  },
  'ledger.date_invalid': { status: 422, says: 'A day is written YYYY-MM-DD, and exists.' },
  'ledger.iban_invalid': { status: 422, says: 'This is no IBAN: its length or its check digits are wrong.' },
  'ledger.account_refused': {
    status: 422,
    says: 'Nothing is booked on this account by its number: it is the ledger’s own, or no account.',
  },
  'ledger.over_and_under': {
    status: 422,
    says: 'A payment that is more than its items does not leave some of them short: say one or the other.',
  },
  'ledger.discount_late': {
    status: 422,
    says: 'The day of the discount is over, or the document grants none: grant it late, write it off, or dispute it.',
  },
  'ledger.discount_too_large': {
    status: 422,
    says: 'This is more than the discount of the document: what is beyond it is a short payment.',
  },
  'ledger.vat_unknown': {
    status: 422,
    says: 'Nobody said what the document totals by VAT rate: import it, or grant the discount gross.',
  },
  'ledger.base_value_unknown': {
    status: 422,
    says: 'Its value in the base currency is unknown: import what it was booked at, or the rate of its day.',
  },
  'ledger.write_off_over_limit': {
    status: 422,
    says: 'The limits of the ledger do not allow this to be written off, whoever agrees; dispute it, or change them.',
  },
  'ledger.same_customer': { status: 422, says: 'The item is of this customer already.' },
  'ledger.period_not_forward': {
    status: 409,
    says: 'Books are closed up to a later day each time, and never up to one that is not over.',
  },
  'ledger.fec_value_unknown': {
    status: 409,
    says: 'The shape of the FEC is in the base currency, and nobody has said what this line is worth in it. Export as CSV or JSON lines.',
  },
  'ledger.return_exceeds': {
    status: 409,
    says: 'This is more than the posting cleared of the item and nobody has taken back yet.',
  },
  'ledger.collection_differs': {
    status: 422,
    says: 'The payment is not the amount of what was collected: say by hand what it pays.',
  },
  'ledger.payment_claimed': {
    status: 409,
    says: 'Somebody has this payment open at the moment; ask them, or take it over.',
  },
  'ledger.run_applied': { status: 409, says: 'This run is applied already: nothing of it is left to cancel.' },
  'ledger.job_not_cancellable': {
    status: 409,
    says: 'Only matching can be cancelled; a file that is being published is finished or left as it was.',
  },
  'ledger.job_not_dead': {
    status: 409,
    says: 'Only a job that is dead is tried again by hand; the others are, by themselves.',
  },
  'ledger.bulk_not_allowed': {
    status: 422,
    says: 'Somebody has to look at this payment itself: its suggestion can be accepted, but not among many.',
  },
  'ledger.payment_not_queued': { status: 409, says: 'This payment does not wait for a person (any more).' },
  'ledger.row_refused': {
    status: 422,
    says: 'A row can not be taken: `details` says which, why, and what was taken before it. Mend it and send the whole again; what was taken counts once.',
  },
  'ledger.export_refused': {
    status: 422,
    says: 'This kind of export has no such format or parameter: docs/operations.md has the table.',
  },
  'ledger.exports_waiting': {
    status: 409,
    says: 'Twenty exports of this ledger wait to be made; ask again when they are.',
  },
  'ledger.file_too_large': { status: 413, says: 'The file is larger than LETTRAGE_MAX_FILE_MB allows.' },
} as const satisfies Record<string, { status: number; says: string }>;

export type LedgerErrorCode = keyof typeof ledgerErrors;
export type Refusal = Readonly<{ code: LedgerErrorCode; details: Readonly<Record<string, string>> }>;

/** Thrown inside a transaction, so that it rolls back; the doors turn it into a message or a problem document. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
  readonly refusal: Refusal;
  constructor(code: LedgerErrorCode, details: Readonly<Record<string, string>> = {}) {
    const place = Object.entries(details).map(([key, value]) => `${key} ${value}`);
    super(place.length === 0 ? ledgerErrors[code].says : `${ledgerErrors[code].says} (${place.join(', ')})`);
    this.refusal = { code, details };
  }
}
