/** What governs a ledger: what one person may let go alone, and which days are closed; now and as it was. */
import { and, desc, eq } from 'drizzle-orm';
import type { Pool, PoolClient } from 'pg';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { readBaseCurrency } from '../commands/lock-settlement-rows.ts';
import { defaultTolerances, type Tolerances } from '../plan/tolerances.ts';
import { approvals, commands, periodCloses, tolerances } from '../schema.ts';
import { inLedger } from '../transaction.ts';
import { ormOf, typed } from './orm.ts';

/** Amounts in minor units of the base currency. */
export type SetTolerances = Tolerances &
  Readonly<{
    /** 0: the defaults, until the ledger sets its own. */
    version: number;
    setAt: Date | null;
    setBy: string | null;
    approver: string | null;
    commandId: string | null;
  }>;

export type ToleranceHistory = Readonly<{
  baseCurrency: CurrencyCode;
  current: SetTolerances;
  /** All that were ever set, the latest first; few. */
  history: readonly SetTolerances[];
}>;

export async function readToleranceHistory(pool: Pool, ledgerId: LedgerId): Promise<ToleranceHistory> {
  return inLedger(
    pool,
    ledgerId,
    async (tx) => {
      const baseCurrency = await readBaseCurrency(tx, ledgerId);
      const history = await selectTolerances(tx, ledgerId);
      const unset = { version: 0, setAt: null, setBy: null, approver: null, commandId: null };
      return { baseCurrency, current: history[0] ?? { ...defaultTolerances(baseCurrency), ...unset }, history };
    },
    'snapshot',
  );
}

const selectTolerances = (tx: PoolClient, ledgerId: LedgerId) =>
  ormOf(tx)
    .select({
      version: tolerances.version,
      writeOffMinor: tolerances.writeOffMinor,
      writeOffBp: tolerances.writeOffBp,
      writeOffMonthlyMinor: tolerances.writeOffMonthlyMinor,
      approveWriteOffMinor: tolerances.approveWriteOffMinor,
      approveRefundMinor: tolerances.approveRefundMinor,
      approveTransferMinor: tolerances.approveTransferMinor,
      setAt: tolerances.setAt,
      setBy: commands.actor,
      approver: approvals.approver,
      commandId: tolerances.commandId,
    })
    .from(tolerances)
    .leftJoin(commands, and(eq(commands.ledgerId, tolerances.ledgerId), eq(commands.id, tolerances.commandId)))
    .leftJoin(
      approvals,
      and(eq(approvals.ledgerId, tolerances.ledgerId), eq(approvals.requestId, tolerances.commandId)),
    )
    .where(eq(tolerances.ledgerId, ledgerId))
    .orderBy(desc(tolerances.version));

export type PeriodClose = Readonly<{
  closedThrough: LocalDate;
  closedAt: Date;
  closedBy: string | null;
  commandId: string;
}>;

/** The latest day first; the first is the one that counts. */
export async function listPeriodCloses(pool: Pool, ledgerId: LedgerId): Promise<readonly PeriodClose[]> {
  return inLedger(
    pool,
    ledgerId,
    (tx) =>
      ormOf(tx)
        .select({
          closedThrough: typed<LocalDate>(periodCloses.closedThrough),
          closedAt: periodCloses.closedAt,
          closedBy: commands.actor,
          commandId: periodCloses.commandId,
        })
        .from(periodCloses)
        .leftJoin(commands, and(eq(commands.ledgerId, periodCloses.ledgerId), eq(commands.id, periodCloses.commandId)))
        .where(eq(periodCloses.ledgerId, ledgerId))
        .orderBy(desc(periodCloses.closedThrough)),
    'snapshot',
  );
}
