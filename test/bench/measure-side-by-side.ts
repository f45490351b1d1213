import { wallTime, type Stopwatch } from './stopwatch'

/** Events a second of Glemsom (`ours`) and of the bare library, and their ratio. */
export interface Measurement {
  readonly name: string
  readonly ours: number
  readonly bare: number
  readonly ratio: number
}

/** One round: the number of its events, and the function that handles them. */
export interface MeasuredRound {
  readonly events: number
  readonly run: () => Promise<void> | void
  /** Runs before each round, and is not measured. */
  readonly prepare?: () => Promise<void> | void
  /** Runs after each round, and is not measured. */
  readonly finish?: () => Promise<void> | void
}

const median = (numbers: ReadonlyArray<number>): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const ratePerSecond =
  (stopwatch: Stopwatch) =>
  async ({ events, run, prepare, finish }: MeasuredRound): Promise<number> => {
    await prepare?.()
    const secondsSinceStart = stopwatch()
    await run()
    const seconds = secondsSinceStart()
    await finish?.()
    return events / seconds
  }

/**
 * Runs both rounds alternately, so that other load on the machine slows both, and answers the medians. The first pair
 * warms up and is not counted. The ratio is the median of the ratios of all pairs. Seconds are of the given stopwatch.
 */
export const measureSideBySide = async (
  name: string,
  rounds: number,
  ours: MeasuredRound,
  bare: MeasuredRound,
  stopwatch: Stopwatch = wallTime,
): Promise<Measurement> => {
  const rate = ratePerSecond(stopwatch)
  const pairs: Array<{ readonly ours: number; readonly bare: number }> = []
  for (let at = 0; at <= rounds; at += 1) {
    const pair =
      at % 2 === 0
        ? { ours: await rate(ours), bare: await rate(bare) }
        : { bare: await rate(bare), ours: await rate(ours) }
    if (at > 0) pairs.push(pair)
  }
  return {
    name,
    ours: median(pairs.map((pair) => pair.ours)),
    bare: median(pairs.map((pair) => pair.bare)),
    ratio: median(pairs.map((pair) => pair.ours / pair.bare)),
  }
}
