/**
 * `:86:` with slash codes: `/TRTP/…/IBAN/…/NAME/…/REMI/…`. Each value ends where the next code begins.
 *
 * Parties come as codes of their own (`/NAME/`), behind `/ORDP/` or `/BENM/`, or in one piece behind `/CNTP/`:
 * account, BIC, name, town. `/ULTD/` and `/ULTC/` open the party for whom is paid.
 *
 * @see SWIFT Standards MT, field 86; the format descriptions of ABN AMRO, ING and Rabobank
 */
import { withoutBlanks } from '../written-values.ts';
import { ibanOrNull } from './account.ts';
import { exchangeCodes, takeExchange } from './exchange.ts';
import {
  addNote,
  addRemittance,
  addUnlessBankCode,
  addUnlessIdentifier,
  emptyInformation,
  type Information,
} from './information-values.ts';
import { referenceOrNull, textOrNull, trimmed } from './text.ts';

const codes: ReadonlySet<string> = new Set([
  ...'TRTP IBAN BIC NAME REMI EREF PREF KREF ORDP BENM ADDR CSID MARF CNTP RTRN SVCL ISDT PURP ULTC ULTD ULTB'.split(
    ' ',
  ),
  ...'INIT ACCT ACC BBAN RREF CRED SWOC TRCD CDTRREF CDTRREFTP FX ID'.split(' '),
  ...exchangeCodes,
]);
/** A text that begins with another code, or with none, is no such text: slashes are too common. */
const openingCodes: ReadonlySet<string> = new Set(
  'TRTP IBAN BIC NAME REMI EREF PREF KREF ORDP BENM CSID MARF CNTP RTRN RREF TRCD'.split(' '),
);
/** Inside a text these are words: `Order 17/ID/5`. */
const wordsInText: ReadonlySet<string> = new Set(['ID', 'FX', 'ACC', 'ACCT', 'BBAN']);
const longestCode = 9;
const slashCode = 47;
const letterA = 65;
const letterZ = 90;

/** The code between this slash and the next, or nothing. */
function codeAt(text: string, slash: number, next: number): string {
  const length = next - slash - 1;
  if (length < 2 || length > longestCode) return '';
  const first = text.charCodeAt(slash + 1);
  if (first < letterA || first > letterZ) return '';
  const code = text.slice(slash + 1, next);
  return codes.has(code) ? code : '';
}

/** What is known while the text is walked through. */
type Walk = {
  information: Information;
  /** `ULTD`, `ULTC` or `INIT` while a name that follows is that party's. */
  party: string;
  name: string | null;
  iban: string | null;
  counterparty: readonly string[];
  /** Behind ORDP or BENM without a code. */
  partyText: string | null;
};

/** @returns null when the text does not begin with a code. */
export function readSlashCodes(text: string): Information | null {
  if (!text.startsWith('/')) return null;
  let slash = 0;
  let next = text.indexOf('/', 1);
  let code = codeAt(text, slash, next);
  if (!openingCodes.has(code)) return null;
  const walk: Walk = {
    information: emptyInformation(),
    party: '',
    name: null,
    iban: null,
    counterparty: [],
    partyText: null,
  };
  let start = next + 1;
  slash = text.indexOf('/', start);
  while (slash !== -1) {
    next = text.indexOf('/', slash + 1);
    if (next === -1) break;
    const following = codeAt(text, slash, next);
    if (following === '' || (code === 'REMI' && wordsInText.has(following))) {
      slash = next;
      continue;
    }
    take(walk, code, withoutOuterSlashes(text.slice(start, slash)));
    code = following;
    start = next + 1;
    slash = text.indexOf('/', start);
  }
  take(walk, code, withoutOuterSlashes(text.slice(start)));
  return finish(walk);
}

function take(walk: Walk, code: string, value: string): void {
  const { information } = walk;
  if (code === 'ORDP' || code === 'BENM' || code === 'CNTP') walk.party = '';
  if (code === 'ULTC' || code === 'ULTD' || code === 'ULTB' || code === 'INIT') walk.party = code;
  if (value === '') return;
  switch (code) {
    case 'REMI':
      return takeRemittance(information, value);
    case 'NAME':
      return takeName(walk, value);
    case 'IBAN':
      if (walk.iban === null) walk.iban = ibanOrNull(value);
      if (walk.iban === null) addUnlessIdentifier(information, value);
      return;
    case 'CNTP':
      if (walk.counterparty.length === 0) walk.counterparty = value.split('/');
      return;
    case 'EREF':
      return takeReference(information, 'endToEndId', value);
    case 'MARF':
      return takeReference(information, 'mandateId', value);
    case 'RTRN':
      information.returnReason ??= value;
      return;
    case 'CDTRREF':
      information.creditorReference ??= withoutBlanks(value);
      return;
    case 'ORDP':
    case 'BENM':
      walk.partyText ??= value;
      return;
    case 'ULTC':
    case 'ULTD':
    case 'ULTB':
    case 'INIT':
      return takeName(walk, value);
    case 'TRTP':
    case 'TRCD':
    case 'ADDR':
    case 'SWOC':
      return addNote(information, value);
    case 'BIC':
      return addUnlessBankCode(information, value);
    // Their values are codes with slashes of their own: `CD/SCOR/ISSR/CUR`.
    case 'CDTRREFTP':
    case 'PURP':
      return;
    default:
      if (!exchangeSet.has(code) || !takeExchange(information, code, value)) addUnlessIdentifier(information, value);
  }
}

const exchangeSet: ReadonlySet<string> = new Set(exchangeCodes);

/** The first name is the other party's; one behind `/ULTD/` is its customer's. */
function takeName(walk: Walk, value: string): void {
  const { information, party } = walk;
  if (party === 'ULTD') information.ultimateDebtor ??= value;
  else if (party === 'ULTC' || party === 'ULTB') information.ultimateCreditor ??= value;
  else if (party === 'INIT' || walk.name !== null) addNote(information, value);
  else walk.name = value;
}

function takeReference(information: Information, field: 'endToEndId' | 'mandateId', value: string): void {
  const reference = referenceOrNull(value);
  if (information[field] === null) information[field] = reference;
  else if (reference !== null && reference !== information[field]) addRemittance(information, value);
}

/** `USTD//words`, `STRD/CUR/reference`, or plain words. The first reference is the structured one. */
function takeRemittance(information: Information, value: string): void {
  const structured = value.startsWith('STRD/') ? /^STRD\/(?:CUR|ISO|CCR|KID)\/(.+)$/.exec(value)?.[1] : undefined;
  if (structured !== undefined && information.creditorReference === null) {
    information.creditorReference = withoutBlanks(structured);
    return;
  }
  const words = value.startsWith('USTD/') ? withoutOuterSlashes(value.slice(4)) : value;
  if (structured !== undefined || words !== '') information.remittance.push(structured ?? words);
}

function finish({ information, name, iban, counterparty, partyText }: Walk): Information {
  // account / BIC / name / town, and what some banks write behind
  const [account = '', , counterpartyName = '', town = '', ...further] = counterparty;
  information.counterpartyName = name ?? textOrNull(counterpartyName) ?? partyText;
  if (partyText !== null && partyText !== information.counterpartyName) addNote(information, partyText);
  if (name !== null && trimmed(counterpartyName) !== name) addNote(information, counterpartyName);
  information.counterpartyIban = iban ?? ibanOrNull(account);
  addNote(information, town);
  if (further.length > 0) addUnlessIdentifier(information, further.join(' '));
  return information;
}

/** Blanks and slashes around a value belong to the layout. */
function withoutOuterSlashes(text: string): string {
  const value = trimmed(text);
  let start = 0;
  let end = value.length;
  while (start < end && value.charCodeAt(start) === slashCode) start++;
  while (end > start && value.charCodeAt(end - 1) === slashCode) end--;
  return end - start === value.length ? value : value.slice(start, end).trim();
}
