/** The letters of a customer: each a group of documents and payments that clear each other, with who tied it and why. */
import { useAnswer } from '../../answer.ts';
import { Amount, Day } from '../../parts/amount.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { GrowingTable } from '../../parts/growing-table.tsx';
import { useGrowing } from '../../parts/more.ts';
import { Given } from '../../parts/states.tsx';
import { TableHead } from '../../parts/table-head.tsx';
import { addressOf, goTo } from '../../place.ts';
import { lettrage } from '../../session.ts';
import type { LetteringGroup } from '../../types.ts';
import { isWord, useSpeech } from '../../words/words.ts';
import { instantText } from '../../words/written.ts';

type Props = Readonly<{
  ledger: string;
  customer: Readonly<{ id: string; code: string }>;
  /** The letter that is open; null: none. */
  letteringId: string | null;
}>;

export function AccountLetters({ ledger, customer, letteringId }: Props) {
  const { t, term, language } = useSpeech();
  const list = useGrowing(`letters ${ledger} ${customer.code}`, (after) =>
    lettrage.GET('/v1/ledgers/{ledger}/letterings', {
      params: {
        path: { ledger },
        query: { customer: customer.code, limit: 100, ...(after !== undefined && { after }) },
      },
    }),
  );
  const place = (letter: string | null) => addressOf(ledger, 'customers', customer.id, { tab: 'letters', letter });
  const columns = [
    { title: t('customers.letter') },
    { title: t('disputes.state') },
    { title: t('customers.letterDate') },
    { title: t('customers.since') },
    { title: t('customers.account') },
  ];
  return (
    <section class="card stack">
      <GrowingTable
        list={list}
        label={t('customers.tab.letters')}
        columns={columns}
        empty={t('customers.noLetter')}
        row={(one) => (
          <tr key={one.id}>
            <td>
              <a class="letter" href={place(one.id)}>
                {one.code}
              </a>
            </td>
            <td>
              <span class={`tag ${one.state === 'unlettered' ? 'bad' : ''}`}>{term('letterState', one.state)}</span>
            </td>
            <td>{one.letteringDate !== null && <Day day={one.letteringDate} />}</td>
            <td>{instantText(one.since, language)}</td>
            <td>
              {one.account} <span class="soft small">{one.currency}</span>
            </td>
          </tr>
        )}
      />
      {letteringId !== null && <Letter ledger={ledger} letteringId={letteringId} onClose={() => goTo(place(null))} />}
    </section>
  );
}

type LetterProps = Readonly<{ ledger: string; letteringId: string; onClose: () => void }>;

function Letter({ ledger, letteringId, onClose }: LetterProps) {
  const { t, term } = useSpeech();
  const [answer, again] = useAnswer(`letter ${ledger} ${letteringId}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/letterings/{letteringId}', { params: { path: { ledger, letteringId } } }),
  );
  return (
    <Dialog title={`${t('customers.letter')} ${answer.data?.code ?? ''}`} isWide onClose={onClose}>
      <Given answer={answer} again={again}>
        {(group) => (
          <>
            <p>{term('letterState', group.state)}</p>
            <Documents documents={group.documents} />
            <Lines lines={group.lines} />
            <History events={group.events} />
          </>
        )}
      </Given>
    </Dialog>
  );
}

function Documents({ documents }: Readonly<{ documents: LetteringGroup['documents'] }>) {
  const { t, term } = useSpeech();
  if (documents.length === 0) return null;
  return (
    <section class="stack tight">
      <h3>{t('customers.documents')}</h3>
      <table>
        <tbody>
          {documents.map((one) => (
            <tr key={one.openItemId}>
              <th scope="row">
                <span dir="auto">{one.documentNumber}</span> <span class="soft small">{term('item', one.kind)}</span>
              </th>
              <td>
                <Day day={one.dueDate} />
              </td>
              <td class="number">
                <Amount {...one.cleared} isOut={one.side === 'credit'} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What the service wrote in the language of the page; what a person wrote as it stands. */
function useMadeWord(): (text: string) => string {
  const { t } = useSpeech();
  return (text) => {
    const word = `made.${text}`;
    return isWord(word) ? t(word) : text;
  };
}

/** The postings on the customer's account: they sum to nothing when it is lettered. */
function Lines({ lines }: Readonly<{ lines: LetteringGroup['lines'] }>) {
  const { t } = useSpeech();
  const madeWord = useMadeWord();
  if (lines.length === 0) return null;
  return (
    <section class="stack tight">
      <h3>{t('customers.lines')}</h3>
      <table>
        <TableHead
          columns={[
            { title: t('nights.day') },
            { title: t('customers.label') },
            { title: t('customers.debit'), isNumber: true },
            { title: t('customers.credit'), isNumber: true },
          ]}
        />
        <tbody>
          {lines.map((line, index) => (
            <tr key={index}>
              <td>
                <Day day={line.postingDate} />
              </td>
              <td dir="auto">{madeWord(line.label)}</td>
              <td class="number">{line.side === 'debit' && <Amount {...line.amount} />}</td>
              <td class="number">{line.side === 'credit' && <Amount {...line.amount} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function History({ events }: Readonly<{ events: LetteringGroup['events'] }>) {
  const { t, term, language } = useSpeech();
  const madeWord = useMadeWord();
  return (
    <section class="stack tight">
      <h3>{t('customers.history')}</h3>
      <ol class="events">
        {events.map(({ kind, reason, actor, happenedAt }, index) => (
          <li key={index}>
            <span class="soft small">{instantText(happenedAt, language)}</span>{' '}
            <strong>{term('letterState', kind)}</strong> {t('customers.by', { actor })}
            {reason !== '' && (
              <>
                {': '}
                <span dir="auto">{madeWord(reason)}</span>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
