/**
 * What tiny readers, which share nothing with the parsers, see in a file. They read only what is plain and say null where
 * they can't tell; a parser that accepts a file and says something else about money or days is wrong, or they are.
 */
export type OracleEntry = Readonly<{
  /** Plain decimal with its sign: money out is negative. */
  amount: string;
  bookingDate: string | null;
  valueDate: string | null;
}>;

export type OracleStatement = Readonly<{
  /** Plain decimals with their sign; null when absent, undefined when the reader can't tell. */
  opening: string | null | undefined;
  closing: string | null | undefined;
  entries: readonly OracleEntry[];
}>;

/** Null: the reader can't tell. */
export type Oracle = (bytes: Uint8Array) => readonly OracleStatement[] | null;

/** `-0`, `1.50` and `01.5` in one spelling; null for what is no decimal. */
export function plainNumber(written: string, isNegative: boolean): string | null {
  const parts = /^(\d*)(?:[.,](\d*))?$/.exec(written);
  if (parts === null || written.replace(/[.,]/, '') === '') return null;
  const whole = (parts[1] ?? '').replace(/^0+/, '') || '0';
  const fraction = (parts[2] ?? '').replace(/0+$/, '');
  const digits = fraction === '' ? whole : `${whole}.${fraction}`;
  return isNegative && digits !== '0' ? `-${digits}` : digits;
}
