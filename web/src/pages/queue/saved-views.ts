/** Views of the queue that a person has named: kept in this browser, for each person and ledger. */

/** `query` is that of the address: see queue-view.ts. */
export type SavedView = Readonly<{ name: string; query: string }>;

const mostViews = 50;
const keyOf = (actor: string, ledger: string): string => `lettrage.views.${ledger}.${actor}`;

const isView = (value: unknown): value is SavedView =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'query' in value &&
  typeof value.query === 'string';

/** By name. None when what is kept can't be read: somebody else may have written there. */
export function readViews(actor: string, ledger: string): readonly SavedView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(actor, ledger)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isView) : [];
  } catch {
    return [];
  }
}

const keepViews = (actor: string, ledger: string, views: readonly SavedView[]): readonly SavedView[] => {
  localStorage.setItem(keyOf(actor, ledger), JSON.stringify(views));
  return views;
};

/** One of the same name is replaced; of too many, the first names stay. */
export function saveView(actor: string, ledger: string, view: SavedView): readonly SavedView[] {
  const others = readViews(actor, ledger).filter(({ name }) => name !== view.name);
  const views = [...others, view].toSorted((a, b) => a.name.localeCompare(b.name));
  return keepViews(actor, ledger, views.slice(0, mostViews));
}

export const forgetView = (actor: string, ledger: string, name: string): readonly SavedView[] =>
  keepViews(
    actor,
    ledger,
    readViews(actor, ledger).filter((view) => view.name !== name),
  );
