/** A suggestion beside the books as they stand: its arithmetic, and whether what it saw still holds. Pure. */
import type { CurrencyCode } from '../../domain/currency.ts';
import type { OpenItemId } from '../../domain/ids.ts';
import type { MatchCertificate, Proposal } from '../../domain/match.ts';
import { money, parseAmount, type Money } from '../../domain/money.ts';

/**
 * paid = debits − credits − writtenOff + leftOver, where payment and items are of one currency. `debits` and `credits` are
 * of the items' currency, the others of the payment's.
 */
export type ProposalArithmetic = Readonly<{
  paid: Money;
  debits: Money;
  credits: Money;
  /** Negative: more was paid than is cleared. */
  writtenOff: Money;
  leftOver: Money;
}>;

type Decided = Pick<MatchCertificate, 'paymentAmount' | 'currency'>;
type Sums = Pick<Proposal, 'lines' | 'currency' | 'writeOff' | 'unapplied'>;

export function arithmeticOf(decided: Decided, { lines, currency, writeOff, unapplied }: Sums): ProposalArithmetic {
  const cleared = (isCredit: boolean) =>
    lines
      .filter(({ kind }) => (kind === 'credit_note') === isCredit)
      .reduce((sum, line) => sum + amount(line.cleared, currency).minor, 0n);
  return {
    paid: amount(decided.paymentAmount, decided.currency),
    debits: money(cleared(false), currency),
    credits: money(cleared(true), currency),
    writtenOff: writeOff === null ? money(0n, decided.currency) : amount(writeOff.amount, writeOff.currency),
    leftOver: amount(unapplied, decided.currency),
  };
}

/** Whether payment and items still are as the suggestion saw them: else a person who accepts it is refused. */
export function isStanding(
  decided: Decided,
  { lines, currency }: Pick<Proposal, 'lines' | 'currency'>,
  unapplied: Money,
  residualMinorById: ReadonlyMap<OpenItemId, bigint>,
): boolean {
  return (
    amount(decided.paymentAmount, decided.currency).minor === unapplied.minor &&
    lines.every(({ openItemId, residual }) => residualMinorById.get(openItemId) === amount(residual, currency).minor)
  );
}

function amount(decimal: string, currency: CurrencyCode): Money {
  const parsed = parseAmount(decimal, currency);
  if (!parsed.ok) throw new Error(`a certificate says ${decimal} ${currency}`);
  return parsed.value;
}
