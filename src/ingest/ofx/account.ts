/** Accounts as OFX names them: an IBAN, or the numbers of bank, branch and account apart. */
import { isIban } from '../../domain/check-digits.ts';
import { frenchIban } from '../national-iban.ts';
import { normalizeAccount } from '../written-values.ts';

/**
 * The IBAN of `BANKACCTFROM` or `BANKACCTTO`: the account number when it is one, or what the three numbers of a French
 * account make. A RIB key in `ACCTKEY` that contradicts them leaves it open.
 *
 * @param get - gives `BANKID`, `BRANCHID`, `ACCTID`, `ACCTKEY`.
 */
export function ibanOfAccount(get: (name: string) => string | null): string | null {
  const part = (name: string): string => normalizeAccount(get(name) ?? '');
  if (isIban(part('ACCTID'))) return part('ACCTID');
  const iban = frenchIban(part('BANKID'), part('BRANCHID'), part('ACCTID'));
  return iban?.endsWith(part('ACCTKEY')) === true ? iban : null;
}
