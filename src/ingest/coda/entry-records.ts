/** Gathers the records 2 and 3 of one entry after the other; one entry stands in memory at once. */
import type { CurrencyCode } from '../../domain/currency.ts';
import { refusal } from '../findings.ts';
import { zone, zonePosition } from '../fixed-values.ts';
import {
  addCounterparty,
  addInformation,
  addReferences,
  beginInformation,
  continueInformation,
  readMovement,
  type Information,
  type Movement,
} from './movement.ts';

/** A movement with detail number 0000, and the movements beneath it. */
export type EntryMovements = Readonly<{ main: Movement; details: Movement[] }>;

type EntryRecords = Readonly<{
  /** Takes a record 2.1 to 3.3; answers with the entry before it where it begins a new one. */
  take: (code: string, record: string, line: number, currency: CurrencyCode) => EntryMovements | null;
  /** The entry that is still open. */
  close: () => EntryMovements | null;
}>;

/** @throws IngestRefusal `ingest.record_out_of_place`, `ingest.entry_too_large`, and those of a movement */
export function entryRecords(recordsPerEntry: number): EntryRecords {
  let open: EntryMovements | null = null;
  let information: Information | null = null;
  let recordCount = 0;

  const current = (): Movement | null => open?.details.at(-1) ?? open?.main ?? null;
  const endInformation = (): void => {
    const movement = current();
    if (information !== null && movement !== null) addInformation(movement, information);
    information = null;
  };
  const close = (): EntryMovements | null => {
    endInformation();
    const closed = open;
    open = null;
    recordCount = 0;
    return closed;
  };
  const takeMovement = (record: string, line: number, currency: CurrencyCode): EntryMovements | null => {
    endInformation();
    const movement = readMovement(record, line, currency);
    const isOfOpen = open !== null && sequenceOf(open.main.key) === sequenceOf(movement.key);
    // Detail numbers begin at 0000 again behind 9999; then the type of the transaction tells.
    const isDetail = !movement.key.endsWith('0000') || (isOfOpen && /^[5-9]/.test(movement.transactionCode));
    if (!isDetail) {
      const completed = close();
      open = { main: movement, details: [] };
      return completed;
    }
    if (open === null || !isOfOpen) return outOfPlace('21', line);
    open.details.push(movement);
    return null;
  };
  const takePart = (code: string, record: string, line: number): void => {
    const movement = current();
    const key = zone(record, 3, 10);
    if (code === '22' || code === '23') {
      if (movement?.key !== key) return outOfPlace(code, line);
      if (code === '22') addReferences(movement, record);
      else addCounterparty(movement, record);
    } else if (code === '31') {
      endInformation();
      // Information counts on behind the details: only the sequence number is the same.
      if (movement === null || sequenceOf(movement.key) !== sequenceOf(key)) return outOfPlace(code, line);
      information = beginInformation(record);
    } else if (information !== null && information.key === key) continueInformation(information, record);
    else outOfPlace(code, line);
  };

  return {
    take(code, record, line, currency) {
      const completed = code === '21' ? takeMovement(record, line, currency) : null;
      if (code !== '21') takePart(code, record, line);
      if (++recordCount > recordsPerEntry) {
        throw refusal('ingest.entry_too_large', 'An entry has too many records', { line, path: code });
      }
      return completed;
    },
    close,
  };
}

const sequenceOf = (key: string): string => key.slice(0, 4);

function outOfPlace(code: string, line: number): never {
  const what = 'The record belongs to another movement than the one before it';
  throw refusal('ingest.record_out_of_place', what, zonePosition(line, code, 3, 10));
}
