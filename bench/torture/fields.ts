/** Plain books for contests: many equal payments and items, each contest on rows of its own. */
import type { Pool } from 'pg';
import { randomUUID } from 'node:crypto';
import type { Command } from '../../src/domain/command.ts';
import type { LedgerId } from '../../src/domain/ids.ts';
import { enterItems, openBooks, publishPayments, readNames, type Names } from '../../test/support/books.ts';

export type Field = Readonly<{ ledgerId: LedgerId; code: string; names: Names }>;

export const rowsOfField = 40;

/** Payments `P-0`… of 1.00 and two items of 5.00 for each, `A-0`… of one customer and `B-0`… of another. */
export async function openField(pool: Pool, code: string): Promise<Field> {
  const ledgerId = await openBooks(pool, code, code);
  const rows = Array.from({ length: rowsOfField }, (_, index) => index);
  await enterItems(
    pool,
    ledgerId,
    rows.flatMap((row) => [
      { number: `A-${row}`, customer: 'A', amount: '5.00' },
      { number: `B-${row}`, customer: 'B', amount: '5.00' },
    ]),
  );
  const statement = { account: code, content: code, opening: '0.00', closedOn: '2026-03-02' };
  const payments = rows.map((row) => ({ name: `P-${row}`, amount: '1.00', bookedOn: '2026-03-02' }));
  await publishPayments(pool, ledgerId, statement, payments);
  return { ledgerId, code, names: await readNames(pool, ledgerId) };
}

/** Takes `amount` of a payment for an item, of which `residual` was left when it was looked at. */
export const takeFor = (
  { names }: Field,
  row: number,
  version: number,
  item: Readonly<{ number: string; residual: string }>,
  amount: string,
): Command => ({
  id: randomUUID(),
  kind: 'settle_payment',
  reason: 'a contest',
  request: {
    paymentId: names.payment(`P-${row}`),
    version,
    parts: [
      {
        use: 'items',
        lines: [{ openItemId: names.item(item.number), residual: item.residual, cleared: amount }],
      },
    ],
  },
});
