/** What matching found, in the forms of {@link file://./../../domain/match.ts}: proposals, evidence, certificate. */
import { Type, type Static } from 'typebox';
import {
  amountClasses,
  combinationMethods,
  payerLevels,
  referenceLevels,
  reviewReasons,
  selections,
  structures,
  type Evidence,
  type MatchCertificate,
  type Proposal,
  type ReviewReason,
} from '../../domain/match.ts';
import {
  countSchema,
  decimalSchema,
  nullableObject,
  nullableText,
  nullableUuid,
  oneOf,
  shared,
  strictObject,
  uuidSchema,
} from './shared.ts';

const meanings: Readonly<Record<ReviewReason, string>> = {
  outgoing_payment: 'money out is not applied to what customers owe',
  returned_payment: 'the payment came back, or takes one back',
  batch_without_details: 'the bank gave several payments as one sum, or a detail that contradicts its entry',
  refund_wording: 'the text speaks of money given back',
  not_a_receivable: 'its kind or its words say that it pays no invoice',
  no_reference_found: 'nothing in the payment leads to an open item',
  reference_already_paid: 'the item that it names is closed',
  payer_is_other_customer: 'the payer is known, and is not the customer of the items',
  disputed_item: 'an item is in dispute, and the payment does not name it by its whole number or structured reference',
  several_explanations: 'more than one set of items explains the payment, or equal payments want one item',
  repeated_payment: 'the customer paid the same amount a few days before',
  amount_differs: 'the amount is not that of the items, and the difference has no name',
  not_certain: 'an explanation fits, but no rule is certain of it',
  not_bookable: 'the ledger does not book the difference by itself',
  item_taken_by_other_payment: 'another payment has the better claim to an item',
  item_changed_meanwhile: 'an item changed between the decision and its application',
  discount_late: 'the discount was deducted after its last day',
  vat_unknown: 'the document of a discount does not say its VAT',
  over_limit: 'the difference is above what the ledger lets off without a second person',
  taken_back: 'a person took back what was applied',
};

const reasonWords = Object.entries(meanings).map(([reason, meaning]) => `\`${reason}\`: ${meaning}`);

export const reviewReasonSchema = oneOf(reviewReasons, { description: `${reasonWords.join('; ')}.` });
export const nullableReviewReason = Type.Unsafe<ReviewReason | null>({
  type: ['string', 'null'],
  enum: [...reviewReasons, null],
});

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
      kind: is('item_named'),
      openItemId: uuidSchema,
      level: oneOf(referenceLevels),
      found: foundAtSchema,
    }),
    strictObject({ kind: is('item_added'), openItemId: uuidSchema }),
    strictObject({ kind: is('items_structured'), structure: oneOf(structures) }),
    strictObject({
      kind: is('items_combined'),
      method: oneOf(combinationMethods),
      count: countSchema,
      isComplete: Type.Boolean(),
      itemCount: countSchema,
    }),
    strictObject({
      kind: is('items_collected'),
      basis: oneOf(['reference', 'sum_and_count']),
      itemCount: countSchema,
    }),
    strictObject({ kind: is('equal_amounts_outside'), itemCount: countSchema }),
    strictObject({
      kind: is('payer'),
      level: oneOf(payerLevels),
      by: Type.Unsafe<'iban' | 'name' | 'text' | null>({
        type: ['string', 'null'],
        enum: ['iban', 'name', 'text', null],
      }),
      value: nullableText,
      customerId: nullableUuid,
    }),
    strictObject({ kind: is('amount_equal'), amount: decimalSchema }),
    strictObject({ kind: is('amount_differs'), by: decimalSchema }),
    strictObject({
      kind: is('amount_exchanged'),
      amount: decimalSchema,
      itemAmount: decimalSchema,
      itemCurrency: Type.String(),
      basis: oneOf(['instructed', 'day_rate']),
      rate: decimalSchema,
    }),
  ],
  { $id: 'Evidence', description: 'One sentence about the items, the payer or the amount of a proposal.' },
);

export const writeOffSchema = strictObject({
  kind: oneOf(['discount', 'rounding', 'fee', 'exchange']),
  amount: decimalSchema,
  currency: Type.String(),
});

export const proposalSchema = strictObject(
  {
    selection: oneOf(selections, { description: 'Why these items and no others.' }),
    reference: oneOf(referenceLevels, { description: 'How the item named least certainly is named.' }),
    amountClass: oneOf(amountClasses, { description: 'How the payment stands to what is left of the items.' }),
    payer: oneOf(payerLevels, { description: 'How the payer stands to the customer of the items.' }),
    rivals: Type.Integer({ minimum: 0, description: 'Other sets that explain the payment as well.' }),
    notes: Type.Array(Type.String()),
    cell: Type.String({
      description: 'The kind of evidence, in words.',
      examples: ['named full exact iban'],
    }),
    points: Type.Integer({ description: 'Order suggestions; no probability.' }),
    customerId: nullableUuid,
    currency: Type.String({ description: 'Of the lines.' }),
    lines: Type.Array(
      strictObject({
        openItemId: uuidSchema,
        documentNumber: Type.String(),
        kind: oneOf(['invoice', 'credit_note', 'down_payment']),
        residual: decimalSchema,
        cleared: decimalSchema,
      }),
    ),
    writeOff: nullableObject(writeOffSchema),
    unapplied: decimalSchema,
    evidence: Type.Array(shared(evidenceSchema)),
  },
  {
    $id: 'Proposal',
    description:
      'A suggestion; it changes nothing. Payment = lines, credit notes deducted, less what is written off, and what is left over.',
  },
);

export const searchedSchema = strictObject({ referenceCount: countSchema, openItemCount: countSchema });

export const certificateSchema = strictObject(
  {
    form: Type.Literal('lettrage.certificate/2'),
    engine: Type.String(),
    paymentId: uuidSchema,
    paymentAmount: decimalSchema,
    currency: Type.String(),
    action: oneOf(['apply', 'review']),
    reason: nullableReviewReason,
    rule: nullableText,
    chosen: nullableObject(shared(proposalSchema)),
    alternatives: Type.Array(shared(proposalSchema)),
    gates: Type.Array(strictObject({ gate: reviewReasonSchema, passed: Type.Boolean() })),
    searched: searchedSchema,
  },
  { $id: 'MatchCertificate', description: 'Why a payment was applied by itself, or what is missing.' },
);

/** A plain copy, in the form that goes out. That it compiles is the proof that the schema covers what matching makes. */
export const toProposal = ({ lines, notes, evidence, ...proposal }: Proposal): Static<typeof proposalSchema> => ({
  ...proposal,
  notes: [...notes],
  lines: [...lines],
  evidence: [...evidence],
});

export const toCertificate = (certificate: MatchCertificate): Static<typeof certificateSchema> => ({
  ...certificate,
  chosen: certificate.chosen === null ? null : toProposal(certificate.chosen),
  alternatives: certificate.alternatives.map(toProposal),
  gates: [...certificate.gates],
});
