import type { MonotonicClock } from '../../../domain/ports/clocks'

/** Counts are published in whole steps, rounded down, so that no single act shows. */
export const publishedCountRoundingSize = 100

/** Ms for which published counts stay the same, so that nobody sees the moment in which a step is passed. */
export const publishedCountsIntervalMs = 600_000

export const roundDownToMetricStep = (count: number): number =>
  Math.floor(count / publishedCountRoundingSize) * publishedCountRoundingSize

/** Answers the same value for ten minutes, however often it is read. */
export const readAtMostEveryTenMinutes = <A>({ elapsed }: MonotonicClock, read: () => A): (() => A) => {
  let published: { readonly value: A; readonly period: number } | undefined
  return () => {
    const period = Math.floor(elapsed() / publishedCountsIntervalMs)
    if (published?.period !== period) published = { value: read(), period }
    return published.value
  }
}

/** Counts by name that hide single acts. */
interface SteppedCounts {
  readonly add: (name: string) => void
  /** The counts as published: in steps, and renewed every ten minutes at most. */
  readonly published: () => ReadonlyMap<string, number>
}

export const createSteppedCounters = (clock: MonotonicClock): SteppedCounts => {
  const counts = new Map<string, number>()
  return {
    add: (name) => void counts.set(name, (counts.get(name) ?? 0) + 1),
    published: readAtMostEveryTenMinutes(
      clock,
      () => new Map([...counts].map(([name, count]) => [name, roundDownToMetricStep(count)] as const)),
    ),
  }
}
