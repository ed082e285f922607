/**
 * Decision 0004: what mt940-js does on a clean install, with a damaged line, with a reversed credit, with a cut file.
 *
 * Run: `npx tsx bench/decisions/mt940-damage.ts` (about 2 seconds)
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPeer, peerFolder } from './peers.ts';
import { printMachine, printTable } from './measure.ts';
import { mt940Statement } from './sample-statements.ts';

type ReadStatement = Readonly<{
  transactions: readonly Readonly<{ amount: number; isCredit: boolean; valueDate: string }>[];
  closingBalance?: Readonly<{ value: number }>;
}>;
type Mt940Js = Readonly<{ read: (bytes: Buffer) => Promise<readonly ReadStatement[]> }>;

/** mt940-js declares no dependency, so a clean install of it is its own folder and nothing else. */
function loadsAlone(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-mt940-'));
  try {
    cpSync(peerFolder('mt940-js'), join(folder, 'node_modules/mt940-js'), { recursive: true });
    createRequire(join(folder, 'index.js'))('mt940-js');
    return 'loads';
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const credit = '2603020302C100,00NTRFNONREF//B1';
/** 1,000.00 at the start and two times 100.00 in: what the closing balance says depends on the case. */
const cases: Readonly<Record<string, Readonly<{ text: string; right: string }>>> = {
  'good file': {
    text: mt940Statement([credit, credit], ':62F:C260302EUR1200,00'),
    right: '+100.00 +100.00, closing 1200.00',
  },
  'reversed credit, RC': {
    text: mt940Statement([credit, '2603020302RC100,00NTRFNONREF//B2'], ':62F:C260302EUR1000,00'),
    right: '+100.00 -100.00, closing 1000.00',
  },
  'reversed debit, RD': {
    text: mt940Statement([credit, '2603020302RD100,00NTRFNONREF//B2'], ':62F:C260302EUR1200,00'),
    right: '+100.00 +100.00, closing 1200.00',
  },
  'amount 1OO,00 (letters O)': {
    text: mt940Statement([credit, '2603020302C1OO,00NTRFNONREF//B2'], ':62F:C260302EUR1200,00'),
    right: 'refused, or a finding',
  },
  'amount without a comma': {
    text: mt940Statement([credit, '2603020302C100NTRFNONREF//B2'], ':62F:C260302EUR1200,00'),
    right: '+100.00 +100.00, closing 1200.00, a finding',
  },
  'cut before :62F:': { text: mt940Statement([credit, credit], '').replace(/-\r\n$/, ''), right: 'incomplete' },
};

const signed = ({ amount, isCredit }: ReadStatement['transactions'][number]): string =>
  `${isCredit ? '+' : '-'}${amount.toFixed(2)}`;

async function readWith(library: Mt940Js, text: string): Promise<string> {
  try {
    const statements = await library.read(Buffer.from(text, 'latin1'));
    return statements
      .map(({ transactions, closingBalance }) => {
        const closing = closingBalance === undefined ? 'none' : closingBalance.value.toFixed(2);
        return `${transactions.map(signed).join(' ')}, closing ${closing}`;
      })
      .join('; ');
  } catch {
    return 'refused';
  }
}

printMachine();
printTable('mt940-js 1.0.0 on a clean install', [{ 'require("mt940-js")': loadsAlone() }]);

const library = loadPeer<Mt940Js>('mt940-js');
const rows: Record<string, string>[] = [];
for (const [name, { text, right }] of Object.entries(cases)) {
  rows.push({ case: name, 'mt940-js, tslib added by hand': await readWith(library, text), right });
}
printTable('Statements of two entries, opening balance 1000.00', rows);
