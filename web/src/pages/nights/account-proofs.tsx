import { isZero } from '../../money.ts';
import { Amount, Day, type AmountValue } from '../../parts/amount.tsx';
import { useAnswer } from '../../answer.ts';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { lettrage } from '../../session.ts';
import { useSpeech } from '../../words/words.ts';
import { chainsOf, remainderOf, type Link, type Missing, type Proved } from './statement-chain.ts';

/** One table an account, the latest statement first. */
export function AccountProofs({
  ledger,
  statements,
  missing,
}: Readonly<{ ledger: string; statements: readonly Proved[]; missing: readonly Missing[] }>) {
  const { t } = useSpeech();
  const [accounts] = useAnswer(`accounts ${ledger}`, () =>
    lettrage.GET('/v1/ledgers/{ledger}/bank-accounts', { params: { path: { ledger } } }),
  );
  const nameOf = (account: string) => accounts.data?.items.find(({ identifier }) => identifier === account)?.name;
  return (
    <>
      {chainsOf(statements, missing).map(({ account, links }) => (
        <section key={account} class="card stack">
          <h2>
            {nameOf(account) ?? account} <span class="soft small">{account}</span>
          </h2>
          <ScrollBox label={t('nights.proofOf', { account })}>
            <ChainTable links={links} label={t('nights.proofOf', { account })} />
          </ScrollBox>
        </section>
      ))}
    </>
  );
}

function ChainTable({ links, label }: Readonly<{ links: readonly Link[]; label: string }>) {
  const { t } = useSpeech();
  return (
    <table aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('nights.day')}</th>
          {(['opening', 'credits', 'debits', 'closing'] as const).map((part) => (
            <th key={part} scope="col" class="number">
              {t(`nights.${part}`)}
            </th>
          ))}
          <th scope="col" class="number">
            {t('nights.entryCount')}
          </th>
          <th scope="col">{t('nights.proof')}</th>
        </tr>
      </thead>
      <tbody>
        {links.map(({ statement, gap, missing }, index) => (
          <tr key={index}>
            <td>
              <Day day={statement.statementDate} />
            </td>
            {(['opening', 'credits', 'debits', 'closing'] as const).map((part) => (
              <td key={part} class="number">
                <Amount {...statement[part]} />
              </td>
            ))}
            <td class="number">{statement.entryCount}</td>
            <td>
              <Verdict remainder={remainderOf(statement)} gap={gap} />
              {missing !== null && (
                <div class="small warn">{t('nights.missingNumbers', { from: missing.from, to: missing.to })}</div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Verdict({ remainder, gap }: Readonly<{ remainder: AmountValue; gap: AmountValue | null }>) {
  const { t } = useSpeech();
  if (!isZero(remainder))
    return (
      <span class="bad">
        {t('nights.offBy')} <Amount {...remainder} />
      </span>
    );
  if (gap !== null && !isZero(gap))
    return (
      <span class="warn">
        {t('nights.gap')} <Amount {...gap} />
      </span>
    );
  return <span class="good">✓ {gap === null ? t('nights.adds') : t('nights.addsAndFollows')}</span>;
}
