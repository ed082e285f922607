/**
 * Measures over sizes as a drawing: panels side by side, both axes logarithmic, so that work that grows with the size is
 * a straight line going up, and work that does not is a flat one. One colour, each point with its value, readable on
 * white and on black.
 */
type Point = Readonly<{ size: number; value: number }>;

/** `format` writes a value as it stands beside its point, with its unit. */
export type Panel = Readonly<{ title: string; points: readonly Point[]; format: (value: number) => string }>;

type Chart = Readonly<{ title: string; caption: string; sizeTitle: string; panels: readonly Panel[] }>;

const panelWidth = 400;
const panelHeight = 240;
const columnCount = 2;
const headHeight = 64;
/** Of a panel, around its plot. */
const margin = { top: 44, right: 40, bottom: 48, left: 32 };

const style = `
  svg { font: 12px system-ui, sans-serif; color-scheme: light dark; }
  .ground { fill: #ffffff; } .word { fill: #1f2328; } .quiet { fill: #59636e; } .grid { stroke: #d1d9e0; }
  .line { stroke: #0550ae; fill: none; stroke-width: 2; } .point { fill: #0550ae; }
  .head { font-size: 16px; font-weight: 600; } .title { font-weight: 600; }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #0d1117; } .word { fill: #f0f6fc; } .quiet { fill: #9198a1; } .grid { stroke: #3d444d; }
    .line { stroke: #79c0ff; } .point { fill: #79c0ff; }
  }`;

/** Decades that hold the values, as exponents of ten; two at least, so that a flat line is seen to be flat. */
export function decadesOf(values: readonly number[]): Readonly<{ first: number; last: number }> {
  if (values.length === 0 || values.some((value) => !(value > 0 && Number.isFinite(value))))
    throw new RangeError('a logarithmic axis shows values above 0 only');
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.ceil(Math.log10(Math.max(...values)));
  return last - first >= 2 ? { first, last } : { first: first - 1, last: Math.max(last, first + 1) };
}

/** Where a value stands between two pixels: equal ratios are equal distances. */
export function placeOn({ first, last }: Readonly<{ first: number; last: number }>, from: number, to: number) {
  return (value: number): number => from + ((Math.log10(value) - first) / (last - first)) * (to - from);
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const shortened = (pixels: number): string => String(Math.round(pixels * 10) / 10);
const text = (x: number, y: number, classes: string, words: string, anchor = 'start'): string =>
  `<text x="${shortened(x)}" y="${shortened(y)}" class="${classes}" text-anchor="${anchor}">${escaped(words)}</text>`;
const line = (x1: number, y1: number, x2: number, y2: number): string =>
  `<line x1="${shortened(x1)}" y1="${shortened(y1)}" x2="${shortened(x2)}" y2="${shortened(y2)}" class="grid"/>`;

/** 50,000 as `50k`, 1,580,000 as `1.58M`. */
export const shortCount = (count: number): string =>
  count >= 1e6 ? `${String(count / 1e6)}M` : count >= 1e3 ? `${String(count / 1e3)}k` : String(count);

function drawPanel({ title, points, format }: Panel, sizeTitle: string, originX: number, originY: number): string {
  const left = originX + margin.left;
  const right = originX + panelWidth - margin.right;
  const top = originY + margin.top;
  const bottom = originY + panelHeight - margin.bottom;
  const sizes = points.map(({ size }) => size);
  const values = decadesOf(points.map(({ value }) => value));
  // Sizes fill the width: their ticks are the sizes themselves.
  const range = { first: Math.log10(Math.min(...sizes)), last: Math.log10(Math.max(...sizes)) };
  const x = sizes.length < 2 ? () => (left + right) / 2 : placeOn(range, left, right);
  const y = placeOn(values, bottom, top);
  const decades = Array.from({ length: values.last - values.first + 1 }, (_, step) => 10 ** (values.first + step));
  return [
    text(originX + margin.left, originY + 20, 'word title', title),
    ...decades.map((decade) => line(left, y(decade), right, y(decade))),
    ...sizes.map((size) => text(x(size), bottom + 18, 'quiet', shortCount(size), 'middle')),
    text((left + right) / 2, bottom + 36, 'quiet', sizeTitle, 'middle'),
    `<polyline class="line" points="${points.map(({ size, value }) => `${shortened(x(size))},${shortened(y(value))}`).join(' ')}"/>`,
    ...points.flatMap(({ size, value }) => [
      `<circle class="point" cx="${shortened(x(size))}" cy="${shortened(y(value))}" r="3.5"/>`,
      text(x(size), y(value) - 9, 'word', format(value), 'middle'),
    ]),
  ].join('\n');
}

/** The drawing as SVG. @throws RangeError for a value that is not above 0 */
export function logLogChart({ title, caption, sizeTitle, panels }: Chart): string {
  const width = panelWidth * columnCount;
  const height = headHeight + panelHeight * Math.ceil(panels.length / columnCount);
  const drawn = panels.map((panel, place) =>
    drawPanel(
      panel,
      sizeTitle,
      (place % columnCount) * panelWidth,
      headHeight + Math.floor(place / columnCount) * panelHeight,
    ),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title).replaceAll('"', '&quot;')}">
<style>${style}
</style>
<rect class="ground" width="${width}" height="${height}"/>
${text(margin.left, 28, 'word head', title)}
${text(margin.left, 50, 'quiet', caption)}
${drawn.join('\n')}
</svg>
`;
}
