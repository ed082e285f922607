/**
 * Keys for programs, and for people without an identity provider. A key is 256 random bits behind a prefix by which it is
 * found; it is shown when it is made and never again: what is kept is its SHA-256. Its row is never removed: it says who
 * gave whom which right, from when until when.
 */
import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';
import type { AccessRole, Principal } from '../../domain/access.ts';
import type { LedgerId } from '../../domain/ids.ts';
import type { Act } from '../audit.ts';
import { LedgerError } from '../errors.ts';

export type ApiKey = Readonly<{
  id: string;
  actor: string;
  role: AccessRole;
  /** Code; null: all ledgers. */
  ledger: string | null;
  prefix: string;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
}>;

/** `days` from 1 to 1,098: three years, and no key for ever. */
export type NewApiKey = Readonly<{ actor: string; role: AccessRole; ledgerId: LedgerId | null; days: number }>;

/** What every key of ours begins with: secret scanners know it by that. */
export const apiKeyMark = 'ltg_';
const keyPattern = /^ltg_(?<prefix>[0-9a-f]{12})_(?<secret>[\w-]{43})$/;
const msPerDay = 86_400_000;
const msPerHour = 3_600_000;

const sha256 = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

const selection = `k.id, k.actor, k.role, l.code as ledger, k.prefix, k.created_by as "createdBy",
  k.created_at as "createdAt", k.expires_at as "expiresAt", k.revoked_at as "revokedAt", k.last_used_at as "lastUsedAt"`;

/**
 * @returns the key itself, which is shown to nobody again.
 * @throws LedgerError `ledger.key_refused` for an actor or a number of days that can't be.
 */
export async function createApiKey(
  pool: Pool,
  { actor, role, ledgerId, days }: NewApiKey,
  { actor: createdBy, now }: Act,
): Promise<Readonly<{ id: string; key: string; expiresAt: Date }>> {
  const isActor = /^[^\p{C}\p{Z}](?:[^\p{C}]{0,98}[^\p{C}\p{Z}])?$/u.test(actor);
  if (!isActor || !Number.isInteger(days) || days < 1 || days > 1_098) throw new LedgerError('ledger.key_refused');
  const prefix = randomBytes(6).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  const id = randomUUID();
  const expiresAt = new Date(now.getTime() + days * msPerDay);
  await pool.query(
    `insert into api_key (id, actor, role, ledger_id, prefix, secret_sha256, created_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, actor, role, ledgerId, prefix, sha256(secret).toString('hex'), createdBy, now, expiresAt],
  );
  return { id, key: `${apiKeyMark}${prefix}_${secret}`, expiresAt };
}

/** The latest made first. */
export async function listApiKeys(pool: Pool): Promise<readonly ApiKey[]> {
  const { rows } = await pool.query<ApiKey>(
    `select ${selection} from api_key k left join ledger l on l.id = k.ledger_id order by k.created_at desc, k.id`,
  );
  return rows;
}

/** From now on it opens nothing. @throws LedgerError `ledger.not_found` */
export async function revokeApiKey(pool: Pool, id: string, now: Date): Promise<void> {
  const { rowCount } = await pool.query('update api_key set revoked_at = coalesce(revoked_at, $2) where id = $1', [
    id,
    now,
  ]);
  if (rowCount === 0) throw new LedgerError('ledger.not_found', { apiKey: id });
}

/** Whose key this is; null: nobody's, or no longer. */
export async function findPrincipalOfKey(pool: Pool, key: string, now: Date): Promise<Principal | null> {
  const { prefix, secret } = keyPattern.exec(key)?.groups ?? {};
  if (prefix === undefined || secret === undefined) return null;
  const { rows } = await pool.query<ApiKey & { secretSha256: string }>(
    `select ${selection}, k.secret_sha256 as "secretSha256"
     from api_key k left join ledger l on l.id = k.ledger_id where k.prefix = $1`,
    [prefix],
  );
  const [found] = rows;
  if (found === undefined || !timingSafeEqual(sha256(secret), Buffer.from(found.secretSha256, 'hex'))) return null;
  if (found.revokedAt !== null || found.expiresAt <= now) return null;
  if (found.lastUsedAt === null || now.getTime() - found.lastUsedAt.getTime() > msPerHour)
    await pool.query('update api_key set last_used_at = $2 where id = $1', [found.id, now]);
  return { actor: found.actor, grants: [{ ledger: found.ledger, role: found.role }] };
}
