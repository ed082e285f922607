/**
 * One movement: its records 2.1, 2.2 and 2.3, and the information records 3 that follow them.
 *
 * @see Febelfin, CODA 2.6, annex I
 */
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Money, Side } from '../../domain/money.ts';
import { isZoneDayAbsent, joinZones, zone, zoneText } from '../fixed-values.ts';
import { counterpartyIban, readAmount, readDate, readSide } from './values.ts';

export type Movement = {
  readonly line: number;
  /** Sequence and detail number, which every record of the movement repeats. */
  readonly key: string;
  readonly bankReference: string | null;
  readonly side: Side;
  readonly amount: Money;
  readonly valueDate: LocalDate | null;
  readonly bookingDate: LocalDate;
  /** Type (1), family (2), transaction (2), category (3). */
  readonly transactionCode: string;
  readonly isStructured: boolean;
  /** Zones of 2.1, 2.2 and 2.3 behind each other. */
  communication: string;
  customerReference: string | null;
  returnType: string;
  returnReason: string | null;
  /** ISO 20022 codes of why it was paid. */
  purposes: readonly string[];
  counterpartyName: string | null;
  counterpartyIban: string | null;
  ultimateName: string | null;
  /** Structured information that has no field, and free information. */
  notes: string[];
  information: { text: string; width: number }[];
};

const noPurposes: readonly string[] = [];

/** Reads a record 2.1. Its communication zones continue in 2.2 and 2.3. */
export function readMovement(record: string, line: number, currency: CurrencyCode): Movement {
  return {
    line,
    key: zone(record, 3, 10),
    bankReference: zoneText(record, 11, 31),
    side: readSide(record, line, 32),
    amount: readAmount(record, line, 33, currency),
    valueDate: isZoneDayAbsent(record, 48) ? null : readDate(record, line, 48),
    bookingDate: readDate(record, line, 116),
    transactionCode: zone(record, 54, 61),
    isStructured: record.charAt(61) === '1',
    communication: zone(record, 63, 115),
    customerReference: null,
    returnType: '',
    returnReason: null,
    purposes: noPurposes,
    counterpartyName: null,
    counterpartyIban: null,
    ultimateName: null,
    notes: [],
    information: [],
  };
}

/** Adds a record 2.2. */
export function addReferences(movement: Movement, record: string): void {
  movement.communication += zone(record, 11, 63);
  movement.customerReference = zoneText(record, 64, 98);
  movement.returnType = zone(record, 113, 113).trim();
  movement.returnReason = zoneText(record, 114, 117);
  const purposes = zone(record, 118, 125);
  if (purposes !== '        ') {
    movement.purposes = [purposes.slice(0, 4), purposes.slice(4)].filter((code) => code.trim() !== '');
  }
}

/** Adds a record 2.3. */
export function addCounterparty(movement: Movement, record: string): void {
  // Without a 2.2, its part of the communication is blank.
  movement.communication = movement.communication.padEnd(53 + 53) + zone(record, 83, 125);
  movement.counterpartyIban = counterpartyIban(zone(record, 11, 47));
  movement.counterpartyName = zoneText(record, 48, 82);
}

/** One information: its records 3.1, 3.2 and 3.3, whose zones continue each other. */
export type Information = { readonly key: string; readonly isStructured: boolean; text: string; width: number };

const informationZones: Readonly<Record<string, readonly [number, number]>> = {
  '31': [41, 113],
  '32': [11, 115],
  '33': [11, 100],
};

/** Begins with a record 3.1. */
export const beginInformation = (record: string): Information => ({
  key: zone(record, 3, 10),
  isStructured: record.charAt(39) === '1',
  text: zone(record, 41, 113),
  width: 113 - 40,
});

/** Adds a record 3.2 or 3.3. */
export function continueInformation(information: Information, record: string): void {
  const [first, last] = informationZones[zone(record, 1, 2)] ?? [1, 0];
  information.text += zone(record, first, last);
  information.width += last - first + 1;
}

const nameWidth = 70;

/** Gives an information to the movement that it is about. */
export function addInformation(movement: Movement, { isStructured, text, width }: Information): void {
  if (!isStructured) {
    movement.information.push({ text, width });
    return;
  }
  const type = text.slice(0, 3);
  const content = text.slice(3);
  const name = content.slice(0, nameWidth).trim() || null;
  const behindName = content.slice(nameWidth).trim().replace(/ {2,}/g, ' ');
  if (type === '001') {
    // The counterparty with its name in full; 2.3 has room for half of it.
    if (name?.startsWith(movement.counterpartyName ?? '') === true) movement.counterpartyName = name;
    if (behindName !== '') movement.notes.push(behindName);
  } else if (type === (movement.side === 'credit' ? '009' : '008')) {
    // 008 is the final creditor, 009 the first debtor.
    movement.ultimateName = name;
    if (behindName !== '') movement.notes.push(behindName);
  } else {
    movement.notes.push(`${type} ${content.trim().replace(/ {2,}/g, ' ')}`);
  }
}

/** The free information as lines. */
export const informationLines = (movement: Movement): readonly string[] =>
  movement.information.length === 0 ? [] : joinZones(movement.information);
