import type { StatisticsCell } from '../calendar/events/month-counted'
import { mergeSmallCells } from '../calendar/statistics/merge-small-cells'
import type { ServerLogLine } from '../server-log/server-log-line'

/** Adds lines of the server log, and then says how many visitors used each browser. It holds the addresses. */
interface VisitorTally {
  readonly add: (lines: ReadonlyArray<ServerLogLine>) => void
  /** A visitor is an address. Cells of fewer than five are merged, as in the statistics. */
  readonly result: () => ReadonlyArray<StatisticsCell>
}

/** Starts the count of a month. */
export const startVisitorTally = (): VisitorTally => {
  const addressesByBrowser = new Map<string, Set<string>>()
  const all = new Set<string>()
  return {
    add: (lines) => {
      for (const { address, browser } of lines) {
        const addresses = addressesByBrowser.get(browser) ?? new Set()
        addressesByBrowser.set(browser, addresses.add(address))
        all.add(address)
      }
    },
    result: () =>
      mergeSmallCells(() => true)({
        of: 'visitors',
        borrowers: all.size,
        values: [...addressesByBrowser]
          .map(([value, { size }]) => ({ value, count: size, borrowers: size }))
          .sort((one, other) => (one.value < other.value ? -1 : 1)),
      }),
  }
}
