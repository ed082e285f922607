/** What the service may answer has a word in both languages, wherever a page shows it as a word. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contestedDebit, defaultDisputeReasons } from '../../src/domain/dispute.ts';
import { apiErrors } from '../../src/api/errors.ts';
import { Refused } from '../../src/client/client.ts';
import { ingestFindings } from '../../src/ingest/findings.ts';
import { ledgerErrors } from '../../src/ledger/errors.ts';
import { publicationFindings } from '../../src/ledger/plan/publication-findings.ts';
import { jobFindings } from '../../src/workers/jobs/publish-files.ts';
import { measured } from '../../web/src/words/limits.ts';
import { refusalIn } from '../../web/src/words/refusals.ts';
import { findingsFr } from '../../web/src/words/codes/findings-fr.ts';
import { refusalsFr } from '../../web/src/words/codes/refusals-fr.ts';
import { speechOf, say, isWord } from '../../web/src/words/say.ts';

type Schema = Readonly<{
  $ref?: string;
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: readonly Schema[];
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
}>;
const { components } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  components: { schemas: Readonly<Record<string, Schema>> };
};
const { schemas } = components;

/** The words at `path`, such as `Payment.reviewReason`; through lists, alternatives and references. */
function wordsAt(path: string): readonly string[] {
  const [name = '', ...steps] = path.split('.');
  const found = steps.reduce<readonly Schema[]>(
    (at, step) => at.flatMap(open).flatMap(({ properties }) => properties?.[step] ?? []),
    [schemas[name] ?? {}],
  );
  return found
    .flatMap(open)
    .flatMap((schema) => schema.enum ?? (schema.const === undefined ? [] : [schema.const]))
    .filter((value): value is string => typeof value === 'string');
}

function open(schema: Schema): readonly Schema[] {
  if (schema.$ref !== undefined) return open(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  if (schema.anyOf !== undefined) return schema.anyOf.flatMap(open);
  return schema.items === undefined ? [schema] : open(schema.items);
}

/** By group of words, where in the document of the API its values are listed. */
const listed: Readonly<Record<string, readonly string[]>> = {
  reason: ['Payment.reviewReason', 'QueuedPayment.reason', 'QueuedPayment.failedGates', 'MatchCertificate.gates.gate'],
  reference: ['Evidence.level'],
  payer: ['Evidence.level'],
  structure: ['Evidence.structure'],
  writeOff: ['Suggestion.writeOff.kind', 'Proposal.writeOff.kind'],
  item: ['OpenItem.kind', 'AccountItem.kind', 'AgedDocument.kind'],
  means: ['Allocation.means'],
  fileState: ['StatementFile.state', 'FileOutcome.state'],
  runState: ['MatchRun.state', 'MatchProgress.state'],
  command: ['Approval.kind'],
  subject: ['CommandSubject.kind'],
  category: ['Dispute.category', 'DisputeSynthesis.rows.status'],
  openedFrom: ['Dispute.openedFrom'],
  disputeState: ['Dispute.state'],
  resolution: ['Dispute.resolution'],
  disputeEvent: ['DisputeHistory.events.kind'],
  letterState: ['Lettering.state', 'LetteringGroup.events.kind'],
  paymentStatus: ['Payment.status'],
  unapplied: ['UnappliedCash.kind'],
  purpose: ['PaymentPart.purpose'],
  selection: ['Proposal.selection', 'Suggestion.selection'],
  amountClass: ['Proposal.amountClass', 'Suggestion.amountClass'],
};

const sources = readdirSync('web/src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));
/** The groups that pages ask for a word of. */
const asked = new Set(
  sources.flatMap((name) =>
    [...readFileSync(`web/src/${name}`, 'utf8').matchAll(/\bterm\(\s*'(\w+)'/g)].map(([, group]) => group ?? ''),
  ),
);
// What the service says in free words is looked at below.
asked.delete('limit');

// One union of evidence has the levels of references and of payers: each word belongs to one of them.
const isOfEvidence = (group: string): boolean => group === 'reference' || group === 'payer';

test.each([...asked])('%s: every value that the service may answer has a word', (group) => {
  const values = [...new Set((listed[group] ?? []).flatMap(wordsAt))];
  expect(values.length).toBeGreaterThan(1);
  const other = group === 'reference' ? 'payer' : 'reference';
  const missing = values.filter(
    (value) => !isWord(`${group}.${value}`) && !(isOfEvidence(group) && isWord(`${other}.${value}`)),
  );
  expect(missing).toEqual([]);
});

test('every limit that takes a second person has a word', () => {
  const text = ['src/ledger/commands', 'src/ledger/plan']
    .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const limits = [
    ...[...text.matchAll(/\blimit: '([^']+)'/g)].map(([, limit]) => limit ?? ''),
    ...[...text.matchAll(/requireApprovalAbove\(\s*context,\s*'([^']+)'/g)].map(([, limit]) => limit ?? ''),
    ...[...text.matchAll(/\babove\('([^']+)'/g)].map(([, limit]) => limit ?? ''),
    ...[...text.matchAll(/what: '(bank charge)' \| '(late discount)'/g)].flatMap(([, ...each]) => each),
  ];
  expect(limits.length).toBeGreaterThan(6);
  expect(limits.filter((limit) => !isWord(`limit.${limit}`))).toEqual([]);
});

test('the reasons of disputes that every ledger starts with have a word', () => {
  const codes = [...defaultDisputeReasons, contestedDebit].map(({ code }) => code);
  expect(codes.filter((code) => !isWord(`disputeReason.${code}`))).toEqual([]);
});

test('every code that a page may show is said in French too', () => {
  const findings = { ...ingestFindings, ...publicationFindings, ...jobFindings };
  const codes = [...Object.keys(findings), ...Object.keys(ledgerErrors), ...Object.keys(apiErrors)];
  const said = { ...findingsFr, ...refusalsFr };
  expect(Object.keys(said).toSorted(byText)).toEqual(codes.toSorted(byText));
  const { coded } = speechOf('fr');
  expect(coded('ledger.same_customer', 'The item is of this customer already.')).toBe(
    'La pièce est déjà de ce client.',
  );
  expect(coded('ingest.of_tomorrow', 'What is new.')).toBe('What is new.');
  expect(speechOf('en').coded('ledger.same_customer', 'As the service says.')).toBe('As the service says.');
});
const byText = (a: string, b: string): number => a.localeCompare(b);

test('a refusal tells amounts and days as people write them, and no ids', () => {
  const refused = (code: string, details: Readonly<Record<string, string>>) =>
    new Refused({
      type: '',
      title: 'Not so.',
      status: 422,
      detail: 'Not so. (item 1-2-3)',
      code,
      instance: '',
      details,
    });
  const over = refused('ledger.write_off_over_limit', { limit: 'amount', found: '1234.50 EUR', allowed: '5.00 EUR' });
  expect(refusalIn(over, speechOf('fr'))).toMatch(/^Les limites .*\(1\u202F234,50 EUR > 5,00 EUR\)$/);
  expect(refusalIn(over, speechOf('en'))).toBe('Not so. (1,234.50 EUR > 5.00 EUR)');
  const late = refused('ledger.discount_late', { openItem: '1-2-3', until: '2026-03-31' });
  expect(refusalIn(late, speechOf('fr'))).toMatch(/\(jusqu’au 31\/03\/2026\)$/);
  expect(measured('lettered on 2026-03-31', speechOf('fr'))).toBe('lettré le 31/03/2026');
  expect(measured('two', speechOf('en'))).toBe('two people');
});

test('a count takes its form, and what has no word is readable', () => {
  expect(say('en', 'queue.count', { count: 1 })).toBe('1 payment');
  expect(say('fr', 'queue.count', { count: 0 })).toBe('0 règlement');
  expect(say('en', 'queue.count', { count: 1_200 })).toBe('1,200 payments');
  expect(speechOf('en').term('reason', 'some_new_reason')).toBe('some new reason');
});
