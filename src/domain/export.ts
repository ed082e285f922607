/** What can be taken out of the books, and in which shapes. */
import type { LocalDate } from './local-date.ts';
import { err, ok, type Result } from './result.ts';

export const exportKinds = ['lettering', 'postings', 'allocations', 'cash-events', 'aged-balance', 'disputes'] as const;
export type ExportKind = (typeof exportKinds)[number];
export const exportFormats = ['csv', 'fec', 'jsonl'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/**
 * Both days included; null: no end on that side. Of postings their dates, of disputes the days they were opened. The aged
 * balance has one day, `to`: the one that "past due" is counted to.
 */
export type ExportScope = Readonly<{
  from: LocalDate | null;
  to: LocalDate | null;
  /** Of cash events: only what comes after this cursor; 0 for all. */
  after: bigint;
}>;
export type AskedExport = Readonly<{ kind: ExportKind; format: ExportFormat; scope: ExportScope }>;

/** The first is what is written when nothing else is asked for. */
export const formatsOf: Readonly<Record<ExportKind, readonly [ExportFormat, ...ExportFormat[]]>> = {
  lettering: ['fec', 'csv', 'jsonl'],
  postings: ['csv', 'fec', 'jsonl'],
  allocations: ['csv', 'jsonl'],
  'cash-events': ['jsonl', 'csv'],
  'aged-balance': ['csv', 'jsonl'],
  disputes: ['csv', 'jsonl'],
};

/** The export, with the kind's own format when none is named; or what about it can't be. */
export function checkExport(
  kind: ExportKind,
  format: ExportFormat | undefined,
  scope: ExportScope,
): Result<AskedExport, 'format' | 'from' | 'after'> {
  const [preferred, ...others] = formatsOf[kind];
  const chosen = format ?? preferred;
  if (chosen !== preferred && !others.includes(chosen)) return err('format');
  if (kind === 'aged-balance' && scope.from !== null) return err('from');
  if (kind !== 'cash-events' && scope.after !== 0n) return err('after');
  return ok({ kind, format: chosen, scope });
}
