/** Balance lines `:60F:`, `:60M:`, `:62F:`, `:62M:`. @see SWIFT field 60a: 1!a6!n3!a15d */
import { exponentOf, parseCurrency } from '../../domain/currency.ts';
import { signed } from '../../domain/money.ts';
import type { Balance, SourcePosition } from '../../domain/statement.ts';
import { refusal } from '../findings.ts';
import { readSwiftAmount, readSwiftDate } from './amount.ts';

const grammar = /^([CD])(\d{6})([A-Z]{3})(\d[\d.,]*)\s*$/;

/** @throws IngestRefusal `ingest.balance_line_unreadable`, `ingest.date_unreadable`, and those of `readSwiftAmount` */
export function readBalanceLine(
  content: string,
  at: SourcePosition,
): Readonly<{ balance: Balance; isRegular: boolean }> {
  const parts = grammar.exec(content);
  if (parts === null) throw refusal('ingest.balance_line_unreadable', 'The balance line cannot be read', at, content);
  const [, mark, day = '', currency = '', written = ''] = parts;
  const date = readSwiftDate(day);
  if (date === null) throw refusal('ingest.date_unreadable', 'The date of the balance does not exist', at, content);
  const { amount, isRegular } = readSwiftAmount(written, currency, at);
  return { balance: { amount: signed(amount, mark === 'C' ? 'credit' : 'debit'), date: date.date }, isRegular };
}

/** False for a balance line at the end of the file that may lack its last digits: all decimals have to be there. */
export function isBalanceLineWhole(content: string): boolean {
  const [, , , code = '', written = ''] = grammar.exec(content) ?? [];
  const currency = parseCurrency(code);
  const decimals = /[.,](\d*)$/.exec(written)?.[1];
  return currency.ok && decimals !== undefined && decimals.length >= exponentOf(currency.value);
}
