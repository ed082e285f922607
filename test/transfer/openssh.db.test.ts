/** The claims about pulling, against OpenSSH: what runs at the banks. */
import { describe, expect, test } from 'vitest';
import { canMakeAccount, hasOpenSsh, isOpenSshRequired, openSshMissing, startOpenSsh } from '../support/openssh.ts';
import { describePulls } from './pull-cases.ts';

if (hasOpenSsh) {
  describePulls('OpenSSH under the account of this test', (publicKey) => startOpenSsh(publicKey, 'self'), {
    hasPassword: false,
    isRoot: process.getuid?.() === 0,
  });
  if (canMakeAccount)
    describePulls('OpenSSH under an account without rights', (publicKey) => startOpenSsh(publicKey, 'other'), {
      hasPassword: true,
      isRoot: false,
    });
}

describe('the OpenSSH of this machine', () => {
  test('is there where it is required; elsewhere the same claims are tested on the server of ssh2 only', () => {
    if (!hasOpenSsh) process.stdout.write(`${openSshMissing}\n`);
    expect(hasOpenSsh || !isOpenSshRequired, openSshMissing).toBe(true);
  });
});
