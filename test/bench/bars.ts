import type { Lent } from './lend/lending'
import type { AnsweredBeside } from './lend/over-http'
import type { Measured } from './measured'
import type { Line } from './table'

/** What is asked of a measure that has a bare figure beside it. */
interface Bar {
  readonly leastRatio: number
  /** A second; where the bare figure is too low for it on this machine today, the ratio alone decides. */
  readonly least?: number
}

const bars: Readonly<Record<string, Bar>> = {
  B1: { leastRatio: 0.75 },
  B2: { leastRatio: 0.8, least: 50_000 },
  B3: { leastRatio: 0.85 },
  B4: { leastRatio: 0.75 },
}

const inWords = ({ leastRatio, least }: Bar): string =>
  `>= ${String(leastRatio)} of bare${least === undefined ? '' : `, >= ${String(least)}/s`}`

const reaches = ({ leastRatio, least = 0 }: Bar, { ours, bare, ratio }: Measured): boolean =>
  ratio >= leastRatio && (ours >= least || bare < least / leastRatio)

/** A measure against its bar, which is found by the first word of its name. */
export const againstBar = (measured: Measured): Line => {
  const { name, ours, bare, ratio } = measured
  const bar = bars[name.slice(0, 2)]
  if (bar === undefined) throw new Error(`no bar is set for ${name}`)
  return { name, bar: inWords(bar), measured: ours, bare, ratio, note: '', ok: reaches(bar, measured) }
}

const leastLends = 5000
const mostApart = 1.5
const longestAnswer = 20

/** Lends of one shelf: the best round decides, because other work on the machine only ever makes a round slower. */
export const lendsAgainstBar = ({ loans, median, best, cpu, bare, ratio }: Lent): Line => ({
  name: `B5 lend, ${String(loans)} past loans, 64 callers`,
  bar: `>= ${String(leastLends)}/s`,
  measured: best,
  bare,
  ratio,
  note: `best round; median ${median.toFixed(0)}/s; ${cpu.toFixed(0)} us of CPU a lend`,
  ok: best >= leastLends,
})

/** Answers over HTTP at 500 requests a second, in ms. */
export const answersAgainstBar = ({ p50, p99, bare }: AnsweredBeside): Line => ({
  name: 'B5 lend over HTTP at 500/s, p99 in ms',
  bar: `< ${String(longestAnswer)} ms`,
  measured: p99,
  bare: bare.p99,
  ratio: p99 / bare.p99,
  note: `p50 ${p50.toFixed(1)} ms; a bare server's ${bare.p50.toFixed(1)} ms`,
  ok: p99 < longestAnswer,
})

/** How far apart the shelves are, the fastest to the slowest, by their medians. */
export const apartAgainstBar = (lent: ReadonlyArray<Lent>): Line => {
  const medians = lent.map(({ median }) => median)
  const apart = Math.max(...medians) / Math.min(...medians)
  return {
    name: 'B5 fastest to slowest past',
    bar: `<= ${String(mostApart)}x`,
    measured: apart,
    bare: null,
    ratio: null,
    note: '',
    ok: apart <= mostApart,
  }
}
