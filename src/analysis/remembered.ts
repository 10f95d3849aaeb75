/**
 * A function that keeps its answers: tables are made again and again from numbers of which one has changed, and most of the
 * problems that they solve have not.
 *
 * @param work gives the same for the same arguments, which must be plain data: no maps, functions or missing numbers
 */
export function remembered<A extends readonly unknown[], R>(work: (...args: A) => R): (...args: A) => R {
  const answers = new Map<string, R>();
  return (...args) => {
    const key = JSON.stringify(args);
    let answer = answers.get(key);
    if (answer === undefined) {
      answer = work(...args);
      answers.set(key, answer);
    }
    return answer;
  };
}
