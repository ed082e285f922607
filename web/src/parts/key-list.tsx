import { useSpeech, type Word } from '../words/words.ts';
import { Dialog } from './dialog.tsx';

const keys: readonly (readonly [string, Word])[] = [
  ['j  ↓', 'keys.down'],
  ['k  ↑', 'keys.up'],
  ['Enter', 'keys.accept'],
  ['n', 'keys.next'],
  ['x', 'keys.decline'],
  ['h', 'keys.hand'],
  ['o', 'keys.account'],
  ['c', 'keys.classify'],
  ['t', 'keys.transfer'],
  ['a', 'keys.ask'],
  ['b', 'keys.bulk'],
  ['u', 'keys.undo'],
  ['/', 'keys.filter'],
  ['v', 'keys.views'],
  ['g …', 'keys.go'],
  ['?', 'keys.help'],
];

/** Every key that the page knows. */
export function KeyList({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useSpeech();
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <table>
        <tbody>
          {keys.map(([key, word]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{t(word)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
