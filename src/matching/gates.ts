/**
 * Gates: what no score overrides. Each is a claim about the situation that holds (passed) or does not; the first that
 * does not hold is the reason for review. Kinds of payment come first, then the most precise thing that can be said.
 */
import type { GateResult, Payment } from '../domain/match.ts';
import { gateOrder, type Gate } from './gate-order.ts';
import { agreementWith } from './payer.ts';
import { netResidual } from './draft.ts';
import { maximumLines, type Situation } from './strategy.ts';

/** `PMNT/ICDT/RRTN`, `NRTI`: a transfer that came back, whatever else the bank says about it. */
const returnCode = /(?:^|[/-])RRTN$|^[FNS]RTI$/;
/** Transfers we issued and debits we received: of these families, money in is our own money. */
const ownMoneyCode = /^PMNT[/-](?:ICDT|RDDT|ICHQ)[/-]/;

const isReturnCode = ({ bankTransactionCode: code, side }: Payment): boolean =>
  code !== null && (returnCode.test(code) || (side === 'credit' && ownMoneyCode.test(code)));

/** Money that came back, in either direction, from the payer or from us. */
export const isReturned = ({ payment }: Situation): boolean =>
  payment.returnReason !== null || payment.isReversal || isReturnCode(payment);

type Check = (situation: Situation) => boolean;

const checks: Readonly<Record<Gate, Check>> = {
  returned_payment: (situation) => !isReturned(situation),
  outgoing_payment: (situation) => situation.payment.side === 'credit' || isReturned(situation),
  batch_without_details: ({ payment }) => payment.batchCount === null,
  refund_wording: ({ reading }) => !reading.hasRefundWording,
  no_reference_found: ({ reading }) => reading.references.length > 0 && !reading.hasUnknownNumber,
  reference_already_paid: ({ named }) => named.paid.length === 0,
  // Documents of two customers in one payment: one of the numbers is something else, or somebody pays for two.
  reference_ambiguous: ({ named }) => named.ambiguous.length === 0 && named.customers.length <= 1,
  payer_is_other_customer: ({ named, payer }) =>
    named.customers.every((customer) => agreementWith(payer, customer) !== 'other'),
  // A search cut short has proved nothing.
  several_explanations: ({ explanations, named }) =>
    explanations.subsets.length <= 1 && explanations.isComplete && named.open.length <= maximumLines,
  amount_differs: ({ named, payment, partition }) => {
    const items = named.open.map(({ item }) => item);
    if (items.length === 0) return true;
    return payment.unappliedMinor > 0n && netResidual(partition, items) === payment.unappliedMinor;
  },
};

/** Every gate with its result, in the fixed order. */
export const checkGates = (situation: Situation): readonly GateResult[] =>
  gateOrder.map((gate) => ({ gate, passed: checks[gate](situation) }));
