import { findPaymentIds } from '../../ledger/queries/find-payment-ids.ts';
import { findPayment, type PaymentHistory } from '../../ledger/queries/payments.ts';
import { explainInWords } from '../../matching/explain.ts';
import { exitCodes, toJson, type ExitCode, type Output } from '../output.ts';
import { ledgerFor, type Session } from '../session.ts';

/** `lettrage explain PAYMENT`: the evidence, the arithmetic and the runner-up; for a queued payment, what is missing. */
export async function explain(
  session: Pick<Session, 'context'>,
  output: Output,
  { ledger, payment }: Readonly<{ ledger: string; payment: string }>,
): Promise<ExitCode> {
  const { pool } = session.context;
  const ledgerId = await ledgerFor(session, ledger, 'use');
  const [id, ...others] = await findPaymentIds(pool, ledgerId, payment);
  if (id === undefined) {
    output.say(
      `No payment of ledger ${ledger} has an id that begins with ${payment}. \`lettrage queue\` lists those in review.`,
    );
    return exitCodes.failed;
  }
  if (others.length > 0) {
    output.say(`Several payments begin with ${payment}: ${[id, ...others].join(', ')}. Write more of the id.`);
    return exitCodes.usage;
  }
  const history = await findPayment(pool, ledgerId, id);
  output.write(output.isJson ? `${toJson(history)}\n` : describe(history));
  return exitCodes.done;
}

function describe({ certificate, ...payment }: PaymentHistory): string {
  const { source, status, allocations, amount, unapplied } = payment;
  const [lettered] = allocations;
  const letter = lettered === undefined ? '' : `, letter ${lettered.lettering.code ?? 'undone'}`;
  const standing = `On account ${source.bankAccount}; ${status.replace('_', ' ')}${letter}.`;
  if (certificate === null) return `${standing} No run has looked at it yet: run \`lettrage match\`.\n`;
  const asMatched = { ...payment, currency: amount.currency, unappliedMinor: unapplied.minor };
  return `${standing}\n${explainInWords(certificate, asMatched)}`;
}
