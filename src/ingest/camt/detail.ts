/** One detail of an entry. @see ISO 20022 `Ntry/NtryDtls/TxDtls` */
import type { Money, Side } from '../../domain/money.ts';
import type { EntryDetail, Finding, SourcePosition } from '../../domain/statement.ts';
import { finding } from '../findings.ts';
import { realReference } from '../written-values.ts';
import type { XmlElement } from '../xml-elements.ts';
import { amountInCurrency, exchangeRate, instructedAmount, readCharges } from './amounts.ts';
import { readCounterparty } from './counterparty.ts';
import { child, readSide, textAt } from './read-element.ts';
import { readRemittance } from './remittance.ts';

/** What a detail inherits from its entry, and whose statement it is. */
type DetailContext = Readonly<{
  amount: Money;
  side: Side;
  at: SourcePosition;
  /** The entry's `AmtDtls`: of the only detail when that has none. */
  amountDetails: XmlElement | null;
  isOnlyDetail: boolean;
  ownAccount: string | null;
  findings: Finding[];
}>;

const detailPath = 'Ntry/NtryDtls/TxDtls';
/** The banks' own word for what they do not say. */
const noReason = 'NOTPROVIDED';

export function readDetail(element: XmlElement, entry: DetailContext): EntryDetail {
  const side = child(element, 'CdtDbtInd') === null ? entry.side : readSide(element, detailPath);
  const amount = amountInCurrency(element, entry.amount.currency, `${detailPath}/Amt`);
  const amounts = child(element, 'AmtDtls') ?? (entry.isOnlyDetail ? entry.amountDetails : null);
  const references = child(element, 'Refs');
  const remittance = readRemittance(element);
  for (const reference of remittance.wrongReferences) {
    const what = `The check digits of "${reference}" are wrong`;
    entry.findings.push(finding('ingest.creditor_reference_check_failed', what, entry.at, reference));
  }
  const party = readCounterparty(child(element, 'RltdPties'), side, entry.ownAccount);
  return {
    amount: amount ?? (entry.isOnlyDetail ? entry.amount : null),
    side,
    endToEndId: realReference(textAt(references, 'EndToEndId')),
    counterpartyName: party.counterpartyName,
    counterpartyIban: party.counterpartyIban,
    ultimateCounterpartyName: party.ultimateCounterpartyName,
    instructedAmount: instructedAmount(amounts, entry.amount.currency),
    exchangeRate: exchangeRate(amounts),
    charges: readCharges(element),
    remittance: remittance.lines,
    creditorReference: remittance.creditorReference,
    mandateId: realReference(textAt(references, 'MndtId')),
    returnReason: returnReasonOf(element),
  };
}

/** Null where nothing came back. That it did may be said by the detail's own transaction code alone. */
function returnReasonOf(element: XmlElement): string | null {
  const returned = child(element, 'RtrInf');
  if (returned === null) return textAt(element, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd') === 'RRTN' ? noReason : null;
  const reason = child(returned, 'Rsn');
  const formerly = child(returned, 'RtrRsn');
  return (
    textAt(reason, 'Cd') ?? textAt(reason, 'Prtry') ?? textAt(formerly, 'Cd') ?? textAt(formerly, 'Prtry') ?? noReason
  );
}
