import type { LendingResult } from './lend/measure-lending'
import type { LatencyBesideBare } from './lend/measure-http-lending'
import type { Measurement } from './measure-side-by-side'
import type { ResultLine } from './result-table'

/** The target of a measurement, relative to the bare figure of the same run. */
interface Bar {
  readonly minRatio: number
  /** Events a second. When the bare figure is too low to allow it, the ratio alone decides. */
  readonly minPerSecond?: number
}

const bars: Readonly<Record<string, Bar>> = {
  B1: { minRatio: 0.75 },
  B2: { minRatio: 0.8, minPerSecond: 50_000 },
  B3: { minRatio: 0.85 },
  B4: { minRatio: 0.75 },
}

const barText = ({ minRatio, minPerSecond }: Bar): string =>
  `>= ${String(minRatio)} of bare${minPerSecond === undefined ? '' : `, >= ${String(minPerSecond)}/s`}`

const reachesBar = ({ minRatio, minPerSecond = 0 }: Bar, { ours, bare, ratio }: Measurement): boolean =>
  ratio >= minRatio && (ours >= minPerSecond || bare < minPerSecond / minRatio)

/** Compares a measurement with its bar, which is found by the first word of its name. */
export const measurementAgainstBar = (measured: Measurement): ResultLine => {
  const { name, ours, bare, ratio } = measured
  const bar = bars[name.slice(0, 2)]
  if (bar === undefined) throw new Error(`no bar is set for ${name}`)
  return { name, bar: barText(bar), measured: ours, bare, ratio, note: '', ok: reachesBar(bar, measured) }
}

const minLendsPerSecond = 5000
const maxSpread = 1.5
const maxLatencyMs = 20

/** Compares lending with its bar. The best round decides, because other work on the machine only makes a round slower. */
export const lendingAgainstBar = ({ loans, median, best, cpu, bare, ratio }: LendingResult): ResultLine => ({
  name: `B5 lend, ${String(loans)} past loans, 64 callers`,
  bar: `>= ${String(minLendsPerSecond)}/s`,
  measured: best,
  bare,
  ratio,
  note: `best round; median ${median.toFixed(0)}/s; ${cpu.toFixed(0)} us of CPU a lend`,
  ok: best >= minLendsPerSecond,
})

/** Compares the latency of lending over HTTP at 500 requests a second with its bar, in ms. */
export const httpLatencyAgainstBar = ({ p50, p99, bare }: LatencyBesideBare): ResultLine => ({
  name: 'B5 lend over HTTP at 500/s, p99 in ms',
  bar: `< ${String(maxLatencyMs)} ms`,
  measured: p99,
  bare: bare.p99,
  ratio: p99 / bare.p99,
  note: `p50 ${p50.toFixed(1)} ms; a bare server's ${bare.p50.toFixed(1)} ms`,
  ok: p99 < maxLatencyMs,
})

/** Compares the ratio of the fastest to the slowest median, over all lengths of history, with its bar. */
export const spreadAgainstBar = (results: ReadonlyArray<LendingResult>): ResultLine => {
  const medians = results.map(({ median }) => median)
  const spread = Math.max(...medians) / Math.min(...medians)
  return {
    name: 'B5 fastest to slowest past',
    bar: `<= ${String(maxSpread)}x`,
    measured: spread,
    bare: null,
    ratio: null,
    note: '',
    ok: spread <= maxSpread,
  }
}
