/** The bank's words, as text and nothing else, with the characters marked that are the evidence. */
import { plainText } from '../../parts/plain-text.ts';
import type { Evidence } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';

type Span = Readonly<{ start: number; end: number }>;

export function RemittanceText({
  lines,
  evidence,
}: Readonly<{ lines: readonly string[]; evidence: readonly Evidence[] }>) {
  const { t } = useSpeech();
  if (lines.length === 0) return <p class="soft">{t('payment.noText')}</p>;
  return (
    <div class="remittance" dir="auto">
      {lines.map((line, index) => (
        <p key={index}>
          {pieces(plainText(line), spansIn(evidence, index, line.length)).map(({ text, isMarked }, position) =>
            isMarked ? <mark key={position}>{text}</mark> : text,
          )}
        </p>
      ))}
    </div>
  );
}

/** What of a line is evidence; a reference may go on over the end of one. */
function spansIn(evidence: readonly Evidence[], line: number, length: number): readonly Span[] {
  return evidence
    .flatMap((one): readonly Span[] => {
      if (one.kind !== 'item_named' || one.found.field !== 'remittance') return [];
      const { found } = one;
      if (line < found.line || line > found.endLine) return [];
      return [{ start: line === found.line ? found.start : 0, end: line === found.endLine ? found.end : length }];
    })
    .toSorted((a, b) => a.start - b.start);
}

function pieces(text: string, spans: readonly Span[]): readonly Readonly<{ text: string; isMarked: boolean }>[] {
  const cut: { text: string; isMarked: boolean }[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    if (from > at) cut.push({ text: text.slice(at, from), isMarked: false });
    cut.push({ text: text.slice(from, end), isMarked: true });
    at = end;
  }
  if (at < text.length) cut.push({ text: text.slice(at), isMarked: false });
  return cut;
}
