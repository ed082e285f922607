/** Which server this is. The one answer that counts is the fingerprint that a person compared and wrote down. */
import { createHash } from 'node:crypto';

/** Fingerprint as `ssh-keygen -lf` prints it: SHA-256 of the key's wire form, base64 without padding. */
export const fingerprintOf = (hostKey: Uint8Array): string =>
  `SHA256:${createHash('sha256').update(hostKey).digest('base64').replaceAll('=', '')}`;

/** Decides over a connection before anything of ours is sent on it, and keeps what the server showed. */
export type HostKeyCheck = Readonly<{
  accepts: (hostKey: Uint8Array) => boolean;
  /** Null: the server has not shown a key yet. */
  shown: () => string | null;
}>;

/** Accepts the pinned keys and no other. There is no way to trust a server at first sight. */
export function pinnedKeys(fingerprints: readonly string[]): HostKeyCheck {
  let shown: string | null = null;
  return {
    accepts(hostKey) {
      shown = fingerprintOf(hostKey);
      return fingerprints.includes(shown);
    },
    shown: () => shown,
  };
}
