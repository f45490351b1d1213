import type { Measurement } from '../measure-side-by-side'
import type { ResultLine } from '../result-table'

const minEventsPerSecond = 200_000

/** The share of a bare loop of the same hashes that decides where that loop is too slow for the events a second. */
const minRatio = 0.2

/** Compares the computing of a tree with its bar. */
export const treesAgainstBar = ({ name, ours, bare, ratio }: Measurement): ResultLine => ({
  name,
  bar: `>= ${String(minEventsPerSecond)}/s, or >= ${String(minRatio)} of bare`,
  measured: ours,
  bare,
  ratio,
  note: 'bare is a loop of the five hashes of an event',
  ok: ours >= minEventsPerSecond || (ratio >= minRatio && bare < minEventsPerSecond / minRatio),
})
