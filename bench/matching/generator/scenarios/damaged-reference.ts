/** The number is there, and something happened to it. */
import { misread, mistyped, torn } from '../errors.ts';
import { aboutOne, customerOf, findFresh, inFull, paymentOf, say, type Scenario } from '../scene.ts';
import { oneNumber } from '../texts.ts';
import type { Random } from '../random.ts';

const damagedBy =
  (damage: (number: string, random: Random) => string): Scenario =>
  (scene) => {
    const item = findFresh(scene);
    if (item === null) return null;
    const written = oneNumber(item.number, scene.random);
    const references = damage(written, scene.random);
    if (references === written) return null;
    const customer = customerOf(scene, item.customer);
    return [
      paymentOf(scene, customer, {
        alloc: [inFull(scene, item)],
        text: say(scene, customer, 'one', aboutOne(scene, item, references)),
      }),
    ];
  };

/** In a dense range of numbers the wrong number mostly is somebody else's: on purpose. */
export const mistypedReference = damagedBy(mistyped);
export const misreadReference = damagedBy(misread);
export const tornReference = damagedBy(torn);

/** The bank's field ends within the number. */
export const cutReference: Scenario = (scene) => {
  const { random } = scene;
  const item = findFresh(scene, ({ number }) => number.length >= 6);
  if (item === null) return null;
  const customer = customerOf(scene, item.customer);
  const kept = item.number.slice(
    0,
    item.number.length -
      random.weighted([
        [55, 1],
        [30, 2],
        [15, 3],
      ]),
  );
  const text = `${say(scene, customer, 'plain')} ${kept}`;
  // Behind the cut stands nothing: no decoy, no frame.
  return [{ ...paymentOf(scene, customer, { alloc: [inFull(scene, item)], text }), text }];
};
