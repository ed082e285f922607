/**
 * Decision 0005: what camt-parser gives of a camt.053, and what it does with amounts that are not amounts.
 *
 * Run: `npx tsx bench/decisions/camt-peers.ts` (about 2 seconds). Damage and memory of xml2js, on which camt-parser
 * stands, are in `xml-damage.ts`.
 */
import { loadPeer } from './peers.ts';
import { printMachine, printTable } from './measure.ts';
import { camtStatement } from './sample-statements.ts';

type CamtParser = Readonly<{
  parseCamt053: (xml: string) => Promise<
    Readonly<{
      statements: readonly Readonly<{ transactions: readonly Readonly<{ amount: Readonly<{ value: string }> }>[] }>[];
    }>
  >;
}>;

const { parseCamt053 } = loadPeer<CamtParser>('camt-parser');
const good = camtStatement(2);
const firstAmount = /(<Ntry><Amt Ccy="EUR">)[\d.]+/;

/** What matching lives on, and the text of it in the sample. */
const facts: Readonly<Record<string, string>> = {
  amount: '100.00',
  'account servicer reference': 'S1',
  'end-to-end id': '00000001',
  'name of the payer': 'Atelier Lin & Fils 1',
  'IBAN of the payer': 'FR7612345678901234567890185',
  'remittance information, unstructured': 'Facture 2026-1 du 15 janvier',
  'bank transaction code': 'ESCT',
};

const damages: Readonly<Record<string, string>> = {
  'amount 12,34': good.replace(firstAmount, '$112,34'),
  'amount 1e3': good.replace(firstAmount, '$11e3'),
  'amount empty': good.replace(firstAmount, '$1'),
  'no CdtDbtInd': good.replace('<CdtDbtInd>CRDT</CdtDbtInd><Sts>', '<Sts>'),
  'namespace prefix (legal)': good.replaceAll('<', '<b:').replaceAll('<b:/', '</b:').replace('<b:?', '<?'),
  'AppHdr wrapper (legal)': good
    .replace('<Document', '<Message><Document')
    .replace('</Document>', '</Document></Message>'),
};

async function outcomeOf(xml: string): Promise<string> {
  try {
    const { statements } = await parseCamt053(xml);
    const amounts = statements.flatMap(({ transactions }) => transactions.map(({ amount }) => `"${amount.value}"`));
    return `accepted, amounts ${amounts.join(' ')}`;
  } catch (error) {
    return `throws: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`;
  }
}

printMachine();
const everything = JSON.stringify(await parseCamt053(good));
printTable(
  'camt-parser 1.1.0: is the fact in its result?',
  Object.entries(facts).map(([fact, text]) => ({ fact, found: everything.includes(text) ? 'yes' : 'no' })),
);
const rows: Record<string, string>[] = [];
for (const [damage, xml] of Object.entries(damages)) rows.push({ damage, 'camt-parser': await outcomeOf(xml) });
printTable('Files that are not as its example', rows);
