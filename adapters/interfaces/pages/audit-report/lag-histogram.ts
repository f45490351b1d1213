import type { CountsBy } from '../../../../retention/audit-report/counts'

/** The bounds of the groups, both included. */
const bounds: ReadonlyArray<readonly [number, number]> = [
  [0, 0],
  [1, 1],
  [2, 2],
  [3, 7],
  [8, 30],
  [31, Infinity],
]

const nameOf = ([from, to]: readonly [number, number]): string => {
  if (from === to) return String(from)
  return to === Infinity ? `${String(from)}+` : `${String(from)}–${String(to)}`
}

/** The lags of erasures in groups: how many scopes were erased so many days or months after they could be. */
export const lagHistogram = (
  lag: CountsBy<number>,
): ReadonlyArray<{ readonly name: string; readonly number: number }> =>
  bounds.map(([from, to]) => ({
    name: nameOf([from, to]),
    number: [...lag].reduce((sum, [days, count]) => (days >= from && days <= to ? sum + count : sum), 0),
  }))
