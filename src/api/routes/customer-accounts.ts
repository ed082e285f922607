/** Customers, what they owe, and their accounts: documents, payments, letters. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { listAccountItems, listPaymentsOfCustomer } from '../../ledger/queries/customer-account.ts';
import { findCustomer } from '../../ledger/queries/customers.ts';
import { customerSorts, listCustomers } from '../../ledger/queries/list-customers.ts';
import {
  currencyParameter,
  momentParameter,
  orderParameter,
  toCurrency,
  toDirection,
  toMoment,
} from '../schemas/asked.ts';
import { customerIdSchema } from '../schemas/command.ts';
import {
  accountItemSchema,
  customerDetailsSchema,
  customerSummarySchema,
  toAccountItem,
  toCustomerDetails,
  toCustomerSummary,
} from '../schemas/customer-account.ts';
import { openItemStatusSchema } from '../schemas/open-item.ts';
import { paymentSchema, toPayment } from '../schemas/payment.ts';
import {
  ledgerCodeSchema,
  ledgerParams,
  nameSchema,
  oneOf,
  pageParameters,
  pageRequest,
  pageSchema,
  shared,
  strictObject,
  toPage,
} from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';
import { entityTag } from './commands/command-route.ts';

const tags = ['customers'];
const params = strictObject({ ledger: ledgerCodeSchema, customerId: customerIdSchema });
const searchSchema = { ...nameSchema, description: 'A part of the code or of the name, in any case.' };

export const customerAccountRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool, now }) => {
  const today = () => toMoment(undefined, now()).day;

  app.get(
    '/v1/ledgers/:ledger/customers',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'listCustomers',
        summary: 'List customers by code, name or what they owe today, in one currency.',
        tags,
        params: ledgerParams,
        querystring: strictObject({
          search: Type.Optional(searchSchema),
          sort: Type.Optional(oneOf(customerSorts, { description: 'By code, if it is left away.' })),
          order: Type.Optional(orderParameter),
          currency: Type.Optional(currencyParameter),
          ...pageParameters,
        }),
        response: { 200: pageSchema(shared(customerSummarySchema), 'A page of customers.') },
      },
    },
    async ({ ledgerId, query }) => {
      const { search, sort = 'code', order } = query;
      const currency = await toCurrency(pool, ledgerId, query.currency);
      const question = { search, sort, direction: toDirection(sort, order), currency, today: today() };
      const page = await listCustomers(pool, ledgerId, question, pageRequest(query));
      return toPage(page, toCustomerSummary);
    },
  );

  app.get(
    '/v1/ledgers/:ledger/customers/:customerId',
    {
      config: { permission: 'read', refusals: ['ledger.not_found'] },
      schema: {
        operationId: 'getCustomer',
        summary: 'Show a customer, what it owes today, and who pays for it.',
        tags,
        params,
        response: { 200: shared(customerDetailsSchema) },
      },
    },
    async ({ ledgerId, params }, reply) => {
      const customer = await findCustomer(pool, ledgerId, params.customerId, today());
      void reply.header('etag', entityTag(customer.version));
      return toCustomerDetails(customer);
    },
  );

  app.get(
    '/v1/ledgers/:ledger/customers/:customerId/account',
    {
      config: { permission: 'read', refusals: ['ledger.not_found'] },
      schema: {
        operationId: 'listAccountItems',
        summary:
          'List the documents of a customer with what cleared them, the last issued first; now or as it was known.',
        tags,
        params,
        querystring: strictObject({
          status: Type.Optional(openItemStatusSchema),
          asOf: Type.Optional(momentParameter),
          ...pageParameters,
        }),
        response: { 200: pageSchema(shared(accountItemSchema), 'A page of the account.') },
      },
    },
    async ({ ledgerId, params, query }) => {
      const { instant, day } = toMoment(query.asOf, now());
      const asOf = query.asOf === undefined ? null : instant;
      const question = { customerId: params.customerId, status: query.status, asOf, day };
      return toPage(await listAccountItems(pool, ledgerId, question, pageRequest(query)), toAccountItem);
    },
  );

  app.get(
    '/v1/ledgers/:ledger/customers/:customerId/payments',
    {
      config: { permission: 'read', refusals: ['ledger.not_found'] },
      schema: {
        operationId: 'listPaymentsOfCustomer',
        summary: 'List the payments that cleared something of a customer, or are on its account, the newest first.',
        tags,
        params,
        querystring: strictObject(pageParameters),
        response: { 200: pageSchema(shared(paymentSchema), 'A page of payments.') },
      },
    },
    async ({ ledgerId, params, query }) =>
      toPage(await listPaymentsOfCustomer(pool, ledgerId, params.customerId, pageRequest(query)), toPayment),
  );
};
