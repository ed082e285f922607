/** Small statement files as banks write them, made from a few facts: one day of one account in several formats. */
type TextEntry = Readonly<{
  /** Signed decimal: a debit is negative. */
  amount: string;
  /** `AcctSvcrRef`; in MT940 behind `//`. */
  reference?: string;
  batch?: string;
  status?: 'BOOK' | 'PDNG' | 'INFO';
  /** Signed decimals with the end-to-end id and the name of the payer; none: an entry without details. */
  details?: readonly Readonly<{ amount: string; endToEndId: string; name: string }>[];
  /** Bookings of a batch that the bank counts without detailing them. */
  count?: number;
  bookedOn?: string;
}>;

export type TextDay = Readonly<{
  account: string;
  day: string;
  opening: string;
  entries: readonly TextEntry[];
  sequence?: string | null;
  id?: string;
  /** What the statement claims instead of the right one; null: no such balance. */
  closing?: string | null;
  opened?: null;
  /** The number of entries that `TxsSummry` claims. */
  total?: number;
  currency?: string;
}>;

const centsOf = (decimal: string): bigint => BigInt(decimal.replace('.', ''));
const decimalOf = (cents: bigint): string => {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
const unsigned = (decimal: string): string => decimal.replace('-', '');

/** The balance that the day really closes with. */
const closingOf = ({ opening, entries }: Pick<TextDay, 'opening' | 'entries'>): string =>
  decimalOf(
    entries
      .filter(({ status = 'BOOK' }) => status === 'BOOK')
      .reduce((sum, { amount }) => sum + centsOf(amount), centsOf(opening)),
  );

const side = (decimal: string): string => (decimal.startsWith('-') ? 'DBIT' : 'CRDT');
const amountXml = (decimal: string, currency: string) =>
  `<Amt Ccy="${currency}">${unsigned(decimal)}</Amt><CdtDbtInd>${side(decimal)}</CdtDbtInd>`;

function entryXml(entry: TextEntry, { day, currency = 'EUR' }: TextDay): string {
  const { amount, reference, batch, status = 'BOOK', details = [], count, bookedOn = day } = entry;
  const transactions = details.map(
    (detail) =>
      `<TxDtls><Refs><EndToEndId>${detail.endToEndId}</EndToEndId></Refs>${amountXml(detail.amount, currency)}` +
      `<RltdPties><Dbtr><Nm>${detail.name}</Nm></Dbtr></RltdPties></TxDtls>`,
  );
  const batchXml =
    batch === undefined && count === undefined
      ? ''
      : `<Btch>${batch === undefined ? '' : `<PmtInfId>${batch}</PmtInfId>`}${count === undefined ? '' : `<NbOfTxs>${String(count)}</NbOfTxs>`}</Btch>`;
  const body = batchXml + transactions.join('');
  return (
    `<Ntry>${amountXml(amount, currency)}<Sts>${status}</Sts><BookgDt><Dt>${bookedOn}</Dt></BookgDt>` +
    `<ValDt><Dt>${bookedOn}</Dt></ValDt>${reference === undefined ? '' : `<AcctSvcrRef>${reference}</AcctSvcrRef>`}` +
    `<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>` +
    `${body === '' ? '' : `<NtryDtls>${body}</NtryDtls>`}</Ntry>\n`
  );
}

const balanceXml = (code: string, decimal: string, { day, currency = 'EUR' }: TextDay): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amountXml(decimal, currency)}<Dt><Dt>${day}</Dt></Dt></Bal>`;

const camtElements = {
  '052': ['BkToCstmrAcctRpt', 'Rpt'],
  '053': ['BkToCstmrStmt', 'Stmt'],
  '054': ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'],
} as const;

/** One message with one statement, report or notification for each day. */
export function camt(kind: keyof typeof camtElements, ...days: readonly TextDay[]): string {
  const [message, element] = camtElements[kind];
  const statements = days.map((given) => {
    const { account, day, sequence = null, id = `${kind}-${account.slice(-4)}-${day}`, total } = given;
    const opening = given.opened === null ? null : given.opening;
    const closing = given.closing === undefined ? closingOf(given) : given.closing;
    const balances =
      kind === '053'
        ? `${opening === null ? '' : balanceXml('OPBD', opening, given)}${closing === null ? '' : balanceXml('CLBD', closing, given)}`
        : '';
    const totals =
      total === undefined
        ? ''
        : `<TxsSummry><TtlNtries><NbOfNtries>${String(total)}</NbOfNtries></TtlNtries></TxsSummry>`;
    return (
      `<${element}><Id>${id}</Id>${sequence === null ? '' : `<LglSeqNb>${sequence}</LglSeqNb>`}` +
      `<CreDtTm>${day}T22:00:00+01:00</CreDtTm><FrToDt><FrDtTm>${day}T00:00:00+01:00</FrDtTm><ToDtTm>${day}T23:59:59+01:00</ToDtTm></FrToDt>` +
      `<Acct><Id><IBAN>${account}</IBAN></Id><Ccy>${given.currency ?? 'EUR'}</Ccy></Acct>${balances}${totals}\n` +
      `${given.entries.map((entry) => entryXml(entry, given)).join('')}</${element}>`
    );
  });
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${kind}.001.08"><${message}>` +
    `<GrpHdr><MsgId>M-${days[0]?.day ?? ''}</MsgId><CreDtTm>${days[0]?.day ?? '2026-01-01'}T22:00:00+01:00</CreDtTm></GrpHdr>\n` +
    `${statements.join('\n')}\n</${message}></Document>\n`
  );
}

const mtDay = (day: string): string => day.slice(2).replaceAll('-', '');
const mtBalance = (decimal: string, { day, currency = 'EUR' }: TextDay): string =>
  `${decimal.startsWith('-') ? 'D' : 'C'}${mtDay(day)}${currency}${unsigned(decimal).replace('.', ',')}`;

/** One MT940 message for each day (or page of a day). */
export const mt940 = (...days: readonly TextDay[]): string =>
  days
    .map((given) =>
      [
        `:20:${given.id ?? `MT-${mtDay(given.day)}`}`,
        `:25:${given.account}`,
        `:28C:${given.sequence ?? '1/1'}`,
        `:60F:${mtBalance(given.opening, given)}`,
        ...given.entries.flatMap(({ amount, reference, bookedOn = given.day }) => {
          const short = mtDay(bookedOn);
          return `:61:${short}${short.slice(2)}${amount.startsWith('-') ? 'D' : 'C'}${unsigned(amount).replace('.', ',')}NTRFNONREF${reference === undefined ? '' : `//${reference}`}`;
        }),
        `:62F:${mtBalance(given.closing ?? closingOf(given), given)}`,
        '-',
        '',
      ].join('\r\n'),
    )
    .join('');
