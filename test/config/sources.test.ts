import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkSources, describeSourceProblem, readSources } from '../../src/config/sources.ts';

const pin = `SHA256:${'a'.repeat(43)}`;
const folder = { name: 'drop', ledger: 'FR01', kind: 'folder', folders: ['in'] };
const sftp = {
  name: 'bank-a',
  ledger: 'FR01',
  kind: 'sftp',
  host: 'sftp.bank.example',
  user: 'company',
  hostKeySha256: [pin],
  privateKeyFile: 'secrets/bank-a',
  folders: ['out', '/reports'],
};

const problemsOf = (json: unknown): readonly string[] => {
  const read = checkSources(json, '/srv');
  return read.ok ? [] : read.error.map((problem) => describeSourceProblem('sources.json', problem));
};

test('a list is read: what is not said has its default, paths are relative to the file', () => {
  const read = checkSources(
    [sftp, { ...folder, expectedBy: '07:00', timezone: 'Europe/Paris', notOn: ['2026-12-25'], doneFolder: '/done' }],
    '/srv',
  );
  expect(read).toEqual({
    ok: true,
    value: [
      {
        name: 'bank-a',
        ledger: 'FR01',
        kind: 'sftp',
        host: 'sftp.bank.example',
        port: 22,
        user: 'company',
        hostKeySha256: [pin],
        credential: { kind: 'key', privateKeyFile: '/srv/secrets/bank-a', passphraseFile: null },
        folders: ['out', '/reports'],
        doneFolder: 'done',
        pollSeconds: 300,
        settledSeconds: 10,
        incompleteAfterHours: 4,
        schedule: null,
      },
      {
        name: 'drop',
        ledger: 'FR01',
        kind: 'folder',
        folders: ['/srv/in'],
        doneFolder: '/done',
        pollSeconds: 300,
        settledSeconds: 10,
        incompleteAfterHours: 4,
        schedule: {
          expectedBy: '07:00',
          timezone: 'Europe/Paris',
          days: ['mon', 'tue', 'wed', 'thu', 'fri'],
          notOn: ['2026-12-25'],
          withinHours: 12,
        },
      },
    ],
  });
});

describe('a list that can not be used', () => {
  test.each<[string, unknown, string]>([
    ['no list', {}, 'sources.json: write a list'],
    ['an unknown kind', [{ ...folder, kind: 'ftp' }], 'sources.json at /0/kind: say what the source is'],
    ['something missing', [{ ...folder, ledger: undefined }], 'sources.json at /0/ledger: this is missing'],
    ['a port as text', [{ ...sftp, port: '22' }], 'at /0/port: use a whole number from 1 to 65535'],
    [
      'a fingerprint in another form',
      [{ ...sftp, hostKeySha256: ['MD5:aa'] }],
      'at /0/hostKeySha256/0: write fingerprints',
    ],
    ['no way to log in', [{ ...sftp, privateKeyFile: undefined }], 'at /0: name either passwordFile or privateKeyFile'],
    ['two ways to log in', [{ ...sftp, passwordFile: 'p' }], 'at /0: name either passwordFile or privateKeyFile'],
    [
      'a passphrase of nothing',
      [{ ...sftp, privateKeyFile: undefined, passwordFile: 'p', passphraseFile: 'q' }],
      'at /0/passphraseFile: a passphrase belongs',
    ],
    ['no folder', [{ ...folder, folders: [] }], 'at /0/folders: list 1 to 100'],
    ['a folder that climbs', [{ ...sftp, folders: ['out/../../etc'] }], 'at /0/folders/0: use a path without ".."'],
    ['a done folder that climbs', [{ ...sftp, doneFolder: '..' }], 'at /0/doneFolder: use a path without ".."'],
    [
      'a time that is none',
      [{ ...folder, expectedBy: '7 h', timezone: 'UTC' }],
      'at /0/expectedBy: write the time as 07:00',
    ],
    ['a time without a place', [{ ...folder, expectedBy: '07:00' }], 'at /0/timezone: say on whose clocks'],
    [
      'a place that is none',
      [{ ...folder, expectedBy: '07:00', timezone: 'Paris' }],
      'at /0/timezone: name a time zone',
    ],
    ['days without a time', [{ ...folder, days: ['mon'] }], 'at /0/days: say also expectedBy'],
    ['a day that is none', [{ ...folder, days: ['Monday'] }], 'at /0/days/0: use one of mon, tue'],
    [
      'a date that does not exist',
      [{ ...folder, expectedBy: '07:00', timezone: 'UTC', notOn: ['2026-02-30'] }],
      'at /0/notOn/0: write a day that exists',
    ],
    ['a setting that does not exist', [{ ...folder, colour: 'red' }], 'at /0/colour: there is no such setting'],
    ['a name twice', [folder, { ...sftp, name: 'drop' }], 'at /1/name: give each source its own name'],
    ['a name that is a path', [{ ...folder, name: '../x' }], 'at /0/name: use 1 to 63'],
  ])('%s', (_says, json, said) => {
    // As JSON would give it: what is undefined is not there.
    expect(problemsOf(JSON.parse(JSON.stringify(json)))).toEqual([expect.stringContaining(said)]);
  });

  test('every problem is told at once', () => {
    expect(problemsOf([{ ...sftp, port: 0, user: '' }, { kind: 'folder' }])).toHaveLength(5);
  });

  test('a secret that stands in it is sent away and not repeated', () => {
    const [problem = ''] = problemsOf([{ ...sftp, password: 'hunter2' }]);
    expect(problem).toContain('at /0/password: a secret never stands here');
    expect(problem).not.toContain('hunter2');
  });

  test('a file that is missing or no JSON is told without its text', () => {
    const place = mkdtempSync(join(tmpdir(), 'lettrage-sources-'));
    const file = join(place, 'sources.json');
    writeFileSync(file, '[{"password": "hunter2"');
    expect(JSON.stringify(readSources(file))).toContain('is not JSON');
    expect(JSON.stringify(readSources(file))).not.toContain('hunter2');
    expect(JSON.stringify(readSources(join(place, 'nowhere.json')))).toContain('ENOENT');
    rmSync(place, { recursive: true });
  });
});
