/**
 * Lines as MT940, `:86:` in the numbered subfields of German banks.
 *
 * The format loses what it has no room for, as banks do: letters that are not ASCII, text behind fourteen subfields of
 * 27 characters, the structured place of a reference (it stands at the front of the text).
 */
import type { BenchLine } from '../../types.ts';
import { withoutAccents } from '../names.ts';
import { decimal, type DayStatement } from './statement.ts';

const shortDay = (date: string): string => date.slice(2).replaceAll('-', '');

/** `?` separates the subfields; a line break is a blank. */
const plain = (text: string): string =>
  withoutAccents(text)
    .replaceAll('\n', ' ')
    .replaceAll(/[^ -~]|\?/g, '');

const textNumbers = [20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 60, 61, 62, 63];

function subfields(line: BenchLine): string {
  const reference = line.sref === '' ? '' : `${line.sref} `;
  const endToEndId = line.e2e === '' || line.text.includes('EREF+') ? '' : `EREF+${line.e2e} `;
  const purpose = line.text.includes('SVWZ+') || endToEndId === '' ? '' : 'SVWZ+';
  const text = plain(`${line.batchId} ${endToEndId}${purpose}${reference}${line.text}`).trim();
  const pieces = (text.match(/.{1,27}/g) ?? []).slice(0, textNumbers.length);
  const name = plain(line.name);
  return [
    line.amount < 0 ? '020?00AUFTRAG' : '166?00GUTSCHRIFT',
    ...pieces.map((piece, index) => `?${textNumbers[index] ?? 63}${piece}`),
    line.iban === '' ? '' : `?31${line.iban}`,
    name === '' ? '' : `?32${name.slice(0, 27)}`,
    name.length > 27 ? `?33${name.slice(27, 54)}` : '',
  ].join('');
}

/** At most 65 characters a line, and none that begins as a tag or the end of the message does. */
function brokenLines(text: string): string {
  const lines: string[] = [];
  let rest = text;
  while (rest !== '') {
    let width = Math.min(65, rest.length);
    while (width > 1 && width < rest.length && (/[-:]/.test(rest.charAt(width)) || rest.charAt(width - 1) === ' ')) {
      width -= 1;
    }
    lines.push(rest.slice(0, width));
    rest = rest.slice(width);
  }
  return lines.join('\r\n');
}

function entry(line: BenchLine, { date }: DayStatement): string {
  const day = shortDay(date);
  const mark = line.amount < 0 ? 'D' : 'C';
  const type = line.code === 'PMNT-RDDT-UPDD' ? 'NRTI' : 'NTRF';
  const head = `:61:${day}${day.slice(2)}${mark}R${decimal(line.amount, ',')}${type}NONREF//L${line.id}`;
  return `${head}\r\n${brokenLines(`:86:${subfields(line)}`)}\r\n`;
}

const balance = (tag: string, minor: number, { currency, date }: DayStatement): string =>
  `:${tag}:${minor < 0 ? 'D' : 'C'}${shortDay(date)}${currency}${decimal(minor, ',')}\r\n`;

/** A whole file with one statement. */
export function mt940Text(statement: DayStatement): string {
  const { account, sequence, openingMinor, closingMinor, lines } = statement;
  const head = `:20:BENCH${sequence}\r\n:25:${account}\r\n:28C:${sequence}/1\r\n`;
  const entries = lines.map((line) => entry(line, statement)).join('');
  return `${head}${balance('60F', openingMinor, statement)}${entries}${balance('62F', closingMinor, statement)}-\r\n`;
}
