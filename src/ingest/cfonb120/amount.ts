/**
 * Amounts of 14 characters: 13 digits, and a last one that is overpunched, as on a punched card: it holds its digit and
 * the sign of the whole. `0000000001904}` with two decimals is -190.40, `0000000000974I` is 97.49.
 *
 * @see CFONB, Relevé de compte sur support informatique: zone 91-104
 */
import { parseCurrency, type CurrencyCode } from '../../domain/currency.ts';
import type { Money, Side } from '../../domain/money.ts';
import { refusal } from '../findings.ts';
import { scaledMoney, zone, zoneDigits, zonePosition } from '../fixed-values.ts';

type LastCharacter = Readonly<{ digit: number; side: Side }>;

const lastCharacters = (characters: string, side: Side): readonly (readonly [string, LastCharacter])[] =>
  Array.from(characters, (character, digit) => [character, { digit, side }]);

/** Digit and side of each last character. National 7-bit tables print `{` as `é` and `}` as `è`. */
const overpunched: ReadonlyMap<string, LastCharacter> = new Map([
  ...lastCharacters('{ABCDEFGHI', 'credit'),
  ...lastCharacters('}JKLMNOPQR', 'debit'),
  ...lastCharacters('é', 'credit'),
  ...lastCharacters('è', 'debit'),
]);

/** Currency and decimals in which the amounts of a record are written. */
export type Unit = Readonly<{ currency: CurrencyCode; scale: number }>;

/** An amount ≥ 0 beside its side: a zero may be of either. */
export type SidedAmount = Readonly<{ amount: Money; side: Side }>;

type AmountProblem = 'amount_not_decimal' | 'side_unreadable' | 'amount_too_precise';

/** Reads 14 characters from `first` on; a code of `ingest.…` for what is no such amount. */
export function readOverpunched(record: string, first: number, unit: Unit): SidedAmount | AmountProblem {
  const leading = zoneDigits(record, first, first + 12);
  if (leading === null) return 'amount_not_decimal';
  const last = overpunched.get(record.charAt(first + 12));
  if (last === undefined) return 'side_unreadable';
  const amount = scaledMoney(leading * 10 + last.digit, unit.scale, unit.currency);
  return amount === null ? 'amount_too_precise' : { amount, side: last.side };
}

const messages: Readonly<Record<AmountProblem, string>> = {
  amount_not_decimal: 'The amount is not of 13 digits and a sign',
  side_unreadable: 'The last character of the amount is no digit with its sign',
  amount_too_precise: 'The amount has more decimals than its currency',
};

/**
 * The amount in zone 91-104 of the records 01, 04 and 07.
 *
 * @throws IngestRefusal `ingest.amount_not_decimal`, `ingest.side_unreadable`, `ingest.amount_too_precise`
 */
export function readAmountZone(record: string, line: number, unit: Unit): SidedAmount {
  const read = readOverpunched(record, 91, unit);
  if (typeof read !== 'string') return read;
  const at = zonePosition(line, zone(record, 1, 2), 91, 104);
  throw refusal(`ingest.${read}`, messages[read], at, zone(record, 91, 104));
}

/**
 * The unit of a record, zones 17-19 and 20. Where a record inside a statement leaves one of them blank, it is the one of
 * the opening balance; in the opening balance nothing is guessed.
 *
 * @throws IngestRefusal `ingest.currency_unknown`, `ingest.amount_not_decimal`
 */
export function readUnit(record: string, line: number, opening: Unit | null): Unit {
  if (opening !== null && record.startsWith(opening.currency, 16) && record.charCodeAt(19) === 48 + opening.scale) {
    return opening;
  }
  const code = zone(record, 1, 2);
  const written = zone(record, 17, 19);
  let currency = opening?.currency;
  if (written.trim() !== '' || currency === undefined) {
    const parsed = parseCurrency(written);
    if (!parsed.ok) {
      const what = `The currency "${written}" is not in ISO 4217`;
      throw refusal('ingest.currency_unknown', what, zonePosition(line, code, 17, 19), written);
    }
    currency = parsed.value;
  }
  const isInherited = zone(record, 20, 20) === ' ' && opening !== null;
  const scale = isInherited ? opening.scale : zoneDigits(record, 20, 20);
  if (scale === null) {
    const at = zonePosition(line, code, 20, 20);
    throw refusal('ingest.amount_not_decimal', 'The number of decimals is not a digit', at, zone(record, 20, 20));
  }
  return { currency, scale };
}
