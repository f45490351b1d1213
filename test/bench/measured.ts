/** What a measurement says: how many a second, ours and bare, and how they compare. */
export interface Measured {
  readonly name: string
  readonly ours: number
  readonly bare: number
  readonly ratio: number
}

/** One round: how many events it handles, and how. */
export interface Round {
  readonly events: number
  readonly run: () => Promise<void> | void
}

const median = (numbers: ReadonlyArray<number>): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const perSecond = async (round: Round): Promise<number> => {
  const start = process.hrtime.bigint()
  await round.run()
  return round.events / (Number(process.hrtime.bigint() - start) / 1e9)
}

/**
 * Runs ours and bare by turns and answers the medians: a machine that is busy for a while is busy for both.
 * The first pair warms up and is not counted. The ratio is the median of the pairs' ratios.
 */
export const sideBySide = async (name: string, rounds: number, ours: Round, bare: Round): Promise<Measured> => {
  const pairs: Array<{ readonly ours: number; readonly bare: number }> = []
  for (let at = 0; at <= rounds; at += 1) {
    const pair =
      at % 2 === 0
        ? { ours: await perSecond(ours), bare: await perSecond(bare) }
        : { bare: await perSecond(bare), ours: await perSecond(ours) }
    if (at > 0) pairs.push(pair)
  }
  return {
    name,
    ours: median(pairs.map((pair) => pair.ours)),
    bare: median(pairs.map((pair) => pair.bare)),
    ratio: median(pairs.map((pair) => pair.ours / pair.bare)),
  }
}
