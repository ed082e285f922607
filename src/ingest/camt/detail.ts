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

export function readDetail(element: XmlElement, context: DetailContext): EntryDetail {
  const side = find(element, 'CdtDbtInd') === null ? context.entrySide : readSide(element, detailPath);
  const amount = amountInCurrency(element, context.entryAmount.currency);
  const structured = remittanceOf(element, 'Strd');
  const references = structured.flatMap((part) => {
    const written = textAt(part, 'CdtrRefInf', 'Ref') ?? textAt(part, 'CdtrRefInf', 'CdtrRef');
    return written === null ? [] : [withoutBlanks(written)];
  });
  const returned = find(element, 'RtrInf');
  return {
    amount: amount ?? (context.isOnlyDetail ? context.entryAmount : null),
    side,
    endToEndId: realReference(textAt(element, 'Refs', 'EndToEndId')),
    ...counterparty(element, side, context.ownAccount),
    remittance: [...unstructuredLines(element), ...structured.flatMap(documentNumbers), ...references.slice(1)],
    creditorReference: references[0] ?? null,
    mandateId: realReference(textAt(element, 'Refs', 'MndtId')),
    returnReason:
      returned === null
        ? null
        : firstText(
            find(returned, 'Rsn', 'Cd'),
            find(returned, 'Rsn', 'Prtry'),
            find(returned, 'RtrRsn', 'Cd'),
            find(returned, 'RtrRsn', 'Prtry'),
          ),
  };
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

const unstructuredLines = (element: XmlElement): readonly string[] =>
  remittanceOf(element, 'Ustrd').flatMap((line) => {
    const text = line.text.trim();
    return text === '' ? [] : [text];
  });

/** Document numbers and further words of a structured part: payers put invoice numbers there. */
const documentNumbers = (part: XmlElement): readonly string[] =>
  [...all(part, 'RfrdDocInf').map((document) => find(document, 'Nb')), ...all(part, 'AddtlRmtInf')].flatMap((line) => {
    const text = line?.text.trim() ?? '';
    return text === '' ? [] : [text];
  });
