import { accounts, nights } from './company.ts';
import type { Demo } from './plan.ts';
import { scenarios } from './scenarios/index.ts';

/** One row per kind of case: how often it comes, what it shows, what becomes of it. */
function scenarioRows({ entries }: Demo): readonly string[] {
  const all = nights.flatMap((night) => entries[night]);
  return Object.entries(scenarios).map(([name, { says }]) => {
    const ofThis = all.filter((entry) => entry.scenario === name);
    const outcomes = new Set(
      ofThis.flatMap((entry) => entry.payments.map(({ expected }) => expected.reason ?? expected.action)),
    );
    return `| \`${name}\` | ${ofThis.length} | ${says} | ${[...outcomes].map((outcome) => `\`${outcome}\``).join(', ')} |`;
  });
}

export function readmeFile(demo: Demo): string {
  const all = nights.flatMap((night) => demo.entries[night]);
  const paymentCount = all.reduce((count, entry) => count + entry.payments.length, 0);
  const openCount = demo.items.filter((item) => item.residualMinor > 0n).length;
  return `# The demo company: three nights of bank files

Verrerie du Layon SARL makes bottles and jars in Anjou. The company, its customers, its banks and their codes are
invented; written by the Lettrage authors, Apache-2.0. Account numbers and references carry right check digits, so that
they pass every check, and belong to nobody.

All of this, this page included, is written by \`npx tsx scripts/make-demo.ts\`, the same bytes on every run.
Change the scripts, not the files: \`test/demo/demo-files.test.ts\` compares them.

- \`bank-accounts.csv\`, \`customers.csv\`: imported once. ${demo.customers.length} customers, two of them homonyms.
- \`night-1\` to \`night-3\` (2 to 4 March 2026): \`open-items.csv\`, what the ERP says that night, then what the banks
  deliver. ${demo.items.length} documents, ${openCount} of them open; ${all.length} entries, ${paymentCount} payments.
- \`expected-decisions.json\`: what becomes of each file and each payment when the nights are run in order and nobody
  works on the review queue in between.

| account | what comes |
| --- | --- |
| \`${accounts.A.iban}\` | camt.053, version 001.02 on night 1, 001.08 after |
| \`${accounts.B.iban}\` | MT940 |
| \`${accounts.C.iban}\` | camt.053: night 2 is off by 0.10, night 3 is cut off; nothing of them is published |
| \`${accounts.D.iban}\` | MT940 on night 3: an account that the books do not have |

The ERP's second night closes one invoice, corrects a due date and has one row with a decimal comma, which is refused;
the row comes again on the third night, and its invoice is paid.

## Kinds of cases

| case | entries | what it shows | what becomes of it |
| --- | --- | --- | --- |
${scenarioRows(demo).join('\n')}
`;
}
