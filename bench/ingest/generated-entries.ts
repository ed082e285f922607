/** What the entries of a generated file say, before any format: entry n is the same in camt and in MT940. */
import { frenchIban } from '../../src/ingest/national-iban.ts';

export type GeneratedDetail = Readonly<{ amountMinor: number; name: string; iban: string; remittance: string }>;
type GeneratedEntry = Readonly<{
  side: 'credit' | 'debit';
  /** Σ of its details. */
  amountMinor: number;
  reference: string;
  details: readonly GeneratedDetail[];
}>;

const names = [
  'ATELIER LINNÉ & FILS SARL',
  'Bäckerei Müller GmbH & Co. KG',
  'PHARMACIE DU MARCHÉ',
  'Société Générale de Façades <Nord>',
  'TRANSPORTS DELMAS',
  'Clinique Saint-Joseph',
  'Elektro Schröder OHG',
  'GARAGE DES QUATRE VENTS',
  'Menuiserie Lefèvre',
  'LABORATOIRE OPTIQUE SUD',
  'Van den Berg Logistiek BV',
];

/** 32 well mixed bits of two numbers (the finalizer of murmur3): an entry needs no entry before it. */
function mix(index: number, purpose: number): number {
  let bits = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

const digits = (value: number, count: number): string => String(value).padStart(count, '0').slice(-count);

const detailCountOf = (entryIndex: number): number => (mix(entryIndex, 1) % 100 < 3 ? 2 + (mix(entryIndex, 2) % 9) : 1);

function detailAt(entryIndex: number, detailIndex: number): GeneratedDetail {
  const bits = mix(entryIndex, 10 + detailIndex);
  const invoice = String((entryIndex * 3 + detailIndex) % 1_000_000).padStart(6, '0');
  return {
    amountMinor: 100 + (bits % 499_900),
    name: `${names[bits % names.length] ?? ''} ${bits % 977}`,
    iban: frenchIban(digits(bits, 5), digits(bits >>> 3, 5), digits(entryIndex, 11)) ?? '',
    remittance: `FACTURE FA2026-${invoice} DU 15/01/2026 CLIENT ${10_000 + (bits % 80_000)}`,
  };
}

export function entryAt(entryIndex: number): GeneratedEntry {
  const details: GeneratedDetail[] = [];
  let amountMinor = 0;
  for (let detailIndex = 0; detailIndex < detailCountOf(entryIndex); detailIndex++) {
    const detail = detailAt(entryIndex, detailIndex);
    details.push(detail);
    amountMinor += detail.amountMinor;
  }
  const side = mix(entryIndex, 3) % 6 === 0 ? 'debit' : 'credit';
  return { side, amountMinor, reference: `B26${String(entryIndex).padStart(10, '0')}`, details };
}

/** `1234.50`, or with a comma. */
export const decimal = (minor: number | bigint, point: '.' | ','): string => {
  const digits = String(minor).padStart(3, '0');
  return `${digits.slice(0, -2)}${point}${digits.slice(-2)}`;
};

/** The day of a statement: one each from 2001 on, so that many follow each other without a gap. */
export const dayOf = (statementIndex: number): string =>
  new Date(Date.UTC(2001, 0, 1 + statementIndex)).toISOString().slice(0, 10);
