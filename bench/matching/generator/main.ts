/**
 * Generates a labelled benchmark:
 *
 *     npx tsx bench/matching/generator/main.ts --seed 7 --profile base --items 50000 --lines 10000 --days 20 --out DIR
 *
 * `--bank-files camt.053` or `mt940` writes the same lines as bank statements too, with the ledgers' imports.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bankFileFormats, writeBankFiles } from './bank-files.ts';
import { generateBenchmark } from './generate.ts';
import { profiles, type ProfileName } from './profile.ts';
import { writeDataFolder } from './write.ts';

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

function usage(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function count(option: 'seed' | 'items' | 'closed' | 'lines' | 'days'): number {
  const text = values[option] ?? '';
  return /^\d{1,9}$/.test(text) ? +text : usage(`--${option}: a whole number, not "${text}"`);
}

const isProfile = (text: string): text is ProfileName => Object.hasOwn(profiles, text);
const { profile, out } = values;
if (out === undefined) usage('--out: name the folder to write to');
if (!isProfile(profile)) usage(`--profile: ${Object.keys(profiles).join(' or ')}, not "${profile}"`);
const format = bankFileFormats.find((one) => one === values['bank-files']);
if (values['bank-files'] !== undefined && format === undefined) usage(`--bank-files: ${bankFileFormats.join(' or ')}`);

const data = generateBenchmark({
  seed: count('seed'),
  profile,
  items: count('items'),
  ...(values.closed === undefined ? {} : { closed: count('closed') }),
  lines: count('lines'),
  days: count('days'),
});
writeDataFolder(data, out);
if (format !== undefined) writeBankFiles(data, join(out, 'bank'), format);
process.stdout.write(`${JSON.stringify(data.meta, null, 1)}\n`);
