/**
 * Decision 0012: the cost of one fuse.js search over 10,000 open items, beside looking a document number up in a Map.
 *
 * It measures cost only. How often each way finds the right item: `npm run bench -- matching/peers`.
 *
 * Run: `npx tsx bench/decisions/fuse-search.ts` (about 30 seconds)
 */
import { compareMs, printMachine, printTable } from './measure.ts';
import { loadPeer } from './peers.ts';

type Item = Readonly<{ documentNumber: string; customerName: string }>;
type FuseOptions = Readonly<{
  keys: readonly string[];
  ignoreLocation?: boolean;
  useTokenSearch?: boolean;
  threshold?: number;
}>;
type Fuse = new (
  items: readonly Item[],
  options: FuseOptions,
) => Readonly<{ search: (text: string, options: Readonly<{ limit: number }>) => readonly unknown[] }>;

const itemCount = 10_000;
const textCount = 5;
const mapPassCount = 10_000;

const trades =
  'Boulangerie Garage Menuiserie Pharmacie Librairie Transports Imprimerie Brasserie Cabinet Scierie'.split(' ');
const names = 'Morel Kervella Dubreuil Ostermann Peyre Vasseur Tanguy Lacombe Girod Bonnefoy Zeller Quintard'.split(
  ' ',
);
const towns = 'Nantes Colmar Annecy Brest Limoges Valence Dole Agen Rodez Vannes Sens'.split(' ');

const items: readonly Item[] = Array.from({ length: itemCount }, (_, index) => ({
  documentNumber: `FA2026${String((index * 7_919) % 100_000).padStart(5, '0')}`,
  customerName: [trades, names, towns].map((words) => words[index % words.length]).join(' '),
}));
const paid = Array.from({ length: textCount }, (_, index) => items[(index * 1_487) % itemCount]).filter(
  (item) => item !== undefined,
);
const texts = paid.map((item) => `VIR ${item.customerName} REGLT ${item.documentNumber} DU 15/01/2026 MERCI`);
const numbers = paid.map((item) => item.documentNumber);

const module = loadPeer<Fuse | Readonly<{ default: Fuse }>>('fuse.js');
const FuseSearch = 'default' in module ? module.default : module;
const wholeText = new FuseSearch(items, { keys: ['documentNumber', 'customerName'], ignoreLocation: true });
const byTokens = new FuseSearch(items, { keys: ['documentNumber', 'customerName'], useTokenSearch: true });
const numberOnly = new FuseSearch(items, { keys: ['documentNumber'], threshold: 0.1 });
const itemByNumber = new Map(items.map((item) => [item.documentNumber, item]));

const found = new Map<string, number>();
const count = (way: string, results: readonly unknown[]) =>
  found.set(way, (found.get(way) ?? 0) + (results.length > 0 ? 1 : 0));

/** The cheapest thing that deserves the name of matching: cut the text into words, look each one up. */
const findByWords = (text: string) => text.split(' ').flatMap((word) => itemByNumber.get(word) ?? []);

const ways = {
  'Map, each word of the whole text': () => {
    // One pass is too short for the clock.
    for (let pass = 0; pass < mapPassCount; pass++) for (const text of texts) count('map', findByWords(text));
  },
  'fuse.js, document number alone, threshold 0.1': () => {
    for (const number of numbers) count('number', numberOnly.search(number, { limit: 3 }));
  },
  'fuse.js, whole text, useTokenSearch': () => {
    for (const text of texts) count('tokens', byTokens.search(text, { limit: 3 }));
  },
  'fuse.js, whole text, ignoreLocation': () => {
    for (const text of texts) count('text', wholeText.search(text, { limit: 3 }));
  },
};

printMachine();
const medians = await compareMs(ways, 3);
const perText = [...medians].map(([way, ms], index) => ({
  way,
  microseconds: (ms * 1_000) / (textCount * (index === 0 ? mapPassCount : 1)),
}));
const fastest = perText[0]?.microseconds ?? Number.NaN;
printTable(
  `One payment over ${itemCount} open items, median of 3 rounds`,
  perText.map(({ way, microseconds }) => ({
    way,
    'µs a payment': microseconds.toFixed(1),
    ratio: (microseconds / fastest).toFixed(0),
  })),
);
console.log(`\nsearches that gave something: ${[...found].map(([way, searches]) => `${way} ${searches}`).join(', ')}`);
