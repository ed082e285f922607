/** What is to become of the demo company's files and payments, as the scripts that make them say. */
import { readFileSync } from 'node:fs';

export type ExpectedPayment = Readonly<{
  night: number;
  account: string;
  bookingDate: string;
  amount: string;
  rank: number;
  endToEndId: string | null;
  firstRemittanceLine: string | null;
  scenario: string;
  action: 'apply' | 'return' | 'review';
  reason: string | null;
  settles: readonly Readonly<{ documentNumber: string; cleared: string }>[];
}>;

type Expected = Readonly<{
  refusedOpenItemRows: readonly Readonly<{ night: number; line: number }>[];
  files: readonly Readonly<{ path: string; account: string; outcome: string; entryCount: number }>[];
  payments: readonly ExpectedPayment[];
}>;

const path = new URL('../../fixtures/bank/demo/expected-decisions.json', import.meta.url);
export const expected = JSON.parse(readFileSync(path, 'utf8')) as Expected;
