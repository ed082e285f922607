/**
 * Writes the demo company's files: `npx tsx scripts/make-demo.ts [FOLDER]`, `fixtures/bank/demo` unless said.
 * What it does not make (the `.expected.json` beside a bank file) stays as it is.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoFiles } from './demo/demo-files.ts';

const folder = process.argv[2] ?? fileURLToPath(new URL('../fixtures/bank/demo', import.meta.url));
const files = demoFiles();
for (const [path, text] of files) {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
console.log(`${files.size} files written to ${folder}`);
