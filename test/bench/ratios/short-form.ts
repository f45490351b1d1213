import { eventStoreMeasures } from '../event-store-measures'
import { measureLendingBesideBare } from '../lend/measure-lending-beside-bare'
import { measureErasing } from '../long-log/measure-erasing'
import { measureRebuild } from '../long-log/measure-rebuild'
import { measureStart } from '../long-log/measure-start'
import type { Measurement } from '../measure-side-by-side'
import { cpuTime } from '../stopwatch'

/** Measures a ratio of CPU time in so many alternating rounds, with files in a folder. */
export type MeasureRatio = (folder: string, rounds: number) => Promise<Measurement>

/** Rounds of appends and reads have this share of their usual size. */
const share = 0.2

const shortEventStoreMeasures: Readonly<Record<string, MeasureRatio>> = Object.fromEntries(
  Object.entries(eventStoreMeasures).map(([name, measure]): [string, MeasureRatio] => [
    name,
    (folder, rounds) => measure(folder, { rounds, share, stopwatch: cpuTime }),
  ]),
)

/** The short form of the benches: small sizes and CPU time. By name of the bar, and what is measured. */
export const shortForm: Readonly<Record<string, MeasureRatio>> = {
  ...shortEventStoreMeasures,
  B5: (folder, rounds) => measureLendingBesideBare(cpuTime)(folder, 128, rounds),
  'B6 living': (folder, rounds) => measureRebuild('living', cpuTime)(folder, { events: 1000, rounds }),
  'B6 erased': (folder, rounds) => measureRebuild('erased', cpuTime)(folder, { events: 5000, rounds }),
  B7: (folder, rounds) => measureErasing(cpuTime)(folder, { scopes: 200, rounds, living: 0, persons: 0 }),
  B10: (folder, rounds) => measureStart(cpuTime)(folder, 10_000, rounds),
}
