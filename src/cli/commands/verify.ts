import { readFile } from 'node:fs/promises';
import type { MatchCertificate } from '../../domain/match.ts';
import { verifyLedger } from '../../ledger/queries/verify.ts';
import { checkCertificate } from '../../matching/check-certificate.ts';
import { verificationText } from '../night-report-text.ts';
import { requireFile } from '../input-file.ts';
import { readAnchor } from './audit.ts';
import { exitCodes, toJson, type ExitCode, type Output } from '../output.ts';
import { ledgerFor, type Session } from '../session.ts';

/** `lettrage verify [--anchor HEAD]`: the five equations over the whole ledger. Fails when one does not hold. */
export async function verify(
  session: Session,
  output: Output,
  { ledger, anchor }: Readonly<{ ledger: string; anchor: string | null }>,
): Promise<ExitCode> {
  const link = anchor === null ? null : await readAnchor(anchor);
  const verification = await verifyLedger(session.context.pool, await ledgerFor(session, ledger, 'use'), link);
  output.write(output.isJson ? `${toJson(verification)}\n` : verificationText(verification));
  return verification.violations.length === 0 ? exitCodes.done : exitCodes.failed;
}

/** `lettrage verify --certificate FILE`: checks a match certificate by its own numbers, without engine or database. */
export async function verifyCertificate(output: Output, file: string): Promise<ExitCode> {
  await requireFile(file);
  const problems = problemsOf(await readFile(file, 'utf8'));
  if (output.isJson) output.write(`${toJson({ file, problems })}\n`);
  else if (problems.length === 0) output.write(`${file}: whole\n`);
  else output.write(`${file}:\n${problems.map((problem) => `  ${problem}\n`).join('')}`);
  return problems.length === 0 ? exitCodes.done : exitCodes.failed;
}

function problemsOf(text: string): readonly string[] {
  try {
    const parsed: unknown = JSON.parse(text);
    return checkCertificate((isExplained(parsed) ? parsed.certificate : parsed) as MatchCertificate);
  } catch (error) {
    // Whatever stops the check, on JSON of any shape, means the same: it is not the form that can be checked.
    const reason = error instanceof Error ? error.message : String(error);
    return [`This is no match certificate (${reason}). \`lettrage explain PAYMENT --json\` prints one.`];
  }
}

/** What `lettrage explain --json` prints has the certificate inside. */
const isExplained = (value: unknown): value is { certificate: unknown } =>
  typeof value === 'object' && value !== null && 'certificate' in value;
