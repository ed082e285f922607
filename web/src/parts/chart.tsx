/**
 * Charts where people would rather look than read. What they show is always said in figures beside them, by the legend or
 * by a table, so that for a screen reader the drawing itself is one sentence.
 *
 * Shares and heights are of a drawing, not money: here floats do no harm.
 */
import type { ComponentChildren } from 'preact';

export type Share = Readonly<{
  title: string;
  /** Decides the width alone; ≥ 0. */
  size: number;
  /** Class of its colour: `age-0`, `a`, `good` … */
  tone: string;
  /** What the legend says of it. */
  says: ComponentChildren;
  /** Where the lines behind it are. */
  href?: string | undefined;
}>;

/** Parts of a whole as one bar, with its legend. */
export function ShareBar({ label, shares }: Readonly<{ label: string; shares: readonly Share[] }>) {
  const whole = shares.reduce((sum, { size }) => sum + size, 0);
  const widthOf = (size: number) => `${whole === 0 ? 0 : (100 * size) / whole}%`;
  return (
    <figure class="shares" aria-label={label}>
      <div class="bar" aria-hidden="true">
        {shares
          .filter(({ size }) => size > 0)
          .map(({ title, size, tone }) => (
            <span key={title} class={tone} style={{ width: widthOf(size) }} />
          ))}
      </div>
      <figcaption>
        <ul class="legend">
          {shares.map(({ title, tone, says, href }) => (
            <li key={title}>
              <span class={`dot ${tone}`} aria-hidden="true" />{' '}
              {href === undefined ? title : <a href={href}>{title}</a>} {says}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

export type Column = Readonly<{
  /** Below the column; short. */
  title: string;
  /** Its height; ≥ 0. */
  size: number;
  /** How much of it is filled with the accent, from the bottom: 0 to 1. */
  filled: number;
}>;

const view = { width: 440, height: 140, foot: 22 } as const;

/** Columns from left to right. @param label - says in words what there is to see. */
export function ColumnChart({ label, columns }: Readonly<{ label: string; columns: readonly Column[] }>) {
  const highest = Math.max(...columns.map(({ size }) => size), 1);
  const step = view.width / Math.max(columns.length, 1);
  const width = Math.min(step * 0.7, 48);
  const room = view.height - view.foot;
  return (
    <svg class="columns" viewBox={`0 0 ${view.width} ${view.height}`} role="img" aria-label={label}>
      <line x1="0" x2={view.width} y1={room} y2={room} class="base" />
      {columns.map(({ title, size, filled }, index) => {
        const height = (room * size) / highest;
        const left = index * step + (step - width) / 2;
        const filledHeight = height * filled;
        return (
          <g key={title}>
            <rect x={left} y={room - height} width={width} height={height} class="rest" rx="2" />
            <rect x={left} y={room - filledHeight} width={width} height={filledHeight} class="filled" rx="2" />
            <text x={left + width / 2} y={view.height - 6} text-anchor="middle">
              {title}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
