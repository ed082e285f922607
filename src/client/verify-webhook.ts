/** For receivers: is this from Lettrage, as it was sent, and not an old one sent again? */

const encoder = new TextEncoder();

/**
 * Checks the header `Lettrage-Signature` of a delivery: HMAC-SHA256 with the shared secret over `seconds.body`.
 *
 * @param body - as it came, byte for byte, before it is parsed.
 * @param toleranceSeconds - how old, or how far ahead of our clock, it may be: what is older is a replay.
 */
export async function verifyWebhook(
  body: string,
  signature: string | null,
  secret: string,
  { now = new Date(), toleranceSeconds = 300 }: { now?: Date; toleranceSeconds?: number } = {},
): Promise<boolean> {
  const parts = /^t=(?<seconds>\d{1,12}),v1=(?<mac>[\da-f]{64})$/.exec(signature ?? '')?.groups;
  if (parts === undefined) return false;
  const { seconds = '', mac = '' } = parts;
  if (Math.abs(now.getTime() / 1000 - Number(seconds)) > toleranceSeconds) return false;
  const bytes = Uint8Array.from(mac.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['verify']);
  // Takes the same time whether the first byte differs or the last.
  return crypto.subtle.verify('HMAC', key, bytes, encoder.encode(`${seconds}.${body}`));
}
