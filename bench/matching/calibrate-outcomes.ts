/** A benchmark run as a ledger's history: for each line the cell of its best proposal, and whether that was right. */
import { amountClasses, payerLevels, referenceLevels, selections, type Grounds } from '../../src/domain/match.ts';
import type { ConfirmedOutcome } from '../../src/matching/calibration/cell-record.ts';
import { ruleOf } from '../../src/matching/decision/ladder.ts';
import { judge, outcomeOf, type Judgement } from './judge.ts';
import type { BenchData, Decision } from './types.ts';

/** A line whose best proposal only the ladder could hold back. Items count apart in each folder. */
export type Candidate = ConfirmedOutcome & Readonly<{ day: number; isApplied: boolean; items: readonly number[] }>;

export type History = Readonly<{ folder: string; receivableCount: number; candidates: readonly Candidate[] }>;

/** The gates of the ladder itself; a line with any other reason is nothing that a record could let through. */
const reasonOfLadder = /^(?:not_certain|amount_differs): /;

/** @param decisions - of the product's engine: the reason of an applied line is its cell, of another `gate: cell`. */
export function historyOf(folder: string, data: BenchData, decisions: readonly Decision[]): History {
  const judgements = judge(data, decisions);
  return {
    folder,
    receivableCount: judgements.filter(({ isReceivable }) => isReceivable).length,
    candidates: judgements.flatMap(candidateOf),
  };
}

function candidateOf({ line, truth, decision }: Judgement): readonly Candidate[] {
  const { reason, action } = decision;
  const isApplied = action === 'auto';
  const allocation = isApplied ? decision.alloc : decision.suggestions[0]?.alloc;
  if (allocation === undefined || (!isApplied && !reasonOfLadder.test(reason))) return [];
  const cell = reason.replace(reasonOfLadder, '');
  return [
    {
      cell,
      rule: isApplied ? (ruleOf(groundsIn(cell)) ?? 'unknown rule') : null,
      isRight: outcomeOf(allocation, truth) === 'correct',
      day: line.day,
      isApplied,
      items: allocation.map(({ item }) => item),
    },
  ];
}

function groundsIn(cell: string): Grounds {
  const [selection, reference, amountClass, payer, ...notes] = cell.split(' ');
  return {
    selection: named(selections, selection),
    reference: named(referenceLevels, reference),
    amountClass: named(amountClasses, amountClass),
    payer: named(payerLevels, payer),
    rivals: notes.includes('rivals') ? 1 : 0,
    notes: notes.filter((note) => note !== 'rivals'),
  };
}

function named<Name extends string>(names: readonly Name[], word: string | undefined): Name {
  const name = names.find((candidate) => candidate === word);
  if (name === undefined)
    throw new Error(`the cell has the word ${word ?? '(none)'}, expected one of ${names.join(', ')}`);
  return name;
}
