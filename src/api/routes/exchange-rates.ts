/** What other currencies are worth on a day: what of another currency is valued at, where its document does not say. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { currencies } from '../../domain/currency.ts';
import { listExchangeRates } from '../../ledger/queries/exchange-rates.ts';
import {
  dayText,
  decimalSchema,
  ledgerParams,
  oneOf,
  pageParameters,
  pageRequest,
  pageSchema,
  strictObject,
  textSchema,
  toPage,
} from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';

const rateSchema = strictObject({
  currency: oneOf(currencies),
  rateDate: dayText,
  rate: { ...decimalSchema, description: 'Units of the currency for one of the base currency.', examples: ['1.0842'] },
  source: textSchema,
});

export const exchangeRateRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool }) => {
  app.get(
    '/v1/ledgers/:ledger/exchange-rates',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'listExchangeRates',
        summary: 'List the exchange rates of a currency or of all, the latest day first.',
        description: 'A day without a rate has that of the last seven days that has one.',
        tags: ['exchange rates'],
        params: ledgerParams,
        querystring: strictObject({ currency: Type.Optional(oneOf(currencies)), ...pageParameters }),
        response: { 200: pageSchema(rateSchema, 'A page of rates.') },
      },
    },
    async ({ ledgerId, query }) => {
      const page = await listExchangeRates(pool, ledgerId, { currency: query.currency }, pageRequest(query));
      return toPage(page, (rate) => rate);
    },
  );
};
