/** The words of `lettrage verify` and `lettrage audit`: the proof of the books, and what an outsider keeps to check it by. */
import { Argument, type Command } from 'commander';
import { auditHead } from './commands/audit.ts';
import { verify, verifyCertificate } from './commands/verify.ts';
import type { ExitCode, Output } from './output.ts';
import type { Session } from './session.ts';

type InBooks = (name: string, description: string) => Command;
type InSession = (work: (session: Session) => Promise<ExitCode>) => Promise<void>;
type VerifyOptions = Readonly<{ ledger: string; certificate?: string; anchor?: string }>;

export function addProof(inBooks: InBooks, output: Output, inSession: InSession, done: (code: ExitCode) => void): void {
  inBooks('verify', 'Prove the books: the five equations over everything, the current state made again.')
    .option('--anchor <head>', 'the audit chain must still have this earlier head: SEQUENCE:HASH, or a file with one')
    .option('--certificate <file>', 'check one match certificate instead; no database')
    .action(async ({ ledger, certificate, anchor }: VerifyOptions) => {
      if (certificate !== undefined) done(await verifyCertificate(output, certificate));
      else await inSession((session) => verify(session, output, { ledger, anchor: anchor ?? null }));
    });

  inBooks('audit', 'Print the head of the audit chain, to be kept where nobody who writes the books can write.')
    .addArgument(new Argument('<what>').choices(['head']))
    .action((_what: string, { ledger }: { ledger: string }) =>
      inSession((session) => auditHead(session, output, { ledger })),
    );
}
