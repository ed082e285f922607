/**
 * The daily protocol: a day's lines, their decisions, then their right answers, then the next day.
 *
 * An engine is opened without lines and truth, and is handed both by the day, the truth after it decided: as if the
 * clerks had emptied the queue overnight. It gets all documents with their day of issue and has to leave alone what is
 * not issued yet.
 */
import { decisionsInOrder, itemIdsOf } from './decisions.ts';
import type { BenchData, BenchEngine, BenchLine, Decision, OpenEngine } from './types.ts';

/** Seconds of the processor (all threads of the process together) and on the clock. */
export type Seconds = Readonly<{ processor: number; wall: number }>;
export type DayTiming = Readonly<{
  day: number;
  date: string;
  lines: number;
  prepare: Seconds;
  decide: Seconds;
  learn: Seconds;
}>;

export type ProtocolRun = Readonly<{
  engine: string;
  /** In the order of the lines. */
  decisions: readonly Decision[];
  /** Opening the engine: its index and whatever it learns from the history. */
  open: Seconds;
  days: readonly DayTiming[];
}>;

/** The engine broke the protocol: it decided a line twice, not at all, or in two ways at once. */
export class EngineFailed extends Error {
  override readonly name = 'EngineFailed';
}

type Options = Readonly<{ onDay?: (timing: DayTiming) => void }>;

/** Runs one engine over all days and closes it. @throws EngineFailed naming engine, day and line */
export async function runProtocol(
  data: BenchData,
  openEngine: OpenEngine,
  { onDay }: Options = {},
): Promise<ProtocolRun> {
  const { lines, truth, ...engineData } = data;
  const truthByLine = new Map(truth.map((answer) => [answer.line, answer]));
  const itemIds = itemIdsOf(data);
  const opened = await timed(() => openEngine(engineData));
  const engine = opened.value;
  const decisions: Decision[] = [];
  const days: DayTiming[] = [];
  try {
    for (const [day, dayLines] of linesByDay(lines)) {
      const date = dayLines[0].date;
      // With no lines first: what an engine builds for the day is timed apart from what it does for a line.
      const prepared = await timed(() => engine.decideDay(day, date, []));
      const decided = await timed(() => engine.decideDay(day, date, dayLines));
      decisions.push(...checked(engine, day, decisionsInOrder(dayLines, decided.value, itemIds)));
      const truths = dayLines.flatMap((line) => truthByLine.get(line.id) ?? []);
      const learned = await timed(() => engine.learn(day, truths));
      const timing = {
        day,
        date,
        lines: dayLines.length,
        prepare: prepared.seconds,
        decide: decided.seconds,
        learn: learned.seconds,
      };
      days.push(timing);
      onDay?.(timing);
    }
  } finally {
    await engine.close?.();
  }
  return { engine: engine.name, decisions, open: opened.seconds, days };
}

function checked(engine: BenchEngine, day: number, decisions: readonly Decision[] | string): readonly Decision[] {
  if (typeof decisions === 'string') throw new EngineFailed(`${engine.name}, day ${day}: ${decisions}`);
  return decisions;
}

/** Days in the order in which they come; within a day the booking order. */
function linesByDay(lines: readonly BenchLine[]): ReadonlyMap<number, readonly [BenchLine, ...BenchLine[]]> {
  const days = new Map<number, [BenchLine, ...BenchLine[]]>();
  for (const line of lines) {
    const day = days.get(line.day);
    if (day === undefined) days.set(line.day, [line]);
    else day.push(line);
  }
  return days;
}

async function timed<Value>(work: () => Value | Promise<Value>): Promise<Readonly<{ value: Value; seconds: Seconds }>> {
  const wallStart = performance.now();
  const processorStart = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(processorStart);
  const wall = (performance.now() - wallStart) / 1_000;
  return { value, seconds: { processor: (user + system) / 1_000_000, wall } };
}
