/**
 * Where statement files come from by themselves: the file that `LETTRAGE_SOURCES` names, a JSON list of sources.
 * `docs/transfer.md` describes it. It holds no secret: passwords and keys are in files of their own, read when needed.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { parseLocalDate, type LocalDate } from '../domain/local-date.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { folderSourceSchema, schemaAt, sftpSourceSchema, weekdays, type Weekday } from './sources-schema.ts';

/** By when a file has to have come, on which days; `withinHours`: how long before that it counts as that day's. */
export type Schedule = Readonly<{
  /** `HH:MM` on the clocks of `timezone`. */
  expectedBy: string;
  timezone: string;
  days: readonly Weekday[];
  notOn: readonly LocalDate[];
  withinHours: number;
}>;

type AnySource = Readonly<{
  /** Names the source in reports, locks and arrivals; unique. */
  name: string;
  /** The code of the ledger. */
  ledger: string;
  folders: readonly string[];
  /** Below each folder when relative. */
  doneFolder: string;
  pollSeconds: number;
  /** A file that was changed less than this ago may still be written. */
  settledSeconds: number;
  /** From here on a file that never became whole is stored all the same, for a person to see it in quarantine. */
  incompleteAfterHours: number;
  schedule: Schedule | null;
}>;

type FolderSource = AnySource & Readonly<{ kind: 'folder' }>;
/** Absolute paths of files that hold one secret each. */
export type Credential =
  | Readonly<{ kind: 'password'; passwordFile: string }>
  | Readonly<{ kind: 'key'; privateKeyFile: string; passphraseFile: string | null }>;
export type SftpSource = AnySource &
  Readonly<{
    kind: 'sftp';
    host: string;
    port: number;
    user: string;
    /** Fingerprints as `ssh-keygen -lf` prints them; none: nothing is pulled. */
    hostKeySha256: readonly string[];
    credential: Credential;
  }>;
export type Source = FolderSource | SftpSource;

/** One thing in the file that can't be used: where (JSON pointer) and what to write instead. Values are not repeated. */
type SourceProblem = Readonly<{ at: string; fix: string }>;

const mostSources = 1_000;
const secretWords = /pass|secret|key/i;

/** Reads and checks the whole file. @returns every problem at once, not only the first */
export function readSources(file: string): Result<readonly Source[], SourceProblem[]> {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // The text of a JSON error quotes the file.
    const fix = error instanceof SyntaxError ? 'the file is not JSON; write a list of sources: [{…}]' : String(error);
    return err([{ at: '', fix }]);
  }
  return checkSources(json, dirname(resolve(file)));
}

/** @param folder - what relative paths are relative to. */
export function checkSources(json: unknown, folder: string): Result<readonly Source[], SourceProblem[]> {
  if (!Array.isArray(json) || json.length > mostSources)
    return err([{ at: '', fix: `write a list of at most ${mostSources} sources: [{…}]` }]);
  const problems: SourceProblem[] = [];
  const names = new Set<string>();
  const sources = json.flatMap((item: unknown, index): Source[] => {
    const read = checkSource(item, `/${index}`, folder);
    if (!read.ok) {
      problems.push(...read.error);
      return [];
    }
    const { name } = read.value;
    if (names.has(name))
      problems.push({ at: `/${index}/name`, fix: `give each source its own name; ${name} is taken` });
    names.add(name);
    return [read.value];
  });
  return problems.length > 0 ? err(problems) : ok(Object.freeze(sources));
}

function checkSource(item: unknown, at: string, folder: string): Result<Source, SourceProblem[]> {
  const kind = typeof item === 'object' && item !== null && 'kind' in item ? item.kind : null;
  if (kind !== 'sftp' && kind !== 'folder')
    return err([{ at: `${at}/kind`, fix: 'say what the source is: "sftp" or "folder"' }]);
  const problems =
    kind === 'sftp' ? problemsWith(sftpSourceSchema, item, at) : problemsWith(folderSourceSchema, item, at);
  if (problems.length > 0) return err(problems);
  const written = item as Static<typeof folderSourceSchema> | Static<typeof sftpSourceSchema>;
  problems.push(...scheduleProblems(written, at));
  if ('host' in written) problems.push(...credentialProblems(written, at));
  if (problems.length > 0) return err(problems);
  return ok('host' in written ? sftpSource(written, folder) : folderSource(written, folder));
}

function problemsWith(schema: TSchema, item: unknown, at: string): SourceProblem[] {
  const found = new Map<string, string>();
  for (const { keyword, instancePath, params } of Value.Errors(schema, item)) {
    const { requiredProperties, additionalProperties } = params as Record<string, readonly string[] | undefined>;
    if (keyword === 'required') {
      for (const name of requiredProperties ?? []) found.set(`${at}${instancePath}/${name}`, 'this is missing; say it');
    } else if (keyword === 'additionalProperties') {
      for (const name of additionalProperties ?? []) found.set(`${at}${instancePath}/${name}`, unknownProperty(name));
    } else if (!found.has(`${at}${instancePath}`) && keyword !== 'boolean') {
      const fix: unknown = Reflect.get(schemaAt(schema, instancePath) ?? {}, 'fix');
      found.set(`${at}${instancePath}`, typeof fix === 'string' ? fix : 'use another value');
    }
  }
  return [...found].map(([place, fix]) => ({ at: place, fix }));
}

const unknownProperty = (name: string): string =>
  secretWords.test(name)
    ? 'a secret never stands here: put it into a file that only this account reads, and name it in passwordFile, privateKeyFile or passphraseFile'
    : 'there is no such setting; take it out';

function scheduleProblems(
  { expectedBy, timezone, days, notOn, expectedWithinHours }: Static<typeof folderSourceSchema>,
  at: string,
): SourceProblem[] {
  const problems: SourceProblem[] = [];
  if (expectedBy === undefined) {
    const without = Object.entries({ timezone, days, notOn, expectedWithinHours }).filter(
      ([, value]) => value !== undefined,
    );
    problems.push(...without.map(([name]) => ({ at: `${at}/${name}`, fix: 'say also expectedBy, or take it out' })));
  } else if (timezone === undefined) problems.push({ at: `${at}/timezone`, fix: 'say on whose clocks expectedBy is' });
  if (timezone !== undefined && !isTimeZone(timezone))
    problems.push({ at: `${at}/timezone`, fix: 'name a time zone, as Europe/Paris' });
  for (const [index, day] of (notOn ?? []).entries()) {
    if (readDay(day) === null) problems.push({ at: `${at}/notOn/${index}`, fix: 'write a day that exists' });
  }
  return problems;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format() !== '';
  } catch {
    return false;
  }
}

function credentialProblems(
  { passwordFile, privateKeyFile, passphraseFile }: Static<typeof sftpSourceSchema>,
  at: string,
): SourceProblem[] {
  if ((passwordFile === undefined) === (privateKeyFile === undefined))
    return [{ at, fix: 'name either passwordFile or privateKeyFile' }];
  return passphraseFile !== undefined && privateKeyFile === undefined
    ? [{ at: `${at}/passphraseFile`, fix: 'a passphrase belongs to a privateKeyFile' }]
    : [];
}

const defaults = { pollSeconds: 300, settledSeconds: 10, incompleteAfterHours: 4, doneFolder: 'done' };
const readDay = (text: string): LocalDate | null => {
  const day = parseLocalDate(text);
  return day.ok ? day.value : null;
};
const workingDays = weekdays.slice(0, 5);

function anySource(written: Static<typeof folderSourceSchema> | Static<typeof sftpSourceSchema>): AnySource {
  const { name, ledger, folders, expectedBy, timezone, days, notOn = [], expectedWithinHours = 12 } = written;
  const { doneFolder, pollSeconds, settledSeconds, incompleteAfterHours } = { ...defaults, ...written };
  const schedule =
    expectedBy === undefined || timezone === undefined
      ? null
      : {
          expectedBy,
          timezone,
          days: weekdays.filter((day) => days?.includes(day) ?? workingDays.includes(day)),
          notOn: notOn.flatMap((day) => readDay(day) ?? []),
          withinHours: expectedWithinHours,
        };
  return { name, ledger, folders, doneFolder, pollSeconds, settledSeconds, incompleteAfterHours, schedule };
}

function folderSource(written: Static<typeof folderSourceSchema>, folder: string): FolderSource {
  const source = anySource(written);
  return { ...source, kind: 'folder', folders: source.folders.map((path) => resolve(folder, path)) };
}

function sftpSource(written: Static<typeof sftpSourceSchema>, folder: string): SftpSource {
  const { host, port = 22, user, hostKeySha256 = [], passwordFile, privateKeyFile, passphraseFile } = written;
  const credential: Credential =
    passwordFile === undefined
      ? {
          kind: 'key',
          privateKeyFile: resolve(folder, privateKeyFile ?? ''),
          passphraseFile: passphraseFile === undefined ? null : resolve(folder, passphraseFile),
        }
      : { kind: 'password', passwordFile: resolve(folder, passwordFile) };
  return { ...anySource(written), kind: 'sftp', host, port, user, hostKeySha256, credential };
}

/** `/srv/sources.json at /0/port: use a whole number from 1 to 65535.` */
export const describeSourceProblem = (file: string, { at, fix }: SourceProblem): string =>
  `${file}${at === '' ? '' : ` at ${at}`}: ${fix}.`;
