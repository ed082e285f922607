import type { Pool, PoolClient } from 'pg';
import type { LedgerId, MatchRunId, PaymentId } from '../../domain/ids.ts';
import { stageCertificates, unstageCertificates } from '../../ledger/commands/record-decisions.ts';
import { findSeenPayments, readDeclinedPairs, type PaymentsSeen } from '../../ledger/queries/waiting-payments.ts';
import { inLedger } from '../../ledger/transaction.ts';
import type { Outlook, Proposer } from '../../matching/propose.ts';

/** `isOvertaken`: another payment got what this one claimed, and nothing else is found for it. */
type Look = Readonly<{ outlook: Outlook; isOvertaken: boolean }>;

/** What stays the same while a run settles: where it reads, and as of when; where it stages. */
type LookingRun = Readonly<{
  ledgerId: LedgerId;
  runId: MatchRunId;
  seen: PaymentsSeen;
  declinedSince: ReadonlySet<string>;
  /** The snapshot that the partition was loaded in. */
  reading: PoolClient;
}>;

/**
 * Looks at payments again, against what is left of the items, and replaces their staged certificates. A payment that was
 * overtaken keeps the one it has: it says what was claimed and why, where a new one would say that nothing was found.
 *
 * @param claimants - payments whose staged certificate claims something.
 */
export async function lookAgain(
  pool: Pool,
  { ledgerId, runId, seen, declinedSince, reading }: LookingRun,
  proposer: Proposer,
  paymentIds: readonly PaymentId[],
  claimants: ReadonlySet<PaymentId>,
): Promise<readonly Look[]> {
  const payments = await findSeenPayments(reading, ledgerId, seen, paymentIds);
  const declined = await readDeclinedPairs(reading, ledgerId, payments, declinedSince);
  const looks = payments.map((payment) => {
    const { certificate, outlook } = proposer.propose(payment, declined.get(payment.id));
    return { payment, certificate, outlook, isOvertaken: certificate.chosen === null && claimants.has(payment.id) };
  });
  const renewed = looks.filter(({ isOvertaken }) => !isOvertaken);
  await inLedger(pool, ledgerId, async (tx) => {
    await unstageCertificates(
      tx,
      ledgerId,
      runId,
      renewed.map(({ payment }) => payment.id),
    );
    const stage = stageCertificates(tx, ledgerId, runId);
    for (const { certificate, payment } of renewed) await stage.add(certificate, payment);
    await stage.end();
  });
  return looks;
}
