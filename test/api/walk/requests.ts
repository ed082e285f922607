/**
 * For each operation that needs records of its own, a request that succeeds: the example of the document, about them.
 * Other operations are asked their example as it stands, about whatever the books have.
 */
import { bulkToken } from '../../../src/ledger/plan/bulk-accept.ts';
import type { Webhook } from '../../../src/config/webhooks.ts';
import type { Json } from '../../support/operations.ts';
import { asJson } from '../../support/operations.ts';
import type { Scenes } from './work-scenes.ts';

export type Asked = Readonly<{
  path?: Readonly<Record<string, string>>;
  query?: Json;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}>;
/**
 * @param example - the body in the document, or nothing.
 * @param line - the row in the document, where the body has rows.
 */
export type Ask = (scenes: Scenes, example: Json, line: string) => Promise<Asked>;

export const receiver: Webhook = {
  name: 'erp',
  url: new URL('https://erp.example/'),
  secret: 'a secret that two programs share!',
  ledgers: null,
  events: null,
  allowPrivate: false,
};

/** Takes nothing. */
export const awayReceiver: Webhook = { ...receiver, name: 'away' };

const allOf = { residual: '120.00', amount: '120.00' };
const version = (number: number) => ({ 'if-match': `"${number}"` });
/** A line of an import, with its customer and document exchanged for others. */
const row = (line: string, other: Json): string =>
  `${JSON.stringify({ ...asJson(JSON.parse(line)), ...other })}
`;

const ofPayments: Readonly<Record<string, Ask>> = {
  async settlePayment(scenes, example) {
    const { openItemId } = await scenes.item();
    const lines = [{ openItemId, residual: '120.00', cleared: '120.00' }];
    return { path: { paymentId: await scenes.payment() }, body: { ...example, parts: [{ use: 'items', lines }] } };
  },
  async acceptProposal(scenes) {
    const { paymentId, matchRunId } = await scenes.queued();
    // A run leaves its mark on a payment.
    return { path: { paymentId, matchRunId, index: '0' }, headers: version(2) };
  },
  async declineProposal(scenes) {
    const { paymentId, matchRunId } = await scenes.queued();
    return { path: { paymentId, matchRunId, index: '0' } };
  },
  async applyCollection(scenes) {
    const { reference } = await scenes.collection();
    return { path: { paymentId: await scenes.payment() }, body: { reference, reason: 'The debits of March.' } };
  },
  async returnPayment(scenes, example) {
    const { postingId, openItemId } = await scenes.settled();
    const lines = [{ openItemId, amount: '120.00' }];
    return { path: { paymentId: await scenes.payment({ side: 'debit' }) }, body: { ...example, postingId, lines } };
  },
  claimPayment: async (scenes) => ({ path: { paymentId: (await scenes.queued()).paymentId } }),
  assignPayment: async (scenes) => ({ path: { paymentId: (await scenes.queued()).paymentId } }),
  async bulkAccept(scenes, example) {
    const { paymentId, matchRunId } = await scenes.queued();
    const list = [{ paymentId, matchRunId, version: 2 }];
    return { body: { ...example, list, token: bulkToken('leave', list) } };
  },
  async getCertificate(scenes) {
    return { path: { paymentId: (await scenes.queued()).paymentId } };
  },
};

const ofItems: Readonly<Record<string, Ask>> = {
  async netItems(scenes, example) {
    const { openItemId, customer } = await scenes.item();
    const credit = await scenes.credit(customer);
    const lines = [openItemId, credit.openItemId].map((id) => ({
      openItemId: id,
      residual: '120.00',
      cleared: '120.00',
    }));
    return { body: { ...example, lines } };
  },
  async writeOff(scenes, example) {
    const { openItemId } = await scenes.item();
    return { path: { openItemId }, body: { ...example, residual: '120.00', amount: '0.50' } };
  },
  async transferItem(scenes, example) {
    const { openItemId } = await scenes.item();
    const { customerId: toCustomerId } = await scenes.item();
    return { path: { openItemId }, body: { ...example, ...allOf, toCustomerId } };
  },
  async refundCredit(scenes, example) {
    const { openItemId } = await scenes.credit();
    return { path: { openItemId }, body: { ...example, ...allOf } };
  },
  reversePosting: async (scenes) => ({ path: { postingId: (await scenes.settled()).postingId } }),
  async openDispute(scenes, example) {
    const { openItemId } = await scenes.item();
    return { body: { ...example, openItemId, ...allOf } };
  },
  async changeDispute(scenes) {
    return { path: { disputeId: (await scenes.dispute()).disputeId } };
  },
  async resolveDispute(scenes, example) {
    return { path: { disputeId: (await scenes.dispute()).disputeId }, body: { ...example, resolution: 'rejection' } };
  },
  async reopenDispute(scenes) {
    const { disputeId } = await scenes.dispute({ isResolved: true });
    return { path: { disputeId }, headers: version(2) };
  },
  async setDisputeReason(scenes, example) {
    return { path: { code: `broken-${scenes.mark()}` }, body: example };
  },
  async closePeriod(scenes, example) {
    return { body: { ...example, closedThrough: await scenes.dayToClose() } };
  },
  async putOpenItem(scenes, example) {
    const { customer, number } = await scenes.item();
    return { path: { number }, body: { ...example, customerCode: customer } };
  },
  async importOpenItems(scenes, _example, line) {
    const { customer, number } = await scenes.item();
    return { body: row(line, { customerCode: customer, documentNumber: number }) };
  },
  async importCollections(scenes, _example, line) {
    const { customer, number } = await scenes.item({ amount: '1200.00' });
    return { body: row(line, { reference: number, customerCode: customer, documentNumber: number }) };
  },
};

const ofWork: Readonly<Record<string, Ask>> = {
  async releaseFile(scenes) {
    return { path: { sha256: await scenes.held() } };
  },
  async cancelMatchRun(scenes) {
    return { path: { matchRunId: (await scenes.run()).matchRunId } };
  },
  /** One that is applied is followed to its end, at once. */
  async followMatchRun(scenes) {
    return { path: { matchRunId: (await scenes.run()).matchRunId } };
  },
  async retryJob(scenes) {
    return { path: { jobId: await scenes.deadJob() } };
  },
  async cancelJob(scenes) {
    return { path: { jobId: await scenes.job('match') } };
  },
  async decideApproval(scenes, example) {
    const { approvalId, requestSha256 } = await scenes.waiting('second person');
    return { path: { approvalId }, body: { ...example, requestSha256 } };
  },
  async withdrawApproval(scenes, example) {
    // The API without keys is one person.
    const { approvalId, requestSha256 } = await scenes.waiting('local');
    return { path: { approvalId }, body: { ...example, requestSha256 } };
  },
  async resendDeadLetter(scenes) {
    return { path: { webhook: receiver.name, deadLetterId: await scenes.deadLetter(receiver.name) } };
  },
  async revokeApiKey(scenes) {
    return { path: { apiKeyId: await scenes.apiKey() } };
  },
};

export const requests: Readonly<Record<string, Ask>> = { ...ofPayments, ...ofItems, ...ofWork };
