/**
 * Our XML tokenizer against saxes, an XML parser of another make: whatever it accepts, saxes accepts and reads the same
 * way, down to the line of each tag. Where it refuses and saxes does not, the reason is in the list below.
 *
 *     LETTRAGE_MUTATIONS=1000000 LETTRAGE_SEED=7 npx vitest run test/ingest/xml-tokens.differential.test.ts
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { xmlDecoding } from '../../src/ingest/decode-text.ts';
import { IngestRefusal } from '../../src/ingest/findings.ts';
import { camtFixtures, errorFixtures, readFixture } from './fixtures.ts';
import { corpusFolder, hasCorpus } from './shared-corpus.ts';
import { dice, mutate, type Dice } from './xml-mutations.ts';
import { readBySaxes, readByTokenizer } from './xml-oracle.ts';
import { runSeed } from '../support/random.ts';

/** What only we refuse, known by our words for it. */
const stricterOnPurpose: ReadonlyMap<RegExp, string> = new Map([
  [/the XML declaration\)/, 'saxes reads XML 1.1 and any later 1.x; other line ends and characters hold there'],
  [/name of a processing instruction/, 'saxes takes `<?a?b?>`, though only a blank or `?>` may follow the name'],
]);

const isStricterOnPurpose = (message: string): boolean =>
  [...stricterOnPurpose.keys()].some((words) => words.test(message));

/** Null where both agree. */
function disagreement(text: string, pieces: readonly string[]): string | null {
  const ours = readByTokenizer(pieces);
  if (ours.refusal !== null && isStricterOnPurpose(ours.refusal)) return null;
  const theirs = readBySaxes(text);
  if (ours.refusal !== null) {
    return theirs.refusal === null ? `only we refuse: ${ours.refusal}\n${JSON.stringify(text)}` : null;
  }
  if (theirs.refusal !== null) return `only saxes refuses: ${theirs.refusal}\n${JSON.stringify(text)}`;
  const index = ours.events.findIndex((event, at) => event !== theirs.events[at]);
  if (index === -1 && ours.events.length === theirs.events.length) return null;
  return `event ${String(index)}: ${String(ours.events[index])} | ${String(theirs.events[index])}\n${JSON.stringify(text)}`;
}

function cutText(text: string, roll: Dice): readonly string[] {
  const places = Array.from({ length: roll(6) }, () => roll(text.length + 1)).toSorted((a, b) => a - b);
  return [0, ...places].map((start, index) => text.slice(start, places[index]));
}

/** Null for bytes that are no text in their encoding: no XML parser gets to see them. */
function decoded(bytes: Uint8Array): string | null {
  try {
    const decoding = xmlDecoding(bytes.subarray(0, 16_384));
    return decoding.decode(bytes) + decoding.end();
  } catch (error) {
    if (error instanceof IngestRefusal) return null;
    throw error;
  }
}

const small = [
  '<a/>',
  "<?xml version='1.0' encoding=\"UTF-8\" standalone='yes' ?>\r\n<a b = 'c' d=\"&lt;&#10;\t\r\n'\"><!-- - --></a >\n",
  '<a><b>x ]] &gt; y</b> <b><![CDATA[ <&]] ]]]></b>\n<?p q? ?><b/>t<!-- c --> <c> </c></a><!-- e --><?f g?>\n',
  '<n:a xmlns:n="u" n:b="1"><n:é·>&#x1F600;&amp;amp;\r\r\n\n</n:é·></n:a>',
  '<?xml version="1.0"?><a>1</a>\u0000\u0000\r\n\uFEFF<?xml version="1.0"?>\n<b>2</b>\u001A',
  '<!-- p --><?q?><a>\u0085\u2028\u00A0<b\n/></a>',
];

const texts = (bytes: readonly Uint8Array[]): readonly string[] => bytes.map(decoded).filter((text) => text !== null);
const fixtures = texts([...camtFixtures, ...errorFixtures.filter((name) => name.endsWith('.xml'))].map(readFixture));

test.each([...small, ...fixtures])('both read the same in %j', (text) => {
  expect(disagreement(text, [text])).toBeNull();
  expect(disagreement(text, text.split(/(?:)/u))).toBeNull();
});

const mutationCount = +(process.env['LETTRAGE_MUTATIONS'] ?? '3000');
const seed = +(process.env['LETTRAGE_SEED'] ?? runSeed);

test(
  `both answer the same to ${String(mutationCount)} damaged texts (seed ${String(seed)})`,
  { timeout: 7_200_000 },
  () => {
    const roll = dice(seed);
    const bases = fixtures.filter((text) => text.length < 3_000);
    // Short texts are damaged where it matters more often, and a million of them are soon read.
    const pick = (from: readonly string[]): string => from[roll(from.length)] ?? '';
    let acceptedCount = 0;
    for (let run = 0; run < mutationCount; run++) {
      const text = mutate(pick(roll(6) === 0 ? bases : small), roll);
      // Half a character never comes out of a strict decoder.
      if (/\p{Surrogate}/u.test(text)) continue;
      const pieces = cutText(text, roll);
      const answer = disagreement(text, pieces);
      if (answer !== null) expect.fail(`run ${String(run)}, seed ${String(seed)}: ${answer}`);
      if (readByTokenizer(pieces).refusal === null) acceptedCount++;
    }
    // Damage that is always refused would compare nothing but refusals.
    expect(acceptedCount).toBeGreaterThan(mutationCount / 20);
  },
);

describe.runIf(hasCorpus)('the shared corpus, where present', () => {
  const folders = ['camt052', 'camt053', 'camt054', 'derived', 'bulk/camt052', 'bulk/camt053', 'bulk/camt054'];
  const paths = folders
    .filter((folder) => existsSync(corpusFolder + folder))
    .flatMap((folder) => readdirSync(corpusFolder + folder).map((name) => `${folder}/${name}`))
    .filter((path) => !path.startsWith('derived/') || !/\.(?:sta|mt9|942|940|tsv)/.test(path))
    .filter((path) => statSync(corpusFolder + path).isFile());

  test.each(paths)('both read the same in %s', (path) => {
    const text = decoded(readFileSync(corpusFolder + path));
    if (text === null) return;
    expect(disagreement(text, [text])).toBeNull();
    expect(disagreement(text, cutText(text, dice(1)))).toBeNull();
  });
});
