/** Suggestions of one kind accepted at once: the kinds that a preview has, and how what was done is taken back. */
import { given } from '../../../../src/client/client.ts';
import { takeBack } from '../../commands.ts';
import { lettrage } from '../../session.ts';
import type { BulkCandidate, BulkResult, Suggestion } from '../../types.ts';

/** The payments of one kind of evidence, named by the words of one of them. */
export type Kind = Readonly<{ cell: string; example: Suggestion; paymentCount: number }>;

/** The most frequent first. */
export function kindsOf(list: readonly BulkCandidate[]): readonly Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { suggestion } of list) {
    const { cell } = suggestion;
    const known = kinds.get(cell) ?? { cell, example: suggestion, paymentCount: 0 };
    kinds.set(cell, { ...known, paymentCount: known.paymentCount + 1 });
  }
  return [...kinds.values()].toSorted((a, b) => b.paymentCount - a.paymentCount || (a.cell < b.cell ? -1 : 1));
}

/**
 * Takes back what a bulk acceptance booked, one posting after the other, the last first; what waits for a second person
 * is withdrawn.
 *
 * @throws Refused at the first that can't be taken back: those after it stay.
 */
export async function takeBackBulk(ledger: string, { outcomes }: BulkResult, reason: string): Promise<void> {
  for (const { commandId, state } of outcomes.toReversed()) {
    if (state === 'done') await takeBackCommand(ledger, commandId, reason);
    if (state === 'waiting') await withdraw(ledger, commandId, reason);
  }
}

async function takeBackCommand(ledger: string, commandId: string, reason: string): Promise<void> {
  const params = { path: { ledger, commandId } };
  const { postings, isReversed } = given(await lettrage.GET('/v1/ledgers/{ledger}/commands/{commandId}', { params }));
  if (isReversed) return;
  for (const { id } of postings) await takeBack(ledger, id, reason);
}

async function withdraw(ledger: string, approvalId: string, reason: string): Promise<void> {
  const params = { path: { ledger, approvalId } };
  const { requestSha256 } = given(await lettrage.GET('/v1/ledgers/{ledger}/approvals/{approvalId}', { params }));
  const body = { requestSha256, reason };
  given(await lettrage.POST('/v1/ledgers/{ledger}/approvals/{approvalId}/withdraw', { params, body }));
}
