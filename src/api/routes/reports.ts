/** The books in figures. Reports of disputes stand with the disputes. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { daysBetween } from '../../domain/local-date.ts';
import { readMatchingRates } from '../../ledger/queries/matching-rates.ts';
import { nightReport } from '../../ledger/queries/night-report.ts';
import { readSalesOutstanding } from '../../ledger/queries/sales-outstanding.ts';
import { readUnappliedCash, usualAges } from '../../ledger/queries/unapplied-cash.ts';
import { ApiError } from '../errors.ts';
import {
  currencyParameter,
  limitsParameter,
  momentParameter,
  toCurrency,
  toLimits,
  toMoment,
} from '../schemas/asked.ts';
import { nightReportSchema, toNightReport } from '../schemas/night-report.ts';
import {
  matchingRatesSchema,
  salesOutstandingSchema,
  toMatchingRates,
  toSalesOutstanding,
  toUnappliedCash,
  unappliedCashSchema,
} from '../schemas/report.ts';
import { daySchema, dayText, ledgerParams, shared, strictObject } from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';

const tags = ['reports'];
const longestDays = 366;

export const reportRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool, now }) => {
  app.get(
    '/v1/ledgers/:ledger/reports/unapplied-cash',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'getUnappliedCash',
        summary: 'Tell the money that no document claims, by how long it has been so, now or as it was known.',
        tags,
        params: ledgerParams,
        querystring: strictObject({
          asOf: Type.Optional(momentParameter),
          ages: Type.Optional(limitsParameter('Last days of each age', '7,30,90')),
        }),
        response: {
          200: strictObject(
            { day: dayText, ages: Type.Array(Type.Integer()), items: Type.Array(shared(unappliedCashSchema)) },
            { description: 'By currency and kind; a kind of which there is none is left out.' },
          ),
        },
      },
    },
    async ({ ledgerId, query }) => {
      const { instant, day } = toMoment(query.asOf, now());
      const asOf = query.asOf === undefined ? null : instant;
      const ages = toLimits(query.ages, usualAges);
      const items = await readUnappliedCash(pool, ledgerId, { asOf, day, ages });
      return { day, ages: [...ages], items: items.map(toUnappliedCash) };
    },
  );

  app.get(
    '/v1/ledgers/:ledger/reports/matching',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'getMatchingRates',
        summary: 'Tell how much was applied without a person, how much of it was taken back, and how long it took.',
        description: `Of the payments booked from \`from\` to \`to\`: ${longestDays} days at most.`,
        tags,
        params: ledgerParams,
        querystring: strictObject({
          from: daySchema,
          to: daySchema,
          asOf: Type.Optional(momentParameter),
          currency: Type.Optional(currencyParameter),
        }),
        response: { 200: shared(matchingRatesSchema) },
      },
    },
    async ({ ledgerId, query }) => {
      const { from, to } = query;
      if (daysBetween(from, to) >= longestDays) throw new ApiError('api.request_invalid');
      const asOf = query.asOf === undefined ? null : toMoment(query.asOf, now()).instant;
      const asked = { currency: await toCurrency(pool, ledgerId, query.currency), from, to, asOf };
      return toMatchingRates(await readMatchingRates(pool, ledgerId, asked), asked);
    },
  );

  app.get(
    '/v1/ledgers/:ledger/reports/days-sales-outstanding',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'getSalesOutstanding',
        summary: 'Tell the days of sales that are outstanding, by count-back, month by month.',
        tags,
        params: ledgerParams,
        querystring: strictObject({
          asOf: Type.Optional(momentParameter),
          currency: Type.Optional(currencyParameter),
        }),
        response: { 200: shared(salesOutstandingSchema) },
      },
    },
    async ({ ledgerId, query }) => {
      const { instant, day } = toMoment(query.asOf, now());
      const currency = await toCurrency(pool, ledgerId, query.currency);
      const asOf = query.asOf === undefined ? null : instant;
      return toSalesOutstanding(await readSalesOutstanding(pool, ledgerId, { currency, asOf, day }), { currency, day });
    },
  );

  app.get(
    '/v1/ledgers/:ledger/reports/night',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'getNightReport',
        summary: 'Tell what came, what was proved, what was applied, and what waits and why.',
        tags,
        params: ledgerParams,
        querystring: strictObject({
          from: { ...daySchema, description: 'Statements and payments of this day or later.' },
        }),
        response: { 200: shared(nightReportSchema) },
      },
    },
    async ({ ledgerId, query }) => toNightReport(await nightReport(pool, ledgerId, query.from)),
  );
};
