import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { acquireOwnerLock, type OwnerLock } from '../../src/database/embedded/owner-lock.ts';
import { processSpace, startMarkOf } from '../../src/database/embedded/process-table.ts';
import { temporaryFolders } from '../support/folders.ts';

const folders = temporaryFolders();
let dataDir: string;

beforeEach(() => {
  dataDir = folders.dataDir();
  mkdirSync(dataDir);
});
afterAll(() => folders.remove());

const ownerFile = (): string => join(dataDir, 'owner-4.json');
const thisProcess = {
  pid: process.pid,
  startMark: startMarkOf(process.pid),
  processSpace: processSpace(),
  released: false,
};
const leaveOwner = (owner: object): void => writeFileSync(ownerFile(), JSON.stringify(owner));
const isTaken = (): Promise<boolean> =>
  acquireOwnerLock(dataDir).then(
    (lock) => {
      lock.release();
      return false;
    },
    () => true,
  );

describe('the lock of a data folder', () => {
  test('is had by one at a time, also of many that ask at once', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 20 }, () => acquireOwnerLock(dataDir)));
    const locks = asked.filter((answer): answer is PromiseFulfilledResult<OwnerLock> => answer.status === 'fulfilled');
    expect(locks).toHaveLength(1);
    expect(await isTaken()).toBe(true);
    locks[0]?.value.release();
    locks[0]?.value.release();
    expect(await isTaken()).toBe(false);
  });

  test('leaves one file behind, however often it changed hands', async () => {
    for (let count = 0; count < 5; count += 1) (await acquireOwnerLock(dataDir)).release();
    expect(readdirSync(dataDir)).toHaveLength(1);
  });

  test('released late says nothing about the next owner', async () => {
    const first = await acquireOwnerLock(dataDir);
    first.release();
    const second = await acquireOwnerLock(dataDir);
    first.release();
    expect(await isTaken()).toBe(true);
    second.release();
  });

  test('names who has it and what to do', async () => {
    leaveOwner({ ...thisProcess, pid: process.ppid, startMark: startMarkOf(process.ppid) });
    const refused = acquireOwnerLock(dataDir);
    await expect(refused).rejects.toMatchObject({ code: 'database.data_dir_in_use' });
    await expect(refused).rejects.toThrow(`${dataDir} is in use by process ${process.ppid}. Stop it first`);
  });

  test('is kept while its owner lives', async () => {
    leaveOwner(thisProcess);
    expect(await isTaken()).toBe(true);
  });

  test.each([
    ['whose process is gone', { ...thisProcess, pid: 2 ** 22 + 1 }],
    ['whose pid is now another process', { ...thisProcess, startMark: '1' }],
    ['that released it', { ...thisProcess, released: true }],
  ])('is taken over from an owner %s', async (_, owner) => {
    leaveOwner(owner);
    expect(await isTaken()).toBe(false);
  });

  test('is taken over from a file that a power failure cut short', async () => {
    writeFileSync(ownerFile(), '{"pid":');
    expect(await isTaken()).toBe(false);
  });
});

describe('an owner in another container', () => {
  const stranger = { ...thisProcess, processSpace: 'another container' };

  test('keeps the lock while its heart beats', async () => {
    leaveOwner(stranger);
    const heart = setInterval(() => utimesSync(ownerFile(), new Date(), new Date()), 200);
    expect(await isTaken()).toBe(true);
    clearInterval(heart);
  });

  test('loses it when it has been silent, even if a process here has the same pid', async () => {
    leaveOwner(stranger);
    const aMinuteAgo = new Date(Date.now() - 60_000);
    utimesSync(ownerFile(), aMinuteAgo, aMinuteAgo);
    expect(await isTaken()).toBe(false);
  });

  test('would see the heart of ours beat', async () => {
    const lock = await acquireOwnerLock(dataDir);
    const [file = ''] = readdirSync(dataDir);
    const changedAt = (): number => statSync(join(dataDir, file)).mtimeMs;
    const before = changedAt();
    await expect.poll(changedAt, { timeout: 6_000 }).not.toBe(before);
    lock.release();
  });
});
