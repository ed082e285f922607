/**
 * A company's night for the service benchmark: what its ERP exports and what its banks send, as files. The same size
 * gives the same bytes.
 *
 * Eighteen open items a customer. Of a hundred payments, 80 name one invoice and pay it to the cent, 7 name three, 8 say
 * nothing and come from nobody known, 5 are short of what they name.
 */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { remainderBy97 } from '../../src/domain/check-digits.ts';

export type BooksSize = Readonly<{ itemCount: number; paymentCount: number; fileCount: number }>;

/** What has to come out; `applied` assumes an engine that applies whatever is named and paid to the cent. */
type BooksFacts = Readonly<{ paymentCount: number; appliedCount: number; sizeBytes: number }>;

const itemsPerCustomer = 18;
const day = '2026-03-02';
const forms = ['SARL', 'SAS', 'GmbH', 'SA', 'Ltd'];
const trades = 'Atelier Garage Clinique Pharmacie Optique Transports Menuiserie Laboratoire Hotel Librairie'.split(' ');

// Scrambles the bits of an index: neighbours get amounts that have nothing to do with each other.
const scattered = (index: number): number => (Math.imul(index ^ (index >>> 7), 0x9e3779b1) >>> 3) % 5_000_000;

const customerOf = (item: number): number => Math.floor(item / itemsPerCustomer);
const customerName = (customer: number): string =>
  `${trades[customer % trades.length] ?? ''} ${scattered(customer).toString(36).toUpperCase()} ${forms[customer % forms.length] ?? ''}`;
const documentNumber = (item: number): string => `FA2026-${String(item).padStart(6, '0')}`;
const amountOf = (item: number): number => 500 + scattered(item);
const decimal = (minor: number): string => `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;

function ibanOf(customer: number): string {
  const number = String(customer).padStart(18, '0');
  return `DE${String(98 - remainderBy97(`${number}DE00`)).padStart(2, '0')}${number}`;
}

type GeneratedPayment = Readonly<{ payer: number | null; amountMinor: number; text: string; isClear: boolean }>;

function paymentAt(index: number, { itemCount, paymentCount }: BooksSize): GeneratedPayment {
  const stride = Math.floor(itemCount / paymentCount);
  const first = index * stride;
  const shape = scattered(index + 17) % 100;
  const named = shape >= 80 && shape < 87 ? [0, 1, 2].slice(0, stride).map((offset) => first + offset) : [first];
  // A list ends where the customer ends.
  const items = named.filter((item) => customerOf(item) === customerOf(first));
  const total = items.reduce((sum, item) => sum + amountOf(item), 0);
  if (shape >= 92) {
    return { payer: null, amountMinor: 100 + scattered(index), text: 'VIREMENT RECU', isClear: false };
  }
  const isShort = shape >= 87;
  return {
    payer: customerOf(first),
    amountMinor: isShort ? total - Math.ceil(total / 7) : total,
    text: `REGLEMENT FACTURE ${items.map(documentNumber).join(' ')} DU 14/02/2026`,
    isClear: !isShort,
  };
}

/** Writes lines as they come, a megabyte at a time; returns the bytes written. */
function writeFile(path: string, pieces: Iterable<string>): number {
  const file = openSync(path, 'w');
  let sizeBytes = 0;
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < 1 << 20) continue;
    sizeBytes += writeSync(file, text);
    text = '';
  }
  sizeBytes += writeSync(file, text);
  closeSync(file);
  return sizeBytes;
}

function* customerRows({ itemCount }: BooksSize): Generator<string> {
  yield 'code,name,ibans\n';
  for (let customer = 0; customer <= customerOf(itemCount - 1); customer += 1)
    yield `C${customer},${customerName(customer)},${ibanOf(customer)}\n`;
}

function* itemRows({ itemCount }: BooksSize): Generator<string> {
  yield 'customer_code,document_number,kind,currency,amount,issue_date,due_date\n';
  for (let item = 0; item < itemCount; item += 1)
    yield `C${customerOf(item)},${documentNumber(item)},invoice,EUR,${decimal(amountOf(item))},2026-01-30,2026-03-01\n`;
}

function* accountRows({ fileCount }: BooksSize): Generator<string> {
  yield 'identifier,currency,name,gl_account\n';
  for (let file = 0; file < fileCount; file += 1) yield `BANK${file},EUR,Bank ${file},512${100 + file}\n`;
}

const balance = (kind: string, minor: number): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${decimal(minor)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>\n`;

/** One statement a file, one file a bank account. */
function* statementText(file: number, size: BooksSize): Generator<string> {
  const payments = function* () {
    for (let index = file; index < size.paymentCount; index += size.fileCount) yield index;
  };
  let total = 0;
  for (const index of payments()) total += paymentAt(index, size).amountMinor;
  yield `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
<BkToCstmrStmt>
<GrpHdr><MsgId>NIGHT-${file}</MsgId><CreDtTm>2026-03-03T02:00:00+01:00</CreDtTm></GrpHdr>
<Stmt>
<Id>STMT-${file}</Id>
<ElctrncSeqNb>1</ElctrncSeqNb>
<CreDtTm>${day}T23:00:00+01:00</CreDtTm>
<Acct><Id><Othr><Id>BANK${file}</Id></Othr></Id><Ccy>EUR</Ccy></Acct>
${balance('OPBD', 0)}${balance('CLBD', total)}`;
  for (const index of payments()) yield entryText(index, paymentAt(index, size));
  yield '</Stmt>\n</BkToCstmrStmt>\n</Document>\n';
}

function entryText(index: number, { payer, amountMinor, text }: GeneratedPayment): string {
  const debtor =
    payer === null
      ? ''
      : `<RltdPties>
      <Dbtr><Pty><Nm>${customerName(payer)}</Nm><PstlAdr><Ctry>DE</Ctry></PstlAdr></Pty></Dbtr>
      <DbtrAcct><Id><IBAN>${ibanOf(payer)}</IBAN></Id></DbtrAcct>
    </RltdPties>
    `;
  return `<Ntry>
  <Amt Ccy="EUR">${decimal(amountMinor)}</Amt>
  <CdtDbtInd>CRDT</CdtDbtInd>
  <Sts><Cd>BOOK</Cd></Sts>
  <BookgDt><Dt>${day}</Dt></BookgDt>
  <ValDt><Dt>${day}</Dt></ValDt>
  <AcctSvcrRef>BANKREF-${index}</AcctSvcrRef>
  <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
  <NtryDtls><TxDtls>
    <Refs><InstrId>I-${index}</InstrId><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
    <Amt Ccy="EUR">${decimal(amountMinor)}</Amt>
    <CdtDbtInd>CRDT</CdtDbtInd>
    ${debtor}<RltdAgts><DbtrAgt><FinInstnId><BICFI>AGRIFRPPXXX</BICFI></FinInstnId></DbtrAgt></RltdAgts>
    <RmtInf><Ustrd>${text}</Ustrd></RmtInf>
  </TxDtls></NtryDtls>
</Ntry>
`;
}

/** Writes `bank-accounts.csv`, `customers.csv`, `open-items.csv` and the folder `statements` of camt.053 files. */
export function generateBooks(folder: string, size: BooksSize): BooksFacts {
  writeFile(join(folder, 'bank-accounts.csv'), accountRows(size));
  writeFile(join(folder, 'customers.csv'), customerRows(size));
  writeFile(join(folder, 'open-items.csv'), itemRows(size));
  const statements = join(folder, 'statements');
  mkdirSync(statements);
  let sizeBytes = 0;
  for (let file = 0; file < size.fileCount; file += 1)
    sizeBytes += writeFile(join(statements, `bank-${file}.xml`), statementText(file, size));
  let appliedCount = 0;
  for (let index = 0; index < size.paymentCount; index += 1) if (paymentAt(index, size).isClear) appliedCount += 1;
  return { paymentCount: size.paymentCount, appliedCount, sizeBytes };
}
