/** What may not happen to a damaged file: an exception, a hang, or money that its bytes do not say. */
import { formatDecimal, signed } from '../../src/domain/money.ts';
import type { StatementFormat } from '../../src/domain/statement.ts';
import { readBaiFacts } from './bai2-oracle.ts';
import { readCamtFacts } from './camt-oracle.ts';
import { readCfonbFacts } from './cfonb120-oracle.ts';
import { readCodaFacts } from './coda-oracle.ts';
import { readMtFacts } from './mt940-oracle.ts';
import { readOfxFacts } from './ofx-oracle.ts';
import { plainNumber, type Oracle, type OracleStatement } from './oracle.ts';
import { readBytes, type ReadStatement } from './read-file.ts';

const oracles: Readonly<Partial<Record<StatementFormat, Oracle>>> = {
  'camt.052': readCamtFacts,
  'camt.053': readCamtFacts,
  'camt.054': readCamtFacts,
  mt940: readMtFacts,
  bai2: readBaiFacts,
  cfonb120: readCfonbFacts,
  coda: readCodaFacts,
  ofx: readOfxFacts,
};

/** `accepted…`: whether the tiny reader could tell. */
type MutantResult = 'refused' | 'accepted and compared' | 'accepted' | Readonly<{ fault: string }>;

const longestMs = 2_000;

export function checkMutant(bytes: Uint8Array): MutantResult {
  const start = process.hrtime.bigint();
  try {
    const { file, statements } = readBytes(bytes);
    const milliseconds = Number((process.hrtime.bigint() - start) / 1_000_000n);
    if (milliseconds > longestMs) return { fault: `took ${milliseconds} ms` };
    const isRefused = file.findings.some(({ severity }) => severity === 'refuse');
    if (isRefused === (file.outcome === 'accepted')) return { fault: `is ${file.outcome} against its findings` };
    if (file.outcome !== 'accepted' || file.format === null) return 'refused';
    const seen = oracles[file.format]?.(bytes) ?? null;
    if (seen === null) return 'accepted';
    const difference = differenceOf(statements, seen);
    return difference === null ? 'accepted and compared' : { fault: difference };
  } catch (error) {
    return { fault: `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` };
  }
}

function differenceOf(read: readonly ReadStatement[], seen: readonly OracleStatement[]): string | null {
  if (read.length !== seen.length) return `${read.length} statements, not ${seen.length}`;
  for (const [index, statement] of seen.entries()) {
    const { summary, entries } = read[index] ?? { summary: undefined, entries: [] };
    const expected = statement.entries.map(({ amount, bookingDate, valueDate }) =>
      [amount, bookingDate, valueDate].join(' '),
    );
    const actual = entries.map(({ amount, side, bookingDate, valueDate }) =>
      [decimal(formatDecimal(signed(amount, side))), bookingDate, valueDate].join(' '),
    );
    const balances = [summary?.openingBalance, summary?.closingBalance].map((balance) =>
      balance === null || balance === undefined ? null : decimal(formatDecimal(balance.amount)),
    );
    if (statement.opening !== undefined && statement.opening !== balances[0]) {
      return `opening ${balances[0]}, not ${statement.opening}`;
    }
    if (statement.closing !== undefined && statement.closing !== balances[1]) {
      return `closing ${balances[1]}, not ${statement.closing}`;
    }
    const at = expected.findIndex((entry, place) => entry !== actual[place]);
    if (at !== -1 || expected.length !== actual.length) {
      return `${actual.length} entries, not ${expected.length}; at ${at}: ${actual[at]}, not ${expected[at]}; proves ${summary?.proves}`;
    }
  }
  return null;
}

const decimal = (written: string): string | null => plainNumber(written.replace('-', ''), written.startsWith('-'));
