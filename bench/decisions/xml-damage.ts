/**
 * Decision 0003 (and 0005 for xml2js): what each XML library does with damaged statements, and what memory it takes.
 *
 * Run: `npx tsx bench/decisions/xml-damage.ts` (about 40 seconds)
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printMachine, printPeak, printTable, runAlone } from './measure.ts';
import { camtStatement } from './sample-statements.ts';
import { countEntriesOfFile, fastXmlParser, strictOptions, xmlReaders } from './xml-readers.ts';

const fileSizesMb = [5, 20, 60];
const bytesPerEntry = 930;

/** Each damage of one good statement with three entries. Only the first line of this table may be accepted. */
function damages(good: string): Readonly<Record<string, string>> {
  const afterStatement = good.indexOf('</Stmt>') + '</Stmt>'.length;
  return {
    'whole file': good,
    'cut inside an entry': good.slice(0, good.lastIndexOf('<RmtInf>')),
    'cut after </Stmt>': good.slice(0, afterStatement),
    'wrong end tag': good.replace('</BookgDt>', '</BookDt>'),
    'blank after <': good.replace('<BookgDt>', '< BookgDt>'),
    'bare &': good.replace('&amp;', '&'),
    DOCTYPE: good.replace('<Document', '<!DOCTYPE Document [<!ENTITY a "b">]><Document'),
    'two documents': good + good,
  };
}

async function verdictOf(read: (xml: string) => number | Promise<number>, xml: string): Promise<string> {
  try {
    return `${await read(xml)} entries`;
  } catch {
    return 'refused';
  }
}

async function printDamage(): Promise<void> {
  const rows: Record<string, string>[] = [];
  for (const [damage, xml] of Object.entries(damages(camtStatement(3)))) {
    const row: Record<string, string> = { damage };
    for (const [name, read] of Object.entries(xmlReaders)) row[name] = await verdictOf(read, xml);
    rows.push(row);
  }
  printTable('Damaged files: what comes out', rows);
}

function printChangedValues(): void {
  const { XMLParser } = fastXmlParser();
  const values = ['00150042', '1.10', '1E5', '123456789012345678901'];
  const valueIn = (xml: string, options?: Readonly<Record<string, boolean>>) => {
    const [value]: unknown[] = Object.values(new XMLParser(options).parse(xml));
    return String(value);
  };
  const rows = values.map((written) => {
    const xml = `<EndToEndId>${written}</EndToEndId>`;
    return { written, 'default options': valueIn(xml), 'strict options': valueIn(xml, strictOptions) };
  });
  printTable('fast-xml-parser: an EndToEndId as it is read', rows);
}

function printMemory(): void {
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-xml-'));
  const rows: Record<string, string>[] = [];
  try {
    for (const sizeMb of fileSizesMb) {
      const path = join(folder, `${sizeMb}.xml`);
      writeFileSync(path, camtStatement(Math.round((sizeMb * 1_000_000) / bytesPerEntry)));
      for (const reader of ['saxes', 'fast-xml-parser', 'xml2js']) {
        const { output, peakMb, seconds } = runAlone(import.meta.url, ['read', reader, path]);
        rows.push({
          file: `${sizeMb} MB`,
          reader,
          result: output,
          'peak MB': peakMb.toFixed(0),
          s: seconds.toFixed(1),
        });
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  printTable('Memory: one file, one process', rows);
}

const [task, reader = '', path = ''] = process.argv.slice(2);
if (task === 'read') {
  console.log(`${await countEntriesOfFile(reader, path)} entries`);
  printPeak();
} else {
  printMachine();
  await printDamage();
  printChangedValues();
  printMemory();
}
