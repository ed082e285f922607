/**
 * Random commands, each with what must come of it. A kind of command is a {@link Trade}: another one joins the list.
 */
import { carryOut, type CommandResult } from '../../src/ledger/commands/carry-out.ts';
import type { Command } from '../../src/domain/command.ts';
import { LedgerError } from '../../src/ledger/errors.ts';
import type { Random } from '../../test/support/random.ts';
import { act } from '../../test/support/books.ts';
import type { Books } from './books.ts';
import { book, chance, refused, type Foreseen, type Trade } from './model.ts';
import { netItems } from './trades/net.ts';
import { reversePosting } from './trades/reverse.ts';
import { settlePayment } from './trades/settle.ts';

const trades: readonly Trade[] = [settlePayment, netItems, reversePosting];
const lots = trades.flatMap((trade) => Array.from({ length: trade.weight }, () => trade));

export type Step = Readonly<{ command: Command; foreseen: Foreseen }>;

/** A command that may be refused, may be a repetition, and fits the books as the model knows them. */
export function nextStep(books: Books, random: Random): Step {
  const { model, done } = books;
  if (done.size > 0 && chance(8, random)) {
    const { command } = random.pick([...done.values()]);
    return chance(80, random)
      ? { command, foreseen: { refusals: new Set(), effects: [] } }
      : { command: { ...command, reason: 'another reason' }, foreseen: refused('ledger.command_reused') };
  }
  for (;;) {
    const trade = random.pick(lots);
    const request = trade.make(model, random);
    if (request === null) continue;
    const id = uuidOf(random);
    const command = { id, kind: trade.kind, request, reason: 'torture' } as Command;
    return { command, foreseen: trade.foresee(model, request, id) };
  }
}

export function uuidOf(random: Random): string {
  const hex = Buffer.from(random.bytes(16)).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The ledger did not do what the model says. */
export class Disagreement extends Error {
  override readonly name = 'Disagreement';
}

/** Carries it out, asks whether what came is what must come, and notes it in the model. */
export async function takeStep(books: Books, { command, foreseen }: Step): Promise<'done' | 'refused' | 'repeated'> {
  const told = await answerOf(books, command);
  const { refusals, effects } = foreseen;
  const differs = (expected: string): never => {
    throw new Disagreement(`expected ${expected}, came ${JSON.stringify(told)}: ${JSON.stringify(command)}`);
  };
  if (refusals.size > 0)
    return 'refused' in told && refusals.has(told.refused) ? 'refused' : differs([...refusals].join(' or '));
  if ('refused' in told) return differs('done');
  const earlier = books.done.get(command.id);
  if (earlier !== undefined)
    return JSON.stringify(told) === JSON.stringify(earlier.result)
      ? 'repeated'
      : differs(JSON.stringify(earlier.result));
  for (const effect of effects) book(books.model, effect);
  books.done.set(command.id, { command, result: told });
  return 'done';
}

/** As {@link takeStep}, among others who change the same books: what comes is taken, whatever was foreseen. */
export async function tryStep(books: Books, { command, foreseen }: Step): Promise<'done' | 'refused' | 'repeated'> {
  const told = await answerOf(books, command);
  if ('refused' in told) return 'refused';
  if (books.done.has(command.id)) return 'repeated';
  books.done.set(command.id, { command, result: told });
  for (const effect of foreseen.effects) book(books.model, effect);
  return 'done';
}

async function answerOf({ pool, model }: Books, command: Command): Promise<CommandResult | { refused: string }> {
  try {
    return await carryOut(pool, model.ledgerId, command, act);
  } catch (error) {
    if (error instanceof LedgerError) return { refused: error.refusal.code };
    throw error;
  }
}
