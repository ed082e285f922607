import type { Pool } from 'pg';

/**
 * Has PostgreSQL count what a night added, so that it knows how many rows a ledger has (migration 0016). What somebody else
 * counts at this moment is left to them.
 */
export async function countForPlanner(pool: Pool): Promise<void> {
  await pool.query('select count_for_planner()');
}
