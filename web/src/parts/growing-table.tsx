import type { ComponentChildren } from 'preact';
import { useSpeech } from '../words/words.ts';
import type { Growing } from './more.ts';
import { MoreButton } from './more-button.tsx';
import { Given, Notice } from './states.tsx';
import { TableHead, type Column } from './table-head.tsx';

/** A table of a list that grows; says so when it is empty. */
export function GrowingTable<Item>({
  list,
  label,
  columns,
  empty,
  row,
}: Readonly<{
  list: Growing<Item>;
  label: string;
  columns: readonly Column[];
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
              <TableHead columns={columns} />
              <tbody>{items.map(row)}</tbody>
            </table>
            <MoreButton more={list.more} />
          </div>
        )
      }
    </Given>
  );
}
