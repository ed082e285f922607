/** Every file of `fixtures/bank/demo`, by path, as text. */
import { camt053File } from './camt053-file.ts';
import { accounts, bookingDate, nights } from './company.ts';
import { bankAccountsFile, customersFile, openItemsFile } from './csv-files.ts';
import { decisionsFile, type ExpectedFile } from './decisions-file.ts';
import type { AccountKey, Night } from './model.ts';
import { mt940File } from './mt940-file.ts';
import { makeDemo, type Demo } from './plan.ts';
import { readmeFile } from './readme-file.ts';
import { truncatedFile, unbalancedFile, unknownAccountFile } from './refused-files.ts';
import { statementOf } from './statement.ts';

const compactDay = (night: Night): string => bookingDate(night).replaceAll('-', '');

const camtPath = (night: Night, account: AccountKey): string =>
  `night-${night}/camt053_${accounts[account].iban}_${compactDay(night)}.xml`;
const mt940Path = (night: Night, rank: number): string => `night-${night}/MT940_${compactDay(night)}_00${rank}.sta`;

type BankFile = ExpectedFile & Readonly<{ text: string }>;

function publishedFiles(demo: Demo, night: Night): readonly BankFile[] {
  const entriesOf = (of: Night) => demo.entries[of];
  const camt = statementOf('A', night, entriesOf);
  const mt940 = statementOf('B', night, entriesOf);
  return [
    {
      path: camtPath(night, 'A'),
      account: camt.account.iban,
      outcome: 'published',
      entryCount: camt.entries.length,
      text: camt053File(camt, night === 1 ? '02' : '08'),
    },
    {
      path: mt940Path(night, 1),
      account: mt940.account.iban,
      outcome: 'published',
      entryCount: mt940.entries.length,
      text: mt940File(mt940),
    },
  ];
}

function refusedFiles(): readonly BankFile[] {
  return [
    {
      path: camtPath(2, 'C'),
      account: accounts.C.iban,
      outcome: 'balance_mismatch',
      entryCount: 2,
      text: unbalancedFile(),
    },
    { path: camtPath(3, 'C'), account: accounts.C.iban, outcome: 'incomplete', entryCount: 1, text: truncatedFile() },
    {
      path: mt940Path(3, 2),
      account: accounts.D.iban,
      outcome: 'account_unknown',
      entryCount: 2,
      text: unknownAccountFile(),
    },
  ];
}

/** Path below `fixtures/bank/demo` → text; the same on every run. */
export function demoFiles(): ReadonlyMap<string, string> {
  const demo = makeDemo();
  const bankFiles = [...nights.flatMap((night) => publishedFiles(demo, night)), ...refusedFiles()].toSorted((a, b) =>
    a.path < b.path ? -1 : 1,
  );
  const expected = bankFiles.map(({ path, account, outcome, entryCount }) => ({ path, account, outcome, entryCount }));
  return new Map([
    ['README.md', readmeFile(demo)],
    ['bank-accounts.csv', bankAccountsFile()],
    ['customers.csv', customersFile(demo.customers)],
    ['expected-decisions.json', decisionsFile(demo, expected)],
    ...nights.map((night) => [`night-${night}/open-items.csv`, openItemsFile(demo.items, night)] as const),
    ...bankFiles.map(({ path, text }) => [path, text] as const),
  ]);
}
