/** One after another, in the order in which they were asked: those that wait hold nothing. */
export type InTurn = <T>(answer: () => Promise<T>) => Promise<T>;

export function openTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (answer) => {
    const answered = last.then(answer);
    last = answered.catch(() => undefined);
    return answered;
  };
}
