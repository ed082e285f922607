/** How commands of people come to be refused for what the books say: by operation and code. */
import { randomUUID } from 'node:crypto';
import { asJson } from '../../support/operations.ts';
import { currencyOf, day } from '../../support/books.ts';
import type { Scenes } from './work-scenes.ts';
import type { Suggested } from './scenes.ts';
import { spoiled, withBody, withHeader, type Reach } from './walk.ts';
import { about, at, body, line, withPath } from './ways.ts';

type Reaches = Readonly<Record<string, Reach>>;

const twoCustomers = (scenes: Scenes) => Promise.all([scenes.item(), scenes.item()]);
const whole = (openItemId: string, more: object = {}) => ({
  openItemId,
  residual: '120.00',
  cleared: '120.00',
  ...more,
});
const itemsPart = (lines: readonly object[], more: object = {}) => ({ parts: [{ use: 'items', lines, ...more }] });

/** A payment used for an item of 120.00, in a line of which something is said otherwise. */
const settling = (spec: Parameters<Scenes['item']>[0], said: object, part: object = {}): Reach =>
  about(
    (scenes) => scenes.item(spec),
    (filled, { openItemId }) => withBody(filled, itemsPart([whole(openItemId, said)], part)),
  );
const less = (as: string, amount: string, more: object = {}) => ({ differences: [{ as, amount, ...more }] });
const discounted = (until: string) => ({ discount: { bp: 200, until: day(until) } });

const ofSettling: Reaches = {
  'settlePayment ledger.amount_invalid': settling({}, { cleared: '0.005' }),
  'settlePayment ledger.item_overpaid': settling({ residual: '100.00' }, { residual: '100.00', cleared: '110.00' }),
  'settlePayment ledger.settlement_unbalanced': settling({}, less('write_off', '121.00')),
  'settlePayment ledger.base_value_unknown': settling({ currency: 'CHF' }, { paid: '100.00' }),
  'settlePayment ledger.currencies_mixed': settling({ currency: 'USD' }, {}),
  'settlePayment ledger.over_and_under': settling({}, less('write_off', '0.50'), { overpaidWrittenOff: '0.50' }),
  'settlePayment ledger.discount_late': settling({}, less('discount', '2.00', { vat: 'gross' })),
  'settlePayment ledger.discount_too_large': settling(
    discounted('2026-03-31'),
    less('discount', '12.00', { vat: 'gross' }),
  ),
  'settlePayment ledger.vat_unknown': settling(discounted('2026-03-31'), less('discount', '2.40', { vat: 'net' })),
  'settlePayment ledger.write_off_over_limit': settling({}, less('write_off', '20.00')),
  'settlePayment ledger.payment_overdrawn': about(twoCustomers, (filled, [one, other]) =>
    withBody(filled, itemsPart([whole(one.openItemId), whole(other.openItemId)])),
  ),
  'settlePayment ledger.several_customers': about(twoCustomers, (filled, [one, other]) =>
    withBody(filled, itemsPart([whole(one.openItemId), whole(other.openItemId)], { overpaidWrittenOff: '1.00' })),
  ),
  'settlePayment ledger.account_refused': body({
    parts: [{ use: 'not_receivable', purpose: 'bank_charge', amount: '120.00', account: '411' }],
  }),
  'settlePayment ledger.side_mismatch': about(
    async (scenes) => ({ paymentId: await scenes.payment({ side: 'debit' }), ...(await scenes.item()) }),
    (filled, { paymentId, customerId }) => ({
      ...withPath(filled, { paymentId }),
      ...withBody(filled, { parts: [{ use: 'on_account', customerId, amount: '120.00' }] }),
    }),
  ),
};

/** A suggestion accepted, of an item and a payment of 120.00 but for what is said. */
const accepting = (spec: Suggested, rest: 'leave' | 'on_account' = 'leave'): Reach =>
  about(
    (scenes) => scenes.suggested(spec),
    (filled, { paymentId, matchRunId }) => ({
      ...withPath(filled, { paymentId, matchRunId }),
      ...withBody(filled, { rest }),
    }),
  );
const chosenOff = (kind: 'discount' | 'rounding', amount: string): Suggested => ({
  chosen: { writeOff: { kind, amount, currency: currencyOf('EUR') } },
});

const ofAccepting: Reaches = {
  'acceptProposal ledger.payment_overdrawn': about(
    (scenes) => scenes.partlyUsed(),
    (filled, { paymentId, matchRunId }) => ({
      ...withPath(filled, { paymentId, matchRunId }),
      ...withHeader(filled, 'if-match', '"3"'),
    }),
  ),
  'acceptProposal ledger.base_value_unknown': accepting({
    item: { currency: 'CHF' },
    chosen: { currency: currencyOf('CHF') },
  }),
  'acceptProposal ledger.discount_late': accepting({
    item: discounted('2026-03-01'),
    ...chosenOff('discount', '2.40'),
  }),
  'acceptProposal ledger.discount_too_large': accepting({
    item: discounted('2026-03-31'),
    ...chosenOff('discount', '12.00'),
  }),
  'acceptProposal ledger.write_off_over_limit': accepting(chosenOff('rounding', '20.00')),
  'acceptProposal ledger.several_customers': accepting({ paid: '150.00', chosen: { customerId: null } }, 'on_account'),
};

const ofPayments: Reaches = {
  'applyCollection ledger.collection_differs': at(async (scenes) => ({
    paymentId: await scenes.payment({ amount: '100.00' }),
  })),
  'applyCollection ledger.item_overpaid': about(
    async (scenes) => {
      const collected = await scenes.collection();
      await scenes.pay(collected.openItemId);
      return collected;
    },
    (filled, { reference }) => withBody(filled, { reference }),
  ),
  'returnPayment ledger.posting_not_reversible': about(
    async (scenes) => ({ postingId: await scenes.entryPosting() }),
    withBody,
  ),
  'returnPayment ledger.return_exceeds': line({ amount: '130.00' }),
  'returnPayment ledger.amount_invalid': line({ amount: '0.005' }),
  'returnPayment ledger.payment_overdrawn': at(async (scenes) => ({
    paymentId: await scenes.payment({ side: 'debit', amount: '100.00' }),
  })),
  'returnPayment ledger.side_mismatch': at(async (scenes) => ({ paymentId: await scenes.payment() })),
  'returnPayment ledger.currencies_mixed': at(async (scenes) => ({
    paymentId: await scenes.payment({ side: 'debit' }, 'USD'),
  })),
};

const ofItems: Reaches = {
  'netItems ledger.not_found': line({ openItemId: randomUUID() }),
  'netItems ledger.stale': line({ residual: '119.00' }),
  'netItems ledger.amount_invalid': line({ cleared: '0.005' }),
  'netItems ledger.item_overpaid': line({ cleared: '130.00' }),
  'netItems ledger.settlement_unbalanced': line({ cleared: '60.00' }),
  'netItems ledger.several_customers': about(twoCustomers, (filled, [one, other]) =>
    withBody(filled, { lines: [whole(one.openItemId), whole(other.openItemId)] }),
  ),
  'writeOff ledger.write_off_over_limit': body({ amount: '20.00' }),
  'transferItem ledger.same_customer': about(
    (scenes) => scenes.item(),
    (filled, { openItemId, customerId }) => ({
      ...withPath(filled, { openItemId }),
      ...withBody(filled, { toCustomerId: customerId }),
    }),
  ),
  'refundCredit ledger.side_mismatch': at((scenes) => scenes.item()),
  'reversePosting ledger.posting_not_reversible': at(async (scenes) => ({ postingId: await scenes.entryPosting() })),
  'reversePosting ledger.posting_built_on': at(async (scenes) => ({ postingId: await scenes.builtOn() })),
};

/** A dispute of 50.00 ended by another item of its customer. */
const endedBy = (spec: Parameters<Scenes['item']>[0], residual: string): Reach =>
  about(
    async (scenes) => {
      const { disputeId, customer } = await scenes.dispute();
      return { disputeId, credit: await scenes.item({ ...spec, customer }) };
    },
    (filled, { disputeId, credit: { openItemId } }) => ({
      ...withPath(filled, { disputeId }),
      ...withBody(filled, { resolution: 'credit_note', credit: { openItemId, residual } }),
    }),
  );

const ofDisputes: Reaches = {
  'openDispute ledger.not_found': body({ openItemId: randomUUID() }),
  'openDispute ledger.item_not_disputable': body({ amount: '130.00' }),
  'changeDispute ledger.item_not_disputable': body({ amount: '130.00' }),
  'changeDispute ledger.dispute_unchanged': spoiled(({ body: asked }) => ({
    body: { reason: asJson(asked)['reason'] },
  })),
  'changeDispute ledger.dispute_resolved': about(
    (scenes) => scenes.dispute({ isResolved: true }),
    (filled, { disputeId }) => ({
      ...withPath(filled, { disputeId }),
      ...withBody(filled, { owner: 'somebody.else' }),
      ...withHeader(filled, 'if-match', '"2"'),
    }),
  ),
  'resolveDispute ledger.dispute_not_cleared': body({ resolution: 'payment' }),
  'resolveDispute ledger.write_off_over_limit': body({ resolution: 'write_off' }),
  'resolveDispute ledger.several_customers': about(
    (scenes) => scenes.credit(),
    (filled, { openItemId }) =>
      withBody(filled, { resolution: 'credit_note', credit: { openItemId, residual: '120.00' } }),
  ),
  'resolveDispute ledger.settlement_unbalanced': endedBy({}, '120.00'),
  'resolveDispute ledger.item_overpaid': endedBy({ kind: 'credit_note', amount: '30.00' }, '30.00'),
  'resolveDispute ledger.base_value_unknown': about(
    (scenes) => scenes.dispute({ currency: 'CHF' }),
    (filled, { disputeId }) => ({
      ...withPath(filled, { disputeId }),
      ...withBody(filled, { resolution: 'write_off' }),
    }),
  ),
  'reopenDispute ledger.dispute_open': about(
    (scenes) => scenes.dispute(),
    (filled, { disputeId }) => ({ ...withPath(filled, { disputeId }), ...withHeader(filled, 'if-match', '"1"') }),
  ),
  'reopenDispute ledger.item_not_disputable': at(async (scenes) => {
    const { disputeId, openItemId } = await scenes.dispute({ isResolved: true });
    await scenes.pay(openItemId);
    return { disputeId };
  }),
  'setDisputeReason ledger.dispute_reason_moved': at(async () => ({ code: 'price' })),
};

export const refusalsOfCommands: Reaches = {
  ...ofSettling,
  ...ofAccepting,
  ...ofPayments,
  ...ofItems,
  ...ofDisputes,
};
