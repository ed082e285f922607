/** Records of the API that several pages show. */
import type { components } from '../../src/client/client.ts';

type Schemas = components['schemas'];
export type QueuedPayment = Schemas['QueuedPayment'];
export type Payment = Schemas['Payment'];
export type Suggestion = Schemas['Suggestion'];
export type StandingProposal = Schemas['StandingProposal'];
export type Proposal = Schemas['Proposal'];
export type Evidence = Schemas['Evidence'];
export type NightReport = Schemas['NightReport'];
export type MatchProgress = Schemas['MatchProgress'];
export type MatchRun = Schemas['MatchRun'];
export type AgedRow = Schemas['AgedRow'];
export type AgedTotal = Schemas['AgedTotal'];
export type SalesOutstanding = Schemas['SalesOutstanding'];
export type MatchingRates = Schemas['MatchingRates'];
export type UnappliedCash = Schemas['UnappliedCash'];
export type DisputeSynthesis = Schemas['DisputeSynthesis'];
export type DisputeHistory = Schemas['DisputeHistory'];
export type CustomerSummary = Schemas['CustomerSummary'];
export type CustomerDetails = Schemas['CustomerDetails'];
export type AccountItem = Schemas['AccountItem'];
export type LetteringGroup = Schemas['LetteringGroup'];
export type ReviewCounts = Schemas['ReviewCounts'];
export type Approval = Schemas['Approval'];
export type Dispute = Schemas['Dispute'];
export type DisputeReason = Schemas['DisputeReason'];
export type FileSetAside = Schemas['FileSetAside'];
export type Finding = Schemas['Finding'];
export type OpenItem = Schemas['OpenItem'];
export type PaymentPart = Schemas['PaymentPart'];
export type PaymentClaim = Schemas['PaymentClaim'];
export type PaymentAssignment = Schemas['PaymentAssignment'];
export type BulkCandidate = Schemas['BulkCandidate'];
export type BulkPreview = Schemas['BulkPreview'];
export type BulkResult = Schemas['BulkResult'];
/** As a person recognizes a customer. */
export type ChosenCustomer = Readonly<{ id: string; code: string; name: string }>;
