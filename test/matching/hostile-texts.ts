/** Texts made to hurt, and a ledger of 5,000 items to read them against; for the fuzz test and its bench. */
import type { Payment } from '../../src/domain/match.ts';
import type { Partition } from '../../src/matching/index/partition.ts';
import type { Random } from '../support/random.ts';
import { customer, day, garage, invoice, partitionOf, payment } from './ledgers.ts';

const customers = [
  garage,
  ...Array.from({ length: 299 }, (_, place) => customer(place + 2, `Maison Numéro ${place} et Fils`)),
];

/** One customer has 1,500 of the items, 400 items have one amount, numbers come in all shapes. */
export function hostilePartition(): Partition {
  const shapes = [
    (place: number) => `FA2026-${String(place).padStart(5, '0')}`,
    (place: number) => String(10_400_000 + place * 7),
    (place: number) => `2601-${String(place % 10_000).padStart(4, '0')}`,
    (place: number) => `RE-${118_000 + place}`,
    (place: number) => `A-${place}-A-1`,
  ];
  return partitionOf({
    customers,
    items: Array.from({ length: 5_000 }, (_, place) =>
      invoice(
        (shapes[place % shapes.length] ?? String)(place),
        place < 400 ? 12_000 : 700 + ((place * 7_919) % 90_000),
        {
          of: place % 10 < 3 ? 1 : 1 + (place % 300),
          purchaseOrder: place % 3 === 0 ? `PO ${4_500_000 + (place % 50)}` : null,
          creditorReference: place % 97 === 0 ? 'RF96R24000941' : null,
          dueDate: day(`2026-0${1 + (place % 9)}-15`),
        },
      ),
    ),
  });
}

// Cut at the bar: blanks and line feeds are among them.
const fragments = (
  'FA2026-|FA|2026|00123|00124|10400007|118003|RE-|RF96R24000941|RF18|RF|IBAN|FR76|FR7630006000011234567890189|?20|EREF+|SVWZ+|/|//|+|:|,|, |' +
  'FACTURE |Rechnung |n°|Nr.|du |12/02/2026|1.234,56|120,00|EUR|SARL|GmbH & Co. KG|GARAGE MULLER|ß|İ|ﬁ|\n| |  |-|.|,|0|1|9|A|z|CDE |4500007|' +
  'CLIENT |AVOIR |1/3|\u0301|\u200B|\u202E|\uD83D|😀|\u0000|ﷺ|Ⅷ|①|𝟗|٣'
).split('|');

/** Patterns that a backtracking reader would be lost in, to be repeated. */
const evil = (
  '1|12|123|1234|00123|A| |-|1-|A1|1 |12 |123 |1234 |00123 |A |-1|/|?|+|EREF+|.|1.|,1|1,|\n|FA2026-|FA2026-00|FA2026-00123 |FA2026-0|RF|RF1|' +
  'RF96 |RF96R2|FR|FR7|FR76 |É|e\u0301|\u0301|\u200B|İ|ß|ﷺ|😀|\uD83D|12/|12/02/|12.02.2026|n° |Nr. |SARL |& |GARAGE |MULLER |PO |CDE 4500007 |' +
  'TVA |TEL 01 |DU |A 1 |BIS |1/3 |0|00000 |a1b2|O|O0|S5'
).split('|');

const payers = [
  {},
  {},
  { by: 'Garage Müller' },
  { by: 'Maison Numéro 7' },
  { by: 'GARAGE' },
  { from: 'DE89370400440532013000' },
];

/** 140 characters mostly, 10,000 at times, and lists of up to 1,000 numbers. */
export function hostileText({ below, pick }: Random): string {
  const kind = below(60);
  if (kind === 0)
    return Array.from({ length: 1_000 }, () => below(200_000)).join(pick([' ', ', ', '\n', '/', ' FA', '-']));
  const length = kind === 1 ? 10_000 : kind === 2 ? 60_000 : kind < 6 ? 1_500 : 140;
  const pieces: string[] = [];
  for (let size = 0; size < length; size += pieces.at(-1)?.length ?? 1)
    pieces.push(below(4) === 0 ? pick(evil).repeat(1 + below(60)) : pick(fragments));
  return pieces.join(below(3) === 0 ? ' ' : '').slice(0, length);
}

/** A payment with such a text; one amount in ten is one that 400 items have. */
export function hostilePayment(random: Random): Payment {
  const { below, pick } = random;
  const text = hostileText(random);
  return payment(below(10) === 0 ? 12_000 : 1 + below(90_000), text, {
    ...pick(payers),
    endToEndId: below(4) === 0 ? text.slice(0, 35) : null,
    creditorReference: below(8) === 0 ? text.slice(0, 140) : null,
  });
}
