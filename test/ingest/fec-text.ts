/** FECs as accounting programs write them: the same lines in every form that the law allows. */
import { Buffer } from 'node:buffer';

/** One line; amounts in cents, dates `YYYYMMDD`. What is left out is blank. */
export type FecTextLine = Readonly<{
  journal?: string;
  journalName?: string;
  entry?: string;
  entryDate?: string;
  account?: string;
  customer?: string;
  customerName?: string;
  piece?: string;
  pieceDate?: string;
  text?: string;
  /** Debited; negative: a debit below zero, as some programs write a credit. */
  debit?: number;
  credit?: number;
  letter?: string;
  foreign?: string;
  currency?: string;
  more?: readonly string[];
}>;

export const separators = ['\t', '|'] as const;
export const encodings = ['iso-8859-15', 'utf-8', 'utf-8 with a mark'] as const;
export const lineEnds = ['\r\n', '\n'] as const;
export const amountForms = ['Debit and Credit', 'Sens D and C', 'Sens +1 and -1'] as const;
export const signPlaces = ['before', 'behind'] as const;

export type FecForm = Readonly<{
  separator: (typeof separators)[number];
  encoding: (typeof encodings)[number];
  lineEnd: (typeof lineEnds)[number];
  amounts: (typeof amountForms)[number];
  sign: (typeof signPlaces)[number];
}>;

export const plainForm: FecForm = {
  separator: '\t',
  encoding: 'utf-8',
  lineEnd: '\r\n',
  amounts: 'Debit and Credit',
  sign: 'before',
};

export const allForms: readonly FecForm[] = separators.flatMap((separator) =>
  encodings.flatMap((encoding) =>
    lineEnds.flatMap((lineEnd) =>
      amountForms.flatMap((amounts) =>
        signPlaces.map((sign): FecForm => ({ separator, encoding, lineEnd, amounts, sign })),
      ),
    ),
  ),
);

const lawfulStart =
  'JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib PieceRef PieceDate EcritureLib'.split(
    ' ',
  );
const lawfulEnd = 'EcritureLet DateLet ValidDate Montantdevise Idevise'.split(' ');

export const heading = (amounts: FecForm['amounts'] = 'Debit and Credit'): readonly string[] => [
  ...lawfulStart,
  ...(amounts === 'Debit and Credit' ? ['Debit', 'Credit'] : ['Montant', 'Sens']),
  ...lawfulEnd,
];

/** `-12,34` or `12,34-`. */
function decimal(cents: number, sign: FecForm['sign']): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const amount = `${digits.slice(0, -2)},${digits.slice(-2)}`;
  return cents >= 0 ? amount : sign === 'before' ? `-${amount}` : `${amount}-`;
}

function amountsOf({ debit = 0, credit = 0 }: FecTextLine, { amounts, sign }: FecForm): readonly [string, string] {
  if (amounts === 'Debit and Credit') return [decimal(debit, sign), decimal(credit, sign)];
  const [forDebit, forCredit] = amounts === 'Sens D and C' ? ['D', 'C'] : ['+1', '-1'];
  return credit === 0 ? [decimal(debit, sign), forDebit] : [decimal(credit, sign), forCredit];
}

function valuesOf(line: FecTextLine, form: FecForm): readonly string[] {
  const entryDate = line.entryDate ?? '20260105';
  return [
    line.journal ?? 'VE',
    line.journalName ?? 'Ventes',
    line.entry ?? '1',
    entryDate,
    line.account ?? '411000',
    'Clients',
    line.customer ?? 'C1',
    line.customerName ?? "Société Générale d'Œuvres",
    line.piece ?? 'FA1',
    line.pieceDate ?? entryDate,
    line.text ?? 'Facture',
    ...amountsOf(line, form),
    line.letter ?? '',
    line.letter === undefined ? '' : entryDate,
    entryDate,
    line.foreign ?? '',
    line.currency ?? '',
    ...(line.more ?? []),
  ];
}

// The characters of ISO 8859-15 that latin1 has elsewhere or not at all.
const latin9: Readonly<Record<string, number>> = { '€': 0xa4, Œ: 0xbc, œ: 0xbd, Ÿ: 0xbe };

function encoded(text: string, encoding: FecForm['encoding']): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-8 with a mark') return Buffer.from(`\uFEFF${text}`);
  return Uint8Array.from(text, (character) => latin9[character] ?? character.charCodeAt(0));
}

/** The bytes of a FEC; `columns` stand behind the eighteenth. */
export function fecBytes(
  lines: readonly FecTextLine[],
  form: FecForm = plainForm,
  columns: readonly string[] = [],
): Uint8Array {
  const rows = [[...heading(form.amounts), ...columns], ...lines.map((line) => valuesOf(line, form))];
  return encoded(rows.map((row) => row.join(form.separator) + form.lineEnd).join(''), form.encoding);
}
