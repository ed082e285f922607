/**
 * How much of anything a statement file may hold. A file that goes beyond is refused with a code, not read until
 * memory ends. The largest real batch seen has 500 details and about 9,000 elements.
 */
export type IngestLimits = Readonly<{
  /** Bytes looked at before the format is decided. */
  sniffBytes: number;
  xmlDepth: number;
  /** Characters of one text, comment or tag. */
  xmlTextChars: number;
  xmlAttributeChars: number;
  xmlAttributesPerElement: number;
  /** Elements of a whole OFX file. Those of a camt file are bounded by its bytes alone. */
  xmlElements: number;
  /** Elements of one `Ntry`: this is what stands in memory at once. */
  xmlElementsPerEntry: number;
  /** Fixed-length records of one entry: its details stand in memory at once. */
  recordsPerEntry: number;
  /** Characters of one MT940 line, and of one field with all its lines. */
  fieldChars: number;
  /** More warnings of one statement are counted, not kept. */
  findingsPerStatement: number;
}>;

export const ingestLimits: IngestLimits = {
  sniffBytes: 16_384,
  xmlDepth: 64,
  xmlTextChars: 65_536,
  xmlAttributeChars: 1_024,
  xmlAttributesPerElement: 256,
  xmlElements: 100_000_000,
  xmlElementsPerEntry: 1_000_000,
  recordsPerEntry: 200_000,
  fieldChars: 65_536,
  findingsPerStatement: 100,
};
