/** Letter groups: what cancels what on the account of a customer. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { LetteringId } from '../../domain/ids.ts';
import { findLettering, listLetterings } from '../../ledger/queries/letterings.ts';
import { momentParameter, toMoment } from '../schemas/asked.ts';
import {
  letteringGroupSchema,
  letteringSchema,
  letteringStateSchema,
  toLettering,
  toLetteringGroup,
} from '../schemas/lettering.ts';
import {
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

const tags = ['letterings'];

const filters = {
  customer: { ...nameSchema, description: "The customer's code in the ERP." },
  account: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{1,20}$', examples: ['411'] })),
  code: Type.Optional(Type.String({ minLength: 1, maxLength: 6, description: 'In either case.', examples: ['AB'] })),
  state: Type.Optional(letteringStateSchema),
  asOf: Type.Optional(momentParameter),
};

export const letteringRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool, now }) => {
  const instantOf = (asOf: string | undefined): Date | null =>
    asOf === undefined ? null : toMoment(asOf, now()).instant;

  app.get(
    '/v1/ledgers/:ledger/letterings',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'listLetterings',
        summary: 'List the letter groups of a customer, by account, the code that was given last first.',
        tags,
        params: ledgerParams,
        querystring: strictObject({ ...filters, ...pageParameters }),
        response: { 200: pageSchema(shared(letteringSchema), 'A page of letter groups.') },
      },
    },
    async ({ ledgerId, query }) => {
      const { customer, account, code, state } = query;
      const filter = { customer, account, code, state, asOf: instantOf(query.asOf) };
      return toPage(await listLetterings(pool, ledgerId, filter, pageRequest(query)), toLettering);
    },
  );

  app.get(
    '/v1/ledgers/:ledger/letterings/:letteringId',
    {
      config: { permission: 'read', refusals: ['ledger.not_found'] },
      schema: {
        operationId: 'getLettering',
        summary: 'Show a letter group with its documents, its lines and its history.',
        tags,
        params: strictObject({ ledger: ledgerCodeSchema, letteringId: recordIdSchema }),
        querystring: strictObject({ asOf: Type.Optional(momentParameter) }),
        response: { 200: shared(letteringGroupSchema) },
      },
    },
    async ({ ledgerId, params, query }) => {
      const id = params.letteringId as LetteringId;
      return toLetteringGroup(await findLettering(pool, ledgerId, id, instantOf(query.asOf)));
    },
  );
};
