/**
 * Generates a labelled benchmark:
 *
 *     npx tsx bench/matching/generator/main.ts --seed 7 --profile base --items 50000 --lines 10000 --days 20 --out DIR
 *
 * Exit code 0: done. 1: failed. 2: used wrongly.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exitCodeOf, wholeNumber } from '../command.ts';
import { InputRefused } from '../json-rows.ts';
import { bankFileFormats, writeBankFiles } from './bank-files.ts';
import { generateBenchmark } from './generate.ts';
import { profiles, type ProfileName } from './profile.ts';
import { writeDataFolder } from './write.ts';

const usage = `npx tsx bench/matching/generator/main.ts --out DIR [options]
  --seed N             same seed, same data (7)
  --profile NAME       ${Object.keys(profiles).join(', ')} (base)
  --items N            open documents (50000)
  --closed N           documents paid before (as many)
  --lines N            statement lines (10000)
  --days N             over so many days (20)
  --bank-files FORMAT  also as bank statements, with the ledgers' imports: ${bankFileFormats.join(', ')}
`;

const isProfile = (text: string): text is ProfileName => Object.hasOwn(profiles, text);

function generate(): void {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '7' },
      profile: { type: 'string', default: 'base' },
      items: { type: 'string', default: '50000' },
      closed: { type: 'string' },
      lines: { type: 'string', default: '10000' },
      days: { type: 'string', default: '20' },
      out: { type: 'string' },
      'bank-files': { type: 'string' },
    },
  });
  const { profile, out, closed, 'bank-files': wanted } = values;
  if (out === undefined) throw new InputRefused(`--out is missing\n${usage}`);
  if (!isProfile(profile)) throw new InputRefused(`--profile ${profile}: unknown\n${usage}`);
  const format = bankFileFormats.find((one) => one === wanted);
  if (wanted !== undefined && format === undefined) throw new InputRefused(`--bank-files ${wanted}: unknown\n${usage}`);

  const data = generateBenchmark({
    seed: wholeNumber('--seed', values.seed),
    profile,
    items: wholeNumber('--items', values.items),
    ...(closed === undefined ? {} : { closed: wholeNumber('--closed', closed) }),
    lines: wholeNumber('--lines', values.lines),
    days: wholeNumber('--days', values.days),
  });
  writeDataFolder(data, out);
  if (format !== undefined) writeBankFiles(data, join(out, 'bank'), format);
  process.stdout.write(`${JSON.stringify(data.meta, null, 1)}\n`);
}

process.exitCode = await exitCodeOf(async () => generate(), usage, process.stderr);
