import type { CurrencyCode } from '../../domain/currency.ts';
import type { RowProblem } from '../../domain/open-item.ts';
import { ok, type Result } from '../../domain/result.ts';
import { isIban } from '../../domain/check-digits.ts';
import type { RowForm } from './row-form.ts';
import { rowValues, type Row } from './values.ts';

/** One account of our own that statements come for. */
export type BankAccountRecord = Readonly<{
  /** IBAN or the bank's own number, upper case, no blanks: what the statement names. */
  identifier: string;
  currency: CurrencyCode;
  name: string;
  /** Account of the general ledger, 3 to 12 digits, such as `512100`. */
  glAccount: string;
}>;

// A number that begins like an IBAN is held to its check digits; `10070000/0123456` is a bank's own number.
const looksLikeIban = (text: string): boolean => /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text);

/** Reads one bank account of the company. @param line - from 1; the heading of a CSV is line 1. */
export function readBankAccountRow(row: Row, line: number): Result<BankAccountRecord, RowProblem> {
  const values = rowValues(row, line);
  const identifier = values.compactText('identifier', 70);
  if (!identifier.ok) return identifier;
  if (identifier.value === null) return values.refuse('import.value_missing', 'identifier');
  if (looksLikeIban(identifier.value) && !isIban(identifier.value)) {
    return values.refuse('import.iban_invalid', 'identifier');
  }
  const currency = values.currency('currency');
  if (!currency.ok) return currency;
  const name = values.text('name', 140);
  if (!name.ok) return name;
  const glAccount = values.text('gl_account', 35);
  if (!glAccount.ok) return glAccount;
  return /^\d{3,12}$/.test(glAccount.value)
    ? ok({ identifier: identifier.value, currency: currency.value, name: name.value, glAccount: glAccount.value })
    : values.refuse('import.gl_account_invalid', 'gl_account');
}

/** The bank-account import: its columns and its reader, for `rowReader`. */
export const bankAccountForm: RowForm<BankAccountRecord> = {
  required: ['identifier', 'currency', 'name', 'gl_account'],
  optional: [],
  amounts: [],
  read: readBankAccountRow,
};
