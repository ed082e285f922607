/** What matching found, in the forms of {@link file://./../../domain/match.ts}: proposals, evidence, certificate. */
import { Type, type Static } from 'typebox';
import {
  reviewReasons,
  type Evidence,
  type MatchCertificate,
  type Proposal,
  type ReviewReason,
} from '../../domain/match.ts';
import { countSchema, nullable, nullableObject, oneOf, shared, strictObject, uuidSchema } from './shared.ts';

const meanings: Readonly<Record<ReviewReason, string>> = {
  outgoing_payment: 'money out is not applied to what customers owe',
  returned_payment: 'the payment came back, or takes one back',
  batch_without_details: 'the bank gave several payments as one sum, or a detail that contradicts its entry',
  refund_wording: 'the text speaks of a refund, or of a credit note of the payer',
  no_reference_found: 'nothing in the payment leads to an item, or it names a document that is not here',
  reference_already_paid: 'the item that it names is closed',
  reference_ambiguous: 'a reference may mean more than one item',
  amount_differs: 'the amount is not that of the items named',
  payer_is_other_customer: 'the payer is known, and is not the customer of the items',
  several_explanations: 'more than one set of items explains the payment',
  item_taken_by_other_payment: 'another payment has the better claim to an item',
  item_changed_meanwhile: 'an item changed between the decision and its application',
};

const reasonWords = Object.entries(meanings).map(([reason, meaning]) => `\`${reason}\`: ${meaning}`);

export const reviewReasonSchema = oneOf(reviewReasons, { description: `${reasonWords.join('; ')}.` });
export const nullableReviewReason = Type.Unsafe<ReviewReason | null>({
  type: ['string', 'null'],
  enum: [...reviewReasons, null],
});

const decimal = Type.String({ pattern: '^-?\\d+(\\.\\d+)?$', examples: ['120.50'] });
const is = <const Kind extends Evidence['kind']>(kind: Kind) => Type.Literal(kind);

const foundAtSchema = Type.Union([
  strictObject({ field: oneOf(['creditor_reference', 'end_to_end_id']) }),
  strictObject({
    field: Type.Literal('remittance'),
    line: countSchema,
    start: countSchema,
    endLine: countSchema,
    end: countSchema,
  }),
]);

export const evidenceSchema = Type.Union(
  [
    strictObject({
      kind: is('creditor_reference_equal'),
      openItemId: uuidSchema,
      reference: Type.String(),
      found: foundAtSchema,
    }),
    strictObject({
      kind: is('document_number_equal'),
      openItemId: uuidSchema,
      documentNumber: Type.String(),
      found: foundAtSchema,
    }),
    strictObject({ kind: is('amount_equal'), amount: decimal }),
    strictObject({ kind: is('amount_differs'), by: decimal }),
    strictObject({ kind: is('payer_iban_known'), customerId: uuidSchema, iban: Type.String() }),
    strictObject({ kind: is('payer_name_equal'), customerId: uuidSchema, name: Type.String() }),
    strictObject({ kind: is('payer_unknown') }),
    strictObject({ kind: is('payer_is_other_customer'), customerId: uuidSchema }),
    strictObject({ kind: is('only_item_with_amount'), openItemId: uuidSchema, openItemCount: countSchema }),
  ],
  { $id: 'Evidence', description: 'One reason for or against a proposal.' },
);

export const proposalSchema = strictObject(
  {
    strategy: Type.String({ description: 'Rule and version.', examples: ['creditor_reference/1'] }),
    customerId: uuidSchema,
    lines: Type.Array(
      strictObject({
        openItemId: uuidSchema,
        documentNumber: Type.String(),
        kind: oneOf(['invoice', 'credit_note', 'down_payment']),
        residual: decimal,
        cleared: decimal,
      }),
    ),
    evidence: Type.Array(shared(evidenceSchema)),
    confidenceBp: Type.Integer({
      minimum: 0,
      maximum: 10_000,
      description: 'Orders suggestions; the rung of the ladder of rules, not a probability.',
    }),
  },
  { $id: 'Proposal', description: "A suggestion; it changes nothing. Amounts are in the payment's currency." },
);

export const searchedSchema = strictObject({ referenceCount: countSchema, openItemCount: countSchema });

export const certificateSchema = strictObject(
  {
    form: Type.Literal('lettrage.certificate/1'),
    engine: Type.String(),
    paymentId: uuidSchema,
    paymentAmount: decimal,
    currency: Type.String(),
    action: oneOf(['apply', 'review']),
    reason: nullableReviewReason,
    chosen: nullableObject(shared(proposalSchema)),
    difference: nullable(decimal),
    alternatives: Type.Array(shared(proposalSchema)),
    gates: Type.Array(strictObject({ gate: reviewReasonSchema, passed: Type.Boolean() })),
    searched: searchedSchema,
  },
  { $id: 'MatchCertificate', description: 'Why a payment was applied by itself, or what is missing.' },
);

/** A plain copy, in the form that goes out. That it compiles is the proof that the schema covers what matching makes. */
export const toProposal = ({ lines, evidence, ...proposal }: Proposal): Static<typeof proposalSchema> => ({
  ...proposal,
  lines: [...lines],
  evidence: [...evidence],
});

export const toCertificate = (certificate: MatchCertificate): Static<typeof certificateSchema> => ({
  ...certificate,
  chosen: certificate.chosen === null ? null : toProposal(certificate.chosen),
  alternatives: certificate.alternatives.map(toProposal),
  gates: [...certificate.gates],
});
