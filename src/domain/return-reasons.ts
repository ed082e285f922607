/**
 * Why a collection came back, and what may be done about it.
 *
 * Banks give the reason in the code of ISO 20022 (`RtrInf/Rsn/Cd`), French ones also in the two digits of CFONB (zone
 * 41-42). Both name the same causes; which digits stand for which code follows from the labels of the two lists.
 *
 * @see ISO 20022 ExternalReturnReason1Code; CFONB 120, codes of rejects
 */
import { exponentOf, type CurrencyCode } from './currency.ts';

export type ReturnReason = Readonly<{
  iso: string;
  cfonb: string;
  says: string;
  /** `when_mended`: not before the account, the mandate or the bank's data is put right. */
  retry: 'once' | 'when_mended' | 'no';
  /** The debtor contests the debt, or refuses to pay it: whether it is owed has to be settled with the customer first. */
  opensDispute: boolean;
}>;

const reason = (
  iso: string,
  cfonb: string,
  says: string,
  retry: ReturnReason['retry'],
  opensDispute = false,
): ReturnReason => ({ iso, cfonb, says, retry, opensDispute });

export const returnReasons: readonly ReturnReason[] = [
  reason('AC01', '12', 'the account number is wrong', 'when_mended'),
  reason('AC04', '14', 'the account is closed', 'when_mended'),
  reason('AC06', '34', 'the account is blocked', 'when_mended'),
  reason('AG01', '99', 'no direct debit is allowed on the account', 'when_mended'),
  reason('AM04', '20', 'insufficient funds', 'once'),
  reason('AM05', '64', 'collected twice', 'no'),
  reason('MD01', '31', 'no mandate', 'when_mended'),
  reason('MD02', '66', 'data of the mandate missing or wrong', 'when_mended'),
  reason('MD06', '80', 'the debtor contests it', 'no', true),
  reason('MD07', '35', 'the debtor has died', 'when_mended'),
  reason('MS02', '58', 'the debtor refuses it', 'no', true),
  reason('MS03', '59', 'no reason given', 'once'),
  reason('RC01', '60', 'the bank code is wrong', 'when_mended'),
  reason('RR04', '62', 'regulatory reason', 'no'),
  reason('SL01', '63', "a service of the debtor's bank stops it", 'when_mended'),
];

const reasonByCode = new Map(returnReasons.flatMap((one) => [[one.iso, one] as const, [one.cfonb, one] as const]));

/** The reason with this code of either list; null for one that is not in the table. */
export const returnReasonOf = (code: string | null): ReturnReason | null =>
  code === null ? null : (reasonByCode.get(code.trim().toUpperCase()) ?? null);

// Ours came back unpaid: collections (UPDD), cheques, bills, cards; taken back by us (PRDD); transfers (RRTN, NRTI).
const returnCode = /(?:^|[/-])(?:UPDD|PRDD|UPCQ|UDFT|UPCT|RRTN)$|^[FNS]RTI$/;

/** Whether the bank says of a payment that it takes an earlier one back. */
export const isReturn = (
  payment: Readonly<{ returnReason: string | null; isReversal: boolean; bankTransactionCode: string | null }>,
): boolean => payment.returnReason !== null || payment.isReversal || returnCode.test(payment.bankTransactionCode ?? '');

/**
 * What a bank keeps for a return at most, minor units: 30 units of the currency. What a returned amount has on top of a
 * collection that its end-to-end id names is such a fee up to here, and a question above.
 */
export const largestReturnFee = (currency: CurrencyCode): bigint => 30n * 10n ** BigInt(exponentOf(currency));
