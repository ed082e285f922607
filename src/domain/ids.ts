/**
 * Identities. Facts have ids made from their content (see `ledger/content-id.ts`), so that the same file read twice,
 * or by another node after a crash, names the same payment.
 */
declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** One legal entity's books: first argument of every ledger function, first column of every key. */
export type LedgerId = Branded<number, 'LedgerId'>;
export type BankAccountId = Branded<string, 'BankAccountId'>;
export type StatementId = Branded<string, 'StatementId'>;
export type PaymentId = Branded<string, 'PaymentId'>;
export type CustomerId = Branded<string, 'CustomerId'>;
export type OpenItemId = Branded<string, 'OpenItemId'>;
export type MatchRunId = Branded<string, 'MatchRunId'>;
export type LetteringId = Branded<string, 'LetteringId'>;
/** SHA-256 of the bytes of a statement file, 64 lower-case hexadecimal digits: the file's identity, whatever its name. */
export type FileSha256 = Branded<string, 'FileSha256'>;
