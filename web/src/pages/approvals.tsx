/** What waits for a second pair of eyes: what was asked, by whom, and which limit it passes. */
import { useState } from 'preact/hooks';
import { given } from '../../../src/client/client.ts';
import { Amount } from '../parts/amount.tsx';
import { measured } from '../words/limits.ts';
import { useGrowing } from '../parts/more.ts';
import { ReasonField, reasonOr } from '../parts/reason-field.tsx';
import { refusalIn } from '../words/refusals.ts';
import { Given, Notice } from '../parts/states.tsx';
import { useToast } from '../parts/toasts.tsx';
import { TableHead } from '../parts/table-head.tsx';
import { lettrage } from '../session.ts';
import type { Approval } from '../types.ts';
import { useSpeech } from '../words/words.ts';
import { instantText } from '../words/written.ts';

export function ApprovalsPage({ ledger, actor }: Readonly<{ ledger: string; actor: string }>) {
  const { t } = useSpeech();
  const list = useGrowing(`approvals ${ledger}`, (after) =>
    lettrage.GET('/v1/ledgers/{ledger}/approvals', {
      params: { path: { ledger }, query: { state: 'waiting', limit: 50, ...(after !== undefined && { after }) } },
    }),
  );
  return (
    <div class="stack">
      <h1>{t('approvals.title')}</h1>
      <Given answer={list.answer} again={list.again}>
        {(items) =>
          items.length === 0 ? (
            <Notice>{t('approvals.empty')}</Notice>
          ) : (
            <ul class="stack">
              {items.map((one) => (
                <li key={one.id}>
                  <Request ledger={ledger} actor={actor} approval={one} onDecided={list.again} />
                </li>
              ))}
            </ul>
          )
        }
      </Given>
    </div>
  );
}

type RequestProps = Readonly<{ ledger: string; actor: string; approval: Approval; onDecided: () => void }>;

function Request({ ledger, actor, approval, onDecided }: RequestProps) {
  const speech = useSpeech();
  const { t, term, language } = speech;
  const toast = useToast();
  const [reason, setReason] = useState('');
  const isMine = approval.author === actor;
  const path = { ledger, approvalId: approval.id };

  const decide = async (decision: 'approved' | 'rejected' | 'withdrawn') => {
    const why = reasonOr(reason, t(`approvals.${decision}`));
    try {
      given(
        decision === 'withdrawn'
          ? await lettrage.POST('/v1/ledgers/{ledger}/approvals/{approvalId}/withdraw', {
              params: { path },
              body: { requestSha256: approval.requestSha256, reason: why },
            })
          : await lettrage.POST('/v1/ledgers/{ledger}/approvals/{approvalId}/decide', {
              params: { path },
              body: { decision, requestSha256: approval.requestSha256, reason: why },
            }),
      );
      toast({ says: t(`approvals.${decision}`) });
    } catch (error) {
      toast({ kind: 'bad', says: t('done.refused', { says: refusalIn(error, speech) }) });
    }
    onDecided();
  };
  return (
    <article class="card stack">
      <header class="row apart">
        <h2>{term('command', approval.kind)}</h2>
        <span class="soft">
          {approval.author} · {instantText(approval.requestedAt, language)}
        </span>
      </header>
      <p dir="auto">“{approval.reason}”</p>
      <ul>
        {approval.subjects.map(({ id, kind, label, amount, customer }) => (
          <li key={id} class="row">
            <span class="soft">{term('subject', kind)}</span>
            <span dir="auto">{label ?? id}</span>
            {customer !== null && <span dir="auto">{customer.name}</span>}
            {amount !== null && <Amount {...amount} />}
          </li>
        ))}
      </ul>
      <Limits reasons={approval.reasons} />
      <footer class="row">
        <ReasonField value={reason} onInput={setReason} />
        {isMine ? (
          <>
            <button type="button" onClick={() => void decide('withdrawn')}>
              {t('approvals.withdraw')}
            </button>
            <span class="soft">{t('approvals.mine')}</span>
          </>
        ) : (
          <>
            <button type="button" class="main" onClick={() => void decide('approved')}>
              {t('approvals.approve')}
            </button>
            <button type="button" onClick={() => void decide('rejected')}>
              {t('approvals.reject')}
            </button>
          </>
        )}
      </footer>
    </article>
  );
}

/** Which limits it passes, by how much. */
function Limits({ reasons }: Readonly<{ reasons: Approval['reasons'] }>) {
  const speech = useSpeech();
  const { t, term } = speech;
  return (
    <table>
      <TableHead
        columns={[
          { title: t('approvals.limit') },
          { title: t('approvals.found'), isNumber: true },
          { title: t('approvals.allowed'), isNumber: true },
        ]}
      />
      <tbody>
        {reasons.map(({ limit, found, allowed }) => (
          <tr key={limit}>
            <td>{term('limit', limit)}</td>
            <td class="number">{measured(found, speech)}</td>
            <td class="number">{measured(allowed, speech)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
