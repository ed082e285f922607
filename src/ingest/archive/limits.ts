/** How much an archive may hold. A month of statements of a large company is a few megabytes, and packs 10 to 30 times. */
export type ArchiveLimits = Readonly<{
  /** Bytes of the archive, and of everything in it together once unpacked. */
  packedBytes: number;
  unpackedBytes: number;
  /** Unpacked bytes of one member for each of its packed ones. */
  ratio: number;
  members: number;
}>;

/** @see OWASP ASVS 5.0, 5.2.3 */
export const archiveLimits: ArchiveLimits = {
  packedBytes: 64 * 1024 * 1024,
  unpackedBytes: 64 * 1024 * 1024,
  ratio: 100,
  members: 100,
};
