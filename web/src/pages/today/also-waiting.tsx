/** What waits beside payments: a second person, files that were set aside, disputes that nobody has taken. */
import { useAnswer } from '../../answer.ts';
import { Given } from '../../parts/states.tsx';
import { addressOf } from '../../place.ts';
import { lettrage } from '../../session.ts';
import { useSpeech } from '../../words/words.ts';

/** More than this is told as `200+`. */
const limit = 200;

const countText = ({ items, next }: Readonly<{ items: readonly unknown[]; next: string | null }>): string =>
  `${items.length}${next === null ? '' : '+'}`;

export function AlsoWaiting({ ledger }: Readonly<{ ledger: string }>) {
  const { t } = useSpeech();
  const path = { ledger };
  const [approvals, approvalsAgain] = useAnswer(`approvals ${ledger}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/approvals', { params: { path, query: { state: 'waiting', limit } } }),
  );
  const [files, filesAgain] = useAnswer(`files ${ledger}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/quarantine', { params: { path, query: { limit } } }),
  );
  const [disputes, disputesAgain] = useAnswer(`disputes ${ledger}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/disputes', { params: { path, query: { state: 'open', limit } } }),
  );
  return (
    <div class="tiles narrow">
      <Given answer={approvals} again={approvalsAgain}>
        {(page) => (
          <Tile
            count={countText(page)}
            says={t('today.approvals', { count: page.items.length })}
            href={addressOf(ledger, 'approvals')}
          />
        )}
      </Given>
      <Given answer={files} again={filesAgain}>
        {(page) => (
          <Tile
            count={countText(page)}
            says={t('today.setAside', { count: page.items.length })}
            href={addressOf(ledger, 'nights')}
          />
        )}
      </Given>
      <Given answer={disputes} again={disputesAgain}>
        {(page) => (
          <Tile
            count={countText(page)}
            says={t('today.disputes', { count: page.items.length })}
            href={addressOf(ledger, 'disputes')}
          />
        )}
      </Given>
    </div>
  );
}

const Tile = ({ count, says, href }: Readonly<{ count: string; says: string; href: string }>) => (
  <a class="card figure quiet" href={href}>
    <span class={`large ${count === '0' ? 'soft' : ''}`}>{count}</span>
    <span>{says}</span>
  </a>
);
