/** The reference for people: all that the document has, as text that runs nothing and comes from here alone. */
import { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { referencePage } from '../../src/api/reference-page.ts';
import { openApi, type TestApi } from '../support/api.ts';
import { operationsOf, readDocument } from '../support/operations.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openApi(new Pool());
});
afterAll(() => api.app.close());

const page = async () => (await api.app.inject({ url: '/reference' })).payload;

test('tells of every operation its place, its permission and its refusals, and links to schemas that are there', async () => {
  const html = await page();
  const operations = operationsOf(await readDocument(api.app));
  for (const { id, path, permission, refusals } of operations) {
    const article = new RegExp(`<article id="${id}">.*?</article>`, 's').exec(html)?.[0] ?? '';
    const words = [path, ...(permission ? [`needs <code>${permission}</code>`] : []), ...[...refusals.values()].flat()];
    expect([id, words.filter((word) => !article.includes(word))]).toEqual([id, []]);
  }
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const dangling = [...html.matchAll(/href="#([^"]+)"/g)].filter(([, id]) => !ids.has(id));
  expect(dangling.map(([, id]) => id)).toEqual([]);
});

test('has no script, no inline style and nothing from elsewhere, and its policy forbids them', async () => {
  const { headers, payload } = await api.app.inject({ url: '/reference' });
  expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff' });
  expect(headers['content-security-policy']).toContain("default-src 'none'; style-src 'self'");
  expect(payload).not.toMatch(/<script|<style| style=| on\w+=|(?:href|src)="(?:https?:)?\/\//i);
  expect((await api.app.inject({ url: '/reference.css' })).headers['content-type']).toBe('text/css; charset=utf-8');
});

test('shows what a document says as text, whatever it says', () => {
  const evil = '<img src=x onerror=alert(1)>"\'&';
  const html = referencePage({
    info: { title: evil, description: evil },
    tags: [{ name: evil }],
    paths: {
      [evil]: { get: { tags: [evil], operationId: evil, summary: evil, responses: { 200: { description: evil } } } },
    },
    components: { schemas: { [evil]: { description: evil } } },
  });
  expect(html).not.toContain('<img');
});
