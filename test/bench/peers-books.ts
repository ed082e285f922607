/** Small books for the tests of the peers: two customers, a few documents, and lines that pay them. */
import type {
  BenchAlloc,
  BenchCustomer,
  BenchData,
  BenchItem,
  BenchLine,
  BenchTruth,
  Decision,
  OpenEngine,
} from '../../bench/matching/types.ts';

export const customer = (id: number, name: string, more: Partial<BenchCustomer> = {}): BenchCustomer => ({
  id,
  company: 0,
  code: `C${String(id)}`,
  name,
  ibans: [],
  terms: 30,
  disc: null,
  ccy: 'EUR',
  ...more,
});

export const invoice = (id: number, number: string, amount: number, more: Partial<BenchItem> = {}): BenchItem => ({
  id,
  company: 0,
  customer: 1,
  kind: 'inv',
  number,
  sref: '',
  po: '',
  issued: '2026-01-05',
  due: `2026-02-${String(id).padStart(2, '0')}`,
  amount,
  ccy: 'EUR',
  disc: null,
  ...more,
});

export const receipt = (id: number, amount: number, text: string, more: Partial<BenchLine> = {}): BenchLine => ({
  id,
  company: 0,
  day: 0,
  date: '2026-01-20',
  amount,
  ccy: 'EUR',
  name: '',
  iban: '',
  text,
  sref: '',
  e2e: '',
  code: 'PMNT-RCDT-ESCT',
  batchId: '',
  instd: null,
  ...more,
});

export const paid = (line: number, alloc: readonly BenchAlloc[] = []): BenchTruth => ({
  line,
  scenario: 'hand_written',
  expect: alloc.length === 0 ? 'none' : 'auto',
  type: alloc.length === 0 ? 'none' : 'apply',
  customer: alloc.length === 0 ? null : 1,
  alloc,
});

export const books = (
  customers: readonly BenchCustomer[],
  items: readonly BenchItem[],
  more: Partial<BenchData> = {},
): BenchData => ({
  companies: [{ id: 0, country: 'FR' }],
  customers,
  items,
  closed: [],
  batches: [],
  history: [],
  lines: [],
  truth: [],
  rates: { EUR: 1 },
  meta: {
    seed: 0,
    profile: 'hand-written',
    items: items.length,
    closed: 0,
    customers: customers.length,
    lines: 0,
    days: 1,
    maxOpenPerCustomer: items.length,
    receivable: 0,
    mix: {},
  },
  ...more,
});

/** One line decided over fresh books. */
export async function decide(open: OpenEngine, data: BenchData, line: BenchLine): Promise<Decision> {
  const engine = await open(data);
  try {
    const [decision] = await engine.decideDay(line.day, line.date, [line]);
    if (decision === undefined) throw new Error('the engine decided nothing');
    return decision;
  } finally {
    await engine.close?.();
  }
}
