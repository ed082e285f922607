/**
 * Random commands, each with what must come of it. A kind of command is a {@link Trade}: another one joins the list.
 */
import { carryOut, decideApproval, type CommandResult } from '../../src/ledger/commands/carry-out.ts';
import type { Command } from '../../src/domain/command.ts';
import type { OpenItemId } from '../../src/domain/ids.ts';
import { LedgerError } from '../../src/ledger/errors.ts';
import type { Random } from '../../test/support/random.ts';
import { act } from '../../test/support/books.ts';
import { secondPerson, uuidOf, type Books } from './books.ts';
import { book, chance, refused, type Foreseen, type Trade } from './model.ts';
import { closePeriod } from './trades/close.ts';
import { applyCollection } from './trades/collection.ts';
import { changeDispute, openDispute, rejectDispute, reopenDispute } from './trades/disputes.ts';
import { asTransferred, refundCredit, transferItem, writeOff } from './trades/item-trades.ts';
import { netItems } from './trades/net.ts';
import { returnPayment } from './trades/return.ts';
import { reversePosting } from './trades/reverse.ts';
import { settlePayment } from './trades/settle.ts';
import { acceptSuggestion, declineSuggestion } from './trades/suggestions.ts';

/** Their effects add up the same in any order. */
export const tradesAmongOthers: readonly Trade[] = [
  settlePayment,
  netItems,
  reversePosting,
  returnPayment,
  writeOff,
  transferItem,
  refundCredit,
];
const allTrades: readonly Trade[] = [
  ...tradesAmongOthers,
  acceptSuggestion,
  declineSuggestion,
  applyCollection,
  closePeriod,
  openDispute,
  changeDispute,
  rejectDispute,
  reopenDispute,
];

/** `repeated`: it was carried out before, and answers the same. */
export type Outcome = 'done' | 'refused' | 'repeated';

export type Step = Readonly<{ command: Command; foreseen: Foreseen }>;

/** A command that may be refused, may be a repetition, and fits the books as the model knows them. */
export function nextStep(books: Books, random: Random, trades: readonly Trade[] = allTrades): Step {
  const { model, done } = books;
  if (done.size > 0 && chance(8, random)) {
    const { command } = random.pick([...done.values()]);
    return chance(80, random)
      ? { command, foreseen: { refusals: new Set(), effects: [] } }
      : { command: { ...command, reason: 'another reason' }, foreseen: refused('ledger.command_reused') };
  }
  const lots = trades.flatMap((trade) => Array.from({ length: trade.weight }, () => trade));
  for (;;) {
    const trade = random.pick(lots);
    const request = trade.make(model, random);
    if (request === null) continue;
    const id = uuidOf(random);
    const command = { id, kind: trade.kind, request, reason: 'torture' } as Command;
    return { command, foreseen: trade.foresee(model, request, id) };
  }
}

/** The ledger did not do what the model says. */
export class Disagreement extends Error {
  override readonly name = 'Disagreement';
}

/** Carries it out, asks whether what came is what must come, and notes it in the model. */
export async function takeStep(books: Books, { command, foreseen }: Step): Promise<Outcome> {
  const told = await answerOf(books, { command, foreseen });
  const { refusals } = foreseen;
  const differs = (expected: string): never => {
    throw new Disagreement(`expected ${expected}, came ${JSON.stringify(told)}: ${JSON.stringify(command)}`);
  };
  if (refusals.size > 0)
    return 'refused' in told && refusals.has(told.refused) ? 'refused' : differs([...refusals].join(' or '));
  if ('refused' in told || told.state !== 'done') return differs('done');
  const earlier = books.done.get(command.id);
  if (earlier !== undefined)
    return JSON.stringify(told) === JSON.stringify(earlier.result)
      ? 'repeated'
      : differs(JSON.stringify(earlier.result));
  note(books, { command, foreseen }, told);
  return 'done';
}

/** It was carried out. */
export function note({ model, done }: Books, { command, foreseen }: Step, result: CommandResult): void {
  for (const effect of foreseen.effects) book(model, effect);
  if (foreseen.closes !== undefined) model.closedThrough = foreseen.closes;
  if (foreseen.disputed !== undefined) model.disputes.set(foreseen.disputed.id, { ...foreseen.disputed });
  done.set(command.id, { command, result });
}

/** As {@link takeStep}, among others who change the same books: what comes is taken, whatever was foreseen. */
export async function tryStep(books: Books, { command, foreseen }: Step): Promise<Outcome> {
  const told = await answerOf(books, { command, foreseen });
  if ('refused' in told || told.state !== 'done') return 'refused';
  if (books.done.has(command.id)) return 'repeated';
  note(books, { command, foreseen: asTold(books, { command, foreseen }, told) }, told);
  return 'done';
}

/** What others did meanwhile changes the number under which an item is moved, and nothing else. */
function asTold({ model }: Books, { command, foreseen }: Step, { outcome }: Done): Foreseen {
  if (command.kind !== 'transfer_item') return foreseen;
  const { openItemId } = outcome as Readonly<{ openItemId: OpenItemId }>;
  const effects = foreseen.effects.map((effect) => asTransferred(model, effect, command.id, openItemId));
  return { ...foreseen, effects };
}

type Done = Extract<CommandResult, { state: 'done' }>;

async function answerOf(
  { pool, model, done }: Books,
  { command, foreseen }: Step,
): Promise<CommandResult | { refused: string }> {
  try {
    const asked = await carryOut(pool, model.ledgerId, command, act);
    const { approval, refusals } = foreseen;
    if (asked.state === 'done' && approval === 'must' && refusals.size === 0 && !done.has(command.id))
      throw new Disagreement(`done by one person alone: ${JSON.stringify(command)}`);
    if (asked.state !== 'waiting' || approval === undefined) return asked;
    const { requestSha256 } = asked;
    const decision = { requestId: command.id, requestSha256, decision: 'approved', reason: 'torture' } as const;
    const alone = await decideApproval(pool, model.ledgerId, decision, act).catch(refusalOf);
    if (!('refused' in alone) || alone.refused !== 'ledger.approval_by_author')
      throw new Disagreement(`approved by its author: ${JSON.stringify(command)}`);
    return await decideApproval(pool, model.ledgerId, decision, secondPerson);
  } catch (error) {
    return refusalOf(error);
  }
}

function refusalOf(error: unknown): Readonly<{ refused: string }> {
  if (error instanceof LedgerError) return { refused: error.refusal.code };
  throw error;
}
