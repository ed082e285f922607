/** The XML libraries under comparison, each as one function: text in, number of `Ntry` elements out, or an exception. */
import { createReadStream, readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { loadPeer } from './peers.ts';

type FastXmlParser = Readonly<{
  XMLParser: new (options?: Readonly<Record<string, boolean>>) => Readonly<{ parse: (xml: string) => object }>;
  XMLValidator: Readonly<{ validate: (xml: string) => true | Readonly<{ err: Readonly<{ msg: string }> }> }>;
}>;
type Xml2js = Readonly<{ parseStringPromise: (xml: string) => Promise<unknown> }>;

/** Nothing is guessed: no numbers, no lost leading zeros. The best settings for bank files. */
export const strictOptions = {
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  removeNSPrefix: true,
};

export const fastXmlParser = (): FastXmlParser => loadPeer<FastXmlParser>('fast-xml-parser');

/** Counts elements of a parsed tree by name, whatever shape the library gave it. */
function countNamed(tree: unknown, name: string): number {
  if (Array.isArray(tree)) return tree.reduce((sum: number, child: unknown) => sum + countNamed(child, name), 0);
  if (typeof tree !== 'object' || tree === null) return 0;
  return Object.entries(tree).reduce((sum, [key, child]: [string, unknown]) => {
    const here = key === name ? (Array.isArray(child) ? child.length : 1) : 0;
    return sum + here + countNamed(child, name);
  }, 0);
}

function saxesCounter() {
  let entryCount = 0;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  // Saxes reads a DOCTYPE and says so; a bank file has no use for one.
  parser.on('doctype', () => parser.fail('a DOCTYPE is not allowed'));
  parser.on('closetag', (tag) => {
    if (tag.name === 'Ntry') entryCount += 1;
  });
  return { parser, entryCount: () => entryCount };
}

export const xmlReaders: Readonly<Record<string, (xml: string) => number | Promise<number>>> = {
  saxes: (xml) => {
    const { parser, entryCount } = saxesCounter();
    parser.write(xml).close();
    return entryCount();
  },
  'fast-xml-parser': (xml) => countNamed(new (fastXmlParser().XMLParser)(strictOptions).parse(xml), 'Ntry'),
  'fast-xml-parser after XMLValidator': (xml) => {
    const { XMLParser, XMLValidator } = fastXmlParser();
    const verdict = XMLValidator.validate(xml);
    if (verdict !== true) throw new Error(verdict.err.msg);
    return countNamed(new XMLParser(strictOptions).parse(xml), 'Ntry');
  },
  xml2js: async (xml) => countNamed(await loadPeer<Xml2js>('xml2js').parseStringPromise(xml), 'Ntry'),
};

/** The same from a file, as a service would do it: saxes from a stream, the others from the whole text. */
export async function countEntriesOfFile(reader: string, path: string): Promise<number> {
  if (reader !== 'saxes') return xmlReaders[reader]?.(readFileSync(path, 'utf8')) ?? Number.NaN;
  const { parser, entryCount } = saxesCounter();
  for await (const chunk of createReadStream(path, 'utf8')) parser.write(String(chunk));
  parser.close();
  return entryCount();
}
