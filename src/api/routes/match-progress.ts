/** How far matching is, as server-sent events. */
import type { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { CurrencyCode } from '../../domain/currency.ts';
import type { LedgerId, MatchRunId } from '../../domain/ids.ts';
import {
  endStates,
  readCurrencyProgress,
  readRunProgress,
  type MatchProgress,
} from '../../ledger/queries/match-progress.ts';
import { eventStreams, eventStreamType, type Told } from '../event-stream.ts';
import { currencySchema, matchProgressSchema, toCurrency, toMatchProgress } from '../schemas/match-run.ts';
import { ledgerCodeSchema, ledgerParams, matchRunIdSchema, shared, strictObject } from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';

const tags = ['match runs'];

const events = Type.Unsafe<Readable>({
  type: 'string',
  contentMediaType: eventStreamType,
  contentSchema: shared(matchProgressSchema),
  description: 'Events `progress` with a `MatchProgress` whenever it changes, and `end` when nothing more comes.',
});
const description =
  'Close it on `end`. It ends without one when the service stops and after a quarter of an hour: ask again then, as ' +
  '`EventSource` does by itself. A comment every 15 seconds keeps it open.';

export const matchProgressRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool }) => {
  const openStream = eventStreams(app);
  const tell = (progress: MatchProgress): Told => ({
    data: toMatchProgress(progress),
    isEnd: endStates.has(progress.state),
  });

  app.get(
    '/v1/ledgers/:ledger/match-runs/progress',
    {
      config: { permission: 'read', refusals: ['api.streams_busy'] },
      schema: {
        operationId: 'followMatching',
        summary: 'Follow the matching that is asked for in a currency, decided or not, until it is applied.',
        description,
        tags,
        params: ledgerParams,
        querystring: strictObject({ currency: currencySchema }),
        produces: [eventStreamType],
        response: { 200: events },
      },
    },
    async ({ ledgerId, query: { currency } }, reply) => {
      const read = followCurrency(ledgerId, toCurrency(currency));
      return asEvents(reply).send(await openStream(reply, async () => tell(await read())));
    },
  );

  app.get(
    '/v1/ledgers/:ledger/match-runs/:matchRunId/progress',
    {
      config: { permission: 'read', refusals: ['ledger.not_found', 'api.streams_busy'] },
      schema: {
        operationId: 'followMatchRun',
        summary: 'Follow how far a run is applied.',
        description,
        tags,
        params: strictObject({ ledger: ledgerCodeSchema, matchRunId: matchRunIdSchema }),
        produces: [eventStreamType],
        response: { 200: events },
      },
    },
    async ({ ledgerId, params: { matchRunId } }, reply) =>
      asEvents(reply).send(
        await openStream(reply, async () => tell(await readRunProgress(pool, ledgerId, matchRunId))),
      ),
  );

  /** What is done is no job any more: from then on the run that was seen last is told. */
  function followCurrency(ledgerId: LedgerId, currency: CurrencyCode): () => Promise<MatchProgress> {
    let seen: MatchRunId | null = null;
    return async () => {
      const progress = await readCurrencyProgress(pool, ledgerId, currency);
      seen = progress.runId ?? seen;
      return progress.state === 'idle' && seen !== null ? readRunProgress(pool, ledgerId, seen) : progress;
    };
  }
};

const asEvents = <Reply extends FastifyReply>(reply: Reply) =>
  reply.type(eventStreamType).header('cache-control', 'no-store').header('x-accel-buffering', 'no');
