/**
 * The heading of a FEC: which column stands where. Names are compared without accents, letter case and blanks, because
 * the law itself prints "Crédit" in one of its tables, and programs write `MontantDevise`, `Ecriture Let`, `DEBIT`.
 */
import type { RowProblem } from '../../domain/open-item.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { roughText } from '../decode-text.ts';
import { rowProblem } from '../open-items/problems.ts';

/** Columns that we read, as the law writes them, then those that may follow the eighteenth (docs/formats/fec.md). */
const lawful = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompAuxNum',
  'CompAuxLib',
  'PieceRef',
  'PieceDate',
  'Debit',
  'Credit',
  'Montant',
  'Sens',
  'EcritureLet',
  'Montantdevise',
  'Idevise',
] as const;
const added = ['DateEcheance', 'ConditionRegl', 'RefPaiement', 'IBANTiers', 'MontantTVA'] as const;

export type FecColumn = (typeof lawful)[number] | (typeof added)[number];

const needed: readonly FecColumn[] = [
  'JournalCode',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompAuxNum',
  'CompAuxLib',
  'PieceRef',
  'PieceDate',
  'EcritureLet',
];

/** Where each column stands; columns that nobody reads are passed over. */
export type FecHeading = Readonly<{
  separator: '\t' | '|';
  columnCount: number;
  indexByColumn: ReadonlyMap<FecColumn, number>;
  /** `Montant` and `Sens` stand in the place of `Debit` and `Credit`. */
  hasSides: boolean;
}>;

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
const columnByName = new Map([...lawful, ...added].map((column) => [plain(column), column]));

const separatorOf = (heading: string): FecHeading['separator'] => (heading.includes('\t') ? '\t' : '|');

/** True for the first bytes of a file whose heading names a journal and an account: no other import has both. */
export function looksLikeFec(head: Uint8Array): boolean {
  const [heading = ''] = roughText(head)
    .replace(/^(?:\uFEFF|ï»¿)?\s*/, '')
    .split(/[\r\n]/, 1);
  const names = new Set(heading.split(separatorOf(heading)).map(plain));
  return names.has('journalcode') && names.has('comptenum');
}

/** Reads line 1: where the columns are, or each column that is missing or there twice. */
export function readFecHeading(text: string, line: number): Result<FecHeading, readonly RowProblem[]> {
  const separator = separatorOf(text);
  const names = text.split(separator);
  const columns = names.flatMap((name, index) => {
    const column = columnByName.get(plain(name));
    return column === undefined ? [] : [{ column, index }];
  });
  const has = (wanted: FecColumn): boolean => columns.some(({ column }) => column === wanted);
  const hasSides = has('Montant') || has('Sens');
  const amounts: readonly FecColumn[] = hasSides ? ['Montant', 'Sens'] : ['Debit', 'Credit'];
  const problems = [
    ...[...needed, ...amounts]
      .filter((column) => !has(column))
      .map((column) => rowProblem('import.column_missing', line, column, null)),
    ...columns
      .filter(({ column }, index) => columns.findIndex((other) => other.column === column) !== index)
      .map(({ column, index }) => rowProblem('import.column_twice', line, column, names[index] ?? null)),
  ];
  if (problems.length > 0) return err(problems);
  const indexByColumn = new Map(columns.map(({ column, index }) => [column, index]));
  return ok({ separator, columnCount: names.length, indexByColumn, hasSides });
}
