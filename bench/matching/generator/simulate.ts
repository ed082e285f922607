/**
 * The window, day by day: draws scenarios, emits their lines in booking order, and books each right answer at once, so
 * that no line after it can pay the same debt again.
 */
import type { BenchBatch, BenchClosed, BenchLine, BenchTruth } from '../types.ts';
import type { Book } from './book.ts';
import { dayText } from './calendar.ts';
import type { Profile } from './profile.ts';
import type { Random, Weighted } from './random.ts';
import { scenariosOf, type NamedScenario } from './scenario-table.ts';
import type { PlannedLine, Scene } from './scene.ts';
import type { SimulatedCompany, World } from './world.ts';

type Simulated = Readonly<{ lines: BenchLine[]; truth: BenchTruth[]; batches: BenchBatch[] }>;

type Stage = Readonly<{
  world: World;
  profile: Profile;
  book: Book;
  closed: readonly BenchClosed[];
  /** Bank days, since 1970. */
  days: readonly number[];
  lineCount: number;
  random: Random;
}>;

type Waiting = Readonly<{ dayIndex: number; slot: number; company: number; planned: PlannedLine }>;

/** Lines that belong to one drawn earlier: the second of a pair, the instalments to come. */
function waitingRoom() {
  let waiting: readonly Waiting[] = [];
  return {
    add: (one: Waiting): void => void (waiting = [...waiting, one]),
    countOf: (dayIndex: number): number => waiting.filter((one) => one.dayIndex === dayIndex).length,
    /** Takes out what is due on the day, up to this place in it. */
    takeDue(dayIndex: number, slot: number): readonly Waiting[] {
      const due = waiting.filter((one) => one.dayIndex === dayIndex && one.slot <= slot);
      if (due.length > 0) waiting = waiting.filter((one) => !due.includes(one));
      return due;
    },
  };
}

const mostPaidLines = 2_000;

export function simulate(stage: Stage): Simulated {
  const { world, book, days, lineCount, random } = stage;
  const result: Simulated = { lines: [], truth: [], batches: [] };
  const { lines, truth } = result;
  const scenarios = scenariosOf(stage.profile);
  const companies = world.companies.map((company): Weighted<SimulatedCompany> => [company.weight, company]);
  const sceneOf = sceneMaker(stage, result.batches);
  const room = waitingRoom();
  const paidEarlier = world.companies.map((): PlannedLine[] => []);
  const linesUntil = (dayIndex: number): number => Math.floor((lineCount * dayIndex) / days.length);

  const emit = (dayIndex: number, company: number, planned: PlannedLine): void => {
    const id = lines.length;
    lines.push(lineOf(id, company, dayIndex, days[dayIndex] ?? 0, planned));
    truth.push(truthOf(id, planned));
    book.apply(planned.alloc);
  };
  const postpone = (dayIndex: number, company: number, planned: PlannedLine): void => {
    for (const { item } of planned.alloc) book.reserve(item);
    const onDay = dayIndex + planned.inDays;
    const isToday = planned.inDays === 0;
    const slot = isToday
      ? lines.length + random.between(1, 9)
      : random.between(linesUntil(onDay), linesUntil(onDay + 1));
    room.add({ dayIndex: onDay, slot, company, planned });
  };
  const fillDay = (dayIndex: number): void => {
    const lastLine = linesUntil(dayIndex + 1);
    for (;;) {
      for (const { company, planned } of room.takeDue(dayIndex, lines.length)) emit(dayIndex, company, planned);
      const roomLeft = lastLine - lines.length - room.countOf(dayIndex);
      if (roomLeft <= 0) break;
      const drawn = draw(random, scenarios, () => {
        const company = random.weighted(companies);
        return sceneOf(company, dayIndex, paidEarlier[company.id] ?? []);
      });
      const [first, ...others] = drawn.planned;
      if (first === undefined || others.filter(({ inDays }) => inDays === 0).length >= roomLeft) continue;
      for (const other of others) postpone(dayIndex, drawn.company, other);
      emit(dayIndex, drawn.company, first);
    }
    const late = room.takeDue(dayIndex, Number.POSITIVE_INFINITY);
    for (const { company, planned } of late) emit(dayIndex, company, planned);
  };

  for (const [dayIndex, day] of days.entries()) {
    book.openUntil(day);
    const before = lines.length;
    fillDay(dayIndex);
    for (let id = before; id < lines.length; id += 1) rememberPaid(paidEarlier, book, lines[id], truth[id]);
  }
  return result;
}

/** Keeps what a second payment may repeat: one item of one customer, settled for good, without a question. */
function rememberPaid(paid: PlannedLine[][], book: Book, line?: BenchLine, answer?: BenchTruth): void {
  const [only, ...others] = answer?.alloc ?? [];
  if (line === undefined || answer?.expect !== 'auto' || only === undefined || others.length > 0) return;
  const ofCompany = paid[line.company];
  if (ofCompany === undefined || book.residual(only.item) !== 0) return;
  ofCompany.push({ ...line, ...answer, inDays: 0 });
  if (ofCompany.length > mostPaidLines) ofCompany.shift();
}

/**
 * Draws a scenario, then companies until it fits one: what is rare in the documents keeps its share of the lines. It
 * ends, because noise fits any.
 */
function draw(
  random: Random,
  scenarios: readonly Weighted<NamedScenario>[],
  sceneOfAnyCompany: () => Scene,
): Readonly<{ company: number; planned: readonly PlannedLine[] }> {
  for (;;) {
    const { name, draft } = random.weighted(scenarios);
    for (let companyTry = 0; companyTry < 8; companyTry += 1) {
      const scene = sceneOfAnyCompany();
      const planned = draft(scene);
      if (planned === null) continue;
      return { company: scene.company.id, planned: planned.map((line) => ({ ...line, scenario: name })) };
    }
  }
}

function sceneMaker({ world, profile, book, closed, days, random }: Stage, batches: BenchBatch[]) {
  const closedByCustomer = world.customers.map((): BenchClosed[] => []);
  for (const document of closed) closedByCustomer[document.customer]?.push(document);
  return (company: SimulatedCompany, dayIndex: number, paidLines: readonly PlannedLine[]): Scene => {
    const day = days[dayIndex] ?? 0;
    return {
      world,
      profile,
      book,
      company,
      day,
      daysLeft: days.length - 1 - dayIndex,
      random,
      closedOf: (customer) => closedByCustomer[customer] ?? [],
      paidLines,
      sendBatch(items, total) {
        const date = dayText(day - 2);
        const id = `SDD${date.slice(2).replaceAll('-', '')}-${String(batches.length + 1).padStart(4, '0')}`;
        batches.push({ id, company: company.id, date, items, total });
        return id;
      },
    };
  };
}

function lineOf(id: number, company: number, day: number, date: number, planned: PlannedLine): BenchLine {
  const { amount, name, iban, text, sref, e2e, code, batchId, instd } = planned;
  return {
    id,
    company,
    day,
    date: dayText(date),
    amount,
    ccy: 'EUR',
    name,
    iban,
    text,
    sref,
    e2e,
    code,
    batchId,
    instd,
  };
}

const truthOf = (line: number, { scenario, expect, type, customer, alloc }: PlannedLine): BenchTruth => ({
  line,
  scenario,
  expect,
  type,
  customer,
  alloc,
});
