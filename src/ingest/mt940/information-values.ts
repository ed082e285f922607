/** What a `:86:` can say, in one form for all its spellings. */
import type { Money } from '../../domain/money.ts';
import { trimmed } from './text.ts';

/** Null or empty where it says nothing. One object for each entry, filled while its text is read. */
export type Information = {
  counterpartyName: string | null;
  counterpartyIban: string | null;
  /** Whose name is the other party's depends on the side of the entry. */
  ultimateDebtor: string | null;
  ultimateCreditor: string | null;
  remittance: string[];
  /** Words behind codes that claim none: they come last. Null until there is one, which is rare. */
  unclaimed: string[] | null;
  endToEndId: string | null;
  creditorReference: string | null;
  mandateId: string | null;
  returnReason: string | null;
  instructedAmount: Money | null;
  exchangeRate: string | null;
  charges: Money | null;
  /** Words about the posting, not the payment: its kind (`166 GUTSCHRIFT`, `SEPA OVERBOEKING`), addresses. */
  notes: string | null;
};

export const emptyInformation = (): Information => ({
  counterpartyName: null,
  counterpartyIban: null,
  ultimateDebtor: null,
  ultimateCreditor: null,
  remittance: [],
  unclaimed: null,
  endToEndId: null,
  creditorReference: null,
  mandateId: null,
  returnReason: null,
  instructedAmount: null,
  exchangeRate: null,
  charges: null,
  notes: null,
});

/** Adds a text without the blanks around it, unless it has nothing else. */
export function addRemittance(information: Information, text: string): void {
  const kept = trimmed(text);
  if (kept === '') return;
  // Most often there is one: a list that is pushed to makes room for seventeen.
  if (information.remittance.length === 0) information.remittance = [kept];
  else information.remittance.push(kept);
}

function addUnclaimed(information: Information, text: string): void {
  const kept = trimmed(text);
  if (kept !== '') (information.unclaimed ??= []).push(kept);
}

/** Adds a line to the words about the posting. */
export function addNote(information: Information, text: string): void {
  const kept = trimmed(text);
  if (kept !== '') information.notes = information.notes === null ? kept : `${information.notes}\n${kept}`;
}

const furtherWord = /[\s/]\S*?\p{L}{3}/u;

/**
 * Some codes have a value that no field of ours takes: a bank's number, a code, a reference of the bank. It is one
 * word. Where several stand behind such a code, somebody wrote a text there, and it is kept whole.
 *
 * @param code - is put before the text where it may be a word of it: `IBAN+BIC bitte angeben`.
 */
export function addUnlessIdentifier(information: Information, value: string, code = ''): void {
  if ((value.includes(' ') || value.includes('/')) && furtherWord.test(value.trim())) {
    addUnclaimed(information, code + value);
  }
}

const bankCode = /^(?:[^A-Z]+|[A-Z]{6}[A-Z\d]{2}(?:[A-Z\d]{3})?|(?=[A-Z]*\d)[A-Z\d]{8,12})$/i;

/** The same where a BIC or a bank's number is meant: any other word is text. */
export function addUnlessBankCode(information: Information, value: string): void {
  const written = trimmed(value);
  if (written !== '' && !bankCode.test(written)) addUnclaimed(information, written);
}
