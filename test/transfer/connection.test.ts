/** No connection without a pin, no secret that others can read. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import ssh2 from 'ssh2';
import { TransferError } from '../../src/transfer/errors.ts';
import { fingerprintOf, pinnedKeys } from '../../src/transfer/host-key.ts';
import { transferLimits } from '../../src/transfer/limits.ts';
import { readSecret } from '../../src/transfer/secrets.ts';
import { connectSftp, safeAlgorithms } from '../../src/transfer/sftp-connection.ts';
import { newKeyPair, startSftpServer } from '../support/sftp-server.ts';
import { hastyLimits } from '../support/transfer.ts';

const source = fileURLToPath(new URL('../../src/', import.meta.url));
let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'lettrage-secrets-'))));
afterAll(() => rmSync(folder, { recursive: true }));

/** The calls of a library's `connect` in a source, each up to the end of its arguments. */
function connectionsIn(text: string): readonly string[] {
  return [...text.matchAll(/\b(?:client|sftp|ssh)\w*\s*\.connect\(/gi)].map(({ index }) => {
    let depth = 0;
    for (let end = text.indexOf('(', index); end < text.length; end += 1) {
      if (text[end] === '(') depth += 1;
      if (text[end] === ')' && (depth -= 1) === 0) return text.slice(index, end + 1);
    }
    return text.slice(index);
  });
}
const speaksSsh = (text: string): boolean => /from '(?:ssh2|ssh2-sftp-client)(?:\/[^']*)?'/.test(text);
const isVerified = (call: string): boolean => /\bhostVerifier\s*:/.test(call);

describe('every connection of src/ verifies the host key', () => {
  test('one file speaks SSH, connects once, and says who verifies', () => {
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const speaking = files.filter((name) => speaksSsh(readFileSync(join(source, name), 'utf8')));
    expect(speaking).toEqual(['transfer/sftp-connection.ts']);
    const calls = speaking.flatMap((name) => connectionsIn(readFileSync(join(source, name), 'utf8')));
    expect(calls.map(isVerified)).toEqual([true]);
  });

  test.each([
    ['none', `await client.connect({ host, port })`, false],
    ['one for another call', `await client.connect({ host }); other({ hostVerifier: check })`, false],
    ['one', `await client.connect({ host, hostVerifier: (key) => check(key) })`, true],
  ])('the checker itself sees a verifier where there is: %s', (_says, text, expected) => {
    expect(connectionsIn(text).map(isVerified)).toEqual([expected]);
  });

  test('no algorithm of the past is offered', () => {
    const offered = Object.values(safeAlgorithms).flat().join(' ');
    expect(offered).not.toMatch(/sha1\b|ssh-rsa\b|ssh-dss|-cbc|md5|group1-|arcfour/);
  });
});

describe('a host key', () => {
  test('has the fingerprint that ssh-keygen prints', () => {
    const { public: publicKey } = newKeyPair();
    const path = join(folder, 'host.pub');
    writeFileSync(path, publicKey);
    const [, printed] = execFileSync('ssh-keygen', ['-l', '-E', 'sha256', '-f', path]).toString().split(' ');
    expect(fingerprintOf(Buffer.from(publicKey.split(' ')[1] ?? '', 'base64'))).toBe(printed);
  });

  test('is accepted when it is one of the pinned, and no other way', () => {
    const [ours, theirs] = [Buffer.from('ours'), Buffer.from('theirs')];
    const check = pinnedKeys([fingerprintOf(ours)]);
    expect(check.shown()).toBeNull();
    expect([check.accepts(ours), check.accepts(theirs), pinnedKeys([]).accepts(ours)]).toEqual([true, false, false]);
    expect(check.shown()).toBe(fingerprintOf(theirs));
  });

  test('is asked for before the account is named: a server that is refused learns nothing', async () => {
    let asked = 0;
    const account = {
      get user() {
        asked += 1;
        return 'bank';
      },
      password: 'secret word',
    };
    const server = await startSftpServer(account);
    const to = { host: '127.0.0.1', port: server.port, user: 'bank' };
    const connecting = connectSftp(to, { password: 'secret word' }, pinnedKeys([]), hastyLimits);
    await expect(connecting).rejects.toMatchObject({ code: 'transfer.host_key_refused' });
    expect(asked).toBe(0);
    const welcome = await connectSftp(to, { password: 'secret word' }, pinnedKeys([server.fingerprint]), hastyLimits);
    expect(asked).toBeGreaterThan(0);
    await welcome.close();
    await server.close();
  });
});

describe('a secret', () => {
  const write = (name: string, text: string, mode = 0o600): string => {
    const path = join(folder, name);
    writeFileSync(path, text, { mode });
    chmodSync(path, mode);
    return path;
  };
  const codeOf = (passwordFile: string): Promise<unknown> =>
    readSecret({ kind: 'password', passwordFile }).catch((error: unknown) =>
      error instanceof TransferError ? error.code : error,
    );

  test('is read from its file, without the end of its line', async () => {
    const passwordFile = write('password', ' hunter 2 \n');
    expect(await readSecret({ kind: 'password', passwordFile })).toEqual({ password: ' hunter 2 ' });
  });

  test.each([0o640, 0o604, 0o660, 0o620, 0o601])('is refused from a file of mode %o', async (mode) => {
    expect(await codeOf(write(`exposed-${mode}`, 'hunter2', mode))).toBe('transfer.secret_exposed');
  });

  test('is refused from a file that is missing, empty, a folder or no key', async () => {
    expect(await codeOf(join(folder, 'nowhere'))).toBe('transfer.secret_unusable');
    expect(await codeOf(write('empty', ''))).toBe('transfer.secret_unusable');
    const secretFolder = mkdtempSync(join(folder, 'folder-'));
    expect(await codeOf(secretFolder)).toBe('transfer.secret_unusable');
    const server = await startSftpServer({ user: 'bank', password: '' });
    const secret = await readSecret({ kind: 'key', privateKeyFile: write('no-key', 'hunter2'), passphraseFile: null });
    const to = { host: '127.0.0.1', port: server.port, user: 'bank' };
    const connecting = connectSftp(to, secret, pinnedKeys([server.fingerprint]), hastyLimits);
    await expect(connecting).rejects.toMatchObject({ code: 'transfer.secret_unusable' });
    await expect(connecting).rejects.not.toThrow('hunter2');
    await server.close();
  });

  test('may be a key under a passphrase, which is a secret of its own', async () => {
    const path = join(folder, 'locked-key');
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', 'open sesame', '-f', path]);
    const account = { user: 'bank', password: '', publicKey: readFileSync(`${path}.pub`, 'utf8') };
    const server = await startSftpServer(account);
    const to = { host: '127.0.0.1', port: server.port, user: 'bank' };
    const pins = pinnedKeys([server.fingerprint]);
    const passphraseFile = write('passphrase', 'open sesame\n');
    const secret = await readSecret({ kind: 'key', privateKeyFile: path, passphraseFile });
    await (await connectSftp(to, secret, pins, transferLimits)).close();
    const wrong = await readSecret({ kind: 'key', privateKeyFile: path, passphraseFile: write('wrong', 'shut') });
    await expect(connectSftp(to, wrong, pins, transferLimits)).rejects.toMatchObject({
      code: 'transfer.secret_unusable',
    });
    await server.close();
    expect(ssh2.utils.parseKey(readFileSync(path))).toBeInstanceOf(Error);
  });
});
