/**
 * The right answers, for tests and for the reader: what becomes of each file and of each payment.
 * A payment is known by account, booking date and signed amount, and by its rank where two are alike in all three.
 */
import { accounts, bookingDate, nights } from './company.ts';
import type { BookedEntry, DemoPayment, Night } from './model.ts';
import { decimal } from './money-text.ts';
import type { Demo } from './plan.ts';
import { refusedLines } from './csv-files.ts';
import { groupedByFour, swiftText } from './texts.ts';

/** What became of a file on its night. */
export type ExpectedFile = Readonly<{
  path: string;
  account: string;
  outcome: 'published' | 'balance_mismatch' | 'incomplete' | 'account_unknown';
  entryCount: number;
}>;

// MT940 has one text: the creditor reference stands in it too, and capitals are all it knows.
function firstLine(entry: BookedEntry, payment: DemoPayment): string | null {
  if (entry.account === 'A') return payment.remittance[0] ?? (entry.shows === 'details' ? null : entry.label);
  if (entry.shows === 'none') return swiftText(entry.label);
  const reference = payment.creditorReference === null ? [] : [groupedByFour(payment.creditorReference)];
  const text = [...payment.remittance, ...reference].map(swiftText).join(' ');
  return text === '' ? null : text;
}

function toDecision(night: Night, entry: BookedEntry, payment: DemoPayment) {
  const { expected } = payment;
  return {
    night,
    account: accounts[entry.account].iban,
    bookingDate: bookingDate(night),
    amount: decimal(entry.side === 'credit' ? payment.amountMinor : -payment.amountMinor),
    endToEndId: payment.endToEndId,
    firstRemittanceLine: firstLine(entry, payment),
    scenario: entry.scenario,
    action: expected.action,
    reason: expected.reason,
    settles: expected.settles.map(({ documentNumber, clearedMinor }) => ({
      documentNumber,
      cleared: decimal(clearedMinor),
    })),
  };
}

type Decision = ReturnType<typeof toDecision>;

/** Numbers from 0 the payments that account, day and amount do not tell apart. */
function ranked(decisions: readonly Decision[]) {
  const seen = new Map<string, number>();
  return decisions.map((decision) => {
    const key = `${decision.account} ${decision.bookingDate} ${decision.amount}`;
    const rank = seen.get(key) ?? 0;
    seen.set(key, rank + 1);
    const { night, account, bookingDate: day, amount, ...rest } = decision;
    return { night, account, bookingDate: day, amount, rank, ...rest };
  });
}

export function decisionsFile(demo: Demo, files: readonly ExpectedFile[]): string {
  const decisions = nights.flatMap((night) =>
    demo.entries[night].flatMap((entry) => entry.payments.map((payment) => toDecision(night, entry, payment))),
  );
  const document = {
    form: 'lettrage.demo-decisions/1',
    engine: 'the ladder of src/matching/decision, as far as the ledger can book it',
    refusedOpenItemRows: refusedLines(demo.items),
    files,
    payments: ranked(decisions),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
