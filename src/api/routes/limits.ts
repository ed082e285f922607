/** What one person may do alone, and which days are closed. They are set by commands. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type, type Static } from 'typebox';
import { listPeriodCloses, readToleranceHistory, type SetTolerances } from '../../ledger/queries/limits.ts';
import type { CurrencyCode } from '../../domain/currency.ts';
import {
  amountSchema,
  countSchema,
  dayText,
  instantText,
  ledgerParams,
  nullableInstant,
  nullableText,
  nullableUuid,
  shared,
  strictObject,
  toAmount,
  uuidSchema,
} from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';
import { entityTag } from './commands/command-route.ts';

const tags = ['tolerances'];

export const tolerancesSchema = strictObject(
  {
    version: countSchema,
    writeOff: shared(amountSchema),
    writeOffBp: Type.Integer({ description: 'Of the document, in 1/10,000.' }),
    writeOffMonthly: shared(amountSchema),
    approveWriteOff: shared(amountSchema),
    approveRefund: shared(amountSchema),
    approveTransfer: shared(amountSchema),
    setAt: nullableInstant,
    setBy: nullableText,
    approver: nullableText,
    commandId: nullableUuid,
  },
  {
    $id: 'Tolerances',
    description: 'Limits in the base currency; version 0 is what counts until the ledger sets its own.',
  },
);

const toTolerances = (
  { setAt, ...limits }: SetTolerances,
  currency: CurrencyCode,
): Static<typeof tolerancesSchema> => ({
  version: limits.version,
  writeOff: toAmount({ minor: limits.writeOffMinor, currency }),
  writeOffBp: limits.writeOffBp,
  writeOffMonthly: toAmount({ minor: limits.writeOffMonthlyMinor, currency }),
  approveWriteOff: toAmount({ minor: limits.approveWriteOffMinor, currency }),
  approveRefund: toAmount({ minor: limits.approveRefundMinor, currency }),
  approveTransfer: toAmount({ minor: limits.approveTransferMinor, currency }),
  setAt: setAt?.toISOString() ?? null,
  setBy: limits.setBy,
  approver: limits.approver,
  commandId: limits.commandId,
});

export const limitRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool }) => {
  app.get(
    '/v1/ledgers/:ledger/tolerances',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'getTolerances',
        summary: 'Show what may be written off and what takes two people, now and as it was set before.',
        tags,
        params: ledgerParams,
        response: {
          200: strictObject(
            { current: shared(tolerancesSchema), history: Type.Array(shared(tolerancesSchema)) },
            { description: 'The history has the latest first, and all of it.' },
          ),
        },
      },
    },
    async ({ ledgerId }, reply) => {
      const { baseCurrency, current, history } = await readToleranceHistory(pool, ledgerId);
      void reply.header('etag', entityTag(current.version));
      return {
        current: toTolerances(current, baseCurrency),
        history: history.map((limits) => toTolerances(limits, baseCurrency)),
      };
    },
  );

  app.get(
    '/v1/ledgers/:ledger/period-closes',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'listPeriodCloses',
        summary: 'List up to which day the books were closed and when; the first is the one that counts.',
        tags,
        params: ledgerParams,
        response: {
          200: strictObject(
            {
              items: Type.Array(
                strictObject({
                  closedThrough: dayText,
                  closedAt: instantText,
                  closedBy: nullableText,
                  commandId: uuidSchema,
                }),
              ),
              next: Type.Null(),
            },
            { description: 'All of them: they are few.' },
          ),
        },
      },
    },
    async ({ ledgerId }) => {
      const closes = await listPeriodCloses(pool, ledgerId);
      return {
        items: closes.map(({ closedAt, ...close }) => ({ ...close, closedAt: closedAt.toISOString() })),
        next: null,
      };
    },
  );
};
