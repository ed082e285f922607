/** One entry of a statement, report or notification. @see ISO 20022 `Ntry`, camt.052/053/054 versions 01 to 13 */
import type { Entry, EntryStatus, Finding } from '../../domain/statement.ts';
import { finding, refusal } from '../findings.ts';
import { realReference } from '../written-values.ts';
import type { XmlElement } from '../xml-elements.ts';
import { readDetail } from './detail.ts';
import { all, find, firstText, positionOf, readAmount, readDate, readSide, textAt } from './read-element.ts';

/**
 * @param ownAccount - the statement's account, which tells the other party of a return.
 * @returns the entry, and what was odd about it.
 * @throws IngestRefusal when the amount, the side or a date can't be read: a statement with a hole is no statement.
 */
export function readEntry(
  element: XmlElement,
  entryIndex: number,
  ownAccount: string | null,
): Readonly<{ entry: Entry; findings: readonly Finding[] }> {
  const at = positionOf(element, 'Ntry');
  const written = find(element, 'Amt');
  if (written === null) throw refusal('ingest.amount_missing', `Entry ${String(entryIndex + 1)} has no Amt`, at);
  const amount = readAmount(written, 'Ntry/Amt');
  const side = readSide(element, 'Ntry');
  const findings: Finding[] = [];

  const detailElements = all(element, 'NtryDtls').flatMap((group) => all(group, 'TxDtls'));
  const counted = countedInBatch(element);
  // One detail of a batch of fifteen is not worth the fifteen.
  const isOnlyDetail = detailElements.length === 1 && (counted === null || counted <= 1);
  const context = { entryAmount: amount, entrySide: side, isOnlyDetail, ownAccount };
  const details = detailElements.map((detail) => readDetail(detail, context));

  if (counted !== null && details.length > 0 && counted !== details.length) {
    const what = `The batch counts ${String(counted)} payments and details ${String(details.length)}`;
    findings.push(finding('ingest.batch_count_differs', what, at));
  }
  const entry: Entry = {
    entryIndex,
    amount,
    side,
    // Kept apart: CdtDbtInd alone is the sign. Three banks' samples with reversals close unflipped, and only so.
    isReversal: ['true', '1'].includes(textAt(element, 'RvslInd')?.toLowerCase() ?? ''),
    status: readStatus(element, findings),
    bookingDate: readDate(find(element, 'BookgDt'), 'Ntry/BookgDt'),
    valueDate: readDate(find(element, 'ValDt'), 'Ntry/ValDt'),
    bankTransactionCode: bankTransactionCode(element),
    accountServicerReference: realReference(textAt(element, 'AcctSvcrRef')),
    additionalInformation: textAt(element, 'AddtlNtryInf'),
    // Also when the bank detailed only a part of the batch: the rest must not pass for one payment.
    batchCount: counted !== null && counted > details.length ? counted : null,
    batchReference: null,
    charges: null,
    details,
    at,
  };
  return { entry, findings };
}

const statusByCode: Readonly<Record<string, EntryStatus>> = {
  BOOK: 'booked',
  PDNG: 'pending',
  FUTR: 'pending',
  INFO: 'information',
};

/** `Sts` is plain text up to version 07, `Sts/Cd` later. Missing means booked: real banks leave it out. */
function readStatus(element: XmlElement, findings: Finding[]): EntryStatus {
  const status = find(element, 'Sts');
  const code = firstText(status === null ? null : find(status, 'Cd'), status);
  if (code === null && (status === null || status.children.length === 0)) return 'booked';
  const known = statusByCode[code ?? ''];
  if (known !== undefined) return known;
  const shown = code ?? textAt(element, 'Sts', 'Prtry') ?? '';
  const at = positionOf(element, 'Ntry/Sts');
  findings.push(finding('ingest.entry_status_unknown', `The status is "${shown.slice(0, 35)}"`, at, shown));
  return 'information';
}

/** `Domn/Fmly/SubFmly` as `PMNT/RCDT/ESCT`, else the bank's own code. */
function bankTransactionCode(element: XmlElement): string | null {
  const domain = find(element, 'BkTxCd', 'Domn');
  if (domain === null) return textAt(element, 'BkTxCd', 'Prtry', 'Cd');
  const parts = [textAt(domain, 'Cd'), textAt(domain, 'Fmly', 'Cd'), textAt(domain, 'Fmly', 'SubFmlyCd')];
  return parts.filter((part) => part !== null).join('/') || null;
}

/** Σ `Btch/NbOfTxs`: inside `NtryDtls`, directly in the entry in version 01. Null when the bank counted nothing. */
function countedInBatch(element: XmlElement): number | null {
  const holders = [element, ...all(element, 'NtryDtls')];
  const counts = holders.flatMap((holder) => {
    const written = textAt(holder, 'Btch', 'NbOfTxs') ?? '';
    // Max15NumericText: some banks fill it up with zeros.
    return /^\d{1,15}$/.test(written) ? [+written] : [];
  });
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}
