/** The words of `lettrage import`. */
import { Argument, InvalidArgumentError, type Command } from 'commander';
import { parseLocalDate, type LocalDate } from '../domain/local-date.ts';
import { formatPaymentTerms, parsePaymentTerms, type PaymentTerms } from '../domain/payment-terms.ts';
import { importKinds, type ImportKind } from '../workers/jobs/import-records.ts';
import { usualOpenItemImport } from '../workers/jobs/imported.ts';
import { importFile } from './commands/import.ts';
import type { ExitCode, Output } from './output.ts';
import type { Session } from './session.ts';

type InBooks = (name: string, description: string) => Command;
type InSession = (work: (session: Session) => Promise<ExitCode>) => Promise<void>;
type Words = Readonly<{ ledger: string; terms: PaymentTerms; accounts: readonly string[]; asOf?: LocalDate }>;

export function addImport(inBooks: InBooks, output: Output, inSession: InSession): void {
  const { terms, receivableAccounts } = usualOpenItemImport;
  inBooks(
    'import',
    'Take bank accounts, customers, open items, collections or exchange rates from CSV or JSON lines; open items from a FEC too.',
  )
    .addArgument(new Argument('<kind>').choices(importKinds))
    .argument('<file>')
    .option(
      '--terms <terms>',
      `open items without a due date, of customers without terms (default: ${formatPaymentTerms(terms)})`,
      termsOption,
      terms,
    )
    .option(
      '--accounts <beginnings>',
      `FEC: the accounts that customers owe on (default: ${receivableAccounts.join(',')})`,
      accountsOption,
      receivableAccounts,
    )
    .option('--as-of <day>', 'FEC: the day on which it was written, YYYY-MM-DD', dayOption)
    .action((kind: ImportKind, file: string, { ledger, terms: given, accounts, asOf }: Words) => {
      const options = { terms: given, receivableAccounts: accounts, asOf: asOf ?? null };
      return inSession((session) => importFile(session, output, { ledger, kind, file, options }));
    });
}

function termsOption(text: string): PaymentTerms {
  const terms = parsePaymentTerms(text);
  if (!terms.ok) throw new InvalidArgumentError('Write net:30, eom:45 or eom_then:45.');
  return terms.value;
}

function accountsOption(text: string): readonly string[] {
  const accounts = text.split(',');
  if (!accounts.every((account) => /^\d{3,12}$/.test(account))) {
    throw new InvalidArgumentError('Write the first digits of each account, three at least: 411,416.');
  }
  return accounts;
}

function dayOption(text: string): LocalDate {
  const day = parseLocalDate(text);
  if (!day.ok) throw new InvalidArgumentError('Write a day that exists, as YYYY-MM-DD.');
  return day.value;
}
