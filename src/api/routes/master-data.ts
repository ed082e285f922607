/** One bank account, customer or document at a time, checked like the rows of an import. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { whenInDoubt, whenUnproved } from '../../domain/account-policy.ts';
import {
  importBankAccountStream,
  importCustomerStream,
  importOpenItemStream,
  streamOf,
} from '../../workers/jobs/import-stream.ts';
import { toImported } from '../schemas/imported.ts';
import { ledgerCodeSchema, nameSchema, oneOf, strictObject, textSchema } from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';

const outcomes = ['added', 'changed', 'unchanged', 'stale'] as const;
const outcomeSchema = strictObject(
  { outcome: oneOf(outcomes, { description: '`stale`: older than what is known, and passed over.' }) },
  { description: 'What came of it; the same again is `unchanged`.' },
);
const texts = Type.Array(textSchema, { maxItems: 50 });
const doubt = Type.Optional(oneOf(whenInDoubt));

const bankAccountBody = {
  currency: Type.String({ examples: ['EUR'] }),
  name: textSchema,
  glAccount: Type.String({ description: 'Account of the general ledger, 3 to 12 digits.' }),
  masterFormat: Type.Optional(Type.String({ description: 'The format that is posted.', examples: ['camt.053'] })),
  aliases: Type.Optional({ ...texts, description: 'Other numbers under which banks name it; all of them.' }),
  onMissingStatement: doubt,
  onAbsentBalance: doubt,
  onTotalsMismatch: doubt,
  onSequenceGap: doubt,
  onBalanceMismatch: Type.Optional(oneOf(whenUnproved)),
};
const customerBody = {
  name: textSchema,
  ibans: Type.Optional(texts),
  paymentTerms: Type.Optional(Type.String({ description: '`net:30`, `eom:45`, `eom_then:45`.' })),
};
const decimal = Type.String({ description: 'A decimal of the currency.', examples: ['1200.00'] });
const itemBody = {
  customerCode: textSchema,
  kind: oneOf(['invoice', 'credit_note', 'down_payment']),
  currency: Type.String({ examples: ['EUR'] }),
  amount: decimal,
  issueDate: Type.String({ format: 'date' }),
  dueDate: Type.Optional(Type.String({ format: 'date', description: "Else from the customer's terms." })),
  residual: Type.Optional({ ...decimal, description: 'What is open; all of it unless said. 0 closes the item.' }),
  creditorReference: Type.Optional(textSchema),
  purchaseOrder: Type.Optional(textSchema),
  discountPercent: Type.Optional(Type.String({ examples: ['2'] })),
  discountUntil: Type.Optional(Type.String({ format: 'date' })),
  vat: Type.Optional(textSchema),
  baseAmount: Type.Optional(decimal),
  asOf: Type.Optional(Type.String({ format: 'date', description: 'The day the ERP says so.' })),
};

export const masterDataRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool, now, wake }) => {
  const put = async (
    { ledgerId, principal: { actor } }: Pick<FastifyRequest, 'ledgerId' | 'principal'>,
    run: typeof importCustomerStream,
    row: Readonly<Record<string, unknown>>,
  ) => {
    const taken = toImported(await run({ pool, actor, now }, ledgerId, streamOf(row)));
    wake();
    return { outcome: outcomes.find((outcome) => taken[outcome] > 0) ?? 'unchanged' };
  };

  app.put(
    '/v1/ledgers/:ledger/bank-accounts/:number',
    {
      config: {
        permission: 'govern',
        refusals: [
          'ledger.row_refused',
          'ledger.bank_account_in_other_ledger',
          'ledger.bank_account_changed',
          'ledger.bank_account_alias_taken',
        ],
      },
      schema: {
        operationId: 'putBankAccount',
        summary: 'Register a bank account, or change its name, aliases and settings.',
        description: 'Settings that are not said stay as they are.',
        tags: ['bank accounts'],
        params: strictObject({ ledger: ledgerCodeSchema, number: nameSchema }),
        body: {
          ...strictObject(bankAccountBody),
          examples: [{ currency: 'EUR', name: 'Main account', glAccount: '512100', masterFormat: 'camt.053' }],
        },
        response: { 200: outcomeSchema },
      },
    },
    (request) => {
      const { aliases, ...body } = request.body;
      // In a row a lone dash takes them all away.
      const named = aliases === undefined ? {} : { aliases: aliases.length === 0 ? '-' : aliases };
      return put(request, importBankAccountStream, { identifier: request.params.number, ...body, ...named });
    },
  );

  app.put(
    '/v1/ledgers/:ledger/customers/by-code/:code',
    {
      config: { permission: 'deliver', refusals: ['ledger.row_refused'] },
      schema: {
        operationId: 'putCustomer',
        summary: 'Take a customer: name, IBANs and terms of payment replace what was known.',
        tags: ['customers'],
        params: strictObject({ ledger: ledgerCodeSchema, code: nameSchema }),
        body: {
          ...strictObject(customerBody),
          examples: [{ name: 'Boulangerie Martin', ibans: ['FR7630006000011234567890189'], paymentTerms: 'net:30' }],
        },
        response: { 200: outcomeSchema },
      },
    },
    (request) => put(request, importCustomerStream, { code: request.params.code, ...request.body }),
  );

  app.put(
    '/v1/ledgers/:ledger/open-items/by-document/:number',
    {
      config: { permission: 'deliver', refusals: ['ledger.row_refused'] },
      schema: {
        operationId: 'putOpenItem',
        summary: 'Take a document and what is open of it.',
        description: 'Customer, kind and number name the item. Columns: docs/formats/open-items.md.',
        tags: ['open items'],
        params: strictObject({ ledger: ledgerCodeSchema, number: nameSchema }),
        body: {
          ...strictObject(itemBody),
          examples: [
            { customerCode: 'C-1042', kind: 'invoice', currency: 'EUR', amount: '1200.00', issueDate: '2026-03-01' },
          ],
        },
        response: { 200: outcomeSchema },
      },
    },
    (request) => put(request, importOpenItemStream, { documentNumber: request.params.number, ...request.body }),
  );
};
