/**
 * The forms that return everywhere: amounts, days, ids, pages. A schema with an `$id` becomes one entry of
 * `components.schemas` in the OpenAPI document, and {@link shared} refers to it.
 */
import { Type, type Static, type TSchema, type TUnsafe } from 'typebox';
import type { FileSha256, MatchRunId, OpenItemId, PaymentId } from '../../domain/ids.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { formatDecimal, type Money } from '../../domain/money.ts';
import type { Page } from '../../ledger/queries/page.ts';

/** An object with these properties and no others. */
export const strictObject = <const Properties extends Record<string, TSchema>>(
  properties: Properties,
  options: { $id?: string; description?: string; examples?: readonly object[] } = {},
) => Type.Object(properties, { additionalProperties: false, ...options });

/** A reference to a schema that the server registers under its `$id`. */
export const shared = <Schema extends TSchema & { $id?: string }>(schema: Schema): TUnsafe<Static<Schema>> =>
  Type.Unsafe<Static<Schema>>({ $ref: `${schema.$id ?? ''}#` });

/** For plain types; `null` is said in `type`, which serializes faster than a choice of two schemas. */
export const nullable = <Schema extends TSchema & { type: string }>(schema: Schema) =>
  Type.Unsafe<Static<Schema> | null>({ ...schema, type: [schema.type, 'null'] });

export const nullableObject = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

/** One of these words. */
export const oneOf = <const Word extends string>(words: readonly Word[], options: { description?: string } = {}) =>
  Type.Unsafe<Word>({ type: 'string', enum: words, ...options });

export const textSchema = Type.String();
export const countSchema = Type.Integer({ minimum: 0 });
export const nullableText = nullable(textSchema);

// A NUL is no text to PostgreSQL; other control characters are nobody's code or file name.
const printable = '^[^\\u0000-\\u001F\\u007F]+$';
export const nameSchema = Type.String({ pattern: printable, maxLength: 255 });
/** No path is made of it, and nobody shall be shown one: neither slashes nor the names of folders. */
export const fileNameSchema = Type.String({
  pattern: '^(?!\\.{1,2}$)[^\\u0000-\\u001F\\u007F/\\\\]+$',
  maxLength: 255,
  description: 'The name under which the file came; its identity is the SHA-256 of its bytes.',
});

const uuid = { type: 'string', format: 'uuid' };
export const uuidSchema = Type.Unsafe<string>(uuid);
export const nullableUuid = Type.Unsafe<string | null>({ ...uuid, type: ['string', 'null'] });

// Not `format`: that lets through forms that PostgreSQL reads otherwise, or not at all.
export const exampleId = '0b1c2d3e-4f50-8a61-8b72-93a4b5c6d7e8';
const id = {
  type: 'string',
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
  examples: [exampleId],
};
export const recordIdSchema = Type.Unsafe<string>(id);
export const paymentIdSchema = Type.Unsafe<PaymentId>(id);
export const openItemIdSchema = Type.Unsafe<OpenItemId>(id);
export const matchRunIdSchema = Type.Unsafe<MatchRunId>(id);
export const sha256Schema = Type.Unsafe<FileSha256>({
  type: 'string',
  pattern: '^[0-9a-f]{64}$',
  description: "SHA-256 of the file's bytes: its identity, whatever its name.",
});

const day = { type: 'string', format: 'date', examples: ['2026-03-31'] };
/** The years that {@link file://./../../domain/local-date.ts} knows. */
export const daySchema = Type.Unsafe<LocalDate>({ ...day, pattern: '^(19|20|21)' });
export const dayText = Type.Unsafe<string>(day);
export const nullableDayText = Type.Unsafe<string | null>({ ...day, type: ['string', 'null'] });
export const instantText = Type.Unsafe<string>({ type: 'string', format: 'date-time' });
export const nullableInstant = Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' });

export const sideSchema = oneOf(['credit', 'debit'], {
  description:
    'Of a payment: `credit` is money in. Of an open item: an invoice is a `debit`, a credit note a `credit`.',
});

export const decimalSchema = Type.String({ pattern: '^-?\\d+(\\.\\d+)?$', examples: ['120.50'] });
export const amountSchema = strictObject(
  { value: decimalSchema, currency: Type.String({ pattern: '^[A-Z]{3}$', examples: ['EUR'] }) },
  { $id: 'Amount', description: 'An exact amount: a decimal string with all digits of its ISO 4217 currency.' },
);
export const toAmount = (money: Money): Static<typeof amountSchema> => ({
  value: formatDecimal(money),
  currency: money.currency,
});

/** The ledger of a route, by its code. */
export const ledgerCodeSchema = Type.String({ pattern: printable, maxLength: 100, examples: ['FR01'] });
export const ledgerParams = strictObject({ ledger: ledgerCodeSchema });
export const paymentParams = strictObject({ ledger: ledgerCodeSchema, paymentId: paymentIdSchema });

const defaultLimit = 50;

/** Query parameters of every list; `after` is the `next` of the page before. */
export const pageParameters = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: defaultLimit })),
  after: Type.Optional(Type.String({ minLength: 1, maxLength: 300, description: '`next` of the page before.' })),
};
export const pageRequest = ({ limit = defaultLimit, after }: { limit?: number; after?: string }) => ({ limit, after });

export const pageSchema = <Item extends TSchema>(item: Item, description: string) =>
  strictObject(
    { items: Type.Array(item), next: nullable(Type.String({ description: 'Null on the last page.' })) },
    { description },
  );

export const toPage = <Row, Item>({ items, next }: Page<Row>, toItem: (row: Row) => Item) => ({
  items: items.map(toItem),
  next,
});
