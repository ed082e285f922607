import type { Config } from '../config/config.ts';
import { describeSourceProblem, readSources, type Source } from '../config/sources.ts';
import { problem } from '../transfer/errors.ts';
import { ConfigRefused } from './session.ts';

/**
 * The sources of `LETTRAGE_SOURCES`, those that are named, or all.
 *
 * @throws ConfigRefused with every problem of the file, `transfer.sources_missing`, `transfer.source_unknown`
 */
export function sourcesOf(
  { sourcesFile }: Pick<Config, 'sourcesFile'>,
  names: readonly string[] = [],
): readonly Source[] {
  const refuse = (told: { code: string; message: string }) => new ConfigRefused(`${told.code}: ${told.message}`);
  if (sourcesFile === null) throw refuse(problem('transfer.sources_missing', ''));
  const read = readSources(sourcesFile);
  if (!read.ok)
    throw new ConfigRefused(read.error.map((found) => describeSourceProblem(sourcesFile, found)).join('\n'));
  const unknown = names.filter((name) => !read.value.some((source) => source.name === name));
  if (unknown.length > 0) throw refuse(problem('transfer.source_unknown', unknown.join(', ')));
  return names.length === 0 ? read.value : read.value.filter(({ name }) => names.includes(name));
}
