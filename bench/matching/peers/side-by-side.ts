/**
 * Several engines over the same days, taking turns: a slow minute of the machine hits all of them.
 *
 * The protocol is that of the benchmark: an engine decides a day, is told the right answers of the whole day, and only
 * then sees the next. A slow engine decides a sample of the lines; it is told about the others all the same, since the
 * clerks have settled those too.
 */
import type { BenchData, BenchEngine, BenchLine, BenchTruth, Decision } from '../types.ts';
import type { Peer } from './registry.ts';

type PeerRun = Readonly<{
  decisions: readonly Decision[];
  lines: readonly BenchLine[];
  /** Of the decisions alone: processor time of this process, or the wall clock of a peer on a server. */
  decideSeconds: number;
  /** Everything that is known before the first line, put into its index. */
  openSeconds: number;
  /** From day to day: new documents put in, paid ones taken out. */
  upkeepSeconds: number;
}>;

/** A peer ran, or the reason why it could not, in words. */
export type PeerOutcome = Readonly<{ peer: Peer; run: PeerRun | null; reason: string | null }>;

type Seat = {
  readonly peer: Peer;
  readonly engine: BenchEngine;
  readonly sample: ReadonlySet<number>;
  readonly decisions: Decision[];
  openSeconds: number;
  decideSeconds: number;
  upkeepSeconds: number;
};

/** @param sampleShare - of each peer's canonical sample; a sample is never more than all lines. */
export async function runSideBySide(
  data: BenchData,
  peers: readonly Peer[],
  sampleShare = 1,
): Promise<readonly PeerOutcome[]> {
  const seats = new Map<Peer, Seat>();
  const reasons = new Map<Peer, string>();
  for (const peer of peers) {
    try {
      seats.set(peer, await takeSeat(data, peer, sampleShare));
    } catch (error) {
      reasons.set(peer, error instanceof Error ? error.message : String(error));
    }
  }
  try {
    for (const day of daysOf(data)) for (const seat of seats.values()) await playDay(seat, day);
  } finally {
    for (const { engine } of seats.values()) await engine.close?.();
  }
  return peers.map((peer) => outcomeOfSeat(peer, data, seats.get(peer), reasons.get(peer)));
}

async function takeSeat(data: BenchData, peer: Peer, sampleShare: number): Promise<Seat> {
  const { truth: _truth, lines, ...known } = data;
  const wanted = Math.max(1, Math.round(peer.sampleCount * sampleShare));
  const clock = startClock(peer);
  const engine = await peer.open(known);
  return {
    peer,
    engine,
    sample: evenSample(lines, wanted),
    decisions: [],
    openSeconds: clock(),
    decideSeconds: 0,
    upkeepSeconds: 0,
  };
}

/** Ids of `wanted` lines, or of all, at equal distances: every day, company and scenario has its share. */
export function evenSample(lines: readonly BenchLine[], wanted: number): ReadonlySet<number> {
  const count = Math.min(wanted, lines.length);
  const places = Array.from({ length: count }, (_, index) => Math.floor((index * lines.length) / count));
  return new Set(places.flatMap((place) => lines[place]?.id ?? []));
}

type Day = Readonly<{ lines: readonly BenchLine[]; truths: readonly BenchTruth[] }>;

function daysOf({ lines, truth }: BenchData): readonly Day[] {
  const days = new Map<number, { lines: BenchLine[]; truths: BenchTruth[] }>();
  for (const [index, line] of lines.entries()) {
    const day = days.get(line.day) ?? { lines: [], truths: [] };
    const answer = truth[index];
    day.lines.push(line);
    if (answer !== undefined) day.truths.push(answer);
    days.set(line.day, day);
  }
  return [...days.values()];
}

async function playDay(seat: Seat, { lines, truths }: Day): Promise<void> {
  const { day = 0, date = '' } = lines[0] ?? {};
  const given = lines.filter(({ id }) => seat.sample.has(id));
  // A day without lines first: what is issued that day goes into the index, and is not counted against the decisions.
  const morning = startClock(seat.peer);
  await seat.engine.decideDay(day, date, []);
  if (seat.decisions.length === 0) seat.openSeconds += morning();
  else seat.upkeepSeconds += morning();

  const deciding = startClock(seat.peer);
  seat.decisions.push(...(await seat.engine.decideDay(day, date, given)));
  seat.decideSeconds += deciding();

  const evening = startClock(seat.peer);
  await seat.engine.learn(day, truths);
  seat.upkeepSeconds += evening();
}

function startClock({ isServer = false }: Peer): () => number {
  const wallStart = performance.now();
  const processorStart = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(processorStart);
    return isServer ? (performance.now() - wallStart) / 1_000 : (user + system) / 1_000_000;
  };
}

function outcomeOfSeat(peer: Peer, { lines }: BenchData, seat: Seat | undefined, reason = ''): PeerOutcome {
  if (seat === undefined) return { peer, run: null, reason };
  const { decisions, sample, openSeconds, decideSeconds, upkeepSeconds } = seat;
  const sampled = lines.filter(({ id }) => sample.has(id));
  return { peer, run: { decisions, lines: sampled, openSeconds, decideSeconds, upkeepSeconds }, reason: null };
}
