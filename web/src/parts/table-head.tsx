import type { ComponentChildren } from 'preact';

export type Column = Readonly<{ title: ComponentChildren; isNumber?: boolean }>;

/** The names of the columns; those of numbers stand to the right, as the numbers do. */
export const TableHead = ({ columns }: Readonly<{ columns: readonly Column[] }>) => (
  <thead>
    <tr>
      {columns.map(({ title, isNumber = false }, place) => (
        <th key={place} scope="col" class={isNumber ? 'number' : ''}>
          {title}
        </th>
      ))}
    </tr>
  </thead>
);
