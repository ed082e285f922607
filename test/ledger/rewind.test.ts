/** What the audit chain says, undone: the rows that matching reads as they were. */
import { expect, test } from 'vitest';
import type { CustomerId, LetteringId, OpenItemId, PaymentId } from '../../src/domain/ids.ts';
import type { LocalDate } from '../../src/domain/local-date.ts';
import type { PartitionAlias, PartitionItem } from '../../src/domain/partition.ts';
import { contentId } from '../../src/ledger/content-id.ts';
import { openRewind, pairKey, type UndoneEvent } from '../../src/ledger/plan/rewind.ts';
import { day, euros } from '../support/books.ts';

const itemId = 'item' as OpenItemId;
const customerId = 'customer' as CustomerId;

const itemNow: PartitionItem = {
  openItemId: itemId,
  customerId,
  kind: 'invoice',
  documentNumber: 'FA-1',
  creditorReference: 'RF18',
  purchaseOrder: null,
  currency: euros('1.00').currency,
  issueDate: day('2026-01-01'),
  dueDate: day('2026-04-30'),
  amountMinor: 12_000n,
  residualMinor: 2_000n,
  disputedMinor: 0n,
  discount: null,
};

const stood = {
  amountMinor: '10000',
  residualMinor: '9000',
  issueDate: '2026-01-01',
  dueDate: '2026-03-31',
  creditorReference: null,
  purchaseOrder: 'PO-7',
  discountBp: 200,
  discountUntil: '2026-01-10',
};
const itemThen = {
  ...itemNow,
  dueDate: '2026-03-31',
  creditorReference: null,
  purchaseOrder: 'PO-7',
  amountMinor: 10_000n,
  residualMinor: 9_000n,
  discount: { bp: 200, until: '2026-01-10' },
};

const changed: UndoneEvent = { type: 'open_item.changed', subject: itemId, details: { before: stood } };
const added: UndoneEvent = { type: 'open_items.added', subject: 'open_item', details: { items: [{ id: itemId }] } };
const applied = (letteringId: string, amountMinor: string): UndoneEvent => ({
  type: 'payment.applied',
  subject: 'payment',
  details: { letteringId: letteringId as LetteringId, allocations: [{ openItemId: itemId, amountMinor }] },
});

const settled = (amountMinor: string, newItems: readonly OpenItemId[] = []): UndoneEvent => ({
  type: 'settlement.booked',
  subject: 'posting',
  details: {
    allocations: [{ openItemId: itemId, amountMinor }],
    newItems: newItems.map((id) => ({ id })),
    disputes: [],
  },
});

/** @param events - as the chain has them, oldest first. */
function rewound(...events: readonly UndoneEvent[]) {
  const rewind = openRewind();
  for (const event of events.toReversed()) rewind.undo(event);
  return rewind;
}

test('nothing undone is the books as they are', () => {
  expect(rewound().item(itemNow)).toEqual(itemNow);
});

test('what was applied since is open again, whatever else came before or after it', () => {
  expect(rewound(applied('L1', '3000'), applied('L2', '500')).item(itemNow)?.residualMinor).toBe(5_500n);
  expect(rewound(applied('L1', '3000'), changed).item(itemNow)).toEqual({ ...itemThen, residualMinor: 12_000n });
  expect(rewound(changed, applied('L1', '3000')).item(itemNow)).toEqual(itemThen);
});

test('what was disputed is as it was before the first dispute since, also where a settlement ended one', () => {
  const disputedBefore = (disputedMinor: string) => ({ itemBefore: { openItemId: itemId, disputedMinor } });
  const disputed = (type: 'dispute.opened' | 'dispute.resolved', minor: string): UndoneEvent => ({
    type,
    subject: 'dispute',
    details: disputedBefore(minor),
  });
  const ending: UndoneEvent = {
    type: 'settlement.booked',
    subject: 'posting',
    details: { allocations: [], newItems: [], disputes: [disputedBefore('700'), disputedBefore('500')] },
  };
  expect(rewound(disputed('dispute.opened', '300'), changed).item(itemNow)?.disputedMinor).toBe(300n);
  expect(rewound(ending, disputed('dispute.resolved', '100')).item(itemNow)?.disputedMinor).toBe(700n);
  expect(rewound(applied('L1', '3000')).item({ ...itemNow, disputedMinor: 40n })?.disputedMinor).toBe(40n);
});

test('what people settled since is open again, what they took back is closed again, what they made is gone', () => {
  expect(rewound(settled('3000')).item(itemNow)?.residualMinor).toBe(5_000n);
  expect(rewound(settled('3000'), settled('-3000')).item(itemNow)).toEqual(itemNow);
  expect(
    rewound(settled('1', ['other' as OpenItemId])).item({ ...itemNow, openItemId: 'other' as OpenItemId }),
  ).toBeNull();
  expect(rewound(settled('3000')).wasBooked('posting')).toBe(false);
});

test('of several changes the first tells what stood before them all', () => {
  const later: UndoneEvent = {
    type: 'open_item.closed',
    subject: itemId,
    details: { before: { ...stood, dueDate: '2026-12-31', residualMinor: '1' } },
  };
  expect(rewound(changed, later).item(itemNow)).toEqual(itemThen);
});

test('what was added since was not there, however it changed later', () => {
  expect(rewound(added, changed, applied('L1', '1')).item(itemNow)).toBeNull();
  const customer = { customerId, code: 'C1', name: 'New', ibans: [] };
  expect(rewound({ type: 'customer.added', subject: customerId }).customer(customer)).toBeNull();
});

test('customers have the name and the IBANs that they had', () => {
  const before = { name: 'Old', ibans: ['FR76'] };
  const rewind = rewound({ type: 'customer.changed', subject: customerId, details: { before } });
  expect(rewind.customer({ customerId, code: 'C1', name: 'New', ibans: [] })).toEqual({
    customerId,
    code: 'C1',
    ...before,
  });
});

test('payers learned since are unknown, and those forgotten since are known', () => {
  const iban = { kind: 'iban', value: 'FR76' } as const;
  const known: PartitionAlias = { ...iban, customerId, confirmedCount: 3, lastDate: '2026-02-01' as LocalDate };
  const before = { confirmedCount: 2, lastDate: '2026-01-15' as LocalDate };
  const confirmed = (earlier: typeof before | null): UndoneEvent => ({
    type: 'payer.confirmed',
    subject: customerId,
    details: { ...iban, before: earlier },
  });
  expect(rewound(confirmed(null)).alias(known)).toBeNull();
  expect(rewound(confirmed(before)).alias(known)).toEqual({ ...known, ...before });
  const forgotten: UndoneEvent = { type: 'payer.forgotten', subject: customerId, details: { ...iban, before } };
  const rewind = rewound(forgotten);
  expect(rewind.forgottenAliases()).toEqual([{ ...known, ...before }]);
  // Forgotten and learned anew: it is read as it was, once.
  const again = rewound(forgotten, confirmed(null));
  expect(again.alias(known)).toEqual({ ...known, ...before });
  expect(again.forgottenAliases()).toEqual([]);
});

test('what was declined and booked since is told apart from what was before', () => {
  const pair = { paymentId: 'payment' as PaymentId, customerId, openItemId: null };
  const rewind = rewound(
    { type: 'proposal.declined', subject: pair.paymentId, details: { customerId, openItemId: null } },
    applied('L1', '1'),
  );
  expect([...rewind.declinedSince]).toEqual([pairKey(pair)]);
  expect(rewind.wasBooked(contentId('posting', 'L1'))).toBe(false);
  expect(rewind.wasBooked(contentId('posting', 'L0'))).toBe(true);
});
