/** Work around the books, made for one request of the walk: files, jobs, requests that wait, keys, exports. */
import { randomUUID } from 'node:crypto';
import type { MatchRunId } from '../../../src/domain/ids.ts';
import type { Finding } from '../../../src/domain/statement.ts';
import { createApiKey } from '../../../src/ledger/commands/api-keys.ts';
import type { Queue } from '../../../src/ledger/jobs.ts';
import { inLedger } from '../../../src/ledger/transaction.ts';
import { act, quarantine } from '../../support/books.ts';
import type { TestDatabase } from '../../support/database.ts';
import type { FullBooks } from '../../support/full-books.ts';
import { approvalScenesOf } from './approval-scenes.ts';
import { bookScenesOf } from './scenes.ts';

export type { Waiting } from './approval-scenes.ts';
export type Scenes = ReturnType<typeof scenesOf>;

/** All scenes of the books. */
export function scenesOf({ pool, ownerPool }: Pick<TestDatabase, 'pool' | 'ownerPool'>, books: FullBooks) {
  const { ledgerId } = books;
  const bookScenes = bookScenesOf(pool, books);
  const { mark, firstOf, clerk, appliedRun } = bookScenes;
  const waitingExports = (count: number) =>
    inLedger(pool, ledgerId, (tx) =>
      tx.query<{ id: string }>(
        `insert into export (ledger_id, id, kind, parameters, state, requested_by, requested_at)
         select $1, gen_random_uuid(), 'allocations', '{"format": "csv", "from": null, "to": null, "after": "0"}', 'waiting',
           'walker', now()
         from generate_series(1, $2) returning id`,
        [ledgerId, count],
      ),
    );
  return {
    ...bookScenes,
    ...approvalScenesOf(pool, ledgerId, bookScenes),
    /** The id of a command that is done. */
    async usedKey() {
      const key = randomUUID();
      await clerk.ask('set_dispute_reason', { code: `used-${mark()}`, category: 'A', label: 'Used' }, key);
      return key;
    },
    /** A file that is set aside; unless said, for a doubt that a person may overrule. */
    held: (code: Finding['code'] = 'ingest.sequence_gap') =>
      quarantine(pool, ledgerId, `held ${mark()}`, { code, severity: 'refuse', message: 'no', at: null, found: null }),
    publishedFile: () =>
      firstOf(`select sha256 as id from statement_file where ledger_id = $1 and state = 'published' limit 1`, []),
    job: (queue: Queue, matchRunId: MatchRunId | null = null) =>
      firstOf(
        `insert into job (ledger_id, queue, key, state, match_run_id) values ($1, $2, $3, 'waiting', $4) returning id`,
        [queue, mark(), matchRunId],
      ),
    deadJob: () =>
      firstOf(
        `insert into job (ledger_id, queue, key, state, attempt) values ($1, 'export', $2, 'dead', 5) returning id`,
        [mark()],
      ),
    /** As before runs noted them. */
    async runWithoutInputs() {
      const { matchRunId } = await appliedRun();
      await inLedger(ownerPool, ledgerId, (tx) =>
        tx.query(
          'update match_run set audit_sequence = null, inputs_sha256 = null, policy = null where ledger_id = $1 and id = $2',
          [ledgerId, matchRunId],
        ),
      );
      return matchRunId;
    },
    deadLetter: (receiver: string) =>
      firstOf(
        `insert into webhook_dead_letter (ledger_id, destination, from_sequence, through_sequence, problem, failed_at)
         values ($1, $2, 1, 2, 'away', now()) returning id`,
        [receiver],
      ),
    async apiKey() {
      const { id } = await createApiKey(pool, { actor: 'walker', role: 'machine', ledgerId, days: 1 }, act);
      return id;
    },
    /** The next that is not closed. */
    dayToClose: () =>
      firstOf(
        `select (coalesce(max(closed_through), '2025-12-31') + 1)::text as id from period_close where ledger_id = $1`,
        [],
      ),
    waitingExport: async () => (await waitingExports(1)).rows[0]?.id ?? '',
    async expiredExport() {
      const [id = ''] = (await waitingExports(1)).rows.map((row) => row.id);
      await inLedger(pool, ledgerId, (tx) => tx.query(`update export set state = 'expired' where id = $1`, [id]));
      return id;
    },
    /** Does the work while so many wait, and forgets them. */
    async whileExportsWait<T>(count: number, work: () => Promise<T>): Promise<T> {
      await waitingExports(count);
      const done = await work();
      await inLedger(pool, ledgerId, (tx) => tx.query(`update export set state = 'failed' where state = 'waiting'`));
      return done;
    },
  };
}
