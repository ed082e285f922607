/**
 * The plainest Fastify that answers with a page of the queue, and that books an amount: one statement each, no ledger, no
 * rights, no schema, no audit chain. `node --import tsx bare-server.ts DATABASE_URL`; says its address when it listens.
 */
import { fastify } from 'fastify';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.argv[2], max: 10 });
const app = fastify();

app.get('/queue', async () => {
  const { rows } = await pool.query(
    `select p.*, e.value_date, e.bank_transaction_code, b.identifier, b.name, d.certificate
     from (select ledger_id, id from payment where ledger_id = 1 and status = 'in_review' order by booking_date, id limit 50) chosen
     join payment p using (ledger_id, id)
     join entry e on e.ledger_id = p.ledger_id and e.id = p.entry_id
     join bank_account b on b.ledger_id = e.ledger_id and b.id = e.bank_account_id
     left join match_decision d on d.ledger_id = p.ledger_id and d.match_run_id = p.match_run_id and d.payment_id = p.id
     order by p.booking_date, p.id`,
  );
  return { items: rows };
});

app.post<{ Body: { paymentId: string; openItemId: string } }>('/allocations', async ({ body }) => {
  const { rowCount } = await pool.query(
    `with paid as (
       update payment set unapplied_minor = unapplied_minor - 1, version = version + 1
       where ledger_id = 1 and id = $1 and unapplied_minor >= 1 returning id),
     cleared as (
       update open_item set residual_minor = residual_minor - 1, version = version + 1
       where ledger_id = 1 and id = $2 and residual_minor >= 1 returning id)
     insert into bare_allocation (payment_id, open_item_id, amount_minor, event)
     select paid.id, cleared.id, 1, jsonb_build_object('type', 'allocated', 'payment', paid.id, 'item', cleared.id) from paid, cleared`,
    [body.paymentId, body.openItemId],
  );
  return { rowCount };
});

process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
