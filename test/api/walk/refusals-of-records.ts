/** How operations come to be refused for what there is, or is not: by code, or by operation and code where ways differ. */
import { randomUUID } from 'node:crypto';
import { claimPayment } from '../../../src/ledger/commands/claim-payment.ts';
import type { PaymentId } from '../../../src/domain/ids.ts';
import { act } from '../../support/books.ts';
import type { Operation } from '../../support/operations.ts';
import { refusalsOfCommands } from './refusals-of-commands.ts';
import type { Scenes, Waiting } from './work-scenes.ts';
import { awayReceiver } from './requests.ts';
import { codeOf, spoiled, successOf, withBody, withHeader, type Reach } from './walk.ts';
import {
  about,
  at,
  body,
  row,
  tooLarge,
  unknownInPath,
  whileOthersUpload,
  whileSoManyFollow,
  withPath,
  withServer,
} from './ways.ts';

type Reaches = Readonly<Record<string, Reach>>;

/** The decision about a request that waits. */
const deciding = (scene: (scenes: Scenes) => Promise<Waiting>): Reach =>
  about(scene, (filled, { approvalId, requestSha256 }) => ({
    ...withPath(filled, { approvalId }),
    ...withBody(filled, { requestSha256 }),
  }));

const byCode: Reaches = {
  'ledger.not_found': unknownInPath,
  'ledger.approval_unknown': unknownInPath,
  'ledger.reason_missing': body({ reason: '  ' }),
  'ledger.command_reused': spoiled(async (filled, { scenes }) =>
    withHeader(filled, 'idempotency-key', await scenes.usedKey()),
  ),
  'ledger.stale': spoiled((filled, _walk, { headers }) =>
    headers.includes('If-Match') ? withHeader(filled, 'if-match', '"99"') : withBody(filled, { residual: '119.00' }),
  ),
  'ledger.file_too_large': tooLarge,
  'ledger.amount_invalid': body({ amount: '0.005' }),
  'ledger.item_overpaid': body({ amount: '130.00' }),
  'ledger.base_value_unknown': at((scenes) => scenes.item({ currency: 'CHF', kind: 'credit_note' })),
  'ledger.payment_not_queued': at(async (scenes) => ({ paymentId: await scenes.payment() })),
  'ledger.dispute_reason_unknown': body({ category: 'A', reasonCode: 'nobody-said' }),
  'ledger.dispute_resolved': about(
    (scenes) => scenes.dispute({ isResolved: true }),
    (filled, { disputeId }) => ({ ...withPath(filled, { disputeId }), ...withHeader(filled, 'if-match', '"2"') }),
  ),
  'ledger.approval_changed': body({ requestSha256: '0'.repeat(64) }),
  'ledger.approval_decided': deciding((scenes) => scenes.waitingNoMore()),
  'api.uploads_busy': whileOthersUpload(2),
  'api.streams_busy': whileSoManyFollow,
};

const ofLedgers: Reaches = {
  'getReadiness api.not_ready': withServer({ isReady: async () => false }),
  'createApiKey ledger.key_refused': body({ actor: ' of nobody' }),
  'createApiKey ledger.ledger_unknown': body({ ledger: 'NOBODYS' }),
  'openLedger ledger.ledger_differs': body({ code: 'FR01', name: 'Another' }),
  'openLedger ledger.code_invalid': body({ code: ' FR09' }),
  'putBankAccount ledger.bank_account_in_other_ledger': at(async (_scenes, { foreign }) => ({
    number: foreign.account,
  })),
  'putBankAccount ledger.bank_account_changed': spoiled((filled, { books }) => ({
    ...withPath(filled, { number: books.account }),
    ...withBody(filled, { currency: 'CHF' }),
  })),
  'putBankAccount ledger.bank_account_alias_taken': spoiled((filled, { books }) => ({
    ...withPath(filled, { number: `N-${randomUUID()}` }),
    ...withBody(filled, { aliases: [books.account] }),
  })),
  'putBankAccount ledger.row_refused': body({ currency: 'XXXX' }),
  'putCustomer ledger.row_refused': body({ ibans: ['FR00'] }),
  'putOpenItem ledger.row_refused': body({ customerCode: 'nobody' }),
  'importOpenItems ledger.row_refused': row({ customerCode: 'nobody' }),
  'importCustomers ledger.row_refused': row({ ibans: ['FR00'] }),
  'importExchangeRates ledger.row_refused': row({ currency: 'XXXX' }),
  'importCollections ledger.row_refused': row({ customerCode: 'nobody' }),
  'importFec api.uploads_busy': whileOthersUpload(1),
  'storeStatementFile api.uploads_busy': whileOthersUpload(4),
  'storeStatementFile api.body_missing': spoiled(() => ({ body: '' })),
  'setTolerances ledger.amount_invalid': body({ writeOff: '0.005' }),
  'closePeriod ledger.period_not_forward': body({ closedThrough: '2026-03-31' }),
  'confirmPayer ledger.iban_invalid': body({ iban: 'FR0000000000000000' }),
};

const ofQueue: Reaches = {
  'claimPayment ledger.payment_claimed': spoiled(async ({ path }, { pool, books }) => {
    const claim = { paymentId: path('paymentId') as PaymentId, takeOver: false };
    await claimPayment(pool, books.ledgerId, claim, { ...act, actor: 'colleague' });
    return {};
  }),
  'bulkAccept api.preview_changed': body({ token: '0'.repeat(64) }),
  'listReviewQueue api.currency_missing': spoiled(() => ({ query: { amountFrom: '1.00' } })),
  'countReviewQueue api.currency_missing': spoiled(() => ({ query: { amountFrom: '1.00' } })),
  'previewBulkAccept api.currency_missing': body({ filter: { amountFrom: '1.00' } }),
};

const ofWork: Reaches = {
  'pullSource ledger.not_found': at(async () => ({ source: 'nobodys' })),
  'releaseFile ledger.file_not_set_aside': at(async (scenes) => ({ sha256: await scenes.publishedFile() })),
  'releaseFile ledger.release_refused': about(
    (scenes) => scenes.held('ingest.format_unknown'),
    (filled, sha256) => ({ ...withPath(filled, { sha256 }), ...withBody(filled, { as: 'publish' }) }),
  ),
  'cancelMatchRun ledger.run_applied': at((scenes) => scenes.appliedRun()),
  'cancelJob ledger.run_applied': at(async (scenes) => {
    const { matchRunId } = await scenes.appliedRun();
    return { jobId: await scenes.job('match', matchRunId) };
  }),
  'cancelJob ledger.job_not_cancellable': at(async (scenes) => ({ jobId: await scenes.job('publish') })),
  'retryJob ledger.job_not_dead': at(async (scenes) => ({ jobId: await scenes.job('export') })),
  'replayMatchRun ledger.run_not_replayable': at(async (scenes) => ({ matchRunId: await scenes.runWithoutInputs() })),
  'decideApproval ledger.approval_by_author': deciding((scenes) => scenes.waiting('local')),
  'withdrawApproval ledger.withdrawal_by_another': deciding((scenes) => scenes.waiting('second person')),
  'decideApproval ledger.stale': deciding((scenes) => scenes.waitingForWhatChanged()),
  'decideApproval ledger.item_overpaid': deciding((scenes) => scenes.waitingForTooMuch()),
  'decideApproval ledger.write_off_over_limit': deciding((scenes) => scenes.waitingUnderOldLimits()),
  'decideApproval ledger.posting_not_reversible': deciding((scenes) => scenes.waitingForWhatIsTakenBack()),
  'requestExport ledger.export_refused': body({ kind: 'allocations', format: 'fec' }),
  'requestExport ledger.exports_waiting': (walk, operation) =>
    walk.scenes.whileExportsWait(20, async () => codeOf(operation, await successOf(walk, operation), walk.app)),
  'requestExport ledger.command_reused': spoiled(async (filled, { scenes }) =>
    withHeader(filled, 'idempotency-key', await scenes.waitingExport()),
  ),
  'getExportBytes api.export_not_ready': at(async (scenes) => ({ exportId: await scenes.waitingExport() })),
  'getExportBytes api.export_expired': at(async (scenes) => ({ exportId: await scenes.expiredExport() })),
  'resendDeadLetter api.webhook_failed': at(async (scenes) => ({
    webhook: awayReceiver.name,
    deadLetterId: await scenes.deadLetter(awayReceiver.name),
  })),
};

const byOperation: Reaches = { ...refusalsOfCommands, ...ofLedgers, ...ofQueue, ...ofWork };

/** Null: nobody said how the operation comes to be refused with the code. */
export const refusalOfRecords = ({ id }: Operation, code: string): Reach | null =>
  byOperation[`${id} ${code}`] ?? byCode[code] ?? null;
