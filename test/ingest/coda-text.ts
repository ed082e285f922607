/** Writes CODA from what it is to say: flags and totals are counted here, from the model and not from the text. */
import { dayMonthYear, placed } from './fixed-text.ts';

export type CodaMovement = Readonly<{
  /** In thousandths; negative is money out. */
  thousandths: bigint;
  /** Eight digits: type, family, transaction, category. */
  code?: string;
  reference?: string;
  date?: string;
  valueDate?: string;
  /** Up to 149 characters, cut into the zones of 2.1, 2.2 and 2.3. */
  words?: string;
  /** Type and content of a structured communication, in the place of words. */
  structured?: string;
  customerReference?: string;
  returnType?: string;
  returnReason?: string;
  purposes?: string;
  counterpartyAccount?: string;
  counterpartyName?: string;
  /** Free information, or with its three digits before it a structured one. */
  information?: readonly Readonly<{ text: string; isStructured?: boolean }>[];
  details?: readonly CodaMovement[];
}>;

export type CodaStatement = Readonly<{
  structure?: string;
  /** The 37 characters of account and currency. */
  account?: string;
  closingAccount?: string;
  opening?: bigint;
  closing?: bigint;
  openingDate?: string;
  closingDate?: string;
  /** Null on a day without movement. */
  hasClosing?: boolean;
  movements?: readonly CodaMovement[];
  messages?: readonly string[];
  duplicate?: string;
  fileReference?: string;
  application?: string;
  version?: string;
  sequence?: string;
  /** Of the trailer: 1 when another statement follows. */
  more?: string;
  recordCount?: number;
}>;

const unsigned = (value: bigint, width: number): string => String(value < 0n ? -value : value).padStart(width, '0');
const sign = (value: bigint): string => (value < 0n ? '1' : '0');

/** A Belgian IBAN and its currency, as structure 2 has them. */
export const belgianAccount = (iban: string, currency = 'EUR'): string => iban.padEnd(34) + currency;

export function codaRecords(statement: CodaStatement): readonly string[] {
  const { structure = '2', account = belgianAccount('BE68539007547034'), opening = 0n, movements = [] } = statement;
  const { openingDate = '2026-03-01', closingDate = '2026-03-02', sequence = '042', messages = [] } = statement;
  const sum = movements.reduce((total, { thousandths }) => total + thousandths, 0n);
  const closing = statement.closing ?? opening + sum;
  const header = placed(128, [
    [1, `00000${dayMonthYear(closingDate)}30005${statement.duplicate ?? ' '}`],
    [25, statement.fileReference ?? 'FILE4711'],
    [35, 'ATELIER DUPONT SA'],
    [61, 'GEBABEBB'],
    [72, '00403170701'],
    [84, statement.application ?? '00000'],
    [128, statement.version ?? '2'],
  ]);
  const first = placed(128, [
    [1, `1${structure}${sequence}${account}`],
    [43, sign(opening) + unsigned(opening, 15) + dayMonthYear(openingDate)],
    [65, 'ATELIER DUPONT SA'],
    [91, 'ZICHTREKENING'],
    [126, sequence],
  ]);
  const last = placed(128, [
    [1, `8${sequence}${statement.closingAccount ?? account}`],
    [42, sign(closing) + unsigned(closing, 15) + dayMonthYear(closingDate)],
    [128, messages.length > 0 ? '1' : '0'],
  ]);
  const body = [first, ...movements.flatMap(movementRecords), ...(statement.hasClosing === false ? [] : [last])];
  const total = (isCounted: (value: bigint) => boolean): string =>
    unsigned(
      movements.reduce((all, { thousandths }) => (isCounted(thousandths) ? all + thousandths : all), 0n),
      15,
    );
  return [
    header,
    ...body,
    ...messages.map((text, index) =>
      placed(128, [
        [1, `4 ${String(index + 1).padStart(4, '0')}0000`],
        [33, text],
        [128, index + 1 < messages.length ? '1' : '0'],
      ]),
    ),
    placed(128, [
      [1, '9'],
      [17, String(statement.recordCount ?? body.length).padStart(6, '0')],
      [23, total((value) => value < 0n) + total((value) => value >= 0n)],
      [128, statement.more ?? '2'],
    ]),
  ];
}

/** All but the last announce another one. */
export const codaText = (statements: readonly CodaStatement[], lineEnd = '\n'): string =>
  statements
    .flatMap((statement, index) => codaRecords({ more: index + 1 < statements.length ? '1' : '2', ...statement }))
    .map((record) => record + lineEnd)
    .join('');

function movementRecords(movement: CodaMovement, index: number): readonly string[] {
  const sequence = String((index + 1) % 10_000).padStart(4, '0');
  // Details and information count on together.
  let detail = -1;
  const nextKey = (): string => sequence + String(++detail % 10_000).padStart(4, '0');
  const all = [movement, ...(movement.details ?? [])];
  return all.flatMap((one, place) => oneMovement(one, nextKey, place === 0 && all.length > 1));
}

function oneMovement(movement: CodaMovement, nextKey: () => string, isGlobal: boolean): readonly string[] {
  const { structured, information = [], date = '2026-03-02', valueDate = date } = movement;
  const said = (structured ?? movement.words ?? '').padEnd(149);
  const key = nextKey();
  const third =
    movement.counterpartyAccount !== undefined ||
    movement.counterpartyName !== undefined ||
    said.slice(106).trim() !== '';
  const references = [movement.customerReference, movement.returnType, movement.returnReason, movement.purposes];
  const second = third || references.some((one) => one !== undefined) || said.slice(53, 106).trim() !== '';
  const link = information.length > 0 ? '1' : '0';
  const records = [
    placed(128, [
      [1, `21${key}${(movement.reference ?? 'BANKREF').padEnd(21)}`],
      [32, sign(movement.thousandths) + unsigned(movement.thousandths, 15)],
      [48, valueDate === '' ? '000000' : dayMonthYear(valueDate)],
      [54, (movement.code ?? '00150000') + (structured === undefined ? '0' : '1') + said.slice(0, 53)],
      [116, `${dayMonthYear(date)}042${isGlobal ? '1' : '0'}${second ? '1' : '0'}`],
      [128, second ? '0' : link],
    ]),
  ];
  if (second) {
    records.push(
      placed(128, [
        [1, `22${key}${said.slice(53, 106)}`],
        [64, movement.customerReference ?? ''],
        [99, 'BBRUBEBB'],
        [113, movement.returnType ?? ''],
        [114, movement.returnReason ?? ''],
        [118, movement.purposes ?? ''],
        [126, third ? '1' : '0'],
        [128, third ? '0' : link],
      ]),
    );
  }
  if (third) {
    records.push(
      placed(128, [
        [1, `23${key}${(movement.counterpartyAccount ?? '').padEnd(37)}${movement.counterpartyName ?? ''}`],
        [83, said.slice(106)],
        [126, '0'],
        [128, link],
      ]),
    );
  }
  information.forEach(({ text, isStructured = false }, index) => {
    const own = nextKey();
    const padded = text.padEnd(268);
    const parts = [padded.slice(0, 73), padded.slice(73, 178), padded.slice(178)];
    const count = parts.findLastIndex((part) => part.trim() !== '') + 1;
    const isLast = index + 1 === information.length;
    parts.slice(0, Math.max(count, 1)).forEach((part, place) => {
      const begin = place === 0 ? `${'BANKREF'.padEnd(21)}00150000${isStructured ? '1' : '0'}${part}` : part;
      records.push(
        placed(128, [
          [1, `3${place + 1}${own}${begin}`],
          [126, place + 1 < count ? '1' : '0'],
          [128, place + 1 >= count && !isLast ? '1' : '0'],
        ]),
      );
    });
  });
  return records;
}
