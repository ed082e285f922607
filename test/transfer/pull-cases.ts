/** What every SFTP server has to allow: the same claims about the server in this process and about OpenSSH. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkSource } from '../../src/transfer/check-source.ts';
import { sha256Of } from '../support/books.ts';
import { newKeyPair } from '../support/sftp-server.ts';
import {
  hastyLimits,
  isThere,
  mt940Day,
  openTransferBooks,
  secretFile,
  sftpServerAs,
  sourceOf,
  type TransferBooks,
} from '../support/transfer.ts';

/** A server that lets in who has the key, and who has the password. */
type PullTarget = Readonly<{
  port: number;
  user: string;
  password: string | null;
  fingerprint: string;
  close: () => Promise<void>;
}>;

/**
 * @param start - a server that lets in the owner of this public key.
 * @param account - whether it has a password that is known, and whether rights do not hold it.
 */
export function describePulls(
  name: string,
  start: (publicKey: string) => Promise<PullTarget>,
  account: Readonly<{ hasPassword: boolean; isRoot: boolean }>,
): void {
  describe(`a pull from ${name}`, () => {
    const keys = newKeyPair();
    const otherKeys = newKeyPair();
    let books: TransferBooks;
    let target: PullTarget;
    let drop = '';

    beforeAll(async () => {
      books = await openTransferBooks('pulls');
      target = await start(keys.public);
      secretFile(books.folder, 'key', keys.private);
      secretFile(books.folder, 'other-key', otherKeys.private);
    });
    afterAll(async () => {
      await target.close();
      await books.close();
    });
    beforeEach(() => {
      drop = mkdtempSync(join(tmpdir(), 'lettrage-drop-'));
      // The server may run as another account.
      chmodSync(drop, 0o777);
      return () => rmSync(drop, { recursive: true, force: true });
    });

    const put = (name: string, text: string): string => {
      const path = join(drop, name);
      writeFileSync(path, text, { mode: 0o666 });
      chmodSync(path, 0o666);
      return path;
    };
    const source = (written: Readonly<Record<string, unknown>> = {}) =>
      sourceOf({ ...sftpServerAs(target, target.user, drop), privateKeyFile: 'key', ...written }, books.folder);
    const codesOf = ({ problems }: Awaited<ReturnType<TransferBooks['pull']>>) => problems.map(({ code }) => code);

    test('stores a file byte for byte, moves it to done/, and leaves nothing in the spool', async () => {
      const text = mt940Day('WHOLE', 3_000);
      put('day.sta', text);
      const pulled = await books.pull(source());
      expect(pulled).toEqual({
        source: 'bank',
        problems: [],
        files: [
          {
            path: `${drop}/day.sta`,
            outcome: 'stored',
            sha256s: [sha256Of(text)],
            movedTo: `${drop}/done/day.sta`,
            problem: null,
          },
        ],
      });
      expect(readFileSync(join(drop, 'done/day.sta'), 'utf8')).toBe(text);
      expect(readdirSync(drop)).toEqual(['done']);
      expect(await books.stored()).toContain(sha256Of(text));
      expect(isThere(join(books.folder, 'data/spool/bank'))).toBe(false);
      expect((await books.pull(source())).files).toEqual([]);
    });

    test('needs the right key: another or none is refused, and nothing is fetched', async () => {
      const text = mt940Day('PINNED');
      put('day.sta', text);
      const wrong = `SHA256:${'A'.repeat(43)}`;
      expect(codesOf(await books.pull(source({ hostKeySha256: [wrong] })))).toEqual(['transfer.host_key_refused']);
      expect(codesOf(await books.pull(source({ hostKeySha256: [] })))).toEqual(['transfer.host_key_missing']);
      expect(await books.stored()).not.toContain(sha256Of(text));
      expect(codesOf(await books.pull(source({ hostKeySha256: [wrong, target.fingerprint] })))).toEqual([]);
      expect(await books.stored()).toContain(sha256Of(text));
    });

    test('a key or password that is not the right one is refused once, not five times', async () => {
      put('day.sta', mt940Day('LOGIN'));
      expect(codesOf(await books.pull(source({ privateKeyFile: 'other-key' })))).toEqual(['transfer.login_refused']);
      const passwordFile = secretFile(books.folder, 'wrong-password', 'guessed\n');
      const guessed = source({ privateKeyFile: undefined, passwordFile });
      expect(codesOf(await books.pull(guessed))).toEqual(['transfer.login_refused']);
    });

    test(`a password from a file ${account.hasPassword ? 'logs in' : 'is refused to an account that has none'}`, async () => {
      put('day.sta', mt940Day('PASSWORD'));
      const passwordFile = secretFile(books.folder, 'password', `${target.password ?? 'anything'}\n`);
      const pulled = await books.pull(source({ privateKeyFile: undefined, passwordFile }));
      const expected = account.hasPassword ? [[], ['stored']] : [['transfer.login_refused'], []];
      expect([codesOf(pulled), pulled.files.map(({ outcome }) => outcome)]).toEqual(expected);
    });

    test('the check shows the fingerprint, pinned or not, and takes nothing', async () => {
      put('day.sta', mt940Day('CHECKED'));
      const unpinned = await checkSource(source({ hostKeySha256: [] }), hastyLimits);
      expect([unpinned.fingerprint, unpinned.folders]).toEqual([target.fingerprint, []]);
      expect(unpinned.problems.map(({ code }) => code)).toEqual(['transfer.host_key_missing']);
      const pinned = await checkSource(source(), hastyLimits);
      expect(pinned).toEqual({
        source: 'bank',
        kind: 'sftp',
        fingerprint: target.fingerprint,
        folders: [{ folder: drop, fileCount: 1 }],
        problems: [],
      });
      expect(readdirSync(drop)).toEqual(['day.sta']);
    });

    test('pulls several folders, and one that is missing does not stop the others', async () => {
      for (const folder of ['a', 'b']) {
        mkdirSync(join(drop, folder));
        chmodSync(join(drop, folder), 0o777);
        put(`${folder}/day.sta`, mt940Day(`FOLDER-${folder}`));
      }
      const folders = ['a', 'missing', 'b'].map((folder) => join(drop, folder));
      const pulled = await books.pull(source({ folders }));
      expect(pulled.files.map(({ movedTo }) => movedTo)).toEqual([`${drop}/a/done/day.sta`, `${drop}/b/done/day.sta`]);
      expect(codesOf(pulled)).toEqual(['transfer.folder_unreadable']);
    });

    test('a name that is taken in done/ is not overwritten, and the same file again is the same file', async () => {
      const [first, second] = [mt940Day('TAKEN-1'), mt940Day('TAKEN-2')];
      for (const text of [first, second, second, second]) {
        put('day.sta', text);
        await books.pull(source());
      }
      const [mark] = [sha256Of(second).slice(0, 12)];
      expect(readdirSync(join(drop, 'done')).toSorted()).toEqual(
        ['day.sta', `${mark}.day.sta`, `${mark}.2.day.sta`, `${mark}.3.day.sta`].toSorted(),
      );
      expect(readFileSync(join(drop, 'done/day.sta'), 'utf8')).toBe(first);
      const known = (await books.stored()).filter((stored) => [first, second].map(sha256Of).includes(stored));
      expect(known).toHaveLength(2);
    });

    test('a renamed copy of a known file is stored once and moved', async () => {
      const text = mt940Day('RENAMED');
      for (const name of ['day.sta', 'day (1).sta']) {
        put(name, text);
        await books.pull(source());
      }
      expect((await books.stored()).filter((stored) => stored === sha256Of(text))).toHaveLength(1);
      expect(readdirSync(drop)).toEqual(['done']);
    });

    test('links, folders and names that hide or mislead are left alone', async () => {
      put('secret', mt940Day('BEHIND-A-LINK'));
      mkdirSync(join(drop, 'in'));
      chmodSync(join(drop, 'in'), 0o777);
      symlinkSync(join(drop, 'secret'), join(drop, 'in/link.sta'));
      mkdirSync(join(drop, 'in/folder.sta'));
      const passedOver = ['a.part', 'b.filepart', 'c.TMP', 'd.incomplete', '.hidden', 'e.sta~', '.f.sta.swp'];
      const refused = ['back\\slash.sta', 'line\nend.sta', 'turned\u202Eats.sta'];
      for (const name of [...passedOver, ...refused]) put(`in/${name}`, mt940Day(`NAME ${passedOver.indexOf(name)}`));
      const before = await books.stored();
      const pulled = await books.pull(source({ folders: [join(drop, 'in')] }));
      expect(pulled.problems).toEqual([]);
      expect(pulled.files.map(({ path, problem }) => [path.slice(drop.length), problem?.code])).toEqual([
        ['/in/back\\slash.sta', 'transfer.name_refused'],
        ['/in/line\\u{a}end.sta', 'transfer.name_refused'],
        ['/in/link.sta', 'transfer.not_a_file'],
        ['/in/turned\\u{202e}ats.sta', 'transfer.name_refused'],
      ]);
      expect(await books.stored()).toEqual(before);
      expect(readdirSync(join(drop, 'in'))).toHaveLength(passedOver.length + refused.length + 2);
    });

    test('a name of a path that climbs out stays a name', async () => {
      // Slashes are not possible in a name here; what looks like climbing is.
      const names = ['..sta', '...sta', '%2e%2e%2fetc%2fpasswd', '~root', '$(id).sta', "'; drop table x; --.sta"];
      for (const [index, name] of names.entries()) put(name, mt940Day(`CLIMB-${index}`));
      const pulled = await books.pull(source());
      // Names that begin with a point are hidden ones: passed over.
      const taken = names.filter((name) => !name.startsWith('.'));
      expect(pulled.files.map(({ outcome }) => outcome)).toEqual(taken.map(() => 'stored'));
      expect(readdirSync(join(drop, 'done')).toSorted()).toEqual(taken.toSorted());
    });

    test('a file without its end waits on the server; after its time it is stored for a person, and still stays', async () => {
      const text = mt940Day('CUT', 50).slice(0, 900);
      put('day.sta', text);
      const first = await books.pull(source());
      expect(first.files.map(({ outcome, problem }) => [outcome, problem?.code])).toEqual([
        ['waiting', 'transfer.file_incomplete'],
      ]);
      expect(await books.stored()).not.toContain(sha256Of(text));
      const later = { ...books.context.work, now: () => new Date(Date.now() + 5 * 3_600_000) };
      const overdue = await books.pull(source(), { work: later });
      expect(overdue.files.map(({ outcome, problem }) => [outcome, problem?.code])).toEqual([
        ['stored', 'transfer.file_overdue'],
      ]);
      expect(await books.stored()).toContain(sha256Of(text));
      expect((await books.pull(source())).files.map(({ outcome }) => outcome)).toEqual(['known']);
      const whole = mt940Day('CUT', 50);
      put('day.sta', whole);
      expect((await books.pull(source())).files.map(({ movedTo }) => movedTo)).toEqual([`${drop}/done/day.sta`]);
      expect(await books.stored()).toContain(sha256Of(whole));
    });

    test('an empty file is one that has not begun, and a young one may still grow', async () => {
      put('empty.sta', '');
      const young = put('young.sta', mt940Day('YOUNG'));
      const patient = source({ settledSeconds: 60 });
      expect((await books.pull(patient)).files.map(({ outcome }) => outcome)).toEqual(['waiting', 'waiting']);
      const old = new Date(Date.now() - 120_000);
      utimesSync(young, old, old);
      utimesSync(join(drop, 'empty.sta'), old, old);
      expect((await books.pull(patient)).files.map(({ outcome }) => outcome)).toEqual(['waiting', 'stored']);
    });

    test(`where rights are missing to rename, ${account.isRoot ? 'root does it' : 'a file is stored, told once, not fetched again'}`, async () => {
      put('day.sta', mt940Day('FIXED'));
      chmodSync(drop, 0o555);
      const first = await books.pull(source());
      const second = await books.pull(source());
      chmodSync(drop, 0o777);
      const [told, then, left] = account.isRoot
        ? [null, [], ['done']]
        : ['transfer.not_moved', [['known', null]], ['day.sta']];
      expect(first.files.map(({ outcome, problem }) => [outcome, problem?.code ?? null])).toEqual([['stored', told]]);
      expect(second.files.map(({ outcome, problem }) => [outcome, problem])).toEqual(then);
      expect(readdirSync(drop)).toEqual(left);
    });

    test('a file larger than the limit is left where it is', async () => {
      put('day.sta', mt940Day('LARGE', 100));
      const work = { ...books.context.work, largestFileBytes: 1_000 };
      const pulled = await books.pull(source(), { work });
      expect(pulled.files.map(({ problem }) => problem?.code)).toEqual(['transfer.file_too_large']);
    });
  });
}
