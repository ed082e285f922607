/** One signed request to a receiver: to an address that was looked at, following nowhere. */
import { createHmac } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import type { Webhook } from '../../config/webhooks.ts';
import { isPublicAddress } from './public-address.ts';

const timeoutMs = 10_000;

/** All addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;
const resolveName: Resolve = async (hostname) => (await lookup(hostname, { all: true })).map(({ address }) => address);

/** HMAC-SHA256 over `seconds.body`: `t=1772000000,v1=9f86d0…`. The client's `verifyWebhook` checks it. */
export const signatureOf = (secret: string, seconds: number, body: string): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;

/**
 * Sends, and throws unless the receiver answers 2xx. The name is resolved once and the connection goes to that address: a
 * second answer of the name server can't lead inside. Redirects are not followed.
 *
 * @throws Error that says what went wrong without the URL, which may hold a token.
 */
export async function postSigned(
  webhook: Webhook,
  body: string,
  now: Date,
  resolve: Resolve = resolveName,
): Promise<void> {
  const { url, secret } = webhook;
  const address = await addressOf(webhook, resolve);
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'lettrage-signature': signatureOf(secret, Math.floor(now.getTime() / 1000), body),
  };
  const options = {
    method: 'POST',
    headers,
    // Both forms that Node asks in: all addresses, or one.
    lookup: (_name: string, { all }: { all?: boolean | undefined }, done: LookupDone) => {
      const family = isIP(address);
      if (all === true) done(null, [{ address, family }]);
      else done(null, address, family);
    },
    agent: false as const,
    signal: AbortSignal.timeout(timeoutMs),
  };
  const status = await new Promise<number>((resolveStatus, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const request = send(url, options, (response) => {
      resolveStatus(response.statusCode ?? 0);
      // What it says besides is not read.
      response.destroy();
    });
    request.on('error', reject);
    request.end(body);
  });
  if (status < 200 || status > 299) throw new Error(`The receiver answered ${status}.`);
}

type LookupDone = (
  error: NodeJS.ErrnoException | null,
  address: string | { address: string; family: number }[],
  family?: number,
) => void;

async function addressOf({ url, allowPrivate }: Webhook, resolve: Resolve): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) === 0 ? await resolve(host) : [host];
  const [first] = addresses;
  if (first === undefined) throw new Error('The name of the receiver has no address.');
  // One that is inside is enough: the name is not to be trusted then.
  if (!allowPrivate && !addresses.every(isPublicAddress))
    throw new Error('The receiver is inside: an address that the world does not reach. See allowPrivate.');
  return first;
}
