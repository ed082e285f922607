/**
 * Builds with one thing broken each, and the test that has to notice. A suite that stays green over one of them proves
 * nothing about that thing.
 */
export type Patch = Readonly<{ file: string; before: string; after: string }>;

export type SabotagedBuild = Readonly<{
  name: string;
  patches: readonly Patch[];
  /** The title is a part of the test's full name. */
  caughtBy: Readonly<{ file: string; title: string }>;
}>;

const transaction = 'src/ledger/transaction.ts';
const carryOut = 'src/ledger/commands/carry-out.ts';
const commandTests = 'test/ledger/commands.db.test.ts';

export const sabotagedBuilds: readonly SabotagedBuild[] = [
  {
    name: 'no unique key of commands',
    patches: [
      {
        file: 'src/ledger/migrations/0012_ledger_commands.sql',
        before: `CONSTRAINT "command_ledger_id_id_pk" PRIMARY KEY("ledger_id","id")`,
        after: `CONSTRAINT "command_has_an_id" CHECK ("id" IS NOT NULL)`,
      },
    ],
    caughtBy: { file: 'test/torture/contests.db.test.ts', title: 'a command id stands once' },
  },
  {
    name: 'no transaction',
    patches: [
      { file: transaction, before: `client.query('begin')`, after: `client.query('select 1')` },
      { file: transaction, before: `client.query('commit')`, after: `client.query('select 1')` },
      { file: transaction, before: `command !== 'COMMIT'`, after: `command !== 'SELECT'` },
      { file: transaction, before: `$1, true)`, after: `$1, false)` },
    ],
    caughtBy: {
      file: 'test/ledger/transaction.db.test.ts',
      title: 'rolls back when the work throws, and throws the same error',
    },
  },
  {
    name: 'amounts through a float',
    patches: [
      {
        file: 'src/domain/money.ts',
        before: `BigInt(whole + fraction.slice(0, exponent))`,
        after: `BigInt(Math.round(parseFloat(\`\${whole}.\${fraction}\`) * 10 ** exponent))`,
      },
    ],
    caughtBy: { file: 'test/domain/money.test.ts', title: 'is undone by formatDecimal, in every currency' },
  },
  {
    name: 'locks in the order of the request',
    patches: [
      {
        file: 'src/ledger/commands/lock-settlement-rows.ts',
        before: `const byId = new Map(rows.map((row) => [row.id, row]));`,
        after: `const byId = new Map(rows.map((row) => [row.id, row]));
          await tx.query('select pg_sleep(0.01)');`,
      },
      {
        file: 'src/ledger/commands/lock-settlement-rows.ts',
        before: `where ledger_id = $1 and id = any($2) order by id for update\``,
        after: `where ledger_id = $1 and id = any($2) order by array_position($2, id) for update\``,
      },
    ],
    caughtBy: { file: 'test/torture/contests.db.test.ts', title: 'no deadlock' },
  },
  {
    name: 'no look at what the person saw',
    patches: [
      {
        file: 'src/ledger/commands/settle-payment.ts',
        before: `if (payment.version !== version)`,
        after: `if (payment.version < version)`,
      },
    ],
    caughtBy: { file: commandTests, title: 'that saw older books is refused, with what stands' },
  },
  {
    name: 'row-level security not forced',
    patches: [
      {
        file: 'src/ledger/migrations/0012_ledger_commands.sql',
        before: `ALTER TABLE "command" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;`,
        after: `ALTER TABLE "command" ENABLE ROW LEVEL SECURITY;`,
      },
    ],
    caughtBy: { file: 'test/ledger/books.db.test.ts', title: 'command is forced, and shows nothing' },
  },
  {
    name: 'a letter code used again',
    patches: [
      {
        file: 'src/ledger/plan/settlement-letters.ts',
        before: `(issued.get(counter) ?? rows.lastNumbers.get(counter) ?? 0) + 1`,
        after: `Math.max(issued.get(counter) ?? rows.lastNumbers.get(counter) ?? 0, 1)`,
      },
    ],
    caughtBy: { file: commandTests, title: 'ties two groups together under the older code' },
  },
  {
    name: 'the sign lost where something is taken back',
    patches: [
      {
        file: 'src/ledger/queries/rebuild-state.ts',
        before: `sum(cash_minor) as cash from posting`,
        after: `sum(abs(cash_minor)) as cash from posting`,
      },
    ],
    caughtBy: { file: commandTests, title: 'whole: what is left of the group is lettered again under a new code' },
  },
  {
    name: 'no look for an earlier answer',
    patches: [
      {
        file: carryOut,
        before: `if (carried !== undefined) return`,
        after: `if (carried !== undefined && carried.sha256 === '') return`,
      },
    ],
    caughtBy: { file: commandTests, title: 'given again with the same id answers the same and books nothing' },
  },
  {
    name: 'the audit event left out',
    patches: [{ file: carryOut, before: `[...events, told]`, after: `[told]` }],
    caughtBy: { file: commandTests, title: 'partly, and the second payment joins the group under the same code' },
  },
];
