/**
 * What a log line says of an error. Not its text as it stands: a query that fails carries its parameters in its
 * message, and PostgreSQL quotes the offending row in `detail`. Places in the code are safe, and enough to find it.
 */
import { redact } from './redact.ts';

type DescribedError = Readonly<{
  type: string;
  /** Of Node, PostgreSQL (SQLSTATE) or this program. */
  code: string | null;
  message: string;
  /** PostgreSQL: the constraint that refused. */
  constraint: string | null;
  /** Where it was thrown, innermost first; the lines of the stack without the message. */
  at: readonly string[];
  cause: DescribedError | null;
}>;

const mostPlaces = 12;
const mostCauses = 4;

export const describeError = (error: unknown): DescribedError => describe(error, mostCauses);

function describe(error: unknown, causesLeft: number): DescribedError {
  if (!(error instanceof Error)) {
    return { type: typeof error, code: null, message: 'not an Error', constraint: null, at: [], cause: null };
  }
  const { name, cause } = error;
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: name,
    code: textOf(error, 'code'),
    message: redact(withoutValues(error.message)),
    constraint: textOf(error, 'constraint'),
    at: places.slice(0, mostPlaces).map((line) => line.trim()),
    cause: cause === undefined || causesLeft === 0 ? null : describe(cause, causesLeft - 1),
  };
}

function textOf(error: Error, key: 'code' | 'constraint'): string | null {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : null;
}

/** Drizzle: "Failed query: select …\nparams: …". PostgreSQL: `invalid input syntax for type uuid: "…"`. */
const withoutValues = (message: string): string =>
  message
    .replace(/^Failed query:[\s\S]*$/, 'Failed query')
    .replace(/^(invalid input (?:syntax|value) for [^:]*):[\s\S]*$/, '$1');
