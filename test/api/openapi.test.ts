import { readFileSync } from 'node:fs';
import { Pool } from 'pg';
import { describe, expect, test } from 'vitest';
import { openApi } from '../support/api.ts';

type Operation = Readonly<{
  operationId?: string;
  summary?: string;
  tags?: readonly string[];
  responses: Readonly<Record<string, unknown>>;
}>;
type Document = Readonly<{
  openapi: string;
  tags: readonly { name: string }[];
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: Readonly<Record<'schemas' | 'responses' | 'examples', Readonly<Record<string, unknown>>>>;
}>;

// No request here reaches the database.
const api = await openApi(new Pool());
const served = (await api.app.inject({ url: '/openapi.json' })).json<Document>();
const operations = Object.values(served.paths).flatMap((path) => Object.values(path));

test('docs/openapi.json says what the server says; if not, run: npx tsx scripts/write-openapi.ts', () => {
  const written: unknown = JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'));
  expect(written).toEqual(served);
});

describe('the OpenAPI document', () => {
  test('is of version 3.1 and covers every route but itself and the page', () => {
    expect(served.openapi).toBe('3.1.0');
    // One line a path: `payments (GET, HEAD)`.
    const methods = api.app.printRoutes({ commonPrefix: false }).match(/\b(?:GET|POST|PUT|PATCH|DELETE)\b/g) ?? [];
    // The document itself, its page for people, and the files of the web page.
    const hiddenCount = ['/openapi.json', '/reference', '/reference.css', '/', '/favicon.svg', '/assets/:name'].length;
    expect(operations).toHaveLength(methods.length - hiddenCount);
  });

  test('gives every operation a name of its own, a summary and a known tag', () => {
    const names = operations.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    const known = served.tags.map(({ name }) => name);
    for (const { operationId, summary, tags = [] } of operations) {
      expect(operationId).toMatch(/^[a-z][A-Za-z]+$/);
      expect(summary).toMatch(/[.?]$/);
      expect(known).toEqual(expect.arrayContaining([...tags]));
      expect(tags).toHaveLength(1);
    }
  });

  test('says of every route that takes a body that it may be too large or of no type that is read', () => {
    const posts = Object.values(served.paths).flatMap(({ post }) => (post === undefined ? [] : [post]));
    expect(posts.length).toBeGreaterThan(20);
    for (const { operationId, responses } of posts) {
      // A statement file is bytes, whatever they are said to be.
      const statuses = operationId === 'storeStatementFile' ? ['413'] : ['413', '415'];
      expect([operationId, Object.keys(responses)]).toEqual([operationId, expect.arrayContaining(statuses)]);
    }
  });

  test('refers only to schemas, answers and examples that it has, and uses each', () => {
    const references = [...JSON.stringify(served).matchAll(/"#\/components\/(\w+)\/([\w.-]+)"/g)];
    for (const kind of ['schemas', 'responses'] as const) {
      const used = references.flatMap(([, of, name]) => (of === kind ? name : []));
      expect(new Set(used)).toEqual(new Set(Object.keys(served.components[kind])));
    }
    const examples = references.flatMap(([, of, name]) => (of === 'examples' ? name : []));
    expect(Object.keys(served.components.examples)).toEqual(expect.arrayContaining(examples));
  });

  test('lets no object have members that are not said, but for the values of a problem', () => {
    const open: unknown[] = [];
    JSON.stringify(served, (_key, value: unknown) => {
      if (isObjectSchema(value) && value.additionalProperties !== false) open.push(value);
      return value;
    });
    expect(open).toEqual([expect.objectContaining({ description: 'The values the code is about.' })]);
  });
});

const isObjectSchema = (value: unknown): value is { additionalProperties?: unknown } =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'object';
