/**
 * Who may do what. A person or machine has one role in a ledger; a route, a command of the terminal and a kind of request
 * each ask for one permission. Four eyes are two persons, whatever their roles.
 */
import type { CommandKind } from './command.ts';

export const accessRoles = ['viewer', 'clerk', 'approver', 'treasurer', 'admin', 'machine'] as const;
export type AccessRole = (typeof accessRoles)[number];

/** `read` all of a ledger; `deliver` files, items and master data; `settle` payments and items; `approve` what another
 * asked; `govern` limits, periods and settings; `administer` keys, ledgers and webhooks. */
export const permissions = ['read', 'deliver', 'settle', 'approve', 'govern', 'administer'] as const;
export type Permission = (typeof permissions)[number];

const permissionsOfRole: Readonly<Record<AccessRole, ReadonlySet<Permission>>> = {
  viewer: new Set(['read']),
  clerk: new Set(['read', 'deliver', 'settle']),
  approver: new Set(['read', 'approve']),
  treasurer: new Set(['read', 'deliver', 'settle', 'approve', 'govern']),
  // Sets the house up, and has no hand in the till.
  admin: new Set(['read', 'deliver', 'administer']),
  machine: new Set(['read', 'deliver']),
};

const mayRole = (role: AccessRole, permission: Permission): boolean => permissionsOfRole[role].has(permission);

const governed: ReadonlySet<CommandKind> = new Set(['set_tolerances', 'close_period', 'set_dispute_reason']);

/** What a person needs to ask for a command of this kind. */
export const permissionFor = (kind: CommandKind): Permission => (governed.has(kind) ? 'govern' : 'settle');

/** A role in one ledger, or in all. */
export type Grant = Readonly<{ /** Its code; null: every ledger. */ ledger: string | null; role: AccessRole }>;

/** Who asks, by the name that the audit keeps, and what they may. */
export type Principal = Readonly<{ actor: string; grants: readonly Grant[] }>;

/** Whether one of their roles includes the permission: in the ledger, or, for null, in all of them. */
export const may = ({ grants }: Principal, permission: Permission, ledger: string | null): boolean =>
  grants.some((grant) => (grant.ledger === null || grant.ledger === ledger) && mayRole(grant.role, permission));
