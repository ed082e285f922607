/** Answers about runs that are over: a night again, and another setting tried on confirmed nights. */
import { Type, type Static } from 'typebox';
import { parseCurrency } from '../../domain/currency.ts';
import type { BackTestAsked, BackTested } from '../../workers/jobs/back-test.ts';
import type { Replay } from '../../workers/jobs/replay-run.ts';
import { ruleNames } from '../../workers/matching-policy.ts';
import { countSchema, nullableObject, nullableText, oneOf, strictObject, textSchema, uuidSchema } from './shared.ts';

const decisionSeenSchema = strictObject({
  action: oneOf(['apply', 'review']),
  reason: nullableText,
  rule: nullableText,
  documents: Type.Array(textSchema),
});

export const replaySchema = strictObject(
  {
    matchRunId: uuidSchema,
    runNumber: countSchema,
    engineThen: textSchema,
    engineNow: Type.String({ description: 'Another engine than then may well decide otherwise.' }),
    paymentCount: countSchema,
    hasSameInputs: Type.Boolean({ description: 'The inputs found again have the SHA-256 that the run noted.' }),
    isIdentical: Type.Boolean({ description: 'Same inputs, and every decision the same to the byte.' }),
    identicalCount: countSchema,
    differenceCount: countSchema,
    differences: Type.Array(
      strictObject({
        paymentId: uuidSchema,
        recorded: nullableObject(decisionSeenSchema),
        replayed: nullableObject(decisionSeenSchema),
        differsIn: Type.Array(textSchema, {
          description: 'Fields of the certificate, and `unapplied`, `round` and `lines` of the decision.',
        }),
      }),
      { description: 'The first 100, by payment.' },
    ),
  },
  { $id: 'Replay', description: 'A run decided again on the books as they were, compared with what it decided.' },
);

export const toReplay = ({ differences, ...replay }: Replay): Static<typeof replaySchema> => ({
  ...replay,
  differences: differences.map(({ recorded, replayed, differsIn, ...rest }) => ({
    ...rest,
    recorded: recorded === null ? null : { ...recorded, documents: [...recorded.documents] },
    replayed: replayed === null ? null : { ...replayed, documents: [...replayed.documents] },
    differsIn: [...differsIn],
  })),
});

const budgetSchema = strictObject({
  wrong: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  of: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
});

export const backTestAskedSchema = strictObject({
  currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$', default: 'EUR' })),
  runCount: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 1_000, default: 10, description: 'The latest runs, this many at most.' }),
  ),
  withoutRules: Type.Optional(
    Type.Array(oneOf(ruleNames), { uniqueItems: true, description: 'Rules of the ladder to switch off.' }),
  ),
  budget: Type.Optional(nullableObject(budgetSchema)),
});

/** Null: the currency is none of ISO 4217. */
export function toBackTestAsked({
  currency = 'EUR',
  runCount = 10,
  withoutRules = [],
  budget = null,
}: Static<typeof backTestAskedSchema>): BackTestAsked | null {
  const parsed = parseCurrency(currency);
  return parsed.ok ? { currency: parsed.value, runCount, withoutRules, budget } : null;
}

const appliedSchema = strictObject({
  applied: countSchema,
  right: countSchema,
  wrong: countSchema,
  unconfirmed: Type.Integer({ minimum: 0, description: 'Of those applied: nobody has applied them in the end.' }),
});
const nullableOutcome = Type.Unsafe<'right' | 'wrong' | 'unconfirmed' | null>({
  type: ['string', 'null'],
  enum: ['right', 'wrong', 'unconfirmed', null],
});

export const backTestSchema = strictObject(
  {
    runNumbers: Type.Array(countSchema),
    paymentCount: countSchema,
    calibration: nullableObject(
      strictObject({
        mode: oneOf(['off', 'shadow', 'on'], { description: '`shadow`: too little was confirmed before these runs.' }),
        confirmedCount: countSchema,
      }),
    ),
    before: appliedSchema,
    after: appliedSchema,
    caseCount: countSchema,
    cases: Type.Array(
      strictObject({
        paymentId: uuidSchema,
        runNumber: countSchema,
        before: nullableOutcome,
        after: nullableOutcome,
        rule: nullableText,
        reason: nullableText,
        cell: nullableText,
        documents: Type.Array(textSchema),
      }),
      { description: 'Payments on which the setting makes a difference, or that it would apply wrongly: these first.' },
    ),
  },
  { $id: 'BackTest', description: 'What another setting would have applied in nights that are over.' },
);

export const toBackTest = ({ runNumbers, cases, ...tested }: BackTested): Static<typeof backTestSchema> => ({
  ...tested,
  runNumbers: [...runNumbers],
  cases: cases.map(({ documents, ...one }) => ({ ...one, documents: [...documents] })),
});
