/** `lettrage keys`: who may use the API by key. A key is printed once, when it is made. */
import type { AccessRole } from '../../domain/access.ts';
import { createApiKey, listApiKeys, revokeApiKey, type ApiKey } from '../../ledger/commands/api-keys.ts';
import { findLedger } from '../../ledger/commands/register.ts';
import { exitCodes, toJson, type ExitCode, type Output } from '../output.ts';
import type { Session } from '../session.ts';
import { tableText } from '../table.ts';

type InContext = Pick<Session, 'context'>;
export type KeyAsked = Readonly<{ actor: string; role: AccessRole; ledger?: string; days: string }>;

/** Writes the key itself to stdout, and nothing else: `KEY=$(lettrage keys create …)`. */
export async function createKey(
  { context: { pool, actor, now } }: InContext,
  output: Output,
  { actor: holder, role, ledger, days }: KeyAsked,
): Promise<ExitCode> {
  const ledgerId = ledger === undefined ? null : await findLedger(pool, ledger);
  const made = await createApiKey(
    pool,
    { actor: holder, role, ledgerId, days: /^\d{1,4}$/.test(days) ? Number(days) : 0 },
    { actor, now: now() },
  );
  output.write(output.isJson ? `${toJson(made)}\n` : `${made.key}\n`);
  output.say(
    `For ${holder}, ${role} of ${ledger ?? 'all ledgers'}, until ${day(made.expiresAt)}; it is shown only now.`,
  );
  return exitCodes.done;
}

export async function listKeys({ context: { pool, now } }: InContext, output: Output): Promise<ExitCode> {
  const keys = await listApiKeys(pool);
  if (output.isJson) output.write(`${toJson({ items: keys, next: null })}\n`);
  else if (keys.length === 0) output.write('There are no keys.\n');
  else
    output.write(
      tableText({
        alignments: ['left', 'left', 'left', 'left', 'left', 'left', 'left'],
        heading: ['key', 'actor', 'role', 'ledger', 'state', 'until', 'last used'],
        rows: keys.map((key) => [
          key.id,
          key.actor,
          key.role,
          key.ledger ?? 'all',
          stateOf(key, now()),
          day(key.expiresAt),
          key.lastUsedAt === null ? 'never' : day(key.lastUsedAt),
        ]),
      }),
    );
  return exitCodes.done;
}

export async function revokeKey({ context: { pool, now } }: InContext, output: Output, id: string): Promise<ExitCode> {
  if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) {
    output.say('A key is named by its id; `lettrage keys list` shows it.');
    return exitCodes.usage;
  }
  await revokeApiKey(pool, id, now());
  output.say('It opens nothing any more.');
  return exitCodes.done;
}

const day = (instant: Date): string => instant.toISOString().slice(0, 10);

function stateOf({ revokedAt, expiresAt }: ApiKey, now: Date): string {
  if (revokedAt !== null) return 'revoked';
  return expiresAt <= now ? 'over' : 'valid';
}
