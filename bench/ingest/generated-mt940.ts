/** The MT940 spelling of generated entries, with the `?20` subfields of German banks: 213 bytes an entry on average. */
import type { StatementPlan } from './generate.ts';
import { dayOf, decimal, entryAt } from './generated-entries.ts';

/** `010101` of `2001-01-01`. */
const shortDay = (statementIndex: number): string => dayOf(statementIndex).slice(2).replaceAll('-', '');

const balance = (tag: string, minor: bigint, day: string): string =>
  `:${tag}:${minor < 0n ? 'D' : 'C'}${day}EUR${decimal(minor < 0n ? -minor : minor, ',')}\r\n`;

export function mt940StatementHead({ statementIndex, openingMinor }: StatementPlan): string {
  const opening = balance('60F', openingMinor, shortDay(Math.max(0, statementIndex - 1)));
  return `:20:STARTUMS\r\n:25:12345678/0000123456\r\n:28C:${(statementIndex % 99_999) + 1}/1\r\n${opening}`;
}

export const mt940StatementFoot = ({ statementIndex, closingMinor }: StatementPlan): string =>
  `${balance('62F', closingMinor, shortDay(statementIndex))}-\r\n`;

/** No hyphens either: a line that begins with one would end the message. */
const plainLetters = (text: string): string => text.normalize('NFD').replaceAll(/[^ -~]|-/g, '');

export function mt940EntryText(entryIndex: number, { statementIndex }: StatementPlan): string {
  const { side, amountMinor, reference, details } = entryAt(entryIndex);
  const [detail] = details;
  const day = shortDay(statementIndex);
  const mark = side === 'credit' ? 'C' : 'D';
  const line = `:61:${day}${day.slice(2)}${mark}R${decimal(amountMinor, ',')}NTRFNONREF//${reference}\r\n`;
  const name = plainLetters(detail?.name ?? '').slice(0, 54);
  const remittance = `EREF+E2E-${entryIndex}?21SVWZ+${detail?.remittance ?? ''}`;
  const information = `:86:166?00GUTSCHRIFT?20${remittance}?31${detail?.iban ?? ''}?32${name}`;
  // Lines of at most 65 characters, as the field allows.
  return `${line}${(information.match(/.{1,65}/g) ?? []).join('\r\n')}\r\n`;
}
