/** The ledgers, and everything that belongs to one: routes under `/v1/ledgers/:ledger`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { may } from '../../domain/access.ts';
import { currencies } from '../../domain/currency.ts';
import type { LedgerId } from '../../domain/ids.ts';
import { describeLedger, findLedger, listLedgers, openLedger } from '../../ledger/commands/register.ts';
import { ledgerCodeSchema, ledgerParams, nameSchema, oneOf, strictObject, textSchema } from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';
import { approvalRoutes } from './approvals.ts';
import { bankAccountRoutes } from './bank-accounts.ts';
import { commandRoutes } from './commands/commands.ts';
import { agedBalanceRoutes } from './aged-balance.ts';
import { reportRoutes } from './reports.ts';
import { auditRoutes } from './audit.ts';
import { customerAccountRoutes } from './customer-accounts.ts';
import { letteringRoutes } from './letterings.ts';
import { disputeRoutes } from './disputes.ts';
import { limitRoutes } from './limits.ts';
import { doneCommandRoutes } from './done-commands.ts';
import { jobRoutes } from './jobs.ts';
import { matchProgressRoutes } from './match-progress.ts';
import { importRoutes } from './imports.ts';
import { exchangeRateRoutes } from './exchange-rates.ts';
import { fecImportRoutes } from './fec-import.ts';
import { masterDataRoutes } from './master-data.ts';
import { exportRoutes } from './exports.ts';
import { matchQuestionRoutes } from './match-questions.ts';
import { matchRunRoutes } from './match-runs.ts';
import { openItemRoutes } from './open-items.ts';
import { paymentRoutes } from './payments.ts';
import { proofRoutes } from './proofs.ts';
import { postingRoutes } from './postings.ts';
import { quarantineRoutes } from './quarantine.ts';
import { reviewQueueRoutes } from './review-queue.ts';
import { sourceRoutes } from './sources.ts';
import { statementFileRoutes } from './statement-files.ts';
import { webhookRoutes } from './webhooks.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Of the ledger in the path; set before the handler of every route under it. */
    ledgerId: LedgerId;
  }
}

export const ledgerRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, options) => {
  app.get(
    '/v1/ledgers',
    {
      config: { permission: 'person' },
      schema: {
        operationId: 'listLedgers',
        summary: 'List the ledgers, in the order in which they were opened.',
        tags: ['ledgers'],
        response: {
          200: strictObject(
            { items: Type.Array(strictObject({ code: textSchema, name: textSchema })), next: Type.Null() },
            { description: 'All in which who asks has a role: they are few.' },
          ),
        },
      },
    },
    async ({ principal }) => {
      const ledgers = (await listLedgers(options.pool)).filter(({ code }) => may(principal, 'read', code));
      return { items: ledgers.map(({ code, name }) => ({ code, name })), next: null };
    },
  );
  app.post(
    '/v1/ledgers',
    {
      config: { permission: 'administer', refusals: ['ledger.code_invalid', 'ledger.ledger_differs'] },
      schema: {
        operationId: 'openLedger',
        summary: 'Open a ledger; asked again for the same, it is there.',
        tags: ['ledgers'],
        body: { ...ledgerSchema, examples: [{ code: 'FR02', name: 'Filiale Lyon', baseCurrency: 'EUR' }] },
        response: { 200: describedLedger('It was there.'), 201: describedLedger('It is new.') },
      },
    },
    async ({ body, principal: { actor } }, reply) => {
      const outcome = await openLedger(options.pool, body, { actor, now: options.now() });
      return reply.code(outcome === 'opened' ? 201 : 200).send(body);
    },
  );
  await app.register(oneLedgerRoutes, options);
};

const properties = {
  code: ledgerCodeSchema,
  name: nameSchema,
  baseCurrency: oneOf(currencies, { description: 'The currency the books are kept in; it stays.' }),
};
const ledgerSchema = strictObject(properties);
const describedLedger = (description: string) => strictObject(properties, { description });

/** Finds the ledger of the path once, for all of them. */
const oneLedgerRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, options) => {
  app.decorateRequest('ledgerId');
  app.addHook<{ Params: { ledger: string } }>('preHandler', async (request) => {
    request.ledgerId = await findLedger(options.pool, request.params.ledger);
  });
  app.get(
    '/v1/ledgers/:ledger',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'getLedger',
        summary: 'Show a ledger: its name and the currency of its books.',
        tags: ['ledgers'],
        params: ledgerParams,
        response: { 200: describedLedger('The ledger.') },
      },
    },
    ({ params }) => describeLedger(options.pool, params.ledger),
  );
  await app.register(masterDataRoutes, options);
  await app.register(statementFileRoutes, options);
  await app.register(quarantineRoutes, options);
  await app.register(sourceRoutes, options);
  await app.register(bankAccountRoutes, options);
  await app.register(paymentRoutes, options);
  await app.register(openItemRoutes, options);
  await app.register(importRoutes, options);
  await app.register(fecImportRoutes, options);
  await app.register(exchangeRateRoutes, options);
  await app.register(proofRoutes, options);
  await app.register(reviewQueueRoutes, options);
  await app.register(matchRunRoutes, options);
  await app.register(matchProgressRoutes, options);
  await app.register(matchQuestionRoutes, options);
  await app.register(jobRoutes, options);
  await app.register(commandRoutes, options);
  await app.register(approvalRoutes, options);
  await app.register(doneCommandRoutes, options);
  await app.register(postingRoutes, options);
  await app.register(disputeRoutes, options);
  await app.register(limitRoutes, options);
  await app.register(letteringRoutes, options);
  await app.register(customerAccountRoutes, options);
  await app.register(auditRoutes, options);
  await app.register(agedBalanceRoutes, options);
  await app.register(reportRoutes, options);
  await app.register(exportRoutes, options);
  await app.register(webhookRoutes, options);
};
