/** What is suggested for one payment, in full. */
import { Type, type Static } from 'typebox';
import type { PaymentProposals, ProposedItem, StandingProposal } from '../../ledger/queries/proposals.ts';
import {
  certificateSchema,
  proposalSchema,
  reviewReasonSchema,
  searchedSchema,
  toCertificate,
  toProposal,
} from './match.ts';
import { paymentSchema, toPayment } from './payment.ts';
import {
  amountSchema,
  countSchema,
  dayText,
  instantText,
  nullableObject,
  shared,
  strictObject,
  textSchema,
  toAmount,
  uuidSchema,
} from './shared.ts';

const runSchema = strictObject({ id: uuidSchema, runNumber: countSchema, decidedAt: instantText });

const itemSchema = strictObject({
  id: uuidSchema,
  residual: shared(amountSchema),
  disputed: shared(amountSchema),
  issueDate: dayText,
  dueDate: dayText,
});

const standingProposalSchema = strictObject(
  {
    index: Type.Integer({ minimum: 0, description: 'Its place: 0 is the best, the next is the runner-up.' }),
    isStanding: Type.Boolean({ description: 'Payment and items are as it saw them: else accepting it is refused.' }),
    customer: nullableObject(strictObject({ id: uuidSchema, code: textSchema, name: textSchema })),
    arithmetic: strictObject(
      {
        paid: shared(amountSchema),
        debits: shared(amountSchema),
        credits: shared(amountSchema),
        writtenOff: shared(amountSchema),
        leftOver: shared(amountSchema),
      },
      {
        description:
          'paid = debits − credits − writtenOff + leftOver; for items in another currency the rate stands between them.',
      },
    ),
    items: Type.Array(itemSchema, { description: 'The items of its lines as they stand now.' }),
    proposal: shared(proposalSchema),
  },
  { $id: 'StandingProposal', description: 'A suggestion, its arithmetic, and the books as they stand now.' },
);

export const paymentProposalsSchema = strictObject(
  {
    payment: shared(paymentSchema),
    run: nullableObject(runSchema),
    failedGates: Type.Array(reviewReasonSchema),
    searched: nullableObject(searchedSchema),
    proposals: Type.Array(shared(standingProposalSchema), {
      description:
        'Best first. `found` in their evidence counts lines of `payment.remittance` and their characters from 0; ' +
        '`rivals` is how many other sets of items explain the payment as well.',
    }),
  },
  { $id: 'PaymentProposals', description: 'What the engine suggests for a payment, and on what grounds.' },
);

export const decidedCertificateSchema = strictObject(
  { run: runSchema, certificate: shared(certificateSchema) },
  { $id: 'DecidedCertificate', description: 'The certificate of the decision that stands, and the run that made it.' },
);

export const proposalSchemas = [standingProposalSchema, paymentProposalsSchema, decidedCertificateSchema];

type Decided = NonNullable<PaymentProposals['decided']>;
const toRun = ({ decidedAt, ...run }: Decided['run']) => ({ ...run, decidedAt: decidedAt.toISOString() });

const toItem = ({ residual, disputed, ...item }: ProposedItem): Static<typeof itemSchema> => ({
  ...item,
  residual: toAmount(residual),
  disputed: toAmount(disputed),
});

const toStandingProposal = ({
  arithmetic: { paid, debits, credits, writtenOff, leftOver },
  proposal,
  items,
  ...standing
}: StandingProposal): Static<typeof standingProposalSchema> => ({
  ...standing,
  arithmetic: {
    paid: toAmount(paid),
    debits: toAmount(debits),
    credits: toAmount(credits),
    writtenOff: toAmount(writtenOff),
    leftOver: toAmount(leftOver),
  },
  items: items.map(toItem),
  proposal: toProposal(proposal),
});

export const toPaymentProposals = ({
  payment,
  decided,
  proposals,
}: PaymentProposals): Static<typeof paymentProposalsSchema> => ({
  payment: toPayment(payment),
  run: decided === null ? null : toRun(decided.run),
  failedGates: (decided?.certificate.gates ?? []).filter(({ passed }) => !passed).map(({ gate }) => gate),
  searched: decided?.certificate.searched ?? null,
  proposals: proposals.map(toStandingProposal),
});

export const toDecidedCertificate = ({ run, certificate }: Decided): Static<typeof decidedCertificateSchema> => ({
  run: toRun(run),
  certificate: toCertificate(certificate),
});
