/**
 * Who is told of what happens in the books: the file that `LETTRAGE_WEBHOOKS` names, a JSON list of receivers.
 * docs/webhooks.md describes it. It holds no secret: each is in a file of its own, read at the start.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import { err, ok, type Result } from '../domain/result.ts';

export type Webhook = Readonly<{
  /** Names it in positions, dead letters and the log; unique. */
  name: string;
  url: URL;
  /** Signs what is sent. Never logged, never answered. */
  secret: string;
  /** Codes of ledgers; null: all. */
  ledgers: readonly string[] | null;
  /** Types of events, as the audit names them; null: all. */
  events: readonly string[] | null;
  /** A receiver inside: an address that the world does not reach, and without TLS if it says `http:`. */
  allowPrivate: boolean;
}>;

/** Where in the file (JSON pointer) and what to write instead. Values are not repeated. */
type WebhookProblem = Readonly<{ at: string; fix: string }>;

const names = Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { minItems: 1, maxItems: 200 }));
const webhookSchema = Type.Object(
  {
    name: Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,62}$' }),
    url: Type.String({ minLength: 1, maxLength: 2_000 }),
    secretFile: Type.String({ minLength: 1, maxLength: 4_096 }),
    ledgers: names,
    events: names,
    allowPrivate: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
const mostWebhooks = 100;
const shortestSecret = 32;

/** Reads and checks the whole file, and the secrets that it names. @returns every problem at once */
export function readWebhooks(file: string): Result<readonly Webhook[], WebhookProblem[]> {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // The text of a JSON error quotes the file.
    const fix = error instanceof SyntaxError ? 'the file is not JSON; write a list of receivers: [{…}]' : String(error);
    return err([{ at: '', fix }]);
  }
  if (!Array.isArray(json) || json.length > mostWebhooks)
    return err([{ at: '', fix: `write a list of at most ${mostWebhooks} receivers: [{…}]` }]);
  const problems: WebhookProblem[] = [];
  const webhooks: Webhook[] = [];
  for (const [index, item] of json.entries()) {
    const read = readWebhook(item, `/${index}`, dirname(resolve(file)));
    if (!read.ok) problems.push(...read.error);
    else if (webhooks.some(({ name }) => name === read.value.name))
      problems.push({ at: `/${index}/name`, fix: 'give each receiver its own name' });
    else webhooks.push(read.value);
  }
  return problems.length > 0 ? err(problems) : ok(webhooks);
}

function readWebhook(item: unknown, at: string, folder: string): Result<Webhook, WebhookProblem[]> {
  const wrong = [...Value.Errors(webhookSchema, item)].map(({ instancePath, message }) => ({
    at: `${at}${instancePath}`,
    fix: `this ${message}`,
  }));
  if (wrong.length > 0) return err(wrong);
  const written = item as Static<typeof webhookSchema>;
  const { name, ledgers = null, events = null, allowPrivate = false } = written;
  const url = URL.canParse(written.url) ? new URL(written.url) : null;
  const isUsable = url !== null && (url.protocol === 'https:' || (allowPrivate && url.protocol === 'http:'));
  if (!isUsable || url.username !== '' || url.password !== '')
    return err([{ at: `${at}/url`, fix: 'use an https:// address without a user in it' }]);
  const secret = readSecret(resolve(folder, written.secretFile));
  if (secret === null)
    return err([{ at: `${at}/secretFile`, fix: `name a readable file with ${shortestSecret} characters or more` }]);
  return ok({ name, url, secret, ledgers, events, allowPrivate });
}

function readSecret(path: string): string | null {
  try {
    const secret = readFileSync(path, 'utf8').trim();
    return secret.length >= shortestSecret ? secret : null;
  } catch {
    return null;
  }
}
