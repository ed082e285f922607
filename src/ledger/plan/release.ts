/**
 * What a person may decide about a file that was set aside. Doubts about what is missing or counted otherwise can be
 * overruled, with a reason; what can not be read or does not add up can not: nobody knows which amount is wrong.
 */
import type { Finding } from '../../domain/statement.ts';

const releasable: ReadonlySet<string> = new Set([
  'ingest.statement_gap',
  'ingest.statement_without_balance',
  'ingest.statement_twin',
  'ingest.totals_mismatch',
  'ingest.sequence_gap',
  'ingest.cross_check_differs',
]);

/** What forbids to publish the file; none: a person may. */
export const forbidsRelease = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ code, severity }) => severity === 'refuse' && !releasable.has(code));
