/** Writes the types of src/client from docs/openapi.json: `npm run client:generate`. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import openapiTypescript, { astToString } from 'openapi-typescript';

const text = await readFile(new URL('../../docs/openapi.json', import.meta.url), 'utf8');
const document = JSON.parse(text);
// Refusals are all problem documents: the client has one type for them, and the file stays small.
for (const operations of Object.values(document.paths))
  for (const operation of Object.values(operations))
    operation.responses = Object.fromEntries(
      Object.entries(operation.responses)
        .flatMap(([status, response]) => (Number(status) < 400 ? [[status, response]] : []))
        .concat([['default', problem()]]),
    );
delete document.components.responses;

function problem() {
  const schema = { $ref: '#/components/schemas/Problem' };
  return { description: 'A problem document.', content: { 'application/problem+json': { schema } } };
}

const types = astToString(await openapiTypescript(document, { alphabetize: false }));
const sha256 = createHash('sha256').update(text).digest('hex');
const head = `/** Made by \`npm run client:generate\` from docs/openapi.json of SHA-256 ${sha256}. */\n`;
await writeFile(new URL('../../src/client/openapi.ts', import.meta.url), head + types);
