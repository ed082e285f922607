/**
 * The connection broke while COMMIT was on its way: the work is either wholly there or wholly absent, and only the
 * database knows. Look the command up by its id before doing anything again.
 */
export class AmbiguousCommit extends Error {
  override readonly name = 'AmbiguousCommit';
}
