import { existsSync, mkdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { completeLibraryLinks, copyBinaries } from '../../src/database/embedded/platform-binaries.ts';
import { temporaryFolders } from '../support/folders.ts';

const folders = temporaryFolders();
let directory: string;

/** As npm leaves a package when install scripts are switched off: the library is there, its links are not. */
beforeEach(() => {
  directory = join(folders.dataDir(), 'native');
  mkdirSync(join(directory, 'lib'), { recursive: true });
  writeFileSync(join(directory, 'lib', 'libpq.so.5.18'), 'the library');
  const links = ['libpq.so', 'libpq.so.5'].map((name) => ({
    source: 'native/lib/libpq.so.5.18',
    target: `native/lib/${name}`,
  }));
  writeFileSync(join(directory, 'pg-symlinks.json'), JSON.stringify(links));
});
afterAll(() => folders.remove());

describe('binaries installed without scripts', () => {
  test('get the links of their libraries, once', () => {
    expect(completeLibraryLinks(directory)).toBe(true);
    expect(completeLibraryLinks(directory)).toBe(true);
    expect(readlinkSync(join(directory, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
    expect(readFileSync(join(directory, 'lib', 'libpq.so'), 'utf8')).toBe('the library');
  });

  test('can be copied, with links that lead to the copy', () => {
    const home = dirname(directory);
    const installed = { directory, packageVersion: '18.4.0' };
    const copy = copyBinaries(installed, home);
    expect(copy.directory).toBe(join(home, 'binaries-18.4.0'));
    expect(readlinkSync(join(copy.directory, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
    expect(existsSync(join(directory, 'lib', 'libpq.so.5'))).toBe(false);
  });

  test('are copied once per version', () => {
    const home = dirname(directory);
    const copy = copyBinaries({ directory, packageVersion: '18.4.0' }, home);
    writeFileSync(join(directory, 'lib', 'libpq.so.5.18'), 'a newer library');
    copyBinaries({ directory, packageVersion: '18.4.0' }, home);
    expect(readFileSync(join(copy.directory, 'lib', 'libpq.so.5'), 'utf8')).toBe('the library');
  });
});
