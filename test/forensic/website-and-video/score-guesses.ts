/** What an attacker guesses, and what is so: only the test knows it. */
export interface ScoredGuess<A> {
  readonly guess: A | undefined
  readonly actual: A
}

/** How many guesses are right. */
export const rightGuesses = <A>(guesses: ReadonlyArray<ScoredGuess<A>>): number =>
  guesses.filter(({ guess, actual }) => guess === actual).length

/** How many are right for somebody who knows nothing of any, and always names what is most frequent. */
export const rightByMostFrequent = <A>(actual: ReadonlyArray<A>): number => {
  const counts = new Map<A, number>()
  for (const value of actual) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Math.max(0, ...counts.values())
}

/** Prints a score beside what somebody reaches without the attack. */
export const printScore = (attack: string, right: number, all: number, allowed: number): void =>
  void process.stdout.write(`${attack}: ${String(right)} of ${String(all)} right; ${String(allowed)} without it\n`)
