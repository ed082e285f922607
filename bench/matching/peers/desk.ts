/**
 * What all peers share: the documents open on a day, handed to one desk for each company.
 *
 * A desk holds the rules or the search library of one peer. Around it stands what every peer is given for free: a line
 * is looked for in its own company only, documents appear on their day of issue, what was paid is gone the next day,
 * and money that goes out is never a receivable.
 */
import type {
  BenchCustomer,
  BenchHistory,
  BenchItem,
  BenchLine,
  BenchTruth,
  Decision,
  EngineData,
  OpenEngine,
  Suggestion,
} from '../types.ts';

/** A document and what is left of it, minor units; negative for a credit note. `residual` falls as it is paid. */
export type OpenDocument = { readonly item: BenchItem; readonly customerName: string; residual: number };

/** What a peer knows of a company before the first day. */
export type CompanyBooks = Readonly<{
  customers: readonly BenchCustomer[];
  history: readonly BenchHistory[];
}>;

/** What a peer says of one line. `confidence` orders the answers of a peer that has scores instead of rules. */
export type Answer = Readonly<{
  suggestions: readonly Suggestion[];
  isApplied: boolean;
  reason: string;
  confidence?: number;
}>;

export const noAnswer: Answer = { suggestions: [], isApplied: false, reason: 'nothing found' };

export type Desk = Readonly<{
  add(documents: readonly OpenDocument[]): void | Promise<void>;
  /** Takes paid documents away; each was added before. */
  remove(documents: readonly OpenDocument[]): void | Promise<void>;
  decide(line: BenchLine): Answer | Promise<Answer>;
  close?(): Promise<void>;
}>;

type OpenDesk = (books: CompanyBooks) => Desk | Promise<Desk>;

/** An engine that keeps one desk for each company. */
export function peerEngine(name: string, openDesk: OpenDesk): OpenEngine {
  return async (data) => {
    const desks = new Map<number, Desk>();
    for (const { id } of data.companies) desks.set(id, await openDesk(booksOf(data, id)));
    const documents = documentBook(data);

    const forEachCompany = async (
      changed: readonly OpenDocument[],
      work: (desk: Desk, documents: readonly OpenDocument[]) => void | Promise<void>,
    ): Promise<void> => {
      for (const [company, desk] of desks) {
        const own = changed.filter(({ item }) => item.company === company);
        if (own.length > 0) await work(desk, own);
      }
    };
    return {
      name,
      async decideDay(_day, date, lines) {
        await forEachCompany(documents.publishUntil(date), (desk, own) => desk.add(own));
        const decisions: Decision[] = [];
        for (const line of lines) {
          const desk = line.amount > 0 ? desks.get(line.company) : undefined;
          decisions.push(toDecision(line, desk === undefined ? noAnswer : await desk.decide(line)));
        }
        return decisions;
      },
      learn: (_day, truths) => forEachCompany(documents.settle(truths), (desk, own) => desk.remove(own)),
      async close() {
        for (const desk of desks.values()) await desk.close?.();
      },
    };
  };
}

const booksOf = (data: EngineData, company: number): CompanyBooks => ({
  customers: data.customers.filter((customer) => customer.company === company),
  history: data.history.filter((payment) => payment.company === company),
});

type DocumentBook = Readonly<{
  publishUntil(date: string): readonly OpenDocument[];
  settle(truths: readonly BenchTruth[]): readonly OpenDocument[];
}>;

function documentBook(data: EngineData): DocumentBook {
  const nameById = new Map(data.customers.map(({ id, name }) => [id, name]));
  const waiting = data.items.toSorted((a, b) => (a.issued < b.issued ? -1 : a.issued > b.issued ? 1 : a.id - b.id));
  const openById = new Map<number, OpenDocument>();
  let publishedCount = 0;
  return {
    publishUntil(date) {
      const published: OpenDocument[] = [];
      for (
        let item = waiting[publishedCount];
        item !== undefined && item.issued <= date;
        item = waiting[publishedCount]
      ) {
        const document = { item, customerName: nameById.get(item.customer) ?? '', residual: item.amount };
        openById.set(item.id, document);
        published.push(document);
        publishedCount += 1;
      }
      return published;
    },
    settle(truths) {
      const paid: OpenDocument[] = [];
      for (const { item, cleared } of truths.flatMap(({ alloc }) => alloc)) {
        const document = openById.get(item);
        if (document === undefined) continue;
        document.residual -= cleared;
        if (document.residual !== 0) continue;
        openById.delete(item);
        paid.push(document);
      }
      return paid;
    },
  };
}

function toDecision(line: BenchLine, { suggestions, isApplied, reason, confidence }: Answer): Decision {
  const [best] = suggestions;
  const isAuto = isApplied && best !== undefined;
  return {
    line: line.id,
    action: isAuto ? 'auto' : best === undefined ? 'none' : 'review',
    customer: best?.customer ?? null,
    alloc: isAuto ? best.alloc : [],
    suggestions: suggestions.slice(0, 3),
    reason,
    ...(confidence === undefined ? {} : { confidence }),
  };
}
