import { collectionSchemes, type CollectionRow, type CollectionScheme } from '../../domain/collection.ts';
import { parseCurrency, type CurrencyCode } from '../../domain/currency.ts';
import type { RowProblem } from '../../domain/open-item.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { RowForm } from './row-form.ts';
import { rowValues, type Row, type RowValues } from './values.ts';

const idLength = 35;

/**
 * A row as far as it could be read. A batch is taken whole or not at all, so a wrong row still says of which batch it is.
 */
export type ReadCollectionRow = Readonly<{ reference: string; read: Result<CollectionRow, RowProblem> }>;

/**
 * Reads one row of a collection. Only a row that does not even name its batch is a problem of the file.
 *
 * @param line - from 1; the heading of a CSV is line 1.
 * @see ISO 20022 pain.008 `PmtInf/PmtInfId`, `ReqdColltnDt`, `CtrlSum`, `DrctDbtTxInf/PmtId/EndToEndId`
 */
function readCollectionRow(row: Row, line: number): Result<ReadCollectionRow, RowProblem> {
  const values = rowValues(row, line);
  const reference = values.text('reference', idLength);
  return reference.ok ? ok({ reference: reference.value, read: readRest(values, reference.value) }) : reference;
}

function readRest(values: RowValues, reference: string): Result<CollectionRow, RowProblem> {
  const collectionDate = values.date('collection_date');
  if (!collectionDate.ok) return collectionDate;
  const scheme = readScheme(values);
  if (!scheme.ok) return scheme;
  const endToEndId = values.text('end_to_end_id', idLength);
  if (!endToEndId.ok) return endToEndId;
  const mandateId = values.optionalText('mandate_id', idLength);
  if (!mandateId.ok) return mandateId;
  const customerCode = values.text('customer_code', idLength);
  if (!customerCode.ok) return customerCode;
  const documentNumber = values.text('document_number', idLength);
  if (!documentNumber.ok) return documentNumber;
  const currency = readCurrency(values);
  if (!currency.ok) return currency;
  const amount = values.optionalAmount('amount', currency.value);
  if (!amount.ok) return amount;
  if (amount.value === null) return values.refuse('import.value_missing', 'amount');
  if (amount.value === 0n) return values.refuse('import.amount_zero', 'amount');
  const control = values.optionalAmount('collection_amount', currency.value);
  if (!control.ok) return control;
  return ok({
    reference,
    collectionDate: collectionDate.value,
    scheme: scheme.value,
    currency: currency.value,
    endToEndId: endToEndId.value,
    mandateId: mandateId.value,
    customerCode: customerCode.value,
    documentNumber: documentNumber.value,
    amountMinor: amount.value,
    controlMinor: control.value,
  });
}

function readScheme(values: RowValues): Result<CollectionScheme, RowProblem> {
  const word = values.text('scheme', idLength);
  if (!word.ok) return word;
  const scheme = collectionSchemes.find((one) => one === word.value.toLowerCase());
  return scheme === undefined ? values.refuse('import.scheme_unknown', 'scheme') : ok(scheme);
}

/** Left out, it is the currency of the schemes. */
function readCurrency(values: RowValues): Result<CurrencyCode, RowProblem> {
  const written = values.optionalText('currency', 3);
  if (!written.ok) return written;
  if (written.value !== null) return values.currency('currency');
  const euro = parseCurrency('EUR');
  if (!euro.ok) throw new Error('EUR is no currency');
  return ok(euro.value);
}

/** The collection import: its columns and its reader, for `rowReader`. */
export const collectionForm: RowForm<ReadCollectionRow> = {
  required: ['reference', 'collection_date', 'scheme', 'end_to_end_id', 'customer_code', 'document_number', 'amount'],
  optional: ['mandate_id', 'currency', 'collection_amount'],
  amounts: ['amount', 'collection_amount'],
  read: readCollectionRow,
};
