/**
 * The rungs of the ladder, in basis points. They order proposals and competing claims; they are no probabilities.
 * Only the first three are ever applied without a person, and only when every gate passed.
 */
export const confidenceBp = {
  creditorReference: 9_900,
  documentNumbersPayerAgrees: 9_800,
  documentNumbersPayerUnknown: 9_500,
  creditorReferenceAmountDiffers: 8_500,
  documentNumbersPayerIsOther: 8_300,
  namedSubset: 8_200,
  documentNumbersAmountDiffers: 8_000,
  wholeAccount: 7_200,
  onlyItemWithAmount: 7_000,
  ambiguousReference: 6_000,
  oneOfSeveralWithAmount: 5_000,
} as const;

/** Nothing below this is applied by itself. */
export const lowestAppliedBp = confidenceBp.documentNumbersPayerUnknown;
