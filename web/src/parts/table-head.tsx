import type { ComponentChildren } from 'preact';
import type { Sorting } from './sorting.ts';

export type Column = Readonly<{
  title: ComponentChildren;
  isNumber?: boolean;
  /** What the service calls the order by this column; absent: it knows none. */
  sort?: string;
}>;

/** The names of the columns; those of numbers stand to the right, as the numbers do. A column that sorts is a button. */
export const TableHead = ({ columns, sorting }: Readonly<{ columns: readonly Column[]; sorting?: Sorting }>) => (
  <thead>
    <tr>
      {columns.map(({ title, isNumber = false, sort }, place) => {
        const direction = sort !== undefined && sorting?.sort === sort ? sorting.order : undefined;
        return (
          <th key={place} scope="col" class={isNumber ? 'number' : ''} aria-sort={direction}>
            {sort === undefined || sorting === undefined ? (
              title
            ) : (
              <button type="button" class="plain sort" onClick={() => sorting.onSort(sort)}>
                {title}
                <span aria-hidden="true">{direction === undefined ? '↕' : direction === 'ascending' ? '↑' : '↓'}</span>
              </button>
            )}
          </th>
        );
      })}
    </tr>
  </thead>
);
