/** The causes for which customers do not pay in time, and how a dispute ends. */

/** A: invoicing. B: delivery or service. C: administration. D: solvency. E: nobody chased it. */
export const disputeCategories = ['A', 'B', 'C', 'D', 'E'] as const;
export type DisputeCategory = (typeof disputeCategories)[number];

export const disputeResolutions = ['credit_note', 'write_off', 'payment', 'rejection'] as const;
export type DisputeResolution = (typeof disputeResolutions)[number];
