/**
 * Why a row of an import was not taken: one table of codes, each with a sentence that says what to do.
 *
 * A bad row never stops an import: the rows around it are taken, and the problem says which line to mend and send again.
 * Only a heading that can't be trusted stops the file, because every amount below it could be read from the wrong column.
 */
import type { RowProblem } from '../../domain/open-item.ts';

export const rowProblemSentences = {
  'import.heading_missing':
    'The file has no heading line. Write the column names in line 1, separated by a comma, semicolon or tab.',
  'import.column_unknown':
    'This column is not known, and a misspelt column could change an amount. Rename it, or leave it out.',
  'import.column_missing': 'This column is needed and absent. Add it.',
  'import.column_twice': 'This column is there twice. Keep one of them.',
  'import.value_count':
    'The row has more or fewer values than the heading has columns. Look for a separator or a quote inside a value.',
  'import.row_unreadable': 'The row can not be read. CSV: close every quote. JSON lines: write one object per line.',
  'import.row_too_long': 'The row is longer than 65,536 characters. Look for a missing line end or a missing quote.',
  'import.value_missing': 'This value is needed and empty. Fill it in.',
  'import.value_too_long': 'This text is too long. Shorten it: 35 characters for a code or number, 140 for a name.',
  'import.value_not_printable':
    'This text holds a control character, or bytes that are not UTF-8. Remove it, or save the file as UTF-8.',
  'import.value_not_text': 'This value is not text. Put it between quotes.',
  'import.amount_not_text':
    'This amount is a JSON number, and JSON numbers lose cents. Write it between quotes: "1250.00".',
  'import.amount_not_decimal':
    'This is not a decimal amount. Write digits, a point, digits, without blanks: 1250.00 for 1 250,00.',
  'import.amount_too_precise': 'This amount has more decimals than its currency has. Write whole cents.',
  'import.amount_out_of_range': 'This amount is too large to be stored exactly. Check it.',
  'import.amount_negative': 'This amount is below zero. Write it without a sign: the kind of document gives the side.',
  'import.amount_zero': 'The total of a document can not be zero. Check the amount, or leave the document out.',
  'import.percent_invalid':
    'This is not a percentage from 0 to 99.99. Write digits, a point, two digits at most: 2.5 for 2,5 %.',
  'import.residual_over_amount': 'More is left open than the document totals. Check residual and amount.',
  'import.kind_unknown': 'This kind of document is not known. Write invoice, credit_note or down_payment.',
  'import.currency_unknown': 'This is not a known currency. Write the ISO 4217 code in capitals, such as EUR.',
  'import.scheme_unknown': 'This is no scheme of direct debits. Write core or b2b.',
  'import.date_invalid': 'This is not a day that exists. Write YYYY-MM-DD.',
  'import.iban_invalid': 'The check digits of this IBAN are wrong. Copy it again from the customer or the bank.',
  'import.creditor_reference_invalid':
    'The check digits of this RF reference are wrong (ISO 11649). Copy it again from the document.',
  'import.terms_unknown':
    'These payment terms are not known. Write net:30, eom:45 (45 days, then the end of the month) or eom_then:45 (the end of the month, then 45 days).',
  'import.vat_unreadable':
    'This is not a VAT rate and its gross amount. Write 20:1200.00|5.5:105.50, each rate once, from 0 to 100.',
  'import.vat_sum_differs':
    'The gross amounts of the VAT rates do not add up to the amount of the document. Check them, or leave vat empty.',
  'import.base_amount_needless':
    'This document is in the currency of the books: base_amount is for other currencies only. Leave it empty.',
  'import.fec_line_count':
    'The line has more or fewer values than the heading has columns. Look for a separator or a line break inside a text, and export again.',
  'import.fec_amount_unreadable':
    'This is not an amount of a FEC. Write digits, a comma, digits, one sign before or behind, no blanks: 1250,00 or -1250,00.',
  'import.fec_side_unknown': 'This is not a side. Write D or C, or +1 or -1.',
  'import.fec_date_invalid': 'This is not a day that exists. Write it as a FEC does, YYYYMMDD.',
  'import.fec_opening_global':
    'This opening balance does not say of which documents it is made, so nothing of it can be lettered. Import them as CSV, or export the opening entries in detail.',
  'import.fec_cash_unapplied':
    'This is money that came in and was lettered with nothing: it is no document. Letter it in the accounts, or enter it as what is left of the document that it pays.',
  'import.fec_rest_unknown':
    'What is left of this document is not known, because a line that belongs to it could not be read. Mend the lines that are named, and import the file again.',
  'import.fec_currencies_mixed':
    'Lines of several currencies were lettered together and do not balance, so what is left of each is not known. Complete the lettering, or import these documents as CSV.',
  'import.rate_invalid':
    'This is not an exchange rate. Write what one unit of the currency of the books buys, above zero: 1.0842.',
  'import.gl_account_invalid': 'This is not a general ledger account. Write 3 to 12 digits, such as 512100.',
  'import.policy_unknown': 'This is no choice for a doubt. Write hold, publish or quarantine, or leave it empty.',
  'import.policy_never_unproved':
    'A statement that does not add up is never published: nobody knows which of its amounts is wrong. Write hold or quarantine.',
  'import.master_format_unknown':
    'Statements of this format are not posted. Write camt.053, mt940, cfonb120, coda, bai2 or ofx.',
} as const satisfies Readonly<Record<`import.${string}`, string>>;

export type RowProblemCode = keyof typeof rowProblemSentences;

const foundLength = 200;

/** `where` is a column name, or null when the row as a whole is meant. */
export function rowProblem(code: RowProblemCode, line: number, where: string | null, found: string | null): RowProblem {
  const sentence = rowProblemSentences[code];
  return {
    line,
    code,
    message: where === null ? sentence : `${where}: ${sentence}`,
    found: found === null ? null : found.slice(0, foundLength),
  };
}
