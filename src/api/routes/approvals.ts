/** Commands that wait for a second person: what was asked, and what that person says. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { decideApproval, type ApprovalDecision } from '../../ledger/commands/carry-out.ts';
import type { LedgerErrorCode } from '../../ledger/errors.ts';
import { findApproval, listApprovals } from '../../ledger/queries/approvals.ts';
import {
  approvalSchema,
  approvalStateSchema,
  decidedSchema,
  decisionSchema,
  toApproval,
  toDecided,
  withdrawalSchema,
} from '../schemas/approval.ts';
import { exampleReason } from '../schemas/command.ts';
import {
  ledgerCodeSchema,
  ledgerParams,
  pageParameters,
  pageRequest,
  pageSchema,
  recordIdSchema,
  shared,
  strictObject,
  toPage,
} from '../schemas/shared.ts';
import type { ServerOptions } from '../server.ts';

const tags = ['approvals'];
const params = strictObject({ ledger: ledgerCodeSchema, approvalId: recordIdSchema });

const decisionRefusals = [
  'ledger.approval_unknown',
  'ledger.approval_decided',
  'ledger.approval_changed',
  'ledger.reason_missing',
  'ledger.command_running',
] as const satisfies readonly LedgerErrorCode[];
const exampleSha256 = '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae';

export const approvalRoutes: FastifyPluginAsyncTypebox<ServerOptions> = async (app, { pool, now }) => {
  app.get(
    '/v1/ledgers/:ledger/approvals',
    {
      config: { permission: 'read' },
      schema: {
        operationId: 'listApprovals',
        summary: 'List what was asked and takes two people, the latest first.',
        tags,
        params: ledgerParams,
        querystring: strictObject({ state: Type.Optional(approvalStateSchema), ...pageParameters }),
        response: { 200: pageSchema(shared(approvalSchema), 'A page of requests for approval.') },
      },
    },
    async ({ ledgerId, query }) =>
      toPage(await listApprovals(pool, ledgerId, { state: query.state }, pageRequest(query)), toApproval),
  );

  app.get(
    '/v1/ledgers/:ledger/approvals/:approvalId',
    {
      config: { permission: 'read', refusals: ['ledger.approval_unknown'] },
      schema: {
        operationId: 'getApproval',
        summary: 'Show what was asked, by whom, which limits it passes, and what the second person said.',
        tags,
        params,
        response: { 200: shared(approvalSchema) },
      },
    },
    async ({ ledgerId, params }) => toApproval(await findApproval(pool, ledgerId, params.approvalId)),
  );

  app.post(
    '/v1/ledgers/:ledger/approvals/:approvalId/decide',
    {
      config: {
        permission: 'approve',
        refusals: [
          ...decisionRefusals,
          'ledger.approval_by_author',
          'ledger.stale',
          'ledger.item_overpaid',
          'ledger.write_off_over_limit',
          'ledger.posting_not_reversible',
        ],
      },
      schema: {
        operationId: 'decideApproval',
        summary: 'Approve a request of somebody else, which carries it out, or reject it.',
        description:
          'It is carried out as its author’s, on the books as they are now, or refused as its own route would. When what ' +
          'the author saw has changed, it is withdrawn and has to be asked anew.',
        tags,
        params,
        body: {
          ...decisionSchema,
          examples: [{ decision: 'approved', requestSha256: exampleSha256, reason: exampleReason }],
        },
        response: { 200: shared(decidedSchema) },
      },
    },
    async ({ ledgerId, params, body, principal }) => {
      const decision: ApprovalDecision = { requestId: params.approvalId, ...body };
      const act = { actor: principal.actor, now: now() };
      return toDecided(params.approvalId, await decideApproval(pool, ledgerId, decision, act));
    },
  );

  app.post(
    '/v1/ledgers/:ledger/approvals/:approvalId/withdraw',
    {
      config: { permission: 'settle', refusals: [...decisionRefusals, 'ledger.withdrawal_by_another'] },
      schema: {
        operationId: 'withdrawApproval',
        summary: 'Take back a request of one’s own before it is decided.',
        tags,
        params,
        body: { ...withdrawalSchema, examples: [{ requestSha256: exampleSha256, reason: 'Asked by mistake.' }] },
        response: { 200: shared(decidedSchema) },
      },
    },
    async ({ ledgerId, params, body, principal }) => {
      const decision: ApprovalDecision = { requestId: params.approvalId, decision: 'withdrawn', ...body };
      const act = { actor: principal.actor, now: now() };
      return toDecided(params.approvalId, await decideApproval(pool, ledgerId, decision, act));
    },
  );
};
