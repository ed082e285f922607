/** Writes BAI2 from what it is to say: the trailers are counted here, from the model and not from the text. */

export type BaiEntry = Readonly<{
  /** A type code: 100 to 399 are credits, 400 to 699 debits. */
  type: string;
  minor: bigint;
  /** The funds type with all that it brings. */
  funds?: string;
  bankReference?: string;
  customerReference?: string;
  /** The first line stands in the record, each further one in an `88`. */
  text?: readonly string[];
}>;

export type BaiAccount = Readonly<{
  number: string;
  currency?: string;
  opening?: bigint;
  closing?: bigint;
  /** Further groups of four fields, such as `100,5000,2,`; `statusMinor` is the sum of their amounts. */
  status?: string;
  statusMinor?: bigint;
  entries?: readonly BaiEntry[];
}>;

export type BaiGroup = Readonly<{
  date?: string;
  status?: string;
  currency?: string;
  modifier?: string;
  accounts: readonly BaiAccount[];
}>;

export const signedOf = ({ type, minor }: BaiEntry): bigint => (type < '400' ? minor : -minor);

/** @param version - the last field of the file header. */
export function baiText(groups: readonly BaiGroup[], version = '2'): string {
  const lines = [`01,SENDER,RECEIVER,260302,0630,1,,,${version}/`];
  let fileMinor = 0n;
  for (const { date = '260301', status = '1', currency = '', modifier = '2', accounts } of groups) {
    const first = lines.length;
    lines.push(`02,RECEIVER,SENDER,${status},${date},2400,${currency},${modifier}/`);
    const groupMinor = accounts.reduce((sum, account) => sum + addAccount(lines, account), 0n);
    lines.push(`98,${groupMinor},${accounts.length},${lines.length - first + 1}/`);
    fileMinor += groupMinor;
  }
  lines.push(`99,${fileMinor},${groups.length},${lines.length + 1}/`);
  return `${lines.join('\n')}\n`;
}

/** One account of one final group of 1 March 2026, in USD where it does not say otherwise. */
export const baiAccount = (account: Partial<BaiAccount>, group: Partial<BaiGroup> = {}): string =>
  baiText([{ ...group, accounts: [{ number: '4711', ...account }] }]);

function addAccount(lines: string[], account: BaiAccount): bigint {
  const { number, currency = '', opening, closing, status, statusMinor = 0n, entries = [] } = account;
  const first = lines.length;
  const balance = (type: string, minor: bigint | undefined): string[] =>
    minor === undefined ? [] : [`${type},${minor},,`];
  const groups = [...balance('010', opening), ...balance('015', closing), ...(status === undefined ? [] : [status])];
  lines.push(`${['03', number, currency, ...groups].join(',')}/`);
  for (const { type, minor, funds = '0', bankReference = '', customerReference = '', text = [''] } of entries) {
    const [line = '', ...further] = text;
    lines.push(['16', type, minor, funds, bankReference, customerReference, line].join(','));
    lines.push(...further.map((more) => `88,${more}`));
  }
  const entriesMinor = entries.reduce((sum, { minor }) => sum + minor, 0n);
  const sumMinor = (opening ?? 0n) + (closing ?? 0n) + statusMinor + entriesMinor;
  lines.push(`49,${sumMinor},${lines.length - first + 1}/`);
  return sumMinor;
}
