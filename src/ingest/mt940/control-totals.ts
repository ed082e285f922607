/** `:90D:` and `:90C:`: how many entries the bank counted, and their sums. @see SWIFT field 90: 5n3!a15d */
import type { CurrencyCode } from '../../domain/currency.ts';
import { parseAmount } from '../../domain/money.ts';
import type { ControlTotals } from '../check-statement.ts';

type ControlTotalsReader = Readonly<{
  /** Takes one field; one that cannot be read, or is in another currency, controls nothing. */
  take: (tag: string, content: string, currency: CurrencyCode | null) => void;
  values: () => ControlTotals | null;
}>;

const nothing: ControlTotals = {
  entryCount: null,
  creditCount: null,
  debitCount: null,
  sumMinor: null,
  creditsMinor: null,
  debitsMinor: null,
};

export function controlTotals(): ControlTotalsReader {
  let totals: ControlTotals | null = null;
  return {
    take(tag, content, currency) {
      const [, digits = '', code = '', written = ''] = /^(\d{1,5})([A-Z]{3})(\d[\d,.]*)$/.exec(content) ?? [];
      const sum = parseAmount(written.replace(',', '.'), code);
      if (!sum.ok || sum.value.currency !== currency) return;
      const { minor } = sum.value;
      totals =
        tag === '90C'
          ? { ...(totals ?? nothing), creditCount: +digits, creditsMinor: minor }
          : { ...(totals ?? nothing), debitCount: +digits, debitsMinor: minor };
    },
    values: () => totals,
  };
}
