import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { drawScale } from '../../bench/matching/scale.bench.ts';
import { decadesOf, logLogChart, placeOn, shortCount, type Panel } from '../../bench/matching/speed/log-log-chart.ts';

/** Centres of the points and the words of a drawing; throws when it is no XML. */
function readDrawing(
  svg: string,
): Readonly<{ points: readonly (readonly [number, number])[]; words: readonly string[] }> {
  const points: [number, number][] = [];
  const words: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'circle') points.push([+(attributes['cx'] ?? ''), +(attributes['cy'] ?? '')]);
  });
  parser.on('text', (text) => text.trim() !== '' && words.push(text));
  parser.write(svg).close();
  return { points, words };
}

const drawingOf = (...panels: readonly Panel[]) =>
  readDrawing(logLogChart({ title: 'Title', caption: 'Caption', sizeTitle: 'items', panels }));
const panelOf = (...values: readonly number[]): Panel => ({
  title: 'Panel',
  points: values.map((value, place) => ({ size: 10 ** (place + 1), value })),
  format: (value) => `${value} ms`,
});

describe('a drawing with two logarithmic axes', () => {
  test('work in proportion to the size is a straight line that goes up', () => {
    const [first, second, third] = drawingOf(panelOf(2, 20, 200)).points;
    expect(first?.[0]).toBeLessThan(second?.[0] ?? 0);
    expect(first?.[1]).toBeGreaterThan(second?.[1] ?? 0);
    expect((second?.[1] ?? 0) - (first?.[1] ?? 0)).toBeCloseTo((third?.[1] ?? 0) - (second?.[1] ?? 0), 0);
    expect((second?.[0] ?? 0) - (first?.[0] ?? 0)).toBeCloseTo((third?.[0] ?? 0) - (second?.[0] ?? 0), 0);
  });

  test('work that does not depend on the size is a flat line', () => {
    expect(new Set(drawingOf(panelOf(7, 7, 7)).points.map(([, y]) => y)).size).toBe(1);
  });

  test('each point has its value beside it, in words that are escaped', () => {
    const words = drawingOf({ ...panelOf(3, 40), title: 'p99 < 5 ms & more' }).words;
    expect(words).toEqual(expect.arrayContaining(['3 ms', '40 ms', 'p99 < 5 ms & more', 'Caption', 'items']));
  });

  test('a value that no logarithm has is refused', () => {
    for (const value of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => drawingOf(panelOf(1, value))).toThrow(RangeError);
  });

  test('every value stands between the ends of its axis, the larger one further', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), { minLength: 1 }), (values) => {
        const place = placeOn(decadesOf(values), 0, 100);
        const places = values.toSorted((a, b) => a - b).map(place);
        expect(places.every((each) => each >= -1e-9 && each <= 100 + 1e-9)).toBe(true);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });

  test.each([
    [400, '400'],
    [50_000, '50k'],
    [1_580_000, '1.58M'],
  ])('%i is written %s', (count, written) => expect(shortCount(count)).toBe(written));
});

test('the drawing of the scale has a point for each size in each of its panels', () => {
  const rowOf = (itemCount: number) => ({
    itemCount,
    linesPerProcessorSecond: 2_500,
    p99Ms: 1.2,
    indexProcessorSeconds: itemCount / 1e5,
    bytesPerItem: 127,
    peakMegabytes: 500,
    outputSha256: '',
  });
  const { points, words } = readDrawing(drawScale([50_000, 158_000, 500_000].map(rowOf), 5_000));
  expect(points).toHaveLength(4 * 3);
  expect(words).toEqual(expect.arrayContaining(['158k', '2.5k', '1.2 ms', '1.6 s', '127 B']));
});
