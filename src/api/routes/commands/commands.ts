/** Every kind of command, by a route of its own. */
import type { FastifyPluginAsync } from 'fastify';
import type { ServerOptions } from '../../server.ts';
import { addDisputeCommands } from './dispute-commands.ts';
import { addItemCommands } from './item-commands.ts';
import { addLedgerCommands } from './ledger-commands.ts';
import { addPaymentCommands } from './payment-commands.ts';

export const commandRoutes: FastifyPluginAsync<ServerOptions> = async (app, options) => {
  addPaymentCommands(app, options);
  addItemCommands(app, options);
  addDisputeCommands(app, options);
  addLedgerCommands(app, options);
};
