/** A list of any length of which only the rows in sight exist; all rows are of one height. */
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

const spareRows = 8;

export function VirtualList({
  count,
  rowHeight,
  label,
  selected,
  onNearEnd,
  row,
}: Readonly<{
  count: number;
  /** In CSS pixels. */
  rowHeight: number;
  label: string;
  /** Kept in sight; -1: none. */
  selected: number;
  /** Called when the last rows come near: there may be more to load. */
  onNearEnd: () => void;
  row: (index: number) => ComponentChildren;
}>) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  useEffect(() => {
    const element = box.current;
    if (element === null || selected < 0) return;
    const top = selected * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = top + rowHeight - element.clientHeight;
  }, [selected, rowHeight]);

  const first = Math.max(0, Math.floor(view.top / rowHeight) - spareRows);
  const last = Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + spareRows);
  useEffect(() => {
    if (last >= count - spareRows) onNearEnd();
  }, [last, count]);
  return (
    <div class="virtual" ref={box} role="listbox" aria-label={label} tabIndex={0}>
      <div role="presentation" style={{ height: `${count * rowHeight}px`, position: 'relative' }}>
        {Array.from({ length: Math.max(0, last - first) }, (_, offset) => (
          <div
            key={first + offset}
            role="presentation"
            style={{
              position: 'absolute',
              insetInline: 0,
              top: `${(first + offset) * rowHeight}px`,
              height: `${rowHeight}px`,
            }}
          >
            {row(first + offset)}
          </div>
        ))}
      </div>
    </div>
  );
}
