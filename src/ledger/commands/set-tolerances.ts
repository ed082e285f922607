import type { CommandRequests } from '../../domain/command.ts';
import type { CurrencyCode } from '../../domain/currency.ts';
import { parseAmount } from '../../domain/money.ts';
import { LedgerError } from '../errors.ts';
import type { Tolerances } from '../plan/tolerances.ts';
import type { Executor } from './carry-out.ts';
import { readBaseCurrency } from './lock-settlement-rows.ts';
import { readTolerances, requireApproval } from './needs-approval.ts';

/**
 * Sets what one person may let go alone, from now on. It always takes two, the first time as well.
 *
 * @throws LedgerError `ledger.amount_invalid`; ApprovalNeeded.
 */
export const setTolerances: Executor<'set_tolerances'> = async (context, request) => {
  const { tx, ledgerId, commandId, act } = context;
  const baseCurrency = await readBaseCurrency(tx, ledgerId);
  const limits = tolerancesOf(request, baseCurrency);
  requireApproval(context, [{ limit: 'change of limits', found: 'one person', allowed: 'two' }]);
  const before = await readTolerances(tx, ledgerId, baseCurrency);
  const { rows } = await tx.query<{ version: number }>(
    `insert into tolerance (ledger_id, version, command_id, write_off_minor, write_off_bp, write_off_monthly_minor,
       approve_write_off_minor, approve_refund_minor, approve_transfer_minor, set_at)
     select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9 from tolerance where ledger_id = $1
     returning version`,
    [
      ledgerId,
      commandId,
      limits.writeOffMinor,
      limits.writeOffBp,
      limits.writeOffMonthlyMinor,
      limits.approveWriteOffMinor,
      limits.approveRefundMinor,
      limits.approveTransferMinor,
      act.now,
    ],
  );
  const version = rows[0]?.version ?? 0;
  return {
    outcome: { version },
    events: [{ type: 'tolerances.set', subject: commandId, details: { version, before, after: limits } }],
  };
};

function tolerancesOf(request: CommandRequests['set_tolerances'], currency: CurrencyCode): Tolerances {
  const { writeOffBp } = request;
  if (!Number.isInteger(writeOffBp) || writeOffBp < 0 || writeOffBp > 10_000)
    throw new LedgerError('ledger.amount_invalid', { amount: String(writeOffBp), currency: 'hundredths of a percent' });
  const read = (amount: string): bigint => {
    const parsed = parseAmount(amount, currency);
    if (!parsed.ok || parsed.value.minor < 0n) throw new LedgerError('ledger.amount_invalid', { amount, currency });
    return parsed.value.minor;
  };
  return {
    writeOffMinor: read(request.writeOff),
    writeOffBp,
    writeOffMonthlyMinor: read(request.writeOffMonthly),
    approveWriteOffMinor: read(request.approveWriteOff),
    approveRefundMinor: read(request.approveRefund),
    approveTransferMinor: read(request.approveTransfer),
  };
}
