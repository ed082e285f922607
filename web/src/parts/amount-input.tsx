import { useSpeech } from '../words/words.ts';

type AmountInputProps = Readonly<{
  /** As it was typed, with a comma or a point. */
  value: string;
  isInvalid?: boolean;
  size?: number;
  /** Where no label stands beside it. */
  label?: string;
  onInput: (typed: string) => void;
  /** When the field is left, or Enter is pressed. */
  onDone?: () => void;
}>;

/** An amount to be typed, with the decimal sign of the language: a comma and a point are taken for it in both. */
export function AmountInput({ value, isInvalid, size = 12, label, onInput, onDone }: AmountInputProps) {
  const { language } = useSpeech();
  return (
    <input
      class="number"
      size={size}
      inputMode="decimal"
      aria-label={label}
      aria-invalid={isInvalid}
      value={language === 'fr' ? value.replace('.', ',') : value}
      onInput={({ currentTarget }) => onInput(currentTarget.value)}
      onChange={onDone}
    />
  );
}
