import { parseLocalDate } from '../../domain/local-date.ts';
import { nightReport } from '../../ledger/queries/night-report.ts';
import { nightReportText } from '../night-report-text.ts';
import { exitCodes, toJson, type ExitCode, type Output } from '../output.ts';
import { ledgerFor, type Session } from '../session.ts';

/** `lettrage report [--from DAY]`: what came, what was proved, what was applied, what waits and why. */
export async function report(
  session: Session,
  output: Output,
  { ledger, from }: Readonly<{ ledger: string; from: string | null }>,
): Promise<ExitCode> {
  const day = from === null ? null : parseLocalDate(from);
  if (day !== null && !day.ok) {
    output.say(`${from} is not a day; write 2026-03-02.`);
    return exitCodes.usage;
  }
  const ledgerId = await ledgerFor(session, ledger, 'use');
  const night = await nightReport(session.context.pool, ledgerId, day === null ? null : day.value);
  const title = `Ledger ${ledger}${from === null ? '' : `, from ${from}`}`;
  output.write(output.isJson ? `${toJson(night)}\n` : nightReportText(title, night));
  return exitCodes.done;
}
