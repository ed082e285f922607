/** The tables of docs/operations.md are those of the code. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { accessRoles, may, permissions } from '../../src/domain/access.ts';
import { exportKinds, formatsOf } from '../../src/domain/export.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const text = readFileSync(`${root}docs/operations.md`, 'utf8');

/** The cells of the rows that begin with a word in code marks, by that word. */
const rowsOf = (heading: string): ReadonlyMap<string, readonly string[]> => {
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const rows = [...section.matchAll(/^\| `([\w-]+)` +\|(.*)\|$/gm)];
  return new Map(rows.map(([, word = '', rest = '']) => [word, rest.split('|').map((cell) => cell.trim())]));
};

test('every variable that the configuration reads has its row, and no other', () => {
  const sources = readdirSync(`${root}src/config`, 'utf8')
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(`${root}src/config/${name}`, 'utf8'));
  const read = sources.flatMap((source) => [
    ...[...source.matchAll(/\(environment, '(\w+)'/g)].map(([, name]) => name ?? ''),
    // The settings of the identity provider are read by the part behind their prefix.
    ...[...source.matchAll(/^ {2}\/\*\* `(LETTRAGE_OIDC_\w+)`/gm)].map(([, name]) => name ?? ''),
  ]);
  expect(read.length).toBeGreaterThan(15);
  expect([...rowsOf('Settings').keys()].toSorted()).toEqual([...new Set(read)].toSorted());
});

test('the table of roles is the one that the service holds people to', () => {
  const rows = rowsOf('Roles');
  expect([...rows.keys()]).toEqual(accessRoles);
  for (const role of accessRoles) {
    const principal = { actor: 'a', grants: [{ ledger: null, role }] };
    expect(rows.get(role), role).toEqual(permissions.map((one) => (may(principal, one, 'FR01') ? 'yes' : '')));
  }
});

test('the table of exports has every kind and format', () => {
  const rows = rowsOf('Exports');
  expect([...rows.keys()]).toEqual(exportKinds);
  for (const kind of exportKinds) {
    expect(rows.get(kind)?.[0]).toBe(formatsOf[kind].map((format) => `\`${format}\``).join(', '));
  }
});
