/** The list of real files that are read otherwise than their facts say, as `docs/formats/deviations.md` has it. */
import { readFileSync } from 'node:fs';

const document = new URL('../../docs/formats/deviations.md', import.meta.url);

/** By path inside the shared corpus: why. */
export function listedDeviations(): ReadonlyMap<string, string> {
  const rows = readFileSync(document, 'utf8').matchAll(/^\| `([^`]+)` *\| (.+?) *\|$/gm);
  return new Map([...rows].map(([, path = '', why = '']) => [path, why]));
}
