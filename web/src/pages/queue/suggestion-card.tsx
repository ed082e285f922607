/** A suggestion with its arithmetic to the cent, its evidence, and how many others there are. */
import { TableHead } from '../../parts/table-head.tsx';
import type { Evidence, Payment, Proposal } from '../../types.ts';
import { useSpeech, type Speech } from '../../words/words.ts';
import { grouped } from '../../words/written.ts';
import { RestChoice, type Rest } from './rest-choice.tsx';

type Props = Readonly<{
  payment: Payment;
  suggestion: Proposal;
  number: number;
  count: number;
  /** What becomes of what it leaves over, when it is accepted. */
  rest: Rest;
  onRest: (rest: Rest) => void;
}>;

export function SuggestionCard({ payment, suggestion, number, count, rest, onRest }: Props) {
  const speech = useSpeech();
  const { t, term, language } = speech;
  const { lines, writeOff, unapplied, rivals, evidence, currency } = suggestion;
  return (
    <section class="card stack" aria-live="polite">
      <div class="row apart">
        <h3>
          {t('suggestion.title', { number })} <span class="soft">/ {count}</span>
        </h3>
        <span class={rivals > 0 ? 'tag bad' : 'tag'}>
          {rivals > 0 ? t('suggestion.others', { count: rivals }) : t('suggestion.only')}
        </span>
      </div>
      <table>
        <TableHead
          columns={[
            { title: t('item.document') },
            { title: t('item.residual'), isNumber: true },
            { title: t('suggestion.cleared'), isNumber: true },
          ]}
        />
        <tbody>
          {lines.map(({ openItemId, documentNumber, kind, residual, cleared }) => (
            <tr key={openItemId}>
              <td>
                <span dir="auto">{documentNumber}</span> <span class="soft small">{term('item', kind)}</span>
              </td>
              <td class="number">{grouped(residual, language)}</td>
              <td class="number">
                {kind === 'credit_note' ? '\u2212' : ''}
                {grouped(cleared, language)}
              </td>
            </tr>
          ))}
          {writeOff !== null && (
            <tr>
              <td colSpan={2}>{t('suggestion.writeOff', { kind: term('writeOff', writeOff.kind) })}</td>
              <td class="number">
                {writeOff.amount.startsWith('-') ? '+' : '\u2212'}
                {grouped(writeOff.amount.replace('-', ''), language)}
              </td>
            </tr>
          )}
          {!/^0(\.0*)?$/.test(unapplied) && (
            <tr>
              <td>{t('suggestion.left')}</td>
              <td>
                <RestChoice rest={rest} onChoose={onRest} />
              </td>
              <td class="number">{grouped(unapplied, language)}</td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2}>
              = {t('suggestion.paid')} <span class="soft small">{currency}</span>
            </td>
            <td class="number">{grouped(payment.unapplied.value, language)}</td>
          </tr>
        </tfoot>
      </table>
      <ul class="evidence">
        {evidence.map((one, index) => (
          <li key={index} class={speaksAgainst(one) ? 'against' : ''}>
            {wordsOf(one, suggestion, speech)}
          </li>
        ))}
      </ul>
    </section>
  );
}

const speaksAgainst = (one: Evidence): boolean =>
  (one.kind === 'equal_amounts_outside' && one.itemCount > 0) ||
  one.kind === 'amount_differs' ||
  (one.kind === 'items_combined' && (one.count > 1 || !one.isComplete)) ||
  (one.kind === 'payer' && ['other', 'none', 'weak'].includes(one.level));

/** One sentence for one piece of evidence. */
function wordsOf(one: Evidence, { lines }: Proposal, { t, term, language }: Speech): string {
  const document = (id: string) => lines.find(({ openItemId }) => openItemId === id)?.documentNumber ?? '';
  switch (one.kind) {
    case 'item_named':
      return t('evidence.item_named', { document: document(one.openItemId), level: term('reference', one.level) });
    case 'item_added':
      return t('evidence.item_added', { document: document(one.openItemId) });
    case 'items_structured':
      return t('evidence.items_structured', { structure: term('structure', one.structure) });
    case 'items_combined': {
      const found = t('evidence.items_combined', { count: one.count, items: one.itemCount });
      return one.isComplete ? found : `${found}; ${t('evidence.items_combined.open')}`;
    }
    case 'items_collected':
      return t('evidence.items_collected');
    case 'equal_amounts_outside':
      return one.itemCount === 0
        ? t('evidence.equal_amounts_outside.none')
        : t('evidence.equal_amounts_outside', { count: one.itemCount });
    case 'payer':
      return t('evidence.payer', { level: term('payer', one.level) });
    case 'amount_equal':
      return t('evidence.amount_equal', { amount: grouped(one.amount, language) });
    case 'amount_differs':
      return t('evidence.amount_differs', { amount: grouped(one.by, language) });
    case 'amount_exchanged':
      return t('evidence.amount_exchanged', { amount: grouped(one.itemAmount, language), rate: one.rate });
  }
}
