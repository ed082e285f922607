/** Payments: money in and out as the bank booked it. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { findPayment, listPayments } from '../../ledger/queries/payments.ts';
import { findCertificate, readProposals } from '../../ledger/queries/proposals.ts';
import {
  paymentHistorySchema,
  paymentSchema,
  paymentStatusSchema,
  toPayment,
  toPaymentHistory,
} from '../schemas/payment.ts';
import {
  decidedCertificateSchema,
  paymentProposalsSchema,
  toDecidedCertificate,
  toPaymentProposals,
} from '../schemas/proposal.ts';
import {
  daySchema,
  ledgerParams,
  pageParameters,
  pageRequest,
  pageSchema,
  paymentParams,
  shared,
  sideSchema,
  strictObject,
  toPage,
} from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';
import { entityTag } from './commands/command-route.ts';

const tags = ['payments'];

const filters = {
  status: Type.Optional(paymentStatusSchema),
  side: Type.Optional(sideSchema),
  bookedFrom: Type.Optional(daySchema),
  bookedTo: Type.Optional(daySchema),
};

export const paymentRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool }) => {
  app.get(
    '/v1/ledgers/:ledger/payments',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'listPayments',
        summary: 'List payments, the newest booking date first.',
        tags,
        params: ledgerParams,
        querystring: strictObject({ ...filters, ...pageParameters }),
        response: { 200: pageSchema(shared(paymentSchema), 'A page of payments.') },
      },
    },
    async ({ ledgerId, query }) => {
      const { status, side, bookedFrom, bookedTo } = query;
      const filter = { status, side, bookedFrom, bookedTo };
      return toPage(await listPayments(pool, ledgerId, filter, pageRequest(query)), toPayment);
    },
  );

  app.get(
    '/v1/ledgers/:ledger/payments/:paymentId',
    {
      config: { permission: 'read', refusals: ['ledger.not_found'] },
      schema: {
        operationId: 'getPayment',
        summary: 'Show a payment: where the bank said it, what it was applied to, and why.',
        description: 'Its `ETag` is what a command about it asks for as `If-Match`.',
        tags,
        params: paymentParams,
        response: { 200: shared(paymentHistorySchema) },
      },
    },
    async ({ ledgerId, params }, reply) => {
      const payment = await findPayment(pool, ledgerId, params.paymentId);
      void reply.header('etag', entityTag(payment.version));
      return toPaymentHistory(payment);
    },
  );

  app.get(
    '/v1/ledgers/:ledger/payments/:paymentId/proposals',
    {
      config: { permission: 'read', refusals: ['ledger.not_found'] },
      schema: {
        operationId: 'listProposals',
        summary: 'Show what is suggested for a payment: lines, evidence, arithmetic, and whether it still holds.',
        description:
          'The best and the next two. None while no run has looked at the payment, or when it found nothing.',
        tags,
        params: paymentParams,
        response: { 200: shared(paymentProposalsSchema) },
      },
    },
    async ({ ledgerId, params }) => toPaymentProposals(await readProposals(pool, ledgerId, params.paymentId)),
  );

  app.get(
    '/v1/ledgers/:ledger/payments/:paymentId/certificate',
    {
      config: { permission: 'read', refusals: ['ledger.not_found'] },
      schema: {
        operationId: 'getCertificate',
        summary: 'Show why a payment was applied by itself or put into the queue: the certificate in full.',
        description: 'As the run wrote it down: it can be checked without the engine.',
        tags,
        params: paymentParams,
        response: { 200: shared(decidedCertificateSchema) },
      },
    },
    async ({ ledgerId, params }) => toDecidedCertificate(await findCertificate(pool, ledgerId, params.paymentId)),
  );
};
