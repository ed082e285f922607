import type { CustomerRecord, RowProblem } from '../../domain/open-item.ts';
import { ok, type Result } from '../../domain/result.ts';
import { isIban } from '../../domain/check-digits.ts';
import type { RowForm } from './row-form.ts';
import { rowValues, type Row, type RowValues } from './values.ts';

const ibansLength = 2_000;

// People write an IBAN in groups of four, and separate IBANs by blanks too: only the start of the next one tells.
// Two letters and two digits at the start of a group, after at least 15 characters, begin another IBAN.
function splitIbans(text: string): readonly string[] {
  const ibans: string[] = [];
  for (const part of text.toUpperCase().split(/[;|]/)) {
    let current = '';
    for (const group of part.split(' ')) {
      const beginsAnother = /^[A-Z]{2}\d{2}/.test(group) && (isIban(current) || group.length >= 15);
      if (beginsAnother && current !== '') ibans.push(current);
      current = beginsAnother ? group : current + group;
    }
    if (current !== '') ibans.push(current);
  }
  return ibans;
}

function readIbans(values: RowValues): Result<readonly string[], RowProblem> {
  const written = values.optionalText('ibans', ibansLength);
  if (!written.ok) return written;
  const ibans = written.value === null ? [] : splitIbans(written.value);
  const wrong = ibans.find((iban) => !isIban(iban));
  return wrong === undefined ? ok([...new Set(ibans)]) : values.refuse('import.iban_invalid', 'ibans', wrong);
}

/**
 * Reads one customer. A wrong IBAN refuses the row: it would name a stranger as the payer.
 *
 * @param line - from 1; the heading of a CSV is line 1.
 */
export function readCustomerRow(row: Row, line: number): Result<CustomerRecord, RowProblem> {
  const values = rowValues(row, line);
  const code = values.text('code', 35);
  if (!code.ok) return code;
  const name = values.text('name', 140);
  if (!name.ok) return name;
  const ibans = readIbans(values);
  if (!ibans.ok) return ibans;
  const terms = values.optionalTerms('payment_terms');
  return terms.ok ? ok({ code: code.value, name: name.value, ibans: ibans.value, paymentTerms: terms.value }) : terms;
}

/** The customer import: its columns and its reader, for `rowReader`. */
export const customerForm: RowForm<CustomerRecord> = {
  required: ['code', 'name'],
  optional: ['ibans', 'payment_terms'],
  amounts: [],
  read: readCustomerRow,
};
