/** Single lines for reading: what stood on the line, what was right, what was decided, and on what grounds. */
import { grouped } from '../../src/cli/text-table.ts';
import { shownOf, type Judgement } from './judge.ts';
import type { BenchCustomer, BenchData, BenchItem, BenchLine, Suggestion } from './types.ts';

/** Applied without asking, and not right; the largest amounts first. */
export const falsePosts = (judgements: readonly Judgement[]): readonly Judgement[] =>
  judgements
    .filter(({ outcome }) => outcome === 'wrong' || outcome === 'incomplete')
    .toSorted((one, other) => other.euroCents - one.euroCents);

/** Receivable lines of a scenario that were not applied rightly, in booking order. */
export const missedOf = (judgements: readonly Judgement[], scenario: string): readonly Judgement[] =>
  judgements.filter(
    ({ truth, outcome, isReceivable }) => truth.scenario === scenario && isReceivable && outcome !== 'correct',
  );

/** @returns a formatter of judgements, with the documents and customers of the data looked up. */
export function studyOf({
  items,
  customers,
}: Pick<BenchData, 'items' | 'customers'>): (judgement: Judgement) => string {
  const itemById = new Map(items.map((item) => [item.id, item]));
  const customerById = new Map(customers.map((customer) => [customer.id, customer]));
  const allocation = ({ customer, alloc }: Suggestion): string => {
    const who = customer === null ? 'no one customer' : describeCustomer(customer, customerById.get(customer));
    const shown = alloc.slice(0, mostItemsShown).map(({ item, cleared }) => describeItem(cleared, itemById.get(item)));
    const more = alloc.length > mostItemsShown ? [`and ${alloc.length - mostItemsShown} more`] : [];
    return [who, ...shown, ...more].join('\n             ');
  };
  return ({ line, truth, decision, outcome, rank }) => {
    const references = [line.sref, line.e2e, line.batchId].filter((text) => text !== '');
    const rows: [string, string][] = [
      ['amount', `${amount(line.amount)} ${line.ccy}${describeInstructed(line)}; ${line.code}`],
      ['payer', [line.name, line.iban].filter((text) => text !== '').join(', ') || '(none)'],
      ['text', line.text],
      ...(references.length === 0 ? [] : [['references', references.join(' | ')] satisfies [string, string]]),
      ['truth', `${truth.type}: ${allocation(truth)}`],
      ['decided', outcome === null ? decision.action : `${decision.action}, ${outcome}`],
      ['reason', decision.reason],
      ...(decision.alloc.length === 0 ? [] : [['applied', allocation(decision)] satisfies [string, string]]),
      ...shownOf(decision).map((suggestion, place): [string, string] => [
        `shown ${place + 1}`,
        `${place === rank ? '(right) ' : ''}${allocation(suggestion)}`,
      ]),
    ];
    return [
      `line ${line.id}, day ${line.day} (${line.date}), company ${line.company}: ${truth.scenario}, expected ${truth.expect}`,
      ...rows.map(([what, text]) => `  ${what.padEnd(10)} ${text}`),
    ].join('\n');
  };
}

/** A statement payment may name hundreds. */
const mostItemsShown = 12;

const amount = (minor: number): string => grouped((minor / 100).toFixed(2));

const describeInstructed = ({ instd }: BenchLine): string =>
  instd === null ? '' : `; instructed ${amount(instd.amount)} ${instd.ccy}`;

const describeCustomer = (id: number, customer: BenchCustomer | undefined): string =>
  `customer ${id} ${customer?.name ?? '(unknown)'}`;

const describeItem = (cleared: number, item: BenchItem | undefined): string =>
  item === undefined
    ? `clears ${amount(cleared)} of an unknown item`
    : `clears ${amount(cleared)} of ${amount(item.amount)} ${item.ccy}: item ${item.id}, ${item.kind} ${item.number}, due ${item.due}`;
