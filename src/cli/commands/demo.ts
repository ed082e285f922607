/** Three nights of an invented company, from nothing to the report: the whole way, on real files, with one command. */
import { readdir } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nightReport } from '../../ledger/queries/night-report.ts';
import { findExamples } from '../../ledger/queries/find-examples.ts';
import { verifyLedger } from '../../ledger/queries/verify.ts';
import { nightReportText, verificationText } from '../night-report-text.ts';
import { exitCodes, toJson, type ExitCode, type Output } from '../output.ts';
import { ledgerFor, type Session } from '../session.ts';
import { explain } from './explain.ts';
import { night } from './night.ts';

const demoFolder = fileURLToPath(new URL('../../../fixtures/bank/demo', import.meta.url));
const ledger = 'demo';

/** The folders of the demo in order: master data first, then the nights. */
export async function demoFolders(): Promise<readonly string[]> {
  const nights = (await readdir(demoFolder)).filter((name) => name.startsWith('night-')).toSorted();
  return [demoFolder, ...nights.map((name) => join(demoFolder, name))];
}

/** `lettrage demo`: safe to repeat; the second time finds everything known. */
export async function demo(session: Pick<Session, 'context'>, output: Output): Promise<ExitCode> {
  const tell = (text: string): void => {
    if (!output.isJson) output.write(text);
  };
  const startedAt = performance.now();
  for (const folder of await demoFolders()) {
    tell(folder === demoFolder ? 'Accounts and customers\n' : `\n${basename(folder)}\n`);
    await night(session, output, { ledger, folder: relative('.', folder) });
  }
  const ledgerId = await ledgerFor(session, ledger, 'use');
  const report = await nightReport(session.context.pool, ledgerId, null);
  const verification = await verifyLedger(session.context.pool, ledgerId);
  if (output.isJson) output.write(`${toJson({ report, verification })}\n`);
  tell(`\n${nightReportText('Verrerie du Layon, three nights', report)}\n`);
  tell(verificationText(verification));
  const { applied, queued } = await findExamples(session.context.pool, ledgerId);
  if (applied !== null) {
    tell('\nWhy one of them was applied\n');
    await explain(session, output, { ledger, payment: applied });
  }
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  tell(`\nDone in ${seconds} s. Next:\n`);
  tell('  npm run lettrage -- queue --ledger demo\n');
  if (queued !== null) tell(`  npm run lettrage -- explain ${queued.slice(0, 13)} --ledger demo\n`);
  return verification.violations.length === 0 ? exitCodes.done : exitCodes.failed;
}
