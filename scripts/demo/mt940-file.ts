/**
 * Writes a statement as MT940, the way banks in the German style do: `:86:` in subfields `?00` to `?33`,
 * each of at most 27 characters, so that text and references break anywhere.
 */
import type { BookedEntry, DemoPayment } from './model.ts';
import { amountOf, decimalComma } from './money-text.ts';
import type { DemoStatement } from './statement.ts';
import { groupedByFour, swiftText } from './texts.ts';

const subfieldLength = 27;
const lineLength = 65;

// A line must not begin as a tag or as the end of a message does; readers differ in what they do with a blank there.
const isBadStart = (character: string | undefined): boolean => character === undefined || ' :-'.includes(character);

/** Cuts text after at most `length` characters, inside a word. */
function cutInside(text: string, length: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > length) {
    let at = length;
    while (at > 1 && (isBadStart(rest[at]) || rest[at - 1] === ' ')) at -= 1;
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...pieces, rest];
}

/** What a `:86:` says in its text; the end-to-end id begins a subfield of its own. */
function purposeLines(payment: DemoPayment): readonly string[] {
  const reference = payment.creditorReference === null ? [] : [groupedByFour(payment.creditorReference)];
  const text = [...payment.remittance, ...reference].map(swiftText).join(' ');
  return [
    ...cutInside(`EREF+${payment.endToEndId ?? 'NOTPROVIDED'}`, subfieldLength),
    ...(payment.mandateId === null ? [] : cutInside(`MREF+${payment.mandateId}`, subfieldLength)),
    ...(text === '' ? [] : cutInside(`SVWZ+${text}`, subfieldLength)),
  ];
}

/** The payers' banks are invented: one for each country. */
const bicOf = (iban: string): string => `ZQXB${iban.slice(0, 2)}21`;

function information(entry: BookedEntry, rank: number): readonly string[] {
  const [businessCode, bookingText] = entry.code.german;
  const [payment] = entry.payments;
  const purpose = payment === undefined || entry.shows === 'none' ? [swiftText(entry.label)] : purposeLines(payment);
  const name = payment?.name ?? null;
  const iban = payment?.iban ?? null;
  const names = name === null ? [] : cutInside(swiftText(name), subfieldLength).slice(0, 2);
  const text = [
    `${businessCode}?00${bookingText}?10${String(9_200 + rank)}`,
    ...purpose.map((line, index) => `?${20 + index}${line}`),
    ...(iban === null ? [] : [`?30${bicOf(iban)}?31${iban}`]),
    ...names.map((line, index) => `?${32 + index}${line}`),
  ].join('');
  return cutInside(`:86:${text}`, lineLength);
}

const shortDate = (date: string): string => date.replaceAll('-', '').slice(2);

function statementLine(entry: BookedEntry, date: string): string {
  const mark = entry.side === 'credit' ? 'C' : entry.isReversal ? 'RC' : 'D';
  const booked = `${shortDate(date)}${shortDate(date).slice(2)}${mark}${decimalComma(amountOf(entry))}`;
  const reference = entry.bankReference === null ? '' : `//${entry.bankReference}`;
  return `:61:${booked}${entry.code.swift}NONREF${reference}`;
}

function balance(tag: '60F' | '62F' | '64', minor: bigint, date: string): string {
  const mark = minor < 0n ? 'D' : 'C';
  return `:${tag}:${mark}${shortDate(date)}EUR${decimalComma(minor < 0n ? -minor : minor)}`;
}

/** The whole message, ASCII with CRLF, closed by a line with a single hyphen. */
export function mt940File(statement: DemoStatement): string {
  const { account, date, dayBefore, sequence, openingMinor, closingMinor, entries } = statement;
  return [
    `:20:ST${shortDate(date)}${account.iban.slice(-6)}`,
    `:25:${account.iban}`,
    `:28C:${sequence}/1`,
    balance('60F', openingMinor, dayBefore),
    ...entries.flatMap((entry, index) => [statementLine(entry, date), ...information(entry, index)]),
    balance('62F', closingMinor, date),
    balance('64', closingMinor, date),
    '-',
    '',
  ].join('\r\n');
}
