/** A tiny schema in two migrations, and variations of it: what a newer, an older or a broken build would bring. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { escapeIdentifier } from 'pg';
import type { Schema } from '../../src/database/connect.ts';

type JournalEntry = { idx: number; version: string; when: number; tag: string; breakpoints: boolean };

const grants = (serviceRole: string): readonly string[] => [
  `grant select, insert on all tables in schema public to ${escapeIdentifier(serviceRole)}`,
];

/** Two tables, `shelf` and `book`; the service may read and insert. */
export const libraryMigrations: Schema = {
  migrationsFolder: fileURLToPath(new URL('../database/migrations', import.meta.url)),
  grants,
};

/** Copies the migrations with another journal, and SQL for new tags. Removed by the caller. */
export function variedMigrations(
  change: (entries: JournalEntry[]) => JournalEntry[],
  sqlByTag: Readonly<Record<string, string>> = {},
): Schema & { remove(): void } {
  const migrationsFolder = mkdtempSync(join(tmpdir(), 'lettrage-migrations-'));
  cpSync(libraryMigrations.migrationsFolder, migrationsFolder, { recursive: true });
  const journalPath = join(migrationsFolder, 'meta', '_journal.json');
  const journal: { entries: JournalEntry[] } = JSON.parse(readFileSync(journalPath, 'utf8'));
  writeFileSync(journalPath, JSON.stringify({ ...journal, entries: change(journal.entries) }));
  for (const [tag, sql] of Object.entries(sqlByTag)) writeFileSync(join(migrationsFolder, `${tag}.sql`), sql);
  return { migrationsFolder, grants, remove: () => rmSync(migrationsFolder, { recursive: true }) };
}

/** The journal with one migration more, written at `when`. */
export const withMigration =
  (tag: string, when: number) =>
  (entries: JournalEntry[]): JournalEntry[] => [
    ...entries,
    { idx: entries.length, version: '7', when, tag, breakpoints: true },
  ];
