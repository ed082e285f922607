import type { ComponentChildren } from 'preact';
import { useSpeech } from '../words/words.ts';
import type { Growing } from './more.ts';
import { MoreButton } from './more-button.tsx';
import type { Sorting } from './sorting.ts';
import { Given, Notice } from './states.tsx';
import { TableHead, type Column } from './table-head.tsx';

/** A table of a list that grows; says so when it is empty. */
export function GrowingTable<Item>({
  list,
  label,
  columns,
  sorting,
  empty,
  row,
}: Readonly<{
  list: Growing<Item>;
  label: string;
  columns: readonly Column[];
  sorting?: Sorting;
  empty?: string;
  row: (item: Item) => ComponentChildren;
}>) {
  const { t } = useSpeech();
  return (
    <Given answer={list.answer} again={list.again}>
      {(items) =>
        items.length === 0 ? (
          <Notice>{empty ?? t('app.empty')}</Notice>
        ) : (
          <div class="stack scroll">
            <table aria-label={label}>
              <TableHead columns={columns} {...(sorting !== undefined && { sorting })} />
              <tbody>{items.map(row)}</tbody>
            </table>
            <MoreButton more={list.more} />
          </div>
        )
      }
    </Given>
  );
}
