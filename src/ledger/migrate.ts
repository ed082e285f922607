/** What makes an empty database ours: the migrations, and the rights of the service's role. */
import { fileURLToPath } from 'node:url';
import { appendOnlyTables, sharedTables, stagingTables, stateTables } from './schema.ts';

export const migrationsFolder: string = fileURLToPath(new URL('./migrations', import.meta.url));

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const list = (tables: readonly string[]): string => tables.map(quoted).join(', ');

/**
 * The service may read everything of its ledger, add facts, and change current state; it can't change or remove a fact.
 * Statements to run as the owner after each migration; running them again changes nothing.
 */
export function grants(serviceRole: string): readonly string[] {
  const role = quoted(serviceRole);
  const all = [...appendOnlyTables, ...stateTables, ...stagingTables, ...sharedTables];
  return [
    `revoke all on ${list(all)} from ${role}`,
    `grant usage on schema public to ${role}`,
    `grant select, insert on ${list(appendOnlyTables)} to ${role}`,
    `grant select, insert, update on ${list(stateTables)} to ${role}`,
    `grant delete on "customer_iban", "bank_account_alias", "payer_alias", "payment_claim", "export_chunk" to ${role}`,
    `grant select, insert, update, delete on ${list(stagingTables)} to ${role}`,
    `grant select, insert on "ledger", "bank_account_directory" to ${role}`,
    `grant select, insert, update, delete on "job" to ${role}`,
    `grant select, insert, update on "api_key" to ${role}`,
    `grant execute on function "count_for_planner"() to ${role}`,
  ];
}
