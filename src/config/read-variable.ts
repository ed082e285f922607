/** One environment variable at a time: its value, null when it is not set, or the problem with it. */
import { resolve } from 'node:path';
import { err, ok, type Result } from '../domain/result.ts';
import type { ConfigProblem } from './config.ts';

export type Reading<T> = Result<T | null, ConfigProblem>;

const quote = (text: string): string => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);

export function readText(environment: NodeJS.ProcessEnv, variable: string): Reading<string> {
  const text = environment[variable]?.trim() ?? '';
  return ok(text === '' ? null : text);
}

/** A path, made absolute: a later change of the working directory moves nothing. */
export function readPath(environment: NodeJS.ProcessEnv, variable: string): Reading<string> {
  const read = readText(environment, variable);
  return read.ok && read.value !== null ? ok(resolve(read.value)) : read;
}

/** A whole number written in plain digits, within the limits, both included. */
export function readWhole(
  environment: NodeJS.ProcessEnv,
  variable: string,
  smallest: number,
  largest: number,
): Reading<number> {
  const text = environment[variable]?.trim() ?? '';
  if (text === '') return ok(null);
  const number = /^\d{1,9}$/.test(text) ? +text : Number.NaN;
  return number >= smallest && number <= largest
    ? ok(number)
    : err({ variable, found: quote(text), fix: `use a whole number from ${smallest} to ${largest}` });
}

export function readChoice<const Choice extends string>(
  environment: NodeJS.ProcessEnv,
  variable: string,
  choices: readonly Choice[],
): Reading<Choice> {
  const text = environment[variable]?.trim() ?? '';
  if (text === '') return ok(null);
  const choice = choices.find((candidate) => candidate === text);
  return choice === undefined
    ? err({ variable, found: quote(text), fix: `use one of ${choices.join(', ')}` })
    : ok(choice);
}

/** An `http:` or `https:` URL. What was found is not shown: it may hold a password. */
export function readWebAddress(environment: NodeJS.ProcessEnv, variable: string): Reading<string> {
  const text = environment[variable]?.trim() ?? '';
  if (text === '') return ok(null);
  return /^https?:\/\//i.test(text) && URL.canParse(text)
    ? ok(text)
    : err({ variable, found: 'no such URL', fix: 'use http://host:4318 or https://host' });
}

/** A PostgreSQL connection URL. What was found is described, never shown: it may hold a password. */
export function readDatabaseUrl(environment: NodeJS.ProcessEnv, variable: string): Reading<string> {
  const text = environment[variable]?.trim() ?? '';
  if (text === '') return ok(null);
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme === 'postgres' || scheme === 'postgresql') return ok(text);
  const found = scheme === undefined ? 'not a URL' : `a ${scheme}:// URL`;
  return err({ variable, found, fix: 'use postgres://user:password@host:5432/database' });
}
