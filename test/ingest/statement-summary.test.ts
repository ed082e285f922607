import { expect, test } from 'vitest';
import { finding } from '../../src/ingest/findings.ts';
import { findingList } from '../../src/ingest/statement-summary.ts';

test('a list of findings counts the warnings it has no room for, and keeps every refusal', () => {
  const findings = findingList(2);
  for (let count = 0; count < 5; count += 1) findings.add(finding('ingest.details_mismatch', `warning ${count}`));
  findings.add(finding('ingest.balance_mismatch', 'a refusal'));
  expect(findings.all().map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    'warn ingest.details_mismatch',
    'warn ingest.details_mismatch',
    'refuse ingest.balance_mismatch',
    'warn ingest.findings_left_out',
  ]);
});
