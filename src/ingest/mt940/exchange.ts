/**
 * Exchange and charges: `/OCMT/USD1000,00/EXCH/1,0956/CHGS/EUR5,00`, in `:86:` and under `:61:`.
 *
 * @see SWIFT Standards MT, field 61 subfield 9: codes OCMT, EXCH, CHGS
 */
import { add, parseAmount, type Money } from '../../domain/money.ts';
import type { Information } from './information-values.ts';

/** ING numbers the charges of the two banks. */
export const exchangeCodes = ['OCMT', 'EXCH', 'CHGS', 'CHGS1', 'CHGS2'] as const;

type Exchange = Pick<Information, 'instructedAmount' | 'exchangeRate' | 'charges'>;

/** @returns false when the value is not what its code announces; then nothing was taken. */
export function takeExchange(exchange: Exchange, code: string, value: string): boolean {
  if (code === 'EXCH') {
    const rate = /^\d{1,12}(?:[.,]\d{0,12})?$/.test(value) ? value.replace(',', '.').replace(/\.$/, '') : null;
    exchange.exchangeRate ??= rate;
    return rate !== null;
  }
  const amount = amountWithCurrency(value);
  if (amount === null) return false;
  if (code === 'OCMT') exchange.instructedAmount ??= amount;
  else if (exchange.charges === null) exchange.charges = amount;
  else if (exchange.charges.currency === amount.currency) exchange.charges = add(exchange.charges, amount);
  else return false;
  return true;
}

/** Takes what stands in the lines under `:61:`, which stay as they are. */
export function readExchangeOfLines(exchange: Exchange, lines: string): void {
  if (!/OCMT|CHGS|EXCH/.test(lines)) return;
  for (const [, code = '', value = ''] of lines.matchAll(/(?:^|\/|\n)(OCMT|EXCH|CHGS[12]?)\/+([^/\n]+)/g)) {
    takeExchange(exchange, code, value.trim());
  }
}

/** `USD1000,00`, `USD 1000.00`. */
function amountWithCurrency(written: string): Money | null {
  const [, code = '', digits = ''] = /^([A-Z]{3}) ?(\d{1,15}(?:[.,]\d*)?)$/.exec(written) ?? [];
  const amount = parseAmount(digits.replace(',', '.'), code);
  return amount.ok ? amount.value : null;
}
