/**
 * `node --max-semi-space-size=32 child.js NAME WORD…`: runs a script of this folder as a thread of the service runs, and
 * prints what it told as one line of JSON.
 */
import { hurryCompiler } from '../../../src/workers/thread-options.ts';
import { loadScript } from './run-script.ts';

hurryCompiler();
const [name = '', ...words] = process.argv.slice(2);
const script = await loadScript<unknown>(name);
process.stdout.write(`${JSON.stringify(await script(words))}\n`);
