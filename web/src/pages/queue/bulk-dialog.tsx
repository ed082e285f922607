/** Many suggestions accepted at once: first the kinds of evidence, then what it would do, then one go. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { given, newKey } from '../../../../src/client/client.ts';
import { useAnswer } from '../../answer.ts';
import { Amount } from '../../parts/amount.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { plainText } from '../../parts/plain-text.ts';
import { refusalIn } from '../../words/refusals.ts';
import { ReasonField, reasonOr } from '../../parts/reason-field.tsx';
import { Given } from '../../parts/states.tsx';
import { TableHead } from '../../parts/table-head.tsx';
import { lettrage } from '../../session.ts';
import type { BulkPreview, BulkResult, Suggestion } from '../../types.ts';
import { useSpeech, type Speech } from '../../words/words.ts';
import { grouped } from '../../words/written.ts';
import { RestChoice, type Rest } from './rest-choice.tsx';
import { kindsOf, takeBackBulk } from './bulk.ts';
import type { QueueFilter } from './queue-view.ts';

type Props = Readonly<{
  ledger: string;
  filter: QueueFilter;
  tell: (says: string, undo: () => Promise<void>) => void;
  /** The queue is another now. */
  onChanged: () => void;
  onClose: () => void;
}>;

export function BulkDialog({ ledger, filter, tell, onChanged, onClose }: Props) {
  const speech = useSpeech();
  const { t } = speech;
  const [cell, setCell] = useState<string | null>(null);
  const [rest, setRest] = useState<Rest>('leave');
  const [result, setResult] = useState<BulkResult | null>(null);
  const onDone = (done: BulkResult) => {
    const { doneCount, waitingCount, refusedCount } = done;
    onChanged();
    const says = [
      t('bulk.done', { count: doneCount }),
      ...(waitingCount > 0 ? [t('bulk.waiting', { count: waitingCount })] : []),
    ];
    if (doneCount + waitingCount > 0)
      tell(says.join(' '), () => takeBackBulk(ledger, done, t('done.undo')).finally(onChanged));
    // What was refused wants to be read.
    if (refusedCount > 0) setResult(done);
    else onClose();
  };
  return (
    <Dialog title={t('bulk.title')} isWide onClose={onClose}>
      {result !== null ? (
        <Result result={result} />
      ) : (
        <Asked
          key={`${rest} ${cell}`}
          ledger={ledger}
          asked={{ filter: { ...filter, ...(cell !== null && { cell }) }, rest }}
        >
          {(found) =>
            cell === null ? (
              <Kinds preview={found} onChoose={setCell} />
            ) : (
              <>
                <p class="row apart">
                  <button type="button" onClick={() => setCell(null)}>
                    ← {t('bulk.kinds')}
                  </button>
                  <RestChoice rest={rest} onChoose={setRest} />
                </p>
                <Preview key={found.token} ledger={ledger} preview={found} onDone={onDone} />
              </>
            )
          }
        </Asked>
      )}
    </Dialog>
  );
}

type AskedProps = Readonly<{
  ledger: string;
  asked: Readonly<{ filter: QueueFilter & Readonly<{ cell?: string }>; rest: Rest }>;
  children: (preview: BulkPreview) => ComponentChildren;
}>;

/** One for each question, so that no answer to another is ever shown. */
function Asked({ ledger, asked, children }: AskedProps) {
  const [preview, again] = useAnswer(`bulk ${ledger}`, () =>
    lettrage.POST('/v1/ledgers/{ledger}/review-queue/bulk-accept/preview', {
      params: { path: { ledger } },
      body: asked,
    }),
  );
  return (
    <Given answer={preview} again={again}>
      {children}
    </Given>
  );
}

/** A kind of evidence in words. */
const kindInWords = ({ selection, amountClass, payer }: Suggestion, { t, term }: Speech): string =>
  [
    term('selection', selection),
    term('amountClass', amountClass),
    t('evidence.payer', { level: term('payer', payer) }),
  ].join(' · ');

function Kinds({ preview, onChoose }: Readonly<{ preview: BulkPreview; onChoose: (cell: string) => void }>) {
  const speech = useSpeech();
  const { t } = speech;
  const kinds = kindsOf(preview.list);
  return (
    <>
      <p class="soft">{t('bulk.hint')}</p>
      {kinds.length === 0 && <p>{t('bulk.none')}</p>}
      <ul class="stack">
        {kinds.map(({ cell, example, paymentCount }) => (
          <li key={cell}>
            <button type="button" class="wide-button" onClick={() => onChoose(cell)}>
              <span>{kindInWords(example, speech)}</span>
              <strong>{t('queue.count', { count: paymentCount })}</strong>
            </button>
          </li>
        ))}
      </ul>
      <LeftOut preview={preview} />
    </>
  );
}

function LeftOut({ preview: { changedCount, keptCount, isComplete } }: Readonly<{ preview: BulkPreview }>) {
  const { t } = useSpeech();
  return (
    <p class="small soft">
      {keptCount > 0 && `${t('bulk.kept', { count: keptCount })} `}
      {changedCount > 0 && `${t('bulk.changed', { count: changedCount })} `}
      {!isComplete && t('bulk.more')}
    </p>
  );
}

/** What would be done, with its sums; accepted is this list and no other. */
function Preview({
  ledger,
  preview,
  onDone,
}: Readonly<{ ledger: string; preview: BulkPreview; onDone: (result: BulkResult) => void }>) {
  const speech = useSpeech();
  const { t } = speech;
  const [reason, setReason] = useState('');
  const [key] = useState(newKey);
  const [state, setState] = useState<'seen' | 'asked' | Readonly<{ problem: string }>>('seen');
  const { list, token, rest } = preview;
  const accept = () => {
    setState('asked');
    const asked = lettrage.POST('/v1/ledgers/{ledger}/review-queue/bulk-accept', {
      params: { path: { ledger }, header: { 'Idempotency-Key': key } },
      body: {
        token,
        rest,
        list: list.map(({ paymentId, matchRunId, version }) => ({ paymentId, matchRunId, version })),
        reason: reasonOr(reason, t('bulk.title')),
      },
    });
    asked
      .then((answer) => given(answer))
      // Asked again, the same key goes on where it stopped.
      .then(onDone, (error: unknown) => setState({ problem: refusalIn(error, speech) }));
  };
  return (
    <>
      <PreviewTable preview={preview} />
      <LeftOut preview={preview} />
      {typeof state === 'object' && (
        <p role="alert" class="bad">
          {t('done.refused', { says: state.problem })}
        </p>
      )}
      <form
        class="row apart"
        onSubmit={(event) => {
          event.preventDefault();
          accept();
        }}
      >
        <ReasonField value={reason} onInput={setReason} />
        <button type="submit" class="main" disabled={list.length === 0 || state === 'asked'}>
          {t('bulk.do', { count: list.length })}
        </button>
      </form>
    </>
  );
}

function PreviewTable({ preview: { list, sums } }: Readonly<{ preview: BulkPreview }>) {
  const { t, language } = useSpeech();
  return (
    <div class="scroll bulk-list">
      <table aria-label={t('bulk.title')}>
        <TableHead
          columns={[
            { title: t('payment.payer') },
            { title: t('payment.amount'), isNumber: true },
            { title: t('item.customer') },
            { title: t('item.document') },
            { title: t('bulk.writtenOff'), isNumber: true },
          ]}
        />
        <tbody>
          {list.map(({ paymentId, counterpartyName, unapplied, suggestion: { customer, documents, writeOff } }) => (
            <tr key={paymentId}>
              <td dir="auto">{plainText(counterpartyName ?? t('payment.unknownPayer'))}</td>
              <td class="number">
                <Amount {...unapplied} />
              </td>
              <td dir="auto">{customer?.name ?? '—'}</td>
              <td dir="auto">{documents.join(', ')}</td>
              <td class="number">{writeOff === null ? '' : grouped(writeOff.amount, language)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {sums.map(({ currency, paymentCount, paid, writtenOff, leftOver }) => (
            <tr key={currency}>
              <td>{t('queue.count', { count: paymentCount })}</td>
              <td class="number">
                <Amount value={paid} currency={currency} />
              </td>
              <td colSpan={2}>
                {t('suggestion.left')}
                {t('sign.colon')} <Amount value={leftOver} currency={currency} />
              </td>
              <td class="number">
                <Amount value={writtenOff} currency={currency} />
              </td>
            </tr>
          ))}
        </tfoot>
      </table>
    </div>
  );
}

function Result({ result: { doneCount, waitingCount, refusedCount, outcomes } }: Readonly<{ result: BulkResult }>) {
  const { t, coded } = useSpeech();
  return (
    <div class="stack" role="status">
      <p>
        <strong>{t('bulk.done', { count: doneCount })}</strong>
      </p>
      {waitingCount > 0 && <p class="warn">{t('bulk.waiting', { count: waitingCount })}</p>}
      {refusedCount > 0 && <p class="bad">{t('bulk.refused', { count: refusedCount })}</p>}
      <ul>
        {[
          ...new Set(
            outcomes.flatMap(({ code, problem }) => (code === null || problem === null ? [] : coded(code, problem))),
          ),
        ].map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  );
}
