/** Who is on the other side of a payment. @see ISO 20022 `TxDtls/RltdPties` */
import { isIban } from '../../domain/check-digits.ts';
import type { Side } from '../../domain/money.ts';
import type { EntryDetail } from '../../domain/statement.ts';
import { normalizeAccount } from '../written-values.ts';
import type { XmlElement } from '../xml-elements.ts';
import { child, textAt } from './read-element.ts';

type Counterparty = Pick<EntryDetail, 'counterpartyName' | 'counterpartyIban' | 'ultimateCounterpartyName'>;

const nobody: Counterparty = { counterpartyName: null, counterpartyIban: null, ultimateCounterpartyName: null };

type Role = Readonly<{ party: string; account: string; ultimate: string }>;

const debtor: Role = { party: 'Dbtr', account: 'DbtrAcct', ultimate: 'UltmtDbtr' };
const creditor: Role = { party: 'Cdtr', account: 'CdtrAcct', ultimate: 'UltmtCdtr' };

/** The debtor of a credit, the creditor of a debit. */
export function readCounterparty(parties: XmlElement | null, side: Side, ownAccount: string | null): Counterparty {
  if (parties === null) return nobody;
  const [expected, opposite] = side === 'credit' ? [debtor, creditor] : [creditor, debtor];
  const iban = ibanOf(child(parties, expected.account));
  // A returned payment keeps the roles of the original: then the expected role is ourselves.
  const isOurselves = iban !== null && iban === ownAccount;
  const role = isOurselves ? opposite : expected;
  const name = nameOf(child(parties, role.party));
  const ultimate = nameOf(child(parties, role.ultimate));
  return {
    counterpartyName: name,
    counterpartyIban: isOurselves ? ibanOf(child(parties, role.account)) : iban,
    ultimateCounterpartyName: ultimate === name ? null : ultimate,
  };
}

/** `Pty` stands between from version 08 on; an agent may stand there too. */
const nameOf = (party: XmlElement | null): string | null => textAt(party, 'Nm') ?? textAt(party, 'Pty', 'Nm');

/** `IBAN`, or an IBAN that the bank put into `Othr`; other numbers are of no use beside IBANs. */
function ibanOf(account: XmlElement | null): string | null {
  const identification = child(account, 'Id');
  if (identification === null) return null;
  const written = textAt(identification, 'IBAN');
  if (written !== null) return normalizeAccount(written);
  const other = textAt(identification, 'Othr', 'Id');
  if (other === null) return null;
  const normalized = normalizeAccount(other);
  return isIban(normalized) ? normalized : null;
}
