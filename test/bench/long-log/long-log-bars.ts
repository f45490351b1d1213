import type { ResultLine } from '../result-table'
import type { Measurement } from '../measure-side-by-side'
import type { ErasingMeasurement } from './measure-erasing'
import type { RebuildMeasurement } from './measure-rebuild'

const maxRebuildMemory = 300
const maxErasingSeconds = 3
const scopesOfErasingBar = 10_000
const maxPersonMs = 10
const maxErasingGrowth = 1.5
const maxStartMs = 2000

/** Compares a rebuild with its bar: events a second, and MB of memory. */
export const rebuildAgainstBar =
  (minPerSecond: number) =>
  ({ name, ours, bare, ratio, peakMemory }: RebuildMeasurement): ResultLine => ({
    name,
    bar: `>= ${String(minPerSecond)}/s, < ${String(maxRebuildMemory)} MB`,
    measured: ours,
    bare,
    ratio,
    note: `peak memory ${peakMemory.toFixed(0)} MB; bare is a read and parse`,
    ok: ours >= minPerSecond && peakMemory < maxRebuildMemory,
  })

/** Compares the erasing of many scopes, and that of one person, with their bars. */
export const erasingAgainstBars = (measured: ErasingMeasurement): ReadonlyArray<ResultLine> => {
  const { name, ours, bare, ratio, living, personP50, personP99 } = measured
  const seconds = scopesOfErasingBar / ours
  const ofScopes: ResultLine = {
    ...{ name: `${name}, a second`, bar: `10,000 in < ${String(maxErasingSeconds)} s` },
    ...{ measured: ours, bare, ratio, note: `10,000 in ${seconds.toFixed(1)} s; bare updates the keys alone` },
    ok: seconds < maxErasingSeconds,
  }
  const ofPerson: ResultLine = {
    ...{
      name: `B7 erase one person, ${living.toLocaleString('en')} others living, p99 in ms`,
      bar: `< ${String(maxPersonMs)} ms`,
    },
    ...{ measured: personP99, bare: null, ratio: null, note: `p50 ${personP50.toFixed(1)} ms` },
    ok: personP99 < maxPersonMs,
  }
  return [ofScopes, ofPerson]
}

/** Says whether the erasing of one person takes longer while many more scopes live. The median: few slow ones move a p99. */
export const erasingGrowth = (few: ErasingMeasurement, many: ErasingMeasurement): ResultLine => {
  const growth = many.personP50 / few.personP50
  return {
    ...{ name: 'B7 erase one person, p50, times that with few living', bar: `<= ${String(maxErasingGrowth)}` },
    ...{ measured: growth, bare: null, ratio: null, ok: growth <= maxErasingGrowth },
    note: `${few.living.toLocaleString('en')} and ${many.living.toLocaleString('en')} living`,
  }
}

/** Compares a start with its bar, in ms. */
export const startAgainstBar = ({ name, ours, bare, ratio }: Measurement): ResultLine => ({
  name: `${name}, ms to the first answer`,
  bar: `< ${String(maxStartMs)} ms`,
  measured: 1000 / ours,
  bare: 1000 / bare,
  ratio,
  note: 'without the start of Node.js',
  ok: 1000 / ours < maxStartMs,
})
