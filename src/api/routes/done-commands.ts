/** What people did, and what of it still stands. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { findCommand, listCommands } from '../../ledger/queries/done-commands.ts';
import { commandKindSchema, doneCommandSchema, toDoneCommand } from '../schemas/approval.ts';
import {
  daySchema,
  ledgerCodeSchema,
  ledgerParams,
  nameSchema,
  pageParameters,
  pageRequest,
  pageSchema,
  recordIdSchema,
  shared,
  strictObject,
  toPage,
} from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';

const tags = ['commands'];

const filters = {
  kind: Type.Optional(commandKindSchema),
  actor: Type.Optional({ ...nameSchema, description: 'Who asked.' }),
  from: Type.Optional({ ...daySchema, description: 'Done on this day, in UTC, or later.' }),
  to: Type.Optional({ ...daySchema, description: 'Done on this day, in UTC, or earlier.' }),
};

export const doneCommandRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool }) => {
  app.get(
    '/v1/ledgers/:ledger/commands',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'listCommands',
        summary: 'List what people did, the latest first, with what it booked and whether that was taken back.',
        tags,
        params: ledgerParams,
        querystring: strictObject({ ...filters, ...pageParameters }),
        response: { 200: pageSchema(shared(doneCommandSchema), 'A page of commands.') },
      },
    },
    async ({ ledgerId, query }) => {
      const { kind, actor, from, to } = query;
      return toPage(await listCommands(pool, ledgerId, { kind, actor, from, to }, pageRequest(query)), toDoneCommand);
    },
  );

  app.get(
    '/v1/ledgers/:ledger/commands/:commandId',
    {
      config: { permission: 'read', refusals: ['ledger.not_found'] },
      schema: {
        operationId: 'getCommand',
        summary: 'Show a command that was carried out; one that waits for a second person is an approval.',
        description: 'After a lost answer: 404 here and for the approval of this id says that nothing was done.',
        tags,
        params: strictObject({ ledger: ledgerCodeSchema, commandId: recordIdSchema }),
        response: { 200: shared(doneCommandSchema) },
      },
    },
    async ({ ledgerId, params }) => toDoneCommand(await findCommand(pool, ledgerId, params.commandId)),
  );
};
