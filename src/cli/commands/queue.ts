import { formatDecimal } from '../../domain/money.ts';
import { reviewReasons, type ReviewReason } from '../../domain/match.ts';
import { listReviewQueue, type QueuedPayment } from '../../ledger/queries/review-queue.ts';
import { exitCodes, toJson, type ExitCode, type Output } from '../output.ts';
import { ledgerFor, type Session } from '../session.ts';
import { grouped, textTable } from '../text-table.ts';

const mostRows = 1_000;

/** `lettrage queue`: the payments that wait for a person, oldest first, with the reason and the best suggestion. */
export async function queue(
  session: Session,
  output: Output,
  { ledger, reason, limit }: Readonly<{ ledger: string; reason?: string; limit: string }>,
): Promise<ExitCode> {
  const count = /^\d{1,4}$/.test(limit) ? Number(limit) : 0;
  if (count < 1 || count > mostRows) {
    output.say(`--limit takes a whole number from 1 to ${mostRows}.`);
    return exitCodes.usage;
  }
  if (reason !== undefined && !isReason(reason)) {
    output.say(`--reason takes one of ${reviewReasons.join(', ')}.`);
    return exitCodes.usage;
  }
  const ledgerId = await ledgerFor(session, ledger, 'use');
  const { items, next } = await listReviewQueue(
    session.context.pool,
    ledgerId,
    { reason },
    { limit: count },
    session.context.now(),
  );
  if (output.isJson) output.write(`${toJson({ items, next })}\n`);
  else if (items.length === 0) output.write('Nothing waits.\n');
  else output.write(`${textTable(['left', 'left', 'right', 'left', 'left', 'left'], items.map(rowOf))}\n`);
  if (!output.isJson && next !== null) output.write('  … there are more; --limit shows them.\n');
  return exitCodes.done;
}

const isReason = (text: string): text is ReviewReason => (reviewReasons as readonly string[]).includes(text);

function rowOf({ payment, reason, suggestions: [best] }: QueuedPayment): readonly string[] {
  const { id, bookingDate, side, amount, counterpartyName } = payment;
  const sign = side === 'credit' ? '' : '-';
  const documents = best?.lines.map(({ documentNumber }) => documentNumber).join(' + ') ?? '';
  const suggestion = documents === '' ? '' : `suggests ${documents.slice(0, 60)}`;
  return [
    id.slice(0, 13),
    bookingDate,
    sign + grouped(formatDecimal(amount)),
    reason,
    (counterpartyName ?? '').slice(0, 30),
    suggestion,
  ];
}
