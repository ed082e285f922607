/** What was not paid of an item has to become something: one thing, or parts of it several. */
import { AmountInput } from '../../parts/amount-input.tsx';
import { decimalOf, digitsIn, minorOf } from '../../money.ts';
import type { DisputeReason } from '../../types.ts';
import { useSpeech } from '../../words/words.ts';
import { grouped } from '../../words/written.ts';
import { isCredit, type ChosenItem } from './allocation.ts';
import { clearings, restOf, shorts, type Clearing, type Short, type Shortfall, type ShortPart } from './shortfall.ts';

type Props = Readonly<{
  item: ChosenItem;
  /** In minor units of the item's currency. */
  missingMinor: bigint;
  causes: readonly DisputeReason[];
  onChange: (shortfall: Shortfall) => void;
}>;

/** Of a credit it simply stays. */
export function ShortChoice({ item, missingMinor, causes, onChange }: Props) {
  const { t, language } = useSpeech();
  if (missingMinor === 0n || isCredit(item.kind)) return null;
  const { documentNumber, shortfall } = item;
  const { parts, short } = shortfall;
  const digits = digitsIn(item.residual);
  const rest = restOf(shortfall, missingMinor, digits);
  const change = (changes: Partial<Shortfall>) => onChange({ ...shortfall, ...changes });
  const changePart = (id: number, changes: Partial<ShortPart>) =>
    change({ parts: parts.map((part) => (part.id === id ? { ...part, ...changes } : part)) });
  return (
    <div class="short">
      {parts.map((part, position) => (
        <Part
          key={part.id}
          part={part}
          name={`${documentNumber} ${position + 1}`}
          isRead={minorOf(part.amount, digits) !== null && rest !== null}
          onChange={(changes) => changePart(part.id, changes)}
          onRemove={() => change({ parts: parts.filter(({ id }) => id !== part.id) })}
        />
      ))}
      <div class="row">
        <span class="number small">{rest === null ? '?' : grouped(decimalOf(rest, digits), language)}</span>
        {rest !== 0n && (
          <select
            aria-label={`${t('hand.short')} ${documentNumber}`}
            value={short}
            onChange={({ currentTarget }) => change({ short: currentTarget.value as Short })}
          >
            {shorts.map((one) => (
              <option key={one} value={one}>
                {t(`hand.short.${one}`)}
              </option>
            ))}
          </select>
        )}
        {parts.length < mostParts && (
          <button
            type="button"
            class="plain"
            aria-label={`${t('hand.short.split')} ${documentNumber}`}
            title={t('hand.short.split')}
            onClick={() => change({ parts: [...parts, emptyPart(parts)] })}
          >
            +
          </button>
        )}
      </div>
      <Details item={item} isRest={rest !== 0n} causes={causes} onChange={change} />
    </div>
  );
}

// A line of the service takes eight differences: these and the rest.
const mostParts = 7;

const emptyPart = (parts: readonly ShortPart[]): ShortPart => ({
  id: Math.max(0, ...parts.map(({ id }) => id)) + 1,
  as: 'bank_charge',
  amount: '',
});

type PartProps = Readonly<{
  part: ShortPart;
  /** Tells it from the other parts. */
  name: string;
  isRead: boolean;
  onChange: (changes: Partial<ShortPart>) => void;
  onRemove: () => void;
}>;

function Part({ part, name, isRead, onChange, onRemove }: PartProps) {
  const { t } = useSpeech();
  return (
    <div class="row">
      <AmountInput
        size={8}
        label={`${t('hand.short.part')} ${name}`}
        isInvalid={!isRead}
        value={part.amount}
        onInput={(amount) => onChange({ amount })}
      />
      <select
        aria-label={`${t('hand.short')} ${name}`}
        value={part.as}
        onChange={({ currentTarget }) => onChange({ as: currentTarget.value as Clearing })}
      >
        {clearings.map((one) => (
          <option key={one} value={one}>
            {t(`hand.short.${one}`)}
          </option>
        ))}
      </select>
      <button type="button" class="plain" aria-label={`${t('hand.remove')} ${name}`} onClick={onRemove}>
        ✕
      </button>
    </div>
  );
}

/** What some choices want to know besides: until when a guarantee is kept, what becomes of the tax, why it is disputed. */
function Details({
  item: { documentNumber, shortfall, hasVat },
  isRest,
  causes,
  onChange,
}: Readonly<{
  item: ChosenItem;
  /** The choice for the rest is about something. */
  isRest: boolean;
  causes: readonly DisputeReason[];
  onChange: (changes: Partial<Shortfall>) => void;
}>) {
  const { t } = useSpeech();
  const { parts, short, keptUntil, keepsTax, cause } = shortfall;
  const uses: readonly Short[] = [...parts.map(({ as }) => as), ...(isRest ? [short] : [])];
  const isDiscount = uses.includes('discount') || uses.includes('late_discount');
  const chooseCause = (chosen: string) => {
    const found = causes.find(({ category, code }) => `${category} ${code}` === chosen);
    if (found !== undefined) onChange({ cause: { category: found.category, code: found.code } });
  };
  return (
    <>
      {uses.includes('retention') && (
        <label class="small">
          {t('hand.short.keptUntil')}{' '}
          <input
            type="date"
            required
            aria-label={`${t('hand.short.keptUntil')} ${documentNumber}`}
            value={keptUntil}
            onInput={({ currentTarget }) => onChange({ keptUntil: currentTarget.value })}
          />
        </label>
      )}
      {isDiscount &&
        (hasVat ? (
          <label class="small">
            <input
              type="checkbox"
              checked={!keepsTax}
              onChange={({ currentTarget }) => onChange({ keepsTax: !currentTarget.checked })}
            />{' '}
            {t('hand.short.net')}
          </label>
        ) : (
          <span class="small soft">{t('hand.short.gross')}</span>
        ))}
      {uses.includes('dispute') && (
        <select
          aria-label={`${t('hand.category')} ${documentNumber}`}
          value={`${cause.category} ${cause.code}`}
          onChange={({ currentTarget }) => chooseCause(currentTarget.value)}
        >
          {causes.map(({ category, code, label }) => (
            <option key={code} value={`${category} ${code}`}>
              {category} · {label}
            </option>
          ))}
        </select>
      )}
    </>
  );
}
