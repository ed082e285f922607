/** One detail of an entry. @see ISO 20022 `Ntry/NtryDtls/TxDtls` */
import type { Money, Side } from '../../domain/money.ts';
import type { EntryDetail } from '../../domain/statement.ts';
import { isIban } from '../../domain/check-digits.ts';
import { normalizeAccount, realReference, withoutBlanks } from '../written-values.ts';
import type { XmlElement } from '../xml-elements.ts';
import { all, find, firstText, readAmount, readSide, textAt } from './read-element.ts';

/** What a detail inherits: the entry's amount when it is the only one, its side, and whose statement it is. */
export type DetailContext = Readonly<{
  entryAmount: Money;
  entrySide: Side;
  isOnlyDetail: boolean;
  ownAccount: string | null;
}>;

const detailPath = 'Ntry/NtryDtls/TxDtls';
/** The banks' own word for what they do not say. */
const noReason = 'NOTPROVIDED';

export function readDetail(element: XmlElement, context: DetailContext): EntryDetail {
  const side = find(element, 'CdtDbtInd') === null ? context.entrySide : readSide(element, detailPath);
  const amount = amountInCurrency(element, context.entryAmount.currency);
  const structured = remittanceOf(element, 'Strd');
  const references = structured.flatMap(creditorReferences);
  const words = [
    ...unstructuredLines(element),
    ...structured.flatMap(otherReferences),
    ...structured.flatMap(documentNumbers),
    ...references.slice(1),
  ];
  return {
    amount: amount ?? (context.isOnlyDetail ? context.entryAmount : null),
    side,
    endToEndId: realReference(textAt(element, 'Refs', 'EndToEndId')),
    ...counterparty(element, side, context.ownAccount),
    ultimateCounterpartyName: null,
    instructedAmount: null,
    exchangeRate: null,
    charges: null,
    // Some banks have no other place for what the payer wrote.
    remittance: words.length > 0 || references.length > 0 ? words : linesOf([find(element, 'AddtlTxInf')]),
    creditorReference: references[0] ?? null,
    mandateId: realReference(textAt(element, 'Refs', 'MndtId')),
    returnReason: returnReasonOf(element),
  };
}

/** Null where nothing came back. That it did may be said by the detail's own transaction code alone. */
function returnReasonOf(element: XmlElement): string | null {
  const returned = find(element, 'RtrInf');
  if (returned === null) return textAt(element, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd') === 'RRTN' ? noReason : null;
  const written = ['Rsn', 'RtrRsn'].flatMap((name) => [find(returned, name, 'Cd'), find(returned, name, 'Prtry')]);
  return firstText(...written) ?? noReason;
}

/**
 * The amount in the entry's currency: `Amt` (from version 03), `TxAmt`, the counter value, the instructed amount.
 * Foreign amounts stay out: matching is done in the currency of the account.
 */
function amountInCurrency(element: XmlElement, currency: string): Money | null {
  const details = find(element, 'AmtDtls');
  const candidates = [
    find(element, 'Amt'),
    ...(['TxAmt', 'CntrValAmt', 'InstdAmt'] as const).map((name) =>
      details === null ? null : find(details, name, 'Amt'),
    ),
  ];
  for (const candidate of candidates) {
    if (candidate?.attributes['Ccy'] === currency) return readAmount(candidate, `${detailPath}/Amt`);
  }
  // An `Amt` whose currency is missing or misspelt must not pass for "no amount".
  const [own] = candidates;
  if (own !== null && own !== undefined) readAmount(own, `${detailPath}/Amt`);
  return null;
}

/** The other party: debtor of a credit, creditor of a debit. `Pty` stands between from version 08 on. */
function counterparty(
  element: XmlElement,
  side: Side,
  ownAccount: string | null,
): Pick<EntryDetail, 'counterpartyName' | 'counterpartyIban'> {
  const parties = find(element, 'RltdPties');
  if (parties === null) return { counterpartyName: null, counterpartyIban: null };
  const party = (role: 'Dbtr' | 'Cdtr'): Readonly<{ name: string | null; account: string | null }> => ({
    name: firstText(find(parties, role, 'Nm'), find(parties, role, 'Pty', 'Nm')),
    account: ibanOf(find(parties, `${role}Acct`)),
  });
  const other = side === 'credit' ? party('Dbtr') : party('Cdtr');
  // A returned payment keeps the roles of the original: then the expected role is ourselves.
  const isOurselves = other.account !== null && other.account === ownAccount;
  const chosen = isOurselves ? (side === 'credit' ? party('Cdtr') : party('Dbtr')) : other;
  return { counterpartyName: chosen.name, counterpartyIban: chosen.account };
}

/** `IBAN`, or an IBAN that the bank put into `Othr`; other numbers are of no use beside IBANs. */
function ibanOf(account: XmlElement | null): string | null {
  if (account === null) return null;
  const written = textAt(account, 'Id', 'IBAN');
  if (written !== null) return normalizeAccount(written);
  const other = normalizeAccount(textAt(account, 'Id', 'Othr', 'Id') ?? '');
  return isIban(other) ? other : null;
}

const remittanceOf = (element: XmlElement, name: 'Ustrd' | 'Strd'): readonly XmlElement[] =>
  all(element, 'RmtInf').flatMap((information) => all(information, name));

const unstructuredLines = (element: XmlElement): readonly string[] => linesOf(remittanceOf(element, 'Ustrd'));

const linesOf = (elements: readonly (XmlElement | null)[]): readonly string[] =>
  elements.flatMap((element) => {
    const text = element?.text.trim() ?? '';
    return text === '' ? [] : [text];
  });

/** The type of a reference or document: `SCOR`, `CINV`, `PUOR`; null when the bank says none, or a word of its own. */
const typeOf = (reference: XmlElement): string | null =>
  firstText(find(reference, 'Tp', 'CdOrPrtry', 'Cd'), find(reference, 'CdtrRefTp', 'Cd'), find(reference, 'Tp', 'Cd'));

/** @see ISO 20022 `DocumentType3Code`: all but `SCOR` are references of somebody else, such as an order (`PUOR`). */
const isOfOtherType = (reference: XmlElement): boolean => !['SCOR', null].includes(typeOf(reference));

const writtenReference = (reference: XmlElement): string | null =>
  textAt(reference, 'Ref') ?? textAt(reference, 'CdtrRef');

function creditorReferences(part: XmlElement): readonly string[] {
  const reference = find(part, 'CdtrRefInf');
  const written = reference === null || isOfOtherType(reference) ? null : writtenReference(reference);
  return written === null ? [] : [withoutBlanks(written)];
}

/** `PUOR 10405443`: kept with its type, or an order would pass for an invoice. */
function otherReferences(part: XmlElement): readonly string[] {
  const reference = find(part, 'CdtrRefInf');
  if (reference === null || !isOfOtherType(reference)) return [];
  const written = writtenReference(reference);
  return written === null ? [] : [`${typeOf(reference) ?? ''} ${written}`];
}

/** Documents that a payer pays. @see ISO 20022 `DocumentType6Code` */
const payableTypes: ReadonlySet<string | null> = new Set([null, 'CINV', 'MSIN', 'SBIN', 'HIRI', 'DNTR', 'AROI']);

/** Document numbers and further words of a structured part: payers put invoice numbers there. */
const documentNumbers = (part: XmlElement): readonly string[] => [
  ...all(part, 'RfrdDocInf').flatMap((document) => {
    const type = typeOf(document);
    return linesOf([find(document, 'Nb')]).map((number) =>
      payableTypes.has(type) ? number : `${type ?? ''} ${number}`,
    );
  }),
  ...linesOf(all(part, 'AddtlRmtInf')),
];
