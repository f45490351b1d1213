import type { Period } from '../policy/opening-period'
import type { Instant } from '../values/instant'

const laterOf = (one: Instant, other: Instant): Instant => (one > other ? one : other)
const earlierOf = (one: Instant, other: Instant): Instant => (one < other ? one : other)

const byBeginning = (one: Period, other: Period): number => {
  if (one.from === other.from) return 0
  return one.from < other.from ? -1 : 1
}

const isNotEmpty = ({ from, until }: Period): boolean => from < until

/** The parts of a period that none of the recordings covers, the earliest first. */
export const gapsIn =
  (period: Period) =>
  (recordings: ReadonlyArray<Period>): ReadonlyArray<Period> => {
    const gaps: Period[] = []
    let covered = period.from
    for (const { from, until } of [...recordings].sort(byBeginning)) {
      gaps.push({ from: covered, until: earlierOf(from, period.until) })
      covered = laterOf(covered, until)
    }
    return [...gaps, { from: covered, until: period.until }].filter(isNotEmpty)
  }

/** The parts of a recording outside the opening hours; the whole recording when the branch is closed. */
export const partsOutside =
  (opening: Period | undefined) =>
  ({ from, until }: Period): ReadonlyArray<Period> =>
    opening === undefined
      ? [{ from, until }]
      : [
          { from, until: earlierOf(until, opening.from) },
          { from: laterOf(from, opening.until), until },
        ].filter(isNotEmpty)
