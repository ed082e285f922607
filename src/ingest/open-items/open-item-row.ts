import type { CurrencyCode } from '../../domain/currency.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { EarlyPaymentDiscount, OpenItemKind, OpenItemRecord, RowProblem } from '../../domain/open-item.ts';
import { dueDateOf, type PaymentTerms } from '../../domain/payment-terms.ts';
import { ok, type Result } from '../../domain/result.ts';
import { isCreditorReference } from '../../domain/check-digits.ts';
import type { RowForm, TargetLedger } from './row-form.ts';
import { rowValues, type Row, type RowValues } from './values.ts';
import { readVatShares } from './vat-shares.ts';

const codeLength = 35;
const textLength = 140;
const kinds: ReadonlySet<string> = new Set<OpenItemKind>(['invoice', 'credit_note', 'down_payment']);
const isKind = (word: string): word is OpenItemKind => kinds.has(word);

function readKind(values: RowValues): Result<OpenItemKind, RowProblem> {
  const kind = values.text('kind', codeLength);
  if (!kind.ok) return kind;
  return isKind(kind.value) ? ok(kind.value) : values.refuse('import.kind_unknown', 'kind');
}

type Amounts = Readonly<{ currency: CurrencyCode; amountMinor: bigint; residualMinor: bigint }>;

// An absent residual means a document nothing was paid on.
function readAmounts(values: RowValues): Result<Amounts, RowProblem> {
  const currency = values.currency('currency');
  if (!currency.ok) return currency;
  const amount = values.optionalAmount('amount', currency.value);
  if (!amount.ok) return amount;
  if (amount.value === null) return values.refuse('import.value_missing', 'amount');
  if (amount.value === 0n) return values.refuse('import.amount_zero', 'amount');
  const residual = values.optionalAmount('residual', currency.value);
  if (!residual.ok) return residual;
  const residualMinor = residual.value ?? amount.value;
  return residualMinor > amount.value
    ? values.refuse('import.residual_over_amount', 'residual')
    : ok({ currency: currency.value, amountMinor: amount.value, residualMinor });
}

// Only a reference that claims to be ISO 11649 is held to its check digits: QRR and others are kept as they are.
const looksLikeIso11649 = (reference: string): boolean => /^RF\d{2}/.test(reference);

/** A structured reference of ours, upper case, blanks removed; null when the column is empty. */
export function readCreditorReference(values: RowValues, column: string): Result<string | null, RowProblem> {
  const reference = values.compactText(column, codeLength);
  if (!reference.ok || reference.value === null) return reference;
  return looksLikeIso11649(reference.value) && !isCreditorReference(reference.value)
    ? values.refuse('import.creditor_reference_invalid', column)
    : reference;
}

/** The two facts that say when a document falls due, and whether the file said it or the terms did. */
export type Due = Pick<OpenItemRecord, 'dueDate' | 'dueDateSource'>;

/** The day that the file gives, else the one that the terms make of the document's own day. */
export const dueOf = (given: LocalDate | null, issueDate: LocalDate, terms: PaymentTerms): Due =>
  given === null
    ? { dueDate: dueDateOf(issueDate, terms), dueDateSource: 'derived' }
    : { dueDate: given, dueDateSource: 'given' };

/** What a document in another currency was booked at; one in the currency of the books has nothing to say here. */
function readBaseAmount(
  values: RowValues,
  currency: CurrencyCode,
  baseCurrency: CurrencyCode,
): Result<bigint | null, RowProblem> {
  const base = values.optionalAmount('base_amount', baseCurrency);
  if (!base.ok || base.value === null) return base;
  if (currency === baseCurrency) return values.refuse('import.base_amount_needless', 'base_amount');
  return base.value === 0n ? values.refuse('import.amount_zero', 'base_amount') : base;
}

/** Both columns or neither; a percentage of 0 is no discount, whatever day stands beside it. */
function readDiscount(values: RowValues): Result<EarlyPaymentDiscount | null, RowProblem> {
  const percent = values.optionalPercent('discount_percent');
  if (!percent.ok) return percent;
  const until = values.optionalDate('discount_until');
  if (!until.ok) return until;
  if (percent.value === 0) return ok(null);
  if (percent.value === null) {
    return until.value === null ? ok(null) : values.refuse('import.value_missing', 'discount_percent');
  }
  return until.value === null
    ? values.refuse('import.value_missing', 'discount_until')
    : ok({ bp: percent.value, until: until.value });
}

/**
 * Reads one document of the receivables ledger; the first thing wrong with it is the problem.
 *
 * @param line - from 1; the heading of a CSV is line 1.
 * @see docs/errors.md for the codes
 */
export function readOpenItemRow(
  row: Row,
  line: number,
  { baseCurrency, termsOf }: TargetLedger,
): Result<OpenItemRecord, RowProblem> {
  const values = rowValues(row, line);
  const customerCode = values.text('customer_code', codeLength);
  if (!customerCode.ok) return customerCode;
  const documentNumber = values.text('document_number', codeLength);
  if (!documentNumber.ok) return documentNumber;
  const kind = readKind(values);
  if (!kind.ok) return kind;
  const amounts = readAmounts(values);
  if (!amounts.ok) return amounts;
  const issueDate = values.date('issue_date');
  if (!issueDate.ok) return issueDate;
  const dueDate = values.optionalDate('due_date');
  if (!dueDate.ok) return dueDate;
  const creditorReference = readCreditorReference(values, 'creditor_reference');
  if (!creditorReference.ok) return creditorReference;
  const purchaseOrder = values.optionalText('purchase_order', textLength);
  if (!purchaseOrder.ok) return purchaseOrder;
  const discount = readDiscount(values);
  if (!discount.ok) return discount;
  const vat = readVatShares(values, 'vat', amounts.value);
  if (!vat.ok) return vat;
  const baseAmount = readBaseAmount(values, amounts.value.currency, baseCurrency);
  if (!baseAmount.ok) return baseAmount;
  const asOf = values.optionalDate('as_of');
  if (!asOf.ok) return asOf;
  return ok({
    customerCode: customerCode.value,
    documentNumber: documentNumber.value,
    kind: kind.value,
    ...amounts.value,
    issueDate: issueDate.value,
    ...dueOf(dueDate.value, issueDate.value, termsOf(customerCode.value)),
    creditorReference: creditorReference.value,
    purchaseOrder: purchaseOrder.value,
    discount: discount.value,
    vat: vat.value,
    baseAmountMinor: baseAmount.value,
    asOf: asOf.value,
  });
}

/** The open-item import of one ledger: its columns and its reader, for `rowReader`. */
export const openItemForm = (target: TargetLedger): RowForm<OpenItemRecord> => ({
  required: ['customer_code', 'document_number', 'kind', 'currency', 'amount', 'issue_date'],
  optional: [
    'due_date',
    'residual',
    'creditor_reference',
    'purchase_order',
    'discount_percent',
    'discount_until',
    'vat',
    'base_amount',
    'as_of',
  ],
  amounts: ['amount', 'residual', 'base_amount'],
  read: (row, line) => readOpenItemRow(row, line, target),
});
