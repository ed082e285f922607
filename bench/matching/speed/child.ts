/** `node child.js NAME WORD…`: runs a script of this folder and prints what it told as one line of JSON. */
import { loadScript } from './run-script.ts';

const [name = '', ...words] = process.argv.slice(2);
const script = await loadScript<unknown>(name);
process.stdout.write(`${JSON.stringify(await script(words))}\n`);
