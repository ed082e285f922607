/**
 * The information field `:86:`, which SWIFT leaves to the banks. Three spellings are understood:
 * numbered subfields (`?20…?32…`, Germany, Austria, Poland), slash codes (`/NAME/…/REMI/…`, Netherlands, Nordics) and
 * SEPA keywords (`EREF+…SVWZ+…`), alone or inside subfields. Anything else is kept as the lines that it is.
 *
 * No word is lost: what a code claims goes into its field, and what none claims stays in the remittance information.
 */
import { ibanOrNull } from './account.ts';
import { readExchangeOfLines } from './exchange.ts';
import { addRemittance, emptyInformation, type Information } from './information-values.ts';
import { readSepaKeywords } from './sepa-keywords.ts';
import { readSlashCodes } from './slash-codes.ts';
import { readSubfields } from './subfields.ts';
import { trimmedEnd } from './text.ts';

/** @param lines - the lines of all `:86:` of one entry, without the tag. */
export function readInformation(lines: readonly string[]): Information {
  const text = joinedLines(lines);
  const subfields = readSubfields(text);
  if (subfields !== null) return withUnclaimed(subfields);
  const coded = readSlashCodes(text) ?? readSepaKeywords([text]);
  // A text whose codes are all of other matters is kept as it is, lest it is lost.
  return coded !== null && tellsOfPayment(coded) ? withUnclaimed(coded) : plainText(lines);
}

function withUnclaimed(information: Information): Information {
  if (information.unclaimed !== null) information.remittance.push(...information.unclaimed);
  return information;
}

function plainText(lines: readonly string[]): Information {
  const information = emptyInformation();
  for (const line of lines) addRemittance(information, line);
  information.counterpartyIban = leadingIban(information.remittance[0] ?? '');
  readExchangeOfLines(information, information.remittance.join('\n'));
  return information;
}

/** Lines break at column 65 within words: joined without a blank, unless one stood at the very end. */
function joinedLines(lines: readonly string[]): string {
  let joined = '';
  for (const line of lines) joined += withoutPadding(line);
  return joined;
}

const fullLineChars = 65;

function withoutPadding(line: string): string {
  const text = trimmedEnd(line);
  return line.length === fullLineChars && text.length === fullLineChars - 1 ? line : text;
}

const tellsOfPayment = (told: Information): boolean =>
  told.remittance.length > 0 ||
  told.endToEndId !== null ||
  told.counterpartyName !== null ||
  told.counterpartyIban !== null ||
  told.creditorReference !== null ||
  told.mandateId !== null ||
  told.returnReason !== null;

function leadingIban(line: string): string | null {
  const end = line.indexOf(' ');
  return ibanOrNull(end === -1 ? line : line.slice(0, end));
}
