/**
 * What a row of each file has to look like, checked when it is read: a benchmark over data that is silently not what
 * it seems measures nothing. The static types of these schemas have to fit those of `types.ts`; the compiler sees to it.
 */
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';

/** JSON numbers above 2^53 were rounded on the way in: an amount that large is refused. */
const integer = Type.Integer({ minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER });
const count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const text = Type.String();
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const currency = Type.String({ pattern: '^[A-Z]{3}$' });
const rate = Type.Number({ exclusiveMinimum: 0 });

const itemFields = {
  id: count,
  company: count,
  customer: count,
  kind: Type.Enum(['inv', 'cn', 'dp']),
  number: text,
  sref: text,
  po: text,
  issued: day,
  due: day,
  amount: integer,
  ccy: currency,
  disc: Type.Union([Type.Null(), Type.Object({ pct: Type.Number(), until: day })]),
};

const cleared = Type.Object({ item: count, cleared: integer });
const suggestion = Type.Object({ customer: Type.Union([Type.Null(), count]), alloc: Type.Array(cleared) });
const action = Type.Enum(['auto', 'review', 'none']);

export const rowSchemas = {
  companies: Compile(Type.Object({ id: count, country: text })),
  customers: Compile(
    Type.Object({
      id: count,
      company: count,
      code: text,
      name: text,
      ibans: Type.Array(text),
      terms: count,
      disc: Type.Union([Type.Null(), Type.Object({ pct: Type.Number(), days: count })]),
      ccy: currency,
    }),
  ),
  items: Compile(Type.Object(itemFields)),
  closed: Compile(Type.Object({ ...itemFields, paid: day })),
  batches: Compile(Type.Object({ id: text, company: count, date: day, items: Type.Array(count), total: integer })),
  history: Compile(Type.Object({ company: count, customer: count, name: text, iban: text, date: day })),
  lines: Compile(
    Type.Object({
      id: count,
      company: count,
      day: count,
      date: day,
      amount: integer,
      ccy: currency,
      name: text,
      iban: text,
      text,
      sref: text,
      e2e: text,
      code: text,
      batchId: text,
      instd: Type.Union([Type.Null(), Type.Object({ amount: integer, ccy: currency, rate })]),
    }),
  ),
  truth: Compile(
    Type.Object({
      line: count,
      scenario: text,
      expect: action,
      type: text,
      customer: Type.Union([Type.Null(), count]),
      alloc: Type.Array(
        Type.Object({
          item: count,
          cleared: integer,
          cash: Type.Optional(integer),
          over: Type.Optional(integer),
          ccy: Type.Optional(currency),
          writeOff: Type.Optional(Type.Object({ kind: text, amount: integer })),
        }),
      ),
    }),
  ),
  rates: Compile(Type.Record(currency, rate)),
  meta: Compile(
    Type.Object({
      seed: integer,
      profile: text,
      items: count,
      closed: count,
      customers: count,
      lines: count,
      days: count,
      maxOpenPerCustomer: count,
      receivable: count,
      mix: Type.Record(text, count),
    }),
  ),
  decisions: Compile(
    Type.Object({
      line: count,
      action,
      customer: Type.Union([Type.Null(), count]),
      alloc: Type.Array(cleared),
      suggestions: Type.Array(suggestion, { maxItems: 3 }),
      reason: text,
      confidence: Type.Optional(Type.Number()),
    }),
  ),
};
