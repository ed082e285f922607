/**
 * Everything ingest can have to say about a file: one row per code, listed in `docs/errors.md`.
 *
 * `refuse` keeps the file, or the statement, out of the books; `warn` is published and said. Codes are never renamed.
 */
import type { Finding, Severity, SourcePosition } from '../domain/statement.ts';

type FindingRow = Readonly<{ severity: Severity; says: string; next: string }>;

const refuse = (says: string, next: string): FindingRow => ({ severity: 'refuse', says, next });
const warn = (says: string, next: string): FindingRow => ({ severity: 'warn', says, next });

const askBank = 'Ask the bank for the file again; nothing of it was recorded.';
const fetchAgain = 'Fetch the file again once the bank has written it completely; nothing of it was recorded.';
const tooLarge = 'Check that this is a statement file; nothing of it was recorded.';
const forInformation = 'Nothing to do; the money is not touched by it.';

export const ingestFindings = {
  'ingest.file_unreadable': refuse('The file cannot be opened or read.', 'Check the path and the permissions.'),
  'ingest.file_empty': refuse('The file has no content.', fetchAgain),
  'ingest.archive_truncated': refuse('The end of the zip or gzip is missing.', fetchAgain),
  'ingest.archive_damaged': refuse('The zip or gzip breaks its own rules, or its checksums differ.', askBank),
  'ingest.archive_encrypted': refuse(
    'The zip is encrypted.',
    'Decrypt it before it is handed in, or have the bank send it over SFTP as it is; nothing of it was recorded.',
  ),
  'ingest.archive_nested': refuse('In the archive is another archive.', 'Unpack it once; nothing of it was recorded.'),
  'ingest.archive_too_large': refuse(
    'The archive, or what is in it, is too large: more than 64 MiB or 100 files.',
    'Unpack it and hand in the files; nothing of it was recorded.',
  ),
  'ingest.archive_too_compressed': refuse(
    'A file in the archive is packed more than 100 times, which statements never are and attacks are.',
    'Check where it comes from; unpack it and hand in the files if it is right.',
  ),
  'ingest.archive_empty': refuse('There is no file in the archive.', fetchAgain),
  'ingest.archive_not_opened': refuse(
    'The file is an archive that was not opened where it came in.',
    'Hand it in again, which opens it; nothing of it was recorded.',
  ),
  'ingest.unknown_format': refuse(
    'The content is of no format that is read.',
    'Send camt.052, camt.053, camt.054, MT940, MT942, CFONB 120, CODA, BAI2 or OFX; nothing of the file was recorded.',
  ),
  'ingest.formats_mixed': refuse(
    'One file holds messages of two kinds.',
    'Split the file by message; nothing of it was recorded.',
  ),
  'ingest.encoding_unsupported': refuse('The XML declaration names an encoding that is not read.', askBank),
  'ingest.text_not_decodable': refuse('The bytes are not text in the declared encoding.', askBank),
  'ingest.file_truncated': refuse('The end of the file is missing.', fetchAgain),
  'ingest.closing_balance_missing': refuse(
    'A statement ends before its closing balance (:62F:, CFONB 07, CODA 8).',
    fetchAgain,
  ),
  'ingest.doctype_refused': refuse(
    'The XML has a document type declaration, which bank statements never need and attacks do.',
    'Have the sender leave the DOCTYPE out; nothing of the file was recorded.',
  ),
  'ingest.xml_not_well_formed': refuse('The XML breaks its own grammar.', askBank),
  'ingest.xml_too_deep': refuse('The XML nests deeper than any statement does.', tooLarge),
  'ingest.xml_text_too_long': refuse('One text, comment or tag of the XML is too long.', tooLarge),
  'ingest.xml_attribute_too_long': refuse('An attribute is too long, or an element has too many.', tooLarge),
  'ingest.xml_too_many_elements': refuse('The file, or one entry, has too many elements.', tooLarge),
  'ingest.field_too_long': refuse('A line or field of the MT message is too long.', tooLarge),
  'ingest.message_type_contradicted': refuse('The namespace names another message than the content is.', askBank),
  'ingest.no_statement': refuse('The message holds no statement, report or notification.', askBank),
  'ingest.statement_header_missing': refuse('An entry stands before any balance that names its currency.', askBank),
  'ingest.entry_line_unreadable': refuse('A :61: line cannot be read.', askBank),
  'ingest.balance_line_unreadable': refuse('A balance line :60F:, :60M:, :62F: or :62M: cannot be read.', askBank),
  'ingest.balance_conflict': refuse(
    'A statement names two different opening or closing balances.',
    'Ask the bank which of them is right; the statement is held back.',
  ),
  'ingest.amount_missing': refuse('An amount is missing.', askBank),
  'ingest.amount_not_decimal': refuse('An amount is not a decimal number.', askBank),
  'ingest.amount_too_precise': refuse(
    'An amount has more decimals than its currency has coins for; rounding would invent money.',
    askBank,
  ),
  'ingest.amount_out_of_range': refuse('An amount is larger than can be kept exactly.', askBank),
  'ingest.currency_unknown': refuse('A currency code is missing or not in ISO 4217.', askBank),
  'ingest.side_unreadable': refuse('Credit or debit (CdtDbtInd) is missing or unreadable.', askBank),
  'ingest.record_unreadable': refuse('A record does not have the fields of its kind.', askBank),
  'ingest.record_out_of_place': refuse('A record stands where none of its kind may stand.', askBank),
  'ingest.version_unsupported': refuse('The file is of a version of its format that is not read.', askBank),
  'ingest.group_deleted': refuse(
    'The bank withdraws what it sent before (BAI2 group status 2).',
    'Look for the earlier file and undo what was made of it; nothing of this one is booked.',
  ),
  'ingest.securities_statement': refuse(
    'The statement is of a securities account; of it only the bank transactions were read.',
    'Book it where securities are kept; ask the bank for a statement of the cash account.',
  ),
  'ingest.entry_corrects_another': refuse(
    'A transaction replaces or deletes one that was sent before (CORRECTFITID).',
    'Look for the earlier one and undo it by hand; the statement is held back, because both would count.',
  ),
  'ingest.ofx_not_well_formed': refuse('The tags of the OFX do not fit into each other.', askBank),
  'ingest.date_unreadable': refuse('A date is not a day that exists.', askBank),
  'ingest.balance_mismatch': refuse(
    'The opening balance and the booked entries do not make the closing balance.',
    'Ask the bank which entry is missing or doubled; the statement is held back until it adds up.',
  ),
  'ingest.currency_differs': refuse(
    'Entries or balances are in another currency than the statement.',
    'Ask the bank for one statement per currency; this one is held back, because it cannot be proven.',
  ),
  'ingest.account_differs': refuse(
    'Records of one statement name different accounts.',
    'Ask the bank which account they belong to; the statement is held back until that is clear.',
  ),
  'ingest.entry_too_large': refuse('One entry has too many records.', tooLarge),
  'ingest.bank_code_differs': warn(
    'Records of one statement name different banks or branches beside the same account number.',
    'The ones of the opening balance were taken; check them when the account is not recognised.',
  ),
  'ingest.currency_inherited': warn(
    'A record leaves its currency out.',
    'The one of the opening balance was taken; the balance equation confirms or refutes that.',
  ),
  'ingest.continuation_missing': warn(
    'A record announces another one that does not follow.',
    'Look for the missing words or statements in the list of the bank; the balances are checked without them.',
  ),
  'ingest.duplicate_announced': warn(
    'The bank marks the file as a duplicate of one that it sent before.',
    'Nothing to do; a statement that is known already is not booked again.',
  ),
  'ingest.separate_application': warn(
    'The file is an extract that the bank makes for one kind of payment (CODA separate application).',
    'Book the full statement; this one is held back unless its own balances prove it.',
  ),
  'ingest.encoding_assumed': warn(
    'Some lines are not UTF-8 and were read as Windows-1252.',
    'Check names and texts with accents; amounts and dates do not depend on it.',
  ),
  'ingest.encoding_contradicted': warn('The XML declares an encoding that its bytes contradict.', forInformation),
  'ingest.namespace_missing': warn('The XML names no camt namespace; its version is unknown.', forInformation),
  'ingest.balance_missing': warn(
    'The opening or the closing booked balance is absent, so that the statement proves nothing.',
    'Compare the next opening balance; ask the bank to send booked balances.',
  ),
  'ingest.balance_side_missing': warn(
    'A balance does not say whether it is credit or debit.',
    'It was taken as credit; the balance equation confirms or refutes that.',
  ),
  'ingest.page_not_final': warn(
    'The statement ends with an intermediate balance :62M:.',
    'The next page carries on from it; check that it arrives.',
  ),
  'ingest.page_missing': warn(
    'A page of a statement is missing between the pages of the file, or behind them.',
    'Check that it arrives; the books wait for the balance that it ends with.',
  ),
  'ingest.page_chain_broken': refuse(
    'A page of a statement does not begin with the balance that the page before it ends with.',
    'Ask the bank for the statement again; the page is held back, because entries may be missing between the two.',
  ),
  'ingest.totals_mismatch': refuse(
    'The control totals of the statement (TxsSummry, CODA 9) differ from its entries.',
    'Ask the bank which of the two is right; the statement is held back until they agree.',
  ),
  'ingest.details_mismatch': warn(
    'The details of an entry do not add up to the entry.',
    'The account moves by the entry; look at charges and exchange before matching its details.',
  ),
  'ingest.detail_amount_missing': warn(
    'Some details of an entry have no amount in its currency.',
    'They can be matched only once the amounts are known, from camt.054 or the payment file.',
  ),
  'ingest.batch_count_differs': warn(
    'The bank counted another number of payments in the batch than it detailed.',
    'Look for the missing details in camt.054.',
  ),
  'ingest.entry_status_unknown': warn(
    'An entry has a status other than BOOK, PDNG, FUTR or INFO.',
    'It is not counted as booked; tell us which bank sends it.',
  ),
  'ingest.value_date_clamped': warn(
    'A value date does not exist in the calendar (30 February).',
    'The last day of that month was taken, as the bank counts interest.',
  ),
  'ingest.amount_notation': warn('Amounts are written with a point, or without decimal comma.', forInformation),
  'ingest.reversals_look_flipped': warn(
    'The balance would close if reversed entries had the opposite sign.',
    'Tell us which bank sends it; signs are never turned silently.',
  ),
  'ingest.creditor_reference_check_failed': warn(
    'A creditor reference (ISO 11649, Belgian +++…+++) has wrong check digits.',
    'It was kept as written; the payer may have mistyped it.',
  ),
  'ingest.findings_left_out': warn('More warnings of this statement were counted, not kept.', forInformation),
  'ingest.group_is_test': warn(
    'The group is a test (BAI2 group status 4).',
    'None of its entries is booked; ask the bank to go live when it should have been real.',
  ),
  'ingest.group_is_correction': warn(
    'The group corrects one that was sent before (BAI2 group status 3).',
    'Compare it with the earlier statement of that day; entries of both are known by their references.',
  ),
  'ingest.report_is_interim': warn(
    'The report was made before the day was closed.',
    'Its entries are pending and prove nothing; the final report books them.',
  ),
  'ingest.response_failed': warn(
    'The bank answered a request for a statement with an error.',
    'Ask again for the statement that is missing; the others in the file are not touched by it.',
  ),
} as const satisfies Readonly<Record<`ingest.${string}`, FindingRow>>;

export type IngestFindingCode = keyof typeof ingestFindings;

const foundCharsLimit = 200;

/**
 * One finding: its severity and advice come from {@link ingestFindings}.
 *
 * @param what - a sentence without its final point: what happened, with the values that show it.
 */
export function finding(
  code: IngestFindingCode,
  what: string,
  at: SourcePosition | null = null,
  found: string | null = null,
): Finding {
  const { severity, next } = ingestFindings[code];
  const where = at === null ? '' : `, at line ${String(at.line)}, ${at.path}`;
  const shown = found === null ? null : found.slice(0, foundCharsLimit);
  return { code, severity, message: `${what}${where}. ${next}`, at, found: shown };
}

/**
 * Ends the reading of a file. Thrown inside the parsers, caught at the one door (`statement-file.ts`): the only
 * exception in ingest, because an XML parser's callbacks leave no other way out.
 */
export class IngestRefusal extends Error {
  override readonly name = 'IngestRefusal';
  readonly finding: Finding;

  constructor(reason: Finding) {
    super(reason.message);
    this.finding = reason;
  }
}

/** A {@link finding} as the refusal of the whole file, to be thrown. */
export const refusal = (...parts: Parameters<typeof finding>): IngestRefusal => new IngestRefusal(finding(...parts));

/** These say that more is to come: the file is `incomplete`, not `refused`. */
export const meansIncomplete = (code: string): boolean =>
  code === 'ingest.file_truncated' || code === 'ingest.closing_balance_missing' || code === 'ingest.archive_truncated';
