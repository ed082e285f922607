/** A limit that a command passes, in words for the second person. */
export type ApprovalReason = Readonly<{ limit: string; found: string; allowed: string }>;

/** Thrown by an executor when the author may not do this alone; the transaction rolls back and the request waits. */
export class ApprovalNeeded extends Error {
  override readonly name = 'ApprovalNeeded';
  readonly reasons: readonly ApprovalReason[];
  constructor(reasons: readonly ApprovalReason[]) {
    super('This needs a second person.');
    this.reasons = reasons;
  }
}
