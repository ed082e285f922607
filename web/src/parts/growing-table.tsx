import type { ComponentChildren } from 'preact';
import { useSpeech } from '../words/words.ts';
import type { Growing } from './more.ts';
import { Given, Notice } from './states.tsx';

type Column = Readonly<{ title: string; isNumber?: boolean }>;

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
              <thead>
                <tr>
                  {columns.map(({ title, isNumber = false }) => (
                    <th key={title} scope="col" class={isNumber ? 'number' : ''}>
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>{items.map(row)}</tbody>
            </table>
            {list.more !== null && (
              <p>
                <button type="button" onClick={list.more}>
                  {t('app.more')}
                </button>
              </p>
            )}
          </div>
        )
      }
    </Given>
  );
}
