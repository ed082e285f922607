/** The bank accounts of a ledger. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { whenInDoubt, whenUnproved } from '../../domain/account-policy.ts';
import { listBankAccounts } from '../../ledger/queries/bank-accounts.ts';
import { ledgerParams, nullableText, oneOf, shared, strictObject, textSchema } from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';

const doubt = (description: string) => oneOf(whenInDoubt, { description });

export const bankAccountSchema = strictObject(
  {
    identifier: textSchema,
    currency: textSchema,
    name: textSchema,
    glAccount: textSchema,
    masterFormat: nullableText,
    aliases: Type.Array(textSchema, { description: 'Other numbers under which banks name it.' }),
    onMissingStatement: doubt('A statement between is missing.'),
    onAbsentBalance: doubt('One of the two balances is absent.'),
    onTotalsMismatch: doubt('Control totals differ from the entries.'),
    onSequenceGap: doubt("A number of the bank's sequence is missing, though the balances continue."),
    onBalanceMismatch: oneOf(whenUnproved, { description: 'The statement does not add up: never published.' }),
  },
  {
    $id: 'BankAccount',
    description:
      'The statements in `masterFormat` are posted, those in others compared with them; null until the first.',
  },
);

export const bankAccountRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool }) => {
  app.get(
    '/v1/ledgers/:ledger/bank-accounts',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'listBankAccounts',
        summary: 'List the bank accounts with their settings.',
        tags: ['bank accounts'],
        params: ledgerParams,
        response: {
          200: strictObject(
            { items: Type.Array(shared(bankAccountSchema)), next: Type.Null() },
            { description: 'All of them: they are few.' },
          ),
        },
      },
    },
    async ({ ledgerId }) => ({ items: [...(await listBankAccounts(pool, ledgerId))], next: null }),
  );
};
