/** How payers write: the words around a document number, by country, and the ways to spell the number itself. */
import type { Country, Customer, OpenItem } from './model.ts';
import type { RandomSource } from './random.ts';

const dayFirst = (date: string, separator: string): string => date.split('-').toReversed().join(separator);

/** `FA2026-00123` as people type it: a reader that drops separators sees one number. */
function spelling(documentNumber: string, random: RandomSource): string {
  const [series = '', sequence = ''] = documentNumber.split('-');
  return random.pick([
    documentNumber,
    documentNumber,
    documentNumber,
    `${series}${sequence}`,
    `${series.slice(0, 2)} ${series.slice(2)} ${sequence}`,
    `${series}/${sequence}`,
  ]);
}

type Words = (number: string, item: OpenItem) => string;

const wordsByCountry: Readonly<Record<Country, readonly Words[]>> = {
  FR: [
    (number) => `FACTURE ${number}`,
    (number, item) => `REGLEMENT FACTURE ${number} DU ${dayFirst(item.issueDate, '/')}`,
    (number, item) => `Facture ${number} client ${item.customer.code}`,
    (number) => number,
    (number, item) => `VOTRE FACTURE ${number}${item.purchaseOrder === null ? '' : ` - CDE ${item.purchaseOrder}`}`,
    (number) => `Paiement ${number} Verrerie du Layon SIRET 00012345600011`,
    (number, item) => `Solde facture ${number} échéance ${dayFirst(item.dueDate, '.')}`,
    (number) => `VIR ${number} COMPTA TEL 02 61 91 04 17`,
  ],
  DE: [
    (number, item) => `RECHNUNG ${number} VOM ${dayFirst(item.issueDate, '.')}`,
    (number, item) => `RE-NR ${number} KD-NR ${item.customer.code}`,
    (number) => `Rechnung Nr. ${number} Glasflaschen`,
  ],
  BE: [
    (number) => `Factuur ${number}`,
    (number, item) => `BETALING FACTUUR ${number} VAN ${dayFirst(item.issueDate, '-')}`,
    (number) => `FACTURE ${number} BOUTEILLES`,
  ],
  ES: [(number, item) => `FACTURA ${number} DE ${dayFirst(item.issueDate, '/')}`, (number) => `PAGO FRA ${number}`],
  GB: [(number) => `INVOICE ${number}`, (number) => `INV ${number} GLASS JARS`],
};

/** A line that names the whole document number. */
export function namingLine(item: OpenItem, random: RandomSource): string {
  const words = random.pick(wordsByCountry[item.customer.country]);
  return words(spelling(item.documentNumber, random), item);
}

const withoutAccents = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").replaceAll('ß', 'ss').replaceAll('œ', 'oe');

/** The customer's name as its bank passes it on: as written, or in capitals without accents. German banks keep umlauts. */
export const payerName = (customer: Customer, random: RandomSource): string =>
  random.chance(600) && customer.country !== 'DE' ? withoutAccents(customer.name).toUpperCase() : customer.name;

/** `VIGNOB FERRA NEGOC`: what a field too short, or a hurried clerk, leaves of a name. */
export const abbreviatedName = (customer: Customer): string =>
  withoutAccents(customer.name)
    .toUpperCase()
    .split(/[^A-Z]+/)
    .filter((word) => word.length > 3)
    .map((word) => word.slice(0, 5))
    .join(' ');

/** `RF18 5390 0754 7034`: ISO 11649 on paper. */
export const groupedByFour = (reference: string): string => reference.replace(/(.{4})(?=.)/g, '$1 ');

/** The text that MT940 can carry: no accents, no lower case, none of the characters that mark a field. */
export const swiftText = (text: string): string =>
  withoutAccents(text.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue'))
    .toUpperCase()
    .replaceAll('&', '+')
    .replace(/[^A-Z0-9 /\-().,'+:]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
