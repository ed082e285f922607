/** One entry of a statement, report or notification. @see ISO 20022 `Ntry`, camt.052/053/054 versions 01 to 13 */
import type { Entry, EntryStatus, Finding } from '../../domain/statement.ts';
import { finding, refusal } from '../findings.ts';
import { realReference } from '../written-values.ts';
import type { XmlElement } from '../xml-elements.ts';
import { readDetail } from './detail.ts';
import { readCharges } from './amounts.ts';
import { all, child, positionOf, readAmount, readDate, readSide, textAt, textOf } from './read-element.ts';

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
  const written = child(element, 'Amt');
  if (written === null) throw refusal('ingest.amount_missing', `Entry ${String(entryIndex + 1)} has no Amt`, at);
  const amount = readAmount(written, 'Ntry/Amt');
  const side = readSide(element, 'Ntry');
  const findings: Finding[] = [];

  const groups = all(element, 'NtryDtls');
  const [onlyGroup] = groups;
  const detailElements =
    groups.length === 1 && onlyGroup !== undefined
      ? all(onlyGroup, 'TxDtls')
      : groups.flatMap((group) => all(group, 'TxDtls'));
  const batches = batchesOf(element, groups);
  const counted = countedIn(batches);
  // One detail of a batch of fifteen is not worth the fifteen.
  const isOnlyDetail = detailElements.length === 1 && (counted === null || counted <= 1);
  const amountDetails = child(element, 'AmtDtls');
  const context = { amount, side, at, amountDetails, isOnlyDetail, ownAccount, findings };
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
    isReversal: isTrue(textAt(element, 'RvslInd')),
    status: readStatus(element, findings),
    bookingDate: readDate(child(element, 'BookgDt'), 'Ntry/BookgDt'),
    valueDate: readDate(child(element, 'ValDt'), 'Ntry/ValDt'),
    bankTransactionCode: bankTransactionCode(element),
    accountServicerReference: realReference(textAt(element, 'AcctSvcrRef')),
    additionalInformation: textAt(element, 'AddtlNtryInf'),
    // Also when the bank detailed only a part of the batch: the rest must not pass for one payment.
    batchCount: counted !== null && counted > details.length ? counted : null,
    batchReference: batchReferenceIn(batches),
    charges: readCharges(element),
    details,
    at,
  };
  return { entry, findings };
}

const isTrue = (written: string | null): boolean => written !== null && /^(?:true|1)$/i.test(written);

const statusByCode: Readonly<Record<string, EntryStatus>> = {
  BOOK: 'booked',
  PDNG: 'pending',
  FUTR: 'pending',
  INFO: 'information',
};

/** `Sts` is plain text up to version 07, `Sts/Cd` later. Missing means booked: real banks leave it out. */
function readStatus(element: XmlElement, findings: Finding[]): EntryStatus {
  const status = child(element, 'Sts');
  const code = textAt(status, 'Cd') ?? textOf(status);
  if (code === null && (status === null || status.firstChild === null)) return 'booked';
  const known = statusByCode[code ?? ''];
  if (known !== undefined) return known;
  const shown = code ?? textAt(element, 'Sts', 'Prtry') ?? '';
  const at = positionOf(element, 'Ntry/Sts');
  findings.push(finding('ingest.entry_status_unknown', `The status is "${shown.slice(0, 35)}"`, at, shown));
  return 'information';
}

/** `Domn/Fmly/SubFmly` as `PMNT/RCDT/ESCT`, else the bank's own code. */
function bankTransactionCode(element: XmlElement): string | null {
  const code = child(element, 'BkTxCd');
  const domain = child(code, 'Domn');
  if (domain === null) return textAt(code, 'Prtry', 'Cd');
  const parts = [textAt(domain, 'Cd'), textAt(domain, 'Fmly', 'Cd'), textAt(domain, 'Fmly', 'SubFmlyCd')];
  return parts.filter((part) => part !== null).join('/') || null;
}

/** `Btch`: inside `NtryDtls`, directly in the entry in version 01. */
function batchesOf(element: XmlElement, groups: readonly XmlElement[]): readonly XmlElement[] {
  const batches: XmlElement[] = [...all(element, 'Btch')];
  for (const group of groups) batches.push(...all(group, 'Btch'));
  return batches;
}

/** Σ `NbOfTxs`; null when the bank counted nothing. */
function countedIn(batches: readonly XmlElement[]): number | null {
  let sum: number | null = null;
  for (const batch of batches) {
    const written = textAt(batch, 'NbOfTxs') ?? '';
    // Max15NumericText: some banks fill it up with zeros.
    if (/^\d{1,15}$/.test(written)) sum = (sum ?? 0) + +written;
  }
  return sum;
}

/** The name that the maker of the batch gave it: links it to pain.001, pain.008 and camt.054. */
function batchReferenceIn(batches: readonly XmlElement[]): string | null {
  for (const name of ['PmtInfId', 'MsgId'] as const) {
    for (const batch of batches) {
      const reference = realReference(textAt(batch, name));
      if (reference !== null) return reference;
    }
  }
  return null;
}
