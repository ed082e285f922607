/** What customers owe, by days past due: by customer, and document by document. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { usualBuckets } from '../../ledger/queries/aged-balance.ts';
import { agedBalancePage, agedSorts, listAgedDocuments } from '../../ledger/queries/aged-documents.ts';
import { limitsParameter, momentParameter, orderParameter, toDirection, toLimits, toMoment } from '../schemas/asked.ts';
import {
  agedDocumentSchema,
  agedRowSchema,
  agedTotalSchema,
  toAgedDocument,
  toAgedRow,
  toAgedTotal,
} from '../schemas/report.ts';
import {
  amountSchema,
  dayText,
  ledgerParams,
  nameSchema,
  nullableText,
  oneOf,
  pageParameters,
  pageRequest,
  pageSchema,
  shared,
  strictObject,
  toAmount,
  toPage,
} from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';

const tags = ['reports'];

const asked = {
  asOf: Type.Optional(momentParameter),
  buckets: Type.Optional(limitsParameter('Last days past due of each bucket', '30,60,90')),
};

export const agedBalanceRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool, now }) => {
  const questionOf = (query: Readonly<{ asOf?: string; buckets?: string }>) => {
    const { instant, day } = toMoment(query.asOf, now());
    return { asOf: query.asOf === undefined ? null : instant, day, buckets: toLimits(query.buckets, usualBuckets) };
  };

  app.get(
    '/v1/ledgers/:ledger/reports/aged-balance',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'getAgedBalance',
        summary: 'Tell what customers owe by days past due, now or as it was known; with the totals.',
        tags,
        params: ledgerParams,
        querystring: strictObject({
          ...asked,
          sort: Type.Optional(oneOf(agedSorts, { description: 'By code, if it is left away; amounts by currency.' })),
          order: Type.Optional(orderParameter),
          ...pageParameters,
        }),
        response: {
          200: strictObject(
            {
              day: dayText,
              buckets: Type.Array(Type.Integer()),
              totals: Type.Array(shared(agedTotalSchema), { description: 'One for each currency, on every page.' }),
              suspense: Type.Array(shared(amountSchema), { description: 'Payer or purpose unknown (471).' }),
              items: Type.Array(shared(agedRowSchema), { description: 'As they were asked for.' }),
              next: nullableText,
            },
            { description: 'A page of the balance. What is due on `day` is not past due.' },
          ),
        },
      },
    },
    async ({ ledgerId, query }) => {
      const question = questionOf(query);
      const { sort = 'code', order } = query;
      const by = { sort, direction: toDirection(sort, order) };
      const { totals, suspense, ...page } = await agedBalancePage(pool, ledgerId, question, by, pageRequest(query));
      return {
        day: question.day,
        buckets: [...question.buckets],
        totals: totals.map(toAgedTotal),
        suspense: suspense.map(toAmount),
        ...toPage(page, toAgedRow),
      };
    },
  );

  app.get(
    '/v1/ledgers/:ledger/reports/aged-balance/documents',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'listAgedDocuments',
        summary: 'List what customers owe document by document, the earliest due date first.',
        tags,
        params: ledgerParams,
        querystring: strictObject({
          ...asked,
          customer: Type.Optional({ ...nameSchema, description: "The customer's code in the ERP." }),
          bucket: Type.Optional(Type.Integer({ minimum: 0, maximum: 12, description: '0: not due.' })),
          isPastDue: Type.Optional(Type.Boolean({ description: 'Of all ages: what is past due, or what is not.' })),
          ...pageParameters,
        }),
        response: { 200: pageSchema(shared(agedDocumentSchema), 'A page of documents.') },
      },
    },
    async ({ ledgerId, query }) => {
      const { customer, bucket, isPastDue } = query;
      const question = { ...questionOf(query), customer, bucket, isPastDue };
      return toPage(await listAgedDocuments(pool, ledgerId, question, pageRequest(query)), toAgedDocument);
    },
  );
};
