import { whenInDoubt, whenUnproved, type AccountSettings } from '../../domain/account-policy.ts';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { RowProblem } from '../../domain/open-item.ts';
import { ok, type Result } from '../../domain/result.ts';
import { roleOfFormat, type StatementFormat } from '../../domain/statement.ts';
import { isIban } from '../../domain/check-digits.ts';
import type { RowForm } from './row-form.ts';
import { rowValues, type Row, type RowValues } from './values.ts';

/** One account of our own that statements come for. */
type BankAccountRecord = AccountSettings &
  Readonly<{
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
  if (!/^\d{3,12}$/.test(glAccount.value)) return values.refuse('import.gl_account_invalid', 'gl_account');
  const settings = readSettings(values);
  if (!settings.ok) return settings;
  return ok({
    identifier: identifier.value,
    currency: currency.value,
    name: name.value,
    glAccount: glAccount.value,
    ...settings.value,
  });
}

const doubtColumns = {
  on_missing_statement: 'onMissingStatement',
  on_absent_balance: 'onAbsentBalance',
  on_totals_mismatch: 'onTotalsMismatch',
  on_sequence_gap: 'onSequenceGap',
} as const;

/** What is left empty stays as it is. */
function readSettings(values: RowValues): Result<AccountSettings, RowProblem> {
  const policy: Partial<Record<(typeof doubtColumns)[keyof typeof doubtColumns], (typeof whenInDoubt)[number]>> = {};
  for (const [column, key] of Object.entries(doubtColumns)) {
    const choice = values.optionalText(column, 35);
    if (!choice.ok) return choice;
    const known = whenInDoubt.find((one) => one === choice.value);
    if (choice.value !== null && known === undefined) return values.refuse('import.policy_unknown', column);
    if (known !== undefined) policy[key] = known;
  }
  const unproved = values.optionalText('on_balance_mismatch', 35);
  if (!unproved.ok) return unproved;
  const onBalanceMismatch = whenUnproved.find((one) => one === unproved.value);
  if (unproved.value !== null && onBalanceMismatch === undefined) {
    return values.refuse('import.policy_never_unproved', 'on_balance_mismatch');
  }
  const masterFormat = readMasterFormat(values);
  if (!masterFormat.ok) return masterFormat;
  const aliases = readAliases(values);
  if (!aliases.ok) return aliases;
  return ok({
    ...policy,
    ...(onBalanceMismatch === undefined ? {} : { onBalanceMismatch }),
    ...(masterFormat.value === null ? {} : { masterFormat: masterFormat.value }),
    ...(aliases.value === null ? {} : { aliases: aliases.value }),
  });
}

const isPosted = (text: string): text is StatementFormat =>
  Object.entries(roleOfFormat).some(([format, role]) => format === text && role === 'booked');

function readMasterFormat(values: RowValues): Result<StatementFormat | null, RowProblem> {
  const written = values.optionalText('master_format', 35);
  if (!written.ok || written.value === null) return written.ok ? ok(null) : written;
  const format = written.value.toLowerCase();
  return isPosted(format) ? ok(format) : values.refuse('import.master_format_unknown', 'master_format');
}

/** Several separated by `;` or `|`. A lone `-` takes them all away. */
function readAliases(values: RowValues): Result<readonly string[] | null, RowProblem> {
  const written = values.compactText('aliases', 700);
  if (!written.ok || written.value === null) return written.ok ? ok(null) : written;
  if (written.value === '-') return ok([]);
  const aliases = written.value.split(/[;|]/).filter((alias) => alias !== '');
  const wrong = aliases.find((alias) => looksLikeIban(alias) && !isIban(alias));
  if (wrong !== undefined) return values.refuse('import.iban_invalid', 'aliases', wrong);
  const long = aliases.find((alias) => alias.length > 70);
  return long === undefined ? ok(aliases) : values.refuse('import.value_too_long', 'aliases', long);
}

/** The bank-account import: its columns and its reader, for `rowReader`. */
export const bankAccountForm: RowForm<BankAccountRecord> = {
  required: ['identifier', 'currency', 'name', 'gl_account'],
  optional: [...Object.keys(doubtColumns), 'on_balance_mismatch', 'master_format', 'aliases'],
  amounts: [],
  read: readBankAccountRow,
};
